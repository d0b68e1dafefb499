"""A player who looks one turn ahead, tries everything there is, and takes what gives most at once.

Each answer and each card is tried by letting the turn pass; the one that leaves the five meters
highest at its end is taken. What comes after the turn counts for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.content.scenario import Scenario
from game.engine.action import Action, AnswerCouncil, ChooseMeasure, ChooseOption, GoOn
from game.engine.apply import Applied, apply
from game.engine.game_state import GameState, Phase
from game.engine.shadow import passive
from game.engine.trials import steps_open
from game.lab.players.common import must_answer, offered, options_now
from game.lab.score import score

LEAST_GAIN = 0.02
"""Points of the mean of the meters that make a card worth the trouble."""


@dataclass(frozen=True)
class _Look:
    state: GameState
    scenario: Scenario

    def after(self, actions: Iterable[Action]) -> float | None:
        """The mean of the meters when the turn has passed with these actions, if they can be."""
        state = self.state
        for action in actions:
            result = apply(state, action, self.scenario)
            if not isinstance(result, Applied):
                return None
            state = result.state
        while state.phase not in (Phase.PASSING, Phase.OVER):
            result = apply(state, _least(state), self.scenario)
            if not isinstance(result, Applied):
                return None
            state = result.state
        return score(state.records[-1].values)


def _least(state: GameState) -> Action:
    offer = offered(state)
    return AnswerCouncil(offer.what, "accept") if offer else passive(state)


def greedy(state: GameState, scenario: Scenario) -> Action:
    """The best that one turn shows."""
    if offer := offered(state):
        return AnswerCouncil(offer.what, "accept")
    look = _Look(state, scenario)
    if must_answer(state):
        answers = [ChooseOption(option.id) for option in options_now(state, scenario)]
        return _best(look, answers, passive(state), None)
    if state.phase is Phase.MEASURES:
        left = [
            name
            for name in (*state.table, *steps_open(state, scenario))
            if name not in state.picked
        ]
        return _best(look, [ChooseMeasure(name) for name in left], GoOn(), look.after(()))
    return GoOn()


def _best(
    look: _Look, actions: Iterable[Action], otherwise: Action, without: float | None
) -> Action:
    found = [(value, action) for action in actions if (value := look.after([action])) is not None]
    if not found:
        return otherwise
    value, best = max(found, key=lambda one: one[0])
    return best if without is None or value > without + LEAST_GAIN else otherwise
