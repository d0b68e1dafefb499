"""Equations of the population: who is born, dies, moves, and grows a year older."""

from __future__ import annotations

import numpy as np

from game.model.axes import (
    ADULT_FROM,
    ADULT_TO,
    AGE_GROUP_STARTS,
    AGE_GROUPS,
    CHILDBEARING_FROM,
    CHILDBEARING_TO,
    HALF_SCALE,
    MOVING_FROM,
    MOVING_TO,
    OLD_FROM,
)
from game.model.equation import equation
from game.model.lanes import Array
from game.model.parameter_set import People


@equation(symbol="G", unit="persons", source="identity")
def residents_by_age_group(population: Array) -> Array:
    """The population in eight age groups, women and men together.

        G[g] = sum over the ages of g of (women + men)

    Shape (8, 1, lane).
    """
    both = population[0] + population[1]
    groups = np.empty((len(AGE_GROUPS), 1, population.shape[-1]))
    for row in range(len(AGE_GROUPS)):
        both[AGE_GROUP_STARTS[row] : AGE_GROUP_STARTS[row + 1]].sum(axis=0, out=groups[row, 0])
    return groups


@equation(symbol="A", unit="persons", source="identity")
def working_age(population: Array) -> Array:
    """Residents aged 20 to 66, from whom the labour market is drawn. Shape (1, 1, lane)."""
    return population[:, ADULT_FROM:ADULT_TO].sum(axis=(0, 1), keepdims=True)


@equation(symbol="b", unit="persons", source="fertility_by_age")
def births(population: Array, fertility: Array, luck: Array) -> Array:
    """Children born in the year; the count wobbles by its own square root.

        b = e + z √e,   e = sum over ages of fertility · women
    """
    mothers = population[:1, CHILDBEARING_FROM:CHILDBEARING_TO]
    expected = (mothers * fertility).sum(axis=1, keepdims=True)
    return np.maximum(0.0, expected + luck * np.sqrt(expected))


@equation(symbol="a", unit="relative", source="in_moves_by_reputation")
def attraction(
    reputation: Array, services: Array, by_reputation: Array, by_services: Array, shift: Array
) -> Array:
    """How strongly people are drawn here, against the start.

        a = max(0, 1 + r · reputation/50 + s · services/50 + shift)

    Reputation and services are counted from the start.
    """
    pull = by_reputation * reputation + by_services * services
    return np.maximum(0.0, 1.0 + pull / HALF_SCALE + shift)


@equation(symbol="P'", unit="persons", source="identity")
def at_year_end(
    population: Array, p: People, index: int, attracted: Array, out_shift: Array, luck: Array
) -> Array:
    """Everyone who neither died nor moved out, and those who moved in.

        P' = P · (1 - death - out) + in · a
                       - P · out · shift (ages 18-34) - P · death · luck (67 and over)

    The shifts touch only the ages where they matter, which keeps large batches fast.
    """
    left = population * p.keep_rate[index]
    young = slice(MOVING_FROM, MOVING_TO)
    left[:, young] -= population[:, young] * (p.out_rate[:, young] * out_shift)
    old = slice(OLD_FROM, None)
    deaths = p.death_probability[index][:, old]
    left[:, old] -= population[:, old] * (deaths * (p.death_wobble * luck))
    left += p.in_moves * attracted
    return left


@equation(symbol="P+1", unit="persons", source="identity")
def grown_older(left: Array, newborn: Array, older: Array) -> None:
    """Write everyone a year older into `older`; the last row keeps those of 105 and over."""
    older[:, 1:] = left[:, :-1]
    older[:, -1:] += left[:, -1:]
    older[:, :1] = newborn
