"""Every quantity of one year, kept so that «Hvorfor?», tests and reports never compute it again."""

from __future__ import annotations

from dataclasses import dataclass

from game.model.lanes import Array


@dataclass(frozen=True, slots=True)
class Year:
    """One year. Rows are as the name says, columns 1, lanes last: `(rows, 1, lane)`."""

    # people
    age_groups: Array
    working_age: Array
    births: Array
    in_moves: Array
    # need, by service
    base_need: Array
    smart_share: Array
    prevented_share: Array
    needed: Array
    # workforce, by profession
    employees_by_profession: Array
    position_by_profession: Array
    sick_by_profession: Array
    needed_by_profession: Array
    present_by_profession: Array
    agency_by_profession: Array
    wanted_hires: Array
    applicants: Array
    hires: Array
    leavers: Array
    pressure: Array
    # totals, one row
    employees: Array
    employed_fte: Array
    present_fte: Array
    agency_fte: Array
    needed_fte: Array
    staffing: Array
    agency_hours_share: Array
    # services
    coverage: Array
    coverage_part: Array
    continuity: Array
    services: Array
    # money
    revenue_nok: Array
    wage_cost_nok: Array
    gap_cost_nok: Array
    other_cost_nok: Array
    result_nok: Array
    fund_share: Array
    result_share: Array
    money: Array
    # society
    drivers: Array
    influence_terms: Array
