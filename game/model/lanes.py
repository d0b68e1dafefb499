"""The state of many municipalities at once: one flat buffer with named views, lanes last.

A copy of the buffer is a snapshot. There are never fewer than two lanes: with one, numpy sums in
another order, and a game would differ in its last digit from the same game in a batch.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.model.axes import (
    AGES,
    APPLICANT_GROUPS,
    BANDS,
    PROFESSIONS,
    SERVICES,
    SEXES,
    SOFT,
    TRAINEE_YEARS,
    TRAINEES,
)
from game.model.variables import CHANGEABLE

Array = NDArray[np.float64]

LEAST_LANES = 2

STATE_LAYOUT: tuple[tuple[str, int, int], ...] = (
    ("population", len(SEXES), AGES),
    ("staff", len(PROFESSIONS), len(BANDS)),
    ("trainees", len(TRAINEES), TRAINEE_YEARS),
    ("soft", len(SOFT), 1),
    ("reserve_fund_nok", 1, 1),
    ("debt_nok", 1, 1),
    ("true_effect", 1, 1),
)
"""Name, rows, columns; the order is the file format of a snapshot."""

LEVERS = (*CHANGEABLE, "running_projects")
LEVER_ROW = {name: row for row, name in enumerate(LEVERS)}
LEVER_LAYOUT: tuple[tuple[str, int, int], ...] = tuple((name, 1, 1) for name in LEVERS)


class Buffer:
    """A flat array and a named `(row, column, lane)` view for each entry of a layout."""

    layout: tuple[tuple[str, int, int], ...] = ()

    def __init__(self, lanes: int, values: Array | None = None) -> None:
        """Zeros, or `values` of shape (size * lanes,). Raises ValueError when they do not fit."""
        self.lanes = max(lanes, LEAST_LANES)
        size = sum(rows * columns for _, rows, columns in self.layout) * self.lanes
        if values is not None and values.shape != (size,):
            raise ValueError(f"a buffer of {values.shape} does not fit {size} numbers")
        self.flat = np.zeros(size) if values is None else values
        self._make_views()

    def _make_views(self) -> None:
        start = 0
        for name, rows, columns in self.layout:
            end = start + rows * columns * self.lanes
            setattr(self, name, self.flat[start:end].reshape(rows, columns, self.lanes))
            start = end


class State(Buffer):
    """The stocks at the start of a year: people, employees, soft stocks, money."""

    layout = STATE_LAYOUT
    population: Array
    staff: Array
    trainees: Array
    soft: Array
    reserve_fund_nok: Array
    debt_nok: Array
    true_effect: Array
    """How well new ways of working turn out here, 1 is as expected. Nobody in the game sees it."""

    @classmethod
    def unwritten(cls, lanes: int) -> State:
        """A state whose numbers are whatever memory held, for `step` to write every one of."""
        size = sum(rows * columns for _, rows, columns in cls.layout) * lanes
        return cls(lanes, np.empty(size))

    def copy(self) -> State:
        """A snapshot that no later step can change."""
        return State(self.lanes, self.flat.copy())

    def lane(self, index: int) -> State:
        """Lane `index`, repeated in a state of its own."""
        rows = self._by_row()[:, index : index + 1]
        return State(LEAST_LANES, np.repeat(rows, LEAST_LANES, 1).ravel())

    def repeated(self, lanes: int) -> State:
        """Lane 0 in `lanes` lanes."""
        return State(lanes, np.repeat(self._by_row()[:, :1], max(lanes, LEAST_LANES), 1).ravel())

    def _by_row(self) -> Array:
        return self.flat.reshape(-1, self.lanes)


class Levers(Buffer):
    """What players and events change this year, one row a changeable variable, zero at rest.

    Stocks: what is added this year. Rates: how far the rate is shifted this year.
    """

    layout = LEVER_LAYOUT

    def soft_push(self) -> Array:
        """The rows of the soft stocks, `(soft, 1, lane)`, in the order of `axes.SOFT`."""
        return self._rows(SOFT[0], len(SOFT))

    def need_shift(self) -> Array:
        """The rows of the seven needs, `(service, 1, lane)`, in the order of `axes.SERVICES`."""
        return self._rows("kindergarten_need", len(SERVICES))

    def applicant_shift(self) -> Array:
        """The rows of the four groups of applicants, `(group, 1, lane)`."""
        return self._rows(APPLICANT_GROUPS[0], len(APPLICANT_GROUPS))

    def training_shift(self) -> Array:
        """The rows of apprentices and study places, `(trainee, 1, lane)`."""
        return self._rows("apprentices", len(TRAINEES))

    def of(self, name: str) -> Array:
        """The row of one variable, `(1, 1, lane)`."""
        row: Array = getattr(self, name)
        return row

    def _rows(self, first: str, count: int) -> Array:
        start = LEVER_ROW[first] * self.lanes
        return self.flat[start : start + count * self.lanes].reshape(count, 1, self.lanes)


def keep_freed_memory() -> None:
    """Tell glibc once to keep large freed blocks; without it every temporary is paged in anew.

    Measured: up to 2.5 times faster at 1 000 lanes. Harmless elsewhere. Called by whoever runs
    many lanes, never at import.
    """
    block = np.empty(4_000_000)
    block[::512] = 1.0
