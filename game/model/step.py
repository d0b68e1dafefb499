"""The table of contents of the model: one year, one small function an equation, in order.

Pure: the same state, levers, luck and parameters give the same year, bit for bit, in any batch.
Flows are computed from the stocks at the start of the year; stocks are written once, at the end.
"""

from __future__ import annotations

import numpy as np

from game.model import money, need, people, service, society, workforce
from game.model.axes import CARE_SERVICES, GROUP_OF_PROFESSION, PERCENT, SOFT
from game.model.draws import NORMALS
from game.model.lanes import Array, Levers, State
from game.model.parameter_set import Parameters
from game.model.year import Year

SOFT_ROW = {name: row for row, name in enumerate(SOFT)}
LUCK_ROW = {name: row for row, name in enumerate(NORMALS)}


def _row(rows: Array, index: int) -> Array:
    return rows[index : index + 1]


def total(rows: Array) -> Array:
    """The sum over services or professions, `(1, 1, lane)`."""
    return rows.sum(axis=0, keepdims=True)


def step(
    before: State, levers: Levers, luck: Array, p: Parameters, index: int
) -> tuple[State, Year]:
    """One year from `before`. `index` counts years from the first; `luck` is `(NORMALS, 1, lane)`.

    Returns the state at the end of the year and every quantity of it.
    """
    year = observe(before, levers, luck, p, index)
    return following(before, levers, luck, p, index, year), year


def observe(before: State, levers: Levers, luck: Array, p: Parameters, index: int) -> Year:
    """All flows of the year; nothing is written."""
    n, work, ref = p.n, p.work, p.reference
    soft = before.soft - ref.soft
    wellbeing = _row(soft, SOFT_ROW["wellbeing"])
    culture = _row(soft, SOFT_ROW["full_time_culture"])
    neighbour_pay = _row(soft, SOFT_ROW["neighbour_pay"])
    innovation = _row(soft, SOFT_ROW["innovation"])
    leadership = _row(soft, SOFT_ROW["leadership"])
    reputation = _row(soft, SOFT_ROW["reputation"])

    # People
    groups = people.residents_by_age_group(before.population)
    adults = people.working_age(before.population)
    newborn = people.births(
        before.population, p.people.fertility, _row(luck, LUCK_ROW["births"])
    )

    # Need
    base = need.base_need_fte(groups, work.need_rate[index])
    smart = need.smart_ways_share(innovation, n.need_by_innovation, levers.need_shift())
    prevented = levers.of("prevention_share") * CARE
    needed = need.needed_fte(base, smart, prevented)
    needed_p = workforce.needed_by_profession(needed, work.profession_mix)
    needed_total = total(needed)

    # Timeregnskapet: employees · position · presence
    employees = before.staff.sum(axis=1, keepdims=True)
    position = workforce.position_size(
        work.position_size, work.position_reach, culture, n.position_by_full_time_culture,
        levers.of("position_size"),
    )
    employed = employees * position
    employed_total = total(employed)
    pressure = workforce.pressure(needed_total, employed_total, ref.pressure)
    sick_factor = workforce.sick_leave_factor(
        pressure, wellbeing, leadership, n.sick_leave_by_gap, n.sick_leave_by_wellbeing,
        n.sick_leave_by_leadership, n.sick_leave_spread * _row(luck, LUCK_ROW["sick_leave"]),
    )
    sick = workforce.sick_leave_rate(
        work.sick_leave_rate, sick_factor, levers.of("sick_leave_rate")
    )
    present = workforce.present_fte(employed, sick)

    # Hired in
    gap = np.maximum(0.0, needed_p - present)
    agency_share = np.minimum(1.0, np.maximum(0.0, work.agency_share + levers.of("agency_share")))
    agency = gap * agency_share
    present_total, agency_total = total(present), total(agency)
    hours = present_total + agency_total
    staffing = hours / needed_total
    agency_hours = agency_total / hours

    # Services
    coverage = service.coverage_by_service(present, agency, needed_p, work.profession_mix)
    familiar = service.continuity(
        _row(before.soft, SOFT_ROW["full_time_culture"]), agency_hours - ref.agency_hours_share,
        n.continuity_by_agency,
    )
    covered, familiar, competence, solutions = service.quality_terms(
        coverage, n.lowest_coverage, familiar, _row(before.soft, SOFT_ROW["competence_match"]),
        _row(before.soft, SOFT_ROW["innovation"]),
    )
    quality = (
        n.quality_weight_coverage * service.services(covered, n.service_weight)
        + n.quality_weight_continuity * familiar
        + n.quality_weight_competence * competence
        + n.quality_weight_innovation * solutions
    )

    # Money
    criteria = money.grant_criteria_nok(groups, n.grant_per_resident_nok)
    residents_level = total(groups) / ref.residents
    revenue = levers.of("revenue") + money.revenue_nok(
        p.economy.revenue_nok, p.economy.growth_level[index],
        criteria / ref.grant_criteria_nok / p.economy.national_need_level[index],
        residents_level, n.grant_share, n.revenue_spread * _row(luck, LUCK_ROW["revenue"]),
    )
    wages = money.wage_cost_nok(employed, sick, p.economy.cost_nok, n.sick_pay_refund_share)
    gap_cost = money.gap_cost_nok(
        agency, gap - agency, p.economy.cost_nok, n.agency_price_ratio, n.gap_cost_ratio
    )
    other = p.economy.other_cost_nok * (total(base) / ref.base_need_fte)
    result = revenue - wages - gap_cost - other - levers.of("operating_cost")
    fund_share = before.reserve_fund_nok / revenue
    result_share = result / revenue
    meter = money.money_index(
        fund_share, result_share, n.money_neutral, n.money_by_fund, n.money_by_result
    )

    # Who leaves, who comes
    attracted = people.attraction(
        reputation, quality - ref.services, n.in_moves_by_reputation, n.in_moves_by_services,
        levers.of("in_moves") + p.people.in_wobble * _row(luck, LUCK_ROW["in_moves"]),
    )
    quits = workforce.quit_factor(
        wellbeing, pressure, neighbour_pay, n.quits_by_wellbeing, n.quits_by_gap,
        n.quits_by_neighbour_pay,
        n.quits_by_out_moves * levers.of("out_moves")
        + n.quits_spread * _row(luck, LUCK_ROW["quits"]),
    )
    leave = workforce.leave_rate(
        work.quit_rate, quits, levers.of("turnover_rate"), n.retirement_by_band,
        levers.of("retirement_rate"),
    )
    leavers = before.staff * leave
    wanted = workforce.wanted_hires(
        needed_p, position * (1.0 - sick), employees - leavers.sum(axis=1, keepdims=True),
        money.hiring_share(fund_share, n.sound_fund_share, n.least_hiring_share),
    )
    appeal = workforce.appeal(
        reputation, culture, neighbour_pay, n.applicants_by_reputation,
        n.applicants_by_full_time_culture, n.applicants_by_neighbour_pay,
        n.applicants_spread * _row(luck, LUCK_ROW["applicants"]),
    )
    applicants = workforce.qualified_applicants(
        work.applicants, adults / ref.working_age, work.supply_level[index], appeal,
        levers.of("applicants") + _by_profession(levers)
        + n.applicants_by_in_moves * (attracted - 1.0),
    )
    hires = np.minimum(wanted, applicants)
    hires = _with_unqualified(hires, total(wanted - hires), n.unqualified_share)

    # Society
    drivers = np.concatenate([
        PERCENT * (1.0 - staffing), quality, PERCENT * agency_hours,
        PERCENT * total(employed * sick) / employed_total, meter, levers.of("running_projects"),
        familiar, before.soft[DRIVING_SOFT],
    ]) - ref.drivers
    terms = society.influence_terms(drivers, n.influence)

    return Year(
        age_groups=groups, working_age=adults, births=newborn,
        in_moves=attracted,
        base_need=base, smart_share=smart, prevented_share=prevented, needed=needed,
        employees_by_profession=employees, position_by_profession=position,
        sick_by_profession=sick, needed_by_profession=needed_p, present_by_profession=present,
        agency_by_profession=agency, wanted_hires=wanted, applicants=applicants, hires=hires,
        leavers=leavers, pressure=pressure, employees=total(employees),
        employed_fte=employed_total, present_fte=present_total, agency_fte=agency_total,
        needed_fte=needed_total, staffing=staffing, agency_hours_share=agency_hours,
        coverage=coverage, coverage_part=covered, continuity=familiar, services=quality,
        revenue_nok=revenue, wage_cost_nok=wages, gap_cost_nok=gap_cost, other_cost_nok=other,
        result_nok=result, fund_share=fund_share, result_share=result_share, money=meter,
        drivers=drivers, influence_terms=terms,
    )


def following(
    before: State, levers: Levers, luck: Array, p: Parameters, index: int, year: Year
) -> State:
    """Write every stock once, from the flows of the year."""
    after = State.unwritten(before.lanes)
    left = people.at_year_end(
        before.population, p.people, index, year.in_moves,
        levers.of("out_moves") + p.people.out_wobble * _row(luck, LUCK_ROW["out_moves"]),
        _row(luck, LUCK_ROW["deaths"]),
    )
    people.grown_older(left, year.births * p.people.births_split, after.population)
    stayers = workforce.a_year_older(before.staff - year.leavers, p.n.band_years)
    after.staff[:] = stayers + year.hires * p.n.hire_share_by_band
    after.soft[:] = society.soft_next(
        before.soft, p.reference.soft, year.influence_terms, p.n.soft_speed, levers.soft_push()
    )
    after.reserve_fund_nok[:] = (
        before.reserve_fund_nok + year.result_nok + levers.of("reserve_fund")
    )
    return after


CARE: Array = np.array(CARE_SERVICES).reshape(-1, 1, 1)
GROUPS: Array = np.array(GROUP_OF_PROFESSION).reshape(len(GROUP_OF_PROFESSION), -1, 1)
DRIVING_SOFT = [
    SOFT_ROW[name]
    for name in (
        "wellbeing", "trust", "leadership", "full_time_culture", "volunteers", "neighbour_pay",
    )
]
ASSISTANT_ROW = 3


def _by_profession(levers: Levers) -> Array:
    shifts = levers.applicant_shift()
    return (GROUPS * shifts.reshape(1, GROUPS.shape[1], -1)).sum(axis=1, keepdims=True)


def _with_unqualified(hires: Array, unfilled: Array, share: Array) -> Array:
    # a fixed share of the holes is filled by people without the training: assistants
    filled = hires.copy()
    filled[ASSISTANT_ROW] += (unfilled * share)[0]
    return filled
