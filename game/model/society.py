"""The soft stocks: trust, well-being and the like, all by one equation."""

from __future__ import annotations

import numpy as np

from game.model.axes import PERCENT
from game.model.equation import equation
from game.model.lanes import Array


@equation(symbol="i", unit="points", source="influence")
def influence_terms(drivers: Array, influence: Array) -> Array:
    """What each driver adds to each stock's target. Shape (soft, driver, lane)."""
    return influence * drivers.reshape(1, influence.shape[1], -1)


@equation(symbol="Z", unit="index", source="soft_speed")
def soft_next(soft: Array, start: Array, terms: Array, speed: Array, push: Array) -> Array:
    """Each stock goes part of the way to its own normal plus its drivers, and takes the pushes.

    Z' = Z + v · (Z0 + sum of i - Z) + push, between 0 and 100
    """
    target = start + terms.sum(axis=1, keepdims=True)
    moved = soft + speed * (target - soft) + push
    return np.minimum(PERCENT, np.maximum(0.0, moved))
