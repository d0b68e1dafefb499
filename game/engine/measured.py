"""The variables of a moment by name, for conditions, records and views."""

from __future__ import annotations

from game.model.axes import CARE_SERVICES, DRIVERS, PROFESSIONS, SERVICES, SOFT
from game.model.lanes import Array, State
from game.model.parameter_set import Parameters
from game.model.year import Year


def _first(rows: Array) -> float:
    return float(rows[0, 0, 0])


def measured(
    municipality: State, year: Year, p: Parameters, calendar_year: int
) -> dict[str, float]:
    """Every variable of `model.variables` in lane 0: flows from `year`, stocks as they are now."""
    values = {name: float(municipality.soft[row, 0, 0]) for row, name in enumerate(SOFT)}
    values |= _workforce(year, p)
    values |= _need(year)
    values |= _people(municipality, year)
    values |= _money(municipality, year)
    values["services"] = _first(year.services)
    values["staffing"] = _first(year.staffing)
    values["year"] = float(calendar_year)
    values["running_projects"] = float(year.drivers[DRIVERS.index("projects"), 0, 0])
    return values


def _workforce(year: Year, p: Parameters) -> dict[str, float]:
    employees = _first(year.employees)
    position = _first(year.employed_fte) / employees
    shift = position - _first(p.work.mean_position_size)
    full_time = _first(p.work.full_time_share) + _first(p.n.full_time_share_by_position) * shift
    return {
        "employees": employees,
        "position_size": position,
        "full_time_share": min(1.0, max(0.0, full_time)),
        "sick_leave_rate": 1.0 - _first(year.present_fte) / _first(year.employed_fte),
        "turnover_rate": float(year.leavers[:, :, 0].sum()) / employees,
        "vacancy_share": max(0.0, 1.0 - _first(year.present_fte) / _first(year.needed_fte)),
        "agency_share": _agency_share(year),
        "agency_fte": _first(year.agency_fte),
        "present_fte": _first(year.present_fte),
        "needed_fte": _first(year.needed_fte),
        "retirement_rate": 1.0,
        **_applicants(year, p),
    }


def _agency_share(year: Year) -> float:
    gap = _first(year.needed_fte) - _first(year.present_fte)
    return min(1.0, _first(year.agency_fte) / gap) if gap > 0 else 0.0


def _applicants(year: Year, p: Parameters) -> dict[str, float]:
    level = year.applicants[:, 0, 0] / p.work.applicants[:, 0, 0]
    row = {name: float(level[number]) for number, name in enumerate(PROFESSIONS)}
    return {
        "applicants": float(year.applicants[:, 0, 0].sum() / p.work.applicants.sum()),
        "care_applicants": row["care_worker"],
        "nurse_applicants": row["nurse"],
        "teacher_applicants": row["teacher"],
        "technical_applicants": row["engineer"],
    }


def _need(year: Year) -> dict[str, float]:
    level = year.needed[:, 0, 0] / year.base_need[:, 0, 0]
    values = {f"{name}_need": float(level[row]) for row, name in enumerate(SERVICES)}
    care = CARE_SERVICES.index(1.0)
    values["prevention_share"] = float(year.prevented_share[care, 0, 0])
    return values


def _people(municipality: State, year: Year) -> dict[str, float]:
    by_age = municipality.population[:, :, 0].sum(axis=0)
    return {
        "population": float(by_age.sum()),
        "children_0_5": float(by_age[:6].sum()),
        "persons_20_66": float(by_age[20:67].sum()),
        "persons_80_plus": float(by_age[80:].sum()),
        "in_moves": _first(year.in_moves),
        "out_moves": 1.0,
    }


def _money(municipality: State, year: Year) -> dict[str, float]:
    revenue = _first(year.revenue_nok)
    fund = _first(municipality.reserve_fund_nok)
    return {
        "money": _first(year.money),
        "revenue": revenue,
        "reserve_fund": fund,
        "reserve_fund_share": fund / revenue,
        "net_operating_result_share": _first(year.result_share),
        "operating_cost": revenue - _first(year.result_nok),
    }
