"""«Hvorfor?»: the causes add up to the change, and little of it is «annet»."""

from __future__ import annotations

from functools import cache

import pytest

from game.engine.explain import contributions
from game.engine.game_state import GameState, Phase
from game.engine.turn import METERS
from game.lab.players import PLAYERS
from tests.kit import a_game


def states_after_each_year(player: str, seed: int) -> list[GameState]:
    session, states = a_game(seed), []
    while not session.state.is_over:
        session.do(PLAYERS[player](session.state, session.scenario))
        if session.state.phase is Phase.PASSING:
            states.append(session.state)
    return states


@cache
def games() -> list[GameState]:
    return [
        state
        for player in ("nothing", "random", "balanced")
        for seed in (1, 2, 3)
        for state in states_after_each_year(player, seed)
    ]


@pytest.mark.parametrize("meter", METERS)
def test_the_causes_of_a_year_add_up_to_its_change(meter: str) -> None:
    for state in games():
        parts = contributions(state, meter)
        scale = 100.0 if meter == "staffing" else 1.0
        before, after = (scale * state.records[i].values[meter] for i in (-2, -1))

        assert sum(part.amount for part in parts) == pytest.approx(after - before, abs=1e-9)


@pytest.mark.parametrize("meter", METERS)
def test_other_is_never_more_than_a_tenth_of_all_that_moved(meter: str) -> None:
    for state in games():
        parts = contributions(state, meter)
        whole = sum(abs(part.amount) for part in parts)
        rest = next(part.amount for part in parts if part.cause == "rest")

        # less than a twentieth of a point cannot be seen on the meter
        assert abs(rest) <= max(0.1 * whole, 0.05), (state.year, meter, rest, whole)


def test_a_decision_is_named_with_the_year_it_was_made() -> None:
    named = [
        part
        for state in games()
        for meter in METERS
        for part in contributions(state, meter)
        if part.is_decision
    ]

    assert named
    assert all(2026 <= part.since <= 2040 for part in named)
