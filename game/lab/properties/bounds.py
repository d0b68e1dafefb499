"""What no number of the model may be: nothing, endless, negative, or more than all there is."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from game.lab.properties.ground import STOCKS, quantities, texts
from game.model import axes
from game.model.lanes import Array, State
from game.model.year import Year

ROUNDING = 1e-9
MOST_NAMED = 4


def faults(state: State, year: Year, called: Callable[[int], str] = "bane {}".format) -> list[str]:
    """Every quantity of the year, or stock after it, that is no number or outside its bounds.

    One sentence a lane, which is called what `called` says.
    """
    wrong: dict[int, list[str]] = {}
    for name, rows in quantities(state, year).items():
        for lane in np.flatnonzero(~_within(name, rows)):
            wrong.setdefault(int(lane), []).append(name)
    return [_sentence(called(lane), names) for lane, names in wrong.items()]


def _sentence(called: str, names: list[str]) -> str:
    others = f" og {len(names) - MOST_NAMED} til" if len(names) > MOST_NAMED else ""
    return f"{called}: utenfor grensene er {', '.join(names[:MOST_NAMED])}{others}"


def _within(name: str, rows: Array) -> NDArray[np.bool_]:
    """Which lanes are numbers within bounds in every row."""
    low, high = bounds().get(name, (-np.inf, np.inf))
    fine = np.isfinite(rows) & (rows >= low) & (rows <= high + ROUNDING)
    within: NDArray[np.bool_] = np.all(fine, axis=(0, 1))
    return within


@cache
def bounds() -> dict[str, tuple[float, float]]:
    """Lowest and highest of each quantity that has bounds. Stocks of people are never negative."""
    written = texts("reality")["bounds"]
    found = {}
    for span, names in written.items():
        low, high = span.split(" to ")
        for name in names.split():
            found[name] = (float(low), float(high) if high != "any" else np.inf)
    found |= {f"{name}'": (0.0, 100.0) for name in axes.SOFT}
    free = set(texts("reality")["may_be_negative"].split())
    found |= {f"{name}'": (0.0, np.inf) for name in STOCKS if name not in free | {"soft"}}
    return found
