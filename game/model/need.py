"""Equations of the work that has to be done: from who lives here to full-time equivalents."""

from __future__ import annotations

import numpy as np

from game.model.axes import AGE_GROUPS, PERCENT, TEN_POINTS
from game.model.equation import equation
from game.model.lanes import Array


@equation(symbol="w", unit="fte per resident", source="users_per_resident")
def fte_per_resident(users_per_resident: Array, fte_per_user: Array) -> Array:
    """Work that one resident of an age group asks of a service. Shape (service, age group, 1).

    w = users per resident · fte per user
    """
    return users_per_resident * fte_per_user


@equation(symbol="w", unit="fte per resident", source="children_per_adult")
def staffing_norm(share_attending: Array, per_adult: Array, helpers: Array) -> Array:
    """Work that a child asks of a kindergarten or a school. Shape (1, age group, 1).

    w = attending · (1 / children per adult + helpers per child)
    """
    return share_attending * (1.0 / per_adult + helpers)


@equation(symbol="B", unit="fte", source="users_per_resident")
def base_need_fte(age_groups: Array, need_rate: Array) -> Array:
    """Work that the population asks for when it is done as it is today.

        B[s] = sum over age groups of w[s, g] · residents[g]

    Shape (service, 1, lane).
    """
    by_group = age_groups.reshape(1, len(AGE_GROUPS), -1)
    return (need_rate * by_group).sum(axis=1, keepdims=True)


@equation(symbol="s", unit="share", source="need_by_innovation")
def smart_ways_share(
    innovation: Array,
    true_effect: Array,
    match: Array,
    by_innovation: Array,
    by_match: Array,
    need_shift: Array,
) -> Array:
    """Share of the work that is no longer needed because it is done in new and better ways.

        s = (k · e · innovation + m · match) / 100 - shift

    Innovation and match are counted from the start. A shift down in need is a smart way. The true
    effect e of new ways is hidden from the players.
    """
    found = by_innovation * (innovation * true_effect / PERCENT)
    return found + by_match * (match / PERCENT) - need_shift


@equation(symbol="f", unit="share", source="prevention_by_gap")
def prevented_share(prevention: Array, gap_points: Array, by_gap: Array) -> Array:
    """Share of the care that was prevented; what must be done today eats of it.

    f = prevention · max(0, 1 - k · gap/10), between 0 and 1
    """
    spared = np.maximum(0.0, 1.0 - by_gap * gap_points / TEN_POINTS)
    return np.minimum(1.0, np.maximum(0.0, prevention * spared))


@equation(symbol="U", unit="fte", source="identity")
def unprevented_fte(base_fte: Array, smart_share: Array) -> Array:
    """The work that smart ways leave, before prevention.

    U = B · max(0, 1 - s)
    """
    return base_fte * np.maximum(0.0, 1.0 - smart_share)


@equation(symbol="N", unit="fte", source="identity")
def needed_fte(unprevented: Array, prevented: Array) -> Array:
    """Hours we need: what smart ways leave, less what was prevented.

    N = U · (1 - f)
    """
    return unprevented * (1.0 - prevented)
