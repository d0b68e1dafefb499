"""What one would guess without a model: the methods a model has to beat."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.lab.backcast.rates import Past
from game.model.axes import AGES
from game.model.lanes import Array

LONGEST_STEP = 5
CERTAIN_PERSONS = 50.0
MOTHERS = slice(20, 45)


def no_change(past: Past, years: int) -> Array:
    """Everything stays as it was at the start. `(place, age)`, like the others."""
    return past.persons[:, :, -1]


def linear_trend(past: Past, years: int) -> Array:
    """Each age goes on changing as it did, in persons a year."""
    seen = min(LONGEST_STEP, past.years)
    change = (past.persons[:, :, -1] - past.persons[:, :, -1 - seen]) / seen
    return past.persons[:, :, -1] + change * years


def hamilton_perry(past: Past, years: int) -> Array:
    """Each cohort goes on changing as those before it did, drawn to the country's by 50 persons."""
    longest = min(LONGEST_STEP, past.years)
    step = max(each for each in range(1, longest + 1) if years % each == 0)
    now, before = past.persons[:, :, -1], past.persons[:, :, -1 - step]
    aged = _aged(before, step)
    usual = now.sum(axis=0) / np.maximum(aged.sum(axis=0), 1.0)
    ratio = (now + CERTAIN_PERSONS * usual) / (aged + CERTAIN_PERSONS)
    mothers = now[:, MOTHERS].sum(axis=1)
    usual = now[:, :step].sum(axis=0) / mothers.sum()
    children = (now[:, :step] + CERTAIN_PERSONS * usual) / (mothers + CERTAIN_PERSONS)[:, None]
    for _ in range(years // step):
        later = _aged(now, step) * ratio
        later[:, :step] = children * later[:, MOTHERS].sum(axis=1)[:, None]
        now = later
    return now


def _aged(persons: Array, step: int) -> Array:
    """Everyone `step` years older; the last age keeps those who were there."""
    older = np.zeros_like(persons)
    older[:, step:] = persons[:, : AGES - step]
    older[:, -1] += persons[:, AGES - step :].sum(axis=1)
    return older


METHODS: dict[str, tuple[str, Callable[[Past, int], Array]]] = {
    "no_change": ("uendret", no_change),
    "linear_trend": ("rett linje", linear_trend),
    "hamilton_perry": ("Hamilton–Perry", hamilton_perry),
}
"""Key to the heading of its column, and the method."""
BEST = "hamilton_perry"
"""The one that is hardest to beat over ten years."""
