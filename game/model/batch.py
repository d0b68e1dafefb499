"""What numpy should know before it steps many lanes. It changes no result, only the time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import numpy as np

from game.model.lanes import keep_freed_memory

BUFFER = 128
"""Numbers that numpy gathers before it works on them; a multiple of 16."""


@contextmanager
def many_lanes() -> Iterator[None]:
    """Inside, large batches take about 4/5 of the time; in this thread only.

    Where a parameter `(row, column, 1)` meets lanes, numpy copies both into a buffer of 8 192
    numbers first, unless the lanes alone fill the buffer. A smaller buffer spares the copies:
    measured, two to four times faster for such a product at 512 lanes. Not a bit of any result
    depends on it, since the lanes are never what is summed over.
    """
    _keep_freed_memory_once()
    before = np.setbufsize(BUFFER)
    try:
        yield
    finally:
        np.setbufsize(before)


@cache
def _keep_freed_memory_once() -> None:
    keep_freed_memory()
