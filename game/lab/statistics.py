"""The folder of Norwegian statistics that checks read: finding it, reading it, and saying what is
wrong with it in one sentence.

No file of it is part of the game. A file may have semicolons and decimal commas, as Excel writes
them, and a byte order mark.
"""

from __future__ import annotations

import csv
import math
import os
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from game.content.population_file import PopulationFile, read_population
from game.content.problem import BrokenContent
from game.model.axes import AGES
from game.model.lanes import Array
from game.paths import package_dir

DATA_VARIABLE = "KOMMUNESPILLET_DATA"
BY_AGE_AND_SEX = "ssb07459_kommune_alder_kjonn_2024.csv"
NORWAY_BY_SEX = "ssb07459_norge_alder_kjonn_2020_2024.csv"
NORWAY_BY_AGE = "ssb10211_norge_alder_1990_2024.csv"
NORWAY_PROJECTED = "ssb13599_norge_framskriving2022_MMM_2022_2060.csv"
PROJECTIONS = "ssb_framskrivinger_telemark_norge_2010_2026.csv"
OUTCOMES = "ssb07459_telemark_norge_aldersgrupper_2000_2026.csv"
PLACES_BY_AGE = "ssb07459_kommune_alder_2005_2024.csv"
KEY_FIGURES = "kostra_noekkeltall_landet_oslo_romerike_2020_2025.csv"
COST_BY_AGE = "avledet_demografikostnad_per_alder_2025kr.csv"
NEED_INDEX = "kmd_utgiftsbehovsindeks_2025_2026.csv"
NORWAY = "Hele landet"
GROUP_COLUMNS = {
    "a0": (0, 1),
    "a1_5": (1, 6),
    "a6_12": (6, 13),
    "a13_15": (13, 16),
    "a16_19": (16, 20),
    "a20_44": (20, 45),
    "a45_66": (45, 67),
    "a67_79": (67, 80),
    "a80_89": (80, 90),
    "a90p": (90, AGES),
}
"""Columns of the files by age group, and the single ages from and up to (not with)."""

Row = dict[str, str]


class CannotRead(Exception):
    """A file of statistics that is missing or damaged, said in one Norwegian sentence."""


def data_folder(chosen: Path | None = None) -> Path | None:
    """The folder: the chosen one, else that of KOMMUNESPILLET_DATA, else one beside the project.

    None when there is none. A chosen folder that does not exist is returned as it is, so that the
    caller can name it.
    """
    if chosen is not None:
        return chosen
    named = os.environ.get(DATA_VARIABLE, "").strip()
    if named:
        return Path(named).expanduser()
    beside = package_dir().parent.parent / "shared" / "data"
    return beside if beside.is_dir() else None


@cache
def _read(path: Path, _stamp: int) -> tuple[Row, ...]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CannotRead(f"«{path.name}» er ikke en tekstfil i UTF-8.") from None
    except OSError:
        raise CannotRead(f"«{path.name}» lar seg ikke lese.") from None
    lines = text.splitlines()
    if not lines or not lines[0].strip():
        raise CannotRead(f"«{path.name}» er tom.")
    comma = ";" if lines[0].count(";") > lines[0].count(",") else ","
    try:
        return tuple(_checked(csv.DictReader(lines, delimiter=comma), path.name))
    except csv.Error:
        raise CannotRead(f"«{path.name}» er ikke en tabell med komma eller semikolon.") from None


def _checked(rows: Iterable[dict[str | None, str | list[str] | None]], name: str) -> Iterable[Row]:
    for line, row in enumerate(rows, 2):
        if None in row or None in row.values():
            raise CannotRead(f"«{name}» har feil antall kolonner på linje {line}.")
        yield {str(key).strip(): str(cell).strip() for key, cell in row.items()}


def table(folder: Path, name: str, columns: Sequence[str]) -> tuple[Row, ...]:
    """All rows of a file that must have these columns. Raises CannotRead."""
    path = folder / name
    if not path.is_file():
        raise CannotRead(f"finner ikke «{name}».")
    rows = _read(path, path.stat().st_mtime_ns)
    if not rows:
        raise CannotRead(f"«{name}» har ingen rader.")
    absent = [column for column in columns if column not in rows[0]]
    if absent:
        raise CannotRead(f"«{name}» mangler kolonnen {', '.join(f'«{c}»' for c in absent)}.")
    return rows


def number(row: Row, column: str, name: str) -> float:
    """A number in a cell, with a decimal point or comma. Raises CannotRead."""
    written = row[column]
    try:
        value = float(written.replace("\xa0", "").replace(" ", "").replace(",", "."))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        shown = f"«{written}»" if written else "en tom rute"
        raise CannotRead(f"«{name}» har {shown} der det skal stå et tall (kolonnen «{column}»).")
    return value


def _persons(rows: Iterable[Row], column: str, name: str) -> Array:
    """Persons by single age, `(106,)`. Raises CannotRead unless each age is there once."""
    found = np.zeros(AGES)
    seen = set()
    for row in rows:
        age = number(row, "age", name)
        if age not in range(AGES) or age in seen:
            raise CannotRead(f"«{name}» har alderen «{row['age']}» to ganger eller utenfor 0–105.")
        seen.add(age)
        found[int(age)] = number(row, column, name)
        if found[int(age)] < 0:
            raise CannotRead(f"«{name}» har et negativt folketall ved {row['age']} år.")
    if len(seen) < AGES:
        raise CannotRead(f"«{name}» mangler {AGES - len(seen)} av de {AGES} aldrene.")
    if found.sum() <= 0.0:
        raise CannotRead(f"«{name}» har et sted uten innbyggere (kolonnen «{column}»).")
    return found


def norway_by_age(folder: Path, year: int) -> Array:
    """Residents of the country by age 1 January, SSB table 10211, `(106,)`. Raises CannotRead."""
    column = f"y{year}"
    rows = table(folder, NORWAY_BY_AGE, ("age", column))
    return _persons(rows, column, NORWAY_BY_AGE)


def norway_by_sex(folder: Path, year: int) -> Array:
    """Women and men of the country by age 1 January, SSB table 07459, `(2, 106)`."""
    columns = f"f{year}", f"m{year}"
    rows = table(folder, NORWAY_BY_SEX, ("age", *columns))
    return np.stack([_persons(rows, column, NORWAY_BY_SEX) for column in columns])


def norway_projected(folder: Path, year: int) -> Array:
    """The country by age in SSB's projection of 2022, table 13599 (MMM), `(106,)`."""
    column = f"y{year}"
    rows = table(folder, NORWAY_PROJECTED, ("age", column))
    return _persons(rows, column, NORWAY_PROJECTED)


def norway_in_round(folder: Path, round_: int, year: int) -> Array:
    """The country by age in a projection that has age groups, `(106,)`.

    Inside a group people are spread as in the projection of 2022 for the same year.
    """
    names = ("framskriving", "alternativ", "region", "aar", *GROUP_COLUMNS)
    wanted = str(round_), "MMMM", NORWAY, str(year)
    for row in table(folder, PROJECTIONS, names):
        if tuple(row[name] for name in names[:4]) == wanted:
            return _spread(row, norway_projected(folder, year), PROJECTIONS)
    raise CannotRead(f"«{PROJECTIONS}» har ikke landet {year} i runden {round_}.")


def norway_outcome(folder: Path, year: int, shape: Array) -> Array:
    """The country 1 January by age from SSB table 07459 in age groups, spread as `shape`."""
    for row in table(folder, OUTCOMES, ("region", "aar", *GROUP_COLUMNS)):
        if row["region"] == NORWAY and row["aar"] == str(year):
            return _spread(row, shape, OUTCOMES)
    raise CannotRead(f"«{OUTCOMES}» har ikke landet {year}.")


def _spread(row: Row, shape: Array, name: str) -> Array:
    spread = shape.copy()
    for column, (first, end) in GROUP_COLUMNS.items():
        spread[first:end] *= number(row, column, name) / max(shape[first:end].sum(), 1.0)
    return spread


@cache
def _places(folder: Path, _stamp: int) -> dict[str, Array]:
    rows: dict[str, list[Row]] = {}
    for row in table(folder, BY_AGE_AND_SEX, ("knr", "age", "m2024", "f2024")):
        rows.setdefault(row["knr"], []).append(row)
    return {
        knr: np.stack([_persons(own, c, BY_AGE_AND_SEX) for c in ("f2024", "m2024")])
        for knr, own in rows.items()
    }


def municipalities(folder: Path) -> dict[str, Array]:
    """Number to women and men by age 1 January 2024, SSB table 07459, `(2, 106)` each."""
    path = folder / BY_AGE_AND_SEX
    return _places(folder, path.stat().st_mtime_ns if path.is_file() else 0)


def municipality(folder: Path, knr: str) -> Array:
    """Women and men of one municipality by age 1 January 2024, `(2, 106)`. Raises CannotRead."""
    found = municipalities(folder)
    if knr not in found:
        raise CannotRead(f"«{BY_AGE_AND_SEX}» har ikke kommune {knr}.")
    return found[knr]


def places_by_age(folder: Path, years: range) -> dict[str, dict[int, Array]]:
    """Number to year to residents by age 1 January, SSB table 07459, `(106,)` each.

    Raises CannotRead.
    """
    columns = [f"y{year}" for year in years]
    rows: dict[str, list[Row]] = {}
    for row in table(folder, PLACES_BY_AGE, ("knr", "age", *columns)):
        rows.setdefault(row["knr"], []).append(row)
    return {
        knr: {year: _persons(own, f"y{year}", PLACES_BY_AGE) for year in years}
        for knr, own in rows.items()
    }


@cache
def _population(path: Path, _stamp: int) -> PopulationFile:
    try:
        return read_population(path)
    except BrokenContent as broken:
        raise CannotRead(f"«{path.name}»: {broken.problems[0].what}") from None


def population_file(folder: Path) -> PopulationFile:
    """Residents of every municipality by age and year. Raises CannotRead."""
    path = folder / PLACES_BY_AGE
    if not path.is_file():
        raise CannotRead(f"finner ikke «{PLACES_BY_AGE}».")
    return _population(path, path.stat().st_mtime_ns)


def key_figure(folder: Path, indicator: str, region: str, year: int) -> float:
    """One KOSTRA key figure. Raises CannotRead when it is not there."""
    names = ("indikator", "region", "aar", "verdi")
    for row in table(folder, KEY_FIGURES, names):
        if (row["indikator"], row["region"], row["aar"]) == (indicator, region, str(year)):
            return number(row, "verdi", KEY_FIGURES)
    raise CannotRead(f"«{KEY_FIGURES}» har ikke «{indicator}» for {region} {year}.")
