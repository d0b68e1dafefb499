"""The table of contents of the model: one year, part by part, in order.

Pure: the same state, levers, luck and parameters give the same year, bit for bit, in any batch.
Flows are computed from the stocks at the start of the year; stocks are written once, at the end.
"""

from __future__ import annotations

import numpy as np

from game.model import money, people, society, workforce
from game.model.lanes import Array, Levers, State
from game.model.parameter_set import Parameters
from game.model.sections import (
    Given,
    hours_of,
    need_of,
    people_of,
    services_of,
    staff_of,
    total,
)
from game.model.sections_money import money_of, society_of
from game.model.sections_moves import moves_of
from game.model.year import Year, whole_year


def step(
    before: State, levers: Levers, luck: Array, p: Parameters, index: int
) -> tuple[State, Year]:
    """One year from `before`. `index` counts years from the first; `luck` is `(NORMALS, 1, lane)`.

    Returns the state at the end of the year and every quantity of it.
    """
    given = Given.of(before, levers, luck, p, index)
    year = flows(given)
    return stocks_after(given, year), year


def observe(before: State, levers: Levers, luck: Array, p: Parameters, index: int) -> Year:
    """All flows of the year, and nothing written."""
    return flows(Given.of(before, levers, luck, p, index))


def flows(given: Given) -> Year:
    """Every quantity of the year, from the stocks at its start."""
    folk = people_of(given)
    staff = staff_of(given)
    needs = need_of(given, folk, staff)
    hours = hours_of(given, staff, needs)
    quality = services_of(given, needs, hours)
    budget = money_of(given, folk, staff, needs, hours)
    moves = moves_of(given, folk, staff, needs, hours, quality, budget)
    society_part = society_of(given, staff, needs, hours, quality, budget)
    return whole_year(folk, staff, needs, hours, quality, budget, moves, society_part)


def stocks_after(given: Given, year: Year) -> State:
    """Write every stock once, from the flows of the year."""
    before, levers, p = given.before, given.levers, given.p
    after = State.unwritten(before.lanes)
    newborn = year.births * p.people.births_split
    people.a_year_later(
        before.population, p.people, given.index, _moves(given, year), newborn, after.population
    )
    workforce.employees_next(
        before.staff,
        year.leavers,
        year.hires,
        p.work.band_move_share,
        p.n.hire_share_by_band,
        after.staff,
    )
    after.trainees[:] = workforce.trainees_next(
        before.trainees, year.intake, p.work.trainee_entry, p.n.trainee_dropout_rate
    )
    after.soft[:] = society.soft_next(
        before.soft,
        p.reference.soft,
        year.influence_terms,
        p.n.soft_speed,
        levers.soft_push(),
        levers.of("leadership"),
    )
    after.reserve_fund_nok[:] = (
        before.reserve_fund_nok + year.result_nok - year.invested_nok + levers.of("reserve_fund")
    )
    after.debt_nok[:] = money.debt_next_nok(
        before.debt_nok,
        p.economy.debt_nok,
        total(year.base_need) / p.reference.base_need_fte,
        p.n.instalment_share,
        year.invested_nok,
        levers.of("debt"),
    )
    after.true_effect[:] = before.true_effect
    return after


def _moves(given: Given, year: Year) -> people.Moves:
    levers, p = given.levers, given.p
    stay = p.n.out_moves_by_study_places * levers.of("study_places")
    wobble = p.people.out_wobble * given.chance("out_moves")
    return people.Moves(
        attraction=year.in_moves,
        out_shift=_within_one(levers.of("out_moves") - stay + wobble),
        death_shift=_within_one(p.people.death_wobble * given.chance("deaths")),
    )


def _within_one(shift: Array) -> Array:
    # a rate can be nought or double; beyond that a small place could lose more than it has
    return np.minimum(1.0, np.maximum(-1.0, shift))
