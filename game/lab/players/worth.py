"""How much a planner who thinks ahead cares for an effect. Only for players; no rule reads it."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.effects import Effect
from game.content.scenario import Costly
from game.engine.game_state import GameState
from game.model.variables import VARIABLES

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
"""A unit of each. Where a rise is neither good nor bad in itself, the sign stands here."""

RELATIVE_WORTH = 25.0
KRONER_WORTH = 7e-7
HORIZON_YEARS = 6
AT_ONCE = 1
"""Effects that begin within so many years are what one who looks close sees."""


def worth(state: GameState, costly: Costly, effects: tuple[Effect, ...]) -> float:
    """A rough long-run value of a decision: good less bad, less what it costs."""
    residents = state.now["population"]
    good = sum(_worth_of(effect, residents, WORTH) for effect in effects)
    return good - KRONER_WORTH * cost_ahead(state, costly)


def worth_at_once(state: GameState, costly: Costly, effects: tuple[Effect, ...]) -> float:
    """The same for one who sees only this year and the next, and only the first bill."""
    residents = state.now["population"]
    near = [effect for effect in effects if effect.after < AT_ONCE]
    paid = costly.cost.total(residents) + costly.yearly_cost.total(residents)
    return sum(_worth_of(effect, residents, WORTH) for effect in near) - KRONER_WORTH * paid


def kroner(state: GameState, costly: Costly, effects: tuple[Effect, ...]) -> float:
    """What a decision leaves in the purse, for one who counts nothing else."""
    residents = state.now["population"]
    saved = sum(_worth_of(effect, residents, MONEY) for effect in effects)
    return saved - cost_ahead(state, costly)


MONEY = {"revenue": 1.0, "operating_cost": 1.0, "reserve_fund": 1.0, "debt": 0.2}


def cost_ahead(state: GameState, costly: Costly) -> float:
    """What a decision costs as far ahead as one looks, kroner."""
    residents = state.now["population"]
    years = min(HORIZON_YEARS, state.last_year - state.year + 1)
    yearly = min(years, costly.cost_lasts or years)
    return costly.cost.total(residents) + yearly * costly.yearly_cost.total(residents)


def _worth_of(effect: Effect, residents: float, worths: Mapping[str, float]) -> float:
    variable = VARIABLES[effect.change]
    sign = -1.0 if variable.rising_is == "bad" else 1.0
    size = effect.by * (residents if effect.per_inhabitant else 1.0)
    lasting = 1.0 if effect.lasts is None else min(1.0, effect.lasts / HORIZON_YEARS)
    usual = RELATIVE_WORTH if worths is WORTH else 0.0
    return sign * worths.get(effect.change, usual) * size * lasting
