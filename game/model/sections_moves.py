"""The chapter of those who come and go: to the jobs, to the training, and to the municipality."""

from __future__ import annotations

import numpy as np

from game.model import money, people, workforce
from game.model.axes import (
    APPLICANT_GROUPS,
    ASSISTANTS_STAND_IN,
    GROUP_OF_PROFESSION,
    PROFESSIONS,
    YOUTH_GROUP,
)
from game.model.lanes import Array
from game.model.sections import ASSISTANT_ROW, Given, total
from game.model.year import (
    HoursOfYear,
    MoneyOfYear,
    MovesOfYear,
    NeedOfYear,
    PeopleOfYear,
    ServicesOfYear,
    StaffOfYear,
)

STAND_IN: Array = np.array(ASSISTANTS_STAND_IN).reshape(-1, 1, 1)
GROUP_ROWS = [APPLICANT_GROUPS.index(group) for group in GROUP_OF_PROFESSION.values()]
"""The group of each profession; those that have one come first among the professions."""


def moves_of(
    given: Given,
    folk: PeopleOfYear,
    staff: StaffOfYear,
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
        staff.employed_fte / given.p.reference.employed_fte - 1.0,
        levers.of("housing"),
        n,
        levers.of("in_moves") + given.p.people.in_wobble * given.chance("in_moves"),
    )
    leavers = _leavers(given, hours)
    wanted = workforce.wanted_hires(
        needs.needed_by_profession,
        staff.position_by_profession * (1.0 - hours.sick_by_profession),
        n.least_presence_share,
        staff.employees_by_profession - leavers.sum(axis=1, keepdims=True),
        _daring(given, budget),
    )
    applicants = _applicants(given, folk, attracted)
    graduates = _graduates(given)
    able = applicants + graduates
    hires = np.minimum(wanted, able)
    return MovesOfYear(
        in_moves=attracted,
        leavers=leavers,
        wanted_hires=wanted,
        applicants=applicants,
        graduates=graduates,
        intake=workforce.trainee_intake(
            folk.age_groups[YOUTH_GROUP : YOUTH_GROUP + 1],
            n.trainees_per_youth,
            levers.training_shift(),
        ),
        hires=_with_unqualified(hires, wanted - hires, able, n.unqualified_share),
    )


def _daring(given: Given, budget: MoneyOfYear) -> Array:
    n = given.p.n
    return money.hiring_share(
        budget.fund_share,
        n.sound_fund_share,
        n.least_hiring_share,
        budget.robek,
        n.robek_hiring_cut_share,
    )


def _graduates(given: Given) -> Array:
    n = given.p.n
    return workforce.graduates(
        given.before.trainees[:, :1],
        n.trainee_dropout_rate,
        n.trainee_stay_share,
        n.trainee_professions,
    )


def _leavers(given: Given, hours: HoursOfYear) -> Array:
    n, levers = given.p.n, given.levers
    factor = workforce.quit_factor(
        hours.pressure,
        given.change("neighbour_pay"),
        given.change("wellbeing"),
        given.change("reputation"),
        n,
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
        levers.of("pay_offer"),
        given.change("neighbour_pay"),
        n,
        n.applicants_spread * given.chance("applicants"),
    )
    shift = np.zeros((len(PROFESSIONS), 1, folk.working_age.shape[-1]))
    shift[: len(GROUP_ROWS)] = levers.applicant_shift().take(GROUP_ROWS, axis=0)
    return workforce.qualified_applicants(
        work.applicants,
        folk.working_age / given.p.reference.working_age,
        work.supply_level[given.index],
        appeal,
        levers.of("applicants") + n.applicants_by_in_moves * (attracted - 1.0) + shift,
    )


def _with_unqualified(hires: Array, unfilled: Array, applicants: Array, share: Array) -> Array:
    """Some holes among people who care and teach are filled by assistants nobody else wanted."""
    filled = hires.copy()
    spare = applicants[ASSISTANT_ROW] - hires[ASSISTANT_ROW]
    filled[ASSISTANT_ROW] += np.minimum(total(unfilled * STAND_IN)[0] * share[0], spare)
    return filled
