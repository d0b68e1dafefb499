"""V1 and V2: the projection started in a year long past, over every municipality of the file."""

from __future__ import annotations

from math import inf
from pathlib import Path

from game.content.population_file import PopulationFile
from game.content.problem import BrokenContent
from game.lab.backcast.errors import GROUPS, KEYS
from game.lab.backcast.report import Backcast, backcast
from game.lab.statistics import PLACES_BY_AGE, CannotRead, population_file
from game.lab.validation import INDEPENDENT, Check, Sheet, told
from game.text.numbers import number

MOST_OFF = {
    (2010, 2020): {"total": 3.9, "total_5000": 2.9, "20-64": 4.8, "65-79": 3.0, "80+": 5.5},
    (2014, 2024): {"total": 4.4},
}
"""Mean absolute per cent error at most, by start and end."""
COUNTRY_LIMIT = 1.5
COVERED = 70.0, 90.0
"""Per cent of municipalities."""
MORE_FROM_2010 = ((2010, 2015),)
MORE_LATER = ((2014, 2019), (2016, 2024), (2018, 2024))
NAIVE = "hamilton_perry"
NAMES = {
    "total": "alle",
    "total_5000": f"alle, der det bor minst {number(5_000)}",
    **{key: f"{key.replace('-', '–')} år" for key in GROUPS},
}
HINDSIGHT = (
    "Satser leses bare av år før starten, men de faste tallene i metoden er satt av folk som "
    "visste hva som kom etter."
)


@told("V1", "Fra 2010 til 2020 i alle kommuner", (PLACES_BY_AGE,), INDEPENDENT, HINDSIGHT)
def from_2010(folder: Path, sheet: Sheet) -> None:
    """The years that the goals were set for, and a shorter way from the same start."""
    table = population_file(folder)
    result = _tried(table, 2010, 2020)
    _errors(sheet, result)
    off = result.national["total"] or 0.0
    sheet.want("2010 til 2020, summen av kommunene", off, -COUNTRY_LIMIT, COUNTRY_LIMIT, "%")
    _coverage(sheet, result)
    for years in MORE_FROM_2010:
        _errors(sheet, _tried(table, *years))


@told("V2", "Fra 2014 til 2024 i alle kommuner", (PLACES_BY_AGE,), INDEPENDENT, HINDSIGHT)
def from_2014(folder: Path, sheet: Sheet) -> None:
    """The years when the birth rate fell the most, and other starts."""
    table = population_file(folder)
    result = _tried(table, 2014, 2024)
    _errors(sheet, result)
    sheet.show("2014 til 2024, summen av kommunene", result.national["total"] or 0.0, "%")
    _coverage(sheet, result)
    for years in MORE_LATER:
        _errors(sheet, _tried(table, *years))


def _errors(sheet: Sheet, result: Backcast) -> None:
    """Every group beside the best of the naive methods, whichever of them was nearer."""
    goals = MOST_OFF.get((result.start, result.end), {})
    for key in KEYS:
        ours, theirs = result.municipalities[key], result.naive[NAIVE][key]
        if ours is None or theirs is None:
            continue
        lost = ", som var nærmere" if theirs < ours else ""
        name = f"{result.start} til {result.end}, {NAMES[key]}: feil i snitt "
        name += f"(Hamilton–Perry {number(theirs, 1)}{lost})"
        if key in goals:
            sheet.want(name, ours, -inf, goals[key], "%")
        else:
            sheet.show(name, ours, "%")


def _coverage(sheet: Sheet, result: Backcast) -> None:
    name = f"{result.start} til {result.end}, kommuner der utfallet ligger i viften på 80 %"
    sheet.want(name, 100.0 * result.coverage_80, *COVERED, "%")


def _tried(table: PopulationFile, start: int, end: int) -> Backcast:
    try:
        return backcast(table, start, end)
    except BrokenContent as broken:
        raise CannotRead(f"«{PLACES_BY_AGE}»: {broken.problems[0].what}") from None


CHECKS: tuple[Check, ...] = (from_2010, from_2014)
