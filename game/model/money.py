"""Equations of the budget, in 2026 kroner."""

from __future__ import annotations

import numpy as np

from game.model.axes import PERCENT, REVENUES
from game.model.equation import equation
from game.model.lanes import Array


@equation(symbol="K", unit="nok", source="grant_per_resident_nok")
def grant_criteria_nok(age_groups: Array, grant_per_resident: Array) -> Array:
    """What the state's key reckons that this population costs. Shape (1, 1, lane)."""
    return (age_groups * grant_per_resident).sum(axis=0, keepdims=True)


@equation(symbol="E", unit="relative", source="tax_equalisation_share")
def tax_level(residents: Array, working_age: Array, equalised: Array) -> Array:
    """Tax against the country's: it is paid by those who work, and most of it is shared out.

        E = residents + (1 - equalised) · (working age - residents)

    Both are levels against the start.
    """
    return residents + (1.0 - equalised) * (working_age - residents)


@equation(symbol="I", unit="nok", source="revenue_share")
def revenue_by_source(
    start_nok: Array, growth: Array, levels: tuple[Array, ...], luck: Array
) -> Array:
    """Revenue by source: the start, real growth, and the level that each source follows.

        I[r] = I0[r] · growth · level[r] · (1 + luck)

    Tax follows residents and those of working age, the grant follows the age criteria against the
    country's, fees follow the users, and property tax stands still. Shape (5, 1, lane).
    """
    rows = np.empty((len(REVENUES), 1, luck.shape[-1]))
    for row, level in zip(rows, levels, strict=True):
        row[:] = level[0]
    rows *= start_nok * growth
    rows *= 1.0 + luck
    return rows


@equation(symbol="W", unit="nok", source="pay_nok")
def wage_cost_nok(
    employed_fte: Array,
    sick_rate: Array,
    cost_nok: Array,
    refund: Array,
    pay_offer: Array,
    offer_cost: Array,
) -> Array:
    """Wages of all employees, less the refund of sick pay, plus what a bonus costs.

        W = sum of (fte · (1 - refund · sick) · cost) · (1 + k · offer/100)

    Shape (1, 1, lane).
    """
    paid = employed_fte * (1.0 - refund * sick_rate)
    plain = (paid * cost_nok).sum(axis=0, keepdims=True)
    return plain * (1.0 + offer_cost * np.maximum(0.0, pay_offer) / PERCENT)


@equation(symbol="X", unit="nok", source="agency_price_ratio")
def gap_cost_nok(
    agency_fte: Array, uncovered_fte: Array, cost_nok: Array, agency_ratio: Array, gap_ratio: Array
) -> Array:
    """Agency staff, and what it costs that hours are left undone. Shape (1, 1, lane)."""
    hours = agency_fte * agency_ratio + uncovered_fte * gap_ratio
    return (hours * cost_nok).sum(axis=0, keepdims=True)


@equation(symbol="Q", unit="nok", source="interest_rate")
def debt_cost_nok(debt: Array, interest: Array, exposure: Array, instalment: Array) -> Array:
    """Interest on the part of the debt the municipality bears itself, and instalments on all.

    Q = debt · (rate · exposed part + instalment share)
    """
    return debt * (interest * exposure + instalment)


@equation(symbol="J+", unit="nok", source="invested_result_share")
def invested_nok(result: Array, share: Array) -> Array:
    """The part of a good year that goes to buildings instead of the fund, and saves a loan.

    J = share · max(0, result)
    """
    return share * np.maximum(0.0, result)


@equation(symbol="G+1", unit="nok", source="instalment_share")
def debt_next_nok(
    debt: Array,
    start_nok: Array,
    need_level: Array,
    instalment: Array,
    invested: Array,
    push: Array,
) -> Array:
    """The debt after a year: instalments are paid, and buildings are renewed as the need grows.

        G' = max(0, G · (1 - instalment) + instalment · G0 · need - J + push)

    What is paid for out of a good year need not be borrowed.
    """
    renewed = instalment * start_nok * need_level
    return np.maximum(0.0, debt * (1.0 - instalment) + renewed - invested + push)


@equation(symbol="M", unit="index", source="money_by_fund")
def money_index(
    fund_share: Array, result_share: Array, neutral: Array, by_fund: Array, by_result: Array
) -> Array:
    """The money meter: is there a fund, and does the year add up?"""
    points = neutral + by_fund * fund_share + by_result * result_share
    return np.minimum(PERCENT, np.maximum(0.0, points))


@equation(symbol="ρ", unit="share", source="robek_deficit_share")
def in_robek(fund_share: Array, limit: Array) -> Array:
    """1 when the deficit that has piled up is over the limit of the law, else 0."""
    return np.where(fund_share < -limit, 1.0, 0.0)


@equation(symbol="u", unit="share", source="least_hiring_share")
def hiring_share(
    fund_share: Array, sound: Array, least: Array, robek: Array, strict: Array
) -> Array:
    """How much of the wanted hiring the municipality dares: all of it with a sound fund.

    u = (least + (1 - least) · fund/sound) · (1 - strict · ROBEK), the fund between 0 and sound
    """
    safe = np.minimum(1.0, np.maximum(0.0, fund_share / sound))
    return (least + (1.0 - least) * safe) * (1.0 - strict * robek)
