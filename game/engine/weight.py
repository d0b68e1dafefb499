"""How many times as strong a decision works for how it was made: the rules' say in its effect."""

from __future__ import annotations

from game.content.scenario import Measure, Scenario
from game.engine.council import HALF, MOST, anchoring, needs_council
from game.engine.decisions import card_id, find_measure, is_put_to_use
from game.engine.game_state import GameState
from game.engine.resources import chosen_names
from game.engine.standing import number_of
from game.engine.strategy import stands_behind
from game.engine.trials import evaluation, pillar_of

SPOKE_OF_PILLAR = {
    "recruitment": "relations",
    "full_time": "culture",
    "innovation": "development",
    "volunteering": "surroundings",
    "leadership": "structure",
}
"""The area of leadership that carries the cards of a pillar; the sixth carries the council."""
COUNCIL_SPOKE = "dialogue"
DESIGNED = "service_design"
DOUBLED = "cocreation"
TWICE = 2.0


def weight_of(name: str, state: GameState, scenario: Scenario) -> float:
    """The weight a decision of this turn is locked with."""
    measure = find_measure(card_id(name), scenario)
    if measure is None:
        return state.setup.preset.weight
    if not measure.dealt:
        return 1.0
    n = state.parameters.n
    weight = _by_leadership(name, state, scenario)
    if stands_behind(pillar_of(name, scenario), state, scenario):
        weight *= number_of(n.goal_factor)
    if needs_council(name, state, scenario):
        weight *= _anchored(name, state) * _bargained(name, state)
    if is_put_to_use(name):
        weight *= number_of(n.evaluated_factor) if evaluation(measure.id, state) else 1.0
        weight *= number_of(n.designed_factor) if DESIGNED in chosen_names(state) else 1.0
        weight *= 1.0 + number_of(n.spillover_by_kind) * _other_kinds(measure, state, scenario)
    return weight * (TWICE if state.uses_special(DOUBLED, name) else 1.0)


def _other_kinds(measure: Measure, state: GameState, scenario: Scenario) -> int:
    """How many other kinds of innovation have been tried: they teach each other."""
    if measure.innovation_kind is None:
        return 0
    tried = (find_measure(entry.what, scenario) for entry in state.chosen)
    kinds = {card.innovation_kind for card in tried if card and card.innovation_kind}
    return len(kinds - {measure.innovation_kind})


def _by_leadership(name: str, state: GameState, scenario: Scenario) -> float:
    council = needs_council(name, state, scenario)
    area = COUNCIL_SPOKE if council else SPOKE_OF_PILLAR[pillar_of(name, scenario)]
    share = number_of(state.parameters.n.spoke_share)
    return 1.0 + share * (state.now[area] - HALF) / MOST


def _anchored(name: str, state: GameState) -> float:
    least = number_of(state.parameters.n.anchored_least)
    most = number_of(state.parameters.n.anchored_most)
    return least + (most - least) * anchoring(name, state) / MOST


def _bargained(name: str, state: GameState) -> float:
    smaller = any(
        vote.what == name
        and vote.answer == "accept"
        and vote.offer
        and vote.offer.kind == "smaller"
        for vote in state.votes
    )
    return number_of(state.parameters.n.smaller_factor) if smaller else 1.0
