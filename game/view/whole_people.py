"""Whole people out of the parts of people that a model counts in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import floor

from game.model.lanes import Array


def whole_through_years(rows: Array) -> tuple[tuple[int, ...], ...]:
    """Counts by `(year, kind)` that never stray more than half a person from the sum so far.

    In a small place a person comes some years and not in others.
    """
    kinds = [_through([float(year[kind]) for year in rows]) for kind in range(rows.shape[1])]
    return tuple(zip(*kinds, strict=True))


def _through(values: Sequence[float]) -> list[int]:
    so_far = [floor(total + 0.5) for total in accumulate(values)]
    return [now - before for now, before in zip(so_far, (0, *so_far), strict=False)]


def shared_out(parts: Sequence[float], total: int) -> list[int]:
    """`total` in the proportions of `parts`, the largest remainders first.

    >>> shared_out([1.0, 1.0, 2.0], 10)
    [3, 2, 5]
    >>> shared_out([0.0, 0.0], 3)
    [0, 0]
    """
    whole = sum(parts)
    if whole <= 0.0:
        return [0 for _ in parts]
    wished = [part * total / whole for part in parts]
    counts = [floor(wish) for wish in wished]
    by_remainder = sorted(range(len(parts)), key=lambda row: counts[row] - wished[row])
    for row in by_remainder[: total - sum(counts)]:
        counts[row] += 1
    return counts
