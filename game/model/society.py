"""The soft stocks: trust, well-being and the like, all by one equation."""

from __future__ import annotations

import numpy as np

from game.model.axes import LEADERSHIP_ROWS, PERCENT
from game.model.equation import equation
from game.model.lanes import Array
from game.model.parameter_set import Society


@equation(symbol="L", unit="index", source="identity")
def leadership(soft: Array) -> Array:
    """The six areas of leadership as one: their mean. Shape (1, 1, lane)."""
    areas = soft[LEADERSHIP_ROWS]
    return areas.sum(axis=0, keepdims=True) / len(areas)


@equation(symbol="Lmin", unit="index", source="identity")
def weakest_leadership(soft: Array) -> Array:
    """The weakest of the six areas of leadership, which sets the pace of change."""
    return soft[LEADERSHIP_ROWS].min(axis=0, keepdims=True)


@equation(symbol="z", unit="points", source="identity")
def put_to_use(proven: Array, change_capacity: Array) -> Array:
    """Proven ideas that there is strength to put to use.

    z = proven · change capacity / 100
    """
    return proven * (change_capacity / PERCENT)


@equation(symbol="o", unit="points", source="identity")
def span_points(employees: Array, leaders: Array, reference: Array) -> Array:
    """How many more employees each leader has than at the start, in per cent."""
    return PERCENT * (employees / np.maximum(leaders, 1.0) / reference - 1.0)


@equation(symbol="i", unit="points", source="influence")
def influence_terms(drivers: Array, influence: Array, links: Society) -> Array:
    """What each driver adds to each stock's target. Shape (soft, link, lane).

    A stock has few drivers, so only those that have a number are taken from the table.
    """
    rows, columns = links.driver.shape
    pulling = drivers[:, 0].take(links.driver, axis=0)
    weight = influence.reshape(-1, influence.shape[2]).take(links.cell, axis=0)
    return np.multiply(pulling, weight.reshape(rows, columns, -1), out=pulling)


@equation(symbol="Z", unit="index", source="soft_speed")
def soft_next(
    soft: Array, start: Array, terms: Array, speed: Array, push: Array, to_all_areas: Array
) -> Array:
    """Each stock goes part of the way to its own normal plus its drivers, and takes the pushes.

        Z' = Z + v · (Z0 + sum of i - Z) + push, between 0 and 100

    A push to leadership as a whole goes to all six areas.
    """
    target = start + terms.sum(axis=1, keepdims=True)
    moved = soft + speed * (target - soft) + push
    moved[LEADERSHIP_ROWS] += to_all_areas
    return np.minimum(PERCENT, np.maximum(0.0, moved))
