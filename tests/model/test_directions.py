"""What pulls which way: the arrows of the causal drawing, one by one, in the running model."""

from __future__ import annotations

import pytest

from game.model.axes import SOFT
from game.model.draws import no_luck
from game.model.lanes import Array, Levers, State
from game.model.step import step
from game.model.year import Year
from tests.kit import a_municipality

YEARS = 6


def after_years(lever: str = "", amount: float = 0.0, soft: str = "") -> tuple[State, Year]:
    """Six years with one lever held, or one soft stock changed at the start."""
    state, p = a_municipality()
    if soft:
        state.soft[SOFT.index(soft)] += amount
    levers = Levers(2)
    if lever:
        levers.of(lever)[:] = amount
    for index in range(YEARS):
        state, year = step(state, levers, no_luck(2), p, index)
    return state, year


def one(rows: Array) -> float:
    return float(rows[0, 0, 0])


HELPS_STAFFING = [
    ("applicants", 0.2),
    ("position_size", 0.05),
    ("prevention_share", 0.03),
    ("agency_share", 0.3),
    ("in_moves", 0.2),
]
HURTS_STAFFING = [
    ("sick_leave_rate", 0.02),
    ("turnover_rate", 0.03),
    ("home_care_need", 0.05),
    ("retirement_rate", 0.4),
    ("out_moves", 0.3),
]


@pytest.mark.parametrize(("lever", "amount"), HELPS_STAFFING)
def test_these_levers_put_more_people_at_work(lever: str, amount: float) -> None:
    _, plain = after_years()

    _, pulled = after_years(lever, amount)

    assert one(pulled.staffing) > one(plain.staffing)


@pytest.mark.parametrize(("lever", "amount"), HURTS_STAFFING)
def test_these_levers_leave_fewer_people_at_work(lever: str, amount: float) -> None:
    _, plain = after_years()

    _, pulled = after_years(lever, amount)

    assert one(pulled.staffing) < one(plain.staffing)


SOFT_TO_STAFFING = [
    ("wellbeing", 1),
    ("relations", 1),
    ("partnership", 1),
    ("competence_match", 1),
    ("proven", 1),
    ("full_time_culture", 1),
    ("reputation", 1),
    ("innovation", 1),
    ("neighbour_pay", -1),
]


@pytest.mark.parametrize(("soft", "sign"), SOFT_TO_STAFFING)
def test_soft_stocks_show_in_staffing_after_some_years(soft: str, sign: int) -> None:
    _, plain = after_years()

    _, changed = after_years(soft=soft, amount=15.0)

    assert sign * (one(changed.staffing) - one(plain.staffing)) > 0


def test_volunteers_never_add_hours() -> None:
    state, p = a_municipality()
    before = step(state, Levers(2), no_luck(2), p, 0)[1]
    state.soft[SOFT.index("volunteers")] += 40.0

    after = step(state, Levers(2), no_luck(2), p, 0)[1]

    assert one(after.present_fte) == one(before.present_fte)
    assert one(after.needed_fte) == one(before.needed_fte)


def test_agency_staff_cost_more_and_wear_on_familiar_faces() -> None:
    state, p = a_municipality()
    levers = Levers(2)
    levers.of("agency_share")[:] = 0.6

    plain = step(state, Levers(2), no_luck(2), p, 0)[1]
    hired = step(state, levers, no_luck(2), p, 0)[1]

    assert one(hired.gap_cost_nok) > one(plain.gap_cost_nok)
    assert one(hired.continuity) < one(plain.continuity)


def test_the_levers_multiply_so_that_no_lever_wins_alone() -> None:
    state, p = a_municipality()
    plain, small, large, both = (Levers(2) for _ in range(4))
    for levers in (small, both):
        levers.of("position_size")[:] = 0.08
    for levers in (large, both):
        levers.of("sick_leave_rate")[:] = -0.03
    have = [
        one(step(state, levers, no_luck(2), p, 0)[1].present_fte)
        for levers in (plain, small, large, both)
    ]

    assert have[3] - have[0] > (have[1] - have[0]) + (have[2] - have[0])


def test_many_projects_at_once_wear_on_wellbeing_and_change_capacity() -> None:
    plain, _ = after_years()

    busy, _ = after_years("running_projects", 5.0)

    for soft in ("wellbeing", "change_capacity"):
        row = SOFT.index(soft)
        assert busy.soft[row, 0, 0] < plain.soft[row, 0, 0]


def test_an_empty_till_slows_hiring() -> None:
    rich, p = a_municipality()
    poor = rich.copy()
    poor.reserve_fund_nok[:] = -5e7

    hired_rich = step(rich, Levers(2), no_luck(2), p, 0)[1].wanted_hires.sum()
    hired_poor = step(poor, Levers(2), no_luck(2), p, 0)[1].wanted_hires.sum()

    assert hired_poor < hired_rich
