"""The same in Mesa 3: one agent a cohort, which is exact, or one a person, which is by luck."""

from __future__ import annotations

import random

import mesa

from benchmarks import ccm25
from benchmarks.ccm25 import AGES, BAND, MOVING_AGES, SEXES, YEARS, Result

STAY, MOVING_IN = ccm25.stay(), ccm25.moving_in()
USE, FERTILITY = ccm25.use_by_age(), ccm25.fertility_by_age()
BY_SEX = (1.0 - ccm25.BOYS, ccm25.BOYS)
LAST = AGES - 1
WORK_FROM, WORK_TO = ccm25.WORKING_BANDS.start * BAND, ccm25.WORKING_BANDS.stop * BAND


class Town(mesa.Model):
    """What both kinds share: the jobs, and the reputation."""

    def __init__(self, pull: float) -> None:
        super().__init__(seed=7)
        self.pull = pull
        self.staff, self.reputation = ccm25.START_STAFF, ccm25.START_REPUTATION
        self.attraction = 1.0

    def jobs(self, need: float, working_age: float) -> None:
        """One year of the workforce; sets how strongly people are drawn here."""
        load = need / self.staff
        over = load - 1.0
        sick = min(ccm25.MOST_SICK, max(ccm25.LEAST_SICK, ccm25.SICK + ccm25.SICK_BY_LOAD * over))
        quit_rate = min(ccm25.MOST_QUIT, max(0.0, ccm25.QUIT + ccm25.QUIT_BY_LOAD * over))
        stayers = self.staff - self.staff * quit_rate
        applicants = ccm25.APPLICANTS * working_age * self.reputation
        drawn = self.pull * (self.reputation - 1.0) - ccm25.TIRED * (sick - ccm25.SICK)
        self.attraction = max(0.0, 1.0 + drawn)
        self.staff = stayers + min(max(0.0, need - stayers), applicants)
        cover = (1.0 - sick) / load
        self.reputation += ccm25.REPUTATION_SPEED * (cover / ccm25.START_COVER - self.reputation)


class Cohort(mesa.Agent):
    """Everyone of one sex and age."""

    model: CohortTown

    def __init__(self, model: CohortTown, sex: int, age: int, persons: float) -> None:
        super().__init__(model)
        self.sex, self.age, self.persons = sex, age, persons
        self.remaining = 0.0
        self.younger: Cohort | None = None
        self.stay = STAY[sex][age]
        self.moving_in = MOVING_IN[sex][age] if age < MOVING_AGES else 0.0

    def live(self) -> None:
        """Who stays, and who moves in."""
        self.remaining = self.persons * self.stay + self.moving_in * self.model.attraction

    def grow_older(self) -> None:
        """Those who were a year younger are now these."""
        younger = self.younger
        arrived = younger.remaining if younger else self.model.births * BY_SEX[self.sex]
        self.persons = arrived + self.remaining if self.age == LAST else arrived


class CohortTown(Town):
    """212 agents, each a cohort."""

    def __init__(self, pull: float) -> None:
        super().__init__(pull)
        self.births = 0.0
        start = ccm25.start_population()
        for sex in range(SEXES):
            youngest = None
            for age in range(AGES):
                cohort = Cohort(self, sex, age, start[sex][age])
                cohort.younger = youngest
                youngest = cohort

    def step(self) -> None:
        """One year."""
        need = working_age = births = 0.0
        for cohort in self.agents:
            age, persons = cohort.age, cohort.persons
            need += USE[age] * persons
            if WORK_FROM <= age < WORK_TO:
                working_age += persons
            if cohort.sex == 0:
                births += FERTILITY[age] * persons
        self.births = births
        self.jobs(need, working_age)
        self.agents.do("live")
        self.agents.do("grow_older")


class Person(mesa.Agent):
    """One inhabitant."""

    model: PersonTown

    def __init__(self, model: PersonTown, sex: int, age: int) -> None:
        super().__init__(model)
        self.sex, self.age = sex, age

    def live(self) -> None:
        """Stay and grow a year older, or leave for good."""
        if self.model.random.random() < STAY[self.sex][self.age]:
            self.age = min(self.age + 1, LAST)
        else:
            self.remove()


class PersonTown(Town):
    """One agent a person: whole persons, so every run is its own."""

    def __init__(self, pull: float) -> None:
        super().__init__(pull)
        for sex, ages in enumerate(ccm25.start_population()):
            for age, expected in enumerate(ages):
                for _ in range(whole(expected, self.random)):
                    Person(self, sex, age)

    def step(self) -> None:
        """One year."""
        need, working_age, births = 0.0, 0, 0.0
        for person in self.agents:
            age = person.age
            need += USE[age]
            working_age += WORK_FROM <= age < WORK_TO
            if person.sex == 0:
                births += FERTILITY[age]
        self.jobs(need, float(working_age))
        self.agents.do("live")
        for sex in range(SEXES):
            for age in range(MOVING_AGES):
                expected = MOVING_IN[sex][age] * self.attraction
                for _ in range(whole(expected, self.random)):
                    Person(self, sex, age + 1)
            for _ in range(whole(births * BY_SEX[sex], self.random)):
                Person(self, sex, 0)


def whole(expected: float, chance: random.Random) -> int:
    """A whole number that is the expected one on average."""
    return int(expected + chance.random())


def run_cohorts(pull: float) -> Result:
    """25 years with one agent a cohort."""
    town = CohortTown(pull)
    for _ in range(YEARS):
        town.step()
    return Result(sum(cohort.persons for cohort in town.agents), town.staff, town.reputation)


def run_persons(pull: float) -> Result:
    """25 years with one agent a person."""
    town = PersonTown(pull)
    for _ in range(YEARS):
        town.step()
    return Result(float(len(town.agents)), town.staff, town.reputation)
