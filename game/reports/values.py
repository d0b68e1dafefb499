"""The value of a record as it is read: a number, a small table, or a curve with its points."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from game.content.parameter_files import Record
from game.model.axes import SOFT
from game.reports.curve import curve
from game.reports.facts import Facts
from game.reports.markup import Html, join, table, tag, text

_SPAN = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?\Z")
_RANGE = re.compile(r"(?P<low>.+?) to (?P<high>.+?)(?P<times> times)?\Z")
MOST_COLUMNS = 10
FEWEST_POINTS = 5
"""A row with fewer ages or years than this is read better as a table."""


def value_of(record: Record, facts: Facts) -> Html:
    """What the record says the number is."""
    body, name = record.body, facts.name_of(record)
    if "value" in body:
        written = tag("strong", _as_read(str(body["value"]), facts), class_="value")
        return tag("p", written, " ", unit_of(record, facts))
    unit = tag("p", unit_of(record, facts), class_="unit-line")
    for kind in ("interpolate", "by", "by_row"):
        if isinstance(body.get(kind), Mapping):
            return join([unit, _values(body[kind], kind, name, facts), _rest(body, facts)])
    return unit


def unit_of(record: Record, facts: Facts) -> Html:
    """The unit of a record, marked as English where the book has no other word for it."""
    unit = str(record.body["unit"])
    shown = facts.unit(unit)
    foreign = shown == unit and facts.t.language != "en" and f"unit.{unit}" not in facts.t
    return tag("span", shown, class_="unit", lang="en" if foreign else None)


def range_of(record: Record, facts: Facts) -> str:
    """The range: «0,9–1,15 ganger», or «0,03–0,25»."""
    written = str(record.body["range"])
    found = _RANGE.match(written)
    if not found:
        return written
    key = "book.range_times" if found["times"] else "book.range"
    return facts.t(key, low=_as_read(found["low"], facts), high=_as_read(found["high"], facts))


def width_of(record: Record) -> float | None:
    """How wide the range is against the value; None when it can't be told."""
    found = _RANGE.match(str(record.body["range"]))
    numbers = [_number(found[part]) for part in ("low", "high")] if found else []
    if found is None or None in numbers:
        return None
    low, high = (number or 0.0 for number in numbers)
    if found["times"]:
        return high - low
    value = _number(str(record.body.get("value", "")))
    return abs(high - low) / abs(value) if value else None


def _number(written: str) -> float | None:
    try:
        return float(re.sub(r"\s", "", written).replace(",", "."))
    except ValueError:
        return None


def _as_read(written: str, facts: Facts) -> str:
    """A true minus, spaces that do not break, and the decimal sign of the language."""
    shown = re.sub(r"^-", "\u2212", written.strip())
    if facts.t.language == "en":
        shown = re.sub(r"(?<=\d)[ ,](?=\d)", lambda sign: "." if sign[0] == "," else ",", shown)
    return shown.replace(" ", "\u00a0")


def _values(given: Mapping[str, Any], kind: str, name: str, facts: Facts) -> Html:
    if kind == "by_row" or any(isinstance(value, Mapping) for value in given.values()):
        return _table(given, name, facts)
    spans = [_SPAN.match(str(key)) for key in given]
    if all(spans) and len(spans) >= FEWEST_POINTS:
        drawn = curve(_points(given, is_steps=kind == "by"), name, facts.t.language)
        folded = tag("details", tag("summary", facts.t("book.points")), _row(given, facts))
        return join([tag("figure", drawn), folded])
    return _row(given, facts)


def _points(given: Mapping[str, Any], is_steps: bool) -> tuple[tuple[float, float], ...]:
    points = []
    for key, written in given.items():
        found, value = _SPAN.match(str(key)), _number(str(written)) or 0.0
        if found is None:
            continue
        first, last = float(found[1]), float(found[2] or found[1])
        points += [(first, value), (last + 1.0, value)] if is_steps else [(first, value)]
    return tuple(points)


def _row(given: Mapping[str, Any], facts: Facts) -> Html:
    """Names and values side by side, as many to a line as there is room for."""
    pairs = [
        tag(
            "li",
            tag("span", axis_word(str(key), facts)),
            " ",
            tag("b", _as_read(str(value), facts)),
        )
        for key, value in given.items()
    ]
    return tag("ul", pairs, class_="pairs")


def _table(given: Mapping[str, Any], name: str, facts: Facts) -> Html:
    columns = list(dict.fromkeys(str(key) for row in given.values() for key in row))
    if not columns:
        return text("")
    filled = sum(len(row) for row in given.values())
    if len(columns) > MOST_COLUMNS and filled < len(columns) * len(given) / 2:
        return _row_by_row(given, facts)
    head = ["", *[axis_word(column, facts) for column in columns]]
    rows = [
        [axis_word(str(key), facts), *[_as_read(str(row.get(c, "·")), facts) for c in columns]]
        for key, row in given.items()
    ]
    return table(head, rows, caption=name, class_="grid")


def _row_by_row(given: Mapping[str, Any], facts: Facts) -> Html:
    """A table that is mostly empty, told as what each row has."""
    rows = [
        tag("div", tag("dt", axis_word(str(key), facts)), tag("dd", _row(row, facts)))
        for key, row in given.items()
        if row
    ]
    return tag("dl", rows, class_="sparse")


def axis_word(name: str, facts: Facts) -> str:
    """The name of a row or column: a profession, a service, an age; ages get a proper dash."""
    if f"axis.{name}" in facts.t:
        return facts.t(f"axis.{name}")
    if name in SOFT:
        return facts.concept(name)
    return re.sub(r"(?<=\d)-(?=\d)", "–", name)


def _rest(body: Mapping[str, Any], facts: Facts) -> Html | None:
    if "rest" not in body:
        return None
    return tag("p", facts.t("book.rest", value=_as_read(str(body["rest"]), facts)), class_="small")
