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
    first = start.first_year - FIRST_YEAR
    death = death_probabilities(n, first)
    out = n.out_rate_by_age
    in_moves = _in_moves(n, start.labour_market, population)
    young = (population * out)[:, MOVING_FROM:MOVING_TO].sum()
    died = (population * death[0])[:, OLD_FROM:].sum()
    girls = 1.0 - n.boys_share
    fertility = n.fertility_by_age[:, CHILDBEARING_FROM:CHILDBEARING_TO]
    return People(
        keep_rate=tuple(1.0 - probability - out for probability in death),
        death_probability=death,
        fertility=tuple(fertility * level for level in _levels(n.fertility_growth, first)),
        births_split=np.concatenate([girls, n.boys_share]),
        out_rate=out,
        in_moves=tuple(in_moves * level for level in _levels(n.in_moves_growth, first)),
        in_wobble=_wobble(in_moves.sum()),
        out_wobble=_wobble(young),
        death_wobble=_wobble(died),
    )


def _in_moves(n: National, labour_market: int, population: Array) -> Array:
    """Persons a year by age on 1 January, up to the last age that moves."""
    net = n.net_rate_by_age[labour_market].reshape(1, AGES, 1)
    # the rates are by age at the end of the year, a year older than on 1 January
    net = np.concatenate([net[:, 1:], net[:, -1:]], axis=1)
    in_moves = np.maximum(0.0, n.out_rate_by_age + net) * population
    return np.asarray(in_moves[:, : int(np.nonzero(in_moves)[1].max()) + 1])


def _levels(growth: Array, first: int) -> tuple[Array, ...]:
    """One plus the growth of each year from year number `first` on; before it as in the first."""
    return tuple(1.0 + growth[:, max(i, 0) : max(i, 0) + 1] for i in range(first, YEARS))


def _wobble(count: float) -> Array:
    # a count wobbles by its square root, so its relative wobble is one over it
    return np.full((1, 1, 1), 1.0 / np.sqrt(np.maximum(count, 1.0)))


def death_probabilities(n: National, first: int) -> tuple[Array, ...]:
    """One table a year, `(2, 106, 1)`, from year number `first` of the tables on.

    A year before the tables begin has a number under nought.
    """
    rates = np.concatenate([n.death_rate_women, n.death_rate_men])
    left = 1.0 - n.death_rate_decline_by_age
    for _ in range(-first):
        rates = rates / left
    for _ in range(first):
        rates = rates * left
    tables = []
    for _ in range(first, YEARS):
        # from a rate to a probability when deaths are even through the year
        tables.append(rates / (1.0 + rates / 2.0))
        rates = rates * left
    return tuple(tables)
