"""Players without a window: nothing, random and balanced. Each is a source of the same actions."""

from __future__ import annotations

from collections.abc import Callable

from game.content.effects import Effect
from game.content.scenario import Costly, Measure, Scenario
from game.engine.action import Action, ChooseMeasure, ChooseOption, GoOn
from game.engine.apply import Applied, apply
from game.engine.game_state import GameState, Phase
from game.engine.session import Session
from game.engine.shadow import passive
from game.model.draws import chance
from game.model.variables import VARIABLES

Player = Callable[[GameState, Scenario], Action]

EVENT_SLOT, MEASURE_SLOT = 4, 5
"""Slots of a thing's own stream that no rule of play uses."""


def nothing(state: GameState, scenario: Scenario) -> Action:
    """Leaves every event unanswered and takes no measure."""
    return passive(state)


def random(state: GameState, scenario: Scenario) -> Action:
    """Answers and picks by luck; takes a card with the chance of one in two."""
    if state.phase is Phase.EVENT and state.option is None:
        return _first_allowed(state, scenario, _options_by(_luck_of_option))
    if state.phase is Phase.MEASURES:
        for measure_id in state.table:
            luck = chance(state.seed, state.year, measure_id, MEASURE_SLOT)
            if luck < 1 / 2 and _allowed(state, ChooseMeasure(measure_id), scenario):
                return ChooseMeasure(measure_id)
    return GoOn()


def balanced(state: GameState, scenario: Scenario) -> Action:
    """Prefers what helps in the long run, pillar by pillar, and keeps some effort free."""
    if state.phase is Phase.EVENT and state.option is None:
        return _first_allowed(state, scenario, _options_by(_worth_of_option))
    if state.phase is Phase.MEASURES:
        pick = _best_card(state, scenario)
        if pick is not None:
            return pick
    return GoOn()


PLAYERS: dict[str, Player] = {"nothing": nothing, "random": random, "balanced": balanced}


def play(session: Session, player: Player) -> Session:
    """Play the session to the end with this player."""
    while not session.state.is_over:
        session.do(player(session.state, session.scenario))
    return session


def _allowed(state: GameState, action: Action, scenario: Scenario) -> bool:
    return isinstance(apply(state, action, scenario), Applied)


def _first_allowed(
    state: GameState, scenario: Scenario, order: Callable[[GameState, Scenario], list[str]]
) -> Action:
    for option in order(state, scenario):
        if _allowed(state, ChooseOption(option), scenario):
            return ChooseOption(option)
    return passive(state)


def _options_by(
    key: Callable[[GameState, str, Costly, tuple[Effect, ...]], float],
) -> Callable[[GameState, Scenario], list[str]]:
    def order(state: GameState, scenario: Scenario) -> list[str]:
        event = next(event for event in scenario.events if event.id == state.event)
        options = sorted(event.choices, key=lambda o: key(state, o.id, o, o.effects))
        return [option.id for option in options]

    return order


def _luck_of_option(
    state: GameState, option_id: str, costly: Costly, effects: tuple[Effect, ...]
) -> float:
    return chance(state.seed, state.year, f"{state.event}.{option_id}", EVENT_SLOT)


def _worth_of_option(
    state: GameState, option_id: str, costly: Costly, effects: tuple[Effect, ...]
) -> float:
    return -worth(state, costly, effects)


WORTH: dict[str, float] = {
    "staffing": 1.0,
    "wellbeing": 1.0,
    "trust": 0.9,
    "reputation": 0.7,
    "leadership": 1.2,
    "partnership": 0.7,
    "dialogue": 0.4,
    "structure": 0.4,
    "relations": 0.5,
    "development": 0.4,
    "culture": 0.4,
    "surroundings": 0.4,
    "competence_match": 0.7,
    "full_time_culture": 1.1,
    "trials": 0.1,
    "proven": 0.2,
    "innovation": 1.1,
    "volunteers": 0.6,
    "change_capacity": 0.6,
    "neighbour_pay": 0.5,
    "sick_leave_rate": 250.0,
    "turnover_rate": 150.0,
    "position_size": 200.0,
    "agency_share": 20.0,
    "retirement_rate": 15.0,
    "home_care_need": 60.0,
    "nursing_home_need": 50.0,
    "prevention_share": 150.0,
    "applicants": 40.0,
    "apprentices": 4.0,
    "study_places": 3.0,
    "pay_offer": 0.1,
    "task_sharing": 60.0,
    "volunteer_use": -0.4,
    "housing": 15.0,
    "property_tax": 20.0,
    "fees": 0.0,
    "revenue": 1e-6,
    "operating_cost": 1e-6,
    "reserve_fund": 1e-6,
    "debt": 2.5e-7,
}
"""How much a planner who thinks ahead cares, a unit. Only for this player; no rule reads it.

Where a rise is neither good nor bad in itself, the sign stands here.
"""

RELATIVE_WORTH = 25.0
KRONER_WORTH = 7e-7
HORIZON_YEARS = 6


def worth(state: GameState, costly: Costly, effects: tuple[Effect, ...]) -> float:
    """A rough long-run value of a decision: good less bad, less what it costs."""
    residents = state.now["population"]
    years = min(HORIZON_YEARS, state.last_year - state.year + 1)
    yearly = min(years, costly.cost_lasts or years)
    cost = costly.cost.total(residents) + yearly * costly.yearly_cost.total(residents)
    return sum(_worth_of(effect, residents) for effect in effects) - KRONER_WORTH * cost


def _worth_of(effect: Effect, residents: float) -> float:
    variable = VARIABLES[effect.change]
    sign = -1.0 if variable.rising_is == "bad" else 1.0
    size = effect.by * (residents if effect.per_inhabitant else 1.0)
    lasting = 1.0 if effect.lasts is None else min(1.0, effect.lasts / HORIZON_YEARS)
    return sign * WORTH.get(effect.change, RELATIVE_WORTH) * size * lasting


def _best_card(state: GameState, scenario: Scenario) -> Action | None:
    cards = [m for m in scenario.measures if m.id in state.table and m.id not in state.picked]
    cards.sort(key=lambda measure: -_worth_of_card(state, measure))
    for card in cards:
        if _worth_of_card(state, card) <= 0:
            return None
        if _allowed(state, ChooseMeasure(card.id), scenario):
            return ChooseMeasure(card.id)
    return None


def _worth_of_card(state: GameState, measure: Measure) -> float:
    # a pillar that has been used much is worth a little less: a plan needs all of them
    used = sum(entry.what == measure.id for entry in state.chosen)
    return worth(state, measure, measure.effects) / (1 + used)
