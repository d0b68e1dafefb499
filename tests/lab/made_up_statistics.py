"""A folder of made-up statistics, in the form of the real files, with numbers a test can change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.lab import statistics as s
from game.lab.validate_money import FREE_INCOME, RESULT
from game.lab.validate_services import HEALTH_FTE, USERS_OVER_80

AGES = range(106)
REGIONS = ("Landet", "Oslo", "Lillestrøm", "Lørenskog")
NUMBERS = ("0301", "3205", "3222")
KEY = {
    RESULT: 2.0,
    FREE_INCOME: 70_000.0,
    HEALTH_FTE: 300.0,
    USERS_OVER_80["home_care"]: 25.0,
    USERS_OVER_80["nursing_home"]: 9.0,
    "Netto driftsutgifter til grunnskole per innbygger 6-15 år": 160_000.0,
    "Netto driftsutgifter grunnskole i % av tot. netto driftsutgifter": 22.0,
    "Netto driftsutgifter omsorg i % av tot. netto driftsutg.": 33.0,
    "Netto driftsutgifter kommunehelse i % av tot. netto driftsutg.": 6.0,
    "Netto driftsutgifter barnehage per innb. 1-5 år": 245_000.0,
}


def residents(age: int) -> int:
    """Sixty thousand at every age to 65, then fewer every year."""
    return 60_000 if age <= 65 else round(60_000 * (105 - age) / 40)


def make(
    folder: Path, growth: float = 1.0, people: Callable[[str, int], int] | None = None
) -> Path:
    """Every file that V7 to V11 read. The projections are `growth` times the country's people."""
    of_place = people or (lambda knr, age: residents(age) // 100)
    _write(folder / s.NORWAY_BY_AGE, ["age", *_years(2014, 2024)], _by_age(11))
    by_sex = [f"{sex}{year}" for year in range(2020, 2025) for sex in "mf"]
    half = [[age, *[residents(age) / 2] * 10] for age in AGES]
    _write(folder / s.NORWAY_BY_SEX, ["age", *by_sex], half)
    projected = [[age, residents(age) * growth] for age in AGES]
    _write(folder / s.NORWAY_PROJECTED, ["age", "y2031"], projected)
    groups = [_in_group(first, end) for first, end in s.GROUP_COLUMNS.values()]
    rounds = [[2026, "MMMM", s.NORWAY, 2031, *[count * growth for count in groups]]]
    names = ["framskriving", "alternativ", "region", "aar", *s.GROUP_COLUMNS]
    _write(folder / s.PROJECTIONS, names, rounds)
    outcomes = [[s.NORWAY, year, *groups] for year in (2025, 2026)]
    _write(folder / s.OUTCOMES, ["region", "aar", *s.GROUP_COLUMNS], outcomes)
    places = [[k, age, of_place(k, age) / 2, of_place(k, age) / 2] for k in NUMBERS for age in AGES]
    _write(folder / s.BY_AGE_AND_SEX, ["knr", "age", "m2024", "f2024"], places)
    history = [[k, age, *[of_place(k, age)] * 5] for k in NUMBERS for age in AGES]
    _write(folder / s.PLACES_BY_AGE, ["knr", "age", *_years(2020, 2024)], history)
    _write(folder / s.NEED_INDEX, ["knr", "dki2026"], [[k, 1.0] for k in NUMBERS])
    _write(folder / s.COST_BY_AGE, ["aldersgruppe", "kr_full_fordeling"], [["0-79", 1], ["80+", 9]])
    key_figures(folder, {})
    return folder


def key_figures(folder: Path, changed: dict[tuple[str, str, int], float]) -> None:
    """The KOSTRA file; `changed` gives another number for an indicator, a region and a year."""
    rows = [
        [f'"{name}"', region, year, changed.get((name, region, year), value)]
        for name, value in KEY.items()
        for region in REGIONS
        for year in range(2020, 2026)
    ]
    _write(folder / s.KEY_FIGURES, ["indikator", "region", "aar", "verdi"], rows)


def need_index(folder: Path, values: dict[str, float]) -> None:
    """The state's index of need."""
    _write(folder / s.NEED_INDEX, ["knr", "dki2026"], [[k, v] for k, v in values.items()])


def _by_age(columns: int) -> list[list[object]]:
    return [[age, *[residents(age)] * columns] for age in AGES]


def _years(first: int, last: int) -> list[str]:
    return [f"y{year}" for year in range(first, last + 1)]


def _in_group(first: int, end: int) -> int:
    return sum(residents(age) for age in range(first, end))


def _write(path: Path, names: list[str], rows: list[list[object]]) -> None:
    lines = [",".join(names), *(",".join(str(cell) for cell in row) for row in rows)]
    path.write_text("\n".join(lines) + "\n", "utf-8")
