"""The parts of a year: each calls its equations in order and hands on what later parts read.

`step.py` is the table of contents; this is the chapters. No arithmetic of its own beyond sums and
shares of what the equations give.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np

from game.model import money, need, people, service, society, workforce
from game.model.axes import (
    APPLICANT_GROUPS,
    ASSISTANTS_STAND_IN,
    CARE_SERVICES,
    GROUP_OF_PROFESSION,
    PERCENT,
    PROFESSIONS,
    SOFT,
)
from game.model.draws import NORMALS
from game.model.lanes import Array, Levers, State
from game.model.parameter_set import Parameters
from game.model.year import (
    HoursOfYear,
    MoneyOfYear,
    MovesOfYear,
    NeedOfYear,
    PeopleOfYear,
    ServicesOfYear,
    SocietyOfYear,
)

SOFT_ROW = {name: row for row, name in enumerate(SOFT)}
LUCK_ROW = {name: row for row, name in enumerate(NORMALS)}
DRIVING_SOFT = [
    SOFT_ROW[name]
    for name in (
        "wellbeing",
        "trust",
        "leadership",
        "full_time_culture",
        "volunteers",
    )
]
ASSISTANT_ROW = PROFESSIONS.index("assistant")
STAND_IN: Array = np.array(ASSISTANTS_STAND_IN).reshape(-1, 1, 1)
CARE: Array = np.array(CARE_SERVICES).reshape(-1, 1, 1)
GROUPED_ROWS = [PROFESSIONS.index(name) for name in GROUP_OF_PROFESSION]
GROUP_ROWS = [APPLICANT_GROUPS.index(group) for group in GROUP_OF_PROFESSION.values()]


@dataclass(frozen=True)
class Given:
    """What a year starts from: the stocks, the levers, the luck and the parameters.

    The soft stocks are also kept counted from the start, since that is how equations read them.
    """

    before: State
    levers: Levers
    luck: Array
    p: Parameters
    index: int
    soft: Array

    @classmethod
    def of(cls, before: State, levers: Levers, luck: Array, p: Parameters, index: int) -> Self:
        """The given of year number `index`."""
        return cls(before, levers, luck, p, index, before.soft - p.reference.soft)

    def change(self, name: str) -> Array:
        """A soft stock counted from the start, `(1, 1, lane)`."""
        row = SOFT_ROW[name]
        return self.soft[row : row + 1]

    def level(self, name: str) -> Array:
        """A soft stock as it is, 0-100."""
        row = SOFT_ROW[name]
        return self.before.soft[row : row + 1]

    def chance(self, name: str) -> Array:
        """The luck of one kind this year."""
        row = LUCK_ROW[name]
        return self.luck[row : row + 1]


def total(rows: Array) -> Array:
    """The sum over services or professions, `(1, 1, lane)`."""
    return rows.sum(axis=0, keepdims=True)


def people_of(given: Given) -> PeopleOfYear:
    """Who lives here, and who is born."""
    population = given.before.population
    residents = people.residents_by_age(population)
    return PeopleOfYear(
        age_groups=people.residents_by_age_group(residents),
        working_age=people.working_age(residents),
        births=people.births(population, given.p.people.fertility, given.chance("births")),
    )


def need_of(given: Given, folk: PeopleOfYear) -> NeedOfYear:
    """The hours we need: use by age, less smart ways, less prevention."""
    n, work, levers = given.p.n, given.p.work, given.levers
    base = need.base_need_fte(folk.age_groups, work.need_rate[given.index])
    smart = need.smart_ways_share(
        given.change("innovation"), n.need_by_innovation, levers.need_shift()
    )
    prevented = np.minimum(1.0, np.maximum(0.0, levers.of("prevention_share"))) * CARE
    needed = need.needed_fte(base, smart, prevented)
    return NeedOfYear(
        base_need=base,
        smart_share=smart,
        prevented_share=prevented,
        needed=needed,
        needed_by_profession=workforce.needed_by_profession(needed, work.profession_mix),
        needed_fte=total(needed),
    )


def hours_of(given: Given, needs: NeedOfYear) -> HoursOfYear:
    """Timeregnskapet: employees · position · presence, and what is hired in for the rest."""
    n, work, levers = given.p.n, given.p.work, given.levers
    employees = given.before.staff.sum(axis=1, keepdims=True)
    position = workforce.position_size(
        work.position_size,
        work.position_reach,
        given.change("full_time_culture"),
        n.position_by_full_time_culture,
        levers.of("position_size"),
    )
    employed = employees * position
    employed_fte = total(employed)
    pressure = workforce.pressure(needs.needed_fte, employed_fte, given.p.reference.pressure)
    factor = workforce.sick_leave_factor(
        pressure,
        given.change("wellbeing"),
        given.change("leadership"),
        n.sick_leave_by_gap,
        n.sick_leave_by_wellbeing,
        n.sick_leave_by_leadership,
        n.sick_leave_spread * given.chance("sick_leave"),
    )
    sick = workforce.sick_leave_rate(work.sick_leave_rate, factor, levers.of("sick_leave_rate"))
    present = workforce.present_fte(employed, sick)
    gap = np.maximum(0.0, needs.needed_by_profession - present)
    agency = workforce.agency_fte(gap, work.agency_share, levers.of("agency_share"))
    present_fte, agency_fte = total(present), total(agency)
    hours = present_fte + agency_fte
    return HoursOfYear(
        employees_by_profession=employees,
        position_by_profession=position,
        sick_by_profession=sick,
        present_by_profession=present,
        agency_by_profession=agency,
        uncovered_by_profession=gap - agency,
        pressure=pressure,
        employees=total(employees),
        employed_fte=employed_fte,
        present_fte=present_fte,
        agency_fte=agency_fte,
        agency_hours_share=agency_fte / hours,
        staffing=hours / needs.needed_fte,
    )


def services_of(given: Given, needs: NeedOfYear, hours: HoursOfYear) -> ServicesOfYear:
    """How much is covered, and how good it is."""
    n = given.p.n
    coverage = service.coverage_by_service(
        hours.present_by_profession,
        hours.agency_by_profession,
        needs.needed_by_profession,
        given.p.work.profession_mix,
    )
    continuity = service.continuity(
        given.level("full_time_culture"),
        hours.agency_hours_share - given.p.reference.agency_hours_share,
        n.continuity_by_agency,
    )
    covered = service.coverage_part(coverage, n.lowest_coverage)
    return ServicesOfYear(
        coverage=coverage,
        coverage_part=covered,
        continuity=continuity,
        services=service.services(
            total(covered * n.service_weight),
            continuity,
            given.level("competence_match"),
            given.level("innovation"),
            n,
        ),
    )


def money_of(
    given: Given, folk: PeopleOfYear, needs: NeedOfYear, hours: HoursOfYear
) -> MoneyOfYear:
    """Income, spending, and what is left for the fund."""
    n, economy, ref, index = given.p.n, given.p.economy, given.p.reference, given.index
    criteria = money.grant_criteria_nok(folk.age_groups, n.grant_per_resident_nok)
    revenue = given.levers.of("revenue") + money.revenue_nok(
        economy.revenue_nok,
        economy.growth_level[index],
        criteria / ref.grant_criteria_nok / economy.national_need_level[index],
        total(folk.age_groups) / ref.residents / economy.national_population_level[index],
        n.grant_share,
        n.revenue_spread * given.chance("revenue"),
    )
    employed = hours.employees_by_profession * hours.position_by_profession
    wages = money.wage_cost_nok(
        employed, hours.sick_by_profession, economy.cost_nok, n.sick_pay_refund_share
    )
    gap_cost = money.gap_cost_nok(
        hours.agency_by_profession,
        hours.uncovered_by_profession,
        economy.cost_nok,
        n.agency_price_ratio,
        n.gap_cost_ratio,
    )
    other = economy.other_cost_nok * (total(needs.base_need) / ref.base_need_fte)
    result = revenue - wages - gap_cost - other - given.levers.of("operating_cost")
    fund_share, result_share = given.before.reserve_fund_nok / revenue, result / revenue
    return MoneyOfYear(
        revenue_nok=revenue,
        wage_cost_nok=wages,
        gap_cost_nok=gap_cost,
        other_cost_nok=other,
        result_nok=result,
        fund_share=fund_share,
        result_share=result_share,
        money=money.money_index(
            fund_share, result_share, n.money_neutral, n.money_by_fund, n.money_by_result
        ),
    )


def moves_of(
    given: Given,
    folk: PeopleOfYear,
    needs: NeedOfYear,
    hours: HoursOfYear,
    quality: ServicesOfYear,
    budget: MoneyOfYear,
) -> MovesOfYear:
    """Who leaves the jobs, who is wanted, who applies, who is hired; and who moves in."""
    n, levers = given.p.n, given.levers
    attracted = people.attraction(
        given.change("reputation"),
        quality.services - given.p.reference.services,
        n.in_moves_by_reputation,
        n.in_moves_by_services,
        levers.of("in_moves") + given.p.people.in_wobble * given.chance("in_moves"),
    )
    leavers = _leavers(given, hours)
    employees = hours.employees_by_profession
    wanted = workforce.wanted_hires(
        needs.needed_by_profession,
        hours.position_by_profession * (1.0 - hours.sick_by_profession),
        employees - leavers.sum(axis=1, keepdims=True),
        money.hiring_share(budget.fund_share, n.sound_fund_share, n.least_hiring_share),
    )
    applicants = _applicants(given, folk, attracted)
    hires = np.minimum(wanted, applicants)
    return MovesOfYear(
        in_moves=attracted,
        leavers=leavers,
        wanted_hires=wanted,
        applicants=applicants,
        hires=_with_unqualified(hires, wanted - hires, applicants, n.unqualified_share),
    )


def _leavers(given: Given, hours: HoursOfYear) -> Array:
    n, levers = given.p.n, given.levers
    factor = workforce.quit_factor(
        given.change("wellbeing"),
        hours.pressure,
        given.change("neighbour_pay"),
        n.quits_by_wellbeing,
        n.quits_by_gap,
        n.quits_by_neighbour_pay,
        n.quits_by_out_moves * levers.of("out_moves") + n.quits_spread * given.chance("quits"),
    )
    rate = workforce.leave_rate(
        given.p.work.quit_rate,
        factor,
        levers.of("turnover_rate"),
        n.retirement_by_band,
        levers.of("retirement_rate"),
    )
    return np.multiply(rate, given.before.staff, out=rate)


def _applicants(given: Given, folk: PeopleOfYear, attracted: Array) -> Array:
    n, work, levers = given.p.n, given.p.work, given.levers
    appeal = workforce.appeal(
        given.change("reputation"),
        given.change("full_time_culture"),
        given.change("neighbour_pay"),
        n.applicants_by_reputation,
        n.applicants_by_full_time_culture,
        n.applicants_by_neighbour_pay,
        n.applicants_spread * given.chance("applicants"),
    )
    of_group = np.zeros((len(PROFESSIONS), 1, folk.working_age.shape[-1]))
    of_group[GROUPED_ROWS] = levers.applicant_shift()[GROUP_ROWS]
    return workforce.qualified_applicants(
        work.applicants,
        folk.working_age / given.p.reference.working_age,
        work.supply_level[given.index],
        appeal,
        levers.of("applicants") + n.applicants_by_in_moves * (attracted - 1.0) + of_group,
    )


def _with_unqualified(hires: Array, unfilled: Array, applicants: Array, share: Array) -> Array:
    """Some holes among people who care and teach are filled by assistants nobody else wanted."""
    filled = hires.copy()
    spare = applicants[ASSISTANT_ROW] - hires[ASSISTANT_ROW]
    filled[ASSISTANT_ROW] += np.minimum(total(unfilled * STAND_IN)[0] * share[0], spare)
    return filled


def society_of(
    given: Given, hours: HoursOfYear, quality: ServicesOfYear, budget: MoneyOfYear
) -> SocietyOfYear:
    """The drivers, counted from the start, and what each adds to each soft stock's target."""
    levels = [
        PERCENT * (1.0 - hours.staffing),
        quality.services,
        PERCENT * hours.agency_hours_share,
        budget.money,
        given.levers.of("running_projects"),
        quality.continuity,
        given.before.soft[DRIVING_SOFT],
    ]
    drivers = np.concatenate(levels) - given.p.reference.drivers
    return SocietyOfYear(drivers, society.influence_terms(drivers, given.p.n.influence))
