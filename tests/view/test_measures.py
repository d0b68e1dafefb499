"""The table as players read it: cases, parked cards, steps, states and prices of long turns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine.action import ParkMeasure, PrepareCase
from game.engine.apply import apply
from game.engine.game_state import Chosen, GameState, Phase
from game.engine.resources import cost_nok, room_total_nok
from game.engine.session import new_session
from game.engine.setup import Setup
from game.engine.trials import steps_open
from game.text.numbers import nok_millions
from game.text.translate import Translator, load_catalogue
from game.view.measures import measures
from game.view.standing import bound_views
from tests.kit import a_game, fjellvik, go_to

CASE, TRIAL = "rota_together", "medicine_dispenser"


def nb() -> Translator:
    return Translator("nb", load_catalogue())


def at_the_cards(**changes) -> GameState:
    return replace(go_to(a_game(), Phase.MEASURES).state, **changes)


def test_cards_that_are_cases_are_marked_and_only_those():
    view = measures(at_the_cards(table=(CASE, "simpler_forms")), fjellvik(), nb())
    assert [card.is_case for card in view.cards] == [True, False]


def test_a_chosen_case_shows_its_anchoring_before_and_after_the_unions_are_asked():
    state = at_the_cards(table=(CASE,), picked=(CASE,))
    asked = apply(state, PrepareCase(CASE, involve=True), fjellvik()).state
    (before,) = measures(state, fjellvik(), nb()).cases
    (after,) = measures(asked, fjellvik(), nb()).cases
    assert (before.word, after.word) == ("svak", "middels")
    assert after.anchoring == before.anchoring + 30.0
    assert after.involved
    assert not before.involved


def test_a_parked_card_says_so():
    state = at_the_cards()
    parked = apply(state, ParkMeasure(state.table[2]), fjellvik()).state
    assert [c.is_parked for c in measures(parked, fjellvik(), nb()).cards].index(True) == 2


def test_every_open_step_stands_under_its_card():
    state = at_the_cards(chosen=(Chosen(2024, TRIAL), Chosen(2024, CASE)))
    view = measures(state, fjellvik(), nb())
    shown = [step.name for path in view.paths for step in path.steps]
    assert sorted(shown) == sorted(steps_open(state, fjellvik()))
    assert {path.card: path.stage for path in view.paths}[TRIAL] == 1


def test_a_measured_trial_says_what_it_gave_and_an_unmeasured_one_does_not():
    tried = at_the_cards(chosen=(Chosen(2024, TRIAL),))
    measured = at_the_cards(chosen=(Chosen(2024, TRIAL), Chosen(2025, f"{TRIAL}.evaluated")))
    (hidden,) = measures(tried, fjellvik(), nb()).paths
    (told,) = measures(measured, fjellvik(), nb()).paths
    assert (hidden.result, hidden.stage) == ("", 1)
    assert told.stage == 2
    assert told.result.startswith("Prøven")


@pytest.mark.parametrize(
    ("variable", "value", "name"),
    [("trust", 10.0, "Mistillit"), ("staffing", 0.6, "Beredskap"), ("robek", 1.0, "Rød liste")],
)
def test_a_state_one_is_in_has_a_name_and_a_way_out(variable, value, name):
    state = at_the_cards()
    low = replace(state.records[-1], values={**state.now, variable: value, "friendly_seats": 35.0})
    (standing,) = measures(replace(state, records=(low,)), fjellvik(), nb()).standings
    assert standing.name == name
    assert len(standing.way_out.split()) <= 14


def test_a_sound_municipality_is_in_no_such_state():
    assert measures(at_the_cards(), fjellvik(), nb()).standings == ()


def test_in_a_turn_of_three_years_a_card_shows_all_that_leaves_the_purse():
    session = go_to(new_session(fjellvik(), 7, Setup.of("lesson", "usual")), Phase.MEASURES)
    state = replace(session.state, table=("apprentices",))
    view = measures(state, fjellvik(), nb())
    amount = nok_millions(cost_nok("apprentices", state, fjellvik()))
    assert view.cards[0].cost_text == f"{amount} på 3 år"
    assert view.year == "2026–2028"


def test_the_money_ahead_is_what_the_chosen_cards_bind():
    state = at_the_cards(table=("apprentices",))
    chosen = replace(state, picked=("apprentices",))
    free, bound = (bound_views(one, fjellvik(), nb()) for one in (state, chosen))
    assert [view.year for view in bound] == [2026, 2027, 2028, 2029]
    cost = cost_nok("apprentices", state, fjellvik())
    assert bound[0].share - free[0].share == pytest.approx(cost / room_total_nok(state))
