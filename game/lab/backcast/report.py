"""A whole backcast of one file: what is left out, how far off, and how it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.content.population_file import PopulationFile, too_small
from game.content.problem import BrokenContent, without_line
from game.lab.backcast.errors import KEYS, Errors, of_municipalities, of_the_sum
from game.lab.backcast.fan import covered, fan
from game.lab.backcast.history import history_before
from game.lab.backcast.method import Method
from game.lab.backcast.naive import BEST, METHODS
from game.lab.backcast.project import projected
from game.lab.backcast.rates import FEWEST_YEARS, Past
from game.model.lanes import Array
from game.text.numbers import number, percent, signed

BORDERS_CHANGED = frozenset("1160 1576 5503 1508 1580 1577 4649 1816 3228 1535".split())
"""Municipalities that were split or put together: their figures back in time are weighted."""
EARLIEST = 2010
"""The constants named «usual» in `rates.py`, `project.py` and `fan.py` were read from years up to
this one: an earlier start would know something of what came after it."""
LONGEST = 60


@dataclass(frozen=True)
class Backcast:
    """What came of it; errors in per cent, the coverage a share."""

    start: int
    end: int
    codes: tuple[str, ...]
    """Those that are measured; more may have been projected."""
    guess: Array
    """What was foreseen of them in the end, `(place, age)`."""
    left_out: tuple[str, ...]
    """Norwegian sentences."""
    municipalities: Errors
    national: Errors
    naive: dict[str, Errors]
    coverage_80: float

    @property
    def count(self) -> int:
        """How many municipalities are measured."""
        return len(self.codes)


def backcast(table: PopulationFile, start: int, end: int, method: Method | None = None) -> Backcast:
    """Start in `start`, compare in `end`. Raises BrokenContent when the file cannot bear it."""
    method = method or Method()
    if faults := _faults(table, start, end):
        raise BrokenContent([without_line(table.file, *fault) for fault in faults])
    used, left_out = rows_used(table, start)
    scored, unknown = _scored(table, used, end)
    left_out += unknown
    if not scored.any():
        raise BrokenContent(
            [without_line(table.file, "Ingen kommuner er igjen å prøve på.", " ".join(left_out))]
        )
    measured, others = (
        [row for row, known in zip(used, scored, strict=True) if known == wanted]
        for wanted in (True, False)
    )
    before = _years_before(table, start)
    if small := too_small(table, measured, [*before, end]) + too_small(table, others, before):
        raise BrokenContent(small)
    past = past_of(table, used, start)
    outcome = table.persons[measured][:, :, table.years.index(end)]
    projection = projected(past, history_before(start, method), method, end - start)
    guess, at_start = projection.persons[-1].T[scored], past.persons[scored, :, -1]
    return Backcast(
        start=start,
        end=end,
        codes=tuple(table.codes[row] for row in measured),
        guess=guess,
        left_out=tuple(left_out),
        municipalities=of_municipalities(guess, outcome, at_start),
        national=of_the_sum(guess, outcome, at_start),
        naive={
            key: of_municipalities(work(past, end - start)[scored], outcome, at_start)
            for key, (_, work) in METHODS.items()
        },
        coverage_80=covered(outcome.sum(axis=1), fan(past, projection, method).of(scored)),
    )


def past_of(table: PopulationFile, used: list[int], start: int) -> Past:
    """The rows `used`, and of them the unbroken years that end in `start`: nothing later."""
    years = _years_before(table, start)
    columns = [table.years.index(year) for year in years]
    codes = [table.codes[row] for row in used]
    counties = sorted({code[:2] for code in codes})
    region = np.array([counties.index(code[:2]) for code in codes], dtype=np.intp)
    return Past(table.persons[np.ix_(used, range(table.persons.shape[1]), columns)], start, region)


def _years_before(table: PopulationFile, start: int) -> list[int]:
    first = start
    while first - 1 in table.years:
        first -= 1
    return list(range(first, start + 1))


def _faults(table: PopulationFile, start: int, end: int) -> list[tuple[str, str]]:
    faults = []
    span = f"Fila har årene {table.years[0]}–{table.years[-1]}."
    if start >= end:
        faults.append((f"{start} er ikke før {end}.", "La «--from» være året før «--to»."))
    if end - start > LONGEST:
        faults.append((f"Det er over {LONGEST} år fra {start} til {end}.", "Velg færre år."))
    for option, year in (("--from", start), ("--to", end)):
        if year not in table.years:
            faults.append((f"Fila har ikke året {year}, som står i «{option}».", span))
    if start < EARLIEST:
        faults.append(
            (
                f"Prøven kan ikke starte i {start}: noen faste tall i metoden er lest av årene "
                f"fram til {EARLIEST}, og ville fortalt hva som kom etter.",
                f"Velg {EARLIEST} eller senere i «--from».",
            )
        )
    seen = len(_years_before(table, start)) - 1
    if start in table.years and seen < FEWEST_YEARS:
        faults.append(
            (
                f"Fila har {seen} år på rad før {start}, og prøven trenger {FEWEST_YEARS}.",
                "Velg et senere år i «--from», eller legg til de årene som mangler.",
            )
        )
    return faults


def rows_used(table: PopulationFile, start: int) -> tuple[list[int], list[str]]:
    """Rows that every year up to the start is known of, and sentences about the others.

    What came later has no say: which places are seen together decides what is usual for them all.
    """
    columns = [table.years.index(year) for year in _years_before(table, start)]
    known = np.isfinite(table.persons[:, :, columns].sum(axis=(1, 2)))
    used, changed, unknown = [], [], []
    for row, code in enumerate(table.codes):
        if code in BORDERS_CHANGED:
            changed.append(_named(table, row))
        elif not known[row]:
            unknown.append(_named(table, row))
        else:
            used.append(row)
    said = []
    if changed:
        said.append(f"Holdt utenfor fordi grensene er endret: {', '.join(changed)}.")
    if unknown:
        said.append(f"Holdt utenfor fordi noen år ikke er kjent: {', '.join(unknown)}.")
    return used, said


def _scored(
    table: PopulationFile, used: list[int], end: int
) -> tuple[NDArray[np.bool_], list[str]]:
    """Which of the rows in use the outcome is known of, and a sentence about the others."""
    outcome = table.persons[used][:, :, table.years.index(end)]
    known = np.isfinite(outcome.sum(axis=1))
    unknown = [_named(table, row) for row, seen in zip(used, known, strict=True) if not seen]
    if not unknown:
        return known, []
    return known, [f"Regnet fram, men ikke målt, fordi {end} ikke er kjent: {', '.join(unknown)}."]


def _named(table: PopulationFile, row: int) -> str:
    code, name = table.codes[row], table.names[row]
    return code if name == code else f"{code} {name}"


def as_json(result: Backcast) -> dict[str, Any]:
    """The object that `--json` prints."""
    return {
        "from": result.start,
        "to": result.end,
        "count": result.count,
        "municipalities": _rounded(result.municipalities),
        "national": _rounded(result.national),
        # the best of them by itself as well, for those who want one number beside ours
        "naive": _rounded(result.naive[BEST])
        | {key: _rounded(errors) for key, errors in result.naive.items()},
        "coverage_80": round(result.coverage_80, 4),
    }


def _rounded(errors: Errors) -> Errors:
    return {key: None if errors[key] is None else round(errors[key] or 0.0, 3) for key in KEYS}


ROW_NAMES = {"total": "alle", "total_5000": "minst 5 000 innb."}
NAME_WIDTH, WIDTH = 18, 16


def as_table(result: Backcast) -> str:
    """The backcast as a Norwegian table."""
    head = ["modellen", *(heading for heading, _ in METHODS.values()), "sum, modellen"]
    places = "kommune" if result.count == 1 else "kommuner"
    lines = [
        f"Fra {result.start} til {result.end}, {number(result.count)} {places}. "
        "Snittet av feilene i prosent uten fortegn; siste kolonne feilen i summen.",
        "",
        " " * NAME_WIDTH + "".join(word.rjust(WIDTH) for word in head),
    ]
    for key in KEYS:
        errors = [result.municipalities, *(result.naive[name] for name in METHODS)]
        cells = [_cell(each[key]) for each in errors] + [_cell(result.national[key], True)]
        name = ROW_NAMES.get(key, key.replace("-", "–") + " år").replace(" 000", "\u00a0000")
        lines.append(name.ljust(NAME_WIDTH) + "".join(cell.rjust(WIDTH) for cell in cells))
    lines += [
        "",
        f"Utfallet ligger i viften (80 %) i {percent(result.coverage_80)} av kommunene.",
        *result.left_out,
    ]
    return "\n".join(lines)


def _cell(value: float | None, with_sign: bool = False) -> str:
    if value is None:
        return "–"
    return signed(value, 1) if with_sign else number(value, 1)
