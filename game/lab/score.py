"""One number for a moment, for comparing games: the mean of the five meters, each 0-100.

No player is ever shown it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from game.engine.game_state import Record
from game.engine.turn import METERS
from game.model.axes import PERCENT
from game.model.lanes import Array

END_YEARS = 3
"""A game is judged by the mean of its last years: one year alone is partly luck."""


def meters(values: Mapping[str, float]) -> tuple[float, ...]:
    """The five meters on one scale. More people than are needed count as enough."""
    return tuple(
        min(1.0, values[name]) * PERCENT if name == "staffing" else values[name] for name in METERS
    )


def score(values: Mapping[str, float]) -> float:
    """The mean of the meters."""
    return sum(meters(values)) / len(METERS)


def at_the_end(records: Iterable[Record]) -> tuple[float, ...]:
    """The meters over the last years of a game."""
    last = list(records)[-END_YEARS:]
    rows = [meters(record.values) for record in last]
    return tuple(sum(column) / len(rows) for column in zip(*rows, strict=True))


def on_one_scale(values: Array) -> Array:
    """The same for a replay: `values` is `(year, meter, lane)` in the order of `METERS`."""
    found = values.copy()
    row = METERS.index("staffing")
    found[:, row] = np.minimum(1.0, found[:, row]) * PERCENT
    return found
