"""Every quantity of one year, kept so that «Hvorfor?», tests and reports never compute it again.

A year is worked out part by part (`sections.py`); here each part has its quantities. All arrays
are `(rows, 1, lane)`: rows by age group, service, profession or driver where the comment says so,
else 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from game.model.lanes import Array


@dataclass(frozen=True)
class PeopleOfYear:
    """Who lives here, and who is born."""

    age_groups: Array  # by age group
    working_age: Array
    births: Array


@dataclass(frozen=True)
class StaffOfYear:
    """The employees, and how much each of them works."""

    employees_by_profession: Array
    position_by_profession: Array
    employed_by_profession: Array
    employees: Array
    employed_fte: Array


@dataclass(frozen=True)
class NeedOfYear:
    """The hours we need."""

    base_need: Array  # by service
    smart_share: Array  # by service
    prevented_share: Array  # by service
    needed: Array  # by service
    tasks_shared: Array
    needed_by_profession: Array
    needed_fte: Array


@dataclass(frozen=True)
class HoursOfYear:
    """The hours we have: employees · position · presence, and those hired in."""

    fragments: Array
    sick_by_profession: Array
    present_by_profession: Array
    agency_by_profession: Array
    uncovered_by_profession: Array
    pressure: Array
    present_fte: Array
    agency_fte: Array
    agency_hours_share: Array
    staffing: Array


@dataclass(frozen=True)
class ServicesOfYear:
    """What people get for the hours."""

    coverage: Array  # by service
    coverage_part: Array  # by service
    continuity: Array
    services: Array


@dataclass(frozen=True)
class MoneyOfYear:
    """The budget of the year."""

    revenue_by_source: Array  # by source
    revenue_nok: Array
    wage_cost_nok: Array
    gap_cost_nok: Array
    debt_cost_nok: Array
    other_cost_nok: Array
    result_nok: Array
    invested_nok: Array
    fund_share: Array
    result_share: Array
    money: Array
    robek: Array


@dataclass(frozen=True)
class MovesOfYear:
    """Who leaves and who comes, to the jobs and to the municipality."""

    in_moves: Array
    leavers: Array  # by profession and band
    wanted_hires: Array  # by profession
    applicants: Array  # by profession
    graduates: Array  # by profession
    intake: Array  # by kind of trainee
    hires: Array  # by profession


@dataclass(frozen=True)
class SocietyOfYear:
    """What moves the soft stocks."""

    drivers: Array  # by driver
    influence_terms: Array  # soft stock by link


@dataclass(frozen=True)
class Year(
    PeopleOfYear,
    StaffOfYear,
    NeedOfYear,
    HoursOfYear,
    ServicesOfYear,
    MoneyOfYear,
    MovesOfYear,
    SocietyOfYear,
):
    """One whole year."""


def whole_year(*parts: Any) -> Year:
    """The parts as one year."""
    return Year(**{name: quantity for part in parts for name, quantity in vars(part).items()})
