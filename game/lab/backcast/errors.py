"""How far a projection was off: by age group, for municipalities and for their sum."""

from __future__ import annotations

import numpy as np

from game.model.axes import AGES
from game.model.lanes import Array

PER_CENT = 100.0
LARGE = 5_000.0
GROUPS: dict[str, tuple[int, int]] = {
    "0-4": (0, 5),
    "5-14": (5, 15),
    "20-64": (20, 65),
    "65-79": (65, 80),
    "80+": (80, AGES),
}
KEYS = ("total", "total_5000", *GROUPS)
Errors = dict[str, float | None]
"""By `KEYS`, in per cent; None where there is nothing to measure."""


def of_municipalities(guess: Array, outcome: Array, at_start: Array) -> Errors:
    """Mean absolute per cent error. `guess`, `outcome` and `at_start` are `(place, age)`."""
    return {
        key: _mean(np.abs(_off(seen, came)))
        for key, (seen, came) in _pairs(guess, outcome, at_start).items()
    }


def of_the_sum(guess: Array, outcome: Array, at_start: Array) -> Errors:
    """Per cent error of the sum over municipalities, with its sign."""
    return {
        key: _mean(_off(seen.sum(keepdims=True), came.sum(keepdims=True)))
        for key, (seen, came) in _pairs(guess, outcome, at_start).items()
    }


def _pairs(guess: Array, outcome: Array, at_start: Array) -> dict[str, tuple[Array, Array]]:
    large = at_start.sum(axis=1) >= LARGE
    pairs = {
        "total": (guess.sum(axis=1), outcome.sum(axis=1)),
        "total_5000": (guess[large].sum(axis=1), outcome[large].sum(axis=1)),
    }
    for key, (youngest, end) in GROUPS.items():
        ages = slice(youngest, end)
        pairs[key] = guess[:, ages].sum(axis=1), outcome[:, ages].sum(axis=1)
    return pairs


def _off(guess: Array, outcome: Array) -> Array:
    # where nobody lives a share of nothing says nothing
    some = outcome > 0.0
    return PER_CENT * (guess[some] / outcome[some] - 1.0)


def _mean(off: Array) -> float | None:
    return float(off.mean()) if len(off) else None
