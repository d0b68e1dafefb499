"""Reads the records of game/model/parameters into arrays the model can use.

The shape that a record must have is written on the field of `National`, so a record that is
missing, foreign or incomplete is found here. How a record gives its numbers, and what makes it
whole, is in `parameter_rows.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from game.content.parameter_rows import Array, Source, built
from game.model.parameter_set import National, shapes

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
    """All national numbers, as the files have them."""
    return national_from(records())


def national_from(given: Iterable[Record]) -> National:
    """All national numbers. Raises one ValueError with every fault in every record, a line each."""
    wanted = shapes()
    found: dict[str, Record] = {}
    faults: list[str] = []
    for record in given:
        if record.id in found:
            faults.append(f"{_named(record)}: posten står også i {found[record.id].file}")
        elif record.id not in wanted:
            faults.append(f"{_named(record)}: modellen har ingen slik post")
        else:
            found[record.id] = record
    faults += [f"{id_}: posten mangler" for id_ in wanted if id_ not in found]
    arrays = {id_: _array(record, wanted[id_], faults) for id_, record in found.items()}
    if faults:
        raise ValueError("Modellens tall har feil:\n" + "\n".join(faults))
    return National(**{id_: array for id_, array in arrays.items() if array is not None})


def _array(record: Record, shape: str, faults: list[str]) -> Array | None:
    if not isinstance(record.body, dict):
        faults.append(f"{_named(record)}: posten er tom")
        return None
    source = Source(record.body)
    array = built(source, shape)
    # the same `rest` is read once a row, but told once
    faults += [f"{_named(record)}: {fault}" for fault in dict.fromkeys(source.faults)]
    return array


def _named(record: Record) -> str:
    return f"{record.file}, {record.id}"
