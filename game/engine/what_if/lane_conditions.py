"""Whether a condition holds, lane by lane: the same rules as `engine.conditions`, on arrays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from game.content.effects import Condition
from game.engine.what_if.lane_luck import InLanes

Answer = bool | NDArray[np.bool_]
Chose = Callable[[str], Answer]
"""From a decision to the lanes where it is made."""


def all_hold_in_lanes(
    conditions: Iterable[Condition],
    values: Mapping[str, InLanes],
    chose: Chose,
    luck: InLanes,
) -> Answer:
    """Where every condition holds, shape (lane,) or one answer for all lanes."""
    answer: Answer = True
    for condition in conditions:
        answer = answer & _holds(condition, values, chose, luck)
    return answer


def _holds(
    condition: Condition, values: Mapping[str, InLanes], chose: Chose, luck: InLanes
) -> Answer:
    if condition.any:
        answer: Answer = False
        for part in condition.any:
            answer = answer | _holds(part, values, chose, luck)
        return answer
    if condition.chose is not None:
        return chose(condition.chose)
    if condition.not_chosen is not None:
        return np.logical_not(chose(condition.not_chosen))
    if condition.chance is not None:
        return luck < condition.chance
    return _compares(condition, values)


def _compares(condition: Condition, values: Mapping[str, InLanes]) -> Answer:
    value, limit = values[str(condition.variable)], float(condition.value or 0.0)
    match condition.test:
        case "above":
            return value > limit
        case "below":
            return value < limit
        case "at least":
            return value >= limit
    return value <= limit


def variables_in(conditions: Iterable[Condition]) -> set[str]:
    """The variables that conditions compare."""
    found: set[str] = set()
    for condition in conditions:
        found |= variables_in(condition.any)
        if condition.variable:
            found.add(condition.variable)
    return found
