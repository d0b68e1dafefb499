"""Where an array comes from: told by where in memory it lies, since the model hands on views."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, Literal

import numpy as np

from game.model.axes import SOFT
from game.model.draws import NORMALS
from game.model.lanes import LEVERS, STATE_LAYOUT, Array, State
from game.model.sections import Given
from game.model.year import Year

Kind = Literal["quantity", "stock", "change", "lever", "luck", "record", "start", "passing"]
"""A quantity is traced itself; a change is a soft stock counted from the start; a record is a
parameter; start is a level worked out once for this municipality; passing is made on the spot."""


@dataclass(frozen=True)
class Origin:
    """What an input is. `name` is empty for what was made in passing."""

    kind: Kind
    name: str = ""


PASSING = Origin("passing")


class Origins:
    """Knows the arrays of one year by their place in memory."""

    def __init__(self, given: Given, year: Year, after: State) -> None:
        self._held: list[Any] = [given, year, after]
        self._fields = {id(getattr(year, e.name)): e.name for e in fields(year)}
        self._after = after
        self._at: dict[tuple[int, int], Origin] = {}
        for origin, array in (*_inputs(given), *_parameters(given.p)):
            self._at.setdefault(_place(array), origin)
        for entry in fields(year):
            self._at[_place(getattr(year, entry.name))] = Origin("quantity", entry.name)

    def add(self, result: Array, name: str) -> None:
        """An equation gave this array; its name is known from now on."""
        self._held.append(result)
        self._at.setdefault(_place(result), Origin("quantity", name))

    def of(self, array: Any) -> Origin:
        """The origin of an array, or of nothing in particular."""
        if not isinstance(array, np.ndarray):
            return PASSING
        return self._at.get(_place(array), PASSING)

    @property
    def fields(self) -> set[str]:
        """The names of the quantities of the year."""
        return set(self._fields.values())

    def became(self, result: Array, value: Array) -> str:
        """The field of the year, or the stock at its end, that an equation's result became.

        Nothing when the model went on with it: then it is no longer what the equation gave.
        """
        if not np.array_equal(result[..., 0], value):
            return ""
        if id(result) in self._fields:
            return self._fields[id(result)]
        for name, _, _ in STATE_LAYOUT:
            stock = getattr(self._after, name)
            if stock.shape == result.shape and np.array_equal(stock, result):
                return f"after.{name}"
        return ""


def _place(array: Array) -> tuple[int, int]:
    return array.__array_interface__["data"][0], array.size


def _inputs(given: Given) -> Iterator[tuple[Origin, Array]]:
    for name, _, _ in STATE_LAYOUT:
        yield Origin("stock", name), getattr(given.before, name)
    yield Origin("change", "soft"), given.soft
    for row, name in enumerate(SOFT):
        yield Origin("stock", name), given.before.soft[row : row + 1]
        yield Origin("change", name), given.soft[row : row + 1]
    for name in LEVERS:
        yield Origin("lever", name), given.levers.of(name)
    for row, name in enumerate(NORMALS):
        yield Origin("luck", name), given.luck[row : row + 1]


def _parameters(p: Any) -> Iterator[tuple[Origin, Array]]:
    for part in fields(p):
        group = getattr(p, part.name)
        for entry in fields(group):
            value = getattr(group, entry.name)
            national = part.name == "n"
            origin = Origin("record" if national else "start", entry.name)
            for array in value if isinstance(value, tuple) else (value,):
                if isinstance(array, np.ndarray):
                    yield origin, array
