"""The variables of a moment by name, for conditions, records and views.

One reader a variable. A reader gives one number a lane, so that a game, a thousand futures and a
game replayed in lanes all read the same way; a game keeps lane 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from game.model import society
from game.model.axes import (
    CARE_SERVICES,
    DRIVERS,
    PERCENT,
    PROFESSIONS,
    SERVICES,
    SOFT,
    TRAINEES,
    YOUTH_GROUP,
)
from game.model.lanes import Array, State
from game.model.parameter_set import Parameters
from game.model.variables import VARIABLES
from game.model.year import Year

MOST_STAFFING = VARIABLES["staffing"].highest
CARE = CARE_SERVICES.index(1.0)


@dataclass(frozen=True)
class Moment:
    """The end of a year: stocks as they are now, and the flows of the year that was run."""

    municipality: State
    year: Year
    p: Parameters
    calendar_year: int


Reader = Callable[[Moment], Array]
"""From a moment to the value in every lane, shape (lane,)."""


def measured(
    municipality: State, year: Year, p: Parameters, calendar_year: int
) -> dict[str, float]:
    """Every variable of `model.variables` in lane 0: flows from `year`, stocks as they are now."""
    moment = Moment(municipality, year, p, calendar_year)
    return {name: float(read(moment)[0]) for name, read in READERS.items()}


def in_every_lane(moment: Moment, names: Iterable[str]) -> dict[str, Array]:
    """Some of the variables, in every lane; only those asked for are worked out."""
    return {name: READERS[name](moment) for name in names}


def _flow(name: str) -> Reader:
    return lambda at: getattr(at.year, name)[0, 0]


def _row(name: str, row: int) -> Reader:
    return lambda at: getattr(at.year, name)[row, 0]


def _soft(row: int) -> Reader:
    return lambda at: at.municipality.soft[row, 0]


def _points(driver: str) -> Reader:
    """What decisions push a driver, within the scale of an index."""
    row = DRIVERS.index(driver)
    return lambda at: np.clip(at.year.drivers[row, 0], -PERCENT, PERCENT)


def _constant(value: float) -> Reader:
    return lambda at: np.full(at.municipality.lanes, value)


def _within_one(share: Array) -> Array:
    return np.minimum(1.0, np.maximum(0.0, share))


# --- the work force ------------------------------------------------------------------------------


def _position_size(at: Moment) -> Array:
    return at.year.employed_fte[0, 0] / at.year.employees[0, 0]


def _full_time_share(at: Moment) -> Array:
    shift = _position_size(at) - at.p.work.mean_position_size[0, 0]
    return _within_one(
        at.p.work.full_time_share[0, 0] + at.p.n.full_time_share_by_position[0, 0] * shift
    )


def _sick_leave_rate(at: Moment) -> Array:
    return 1.0 - at.year.present_fte[0, 0] / at.year.employed_fte[0, 0]


def _turnover_rate(at: Moment) -> Array:
    return at.year.leavers.sum(axis=1).sum(axis=0) / at.year.employees[0, 0]


def _vacancy_share(at: Moment) -> Array:
    return np.maximum(0.0, 1.0 - at.year.present_fte[0, 0] / at.year.needed_fte[0, 0])


def _intake(row: int) -> Reader:
    """Against as many of the young as usual."""

    def level(at: Moment) -> Array:
        youth = at.year.age_groups[YOUTH_GROUP, 0]
        return at.year.intake[row, 0] / (at.p.n.trainees_per_youth[row, 0] * youth)

    return level


def _agency_share(at: Moment) -> Array:
    gap = at.year.needed_fte[0, 0] - at.year.present_fte[0, 0]
    open_ = gap > 0
    return np.where(open_, np.minimum(1.0, at.year.agency_fte[0, 0] / np.where(open_, gap, 1.0)), 0)


def _applicants(at: Moment) -> Array:
    return at.year.applicants[:, 0].sum(axis=0) / at.p.work.applicants[:, 0].sum(axis=0)


def _applicants_of(profession: str) -> Reader:
    row = PROFESSIONS.index(profession)
    return lambda at: at.year.applicants[row, 0] / at.p.work.applicants[row, 0]


def _need_level(row: int) -> Reader:
    return lambda at: at.year.needed[row, 0] / at.year.base_need[row, 0]


# --- people and money ----------------------------------------------------------------------------


def _persons(first: int, end: int | None) -> Reader:
    return lambda at: at.municipality.population[:, first:end].sum(axis=0).sum(axis=0)


def _fund(at: Moment) -> Array:
    return at.municipality.reserve_fund_nok[0, 0]


READERS: dict[str, Reader] = {
    **{name: _soft(row) for row, name in enumerate(SOFT)},
    "leadership": lambda at: society.leadership(at.municipality.soft)[0, 0],
    "employees": _flow("employees"),
    "position_size": _position_size,
    "full_time_share": _full_time_share,
    "sick_leave_rate": _sick_leave_rate,
    "turnover_rate": _turnover_rate,
    "vacancy_share": _vacancy_share,
    "agency_share": _agency_share,
    "agency_fte": _flow("agency_fte"),
    "present_fte": _flow("present_fte"),
    "needed_fte": _flow("needed_fte"),
    "retirement_rate": _constant(1.0),
    "applicants": _applicants,
    "care_applicants": _applicants_of("care_worker"),
    "nurse_applicants": _applicants_of("nurse"),
    "teacher_applicants": _applicants_of("teacher"),
    "technical_applicants": _applicants_of("engineer"),
    "apprentices": _intake(TRAINEES.index("apprentice")),
    "study_places": _intake(TRAINEES.index("student")),
    "pay_offer": _points("pay_offer"),
    "task_sharing": _row("tasks_shared", 0),
    "volunteer_use": _points("volunteer_use"),
    **{f"{name}_need": _need_level(row) for row, name in enumerate(SERVICES)},
    "prevention_share": _row("prevented_share", CARE),
    "population": _persons(0, None),
    "children_0_5": _persons(0, 6),
    "persons_20_66": _persons(20, 67),
    "persons_80_plus": _persons(80, None),
    "in_moves": _flow("in_moves"),
    "out_moves": _constant(1.0),
    "housing": _constant(1.0),
    "property_tax": _constant(1.0),
    "fees": _constant(1.0),
    "money": _flow("money"),
    "revenue": _flow("revenue_nok"),
    "reserve_fund": _fund,
    "reserve_fund_share": lambda at: _fund(at) / at.year.revenue_nok[0, 0],
    "debt": lambda at: at.municipality.debt_nok[0, 0],
    "debt_share": lambda at: at.municipality.debt_nok[0, 0] / at.year.revenue_nok[0, 0],
    "robek": _flow("robek"),
    "net_operating_result_share": _flow("result_share"),
    "operating_cost": lambda at: at.year.revenue_nok[0, 0] - at.year.result_nok[0, 0],
    "services": _flow("services"),
    # where next to nothing is needed, the scale still ends at twice what is
    "staffing": lambda at: np.minimum(MOST_STAFFING, at.year.staffing[0, 0]),
    "year": lambda at: np.full(at.municipality.lanes, float(at.calendar_year)),
    # known to the rules alone: the engine writes them into the record of a year
    "trials_waiting": _constant(0.0),
    "friendly_seats": _constant(0.0),
    "broken_pledges": _constant(0.0),
    "running_projects": _row("drivers", DRIVERS.index("projects")),
}
"""A variable of the model that is not here cannot be read by conditions or shown."""
