"""CCM-25: a small cohort model that every engine here runs for 25 years, with the same numbers.

All coefficients are made up for the purpose and say nothing of any place. A year, from the stocks
at its start – persons P by sex and age (0 to 104, and 105 and over), employees S, reputation r:

    need        N = sum over five-year bands of use[band] · (women + men)      FTE
    load        l = N / S
    sick leave  k = k0 + ks · (l - 1), between 0,02 and 0,30
    quits       q = S · (q0 + ql · (l - 1)), the rate between 0 and 0,5
    hires       h = the smaller of N - S + q (never under 0) and applicants a0 · A · r
                A = persons of 15 to 64
    attraction  m = 1 + pull · (r - 1) - tired · (k - k0), never under 0
    births      b = sum over bands of fertility[band] · women

    P'[age + 1] = P · stay + moving_in · m;   P'[0] = b by sex;   the last age keeps its people
    S' = S - q + h
    r' = r + v · ((1 - k) / l / c0 - r)

`stay` is one less deaths and moves out. The lanes differ in `pull`.
"""

from __future__ import annotations

from dataclasses import dataclass

YEARS = 25
SEXES, AGES = 2, 106
BAND, BANDS = 5, 21
"""21 bands of five years; the last one holds all of 100 and over."""
MOTHER_BANDS = slice(3, 10)
WORKING_BANDS = slice(3, 13)
MOVING_AGES = 70
"""Nobody older than 69 moves in."""

START_STAFF, START_REPUTATION = 600.0, 1.0
SICK, SICK_BY_LOAD, LEAST_SICK, MOST_SICK = 0.09, 0.25, 0.02, 0.30
QUIT, QUIT_BY_LOAD, MOST_QUIT = 0.12, 0.30, 0.5
APPLICANTS = 0.0125
TIRED = 1.5
REPUTATION_SPEED, START_COVER = 0.3, 0.91
BOYS = 0.513
FIRST_PULL, PULL_STEP, PULLS = 0.8, 0.01, 41

USE = [0.05] + [0.08] * 2 + [0.03] + [0.015] * 10 + [0.05, 0.08, 0.15, 0.3, 0.5, 0.65, 0.7]
FERTILITY = [0.004, 0.03, 0.09, 0.11, 0.06, 0.012, 0.001]


@dataclass(frozen=True)
class Result:
    """Where one run ends: residents, employees, reputation."""

    population: float
    staff: float
    reputation: float


def pull(lane: int) -> float:
    """How strongly reputation draws people in one lane; lane 0 is what single runs use."""
    return FIRST_PULL + PULL_STEP * (lane % PULLS)


def stay() -> list[list[float]]:
    """Share that neither dies nor moves out, by sex and age."""
    return [[1.0 - _death(sex, age) - _out(age) for age in range(AGES)] for sex in range(SEXES)]


def moving_in() -> list[list[float]]:
    """Persons a year at the attraction of the start, by sex and age."""
    return [
        [(6.0 if 18 <= age < 35 else 1.6) + 0.2 * sex for age in range(MOVING_AGES)]
        for sex in range(SEXES)
    ]


def start_population() -> list[list[float]]:
    """Persons by sex and age: level to middle age, then falling."""
    return [
        [78.0 * min(1.0, (AGES - age) / (52.0 + 6.0 * sex)) for age in range(AGES)]
        for sex in range(SEXES)
    ]


def use_by_age() -> list[float]:
    """The need of one person, by single age, for engines that know no bands."""
    return [USE[min(age // BAND, BANDS - 1)] for age in range(AGES)]


def fertility_by_age() -> list[float]:
    """Children a woman and year, by single age; nought outside 15 to 49."""
    rates = [0.0] * AGES
    for row, rate in enumerate(FERTILITY):
        first = (MOTHER_BANDS.start + row) * BAND
        rates[first : first + BAND] = [rate] * BAND
    return rates


def _death(sex: int, age: int) -> float:
    old = age / AGES
    return 0.0004 + (0.34 + 0.04 * sex) * old * old * old * old * old * old


def _out(age: int) -> float:
    if 18 <= age < 35:
        return 0.07
    return 0.018 if age < MOVING_AGES else 0.004
