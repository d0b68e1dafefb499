"""Every parameter at both ends of the range its own record gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import numpy as np

from game.content.parameter_files import Record, load_national, records
from game.lab.properties import bounds, signs
from game.lab.properties.ground import town
from game.model.lanes import Array
from game.model.parameter_set import National

YEARS = 15
TIMES = "times"
_RANGE = re.compile(r"(\S+) to (\S+)(?: (\w+))?\Z")


def range_of(record: Record) -> tuple[float, float, bool]:
    """Lowest and highest, and whether they are times the value. Raises ValueError when unread."""
    found = _RANGE.match(record.body["range"])
    if not found or found[3] not in (None, TIMES):
        raise ValueError(f"{record.id}: «{record.body['range']}»")
    low, high = (float(part.replace(",", ".")) for part in found.groups()[:2])
    return low, high, found[3] == TIMES


def ends(record: Record) -> Iterator[tuple[str, National]]:
    """All numbers with this one at its lowest and at its highest, and which of the two it is."""
    low, high, times = range_of(record)
    national = load_national()
    value: Array = getattr(national, record.id)
    for end in (low, high):
        moved = value * end if times else np.full_like(value, end)
        yield (
            f"{record.id} = {record.body['range']}, {end:g}",
            replace(national, **{record.id: moved}),
        )


def faults() -> list[str]:
    """Every parameter that takes a number out of its bounds at an end of its range."""
    return [*first_year_faults(), *later_faults()]


def first_year_faults() -> list[str]:
    """A municipality made with each parameter at each end, and its first year."""
    found: list[str] = []
    for record in records():
        for called, national in ends(record):
            trial = town(2, n=national)
            found += bounds.faults(trial.state, trial.go_on(1), partial(_called, called))
    return list(dict.fromkeys(found))


def later_faults() -> list[str]:
    """Some years with each parameter that a year reads at each end, a lane for each."""
    known = {f"n.{record.id}": record for record in records()}
    changes = []
    for place in signs.causes():
        if place in known:
            low, high, times = range_of(known[place])
            changes += [f"{place} {'*' if times else '='} {end}" for end in (low, high)]
    trial = town(len(changes) + 2)
    for lane, change in enumerate(changes, 1):
        trial.change(lane, change)
    found: list[str] = []
    for _ in range(YEARS):
        year = trial.go_on(1)
        found += bounds.faults(
            trial.state, year, lambda lane: changes[lane - 1] if lane else "ingenting endret"
        )
    return list(dict.fromkeys(found))


def _called(called: str, lane: int) -> str:
    return called
