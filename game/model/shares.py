"""Division that always gives a number, whatever a lever, a parameter or five hundred years do."""

from __future__ import annotations

import numpy as np

from game.model.axes import LEAST
from game.model.lanes import Array


def per(part: Array, whole: Array) -> Array:
    """`part` for each of `whole`, which counts as a trifle when there is none of it."""
    return part / np.maximum(whole, LEAST)
