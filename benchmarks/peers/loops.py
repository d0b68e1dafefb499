"""The same with plain Python numbers and lists, one run at a time."""

from __future__ import annotations

from benchmarks import ccm25
from benchmarks.ccm25 import AGES, MOVING_AGES, SEXES, YEARS, Result

STAY, MOVING_IN = ccm25.stay(), ccm25.moving_in()
USE, FERTILITY = ccm25.use_by_age(), ccm25.fertility_by_age()
BY_SEX = (1.0 - ccm25.BOYS, ccm25.BOYS)
MOTHERS = range(ccm25.MOTHER_BANDS.start * ccm25.BAND, ccm25.MOTHER_BANDS.stop * ccm25.BAND)
WORKING = slice(ccm25.WORKING_BANDS.start * ccm25.BAND, ccm25.WORKING_BANDS.stop * ccm25.BAND)


def run(pull: float) -> Result:
    """25 years."""
    population = ccm25.start_population()
    staff, reputation = ccm25.START_STAFF, ccm25.START_REPUTATION
    for _ in range(YEARS):
        women, men = population
        people = [w + m for w, m in zip(women, men, strict=True)]
        need = sum([use * n for use, n in zip(USE, people, strict=True)])
        births = sum([FERTILITY[age] * women[age] for age in MOTHERS])
        load = need / staff
        over = load - 1.0
        sick = min(ccm25.MOST_SICK, max(ccm25.LEAST_SICK, ccm25.SICK + ccm25.SICK_BY_LOAD * over))
        quit_rate = min(ccm25.MOST_QUIT, max(0.0, ccm25.QUIT + ccm25.QUIT_BY_LOAD * over))
        stayers = staff - staff * quit_rate
        applicants = ccm25.APPLICANTS * sum(people[WORKING]) * reputation
        drawn = pull * (reputation - 1.0) - ccm25.TIRED * (sick - ccm25.SICK)
        attraction = max(0.0, 1.0 + drawn)
        population = [_a_year_later(population, sex, attraction, births) for sex in range(SEXES)]
        staff = stayers + min(max(0.0, need - stayers), applicants)
        cover = (1.0 - sick) / load
        reputation += ccm25.REPUTATION_SPEED * (cover / ccm25.START_COVER - reputation)
    return Result(sum(map(sum, population)), staff, reputation)


def _a_year_later(
    population: list[list[float]], sex: int, attraction: float, births: float
) -> list[float]:
    moved = [n * stay for n, stay in zip(population[sex], STAY[sex], strict=True)]
    for age in range(MOVING_AGES):
        moved[age] += MOVING_IN[sex][age] * attraction
    moved[AGES - 2] += moved.pop()
    return [births * BY_SEX[sex], *moved]
