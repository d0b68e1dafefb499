"""«Hvorfor?»: from two years and their pushes to causes that add up to the whole change.

The terms come from the model's own equations. What a decision pushed is named by the decision;
the rest is named by the factor that moved. Logarithms split a product so that its factors add up;
they are for showing only and never go back into the model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from math import log

import numpy as np
from numpy.typing import NDArray

from game.engine.game_state import GameState
from game.engine.happening import Push
from game.model.axes import DRIVERS, PERCENT, PROFESSIONS, SERVICES, SOFT
from game.model.lanes import Array
from game.model.year import Year

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Contribution:
    """One cause of a change, in the meter's own points. `cause` is a decision or a factor."""

    cause: str
    amount: float
    since: int = 0
    effect: int = 0
    is_decision: bool = False


def contributions(state: GameState, meter: str) -> tuple[Contribution, ...]:
    """The causes of the latest year's change in a meter; they sum to the change exactly."""
    before = state.records[-2].values[meter] if len(state.records) > 1 else 0.0
    change = state.records[-1].values[meter] - before
    if meter == "staffing":
        change *= PERCENT
    parts = _merged(_EXPLAINERS[meter](state))
    pull = sum(part.amount for part in parts)
    if _at_an_end(state, meter) and pull and 0.0 <= change / pull <= 1.0:
        # a meter that stands at 0 or 100 shows only a part of what pulled it; all shrink alike
        parts = tuple(replace(part, amount=part.amount * (change / pull)) for part in parts)
    return (*parts, Contribution("rest", change - sum(part.amount for part in parts)))


def _at_an_end(state: GameState, meter: str) -> bool:
    values = [record.values[meter] for record in state.records[-2:]]
    return meter != "staffing" and any(value in (0.0, PERCENT) for value in values)


def _merged(parts: Iterable[Contribution]) -> tuple[Contribution, ...]:
    merged: dict[str, Contribution] = {}
    for part in parts:
        old = merged.get(part.cause)
        amount = part.amount + (old.amount if old else 0.0)
        merged[part.cause] = Contribution(
            part.cause, amount, part.since, part.effect, part.is_decision
        )
    return tuple(merged.values())


def _one(rows: Array) -> float:
    return float(rows[0, 0, 0])


def _sum(rows: Array) -> float:
    return float(rows[..., 0].sum())


def _decision(push: Push, amount: float) -> Contribution:
    return Contribution(push.cause, amount, push.since, push.effect, is_decision=True)


def _changes(state: GameState, variable: str) -> list[tuple[Push, float]]:
    """How far each decision's shift of a rate moved from the year before to this year."""
    now = {(p.cause, p.effect, p.since): p for p in state.pushes if p.variable == variable}
    then = {(p.cause, p.effect, p.since): p for p in state.earlier_pushes if p.variable == variable}
    found = []
    for key in {**then, **now}:
        push = now.get(key) or then[key]
        old, new = then.get(key), now.get(key)
        found.append((push, (new.amount if new else 0.0) - (old.amount if old else 0.0)))
    return found


# --- Folk på jobb: a product, split by logarithms ------------------------------------------------


def _staffing(state: GameState) -> list[Contribution]:
    a, b = state.earlier, state.latest
    before, after = _one(a.staffing), _one(b.staffing)
    mean = before if before == after else (after - before) / log(after / before)
    points = mean * PERCENT

    def part(cause: str, factor: Callable[[Year], float]) -> Contribution:
        return Contribution(cause, points * log(factor(b) / factor(a)))

    own = _own_hours(state, points)
    return [
        *own,
        part("agency", lambda year: 1.0 / (1.0 - _one(year.agency_hours_share))),
        part("population_need", lambda year: 1.0 / _sum(year.base_need)),
        *_smart_ways(state, points),
    ]


def _own_hours(state: GameState, points: float) -> list[Contribution]:
    a, b = state.earlier, state.latest
    employees = points * log(_one(b.employees) / _one(a.employees))
    position_a, position_b = (_one(y.employed_fte) / _one(y.employees) for y in (a, b))
    present_a, present_b = (_one(y.present_fte) / _one(y.employed_fte) for y in (a, b))
    position = points * log(position_b / position_a)
    presence = points * log(present_b / present_a)
    parts = _named(state, "position_size", "position", position, points / position_b)
    parts += _named(state, "sick_leave_rate", "sick_leave", presence, -points / present_b)
    return parts + _hired(state, employees, points)


def _named(
    state: GameState, variable: str, factor: str, whole: float, worth: float
) -> list[Contribution]:
    """Split a factor's part: what decisions shifted directly, and the rest under its own name."""
    named = [_decision(push, worth * change) for push, change in _changes(state, variable)]
    return [*named, Contribution(factor, whole - sum(part.amount for part in named))]


def _hired(state: GameState, whole: float, points: float) -> list[Contribution]:
    """More or fewer employees; decisions get what their applicants added where those were few."""
    year = state.earlier
    few = (year.applicants < year.wanted_hires)[:, 0, 0]
    base = state.parameters.work.applicants[:, 0, 0]
    worth = points / _one(state.latest.employees)
    rows = {
        "applicants": few,
        "nurse_applicants": few & _rows("nurse"),
        "care_applicants": few & _rows("social_educator", "care_worker", "assistant"),
        "teacher_applicants": few & _rows("kindergarten_teacher", "child_youth_worker", "teacher"),
        "technical_applicants": few & _rows("engineer"),
    }
    named = []
    for push in state.earlier_pushes:
        if push.variable in rows:
            people = float((base * rows[push.variable]).sum()) * push.amount
            named.append(_decision(push, worth * people))
    return [*named, Contribution("employees", whole - sum(part.amount for part in named))]


def _rows(*wanted: str) -> Mask:
    return np.array([name in wanted for name in PROFESSIONS])


def _smart_ways(state: GameState, points: float) -> list[Contribution]:
    a, b = state.earlier, state.latest
    # what is left of the need after smart ways and prevention, against the year before
    left_a, left_b = (_one(y.needed_fte) / _sum(y.base_need) for y in (a, b))
    whole = -points * log(left_b / left_a)
    named = []
    for row, service in enumerate(SERVICES):
        share = float(b.needed[row, 0, 0]) / _one(b.needed_fte)
        for push, change in _changes(state, f"{service}_need"):
            named.append(_decision(push, -points * share * change))
    care = float(b.needed[2:5, 0, 0].sum()) / _one(b.needed_fte)
    for push, change in _changes(state, "prevention_share"):
        named.append(_decision(push, points * care * change))
    return [*named, Contribution("smart_ways", whole - sum(part.amount for part in named))]


# --- Gode tjenester: a weighted sum --------------------------------------------------------------


def _services(state: GameState) -> list[Contribution]:
    a, b, n = state.earlier, state.latest, state.parameters.n
    weight = n.service_weight[:, 0, 0]
    covered = [float((y.coverage_part[:, 0, 0] * weight).sum()) for y in (a, b)]
    familiar = _one(b.continuity) - _one(a.continuity)
    parts = [
        Contribution("coverage", _one(n.quality_weight_coverage) * (covered[1] - covered[0])),
        Contribution("continuity", _one(n.quality_weight_continuity) * familiar),
    ]
    parts += _soft_last_year(state, "competence_match", _one(n.quality_weight_competence))
    return parts + _soft_last_year(state, "innovation", _one(n.quality_weight_innovation))


def _soft_last_year(state: GameState, stock: str, weight: float) -> list[Contribution]:
    """A soft stock that entered this year's quality moved in the year before."""
    if len(state.records) < 3:
        return []
    moved = state.records[-2].values[stock] - state.records[-3].values[stock]
    named = [
        _decision(push, weight * push.amount)
        for push in state.earlier_pushes
        if push.variable == stock
    ]
    rest = weight * moved - sum(part.amount for part in named)
    return [*named, Contribution(stock, rest)]


# --- Trivsel and tillit: a stock that moves towards its drivers ----------------------------------


def _soft(stock: str) -> Callable[[GameState], list[Contribution]]:
    row = SOFT.index(stock)

    def explain(state: GameState) -> list[Contribution]:
        p = state.parameters
        speed = float(p.n.soft_speed[row, 0, 0])
        terms = state.latest.influence_terms[row, :, 0]
        before = state.records[-2].values[stock]
        drift = before - float(p.reference.soft[row, 0, 0])
        parts = [
            Contribution(DRIVERS[driver], speed * float(term))
            for driver, term in zip(p.society.driver[row], terms, strict=True)
            if term
        ]
        parts.append(Contribution("everyday", -speed * drift))
        return parts + [
            _decision(push, push.amount) for push in state.pushes if push.variable == stock
        ]

    return explain


# --- Penger --------------------------------------------------------------------------------------


def _money(state: GameState) -> list[Contribution]:
    a, b, n = state.earlier, state.latest, state.parameters.n
    fund = _one(n.money_by_fund) * (_one(b.fund_share) - _one(a.fund_share))
    worth = _one(n.money_by_result) / _one(b.revenue_nok)

    def cost(cause: str, quantity: Callable[[Year], Array]) -> Contribution:
        return Contribution(cause, -worth * (_one(quantity(b)) - _one(quantity(a))))

    parts = [
        Contribution("fund", fund),
        cost("wages", lambda year: year.wage_cost_nok),
        cost("gap_cost", lambda year: year.gap_cost_nok),
        cost("debt_cost", lambda year: year.debt_cost_nok),
        cost("other_cost", lambda year: year.other_cost_nok),
        cost("our_choices", _operating_cost),
    ]
    result = _one(n.money_by_result) * (_one(b.result_share) - _one(a.result_share))
    spent = sum(part.amount for part in parts[1:])
    return [*parts, Contribution("revenue", result - spent)]


def _operating_cost(year: Year) -> Array:
    return (
        year.revenue_nok
        - year.result_nok
        - year.wage_cost_nok
        - year.gap_cost_nok
        - year.debt_cost_nok
        - year.other_cost_nok
    )


_EXPLAINERS: dict[str, Callable[[GameState], list[Contribution]]] = {
    "staffing": _staffing,
    "services": _services,
    "wellbeing": _soft("wellbeing"),
    "trust": _soft("trust"),
    "money": _money,
}
