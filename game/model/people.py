"""Equations of the population: who is born, dies, moves, and grows a year older."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.model.axes import (
    ADULT_FROM,
    ADULT_TO,
    AGE_GROUP_STARTS,
    AGE_GROUPS,
    AGES,
    CHILDBEARING_FROM,
    CHILDBEARING_TO,
    HALF_SCALE,
    MOVING_FROM,
    MOVING_TO,
    OLD_FROM,
    SEXES,
)
from game.model.equation import equation
from game.model.lanes import Array
from game.model.parameter_set import National, People

YOUNG = slice(MOVING_FROM, MOVING_TO)
OLD, OLD_BUT_LAST = slice(OLD_FROM, AGES), slice(OLD_FROM, AGES - 1)
UNBENT = (slice(0, MOVING_FROM), slice(MOVING_TO, OLD_FROM))
"""Ages whose yearly rates nothing bends."""


@dataclass(frozen=True)
class Moves:
    """What bends the yearly rates of moving and dying; each `(1, 1, lane)`."""

    attraction: Array
    """People who move in, against the start."""
    out_shift: Array
    """How much more the young move out, relative."""
    death_shift: Array
    """How much more the old die, relative: luck."""


@equation(symbol="R", unit="persons", source="identity")
def residents_by_age(population: Array) -> Array:
    """Women and men together, by single age. Shape (age, 1, lane)."""
    return (population[0] + population[1])[:, None]


@equation(symbol="G", unit="persons", source="identity")
def residents_by_age_group(residents: Array) -> Array:
    """The population in ten age groups. Shape (10, 1, lane).

    G[g] = sum of R over the ages of g
    """
    groups = np.empty((len(AGE_GROUPS), 1, residents.shape[-1]))
    for row in range(len(AGE_GROUPS)):
        ages = residents[AGE_GROUP_STARTS[row] : AGE_GROUP_STARTS[row + 1]]
        ages.sum(axis=0, out=groups[row])
    return groups


@equation(symbol="A", unit="persons", source="identity")
def working_age(residents: Array) -> Array:
    """Residents aged 20 to 66, from whom the labour market is drawn. Shape (1, 1, lane)."""
    return residents[ADULT_FROM:ADULT_TO].sum(axis=0, keepdims=True)


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
    reputation: Array, services: Array, jobs: Array, housing: Array, n: National, shift: Array
) -> Array:
    """How strongly people are drawn here, against the start.

        a = max(0, 1 + (r · reputation + s · services)/50 + j · jobs + h · housing + shift)

    Reputation and services in points, jobs and housing relative, all counted from the start.
    """
    good = n.in_moves_by_reputation * reputation + n.in_moves_by_services * services
    room = n.in_moves_by_jobs * jobs + n.in_moves_by_housing * housing
    return np.maximum(0.0, 1.0 + good / HALF_SCALE + room + shift)


@equation(symbol="P+1", unit="persons", source="identity")
def a_year_later(
    population: Array, p: People, index: int, moves: Moves, newborn: Array, later: Array
) -> None:
    """Write into `later` everyone who neither died nor moved out, and those who moved in.

        P+1[age + 1] = P · (1 - death - out) + in · a
                       - P · out · shift (ages 18-34) - P · death · luck (67 and over)

    The last row keeps those of 105 and over; row 0 is the newborn. The shifts touch only the ages
    where they matter, and all is done in the place where it ends: a large batch is bound by memory.
    """
    keep, deaths = p.keep_rate[index], p.death_probability[index]
    leaving = p.out_rate[0, YOUNG] * moves.out_shift[0]
    in_moves = p.in_moves[index]
    arrived = np.empty((in_moves.shape[1], population.shape[2]))
    for sex in range(len(SEXES)):
        now, a_year_older = population[sex], later[sex, 1:]
        for ages in UNBENT:
            np.multiply(now[ages], keep[sex, ages], out=a_year_older[ages])
        np.multiply(now[YOUNG], keep[sex, YOUNG] - leaving, out=a_year_older[YOUNG])
        kept = deaths[sex, OLD] * moves.death_shift[0]
        np.subtract(keep[sex, OLD], kept, out=kept)
        np.multiply(now[OLD_BUT_LAST], kept[:-1], out=a_year_older[OLD_BUT_LAST])
        a_year_older[-1] += now[-1] * kept[-1]
        a_year_older[: len(arrived)] += np.multiply(in_moves[sex], moves.attraction[0], out=arrived)
    later[:, :1] = newborn
