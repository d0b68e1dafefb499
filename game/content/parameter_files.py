"""Reads the records of game/model/parameters into arrays the model can use.

A record gives `value` (a number), `by` (a row of named values), `by_row` (named rows of them) or
`interpolate` (values at some ages or years, straight lines between). The shape that a record must
have is written on the field of `National`, so a missing or foreign record is found here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from game.model import axes
from game.model.parameter_set import National, shapes

Array = NDArray[np.float64]
FOLDER = Path(__file__).parent.parent / "model" / "parameters"
STATUSES = ("measured", "estimated", "assumed", "game choice")


@dataclass(frozen=True)
class Record:
    """One parameter as written, for the book and the checks."""

    id: str
    file: str
    body: dict[str, Any]

    @property
    def status(self) -> str:
        """How well the number is known."""
        return str(self.body["status"])


def _number(text: Any) -> float:
    return float(str(text).replace(" ", "").replace("\u00a0", "").replace(",", "."))


def records() -> list[Record]:
    """Every record of every parameter file, in file order."""
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        if path.name == "sources.yaml":
            continue
        body = _read(path)
        found += [Record(id_, path.name, entry) for id_, entry in body.items()]
    return found


def sources() -> dict[str, dict[str, str]]:
    """The list of sources that records refer to."""
    return _read(FOLDER / "sources.yaml")


def _read(path: Path) -> dict[str, Any]:
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    read: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=loader)
    return read


@cache
def load_national() -> National:
    """All national numbers. Raises ValueError naming each record that is missing or misshapen."""
    wanted = shapes()
    found = {record.id: record.body for record in records()}
    faults = [f"{id_}: posten mangler" for id_ in wanted if id_ not in found]
    faults += [f"{id_}: modellen har ingen slik post" for id_ in found if id_ not in wanted]
    if faults:
        raise ValueError("; ".join(faults))
    return National(**{id_: _array(id_, found[id_], shape) for id_, shape in wanted.items()})


def _array(id_: str, body: dict[str, Any], shape: str) -> Array:
    try:
        built: Array = _BUILDERS[shape](body)
        return built
    except (KeyError, ValueError) as fault:
        raise ValueError(f"{id_}: {fault}") from fault


def _scalar(body: dict[str, Any]) -> Array:
    return np.full((1, 1, 1), _number(body["value"]))


def _named_rows(names: tuple[str, ...], column: bool) -> Any:
    def build(body: dict[str, Any]) -> Array:
        values = _row(body["by"], names)
        return values.reshape(1, -1, 1) if column else values.reshape(-1, 1, 1)

    return build


def _row(values: dict[str, Any], names: tuple[str, ...]) -> Array:
    unknown = [name for name in values if name not in names]
    if unknown:
        raise ValueError(f"ukjent rad {unknown[0]}")
    return np.array([_number(values.get(name, "0")) for name in names])


def _table(rows: tuple[str, ...], columns: tuple[str, ...]) -> Any:
    def build(body: dict[str, Any]) -> Array:
        by_row = body["by_row"]
        unknown = [name for name in by_row if name not in rows]
        if unknown:
            raise ValueError(f"ukjent rad {unknown[0]}")
        return np.stack([_row(by_row.get(name) or {}, columns) for name in rows])[:, :, None]

    return build


def _ages(body: dict[str, Any]) -> Array:
    if "interpolate" in body:
        return _interpolated(body["interpolate"], np.arange(axes.AGES, dtype=np.float64))
    return _by_spans(body["by"]).reshape(1, -1, 1)


def _by_spans(values: dict[str, Any]) -> Array:
    line = np.zeros(axes.AGES)
    for span, value in values.items():
        first, _, last = span.partition("-")
        line[int(first) : int(last or first) + 1] = _number(value)
    return line


def _age_rows(body: dict[str, Any]) -> Array:
    rows = [_by_spans(body["by_row"][name]) for name in axes.LABOUR_MARKETS]
    return np.stack(rows)[:, :, None]


def _interpolated(points: dict[str, Any], at: Array) -> Array:
    known = [float(key) for key in points]
    values = [_number(value) for value in points.values()]
    return np.interp(at, known, values).reshape(1, -1, 1)


def _years(body: dict[str, Any]) -> Array:
    return _interpolated(
        body["interpolate"], axes.FIRST_YEAR + np.arange(axes.YEARS, dtype=np.float64)
    )


_BUILDERS: dict[str, Any] = {
    "number": _scalar,
    "age": _ages,
    "year": _years,
    "labour_market_age": _age_rows,
    "age_group": _named_rows(axes.AGE_GROUPS, column=False),
    "service": _named_rows(axes.SERVICES, column=False),
    "profession": _named_rows(axes.PROFESSIONS, column=False),
    "band": _named_rows(axes.BANDS, column=True),
    "soft": _named_rows(axes.SOFT, column=False),
    "service_age_group": _table(axes.SERVICES, axes.AGE_GROUPS),
    "service_profession": _table(axes.SERVICES, axes.PROFESSIONS),
    "soft_driver": _table(axes.SOFT, axes.DRIVERS),
}
