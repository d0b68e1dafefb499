"""From what a record of parameters gives to rows and columns, with every fault in it.

A record gives one of `value` (a number), `by` (a row of named values), `by_row` (named rows of
them) or `interpolate` (values at some ages or years, straight lines between). Nothing is filled in
silently: what a row leaves out is a fault, unless the record says what it is with `rest: "0"`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.model import axes

Array = NDArray[np.float64]
KINDS = ("value", "by", "by_row", "interpolate")
OLDEST_POINT = 100
"""A line over the ages must reach this far. Beyond its last point it lies level."""
LAST_YEAR = axes.FIRST_YEAR + axes.YEARS - 1
_SPAN = re.compile(r"(\d{1,3})(?:-(\d{1,3}))?\Z")


@dataclass
class Source:
    """The body of a record while it is read, and what was found wrong with it."""

    body: dict[str, Any]
    faults: list[str] = field(default_factory=list)

    def number(self, text: Any, where: str) -> float:
        """A number with a decimal comma; 0 and a fault when it is none."""
        try:
            read = float(re.sub(r"\s", "", str(text)).replace(",", "."))
        except ValueError:
            read = math.nan
        if math.isfinite(read):
            return read
        self.faults.append(f"«{text}» i {where} er ikke et tall")
        return 0.0

    def values(self, given: Any, where: str) -> dict[str, float]:
        """Named numbers; nothing and a fault when something else is written."""
        if not isinstance(given, dict):
            self.faults.append(f"{where} skal ha navn og tall, skrevet {{navn: tall}}")
            return {}
        return {str(name): self.number(text, f"{where}, {name}") for name, text in given.items()}

    def rest(self) -> float | None:
        """What every value that is left out is, or None when nothing may be left out."""
        return self.number(self.body["rest"], "rest") if "rest" in self.body else None

    def unknown(self, names: list[str], where: str) -> None:
        """Tells of names the model does not have."""
        if names:
            self.faults.append(f"{where} har ukjente navn: {', '.join(names)}")

    def absent(self, names: list[str], where: str) -> None:
        """Tells of names that are left out."""
        if names:
            self.faults.append(f"{where} mangler {', '.join(names)}")


Builder = Callable[[Source], Array]


def built(source: Source, shape: str) -> Array | None:
    """The array of a record, or None when it is not of a kind its shape can have."""
    builders = _BUILDERS[shape]
    given = [kind for kind in KINDS if kind in source.body]
    if len(given) != 1 or given[0] not in builders:
        wanted = " eller ".join(f"«{kind}»" for kind in builders)
        source.faults.append(f"posten skal ha {wanted}, og ikke noe annet av det slaget")
        return None
    if "rest" in source.body and given[0] in {"value", "interpolate"}:
        source.faults.append(f"«rest» har ingen mening sammen med «{given[0]}»")
    return builders[given[0]](source)


def _scalar(source: Source) -> Array:
    return np.full((1, 1, 1), source.number(source.body["value"], "value"))


def _named_rows(names: tuple[str, ...], column: bool) -> dict[str, Builder]:
    def build(source: Source) -> Array:
        values = _row(source, source.body["by"], names, "by")
        return values.reshape(1, -1, 1) if column else values.reshape(-1, 1, 1)

    return {"by": build}


def _row(source: Source, given: Any, names: tuple[str, ...], where: str) -> Array:
    values, rest = source.values(given, where), source.rest()
    source.unknown([name for name in values if name not in names], where)
    if rest is None and isinstance(given, dict):
        source.absent([name for name in names if name not in values], where)
    return np.array([values.get(name, rest or 0.0) for name in names])


def _table(rows: tuple[str, ...], columns: tuple[str, ...]) -> dict[str, Builder]:
    return _stacked(rows, lambda source, given, name: _row(source, given, columns, name))


def _stacked(
    rows: tuple[str, ...], read: Callable[[Source, Any, str], Array]
) -> dict[str, Builder]:
    """Every row must be named, also where the record has a `rest`; it may then be empty: {}."""

    def build(source: Source) -> Array:
        given = source.body["by_row"]
        named = given if isinstance(given, dict) else {}
        source.unknown([str(name) for name in named if name not in rows], "by_row")
        source.absent([name for name in rows if name not in named], "by_row")
        return np.stack([read(source, named.get(name, {}), name) for name in rows])[:, :, None]

    return {"by_row": build}


def _age_row(source: Source, given: Any, where: str) -> Array:
    """Single ages from spans such as 18-24, each age in exactly one of them."""
    line, times = np.zeros(axes.AGES), np.zeros(axes.AGES, dtype=int)
    for span, value in source.values(given, where).items():
        found = _SPAN.match(span)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
        if not first <= last < axes.AGES:
            source.faults.append(f"«{span}» i {where} er ikke alder fra 0 til {axes.AGES - 1}")
            continue
        line[first : last + 1] = value
        times[first : last + 1] += 1
    rest = source.rest()
    line[times == 0] = rest or 0.0
    if rest is None and isinstance(given, dict):
        source.absent(_spans(times == 0), where)
    twice = _spans(times > 1)
    if twice:
        source.faults.append(f"{where} har alder {', '.join(twice)} mer enn én gang")
    return line


def _spans(here: NDArray[np.bool_]) -> list[str]:
    """Ages in a row told together: «0-14», «18»."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], here, [False]]).astype(int)))
    pairs = zip(edges[::2].tolist(), (edges[1::2] - 1).tolist(), strict=True)
    return [str(first) if first == last else f"{first}-{last}" for first, last in pairs]


def _ages(source: Source) -> Array:
    return _age_row(source, source.body["by"], "by").reshape(1, -1, 1)


def _line(from_: int, at_least_to: int, to: int) -> Builder:
    """Straight lines from the first year or age to the last, between points in rising order."""

    def build(source: Source) -> Array:
        values = source.values(source.body["interpolate"], "interpolate")
        at = np.arange(from_, to + 1, dtype=np.float64)
        wrong = [point for point in values if not point.isdecimal()]
        source.unknown(wrong, "interpolate")
        points = [int(point) for point in values if point.isdecimal()]
        if wrong or not points:
            return np.zeros((1, len(at), 1))
        if points != sorted(set(points)):
            source.faults.append("interpolate skal ha punktene i stigende rekkefølge")
        if points[0] != from_ or not at_least_to <= points[-1] <= to:
            source.faults.append(f"interpolate skal gå fra {from_} til {_end(at_least_to, to)}")
        return np.interp(at, points, list(values.values())).reshape(1, -1, 1)

    return build


def _end(at_least: int, most: int) -> str:
    return str(most) if at_least == most else f"minst {at_least}"


_BUILDERS: dict[str, dict[str, Builder]] = {
    "number": {"value": _scalar},
    "age": {"by": _ages, "interpolate": _line(0, OLDEST_POINT, axes.AGES - 1)},
    "year": {"interpolate": _line(axes.FIRST_YEAR, LAST_YEAR, LAST_YEAR)},
    "labour_market_age": _stacked(axes.LABOUR_MARKETS, _age_row),
    "age_group": _named_rows(axes.AGE_GROUPS, column=False),
    "service": _named_rows(axes.SERVICES, column=False),
    "profession": _named_rows(axes.PROFESSIONS, column=False),
    "band": _named_rows(axes.BANDS, column=True),
    "soft": _named_rows(axes.SOFT, column=False),
    "service_age_group": _table(axes.SERVICES, axes.AGE_GROUPS),
    "service_profession": _table(axes.SERVICES, axes.PROFESSIONS),
    "user_service_age_group": _table(("home_care", "nursing_home", "health"), axes.AGE_GROUPS),
    "common_service": _named_rows(("technical", "administration"), column=False),
    "revenue": _named_rows(axes.REVENUES, column=False),
    "trainee": _named_rows(axes.TRAINEES, column=False),
    "profession_trainee": _table(axes.PROFESSIONS, axes.TRAINEES),
    "soft_driver": _table(axes.SOFT, axes.DRIVERS),
}
