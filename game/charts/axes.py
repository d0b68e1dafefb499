"""Round numbers for axes, and from values to places."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

EPSILON = 1e-9


@dataclass(frozen=True)
class Span:
    """From values `low`-`high` to places `start`-`stop` in pixels (which may run downwards)."""

    low: float
    high: float
    start: float
    stop: float

    def place(self, value: float) -> float:
        """Where a value lies."""
        if self.high == self.low:
            return self.start
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.stop - self.start)


def round_step(extent: float, most: int) -> float:
    """The smallest of 1, 2 and 5 times a power of ten that divides the extent into few parts.

    >>> round_step(97, 5)
    20.0
    """
    if extent <= 0:
        return 1.0
    rough = extent / max(1, most)
    power = 10.0 ** floor(log10(rough))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough - EPSILON)


def ticks(low: float, high: float, most: int = 5) -> tuple[float, ...]:
    """Round values from `low` to `high`, both included when they are round.

    >>> ticks(0, 97)
    (0.0, 20.0, 40.0, 60.0, 80.0)
    """
    step = round_step(high - low, most)
    first, last = ceil(low / step - EPSILON), floor(high / step + EPSILON)
    return tuple(i * step for i in range(first, last + 1))
