"""The views: finished strings, in three languages, that show what is and nothing secret."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache

import pytest

from game.engine.decisions import strength
from game.engine.game_state import GameState, Phase
from game.engine.shadow import without_players
from game.engine.turn import METERS
from game.lab.players import PLAYERS
from game.text.translate import Translator, load_catalogue
from game.view.effects import delay_text, effect_views
from game.view.ending import ending
from game.view.event_card import event_card
from game.view.hours import hours
from game.view.measures import measures
from game.view.meters import band, meters
from game.view.passing import passing
from game.view.picture import picture
from game.view.report import REST_SHARE, report
from tests.kit import a_game, fjellvik, go_to


@cache
def catalogue() -> dict[str, object]:
    return load_catalogue()  # type: ignore[return-value]


def words(language: str = "nb") -> Translator:
    return Translator(language, catalogue())  # type: ignore[arg-type]


def a_state(phase: Phase, year: int = 2029, player: str = "balanced", seed: int = 7) -> GameState:
    session = a_game(seed)
    while (session.state.year, session.state.phase) != (year, phase):
        session.do(PLAYERS[player](session.state, session.scenario))
    return session.state


def strings(view: object) -> list[str]:
    """Every string in a view, however deep."""
    if isinstance(view, str):
        return [view]
    if is_dataclass(view):
        return [s for entry in fields(view) for s in strings(getattr(view, entry.name))]
    if isinstance(view, (tuple, list)):
        return [s for part in view for s in strings(part)]
    if isinstance(view, dict):
        return [s for part in view.values() for s in strings(part)]
    return []


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("player", ["nothing", "random", "balanced"])
def test_every_view_of_a_whole_game_can_be_built(language: str, player: str) -> None:
    t, session, scenario = words(language), a_game(3), fjellvik()
    while not session.state.is_over:
        state = session.state
        if state.phase is Phase.PICTURE:
            view: object = picture(state, scenario, t)
        elif state.phase is Phase.EVENT:
            view = event_card(state, scenario, t)
        elif state.phase is Phase.MEASURES:
            view = measures(state, scenario, t)
        elif state.phase is Phase.PASSING:
            view = passing(state, scenario, t)
        elif state.phase is Phase.REPORT:
            view = report(state, scenario, t, METERS[state.year % len(METERS)])
        assert not [text for text in strings(view) if "{" in text or "}" in text]
        session.do(PLAYERS[player](state, scenario))

    end = ending(session.state, without_players(scenario, 3), scenario, t)

    assert end.title.name and len(end.rows) == len(METERS)
    assert not [text for text in strings(end) if "{" in text or "}" in text]


@pytest.mark.parametrize(
    ("meter", "value", "expected"),
    [
        ("staffing", 95.0, "good"),
        ("staffing", 94.9, "ok"),
        ("staffing", 84.9, "crisis"),
        ("trust", 60.0, "good"),
        ("trust", 40.0, "ok"),
        ("trust", 39.9, "crisis"),
        ("wellbeing", 55.0, "good"),
        ("wellbeing", 34.9, "crisis"),
        ("services", 70.0, "good"),
        ("services", 44.9, "crisis"),
    ],
)
def test_bands_have_their_limits(meter: str, value: float, expected: str) -> None:
    assert band(meter, value) == expected


def test_meters_come_in_their_fixed_order_with_words_first() -> None:
    shown = meters(a_state(Phase.PICTURE), words())

    assert [meter.name for meter in shown] == [
        "Folk på jobb",
        "Gode tjenester",
        "Trivsel på jobb",
        "Tillit",
        "Penger",
    ]
    assert all(meter.band_text in ("BRA", "OK", "KRISE") for meter in shown)


def test_the_two_bars_are_the_models_own_hours_in_whole_positions() -> None:
    state = a_state(Phase.PICTURE)
    bars = hours(state, words())

    own, hired, *missing = (part.fte for part in bars.have)
    assert own == round(state.latest.present_fte[0, 0, 0])
    assert hired == round(state.latest.agency_fte[0, 0, 0])
    assert own + hired + sum(missing) == bars.total_need
    assert bars.total_have / bars.total_need == pytest.approx(state.now["staffing"], abs=0.003)


def test_every_effect_is_shown_before_the_choice() -> None:
    state = a_state(Phase.MEASURES)
    table = measures(state, fjellvik(), words())

    assert len(table.cards) == 6
    for card in table.cards:
        assert card.effects
        assert card.certainty_text in ("sikkert", "trolig", "usikkert")
        assert card.cost_text
        if not card.enabled:
            assert card.why_not


def test_no_view_tells_what_is_still_hidden() -> None:
    t, scenario = words(), fjellvik()
    state = a_state(Phase.MEASURES)
    shown = " ".join(strings((measures(state, scenario, t), picture(state, scenario, t))))

    # events to come, and how strong an uncertain measure truly is, stay inside
    coming = [t.pick(e.text) for e in scenario.events if e.id != state.event]
    assert not [text for text in coming if text in shown]
    n = state.parameters.n
    strengths = [strength(card, state.year, state.seed, n, scenario) for card in state.table]
    assert not [value for value in strengths if f"{value:.2f}".replace(".", ",") in shown]


def test_a_waterfall_ends_where_the_meter_ends_and_hides_no_more_than_a_tenth() -> None:
    state = a_state(Phase.REPORT)
    for meter in METERS:
        why = report(state, fjellvik(), words(), meter).why

        assert why.start + sum(bar.amount for bar in why.bars) == pytest.approx(why.end, abs=0.06)
        moved = sum(abs(bar.amount) for bar in why.bars)
        rest = sum(abs(bar.amount) for bar in why.bars if bar.label == "Annet")
        assert rest <= REST_SHARE * moved + 0.05 or rest < 0.35


@pytest.mark.parametrize("player", ["nothing", "random", "balanced"])
@pytest.mark.parametrize("seed", range(6))
def test_no_quote_and_no_headline_is_used_twice_in_one_game(player: str, seed: int) -> None:
    t, session = words(), a_game(seed)
    quotes, headlines = [], []
    while not session.state.is_over:
        if session.state.phase is Phase.REPORT:
            view = report(session.state, fjellvik(), t)
            quotes.append(view.quote)
            headlines.append(view.headline)
        session.do(PLAYERS[player](session.state, session.scenario))

    assert len(set(quotes)) == len(quotes)
    assert len(set(headlines)) == len(headlines)


def test_the_first_picture_has_no_quote_and_promises_nothing() -> None:
    view = picture(a_game().state, fjellvik(), words())

    assert view.quote == ""
    assert "Fjellvik" in view.opening
    assert view.pipeline == ()


def test_what_is_on_its_way_is_told_with_its_year() -> None:
    session = go_to(a_game(), Phase.MEASURES)
    session = go_to(session, Phase.REPORT)
    for _ in range(3):
        session.do(PLAYERS["balanced"](session.state, session.scenario))
    view = picture(session.state, session.scenario, words())

    assert all(item.year >= session.state.year for item in view.pipeline)
    assert view.pipeline


@pytest.mark.parametrize(
    ("after", "over", "expected"),
    [(0, 1, "nå"), (1, 1, "om 1 år"), (0, 3, "i løpet av 3 år"), (1, 3, "om 1–3 år")],
)
def test_a_delay_is_told_in_years(after: int, over: int, expected: str) -> None:
    effect = next(e for m in fjellvik().measures for e in m.effects)

    timed = effect.model_copy(update={"after": after, "over": over})

    assert delay_text(timed, words()) == expected


def test_more_sick_leave_is_an_arrow_up_that_is_bad() -> None:
    effect = next(
        e
        for thing in (*fjellvik().measures, *(o for ev in fjellvik().events for o in ev.choices))
        for e in thing.effects
        if e.change == "sick_leave_rate"
    )
    worse = effect.model_copy(update={"by": 0.01})

    (view,) = effect_views([worse], words())

    assert (view.direction, view.meaning, view.strength) == ("up", "bad", 3)


def test_the_town_shows_trouble_when_nobody_is_at_the_wheel() -> None:
    early, late = a_state(Phase.PICTURE, 2026, "nothing"), a_state(Phase.REPORT, 2040, "nothing")
    t, scenario = words(), fjellvik()

    at_first = picture(early, scenario, t).town.levels()
    at_last = report(late, scenario, t).town.levels()

    assert "dark_windows" not in at_first
    assert at_last["dark_windows"] > 0.9
    assert {"umbrella", "torches", "empty_pegs"} <= set(at_last)
    lines = [reaction.line for reaction in report(late, scenario, t).town.reactions]
    assert sum(bool(line) for line in lines) >= 6


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_game_of_answers_opens_with_few_words_and_speaks_of_its_own_choices(
    language: str,
) -> None:
    view = picture(a_game(preset="stand").state, fjellvik(), words(language))
    shown = (view.opening, view.so_far, view.hours.sentence, *view.news, view.quote)
    names = [meter.name for meter in view.meters]

    assert len(" ".join((*shown, *names)).split()) <= 60
    assert view.so_far.split()[-1] == "5"
    assert "2040" in view.opening and "3" in view.opening


def test_a_longer_game_counts_years_and_a_game_of_answers_counts_choices() -> None:
    assert picture(a_game().state, fjellvik(), words()).so_far == "År 1 av 15"
    assert picture(a_game(preset="stand").state, fjellvik(), words()).so_far == "Valg 1 av 5"
