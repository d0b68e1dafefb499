"""What goes in and out adds up, every year, whatever is done."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.model.axes import AGES
from game.model.draws import no_luck, year_luck
from game.model.lanes import Levers
from game.model.sections import total
from game.model.step import step
from game.model.variables import CHANGEABLE, VARIABLES
from tests.kit import a_municipality

PUSH = {"index": 30.0, "share": 0.2, "relative": 0.6, "nok": 5e7, "persons": 50.0, "fte": 50.0}


def some_levers(amounts: list[float]) -> Levers:
    levers = Levers(2)
    for name, amount in zip(CHANGEABLE, amounts, strict=True):
        levers.of(name)[:] = amount * PUSH[VARIABLES[name].unit]
    return levers


pushes = st.lists(st.floats(-1, 1), min_size=len(CHANGEABLE), max_size=len(CHANGEABLE))


@given(pushes, st.integers(0, 2**31), st.integers(0, 14))
@settings(max_examples=40, deadline=None)
def test_people_in_less_people_out_is_the_change_cohort_by_cohort(
    amounts: list[float], seed: int, index: int
) -> None:
    before, p = a_municipality()
    levers, luck = some_levers(amounts), year_luck(seed, 2026, 2)

    after, year = step(before, levers, luck, p, index)

    moved_in = np.zeros_like(before.population)
    came = p.people.in_moves[index]
    moved_in[:, : came.shape[1]] = came * year.in_moves
    out = p.people.out_rate * before.population
    died = p.people.death_probability[index] * before.population
    left = before.population + moved_in - out - died
    stay = p.n.out_moves_by_study_places * levers.of("study_places")
    shift = levers.of("out_moves") - stay + p.people.out_wobble * luck[3:4]
    left[:, 18:35] -= (out * shift)[:, 18:35]
    left[:, 67:] -= (died * (p.people.death_wobble * luck[1:2]))[:, 67:]
    np.testing.assert_allclose(after.population[:, 1 : AGES - 1], left[:, : AGES - 2], rtol=1e-12)
    oldest = left[:, AGES - 2 :].sum(axis=1)
    np.testing.assert_allclose(after.population[:, AGES - 1], oldest, rtol=1e-12)
    np.testing.assert_allclose(after.population[:, :1].sum(0), year.births[0], rtol=1e-12)


@given(pushes, st.integers(0, 2**31))
@settings(max_examples=40, deadline=None)
def test_employees_hired_less_those_who_left_is_the_change_by_profession(
    amounts: list[float], seed: int
) -> None:
    before, p = a_municipality()

    after, year = step(before, some_levers(amounts), year_luck(seed, 2026, 2), p, 0)

    left = before.staff.sum(1, keepdims=True) - year.leavers.sum(1, keepdims=True)
    expected = left + year.hires
    np.testing.assert_allclose(after.staff.sum(1, keepdims=True), expected, rtol=1e-12)


@given(pushes, st.integers(0, 2**31))
@settings(max_examples=40, deadline=None)
def test_money_in_less_money_out_is_the_change_in_the_fund(amounts: list[float], seed: int) -> None:
    before, p = a_municipality()
    levers = some_levers(amounts)

    after, year = step(before, levers, year_luck(seed, 2026, 2), p, 0)

    out = year.wage_cost_nok + year.gap_cost_nok + year.debt_cost_nok + year.other_cost_nok
    result = year.revenue_nok - out - levers.of("operating_cost")
    kept = result - p.n.invested_result_share * np.maximum(0.0, result)
    expected = before.reserve_fund_nok + kept + levers.of("reserve_fund")
    np.testing.assert_allclose(after.reserve_fund_nok, expected, rtol=1e-12)


@given(pushes, st.integers(0, 2**31), st.integers(0, 14))
@settings(max_examples=60, deadline=None)
def test_timeregnskapet_is_an_identity(amounts: list[float], seed: int, index: int) -> None:
    before, p = a_municipality()

    _, year = step(before, some_levers(amounts), year_luck(seed, 2026, 2), p, index)

    employees, position = year.employees_by_profession, year.position_by_profession
    have = employees * position * (1.0 - year.sick_by_profession)
    ways = np.maximum(0.0, 1.0 - year.smart_share) * (1.0 - year.prevented_share)
    need = year.base_need * ways
    np.testing.assert_allclose(total(have), year.present_fte, rtol=1e-12)
    np.testing.assert_allclose(total(need), year.needed_fte, rtol=1e-12)
    hours = year.present_fte + year.agency_fte
    np.testing.assert_allclose(year.staffing, hours / year.needed_fte, rtol=1e-12)


@given(pushes, st.integers(0, 2**31))
@settings(max_examples=40, deadline=None)
def test_the_debt_changes_by_what_is_borrowed_less_what_is_paid_back(
    amounts: list[float], seed: int
) -> None:
    before, p = a_municipality()
    levers = some_levers(amounts)

    after, year = step(before, levers, year_luck(seed, 2026, 2), p, 0)

    paid = p.n.instalment_share * before.debt_nok
    need = total(year.base_need) / p.reference.base_need_fte
    borrowed = p.n.instalment_share * p.economy.debt_nok * need + levers.of("debt")
    saved = p.n.invested_result_share * np.maximum(0.0, year.result_nok)
    expected = np.maximum(0.0, before.debt_nok - paid + borrowed - saved)
    np.testing.assert_allclose(after.debt_nok, expected, rtol=1e-12)


@given(pushes, st.integers(0, 2**31))
@settings(max_examples=40, deadline=None)
def test_nobody_in_training_is_lost_except_those_who_give_up(
    amounts: list[float], seed: int
) -> None:
    before, p = a_municipality()

    after, year = step(before, some_levers(amounts), year_luck(seed, 2026, 2), p, 0)

    going_on = before.trainees[:, 1:] * (1.0 - p.n.trainee_dropout_rate)
    inside = going_on.sum(axis=1, keepdims=True) + year.intake
    np.testing.assert_allclose(after.trainees.sum(axis=1, keepdims=True), inside, rtol=1e-12)


def test_need_by_service_and_by_profession_are_the_same_hours() -> None:
    before, p = a_municipality()

    _, year = step(before, Levers(2), no_luck(2), p, 0)

    np.testing.assert_allclose(total(year.needed), total(year.needed_by_profession), rtol=1e-12)


@given(pushes, st.integers(0, 2**31))
@settings(max_examples=40, deadline=None)
def test_nothing_leaves_its_range_however_hard_the_levers_are_pulled(
    amounts: list[float], seed: int
) -> None:
    state, p = a_municipality()

    for index in range(15):
        state, year = step(state, some_levers(amounts), year_luck(seed, 2026 + index, 2), p, index)

    assert np.isfinite(state.flat).all()
    assert (state.population >= 0).all()
    assert (state.staff >= 0).all() and (state.trainees >= 0).all()
    assert (state.debt_nok >= 0).all()
    assert (state.soft >= 0).all() and (state.soft <= 100).all()
    for share in (year.sick_by_profession, year.position_by_profession, year.coverage):
        assert (share >= 0).all() and (share <= 1).all()
