"""A small made-up country, as a table and as a file in Statistics Norway's form."""

from __future__ import annotations

from functools import cache

import numpy as np

from game.content.population_file import PopulationFile
from game.lab.backcast.history import history_before
from game.lab.backcast.method import Method
from game.lab.backcast.rates import deaths
from game.model.axes import AGES
from game.model.lanes import Array

FIRST, LAST = 2005, 2016


@cache
def country(places: int = 24, last: int = LAST) -> PopulationFile:
    """Places from 900 to 60 000; the young leave the small ones for the large ones every year."""
    chance = np.random.default_rng(5)
    sizes = np.geomspace(900.0, 60_000.0, places)
    history = history_before(FIRST, Method())
    gone = deaths(history, np.ones(AGES), FIRST).mean(axis=0)
    pull = np.linspace(-0.04, 0.02, places)[:, None]
    alive = np.cumprod(np.concatenate([[1.0], 1.0 - gone[:-1]]))
    now = sizes[:, None] * alive / alive.sum()
    years = [now]
    for _ in range(FIRST, last):
        later = np.zeros_like(now)
        later[:, 1:] = now[:, :-1] * (1.0 - gone[:-1])
        later[:, 19:30] *= 1.0 + pull
        later[:, 0] = now[:, 20:40].sum(axis=1) * 0.045
        later += np.sqrt(later) * 0.15 * chance.standard_normal(later.shape)
        now = np.maximum(0.0, later)
        years.append(now)
    codes = tuple(f"{3 + row % 4:02}{10 + row:02}" for row in range(places))
    names = tuple(f"Sted {row}" for row in range(places))
    persons = np.round(np.stack(years, axis=2))
    lines = tuple(2 + AGES * row for row in range(places))
    order = np.argsort(codes)
    return PopulationFile(
        "land.csv",
        tuple(codes[row] for row in order),
        tuple(names[row] for row in order),
        lines,
        tuple(range(FIRST, last + 1)),
        tuple(f"y{year}" for year in range(FIRST, last + 1)),
        persons[order],
    )


def written(table: PopulationFile) -> list[list[str]]:
    """Heading and rows, one cell a text."""
    rows = [["knr", "kommune", "age", *(f"y{year}" for year in table.years)]]
    for code, name, persons in zip(table.codes, table.names, table.persons, strict=True):
        rows += [[code, name, str(age), *_cells(persons[age])] for age in range(AGES)]
    return rows


def _cells(values: Array) -> list[str]:
    return [f"{value:.0f}" for value in values]
