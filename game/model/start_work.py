"""What need and workforce start from in one municipality, worked out once for every year."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from game.model import need
from game.model.axes import (
    AGE_GROUPS,
    FIRST_YEAR,
    SERVICES,
    TRAINEE_YEARS,
    TRAINEES,
    YEARS,
    YOUTH_GROUP,
)
from game.model.lanes import Array
from game.model.parameter_set import National, Parameters, Start, Work

ROUNDS = 8
"""Enough for the mean sick leave to settle to the last digits that show."""
OLD_GROUPS = slice(AGE_GROUPS.index("67-79"), len(AGE_GROUPS))
SCHOOL = SERVICES.index("school")
KINDERGARTEN = SERVICES.index("kindergarten")
USER_SERVICES = slice(SERVICES.index("home_care"), SERVICES.index("health") + 1)
COMMON_SERVICES = slice(SERVICES.index("technical"), len(SERVICES))
CARE = slice(SERVICES.index("home_care"), SERVICES.index("nursing_home") + 1)


@dataclass(frozen=True)
class FirstStaff:
    """Those who work and train there on the first day."""

    employees: Array
    """By profession and band."""
    trainees: Array


def work_at_start(n: National, start: Start, groups: Array) -> tuple[Work, FirstStaff]:
    """The workforce that leaves the vacancies the scenario tells of; `groups` is (group, 1, 1)."""
    need_rate = need_rates(n, start)
    needed = need.base_need_fte(groups, need_rate[0])
    # whatever the numbers are, each service's hours are shared out in full
    shares = n.profession_mix / n.profession_mix.sum(axis=1, keepdims=True)
    mix = np.ascontiguousarray(shares.transpose(1, 0, 2))
    needed_p = (mix * needed.reshape(1, -1, 1)).sum(axis=1, keepdims=True)
    sick = n.relative_sick_leave * start.sick_leave_rate
    for _ in range(ROUNDS):
        # those who are often sick are more on the payroll, which moves the mean itself
        sick = _scaled(n.relative_sick_leave, needed_p / (1.0 - sick), start.sick_leave_rate)
    position = _position_sizes(n, start, needed_p / (1.0 - sick))
    employees = needed_p * (1.0 - start.vacancy_share) / (position * (1.0 - sick))
    part_time = 1.0 - position
    mean_part_time = (part_time * employees).sum() / employees.sum()
    entry = _entry(n)
    work = Work(
        need_rate=need_rate,
        profession_mix=mix,
        chosen_part_time=part_time * (1.0 - n.unchosen_part_time_share),
        unchosen_part_time=_unchosen(n, part_time),
        position_reach=part_time / mean_part_time,
        sick_leave_rate=sick,
        quit_rate=_quit_rates(n, start, employees),
        applicants=n.applicants_per_employee * employees * start.applicant_level,
        supply_level=_supply(n, start),
        trainee_entry=entry,
        band_move_share=_move_shares(n),
        agency_share=np.full((1, 1, 1), start.agency_share),
        full_time_share=np.full((1, 1, 1), start.full_time_share),
        mean_position_size=np.full((1, 1, 1), start.position_size),
    )
    youth = groups[YOUTH_GROUP : YOUTH_GROUP + 1]
    staff = FirstStaff(employees * n.staff_share_by_band, _trainees(n, youth, entry))
    return work, staff


def need_rates(n: National, start: Start) -> tuple[Array, ...]:
    """FTE a resident by service and age group, `(service, age_group, 1)`, one table a year."""
    rate = np.zeros((len(SERVICES), len(AGE_GROUPS), 1))
    attending = n.kindergarten_share.transpose(1, 0, 2)
    per_adult = n.children_per_adult.transpose(1, 0, 2)
    rate[KINDERGARTEN] = need.staffing_norm(attending, per_adult, np.zeros((1, 1, 1)))[0]
    pupils = n.pupils_per_teacher.transpose(1, 0, 2)
    at_school = np.where(pupils > 0.0, 1.0, 0.0)
    per_teacher = np.where(pupils > 0.0, pupils, 1.0)
    rate[SCHOOL] = need.staffing_norm(at_school, per_teacher, n.assistants_per_pupil)[0]
    rate[USER_SERVICES] = need.fte_per_resident(n.users_per_resident, n.fte_per_user)
    rate[COMMON_SERVICES] = n.common_fte_per_resident
    decline = n.care_use_decline_rate[0, 0, 0]
    if start.care_use_decline_rate is not None:
        decline = start.care_use_decline_rate
    return _falling(rate, decline, YEARS)


def _falling(rate: Array, decline: float, years: int) -> tuple[Array, ...]:
    """The table, then what is left of it year by year as the old use less care."""
    tables = []
    for _ in range(years):
        tables.append(rate)
        rate = rate.copy()
        rate[CARE, OLD_GROUPS] *= 1.0 - decline
    return tuple(tables)


def with_use_decline(p: Parameters, decline: float, index: int) -> Parameters:
    """The same municipality if the use of care per old person falls by this share a year.

    `index` is the last year that stays as it is, counted from 0; the fall is another from the year
    after it. Raises ValueError when the share is not from 0 to below 1, or there is no such year.
    """
    tables = p.work.need_rate
    if not 0.0 <= decline < 1.0:
        raise ValueError(f"{decline} is not a share of 0 or more and below 1")
    if not 0 <= index < len(tables):
        raise ValueError(f"there are {len(tables)} years, and no year {index}")
    ahead = _falling(tables[index], decline, len(tables) - index)
    return replace(p, work=replace(p.work, need_rate=tables[:index] + ahead))


def use_decline(p: Parameters) -> float:
    """The yearly fall in the use of care per old person that the parameters reckon with."""
    first, second = (table[CARE, OLD_GROUPS].sum() for table in p.work.need_rate[:2])
    return float(1.0 - second / first)


def _supply(n: National, start: Start) -> tuple[Array, ...]:
    """People to be had: fewer as the country's need outgrows its people of working age."""
    need_level = national_levels(n.national_need_growth, start)
    people_level = national_levels(n.national_working_age_growth, start)
    return tuple(
        np.maximum(0.0, 1.0 - n.supply_by_national_need * (needed / people - 1.0))
        for needed, people in zip(need_level, people_level, strict=True)
    )


def national_levels(growth: Array, start: Start) -> tuple[Array, ...]:
    """Levels since 2026, told from the first year of this municipality instead; one a year."""
    first = start.first_year - FIRST_YEAR
    at_start = 1.0 + growth[:, first : first + 1]
    return tuple((1.0 + growth[:, i : i + 1]) / at_start for i in range(first, YEARS))


def _unchosen(n: National, part_time: Array) -> tuple[Array, ...]:
    """Part time nobody chose, which shrinks by the same each year until none is left."""
    return tuple(
        part_time * np.maximum(0.0, n.unchosen_part_time_share - n.unchosen_fall_share * year)
        for year in range(YEARS)
    )


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


def _move_shares(n: National) -> Array:
    """Each year one part of the years of a band moves on; a band of no years keeps its people."""
    years = n.band_years
    return np.where(years > 0.0, 1.0 / np.where(years > 0.0, years, 1.0), 0.0)


def _entry(n: National) -> Array:
    columns = np.arange(1, TRAINEE_YEARS + 1, dtype=np.float64).reshape(1, -1, 1)
    return np.where(columns == n.trainee_years, 1.0, 0.0)


def _trainees(n: National, youth: Array, entry: Array) -> Array:
    """The pipeline as it is when as many begin every year."""
    intake = n.trainees_per_youth * youth
    trainees = np.zeros((len(TRAINEES), TRAINEE_YEARS, 1))
    for _ in range(TRAINEE_YEARS):
        kept = trainees[:, 1:] * (1.0 - n.trainee_dropout_rate)
        trainees = entry * intake
        trainees[:, :-1] += kept
    return trainees
