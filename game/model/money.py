"""Equations of the budget, in 2026 kroner."""

from __future__ import annotations

import numpy as np

from game.model.axes import PERCENT
from game.model.equation import equation
from game.model.lanes import Array


@equation(symbol="K", unit="nok", source="grant_per_resident_nok")
def grant_criteria_nok(age_groups: Array, grant_per_resident: Array) -> Array:
    """What the state's key reckons that this population costs. Shape (1, 1, lane)."""
    return (age_groups * grant_per_resident).sum(axis=0, keepdims=True)


@equation(symbol="I", unit="nok", source="grant_share")
def revenue_nok(
    start_nok: Array,
    growth: Array,
    criteria_level: Array,
    residents_level: Array,
    grant_share: Array,
    luck: Array,
) -> Array:
    """Revenue: part follows the age criteria against the country's, the rest the residents."""
    level = grant_share * criteria_level + (1.0 - grant_share) * residents_level
    return start_nok * growth * level * (1.0 + luck)


@equation(symbol="W", unit="nok", source="pay_nok")
def wage_cost_nok(employed_fte: Array, sick_rate: Array, cost_nok: Array, refund: Array) -> Array:
    """Wages of all employees, less the state's refund of sick pay. Shape (1, 1, lane)."""
    paid = employed_fte * (1.0 - refund * sick_rate)
    return (paid * cost_nok).sum(axis=0, keepdims=True)


@equation(symbol="X", unit="nok", source="agency_price_ratio")
def gap_cost_nok(
    agency_fte: Array, uncovered_fte: Array, cost_nok: Array, agency_ratio: Array, gap_ratio: Array
) -> Array:
    """Agency staff, and what it costs that hours are left undone. Shape (1, 1, lane)."""
    hours = agency_fte * agency_ratio + uncovered_fte * gap_ratio
    return (hours * cost_nok).sum(axis=0, keepdims=True)


@equation(symbol="M", unit="index", source="money_by_fund")
def money_index(
    fund_share: Array, result_share: Array, neutral: Array, by_fund: Array, by_result: Array
) -> Array:
    """The money meter: is there a fund, and does the year add up?"""
    points = neutral + by_fund * fund_share + by_result * result_share
    return np.minimum(PERCENT, np.maximum(0.0, points))


@equation(symbol="u", unit="share", source="least_hiring_share")
def hiring_share(fund_share: Array, sound: Array, least: Array) -> Array:
    """How much of the wanted hiring the municipality dares: all of it with a sound fund."""
    safe = np.minimum(1.0, np.maximum(0.0, fund_share / sound))
    return least + (1.0 - least) * safe
