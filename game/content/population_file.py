"""Reading a file of residents by municipality, age and year, and saying all that is wrong with it.

The form is that of Statistics Norway's table 07459: one row a municipality and age (`knr`, `age`,
perhaps `kommune`), one column a year (`y2005` or `2005`), both sexes together. What can only mean
one thing is read: semicolons and decimal commas, Excel's first line `sep=;`, a byte order mark,
blanks between thousands, columns beside those above, a county number whose leading nought Excel has
eaten, an age as «105+», and empty cells, which mean that the number is not known. The rest is a
fault.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from game.content.problem import BrokenContent, Problem, without_line
from game.model.axes import AGES

COUNTIES = frozenset(
    [f"{number:02}" for number in range(1, 21)]
    + "30 31 32 33 34 38 39 40 42 46 50 54 55 56".split()
)
"""The first two digits of a municipality number in the divisions since 1972."""
FEWEST = 100
"""No Norwegian municipality has fewer inhabitants."""
MOST = 1_000_000
"""More than that at one age is no municipality: all of Norway has under 80 000 at each."""
MOST_SHOWN, LONGEST_SHOWN = 40, 24
NOT_KNOWN = frozenset({"", "na", "nan", ".", "..", ":"})
_YEAR = re.compile(r"y?((?:19|20)\d\d)\Z")
_CODE = re.compile(r"\d{3,4}\Z")
_AGE = re.compile(r"0*(\d{1,3})(?:\s*\+|\s*år(?: (?:og|eller) (?:over|eldre))?)?\Z")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?\Z")
_SEPARATOR = re.compile(r'\s*"?sep=([;,|\t])"?[;,\s]*\Z', re.IGNORECASE)
"""What Excel writes on the first line to say what parts the cells."""
_BLANKS = re.compile(r"[\s\u00a0\u202f]")


@dataclass(frozen=True)
class PopulationFile:
    """Persons 1 January, `(municipality, age, year)`; not a number where it is not known."""

    file: str
    codes: tuple[str, ...]
    names: tuple[str, ...]
    lines: tuple[int, ...]
    """The first line of each municipality."""
    years: tuple[int, ...]
    columns: tuple[str, ...]
    """The heading of each year as the file writes it, such as «y2005»."""
    persons: NDArray[np.float64]


@dataclass
class _Reading:
    """The rows as they are read, and the faults found on the way."""

    file: str
    years: dict[int, int] = field(default_factory=dict)
    """Year to column."""
    header: list[str] = field(default_factory=list)
    rows: dict[tuple[str, int], tuple[int, list[float]]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    decimal_comma: bool = False
    damaged: set[str] = field(default_factory=set)
    """Municipalities with a row that could not be placed; «» when nobody knows which."""

    def fault(self, line: int, column: str, what: str, fix: str) -> None:
        place = f"kolonne «{column}»" if column else ""
        self.problems.append(Problem("FEIL", self.file, line, place, "", what, fix))


def read_population(path: Path) -> PopulationFile:
    """The file as numbers. Raises BrokenContent with every fault found in it."""
    text = _text(path)
    reading = _Reading(path.name)
    lines = _cells(reading, text)
    places = _header(reading, next(lines, (1, [])))
    if places:
        for number, cells in lines:
            _row(reading, places, number, cells)
        _whole(reading)
    if reading.problems:
        raise BrokenContent(_shortened(reading))
    return _table(reading)


def too_small(table: PopulationFile, rows: list[int], years: list[int]) -> list[Problem]:
    """A fault for every municipality with under `FEWEST` inhabitants in a year that matters."""
    problems = []
    for row in rows:
        for year in years:
            total = table.persons[row, :, table.years.index(year)].sum()
            if total < FEWEST:
                what = f"{table.codes[row]} har {total:.0f} innbyggere i {year}."
                fix = (
                    f"Ingen norsk kommune har under {FEWEST}. Se om noe mangler, eller ta "
                    "kommunen bort."
                )
                place = f"kolonne «{table.columns[table.years.index(year)]}»"
                problems.append(Problem("FEIL", table.file, table.lines[row], place, "", what, fix))
                break
    return problems


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise _broken(
            path, "Fant ikke fila.", "Se etter at navnet er rett og hele stien er med."
        ) from None
    except IsADirectoryError:
        raise _broken(
            path, "Dette er en mappe, ikke en fil.", "Oppgi fila i mappa i stedet."
        ) from None
    except OSError:
        # the system's own words are in English
        raise _broken(
            path, "Fikk ikke lest fila.", "Oppgi en vanlig fil som du har lov til å lese."
        ) from None
    if not raw.strip():
        raise _broken(path, "Fila er tom.", "Last ned tabellen på nytt.")
    if b"\0" in raw:
        raise _broken(path, "Dette er ikke en tekstfil.", "Lagre tabellen som CSV UTF-8.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        # old Excel; only names hold other letters than ASCII, and no number can be misread
        return raw.decode("cp1252", errors="replace")


def _broken(path: Path, what: str, fix: str) -> BrokenContent:
    return BrokenContent([without_line(path.name, what, fix)])


def _cells(reading: _Reading, text: str) -> Iterator[tuple[int, list[str]]]:
    """Line number and trimmed cells of every line that is not blank."""
    first = text.splitlines()[0]
    told = _SEPARATOR.match(first)
    if told:
        # a blank line in its place keeps the numbers of the lines below
        text = text[len(first) :]
    heading = (text.strip() or first).splitlines()[0]
    separator = told[1] if told else max(";\t,", key=heading.count)
    reading.decimal_comma = separator != ","
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for cells in rows:
            trimmed = [cell.strip() for cell in cells]
            if any(trimmed):
                yield rows.line_num, trimmed
    except csv.Error:
        reading.fault(
            rows.line_num, "", "Linja kan ikke deles i celler.", "Se etter anførselstegn uten make."
        )


def _header(reading: _Reading, first: tuple[int, list[str]]) -> dict[str, int]:
    """Column of «knr», «age» and perhaps «kommune»; empty when the file cannot be read at all."""
    line, names = first
    reading.header = names
    lowered = [name.lower() for name in names]
    places: dict[str, int] = {
        name: lowered.index(name) for name in ("knr", "age", "kommune") if name in lowered
    }
    for missing in ({"knr", "age"}) - places.keys():
        reading.fault(
            line,
            missing,
            f"Overskriften mangler kolonnen «{missing}».",
            "Første linje skal være slik: knr,kommune,age,y2005,y2006 og så videre.",
        )
    for column, name in enumerate(lowered):
        if match := _YEAR.match(name):
            year = int(match[1])
            if year in reading.years:
                reading.fault(
                    line, names[column], f"Året {year} står to ganger.", "Ta bort den ene."
                )
            reading.years[year] = column
    if not reading.years:
        reading.fault(
            line, "", "Fila har ingen kolonner for år.", "Kall dem y2005, y2006 og så videre."
        )
    return {} if reading.problems else places


def _row(reading: _Reading, places: dict[str, int], line: int, cells: list[str]) -> None:
    if len(cells) != len(reading.header):
        reading.damaged.add("")
        reading.fault(
            line,
            "",
            f"Linja har {len(cells)} celler, og overskriften har {len(reading.header)}.",
            "Skill cellene med semikolon hvis tallene har desimalkomma."
            if len(cells) > len(reading.header)
            else "Fyll ut linja, eller ta den bort.",
        )
        return
    code = _code(reading, line, cells[places["knr"]])
    age = _age(reading, line, cells[places["age"]])
    values = [
        _number(reading, line, cells[column], reading.header[column])
        for _, column in sorted(reading.years.items())
    ]
    if code is None or age is None:
        reading.damaged.add(code or "")
        return
    if (code, age) in reading.rows:
        earlier = reading.rows[code, age][0]
        reading.fault(
            line, "age", f"{code}, {age} år står også på linje {earlier}.", "Ta bort den ene."
        )
        return
    reading.rows[code, age] = (line, values)
    if "kommune" in places:
        reading.names.setdefault(code, cells[places["kommune"]])


def _code(reading: _Reading, line: int, written: str) -> str | None:
    code = written.zfill(4) if _CODE.match(written) else ""
    if code[:2] in COUNTIES and code[2:] != "00":
        return code
    reading.fault(
        line,
        "knr",
        f"«{written}» er ikke nummeret til en kommune.",
        "Skriv fire sifre, som 4014. Ta bort summer for landet, fylker og «uoppgitt».",
    )
    return None


def _age(reading: _Reading, line: int, written: str) -> int | None:
    match = _AGE.match(written.lower())
    if match and int(match[1]) < AGES:
        return int(match[1])
    reading.fault(
        line,
        "age",
        f"«{written}» er ikke en alder fra 0 til {AGES - 1}.",
        f"Skriv hele år; {AGES - 1} er alle som er så gamle eller eldre.",
    )
    return None


def _number(reading: _Reading, line: int, written: str, column: str) -> float:
    plain = _BLANKS.sub("", written)
    if plain.lower() in NOT_KNOWN:
        return math.nan
    if reading.decimal_comma and plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    if not _NUMBER.match(plain):
        reading.fault(
            line,
            column,
            f"«{written}» er ikke et tall.",
            "Skriv antall personer, eller la stå tomt.",
        )
        return math.nan
    if (value := float(plain)) < 0:
        reading.fault(
            line, column, f"{written} personer går ikke an.", "Antallet kan ikke være under null."
        )
    if value > MOST:
        reading.fault(
            line,
            column,
            f"«{written[:LONGEST_SHOWN]}» er flere enn noen kommune har av én alder.",
            f"Se om tallet har fått for mange sifre; {MOST:_} er det høyeste.".replace(
                "_", "\u00a0"
            ),
        )
    return value


def _whole(reading: _Reading) -> None:
    """Every municipality must have every age."""
    if not reading.rows and not reading.problems:
        reading.fault(2, "", "Fila har ingen rader med tall.", "Last ned tabellen på nytt.")
    by_code: dict[str, dict[int, tuple[int, list[float]]]] = {}
    for (code, age), row in reading.rows.items():
        by_code.setdefault(code, {})[age] = row
    for code, rows in by_code.items():
        line = min(row[0] for row in rows.values())
        missing = [age for age in range(AGES) if age not in rows]
        if missing and not reading.damaged & {code, ""}:
            reading.fault(
                line,
                "age",
                f"{code} mangler alder {_spans(missing)}.",
                f"Hver kommune skal ha en rad for hver alder fra 0 til {AGES - 1}, også der "
                "ingen bor.",
            )


def _spans(ages: list[int]) -> str:
    """1, 2, 3 and 7 as «1–3, 7»."""
    spans: list[list[int]] = []
    for age in ages:
        if spans and spans[-1][1] == age - 1:
            spans[-1][1] = age
        else:
            spans.append([age, age])
    return ", ".join(f"{a}–{b}" if a < b else f"{a}" for a, b in spans)


def _shortened(reading: _Reading) -> list[Problem]:
    shown = sorted(reading.problems, key=lambda problem: problem.line)
    if len(shown) <= MOST_SHOWN:
        return shown
    rest = len(shown) - MOST_SHOWN
    return [
        *shown[:MOST_SHOWN],
        without_line(
            reading.file, f"Fila har {rest} feil til.", "Rett disse først, og prøv igjen."
        ),
    ]


def _table(reading: _Reading) -> PopulationFile:
    codes = tuple(sorted({code for code, _ in reading.rows}))
    persons = np.empty((len(codes), AGES, len(reading.years)))
    for index, code in enumerate(codes):
        for age in range(AGES):
            persons[index, age] = reading.rows[code, age][1]
    names = tuple(reading.names.get(code) or code for code in codes)
    lines = tuple(min(reading.rows[code, age][0] for age in range(AGES)) for code in codes)
    years = tuple(sorted(reading.years))
    columns = tuple(reading.header[reading.years[year]] for year in years)
    return PopulationFile(reading.file, codes, names, lines, years, columns, persons)
