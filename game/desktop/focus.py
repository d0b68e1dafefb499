"""Which widget is next, by order and by direction. Pure; the interface keeps the state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

SIDEWAYS = 2.5  # a step to the side counts this much against a step straight ahead


class Box(Protocol):
    """The part of a rectangle that finding a neighbour needs."""

    left: int
    right: int
    top: int
    bottom: int
    centerx: int
    centery: int


def step(count: int, current: int | None, by: int) -> int | None:
    """The place `by` steps on in a ring of `count`; the first or last when nothing has focus.

    >>> step(3, 2, 1), step(3, None, 1), step(3, None, -1), step(0, None, 1)
    (0, 0, 2, None)
    """
    if count == 0:
        return None
    if current is None:
        return 0 if by > 0 else count - 1
    return (current + by) % count


def neighbour(boxes: Sequence[Box], current: int, direction: str) -> int | None:
    """The nearest box to the left, right, up or down of the current one, or None."""
    here = boxes[current]
    scores = [(_score(here, box, direction), i) for i, box in enumerate(boxes) if i != current]
    reachable = [(score, i) for score, i in scores if score is not None]
    return min(reachable)[1] if reachable else None


def _score(here: Box, there: Box, direction: str) -> float | None:
    ahead = _ahead(here, there, direction)
    if ahead is None:
        return None
    if direction in ("left", "right"):
        aside = _gap(here.top, here.bottom, there.top, there.bottom)
        drift = abs(here.centery - there.centery)
    else:
        aside = _gap(here.left, here.right, there.left, there.right)
        drift = abs(here.centerx - there.centerx)
    return ahead + SIDEWAYS * aside + 0.1 * drift


def _ahead(here: Box, there: Box, direction: str) -> float | None:
    """The distance in the direction; None when the box does not lie that way."""
    if direction == "right":
        reached, distance = there.centerx > here.centerx, there.left - here.right
    elif direction == "left":
        reached, distance = there.centerx < here.centerx, here.left - there.right
    elif direction == "down":
        reached, distance = there.centery > here.centery, there.top - here.bottom
    else:
        reached, distance = there.centery < here.centery, here.top - there.bottom
    overlap = -min(_width(here, direction), _width(there, direction)) / 2
    return max(0.0, distance) if reached and distance >= overlap else None


def _width(box: Box, direction: str) -> int:
    along = direction in ("left", "right")
    return box.right - box.left if along else box.bottom - box.top


def _gap(low: int, high: int, other_low: int, other_high: int) -> int:
    """How far apart two stretches are; 0 when they overlap."""
    return max(0, other_low - high, low - other_high)
