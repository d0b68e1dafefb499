"""Equations of the work that has to be done: from who lives here to full-time equivalents."""

from __future__ import annotations

import numpy as np

from game.model.axes import AGE_GROUPS, PERCENT
from game.model.equation import equation
from game.model.lanes import Array


@equation(symbol="B", unit="fte", source="fte_per_resident")
def base_need_fte(age_groups: Array, need_rate: Array) -> Array:
    """Work that the population asks for when it is done as it is today.

        B[s] = sum over age groups of rate[s, g] · residents[g]

    Shape (service, 1, lane).
    """
    by_group = age_groups.reshape(1, len(AGE_GROUPS), -1)
    return (need_rate * by_group).sum(axis=1, keepdims=True)


@equation(symbol="s", unit="share", source="need_by_innovation")
def smart_ways_share(innovation: Array, by_innovation: Array, need_shift: Array) -> Array:
    """Share of the work that is no longer needed because it is done in new ways.

        s = k · innovation/100 - shift

    Innovation is counted from the start. A shift down in need is a smart way.
    """
    return by_innovation * (innovation / PERCENT) - need_shift


@equation(symbol="N", unit="fte", source="identity")
def needed_fte(base_fte: Array, smart_share: Array, prevented_share: Array) -> Array:
    """Hours we need: the need, less smart ways, less what was prevented.

    N = B · max(0, 1 - s) · (1 - f)
    """
    return base_fte * np.maximum(0.0, 1.0 - smart_share) * (1.0 - prevented_share)
