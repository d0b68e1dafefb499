"""Rates of every municipality, from the years of the file up to the start and no others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.lab.backcast.history import BOYS_PER_GIRL, History
from game.lab.backcast.method import Method
from game.lab.backcast.shrink import Drawn, Observed, drawn_in
from game.model.axes import AGES
from game.model.lanes import Array

GROUPS = (1, 5, 10, 15, 19, 22, 26, 31, 36, 46, 56, 67, 80, AGES)
"""Ages at the end of the year from which a rate of net moves is common."""
USUAL_SPREAD = np.array([18, 7, 4, 13, 39, 50, 31, 17, 7, 3, 4, 4, 6], dtype=np.float64) / 1000.0
"""Spread between municipalities of net moves by group, a year; 0,5 to 2 times. SSB table 07459,
2005-2010, what repeats itself between two halves of the period."""
USUAL_CHANCE = (
    np.array([153, 125, 79, 96, 166, 219, 334, 202, 117, 70, 48, 48, 95], dtype=np.float64) / 1000.0
)
"""Variance of the same rates for one person-year, from how far apart the halves were."""
BIRTH_SPREAD = 0.10
"""Relative spread of birth rates between municipalities; 0,05 to 0,15."""
OLD_FROM, OLDEST_SEEN = 60, 103
"""Ages at which deaths can be read from cohorts, since few move."""
SMOOTH = 7
FEWEST_YEARS = 2


@dataclass(frozen=True)
class Past:
    """All that may be known: persons 1 January by `(place, age, year)`, the last year the start."""

    persons: Array
    start: int
    region: NDArray[np.intp]
    """Row of the region each place lies in."""

    @property
    def years(self) -> int:
        """Whole years seen."""
        return self.persons.shape[2] - 1


@dataclass(frozen=True)
class Rates:
    """What the projection runs on."""

    death_level: Array
    """Deaths against the UN table of the time, `(106,)`."""
    net_national: Array
    """Net moves by age at the end of the year, `(106,)`."""
    net: Drawn
    """Own rates of net moves, against the national, by `GROUPS`."""
    birth_level: float
    """Births in the last year against the age pattern with a total of 1."""
    own_births: Array
    """Relative, `(place,)`."""


def estimated(past: Past, history: History, method: Method) -> Rates:
    """Every rate, from `past` and `history` alone."""
    window = min(method.longest_window, past.years)
    level = _death_level(past, history, window, method)
    gone = _gone(history, level, history.start - window / 2.0)
    total = past.persons.sum(axis=0)
    left, came = total[:-1, -window - 1 : -1].sum(1), total[1:, -window:].sum(1)
    net = np.zeros(AGES)
    lived = left * (1.0 - gone[:-1])
    net[1:] = (came - lived) / (left + method.certain_persons)
    birth_level, own_births = _births(past, history, method)
    return Rates(
        death_level=level,
        net_national=net,
        net=_net_moves(past, method),
        birth_level=birth_level,
        own_births=own_births,
    )


def deaths(history: History, level: Array, year: float) -> Array:
    """Share of each sex and age that dies in a year around `year`, `(2, 106)`."""
    rate = history.death_rate * level
    rate = rate * (1.0 - history.death_decline) ** (year - history.death_year)
    # those aged x on 1 January are x to x + 1 before the year is out
    through = (rate + np.concatenate([rate[:, 1:], rate[:, -1:]], axis=1)) / 2.0
    return np.asarray(through / (1.0 + through / 2.0))


def _gone(history: History, level: Array, year: float) -> Array:
    women, men = deaths(history, level, year)
    return np.asarray(history.women_share * women + (1.0 - history.women_share) * men)


def _death_level(past: Past, history: History, window: int, method: Method) -> Array:
    """Cohorts that shrank more or less than the UN table says, over 60, smoothed over ages."""
    expected = _gone(history, np.ones(AGES), history.start - window / 2.0)
    total = past.persons.sum(axis=0)
    ages = np.arange(OLD_FROM, OLDEST_SEEN + 1)
    left = total[ages, -window - 1 : -1].sum(axis=1)
    shrank = left - total[ages + 1, -window:].sum(axis=1)
    died = left * expected[ages]
    ratio = (shrank + method.certain_deaths) / (died + method.certain_deaths)
    level = np.ones(AGES)
    padded = np.pad(ratio, SMOOTH // 2, mode="edge")
    level[ages] = np.convolve(padded, np.full(SMOOTH, 1.0 / SMOOTH), "valid")
    level[OLDEST_SEEN + 1 :] = level[OLDEST_SEEN]
    return np.maximum(0.0, level)


def _net_moves(past: Past, method: Method) -> Drawn:
    """How each place's cohorts changed against the country's in the same year."""
    years = min(method.longest_window, past.years)
    total = past.persons.sum(axis=0)
    change = np.zeros((len(past.persons), len(GROUPS) - 1, years))
    persons = np.zeros_like(change)
    for year in range(years):
        now, later = past.persons[:, :-1, year - years - 1], past.persons[:, 1:, year - years]
        usual = total[1:, year - years] / np.maximum(total[:-1, year - years - 1], 1.0)
        starts = np.array(GROUPS[:-1]) - 1
        change[:, :, year] = np.add.reduceat(later - now * usual, starts, axis=1)
        persons[:, :, year] = np.add.reduceat(now, starts, axis=1)

    def observed(some: slice) -> Observed:
        lived = persons[:, :, some].sum(axis=2)
        return Observed(change[:, :, some].sum(axis=2) / np.maximum(lived, 1.0), lived)

    half = years // 2
    return drawn_in(
        (observed(slice(0, half)), observed(slice(half, years))),
        observed(slice(0, years)),
        _likeness(past),
        past.region,
        USUAL_SPREAD,
        USUAL_CHANCE,
        method.certain_places,
    )


def _likeness(past: Past) -> Array:
    """What makes places alike: their size at the start. `(place, feature)`."""
    size = np.log(past.persons[:, :, -1].sum(axis=1))
    size = size - size.mean()
    return np.stack([np.ones_like(size), size, size**2], axis=1)


def _births(past: Past, history: History, method: Method) -> tuple[float, Array]:
    """The national level of the last year, and each place's own level against it."""
    years = min(method.longest_window, past.years)
    share = 1.0 / (1.0 + BOYS_PER_GIRL)
    women = past.persons[:, :, -years - 1 : -1] * history.women_share[:, None]
    expected = (women * history.births_share[:, None]).sum(axis=1)
    born = past.persons[:, 0, -years:]
    level = born.sum(axis=0) / np.maximum(expected.sum(axis=0), share)
    usual = (expected * level).sum(axis=1)
    certain = 1.0 / BIRTH_SPREAD**2
    own = (born.sum(axis=1) + certain) / (usual + certain)
    return float(level[-1]), own
