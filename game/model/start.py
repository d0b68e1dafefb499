"""From national numbers and one municipality to the state of the first year and its parameters.

Everything that can be worked out once is worked out here, so that `step` stays short and fast.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.model import money, need, people
from game.model.axes import DRIVERS, FLOW_DRIVERS, PERCENT, SOFT, YEARS
from game.model.draws import no_luck
from game.model.lanes import Array, Levers, State
from game.model.parameter_set import Economy, National, Parameters, Reference, Society, Start
from game.model.sections import total
from game.model.start_people import people_at_start
from game.model.start_work import national_levels, work_at_start
from game.model.step import observe
from game.model.year import Year


def begin(national: National, start: Start, lanes: int = 2) -> tuple[State, Parameters]:
    """The first state, in `lanes` equal lanes, and the parameters of this municipality."""
    population = start.population[:, :, None]
    groups = people.residents_by_age_group(people.residents_by_age(population))
    work, staff = work_at_start(national, start, groups)
    economy = _economy(national, start)
    state = State(lanes)
    state.population[:] = population
    state.staff[:] = staff.employees
    state.trainees[:] = staff.trainees
    state.soft[:] = np.array(start.soft).reshape(-1, 1, 1)
    state.reserve_fund_nok[:] = start.reserve_fund_nok
    state.debt_nok[:] = economy.debt_nok
    state.true_effect[:] = 1.0
    rough = Parameters(
        n=national,
        people=people_at_start(national, start, population),
        work=work,
        economy=economy,
        society=_links(national),
        reference=_rough_reference(national, start, groups, population, work.need_rate[0]),
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
    n = rough.n
    heads = (state.staff.sum(axis=0, keepdims=True) * n.sick_leave_by_band).sum(
        axis=1, keepdims=True
    )
    calm = replace(
        rough.reference,
        pressure=first.pressure[:, :, :1],
        fragmentation=first.fragments[:, :, :1],
        staff_age=(heads / first.employees)[:, :, :1],
        employed_fte=first.employed_fte[:, :, :1],
    )
    year = at_rest(replace(rough, reference=calm))
    # sick leave, and so the hours hired in, lean on the references just set
    calm = replace(calm, agency_hours_share=year.agency_hours_share[:, :, :1])
    spending = (1.0 - start.net_operating_result_share) * rough.economy.revenue_nok.sum()
    known = year.wage_cost_nok + year.gap_cost_nok + year.debt_cost_nok
    other = spending - known[:, :, :1]
    paid = replace(rough, reference=calm, economy=replace(rough.economy, other_cost_nok=other))
    year = at_rest(paid)
    # one leader to as many employees as now is what the span is counted from
    span = (1.0 + year.drivers[FLOW_DRIVERS.index("span"), 0, 0] / PERCENT) * calm.span
    levels_now = replace(calm, span=span, services=year.services[:, :, :1])
    year = at_rest(replace(paid, reference=levels_now))
    flows = year.drivers[: len(FLOW_DRIVERS), :, :1]
    return replace(paid, reference=replace(levels_now, flow_drivers=flows))


def _links(n: National) -> Society:
    """For each soft stock the drivers that have a number in the table, filled up to one length."""
    table = n.influence[:, :, 0]
    longest = max(int((row != 0.0).sum()) for row in table)
    driver = np.zeros((len(SOFT), longest), dtype=np.intp)
    for number, row in enumerate(table):
        used = np.flatnonzero(row)
        unused = np.flatnonzero(row == 0.0)
        driver[number] = np.concatenate([used, unused])[:longest]
    return Society(driver, driver + np.arange(len(SOFT))[:, None] * len(DRIVERS))


def _rough_reference(
    n: National, start: Start, groups: Array, population: Array, need_rate: Array
) -> Reference:
    one, nought = np.ones((1, 1, 1)), np.zeros((1, 1, 1))
    return Reference(
        soft=np.array(start.soft).reshape(len(SOFT), 1, 1),
        flow_drivers=np.zeros((len(FLOW_DRIVERS), 1, 1)),
        pressure=nought,
        fragmentation=nought,
        staff_age=one,
        span=one,
        employed_fte=one,
        agency_hours_share=nought,
        working_age=people.working_age(people.residents_by_age(population)),
        residents=total(groups),
        grant_criteria_nok=money.grant_criteria_nok(groups, n.grant_per_resident_nok),
        base_need_fte=total(need.base_need_fte(groups, need_rate)),
        services=nought,
    )


def _economy(n: National, start: Start) -> Economy:
    general = n.revenue_share[:2].sum()
    revenue = start.general_revenue_nok / general * n.revenue_share
    return Economy(
        revenue_nok=revenue,
        debt_nok=np.full((1, 1, 1), start.debt_share * revenue.sum()),
        growth_level=_levels(1.0 + n.real_growth_rate),
        national_need_level=national_levels(n.national_need_growth, start),
        national_population_level=national_levels(n.national_population_growth, start),
        national_working_age_level=national_levels(n.national_working_age_growth, start),
        other_cost_nok=np.zeros((1, 1, 1)),
        cost_nok=n.pay_nok * (1.0 + n.social_cost_share + start.payroll_tax_share),
    )


def _levels(factor: Array) -> tuple[Array, ...]:
    """1, factor, factor · factor, … one a year."""
    found = [np.ones((1, 1, 1))]
    for _ in range(YEARS - 1):
        found.append(found[-1] * factor)
    return tuple(found)
