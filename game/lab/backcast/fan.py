"""How sure the projection is: many futures, as far apart as the method's own past errors.

Three kinds of luck: the game's yearly luck of single flows, a slow wave of each place in how many
move in, and one of the country. A place's wave is made so high that the same method, started
inside the years of the file before the start, would have been off by as much as it was. The
country's is as high as net immigration has varied.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from game.lab.backcast.history import history_before
from game.lab.backcast.method import Method
from game.lab.backcast.project import Projection, projected, run
from game.lab.backcast.rates import FEWEST_YEARS, Past
from game.model.draws import NORMALS, year_luck
from game.model.lanes import Array
from game.model.parameter_set import People

SEED, WAVE_SEED, COUNTRY_SEED = 7, 8, 9
DRAWS = 200
LOWEST, HIGHEST = 0.1, 0.9
MEAN_LOG_OF_NORMAL = -0.6352
"""Mean of log |z| for a normal z: turns a mean of logs into a spread."""
USUAL_ERROR, USUAL_SLOPE = 0.25, -0.33
"""Relative error after two years at one inhabitant, and how it falls with the log of size; where a
file has too few places or years to show it. SSB table 07459, 2005-2010."""
USUAL_YEARS = 2
FLOWS = tuple(NORMALS.index(name) for name in ("births", "deaths", "in_moves", "out_moves"))


@dataclass(frozen=True)
class Fan:
    """Lowest and highest tenth of the futures, total population, `(year, place)`."""

    low: Array
    high: Array

    def of(self, places: NDArray[np.bool_]) -> Fan:
        """The fan of some of the places."""
        return Fan(self.low[:, places], self.high[:, places])


def fan(past: Past, projection: Projection, method: Method, draws: int = DRAWS) -> Fan:
    """The spread of the total, by place. Lanes are places; each draw is a run of its own."""
    p = projection.people
    places, years = past.persons.shape[0], len(p.keep_rate)
    height = wave_height(past, projection, method)
    common = _country_height(past, p, method)
    totals = np.empty((draws, years + 1, places))
    for draw in range(draws):
        luck = np.stack(
            [
                year_luck(SEED, past.start + year, places, draw * places)[list(FLOWS), 0]
                for year in range(years)
            ]
        )
        waves = height * _waves(WAVE_SEED, past.start, years, places, draw, method)
        waves += common * _waves(COUNTRY_SEED, past.start, years, 1, draw, method)
        moved = tuple(
            came * np.maximum(0.0, 1.0 + wave) for came, wave in zip(p.in_moves, waves, strict=True)
        )
        totals[draw] = run(projection.start, replace(p, in_moves=moved), luck).sum(axis=1)
    low, high = np.quantile(totals, [LOWEST, HIGHEST], axis=0)
    return Fan(low, high)


def wave_height(past: Past, projection: Projection, method: Method) -> Array:
    """Relative spread of in-moves in a year, `(place,)`."""
    size = past.persons[:, :, -1].sum(axis=1)
    error, years = _past_error(past, method)
    p = projection.people
    came = p.in_moves[0].sum(axis=(0, 1)) / size
    # births, deaths, out-moves and in-moves each wobble by their square root
    flows = 2.0 * came + 1.0 / p.death_wobble[0, 0] ** 2 / size
    by_luck = years * flows / size
    by_wave = np.sqrt(np.maximum(0.0, error**2 - by_luck))
    steps = np.arange(years)
    joined = (method.wave_memory ** np.abs(steps[:, None] - steps)).sum()
    return np.asarray(by_wave / (came * np.sqrt(joined)))


def _past_error(past: Past, method: Method) -> tuple[Array, int]:
    """Relative error by place of the method started earlier, smoothed over size, and its years."""
    size = np.log(past.persons[:, :, -1].sum(axis=1))
    usual = np.exp(np.log(USUAL_ERROR) + USUAL_SLOPE * size)
    ahead = past.years // 2
    if past.years - ahead < FEWEST_YEARS or ahead < 1 or len(size) < method.certain_places:
        return usual, USUAL_YEARS
    earlier = Past(past.persons[:, :, : past.years - ahead + 1], past.start - ahead, past.region)
    history = history_before(earlier.start, method)
    total = projected(earlier, history, method, ahead).persons[-1].sum(axis=0)
    outcome = past.persons[:, :, -1].sum(axis=1)
    off = np.log(np.maximum(np.abs(total / outcome / (total.sum() / outcome.sum()) - 1.0), 1e-6))
    slope, level = np.polyfit(size, off, 1)
    return np.exp(level + slope * size - MEAN_LOG_OF_NORMAL), ahead


def _country_height(past: Past, p: People, method: Method) -> float:
    """Relative to all in-moves of the file, whose share of the country's immigration is its own."""
    history = history_before(past.start, method)
    share = past.persons[:, :, -1].sum() / history.population
    return float(history.immigration.std() * share / p.in_moves[0].sum())


def _waves(seed: int, start: int, years: int, places: int, draw: int, method: Method) -> Array:
    """Numbers with mean 0 and spread 1 that change slowly from year to year, `(year, place)`."""
    memory = method.wave_memory
    fresh = np.sqrt(1.0 - memory**2)
    waves: list[Array] = []
    for year in range(years):
        z = year_luck(seed, start + year, places, draw * places)[0, 0]
        waves.append(memory * waves[-1] + fresh * z if waves else z)
    return np.stack(waves)


def covered(outcome: Array, fanned: Fan) -> float:
    """Share of places whose outcome lies inside the fan in its last year."""
    return float(((outcome >= fanned.low[-1]) & (outcome <= fanned.high[-1])).mean())
