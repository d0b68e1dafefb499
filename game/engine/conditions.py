"""Whether a condition of a scenario holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.content.effects import Condition


def all_hold(
    conditions: Iterable[Condition],
    values: Mapping[str, float],
    chosen: frozenset[str],
    luck: float = 0.0,
) -> bool:
    """Whether every condition holds. `luck` is a fraction that `chance` is tried against."""
    return all(holds(condition, values, chosen, luck) for condition in conditions)


def holds(
    condition: Condition, values: Mapping[str, float], chosen: frozenset[str], luck: float
) -> bool:
    """Whether one condition holds: a comparison, a choice made or not, a chance, or any of many."""
    if condition.any:
        return any(holds(part, values, chosen, luck) for part in condition.any)
    if condition.chose is not None:
        return condition.chose in chosen
    if condition.not_chosen is not None:
        return condition.not_chosen not in chosen
    if condition.chance is not None:
        return luck < condition.chance
    return _compares(condition, values)


def _compares(condition: Condition, values: Mapping[str, float]) -> bool:
    value, limit = values[str(condition.variable)], float(condition.value or 0.0)
    return {
        "above": value > limit,
        "below": value < limit,
        "at least": value >= limit,
        "at most": value <= limit,
    }[str(condition.test)]


def has_chance(conditions: Iterable[Condition]) -> bool:
    """Whether any of them is tried against luck."""
    return any(c.chance is not None or has_chance(c.any) for c in conditions)
