"""What stood on the screen and was not so: sizes, amounts, changes, reasons and quotes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.common.parties import load_parties
from game.content.effects import Condition, Effect
from game.content.words import PARTIES
from game.engine.action import ChooseMeasure
from game.engine.apply import Refused, apply
from game.engine.game_state import Bill, Chosen, GameState, Offer, Phase, Pledge, Vote
from game.engine.resources import room_left_nok
from game.engine.session import Session, new_session
from game.engine.setup import Setup
from game.engine.turn_causes import Without, latest_years
from game.lab.players import PLAYERS
from game.text.translate import LANGUAGES, Translator, load_catalogue
from game.view.amounts import amount_text
from game.view.conditions import condition_text
from game.view.council import council
from game.view.effects import FIRST_SEEN, effect_views
from game.view.event_card import event_card, refusal_text
from game.view.measures import measures
from game.view.passing import passing
from game.view.picture import news, picture
from game.view.report import report
from game.view.standing import bound_views
from tests.kit import a_game, fjellvik, go_to

CASE = "rota_together"


def words(language: str = "nb") -> Translator:
    return Translator(language, load_catalogue())


def at(phase: Phase, year: int, preset: str = "free", player: str = "balanced") -> Session:
    session = new_session(fjellvik(), 7, Setup.of(preset))
    while (session.state.phase, session.state.year) != (phase, year):
        session.do(PLAYERS[player](session.state, session.scenario))
    return session


def an_effect(change: str, by: float, after: int = 0, if_: tuple[Condition, ...] = ()) -> Effect:
    form = next(e for m in fjellvik().measures for e in m.effects)
    return form.model_copy(update={"change": change, "by": by, "after": after, "if_": if_})


# --- the change of a meter ------------------------------------------------------------------------


@pytest.mark.parametrize("preset", ["stand", "lesson", "double"])
def test_the_picture_after_a_turn_shows_the_same_change_as_its_report(preset: str) -> None:
    session = new_session(fjellvik(), 7, Setup.of(preset))
    go_to(session, Phase.REPORT)
    told = report(session.state, fjellvik(), words(), years=latest_years(session)).meters
    go_to(session, Phase.PICTURE)

    shown = picture(session.state, fjellvik(), words()).meters

    assert max(session.state.turns) > 1
    assert [one.change_text for one in shown] == [one.change_text for one in told]
    assert [one.change_word for one in shown] == [one.change_word for one in told]


def test_before_anything_has_passed_no_meter_has_changed() -> None:
    assert {one.previous for one in picture(a_game().state, fjellvik(), words()).meters} == {None}


# --- amounts --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "language", "expected"),
    [
        (48_300.0, "nb", "48\u00a0000\u00a0kr"),
        (48_300.0, "en", "NOK\u00a048,000"),
        (999_400.0, "nn", "999\u00a0000\u00a0kr"),
        (999_600.0, "nb", "1,0\u00a0mill.\u00a0kr"),
        (2_840_000.0, "en", "NOK\u00a02.8\u00a0million"),
        (-48_300.0, "nb", "\u221248\u00a0000\u00a0kr"),
        (400.0, "nb", "400\u00a0kr"),
        (0.0, "nb", "0\u00a0kr"),
    ],
)
def test_what_is_less_than_a_million_is_told_in_thousands(
    amount: float, language: str, expected: str
) -> None:
    assert amount_text(amount, language) == expected


@pytest.mark.parametrize("place", ["fjellvik", "ytterskjaer"])
def test_no_card_that_costs_something_is_said_to_cost_nothing(place: str) -> None:
    from game.content.load import load_scenario

    scenario = load_scenario(place)
    state = go_to(new_session(scenario, 7, Setup.of("double")), Phase.MEASURES).state
    state = replace(state, table=tuple(m.id for m in scenario.measures if m.dealt))

    told = [card.cost_text for card in measures(state, scenario, words()).cards]

    assert not [text for text in told if "0,0" in text]


# --- how much an effect is ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("by", "marks"), [(-0.5, 1), (-2.0, 1), (-2.5, 2), (-4.0, 2), (-5.3, 3), (9.0, 3)]
)
def test_the_marks_follow_the_points_of_the_quantity(by: float, marks: int) -> None:
    (view,) = effect_views([an_effect("wellbeing", by)], words())
    assert view.strength == marks


def test_what_comes_in_parts_is_as_large_as_its_sum() -> None:
    parts = [an_effect("wellbeing", -2.0), an_effect("wellbeing", -3.5, after=2)]
    (view,) = effect_views(parts, words())
    assert view.strength == 3


def test_the_largest_stands_first_and_the_good_is_among_the_lines_that_are_seen() -> None:
    bad = [an_effect(name, -6.0 - n) for n, name in enumerate(("trust", "culture", "structure"))]
    views = effect_views([an_effect("wellbeing", 1.0, after=4), *bad], words())

    seen = [view.meaning for view in views[:FIRST_SEEN]]
    assert seen[0] == "bad"
    assert "good" in seen
    assert len(views) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_an_effect_waits_for_is_said(language: str) -> None:
    limit = Condition.model_construct(variable="trust", test="at least", value=50.0)
    waits = an_effect("wellbeing", 3.0, after=2, if_=(limit,))
    (view,) = effect_views([waits], words(language), fjellvik())
    word = {"nb": "hvis", "nn": "viss", "en": "if"}[language]
    assert view.condition.startswith(word)
    assert "50" in view.condition


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_condition_of_the_game_can_be_said_in_a_line(language: str) -> None:
    t, scenario = words(language), fjellvik()
    things = (*scenario.measures, *(o for event in scenario.events for o in event.choices))
    told = [condition_text(e.if_, scenario, t) for thing in things for e in thing.effects]

    assert any(told)
    assert max(len(text) for text in told) < 90
    assert not [text for text in told if "{" in text]


# --- money that is held ---------------------------------------------------------------------------


def held(preset: str = "free") -> GameState:
    """At the cards, with more promised away than there is."""
    state = go_to(a_game(preset=preset), Phase.MEASURES).state
    bill = Bill("rota_together", 1e9, state.year, None)
    return replace(state, option=None, bills=(*state.bills, bill))


@pytest.mark.parametrize("preset", ["free", "double"])
def test_the_purse_and_the_four_years_ahead_tell_of_the_same_money(preset: str) -> None:
    state = held(preset)
    purse = measures(state, fjellvik(), words())
    ahead = bound_views(state, fjellvik(), words())[0]
    a_year = state.turn_years

    assert room_left_nok(state, fjellvik()) == 0.0
    assert purse.room_left_text == "0\u00a0kr"
    assert purse.room_total_text == amount_text(1e9 * a_year, "nb")
    assert purse.room_bound_text.startswith(amount_text(1e9 * a_year, "nb"))
    assert ahead.text.endswith(f"av {amount_text(1e9, 'nb')}")


def test_nobody_is_told_to_put_back_a_card_they_have_not_taken() -> None:
    state, t = held(), words()
    costly = next(m.id for m in fjellvik().measures if m.id in state.table and m.cost.value > 0)
    refused = apply(state, ChooseMeasure(costly), fjellvik())
    assert isinstance(refused, Refused)

    assert "Legg tilbake" not in refusal_text(refused, t, state)
    assert "Legg tilbake" in refusal_text(refused, t, replace(state, picked=("x",)))


# --- the sentence of what would have been without -------------------------------------------------


def test_a_backlash_is_told_by_the_case_it_came_of_and_other_consequences_not_at_all() -> None:
    state = at(Phase.REPORT, 2028).state
    case, backlash = Chosen(2028, CASE), Chosen(2028, "backlash")
    rushed = replace(state, chosen=(*[c for c in state.chosen if c.year < 2028], case, backlash))

    def told(what: str, game: GameState) -> str:
        without = Without(what, 2028, 0.0)
        return report(game, fjellvik(), words(), "trust", without=without).without

    assert told("backlash", rushed).startswith("Uten motstanden mot «")
    asked = replace(rushed, chosen=(replace(case, involved=True), backlash))
    assert told("backlash", asked) == ""
    assert told("pledge_broken", rushed) == ""


# --- promises to the council ----------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_open_promises_stand_with_their_year_where_cards_are_chosen(language: str) -> None:
    state = go_to(a_game(), Phase.MEASURES).state
    open_, kept = (Pledge("care_list", "full_time", 2026, 2029, kept) for kept in (None, True))
    view = measures(replace(state, pledges=(kept, open_)), fjellvik(), words(language))

    (told,) = view.pledges
    assert "2029" in told
    assert words(language)("pillar.full_time") in told


def test_a_promise_that_is_settled_is_told_as_the_year_passes() -> None:
    state = at(Phase.PASSING, 2028).state
    settled = replace(state, chosen=(*state.chosen, Chosen(2028, "pledge_broken")))

    told = [line for season in passing(settled, fjellvik(), words()).seasons
            for line in season.landed]  # fmt: skip

    assert "Et løfte til kommunestyret er brutt" in told


# --- what the groups say --------------------------------------------------------------------------


def meeting(offer: Offer | None = None) -> GameState:
    state = go_to(a_game(), Phase.MEASURES).state
    state = replace(state, table=(CASE,), picked=(CASE,))
    return replace(state, phase=Phase.COUNCIL, votes=(Vote(CASE, (8, 0, 0, 7, 0), 18, offer),))


def test_each_group_speaks_of_what_the_case_is_about() -> None:
    groups = council(meeting(), fjellvik(), words()).votes[0].groups
    pillar = next(m.pillar for m in fjellvik().measures if m.id == CASE)
    about = {
        party.id: next(one for one in party.about if one.pillar == pillar)
        for party in load_parties()
    }
    for group in groups:
        line = about[group.id].yes if group.yes else about[group.id].no
        assert group.says == words().pick(line)


def test_every_group_has_something_to_say_in_every_pillar() -> None:
    pillars = {measure.pillar for measure in fjellvik().measures}
    assert {party.id for party in load_parties()} == set(PARTIES)
    for party in load_parties():
        assert {one.pillar for one in party.about} == pillars


@pytest.mark.parametrize("kind", ["smaller", "pledge"])
def test_a_group_that_makes_an_offer_speaks_of_that_offer(kind: str) -> None:
    state = meeting(Offer("town_list", kind, "innovation"))
    groups = council(state, fjellvik(), words()).votes[0].groups
    says = next(group.says for group in groups if group.offers)
    party = next(one for one in load_parties() if one.id == "town_list")
    lines = party.smaller if kind == "smaller" else party.compromise
    assert says in [words().pick(line) for line in lines]


# --- one, and many --------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_child_is_not_told_in_the_plural(language: str) -> None:
    state = at(Phase.PICTURE, 2028).state
    *others, before, last = state.records
    changed = {**before.values, "children_0_5": last.values["children_0_5"] - 1.0}
    told = news(replace(state, records=(*others, replace(before, values=changed), last)),
                words(language))  # fmt: skip

    child = {"nb": "Ett lite barn", "nn": "Eitt lite barn", "en": "One more small child"}
    assert any(line.startswith(child[language]) and "children" not in line for line in told)


def test_an_answer_is_told_with_its_price_in_thousands() -> None:
    state = go_to(a_game(), Phase.EVENT).state
    told = [option.cost_text for option in event_card(state, fjellvik(), words()).options]
    assert not [text for text in told if "0,0" in text]
