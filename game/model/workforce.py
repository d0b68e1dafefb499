"""Equations of the workforce: how much of it is there, who leaves, who comes."""

from __future__ import annotations

import numpy as np

from game.model.axes import PERCENT, TEN_POINTS
from game.model.equation import equation
from game.model.lanes import Array


@equation(symbol="n", unit="fte", source="profession_mix")
def needed_by_profession(needed_by_service: Array, mix: Array) -> Array:
    """The needed hours, by the profession that should do them. Shape (profession, 1, lane)."""
    by_service = needed_by_service.reshape(1, mix.shape[1], -1)
    return (mix * by_service).sum(axis=1, keepdims=True)


@equation(symbol="q", unit="share", source="position_by_full_time_culture")
def position_size(
    base: Array, reach: Array, culture: Array, by_culture: Array, shift: Array
) -> Array:
    """Mean position size of each profession.

        q = base + reach · (k · culture/100 + shift), never over 1

    Culture is counted from the start. Professions with small positions have more to gain.
    """
    rise = by_culture * (culture / PERCENT) + shift
    return np.minimum(1.0, np.maximum(0.0, base + reach * rise))


@equation(symbol="g", unit="points", source="identity")
def pressure(needed_fte: Array, contracted_fte: Array, reference: Array) -> Array:
    """Work pressure: how many points more is missing, before sick leave, than at the start."""
    return PERCENT * (1.0 - contracted_fte / needed_fte) - reference


@equation(symbol="f", unit="relative", source="sick_leave_by_gap")
def sick_leave_factor(
    pressure_points: Array,
    wellbeing: Array,
    leadership: Array,
    by_pressure: Array,
    by_wellbeing: Array,
    by_leadership: Array,
    luck: Array,
) -> Array:
    """Sick leave against the start.

    f = max(0, (1 + kg · g/10 - kw · wellbeing/10 - kl · leadership/10) · (1 + luck))
    """
    rise = by_pressure * pressure_points - by_wellbeing * wellbeing - by_leadership * leadership
    return np.maximum(0.0, (1.0 + rise / TEN_POINTS) * (1.0 + luck))


@equation(symbol="k", unit="share", source="relative_sick_leave")
def sick_leave_rate(base: Array, factor: Array, shift: Array) -> Array:
    """Share of working days lost to sick leave, by profession.

    k = base · f + shift, between 0 and 1
    """
    return np.minimum(1.0, np.maximum(0.0, base * factor + shift))


@equation(symbol="h", unit="fte", source="identity")
def present_fte(employed_fte: Array, sick_rate: Array) -> Array:
    """Timeregnskapet, by profession: employees · position · presence."""
    return employed_fte * (1.0 - sick_rate)


@equation(symbol="x", unit="fte", source="agency_price_ratio")
def agency_fte(gap_fte: Array, agency_share: Array, shift: Array) -> Array:
    """Hours hired in: a share of what is missing in each profession.

    x = gap · (a + shift), between none and all of the gap
    """
    return gap_fte * np.minimum(1.0, np.maximum(0.0, agency_share + shift))


@equation(symbol="r", unit="share", source="quits_by_wellbeing")
def quit_factor(
    wellbeing: Array,
    pressure_points: Array,
    neighbour_pay: Array,
    by_wellbeing: Array,
    by_pressure: Array,
    by_neighbour: Array,
    luck: Array,
) -> Array:
    """Quits against the start: more when work is hard, dull or better paid next door."""
    rise = by_pressure * pressure_points + by_neighbour * neighbour_pay - by_wellbeing * wellbeing
    return np.maximum(0.0, (1.0 + rise / TEN_POINTS) * (1.0 + luck))


@equation(symbol="l", unit="share", source="turnover_by_profession")
def leave_rate(
    quit_rate: Array, factor: Array, quit_shift: Array, retirement: Array, retirement_shift: Array
) -> Array:
    """Share of each profession and age band that leaves in the year.

    l = quit · r + shift + retirement · (1 + shift), between 0 and 1
    """
    retired = retirement * np.maximum(0.0, 1.0 + retirement_shift)
    rate = quit_rate * factor
    rate += retired + quit_shift
    np.maximum(0.0, rate, out=rate)
    return np.minimum(1.0, rate, out=rate)


@equation(symbol="S+1", unit="persons", source="band_move_share")
def employees_next(
    staff: Array, leavers: Array, hires: Array, move_share: Array, hire_share: Array, later: Array
) -> None:
    """Write into `later` those who stayed, one in five moved to the next band, and those hired.

    S+1[band] = 4/5 (S - l)[band] + 1/5 (S - l)[band - 1] + hires · share[band]

    The last band has no next one: people leave it only by quitting or retiring.
    """
    np.subtract(staff, leavers, out=later)
    moving = later * move_share
    later -= moving
    later[:, 1:] += moving[:, :-1]
    later[:, -1] += moving[:, -1]
    later += np.multiply(hires, hire_share, out=moving)


@equation(symbol="v", unit="persons", source="identity")
def wanted_hires(
    needed_by_profession_fte: Array,
    present_per_employee: Array,
    stayers: Array,
    hiring_share: Array,
) -> Array:
    """Employees to look for: enough to cover the need, as far as the money allows.

    v = u · max(0, n / (q (1 - k)) - S)
    """
    wanted = needed_by_profession_fte / present_per_employee
    return hiring_share * np.maximum(0.0, wanted - stayers)


@equation(symbol="c", unit="persons", source="applicants_per_employee")
def qualified_applicants(
    base: Array, working_age_level: Array, supply_level: Array, appeal: Array, shift: Array
) -> Array:
    """People who apply and can do the job; the pool shrinks with the working-age population."""
    return base * (working_age_level * supply_level * appeal) * np.maximum(0.0, 1.0 + shift)


@equation(symbol="y", unit="relative", source="applicants_by_reputation")
def appeal(
    reputation: Array,
    culture: Array,
    neighbour_pay: Array,
    by_reputation: Array,
    by_culture: Array,
    by_neighbour: Array,
    luck: Array,
) -> Array:
    """How attractive the jobs are, against the start."""
    rise = by_reputation * reputation + by_culture * culture - by_neighbour * neighbour_pay
    return np.maximum(0.0, (1.0 + rise / TEN_POINTS) * (1.0 + luck))
