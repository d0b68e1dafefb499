"""Municipalities, the labour-market regions they lie in, and Telemark's in SSB's projections."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game.lab.demography import aged
from game.lab.statistics import (
    GROUP_COLUMNS,
    NORWAY,
    OUTCOMES,
    PROJECTIONS,
    CannotRead,
    Row,
    municipalities,
    norway_by_sex,
    number,
    table,
)
from game.model.axes import LABOUR_MARKETS
from game.model.lanes import Array
from game.model.parameter_set import National

REGIONS = "ba_regioner_2020_inndeling.csv"
CLASS_LIMITS = (5_000.0, 10_000.0, 20_000.0, 50_000.0, 150_000.0, 500_000.0)
TELEMARK = "40"
SINGLE_AGES_OF = 2024
"""The last year that municipalities are known by sex and single age."""
Key = tuple[str, int]
"""Region and year."""


@dataclass(frozen=True)
class Totals:
    """Residents of a region in a year."""

    everyone: float
    over_80: float


def labour_markets(folder: Path) -> dict[str, int]:
    """Municipality number to row of `axes.LABOUR_MARKETS`. Raises CannotRead."""
    rows = table(folder, REGIONS, ("knr", "ba_folketall2024"))
    return {
        row["knr"]: int(
            np.searchsorted(CLASS_LIMITS, number(row, "ba_folketall2024", REGIONS), side="right")
        )
        for row in rows
    }


def telemark(folder: Path) -> dict[str, str]:
    """Municipality number to the name of the region in the files of Telemark."""
    regions = {row["region"] for row in table(folder, OUTCOMES, ("region",))}
    names = {row["knr"]: row["kommune"] for row in table(folder, REGIONS, ("knr", "kommune"))}
    found = {}
    for knr, name in names.items():
        fits = [region for region in regions if region == name or region.startswith(f"{name}-")]
        if knr.startswith(TELEMARK) and fits:
            found[knr] = fits[0]
    return found


def outcomes(folder: Path) -> dict[Key, Totals]:
    """What came, SSB table 07459."""
    rows = table(folder, OUTCOMES, ("region", "aar", *GROUP_COLUMNS))
    return {(row["region"], int(row["aar"])): _totals(row, OUTCOMES) for row in rows}


def projections(folder: Path, round_: int, alternative: str = "MMMM") -> dict[Key, Totals]:
    """What Statistics Norway saw in the year `round_`."""
    names = ("framskriving", "alternativ", "region", "aar", "sum", "a80_89", "a90p")
    return {
        (row["region"], int(row["aar"])): _totals(row, PROJECTIONS)
        for row in table(folder, PROJECTIONS, names)
        if (row["framskriving"], row["alternativ"]) == (str(round_), alternative)
    }


def _totals(row: Row, name: str) -> Totals:
    old = number(row, "a80_89", name) + number(row, "a90p", name)
    return Totals(number(row, "sum", name), old)


def start_of_round(n: National, folder: Path, round_: int, region: str, single: Array) -> Array:
    """A region's people in the first year of a round by sex and single age, `(2, 106)`.

    `single` are those of 2024, made older with the model and fitted to the round's age groups.
    """
    wanted = str(round_), "MMMM", region, str(round_)
    names = ("framskriving", "alternativ", "region", "aar")
    for row in table(folder, PROJECTIONS, (*names, *GROUP_COLUMNS)):
        if tuple(row[name] for name in names) == wanted:
            middle = len(LABOUR_MARKETS) // 2
            people = aged(n, single, middle, round_ - SINGLE_AGES_OF, SINGLE_AGES_OF)
            for column, (first, end) in GROUP_COLUMNS.items():
                seen = max(people[:, first:end].sum(), 1.0)
                people[:, first:end] *= number(row, column, PROJECTIONS) / seen
            return people
    raise CannotRead(f"«{PROJECTIONS}» har ikke {region} i runden {round_}.")


def country_by_class(n: National, folder: Path, round_: int) -> Array:
    """The country split among the kinds of labour market, `(class, 2, 106)`.

    Municipalities that the files lack are taken to be like the others of their class.
    """
    markets = labour_markets(folder)
    by_class = np.zeros((len(LABOUR_MARKETS), 2, norway_by_sex(folder, SINGLE_AGES_OF).shape[1]))
    for knr, people in municipalities(folder).items():
        if knr in markets:
            by_class[markets[knr]] += people
    whole = np.zeros(len(LABOUR_MARKETS))
    for row in table(folder, REGIONS, ("knr", "folketall2024")):
        if row["folketall2024"]:
            whole[markets[row["knr"]]] += number(row, "folketall2024", REGIONS)
    by_class *= (whole / np.maximum(by_class.sum(axis=(1, 2)), 1.0))[:, None, None]
    share = by_class / np.maximum(by_class.sum(axis=0), 1.0)
    single = norway_by_sex(folder, SINGLE_AGES_OF)
    return share * start_of_round(n, folder, round_, NORWAY, single)
