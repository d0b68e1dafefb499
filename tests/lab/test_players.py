"""What the players' games show: doing nothing fails, a balanced plan does clearly better."""

from __future__ import annotations

import pytest

from game.engine.action import ChooseMeasure, ChooseOption
from game.engine.save import fingerprint
from game.engine.shadow import without_players
from game.engine.turn import METERS
from game.lab.players import PLAYERS, play
from game.view.meters import band, points
from tests.kit import a_game, final_state, fjellvik

SEEDS = range(1, 11)


@pytest.mark.parametrize("seed", SEEDS)
def test_without_you_the_municipality_visibly_fails_before_2034(seed: int) -> None:
    records = final_state("nothing", seed).records

    crises = [r.year for r in records if band("staffing", points(r.values, "staffing")) == "crisis"]

    assert crises[0] < 2034
    # and once it fails it does not mend by itself
    assert crises == list(range(crises[0], 2041))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_balanced_plan_does_clearly_better(seed: int) -> None:
    alone = final_state("nothing", seed).records[-1].values
    planned = final_state("balanced", seed).records[-1].values

    gains = {meter: points(planned, meter) - points(alone, meter) for meter in METERS}

    assert gains["staffing"] > 10.0
    assert gains["services"] > 15.0
    assert gains["wellbeing"] > 10.0
    assert gains["trust"] > 10.0
    assert band("staffing", points(planned, "staffing")) != "crisis"


@pytest.mark.parametrize("seed", [1, 7])
def test_the_nullbane_is_the_game_of_the_player_who_does_nothing(seed: int) -> None:
    assert without_players(fjellvik(), seed) == final_state("nothing", seed).records


@pytest.mark.parametrize("player", PLAYERS)
def test_the_same_seed_and_player_give_the_same_game_to_the_last_digit(player: str) -> None:
    first, second = (play(a_game(7), PLAYERS[player]).state for _ in range(2))

    assert first.records == second.records
    assert fingerprint(first) == fingerprint(second)


@pytest.mark.parametrize("seed", range(30))
def test_random_games_run_to_the_end(seed: int) -> None:
    assert len(final_state("random", seed).records) == 16


def test_over_many_games_every_event_and_every_measure_is_met() -> None:
    scenario = fjellvik()
    seen, dealt, answered = set(), set(), set()
    for seed in range(40):
        session = a_game(seed)
        while not session.state.is_over:
            state = session.state
            dealt |= set(state.table)
            action = PLAYERS["random"](state, scenario)
            if isinstance(action, ChooseOption):
                seen.add(state.event)
                answered.add(f"{state.event}.{action.option}")
            assert not isinstance(action, ChooseMeasure) or action.measure in state.table
            session.do(action)

    assert dealt == {measure.id for measure in scenario.measures}
    assert seen == {event.id for event in scenario.events}
    every = {f"{e.id}.{o.id}" for e in scenario.events for o in e.choices}
    assert len(every - answered) <= len(every) * 0.1, every - answered


def test_elections_come_in_their_years() -> None:
    for seed in SEEDS:
        years = [
            entry.year for entry in final_state("nothing", seed).seen if entry.what == "election"
        ]
        assert years == [2027, 2031, 2035, 2039]
