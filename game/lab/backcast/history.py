"""What was known about Norway before a year: death rates, births and immigration.

The tables beside this file are from the UN World Population Prospects 2024 (CC BY 3.0 IGO):
`history_periods.csv` death rates by sex and the age pattern of births in five-year periods,
`history_years.csv` the total fertility rate and net immigration (growth less births plus deaths),
and, from Statistics Norway's table 10211, the population on 1 January.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from game.lab.backcast.method import Method
from game.model.axes import AGES, SEXES
from game.model.lanes import Array

FOLDER = Path(__file__).parent
BOYS_PER_GIRL = 1.055
FIRST_START = 1995
"""Before this there are too few periods to see death rates fall."""
MIDDLE_OF_FIVE = 2.0


@dataclass(frozen=True)
class History:
    """Norway before `start`; nothing in it is from that year or later."""

    start: int
    death_rate: Array
    """By sex and age in the last whole period, `(2, 106)`."""
    death_year: float
    """The middle of that period."""
    death_decline: Array
    """Yearly relative fall, `(2, 106)`."""
    births_share: Array
    """The age pattern of births, `(106,)`, sum 1."""
    women_share: Array
    """Women among residents by age, `(106,)`, as survival alone gives it."""
    fertility: Array
    """Total fertility rate, one a year to the year before the start."""
    immigration: Array
    """Net immigration in persons, the same years."""
    population: float
    """Residents of Norway on 1 January of the year before the start."""


def history_before(start: int, method: Method) -> History:
    """Everything known on 1 January of `start`. Raises ValueError for a start before 1995."""
    if start < FIRST_START:
        raise ValueError(f"no national tables before {start}")
    rates, births = _periods("death_rate"), _periods("births_percent")
    past = [end for end in sorted(rates) if end <= start]
    last, earlier = past[-1], past[max(0, len(past) - 1 - method.mortality_span)]
    fall = 1.0 - (rates[last] / rates[earlier]) ** (1.0 / (last - earlier))
    pattern = births[max((end for end in births if end <= start), default=min(births))]
    years = [row for row in _rows("history_years.csv") if int(row["year"]) < start]
    return History(
        start=start,
        death_rate=rates[last],
        death_year=last - 2.5,
        death_decline=np.maximum(0.0, fall),
        births_share=pattern[0] / pattern[0].sum(),
        women_share=_women_share({end: rates[end] for end in past}, start),
        fertility=np.array([float(row["total_fertility"]) for row in years]),
        immigration=np.array([float(row["net_immigration"]) for row in years]),
        population=float(years[-1]["population"]),
    )


def _women_share(rates: dict[int, Array], start: int) -> Array:
    """Each cohort is followed from birth; before the first period its table is used."""
    alive = np.ones((len(SEXES), AGES))
    for age in range(1, AGES):
        for lived in range(age):
            year = start - age + lived
            end = min((e for e in rates if e > year), default=max(rates))
            alive[:, age] *= np.exp(-rates[end][:, lived])
    women = alive[0] / (alive[0] + BOYS_PER_GIRL * alive[1])
    return np.asarray(women)


@cache
def _periods(what: str) -> dict[int, Array]:
    """By the year a period ends: `(2, 106)` for death rates, `(1, 106)` for births."""
    rows = [row for row in _rows("history_periods.csv") if row["what"].startswith(what)]
    found = {}
    for period in (name for name in rows[0] if "-" in name):
        if all(row[period] for row in rows):
            kinds = sorted({row["what"] for row in rows}, reverse=True)
            found[int(period[5:])] = np.stack(
                [_by_single_age([r for r in rows if r["what"] == kind], period) for kind in kinds]
            )
    return found


def _by_single_age(rows: list[dict[str, str]], period: str) -> Array:
    ages = [int(row["age"]) for row in rows]
    values = np.array([float(row[period]) for row in rows])
    if rows[0]["what"] == "births_percent":
        whole = np.zeros(AGES)
        for age, value in zip(ages, values, strict=True):
            whole[age : age + 5] = value / 500.0
        return whole
    # a group's rate stands in its middle, and rates grow by a like share from age to age
    middles = [age if age < 1 else age + MIDDLE_OF_FIVE for age in ages]
    return np.asarray(np.exp(np.interp(np.arange(AGES), middles, np.log(values))))


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
