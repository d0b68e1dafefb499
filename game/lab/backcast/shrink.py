"""What is special to a place, told apart from chance.

A place's own rate is drawn towards what is usual for places like it, the more the fewer people it
rests on. How much is worked out from the years before the start: what repeats itself from the
first half of them to the second is special, what does not is chance.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.model.lanes import Array

LEAST_VARIANCE = 1e-8


@dataclass(frozen=True)
class Observed:
    """A rate by place and age group, `(place, group)`, and the person-years it rests on."""

    rate: Array
    persons: Array


@dataclass(frozen=True)
class Drawn:
    """Rates drawn towards the usual, and the usual itself; both `(place, group)`."""

    own: Array
    usual: Array
    chance: Array
    """Variance of a rate for one person-year, by group: as many as come and go."""


def drawn_in(
    halves: tuple[Observed, Observed],
    whole: Observed,
    likeness: Array,
    region: NDArray[np.intp],
    usual_spread: Array,
    usual_chance: Array,
    certain_places: float,
) -> Drawn:
    """Rates of `whole` drawn towards what `likeness` says is usual.

    What is usual is that of places alike and of the region. `likeness` is `(place, feature)`,
    `region` the row of the region each place lies in; `usual_spread` and
    `usual_chance` are what is supposed when there are few places to see them in, one a group.
    """
    weight = np.sqrt(whole.persons.sum(axis=1))
    usual = _fitted(likeness, whole.rate, weight)
    seen = [
        Observed(part.rate - _fitted(likeness, part.rate, weight), part.persons)
        for part in (*halves, whole)
    ]
    regional = _drawn(
        [_gathered(part, region) for part in seen], usual_spread / 2.0, usual_chance, certain_places
    )
    usual = usual + regional.rate[region]
    seen = [Observed(part.rate - regional.rate[region], part.persons) for part in seen]
    own = _drawn(seen, usual_spread, usual_chance, certain_places)
    return Drawn(usual + own.rate, usual, own.chance)


@dataclass(frozen=True)
class _Estimate:
    rate: Array
    chance: Array


def _gathered(part: Observed, region: NDArray[np.intp]) -> Observed:
    """Places summed to regions."""
    persons = np.zeros((region.max() + 1, part.persons.shape[1]))
    moved = np.zeros_like(persons)
    np.add.at(persons, region, part.persons)
    np.add.at(moved, region, part.rate * part.persons)
    return Observed(moved / np.maximum(persons, 1.0), persons)


def _drawn(
    seen: list[Observed], usual_spread: Array, usual_chance: Array, certain_places: float
) -> _Estimate:
    first, second, whole = seen
    weight = np.sqrt(whole.persons.sum(axis=1))
    places = len(weight)
    share = places / (places + certain_places) if places > 1 else 0.0
    special = share * _special(first.rate, second.rate, weight)
    special += (1.0 - share) * np.diag(usual_spread**2)
    chance = (1.0 - share) * usual_chance
    if share:
        chance = chance + share * _chance(first, second, weight)
    noise = chance / np.maximum(whole.persons, 1.0)
    rate = np.empty_like(whole.rate)
    for place in range(places):
        gain = np.linalg.solve(special + np.diag(noise[place]), special).T
        rate[place] = gain @ whole.rate[place]
    return _Estimate(rate, chance)


def _fitted(likeness: Array, rate: Array, weight: Array) -> Array:
    weighted = likeness * weight[:, None]
    # a little is added so that fewer places than features do not stop it
    square = weighted.T @ likeness + np.eye(likeness.shape[1]) * LEAST_VARIANCE * weight.sum()
    return np.asarray(likeness @ np.linalg.solve(square, weighted.T @ rate))


def _special(first: Array, second: Array, weight: Array) -> Array:
    """Covariance between groups of what repeats itself, `(group, group)`."""
    seen = (first * weight[:, None]).T @ second / weight.sum()
    values, vectors = np.linalg.eigh((seen + seen.T) / 2.0)
    return np.asarray((vectors * np.maximum(values, LEAST_VARIANCE)) @ vectors.T)


def _chance(first: Observed, second: Observed, weight: Array) -> Array:
    """Variance of a rate for one person-year, by group, from how far apart the halves are."""
    each = 1.0 / np.maximum(first.persons, 1.0) + 1.0 / np.maximum(second.persons, 1.0)
    apart = (first.rate - second.rate) ** 2
    return np.asarray((weight[:, None] * apart).sum(0) / (weight[:, None] * each).sum(0))
