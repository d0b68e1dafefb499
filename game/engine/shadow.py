"""Nullbane («uten dere»): the same municipality and the same luck, with no one at the wheel."""

from __future__ import annotations

from functools import lru_cache

from game.content.scenario import Scenario
from game.engine.action import Action, GoOn, LeaveUnanswered
from game.engine.apply import Applied, apply
from game.engine.game_state import GameState, Phase, Record
from game.engine.start import new_game


def passive(state: GameState) -> Action:
    """What nobody does: leaves events unanswered and lets the years go."""
    if state.phase is Phase.EVENT and state.option is None:
        return LeaveUnanswered()
    return GoOn()


def without_players(scenario: Scenario, seed: int) -> tuple[Record, ...]:
    """The records of the whole game when nobody does anything."""
    state = new_game(scenario, seed)
    while not state.is_over:
        result = apply(state, passive(state), scenario)
        assert isinstance(result, Applied)  # doing nothing is always allowed
        state = result.state
    return state.records


class ShadowRuns:
    """Keeps the last few nullbaner, since every view of a game asks for the same one."""

    def __init__(self, scenario: Scenario) -> None:
        """For one scenario."""
        self._run = lru_cache(maxsize=8)(lambda seed: without_players(scenario, seed))

    def records(self, seed: int) -> tuple[Record, ...]:
        """The records of the nullbane with this seed."""
        return self._run(seed)
