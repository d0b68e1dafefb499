"""The parts of a year: each calls its equations in order and hands on what later parts read.

`step.py` is the table of contents; this is the chapters. No arithmetic of its own beyond sums and
shares of what the equations give.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np

from game.model import need, people, service, workforce
from game.model.axes import (
    CARE_SERVICES,
    PROFESSIONS,
    SOFT,
)
from game.model.draws import NORMALS
from game.model.lanes import Array, Levers, State
from game.model.parameter_set import Parameters
from game.model.shares import per
from game.model.year import (
    HoursOfYear,
    NeedOfYear,
    PeopleOfYear,
    ServicesOfYear,
    StaffOfYear,
)

SOFT_ROW = {name: row for row, name in enumerate(SOFT)}
LUCK_ROW = {name: row for row, name in enumerate(NORMALS)}
ASSISTANT_ROW = PROFESSIONS.index("assistant")
ASSISTANT = slice(ASSISTANT_ROW, ASSISTANT_ROW + 1)
LEADER = slice(PROFESSIONS.index("leader"), PROFESSIONS.index("leader") + 1)
CARE: Array = np.array(CARE_SERVICES).reshape(-1, 1, 1)


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
        births=people.births(
            population, given.p.people.fertility[given.index], given.chance("births")
        ),
    )


def staff_of(given: Given) -> StaffOfYear:
    """Employees and the size of their positions, before anyone is ill."""
    n, work = given.p.n, given.p.work
    employees = given.before.staff.sum(axis=1, keepdims=True)
    position = workforce.position_size(
        work.chosen_part_time,
        work.unchosen_part_time[given.index],
        given.change("full_time_culture"),
        n.position_by_full_time_culture,
        work.position_reach,
        given.levers.of("position_size"),
    )
    employed = employees * position
    return StaffOfYear(
        employees_by_profession=employees,
        position_by_profession=position,
        employed_by_profession=employed,
        employees=total(employees),
        employed_fte=total(employed),
    )


def need_of(given: Given, folk: PeopleOfYear, staff: StaffOfYear) -> NeedOfYear:
    """The hours we need: use by age, less smart ways, less prevention."""
    n, work, levers = given.p.n, given.p.work, given.levers
    base = need.base_need_fte(folk.age_groups, work.need_rate[given.index])
    smart = need.smart_ways_share(
        given.change("innovation"),
        given.before.true_effect,
        given.change("competence_match"),
        n.need_by_innovation,
        n.need_by_match,
        levers.need_shift(),
    )
    unprevented = need.unprevented_fte(base, smart)
    gap = workforce.pressure(total(unprevented), staff.employed_fte, given.p.reference.pressure)
    prevented = CARE * need.prevented_share(levers.of("prevention_share"), gap, n.prevention_by_gap)
    needed = need.needed_fte(unprevented, prevented)
    tasks = workforce.shared_tasks_share(
        levers.of("task_sharing"), given.level("competence_match"), n.soundness_limit
    )
    return NeedOfYear(
        base_need=base,
        smart_share=smart,
        prevented_share=prevented,
        needed=needed,
        tasks_shared=tasks,
        needed_by_profession=workforce.with_tasks_shared(
            workforce.needed_by_profession(needed, work.profession_mix), tasks, n.task_sharing_reach
        ),
        needed_fte=total(needed),
    )


def hours_of(given: Given, staff: StaffOfYear, needs: NeedOfYear) -> HoursOfYear:
    """Timeregnskapet: employees · position · presence, and what is hired in for the rest."""
    work, levers, ref = given.p.work, given.levers, given.p.reference
    employed = staff.employed_by_profession
    pressure = workforce.pressure(needs.needed_fte, staff.employed_fte, ref.pressure)
    fragments = workforce.fragmentation(per(staff.employed_fte, staff.employees), ref.fragmentation)
    sick = _sick_leave(given, staff, pressure, fragments)
    present = workforce.present_fte(employed, sick)
    gap = np.maximum(0.0, needs.needed_by_profession - present)
    agency = workforce.agency_fte(gap, work.agency_share, levers.of("agency_share"))
    present_fte, agency_fte = total(present), total(agency)
    hours = present_fte + agency_fte
    return HoursOfYear(
        fragments=fragments,
        sick_by_profession=sick,
        present_by_profession=present,
        agency_by_profession=agency,
        uncovered_by_profession=gap - agency,
        pressure=pressure,
        present_fte=present_fte,
        agency_fte=agency_fte,
        agency_hours_share=per(agency_fte, hours),
        staffing=per(hours, needs.needed_fte),
    )


def _sick_leave(given: Given, staff: StaffOfYear, pressure: Array, fragments: Array) -> Array:
    n, work = given.p.n, given.p.work
    factor = workforce.sick_leave_factor(
        pressure,
        fragments,
        given.change("wellbeing"),
        given.change("relations"),
        n,
        n.sick_leave_spread * given.chance("sick_leave"),
    )
    age = workforce.age_factor(
        given.before.staff, staff.employees, n.sick_leave_by_band, given.p.reference.staff_age
    )
    return workforce.sick_leave_rate(
        work.sick_leave_rate, factor * age, given.levers.of("sick_leave_rate")
    )


def services_of(given: Given, needs: NeedOfYear, hours: HoursOfYear) -> ServicesOfYear:
    """How much is covered, and how good it is."""
    n = given.p.n
    by_profession = service.coverage_by_profession(
        hours.present_by_profession, hours.agency_by_profession, needs.needed_by_profession
    )
    tasks = workforce.coverage_of_tasks(by_profession, needs.tasks_shared, n.task_sharing_reach)
    coverage = service.coverage_by_service(tasks, given.p.work.profession_mix)
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
