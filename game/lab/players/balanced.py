"""A player who prefers what helps in the long run, card by card."""

from __future__ import annotations

from game.content.scenario import Measure, Scenario
from game.engine.action import Action, AnswerCouncil, ChooseMeasure, GoOn
from game.engine.game_state import GameState, Phase
from game.lab.players.common import (
    allowed,
    answer_in_order,
    must_answer,
    offered,
    options_now,
)
from game.lab.players.worth import worth


def balanced(state: GameState, scenario: Scenario) -> Action:
    """Prefers what helps in the long run, pillar by pillar, and keeps some effort free."""
    if offer := offered(state):
        return AnswerCouncil(offer.what, "accept")
    if must_answer(state):
        options = options_now(state, scenario)
        best = sorted(options, key=lambda option: -worth(state, option, option.effects))
        return answer_in_order(state, [option.id for option in best], scenario)
    if state.phase is Phase.MEASURES:
        pick = _best_card(state, scenario)
        if pick is not None:
            return pick
    return GoOn()


def _best_card(state: GameState, scenario: Scenario) -> Action | None:
    cards = [m for m in scenario.measures if m.id in state.table and m.id not in state.picked]
    cards.sort(key=lambda measure: -_worth_of_card(state, measure))
    for card in cards:
        if _worth_of_card(state, card) <= 0:
            return None
        if allowed(state, ChooseMeasure(card.id), scenario):
            return ChooseMeasure(card.id)
    return None


def _worth_of_card(state: GameState, measure: Measure) -> float:
    # a pillar that has been used much is worth a little less: a plan needs all of them
    used = sum(entry.what == measure.id for entry in state.chosen)
    return worth(state, measure, measure.effects) / (1 + used)
