"""From national numbers and one municipality to the state of the first year and its parameters.

Everything that can be worked out once is worked out here, so that `step` stays short and fast.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.model import money, need, people
from game.model.axes import (
    DRIVERS,
    FIRST_YEAR,
    SOFT,
    YEARS,
)
from game.model.draws import no_luck
from game.model.lanes import Array, Levers, State
from game.model.parameter_set import (
    Economy,
    National,
    Parameters,
    Reference,
    Start,
    Work,
)
from game.model.sections import total
from game.model.start_people import people_at_start
from game.model.step import observe
from game.model.year import Year

ROUNDS = 8
"""Enough for the mean sick leave to settle to the last digits that show."""
CARE_ROWS = slice(2, 4)
OLD_GROUPS = slice(5, 8)


def begin(national: National, start: Start, lanes: int = 2) -> tuple[State, Parameters]:
    """The first state, in `lanes` equal lanes, and the parameters of this municipality."""
    population = start.population[:, :, None]
    groups = people.residents_by_age_group(people.residents_by_age(population))
    moves = people_at_start(national, start, population)
    work, staff = _work(national, start, groups)
    state = State(lanes)
    state.population[:] = population
    state.staff[:] = staff
    state.soft[:] = np.array(start.soft).reshape(-1, 1, 1)
    state.reserve_fund_nok[:] = start.reserve_fund_nok
    rough = Parameters(
        n=national,
        people=moves,
        work=work,
        economy=_economy(national, start),
        reference=_rough_reference(national, start, groups, population, work),
    )
    return state, _balanced(rough, start, state)


def _balanced(rough: Parameters, start: Start, state: State) -> Parameters:
    """Set the levels that make the first year what the scenario says it is.

    Each level is read off a year at rest, so those that later ones lean on are set first.
    """
    lanes = state.lanes

    def at_rest(p: Parameters) -> Year:
        return observe(state, Levers(lanes), no_luck(lanes), p, 0)

    first = at_rest(rough)
    calm = replace(
        rough.reference,
        pressure=first.pressure[:, :, :1],
        agency_hours_share=first.agency_hours_share[:, :, :1],
    )
    year = at_rest(replace(rough, reference=calm))
    spending = (1.0 - start.net_operating_result_share) * rough.economy.revenue_nok
    other = spending - (year.wage_cost_nok + year.gap_cost_nok)[:, :, :1]
    paid = replace(rough, reference=calm, economy=replace(rough.economy, other_cost_nok=other))
    year = at_rest(paid)
    levels = replace(calm, drivers=year.drivers[:, :, :1], services=year.services[:, :, :1])
    return replace(paid, reference=levels)


def _rough_reference(
    n: National, start: Start, groups: Array, population: Array, work: Work
) -> Reference:
    return Reference(
        soft=np.array(start.soft).reshape(len(SOFT), 1, 1),
        drivers=np.zeros((len(DRIVERS), 1, 1)),
        pressure=np.zeros((1, 1, 1)),
        agency_hours_share=np.zeros((1, 1, 1)),
        working_age=people.working_age(people.residents_by_age(population)),
        residents=total(groups),
        grant_criteria_nok=money.grant_criteria_nok(groups, n.grant_per_resident_nok),
        base_need_fte=total(need.base_need_fte(groups, work.need_rate[0])),
        services=np.zeros((1, 1, 1)),
    )


def _work(n: National, start: Start, groups: Array) -> tuple[Work, Array]:
    need_rate = _need_rates(n)
    needed = need.base_need_fte(groups, need_rate[0])
    mix = np.ascontiguousarray(n.profession_mix.transpose(1, 0, 2))
    needed_p = (mix * needed.reshape(1, -1, 1)).sum(axis=1, keepdims=True)
    sick = n.relative_sick_leave * start.sick_leave_rate
    for _ in range(ROUNDS):
        # those who are often sick are more on the payroll, which moves the mean itself
        sick = _scaled(n.relative_sick_leave, needed_p / (1.0 - sick), start.sick_leave_rate)
    position = _position_sizes(n, start, needed_p / (1.0 - sick))
    employees = needed_p * (1.0 - start.vacancy_share) / (position * (1.0 - sick))
    room = 1.0 - position
    mean_room = (room * employees).sum() / employees.sum()
    work = Work(
        need_rate=need_rate,
        profession_mix=mix,
        position_size=position,
        position_reach=room / mean_room,
        sick_leave_rate=sick,
        quit_rate=_quit_rates(n, start, employees),
        applicants=n.applicants_per_employee * employees,
        supply_level=_levels(1.0 - n.regional_supply_decline_rate),
        agency_share=np.full((1, 1, 1), start.agency_share),
        full_time_share=np.full((1, 1, 1), start.full_time_share),
        mean_position_size=np.full((1, 1, 1), start.position_size),
    )
    return work, employees * n.staff_share_by_band


def _need_rates(n: National) -> tuple[Array, ...]:
    tables = []
    rate = n.fte_per_resident
    for _ in range(YEARS):
        tables.append(rate)
        rate = rate.copy()
        rate[CARE_ROWS, OLD_GROUPS] *= 1.0 - n.care_use_decline_rate[0, 0, 0]
    return tuple(tables)


def _position_sizes(n: National, start: Start, needed_p: Array) -> Array:
    relative = n.relative_position_size
    mean = needed_p.sum() / (needed_p / relative).sum()
    return np.minimum(1.0, relative * (start.position_size / mean))


def _scaled(relative: Array, weight: Array, mean: float) -> Array:
    return relative * (mean * weight.sum() / (relative * weight).sum())


def _quit_rates(n: National, start: Start, employees: Array) -> Array:
    retired = (n.retirement_by_band * n.staff_share_by_band).sum()
    without_retirement = n.turnover_by_profession - retired
    by_profession = _scaled(without_retirement, employees, start.turnover_rate - retired)
    by_band = n.relative_quits_by_band / (n.relative_quits_by_band * n.staff_share_by_band).sum()
    return by_profession * by_band


def _economy(n: National, start: Start) -> Economy:
    revenue = start.general_revenue_nok / n.general_revenue_share
    cost = n.pay_nok * (1.0 + n.social_cost_share + start.payroll_tax_share)
    return Economy(
        revenue_nok=revenue,
        growth_level=_levels(1.0 + n.real_growth_rate),
        national_need_level=_national_levels(n.national_need_growth, start),
        national_population_level=_national_levels(n.national_population_growth, start),
        other_cost_nok=np.zeros((1, 1, 1)),
        cost_nok=cost,
    )


def _national_levels(growth: Array, start: Start) -> tuple[Array, ...]:
    """Levels since 2026, told from the first year of this municipality instead."""
    first = start.first_year - FIRST_YEAR
    at_start = 1.0 + growth[:, first : first + 1]
    return tuple((1.0 + growth[:, i : i + 1]) / at_start for i in range(first, YEARS))


def _levels(factor: Array) -> tuple[Array, ...]:
    levels = [np.ones((1, 1, 1))]
    for _ in range(YEARS - 1):
        levels.append(levels[-1] * factor)
    return tuple(levels)
