"""«Hva gjorde valgene deres?» and «Slik kan det gå» in three languages."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.content.parameter_files import records
from game.engine.game_state import Chosen, GameState, Phase
from game.engine.turn import METERS
from game.engine.what_if.account import Account, account_of
from game.engine.what_if.doubt import Doubt
from game.engine.what_if.forecast import Fan, Forecaster, WhatIf, bands_of
from game.engine.what_if.story import story_of
from game.lab.players import PLAYERS
from game.model.variables import VARIABLES
from game.text.translate import LANGUAGES, Translator, load_catalogue
from game.view.attribution import AccountView, attribution
from game.view.forecast import LINES, forecast, what_if
from tests.engine.what_if_kit import a_played_game, a_short_story
from tests.kit import a_game, fjellvik
from tests.view.test_views import strings

CATALOGUE = load_catalogue()


def words(language: str = "nb") -> Translator:
    return Translator(language, CATALOGUE)


@cache
def an_account(choices: int = 0) -> Account:
    return account_of(a_short_story(choices) if choices else story_of(a_played_game("balanced", 3)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("meter", METERS)
def test_the_bars_sum_to_what_the_choices_did(language: str, meter: str) -> None:
    for by in ("choice", "pillar"):
        view = attribution(an_account(), meter, words(language), by)  # type: ignore[arg-type]

        assert sum(bar.amount for bar in view.bars) == pytest.approx(view.end - view.start)
        assert not [text for text in strings(view) if "{" in text or "}" in text]
        assert len(view.loops) == 12 and view.whole and view.luck_sentence


def test_choices_shared_by_a_sample_say_how_far_off_they_may_be() -> None:
    many = attribution(an_account(), "wellbeing", words(), by="choice")
    few = attribution(an_account(9), "wellbeing", words(), by="choice")

    assert "200 rekkefølger" in many.note and not many.pairs
    assert not few.note
    assert any(bar.label.startswith("Andre valg: ") for bar in many.bars)


@pytest.mark.parametrize("meter", METERS)
@pytest.mark.parametrize("seed", [3, 5, 8])
def test_hardly_anything_hides_in_all_other_choices(seed: int, meter: str) -> None:
    account = an_account() if seed == 3 else account_of(story_of(a_played_game("balanced", seed)))
    view = attribution(account, meter, words(), by="choice")

    whole = sum(abs(bar.amount) for bar in view.bars)
    hidden = [bar.amount for bar in view.bars if bar.label == "Alle andre valg"]
    assert sum(map(abs, hidden)) <= 0.1 * whole
    # eight choices, five pillars, the answers to events, and what is left
    assert len(view.bars) <= 15 and len({bar.label + bar.since for bar in view.bars}) == len(
        view.bars
    )


def test_a_choice_is_named_with_its_year_and_an_answer_with_its_event() -> None:
    view = attribution(an_account(9), "wellbeing", words(), by="choice")

    named = [(bar.label, bar.since) for bar in view.bars if bar.since]
    assert all(since.startswith("siden 20") for _, since in named)
    assert len(set(named)) == len(named) >= 3
    assert any(": " in label for label, _ in named)


def test_two_choices_that_lean_on_each_other_are_told_in_a_sentence() -> None:
    views = [attribution(an_account(9), meter, words(), by="choice") for meter in METERS]
    pairs = [pair for view in views for pair in view.pairs]

    assert pairs
    for pair in pairs:
        told = "hjalp hverandre" if pair.amount > 0 else "noe av den samme jobben"
        more = " mer enn hver for seg." if pair.amount > 0 else " mindre enn hver for seg."
        assert told in pair.sentence and pair.sentence.endswith(more)
        assert "−" not in pair.sentence and "poeng" in pair.sentence


def test_a_year_in_the_middle_can_be_asked_about() -> None:
    view: AccountView = attribution(an_account(), "trust", words(), year=2030)

    assert view.year == 2030 and "2030" in view.whole
    record = a_played_game("balanced", 3).state.records[2030 - 2026 + 1]
    assert view.end == pytest.approx(record.values["trust"])


def test_who_chose_nothing_is_told_so() -> None:
    account = account_of(story_of(a_played_game("nothing", 3)))

    view = attribution(account, "trust", words())

    assert view.bars == () and view.sentence.startswith("Dere tok ingen valg")


def test_before_a_year_has_passed_there_is_no_account() -> None:
    with pytest.raises(ValueError, match="no year"):
        account_of(story_of(a_game(4)))


# --- the fan -------------------------------------------------------------------------------------


@cache
def ahead() -> Forecaster:
    return Forecaster(fjellvik())


@cache
def in_2031() -> GameState:
    session = a_game(3)
    while (session.state.year, session.state.phase) != (2031, Phase.MEASURES):
        session.do(PLAYERS["balanced"](session.state, session.scenario))
    return session.state


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("meter", METERS)
def test_the_fan_of_every_meter_can_be_told(language: str, meter: str) -> None:
    t, state = words(language), in_2031()
    fan = ahead().fan(state, METERS, futures=40)
    doubts = ahead().largest_doubts(state, METERS, futures=16)

    view = forecast(state, fan, meter, t, doubts)

    assert not [text for text in strings(view) if "{" in text or "}" in text]
    assert view.years == tuple(range(2031, 2041)) and view.past_years[-1] == 2030
    assert len(view.bands) == 5 and len(view.lines) == LINES
    assert view.in_good == sum(line[-1] >= view.good_from for line in view.lines)
    assert "2040" in view.sentence and view.band_sentence and view.doubt_sentence


def test_while_a_control_is_dragged_the_largest_doubt_is_not_named() -> None:
    fan = ahead().fan(in_2031(), METERS, futures=24)

    assert forecast(in_2031(), fan, "trust", words()).doubt_sentence == ""


@pytest.mark.parametrize("meter", METERS)
def test_a_competence_plan_narrows_the_span_and_where_it_does_the_fan_says_so(meter: str) -> None:
    before = replace(in_2031(), chosen=())
    after = replace(before, chosen=(Chosen(2030, "competence_map"),))
    fans = [ahead().fan(state, METERS, futures=64) for state in (before, after)]
    wide, narrow = (float(fan.band(meter)[-1, -1] - fan.band(meter)[0, -1]) for fan in fans)
    told = [
        "Kompetanseplanen" in forecast(state, fan, meter, words()).band_sentence
        for state, fan in zip((before, after), fans, strict=True)
    ]

    assert told[0] is False
    assert narrow < wide or not told[1]
    assert told[1] or meter in ("trust", "money")


def test_when_the_futures_are_alike_no_doubt_is_named() -> None:
    fan = ahead().fan(in_2031(), METERS, futures=24)
    doubts = ahead().largest_doubts(in_2031(), METERS, futures=16)
    emptied = fan.values.copy()
    # one far out among many alike is not what one is unsure of
    emptied[:, METERS.index("money"), 1:] = 0.0
    alike = Fan(fan.years, fan.names, emptied, bands_of(emptied))

    view = forecast(in_2031(), alike, "money", words(), doubts)

    assert view.doubt_sentence == "Her er nesten alle framtidene like."
    assert view.band_sentence == "Åtte av ti framtider ender på 0 i 2040."
    assert forecast(in_2031(), fan, "trust", words(), doubts).doubt_sentence.startswith("Det vi er")


def test_at_the_end_there_is_nothing_to_look_ahead_to() -> None:
    state = a_played_game("balanced", 3).state
    fan = ahead().fan(state, METERS, futures=24)

    view = forecast(state, fan, "trust", words(), ahead().largest_doubts(state, METERS, 8))

    assert view.sentence == "Det er ingen år igjen å se fram mot."
    assert view.lines == () and view.years == ()
    found = ahead().what_if(state, METERS, (), futures=8)
    assert what_if(found, "trust", words()) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_may_be_in_doubt_has_words(language: str) -> None:
    for source in ahead().sources:
        assert words(language)(f"doubt.{source}")


def test_a_single_number_in_doubt_is_told_by_its_own_name() -> None:
    fan = ahead().fan(in_2031(), METERS, futures=24)
    wild = Doubt("applicants_by_reputation", "workforce", 0.0, 40.0)
    doubts = Forecaster(fjellvik(), [wild]).largest_doubts(
        in_2031(), METERS, futures=32, each_record=True
    )

    view = forecast(in_2031(), fan, "staffing", words(), doubts)

    name = next(r.body["name"]["nb"] for r in records() if r.id == "applicants_by_reputation")
    assert view.doubt_sentence == f"Det vi er mest usikre på, er «{name}»."


def a_difference(name: str, low: float, high: float) -> WhatIf:
    values = np.linspace(low, high, 81)[None, None, :]
    fan = Fan((2035,), (name,), values, bands_of(values))
    return WhatIf(fan, fan, fan)


@pytest.mark.parametrize(
    ("name", "low", "high", "told", "meaning"),
    [
        ("employees", 1.6, 5.4, "trolig 2–5 flere", "good"),
        ("employees", -5.4, -1.6, "trolig 2–5 færre", "bad"),
        ("employees", 2.9, 3.1, "trolig 3 flere", "good"),
        ("employees", -0.1, 0.1, "nesten ingen forskjell", "neutral"),
        ("employees", -0.9, 6.0, "trolig 0–5 flere", "neutral"),
        ("employees", -3.0, 6.0, "et sted mellom 2 færre og 5 flere", "neutral"),
        ("wellbeing", 0.4, 1.1, "trolig 0,5–1,0 poeng mer", "good"),
        ("staffing", 0.021, 0.049, "trolig 2–5 prosentpoeng mer", "good"),
        ("sick_leave_rate", -0.049, -0.021, "trolig 2–5 prosentpoeng mindre", "good"),
        ("needed_fte", 2.0, 9.0, "trolig 3–8 årsverk mer", "bad"),
        ("reserve_fund", -9.2e6, -4.1e6, "trolig 5–9 mill. kr mindre", "bad"),
    ],
)
def test_a_difference_is_told_in_words(
    name: str, low: float, high: float, told: str, meaning: str
) -> None:
    view = what_if(a_difference(name, low, high), name, words())

    assert view is not None
    assert (view.difference, view.meaning) == (told, meaning)
    assert view.sentence.endswith(f"2035: {told}.")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(VARIABLES))
def test_a_difference_in_any_variable_can_be_told(language: str, name: str) -> None:
    if f"variable.{name}" not in CATALOGUE or VARIABLES[name].unit == "year":
        return
    for low, high in ((1e7, 4e7), (-4e7, -1e7), (-4e7, 1e7)):
        view = what_if(a_difference(name, low, high), name, words(language))
        assert view is not None and "{" not in view.sentence


def test_a_real_choice_is_told_with_the_years_it_has_left() -> None:
    state = replace(in_2031(), option=None)
    found = ahead().what_if(state, METERS, (state.table[0],), futures=64, until=2036)

    views = [what_if(found, meter, words()) for meter in METERS]

    assert all(view is not None and view.year == 2036 for view in views)
    assert any(view.difference != "nesten ingen forskjell" for view in views if view)
