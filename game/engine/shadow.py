"""Nullbane («uten dere»): the same municipality and the same luck, with no one at the wheel."""

from __future__ import annotations

from functools import lru_cache

from game.content.scenario import Scenario
from game.engine.action import Action, GoOn, LeaveUnanswered
from game.engine.apply import Applied, apply
from game.engine.game_state import GameState, Phase, Record
from game.engine.setup import Setup
from game.engine.start import new_game


def passive(state: GameState) -> Action:
    """What nobody does: leaves events unanswered and lets the years go."""
    if state.phase is Phase.EVENT and state.option is None:
        return LeaveUnanswered()
    return GoOn()


def without_players(
    scenario: Scenario, seed: int, setup: Setup | None = None
) -> tuple[Record, ...]:
    """The records of the whole game when nobody does anything."""
    return end_without_players(scenario, seed, setup).records


def end_without_players(scenario: Scenario, seed: int, setup: Setup | None = None) -> GameState:
    """The end of the game when nobody does anything."""
    state = new_game(scenario, seed, setup)
    while not state.is_over:
        result = apply(state, passive(state), scenario)
        assert isinstance(result, Applied)  # doing nothing is always allowed
        state = result.state
    return state


class ShadowRuns:
    """Keeps the last few nullbaner, since every view of a game asks for the same one."""

    def __init__(self, scenario: Scenario, setup: Setup | None = None) -> None:
        """For one scenario, played one way."""
        self._run = lru_cache(maxsize=8)(lambda seed: end_without_players(scenario, seed, setup))

    def records(self, seed: int) -> tuple[Record, ...]:
        """The records of the nullbane with this seed."""
        return self._run(seed).records

    def end(self, seed: int) -> GameState:
        """The last day of the nullbane with this seed."""
        return self._run(seed)
