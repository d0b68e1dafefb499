"""The projection: the game's own demography, one lane a municipality, from the start on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.lab.backcast.history import BOYS_PER_GIRL, History
from game.lab.backcast.method import Method
from game.lab.backcast.rates import GROUPS, Past, Rates, deaths, estimated
from game.model.axes import AGES, CHILDBEARING_FROM, CHILDBEARING_TO, OLD_FROM, SEXES
from game.model.lanes import Array
from game.model.parameter_set import People
from game.model.people import Moves, a_year_later, births

MOTHERS = slice(CHILDBEARING_FROM, CHILDBEARING_TO)
USUAL_IMMIGRATION = np.array([1.5, 0.85, 0.85, 1.1, 1.6, 3.0, 3.2, 1.9, 0.95, 0.35, 0, 0, 0])
"""By `GROUPS`, against all ages; 0,7 to 1,4 times. Statistics Norway's table 10211, 1995-2010."""
MOVERS = OLD_FROM - 1
"""Ages below this move; above it what is special to a place is counted with its deaths."""


@dataclass(frozen=True)
class Outlook:
    """The country year by year from the start, which every municipality takes part in."""

    deaths: tuple[Array, ...]
    """`(2, 106)` a year."""
    birth_level: tuple[float, ...]
    pool: tuple[Array, ...]
    """Residents of each age against the start, `(106,)` a year: who there is to move in."""
    fewer_came: tuple[Array, ...]
    """Net immigration by age against the years seen, persons in all places of the file."""


def outlook(past: Past, history: History, rates: Rates, method: Method, years: int) -> Outlook:
    """The country from the start and `years` on."""
    window = min(method.longest_window, past.years)
    died = tuple(
        deaths(history, rates.death_level, history.start + year + 0.5) for year in range(years)
    )
    level = _birth_levels(history, rates, method, years)
    fewer = _immigration(past, history, method, window, years)
    total = past.persons[:, :, -1].sum(axis=0)
    net_rate = _country_net(history, rates, window, total)
    women = np.stack([history.women_share * total, (1.0 - history.women_share) * total])
    girls = 1.0 / (1.0 + BOYS_PER_GIRL)
    residents, pool = women, []
    for year in range(years):
        pool.append(residents.sum(axis=0) / np.maximum(total, 1.0))
        born = (residents[0] * history.births_share).sum() * level[year]
        later = np.zeros_like(residents)
        net = residents[:, :-1] * net_rate[:-1] + fewer[year][:-1] / len(SEXES)
        later[:, 1:] = residents[:, :-1] * (1.0 - died[year][:, :-1]) + net
        later[:, 0] = born * girls, born * (1.0 - girls)
        residents = np.maximum(0.0, later)
    return Outlook(died, level, tuple(pool), fewer)


def _birth_levels(history: History, rates: Rates, method: Method, years: int) -> tuple[float, ...]:
    """Falls towards the long-run mean where it lies over it; no rise is expected where under."""
    mean = rates.birth_level * history.fertility.mean() / history.fertility[-1]
    rest = min(mean, rates.birth_level)
    left = method.fertility_memory ** (np.arange(years) + 1.0)
    return tuple((rest + (rates.birth_level - rest) * left).tolist())


def _immigration(
    past: Past, history: History, method: Method, window: int, years: int
) -> tuple[Array, ...]:
    """Net immigration goes back towards its mean since 1990, by the ages that come the most."""
    total = past.persons[:, :, -1].sum(axis=0)
    seen, mean = history.immigration[-window:].mean(), history.immigration.mean()
    came = _immigrants_by_age() * total
    share = came / max(came.sum(), 1.0) * min(1.0, total.sum() / history.population)
    left = method.immigration_memory ** (np.arange(years) + (window + 1) / 2.0)
    return tuple(share * (mean - seen) * (1.0 - each) for each in left)


@dataclass(frozen=True)
class Projection:
    """What the start was taken to be, what moved it, and what came of it."""

    start: Array
    """`(2, 106, place)`."""
    people: People
    persons: Array
    """Both sexes, `(year, 106, place)`, the start first."""


def projected(past: Past, history: History, method: Method, years: int) -> Projection:
    """Every municipality `years` on from the start, from `past` and `history` alone."""
    rates = estimated(past, history, method)
    ahead = outlook(past, history, rates, method, years)
    start, people = people_of(past, history, rates, ahead, method)
    return Projection(start, people, run(start, people))


def _country_net(history: History, rates: Rates, window: int, total: Array) -> Array:
    """Net moves of the country by age on 1 January, `(106,)`.

    They are the file's own as far as the file is the country; the rest of it has its share of
    immigration. A file of few places must not take its own moves for the country's.
    """
    share = min(1.0, float(total.sum()) / history.population)
    immigration = history.immigration[-window:].mean() / history.population
    own = np.append(rates.net_national[1:], 0.0)
    return np.asarray(share * own + (1.0 - share) * immigration * _immigrants_by_age())


def _immigrants_by_age() -> Array:
    """Immigration a resident against that of all ages, by age on 1 January, `(106,)`."""
    return _by_age(USUAL_IMMIGRATION[None])[:, 0]


def people_of(
    past: Past, history: History, rates: Rates, ahead: Outlook, method: Method
) -> tuple[Array, People]:
    """The population at the start, `(2, 106, place)`, and what moves it."""
    both = np.ascontiguousarray(past.persons[:, :, -1].T)
    share = np.stack([history.women_share, 1.0 - history.women_share])[:, :, None]
    out = _out_rate(rates)
    own, usual = (_by_age(table) for table in (rates.net.own, rates.net.usual))
    memory = np.full(AGES, method.local_memory)
    memory[MOVERS:] = method.old_memory
    keep, in_moves = [], []
    for year, died in enumerate(ahead.deaths):
        special = usual + (own - usual) * memory[:, None] ** year
        keep.append(_kept(died, special, out))
        came = _arriving(rates, special, out, both)
        came *= ahead.pool[year][:, None]
        among = came / np.maximum(came.sum(axis=1, keepdims=True), 1.0)
        came = np.maximum(0.0, came + among * ahead.fewer_came[year][:, None])
        in_moves.append((share * came)[:, :MOVERS])
    fertility = history.births_share[None, MOTHERS, None] * rates.own_births
    population = share * both
    return population, People(
        keep_rate=tuple(keep),
        death_probability=tuple(table[:, :, None] for table in ahead.deaths),
        fertility=tuple(fertility * level for level in ahead.birth_level),
        births_split=np.array([1.0, BOYS_PER_GIRL]).reshape(2, 1, 1) / (1.0 + BOYS_PER_GIRL),
        out_rate=out[None, :, None],
        in_moves=tuple(in_moves),
        in_wobble=_wobble(in_moves[0].sum(axis=(0, 1))),
        out_wobble=_wobble((both * out[:, None]).sum(axis=0)),
        death_wobble=_wobble((population * ahead.deaths[0][:, :, None])[:, OLD_FROM:].sum((0, 1))),
    )


def _wobble(count: Array) -> Array:
    return np.asarray(1.0 / np.sqrt(np.maximum(count, 1.0)))[None, None]


def _by_age(groups: Array) -> Array:
    """From `(place, group)` at the end of the year to `(age, place)` at its beginning."""
    sizes = np.diff(GROUPS)
    by_age = np.repeat(groups, sizes, axis=1).T
    return np.concatenate([by_age, by_age[-1:]])


def _out_rate(rates: Rates) -> Array:
    """Half of those who come and go, go."""
    out = np.repeat(rates.net.chance / 2.0, np.diff(GROUPS))
    out = np.concatenate([out, out[-1:]])
    out[MOVERS:] = 0.0
    return np.asarray(out)


def _kept(died: Array, special: Array, out: Array) -> Array:
    keep = 1.0 - died[:, :, None] - out[:, None] + np.zeros_like(special)
    keep[:, MOVERS:] += special[MOVERS:]
    return np.clip(keep, 0.0, 1.0)


def _arriving(rates: Rates, special: Array, out: Array, both: Array) -> Array:
    net = np.append(rates.net_national[1:], 0.0)[:, None] + special
    came = np.maximum(0.0, net + out[:, None]) * both
    came[MOVERS:] = 0.0
    return came


def run(population: Array, p: People, luck: Array | None = None) -> Array:
    """Every year from the start, both sexes, `(year, 106, lane)`; `luck` `(year, 4, lane)`."""
    seen = [population.sum(axis=0)]
    lanes = population.shape[2]
    calm = np.zeros((1, 1, lanes))
    for index in range(len(p.keep_rate)):
        chance = calm if luck is None else luck[index][:, None, None]
        drawn = [calm] * 4 if luck is None else list(chance)
        newborn = births(population, p.fertility[index], drawn[0]) * p.births_split
        moves = Moves(
            attraction=np.maximum(0.0, 1.0 + p.in_wobble * drawn[2]),
            out_shift=np.clip(p.out_wobble * drawn[3], -1.0, 1.0),
            death_shift=np.clip(p.death_wobble * drawn[1], -1.0, 1.0),
        )
        later = np.empty_like(population)
        a_year_later(population, p, index, moves, newborn, later)
        population = later
        seen.append(population.sum(axis=0))
    return np.stack(seen)
