"""The municipalities: each has a knot of its own, fails when left alone, and can be saved."""

from __future__ import annotations

from functools import cache

import pytest

from game.content.load import list_scenarios, load_library, load_scenario
from game.content.scenario import Event, Municipality, Option, Scenario
from game.engine.game_state import GameState
from game.engine.session import new_session
from game.lab.players import ALL_PLAYERS, play
from game.lab.players.typical import ELECTIONS
from game.view.meters import points

IDS = tuple(listed.id for listed in list_scenarios())
SEEDS = (1, 5)
STAFFING_CRISIS, MONEY_CRISIS = 85.0, 45.0


@cache
def the(scenario_id: str) -> Scenario:
    """A scenario that comes with the game."""
    return load_scenario(scenario_id)


@cache
def end_of(scenario_id: str, player: str, seed: int) -> GameState:
    """The end of a game played by one of the players."""
    return play(new_session(the(scenario_id), seed), ALL_PLAYERS[player]).state


def place(scenario_id: str) -> Municipality:
    return the(scenario_id).municipality


def share_of(town: Municipality, *groups: str) -> float:
    """How large a part of the people are in these age groups."""
    return sum(n for group, n in town.inhabitants.items() if group in groups) / (
        town.total_inhabitants
    )


def others(scenario_id: str) -> list[Municipality]:
    return [place(other) for other in IDS if other != scenario_id]


@cache
def shared_events() -> frozenset[str]:
    """What every municipality may meet."""
    return frozenset(event.id for event in load_library().events)


def own_events(scenario_id: str) -> list[Event]:
    return [event for event in the(scenario_id).events if event.id not in shared_events()]


def first_crisis(state: GameState, meter: str, limit: float) -> int | None:
    years = [r.year for r in state.records if points(r.values, meter) < limit]
    return years[0] if years else None


def test_there_are_six_municipalities_and_fjellvik_is_the_first() -> None:
    assert len(IDS) == 6
    assert IDS[0] == "fjellvik"
    assert len({place(one).name for one in IDS}) == 6


def test_lysebygd_has_many_children_few_old_and_the_largest_debt() -> None:
    children, old = ("0-5", "6-15"), ("67-79", "80-89", "90+")
    town = place("lysebygd")

    assert share_of(town, *children) > max(share_of(o, *children) for o in others("lysebygd"))
    assert share_of(town, *old) < min(share_of(o, *old) for o in others("lysebygd"))
    assert town.debt_share == 1.70
    # people move there, and the teachers must come with them
    state = end_of("lysebygd", "nothing", 1)
    assert state.records[-1].values["population"] > state.records[0].values["population"]


def test_storvag_bids_against_a_hospital_that_pays_more() -> None:
    assert place("storvag").neighbour_pay > max(o.neighbour_pay for o in others("storvag"))

    offer = next(event for event in own_events("storvag") if event.id == "hospital_offer")
    match = next(choice for choice in offer.choices if choice.id == "match")

    assert {"pay_offer", "neighbour_pay"} <= {effect.change for effect in match.effects}


def test_ytterskjaer_is_small_and_rich_and_leans_on_temps() -> None:
    town = place("ytterskjaer")

    assert town.total_inhabitants == 1200
    assert town.turnover_rate > max(o.turnover_rate for o in others("ytterskjaer"))
    assert town.agency_share > max(o.agency_share for o in others("ytterskjaer"))
    assert town.revenue_per_inhabitant > max(
        o.revenue_per_inhabitant for o in others("ytterskjaer")
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_kvitfoss_lacks_people_and_never_money(seed: int) -> None:
    alone = end_of("kvitfoss", "nothing", seed)

    assert first_crisis(alone, "money", MONEY_CRISIS) is None
    assert first_crisis(alone, "staffing", STAFFING_CRISIS) is not None


def test_havnes_has_an_empty_fund_and_the_best_volunteers() -> None:
    town = place("havnes")
    first = end_of("havnes", "nothing", 1).records[0].values

    assert first["reserve_fund_share"] < 0.01
    assert points(first, "money") < MONEY_CRISIS
    assert town.volunteers > max(o.volunteers for o in others("havnes"))


@pytest.mark.parametrize("seed", SEEDS)
def test_new_ways_leave_more_in_the_purse_of_havnes(seed: int) -> None:
    planned, alone = (end_of("havnes", who, seed).records for who in ("ways", "nothing"))

    assert points(planned[-1].values, "money") > points(alone[-1].values, "money") + 5.0


@pytest.mark.parametrize("scenario_id", IDS)
def test_each_has_an_event_of_its_own_that_comes_whatever_one_does(scenario_id: str) -> None:
    events = own_events(scenario_id)
    seen = {entry.what for entry in end_of(scenario_id, "nothing", 1).seen}

    assert {event.id for event in events if event.urgent} <= seen
    for event in events:
        assert len(event.choices) == 3


@pytest.mark.parametrize("player", ["nothing", "random"])
@pytest.mark.parametrize("scenario_id", IDS)
def test_no_event_of_its_own_pushes_an_election_aside(scenario_id: str, player: str) -> None:
    seen = end_of(scenario_id, player, 1).seen

    assert [entry.year for entry in seen if entry.what in ELECTIONS] == [2027, 2031, 2035, 2039]


@pytest.mark.parametrize("scenario_id", IDS)
def test_each_own_event_has_an_answer_one_can_always_afford(scenario_id: str) -> None:
    def is_free(choice: Option) -> bool:
        return not (choice.cost.value or choice.yearly_cost.value or choice.effort)

    for event in own_events(scenario_id):
        assert any(is_free(choice) for choice in event.choices), event.id


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("scenario_id", IDS)
def test_left_alone_it_runs_out_of_hands_between_2029_and_2037(scenario_id: str, seed: int) -> None:
    year = first_crisis(end_of(scenario_id, "nothing", seed), "staffing", STAFFING_CRISIS)

    assert year is not None
    assert 2029 < year < 2037


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("scenario_id", IDS)
def test_a_sound_line_has_many_more_hands_in_the_end(scenario_id: str, seed: int) -> None:
    alone = points(end_of(scenario_id, "nothing", seed).records[-1].values, "staffing")
    planned = points(end_of(scenario_id, "people", seed).records[-1].values, "staffing")

    assert planned >= alone + 8.0


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("scenario_id", IDS)
def test_random_games_run_to_the_end_in_every_municipality(scenario_id: str, seed: int) -> None:
    scenario = the(scenario_id)

    assert len(end_of(scenario_id, "random", seed).records) == scenario.turns + 1


def test_two_municipalities_with_the_same_seed_do_not_give_the_same_game() -> None:
    endings = {end_of(one, "nothing", 1).records[-1].values["staffing"] for one in IDS}

    assert len(endings) == len(IDS)
