"""The rates that move the population of one municipality, worked out once for every year."""

from __future__ import annotations

import numpy as np

from game.model.axes import (
    AGES,
    CHILDBEARING_FROM,
    CHILDBEARING_TO,
    FIRST_YEAR,
    MOVING_FROM,
    MOVING_TO,
    OLD_FROM,
    YEARS,
)
from game.model.lanes import Array
from game.model.parameter_set import National, People, Start


def people_at_start(n: National, start: Start, population: Array) -> People:
    """Rates for this municipality; `population` is `(2, 106, 1)` persons at the start."""
    death = _death_probabilities(n, start.first_year - FIRST_YEAR)
    out = n.out_rate_by_age
    in_rate = np.maximum(0.0, out + n.net_rate_by_age[start.labour_market].reshape(1, AGES, 1))
    in_moves = in_rate * population
    young = (population * out)[:, MOVING_FROM:MOVING_TO].sum()
    died = (population * death[0])[:, OLD_FROM:].sum()
    girls = 1.0 - n.boys_share
    return People(
        keep_rate=tuple(1.0 - probability - out for probability in death),
        death_probability=death,
        fertility=n.fertility_by_age[:, CHILDBEARING_FROM:CHILDBEARING_TO],
        births_split=np.concatenate([girls, n.boys_share]),
        out_rate=out,
        in_moves=in_moves[:, : int(np.nonzero(in_moves)[1].max()) + 1],
        in_wobble=_wobble(in_moves.sum()),
        out_wobble=_wobble(young),
        death_wobble=_wobble(died),
    )


def _wobble(count: float) -> Array:
    # a count wobbles by its square root, so its relative wobble is one over it
    return np.full((1, 1, 1), 1.0 / np.sqrt(np.maximum(count, 1.0)))


def _death_probabilities(n: National, first: int) -> tuple[Array, ...]:
    """One table a year, from year number `first` of the national tables on."""
    rates = np.concatenate([n.death_rate_women, n.death_rate_men])
    tables = []
    for _ in range(YEARS):
        # from a rate to a probability when deaths are even through the year
        tables.append(rates / (1.0 + rates / 2.0))
        rates = rates * (1.0 - n.death_rate_decline_by_age)
    return tuple(tables[first:])
