"""The chapters of money and of the soft stocks: the budget of the year, and what moves society."""

from __future__ import annotations

import numpy as np

from game.model import money, society
from game.model.axes import PERCENT
from game.model.lanes import Array
from game.model.sections import ASSISTANT, LEADER, Given, total
from game.model.shares import per
from game.model.year import (
    HoursOfYear,
    MoneyOfYear,
    NeedOfYear,
    PeopleOfYear,
    ServicesOfYear,
    SocietyOfYear,
    StaffOfYear,
)


def money_of(
    given: Given, folk: PeopleOfYear, staff: StaffOfYear, needs: NeedOfYear, hours: HoursOfYear
) -> MoneyOfYear:
    """Income, spending, and what is left for the fund."""
    n, economy, levers = given.p.n, given.p.economy, given.levers
    by_source = _revenue(given, folk, needs)
    revenue = total(by_source) + levers.of("revenue")
    wages = money.wage_cost_nok(
        staff.employed_by_profession,
        hours.sick_by_profession,
        economy.cost_nok,
        n.sick_pay_refund_share,
        levers.of("pay_offer"),
        n.pay_offer_cost_share,
    )
    gap_cost = money.gap_cost_nok(
        hours.agency_by_profession,
        hours.uncovered_by_profession,
        economy.cost_nok,
        n.agency_price_ratio,
        n.gap_cost_ratio,
    )
    debt_cost = money.debt_cost_nok(
        given.before.debt_nok, n.interest_rate, n.interest_exposure_share, n.instalment_share
    )
    other = economy.other_cost_nok * (total(needs.base_need) / given.p.reference.base_need_fte)
    result = revenue - wages - gap_cost - debt_cost - other - levers.of("operating_cost")
    fund_share, result_share = per(given.before.reserve_fund_nok, revenue), per(result, revenue)
    return MoneyOfYear(
        revenue_by_source=by_source,
        revenue_nok=revenue,
        wage_cost_nok=wages,
        gap_cost_nok=gap_cost,
        debt_cost_nok=debt_cost,
        other_cost_nok=other,
        result_nok=result,
        invested_nok=money.invested_nok(result, n.invested_result_share),
        fund_share=fund_share,
        result_share=result_share,
        money=money.money_index(
            fund_share, result_share, n.money_neutral, n.money_by_fund, n.money_by_result
        ),
        robek=money.in_robek(fund_share, n.robek_deficit_share),
    )


def _revenue(given: Given, folk: PeopleOfYear, needs: NeedOfYear) -> Array:
    n, economy, ref, index = given.p.n, given.p.economy, given.p.reference, given.index
    country = economy.national_population_level[index]
    criteria = money.grant_criteria_nok(folk.age_groups, n.grant_per_resident_nok)
    residents = total(folk.age_groups) / (ref.residents * country)
    workers = folk.working_age / (ref.working_age * economy.national_working_age_level[index])
    levels = (
        money.tax_level(residents, workers, n.tax_equalisation_share),
        criteria / (ref.grant_criteria_nok * economy.national_need_level[index]),
        np.maximum(0.0, 1.0 + given.levers.of("property_tax")),
        total(needs.base_need) / ref.base_need_fte * np.maximum(0.0, 1.0 + given.levers.of("fees")),
        residents,
    )
    return money.revenue_by_source(
        economy.revenue_nok,
        economy.growth_level[index],
        levels,
        n.revenue_spread * given.chance("revenue"),
    )


def society_of(
    given: Given,
    staff: StaffOfYear,
    needs: NeedOfYear,
    hours: HoursOfYear,
    quality: ServicesOfYear,
    budget: MoneyOfYear,
) -> SocietyOfYear:
    """The drivers, counted from the start, and what each adds to each soft stock's target."""
    p, levers = given.p, given.levers
    by_profession = staff.employees_by_profession
    flows = [
        PERCENT * (1.0 - hours.staffing),
        quality.services,
        PERCENT * hours.agency_hours_share,
        budget.money,
        levers.of("running_projects"),
        quality.continuity,
        society.span_points(staff.employees, by_profession[LEADER], p.reference.span),
        PERCENT * per(by_profession[ASSISTANT], staff.employees),
        PERCENT * (1.0 - per(staff.employees, needs.needed_fte)),
        society.put_to_use(given.level("proven"), given.level("change_capacity")),
        society.weakest_leadership(given.before.soft),
        levers.of("pay_offer"),
        levers.of("volunteer_use"),
        budget.robek,
    ]
    drivers = np.concatenate([np.concatenate(flows) - p.reference.flow_drivers, given.soft], axis=0)
    return SocietyOfYear(drivers, society.influence_terms(drivers, p.n.influence, p.society))
