"""The demography of the model alone: people who are born, die, move and grow older, year by year.

Nothing draws people more or less than at the start, as in a projection by Statistics Norway.
"""

from __future__ import annotations

import numpy as np

from game.lab.norwegian_place import place
from game.model.axes import FIRST_YEAR
from game.model.lanes import LEAST_LANES, Array
from game.model.parameter_set import National
from game.model.people import Moves, a_year_later, births
from game.model.start_people import people_at_start


def aged(
    n: National, population: Array, labour_market: int, years: int, first_year: int = FIRST_YEAR
) -> Array:
    """Women and men by age `years` later, `(2, 106)` as `population` is."""
    start = place(population, labour_market=labour_market, first_year=first_year)
    p = people_at_start(n, start, population[:, :, None])
    now = np.repeat(population[:, :, None], LEAST_LANES, axis=2)
    nothing = np.zeros((1, 1, LEAST_LANES))
    moves = Moves(attraction=nothing + 1.0, out_shift=nothing, death_shift=nothing)
    for index in range(years):
        newborn = births(now, p.fertility[index], nothing) * p.births_split
        later = np.empty_like(now)
        a_year_later(now, p, index, moves, newborn, later)
        now = later
    return np.asarray(now[:, :, 0])
