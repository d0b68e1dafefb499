"""«Hvorfor?» over many games: causes add up to all of the change, and little of it is «annet»."""

from __future__ import annotations

from functools import cache

import pytest

from game.engine.explain import contributions
from game.engine.game_state import GameState, Phase
from game.engine.session import new_session
from game.engine.turn import METERS
from game.lab.players import PLAYERS
from tests.kit import fjellvik

SEEDS = range(11, 21)
REST_SHARE = 0.10
UNSEEN = 0.05
"""Less than a twentieth of a point cannot be seen on a meter."""


@cache
def years_of(player: str) -> tuple[GameState, ...]:
    """The state after each year of ten games."""
    states = []
    for seed in SEEDS:
        session = new_session(fjellvik(), seed)
        while not session.state.is_over:
            session.do(PLAYERS[player](session.state, session.scenario))
            if session.state.phase is Phase.PASSING:
                states.append(session.state)
    return tuple(states)


@pytest.mark.parametrize("meter", METERS)
@pytest.mark.parametrize("player", ["nothing", "random", "balanced"])
def test_causes_add_up_to_the_change_and_other_is_at_most_a_tenth(player: str, meter: str) -> None:
    scale = 100.0 if meter == "staffing" else 1.0
    too_much = []
    for state in years_of(player):
        parts = contributions(state, meter)
        before, after = (scale * state.records[i].values[meter] for i in (-2, -1))
        assert sum(part.amount for part in parts) == pytest.approx(after - before, abs=1e-9)
        rest = sum(abs(part.amount) for part in parts if part.cause == "rest")
        whole = sum(abs(part.amount) for part in parts)
        if rest > max(REST_SHARE * whole, UNSEEN):
            too_much.append(f"seed {state.seed}, {state.year}: {rest:.2f} of {whole:.2f}")
    assert not too_much, "\n".join(too_much)


def test_the_games_are_many_and_full_of_change() -> None:
    states = [state for player in PLAYERS for state in years_of(player)]
    moved = [
        abs(state.records[-1].values[meter] - state.records[-2].values[meter])
        for state in states
        for meter in ("services", "wellbeing", "trust", "money")
    ]

    assert len(states) >= 3 * len(SEEDS) * 15
    assert sum(change > 0.5 for change in moved) > len(moved) / 4
