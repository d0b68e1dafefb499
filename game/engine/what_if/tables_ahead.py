"""What may become of the tables that are made ready before a year: moves, incomes, care, people.

A year reads these numbers from tables that were worked out when the game began, so their doubt is
told as other tables, one for each future. The year that is now stays as it is; what nobody knows
begins after it. A place has also its own slow wave of moves: small places are seldom where they
were thought to be ten years on, and no yearly luck explains it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from game.content.parameter_files import records
from game.engine.game_state import GameState
from game.engine.what_if.doubt import DOUBTFUL, Doubt, doubt_of, fractions_once
from game.model.axes import OLD_FROM
from game.model.draws import (
    DROPPED_BITS,
    MEAN_OF_FOUR,
    NORMALS,
    SPREAD_OF_FOUR,
    TO_FRACTION,
    stream_of,
    words,
)
from game.model.lanes import Array
from game.model.parameter_set import Economy, National, Parameters
from game.model.start_work import CARE, OLD_GROUPS

MOVES = "moves"
INCOMES, CARE_USE, FREE_HANDS, LIFESPANS = "incomes", "care_use", "free_hands", "lifespans"
RECORDS = {
    INCOMES: "real_growth_rate",
    CARE_USE: "care_use_decline_rate",
    FREE_HANDS: "supply_by_national_need",
    LIFESPANS: "death_rate_decline_by_age",
}
"""The number that each of these is about."""
SOURCES = (MOVES, *RECORDS)
MIDDLE_SIZE = 10_000
"""Inhabitants where the record of the wave says how high it is."""
WAVES = ("in_moves", "out_moves")
OLD = slice(OLD_FROM, None)
Factors = Mapping[str, Array]
"""From a source to how many times its number is what it is thought to be, shape (lane,)."""


@dataclass(frozen=True)
class Ahead:
    """The doubt in each future: `factors` of numbers, and `waves` `(year, in and out, future)`."""

    factors: Factors
    waves: Array

    def in_arms(self, stills: Sequence[str]) -> Ahead:
        """The futures once for each arm, with one source (or none) as it is thought to be in it."""
        arms, futures = len(stills), self.waves.shape[-1]
        factors = {source: np.tile(factor, arms) for source, factor in self.factors.items()}
        waves = np.tile(self.waves, arms)
        for number, still in enumerate(stills):
            here = slice(number * futures, (number + 1) * futures)
            if still == MOVES:
                waves[..., here] = 0.0
            if still in factors:
                factors[still][here] = 1.0
        return Ahead(factors, waves)


# --- the draws -----------------------------------------------------------------------------------


def drawn_ahead(
    doubts: Sequence[Doubt], start: GameState, years: int, seed: int, futures: int
) -> Ahead:
    """What each future has, drawn by address: the same among few futures and among many.

    `doubts` are those of `table_doubts`.
    """
    n = start.parameters.n
    factors = {
        doubt.group: half_below(
            fractions_once(doubt.record, seed, futures), doubt.lowest, doubt.highest
        )
        for doubt in doubts
    }
    size = float(start.municipality.population[:, :, 0].sum())
    height = wave_height(n, size)
    memory = float(n.moves_wave_memory[0, 0, 0])
    waves = np.stack([_wave(name, seed, start.year, years, futures, memory) for name in WAVES], 1)
    return Ahead(factors, height * waves)


def table_doubts(n: National) -> tuple[Doubt, ...]:
    """The numbers behind the tables that are in doubt, by what they are about."""
    source_of = {record: source for source, record in RECORDS.items()}
    found = [
        doubt_of(record, n)
        for record in records()
        if record.id in source_of and record.status in DOUBTFUL
    ]
    return tuple(replace(doubt, group=source_of[doubt.record]) for doubt in found if doubt)


def wave_height(n: National, inhabitants: float) -> float:
    """One standard deviation of the wave in a place of this size, relative."""
    spread, by_size = (float(x[0, 0, 0]) for x in (n.moves_wave_spread, n.moves_wave_by_size))
    return spread * (max(inhabitants, 1.0) / MIDDLE_SIZE) ** by_size


def half_below(fractions: Array, lowest: float, highest: float) -> Array:
    """Factors between two ends, as often under 1 as over, and most often near it.

    The game itself goes by 1, so the middle future must too, however skewed the range is.
    """
    below = lowest + (1.0 - lowest) * np.sqrt(2.0 * np.minimum(fractions, 0.5))
    above = highest - (highest - 1.0) * np.sqrt(2.0 * (1.0 - np.maximum(fractions, 0.5)))
    return np.where(fractions < 0.5, below, above)


def _wave(name: str, seed: int, first: int, years: int, futures: int, memory: float) -> Array:
    """Numbers with mean 0 and spread 1 that change slowly, `(year, future)`."""
    fresh = np.sqrt(1.0 - memory**2)
    waves: list[Array] = []
    for year in range(first, first + years):
        drawn = _normals(f"wave:{name}", seed, year, futures)
        waves.append(memory * waves[-1] + fresh * drawn if waves else drawn)
    return np.stack(waves) if waves else np.zeros((0, futures))


@lru_cache(maxsize=64)
def _normals(name: str, seed: int, year: int, futures: int) -> Array:
    raw = words(seed, year, 0, futures, stream_of(name))[:, :4]
    four = np.asarray((raw >> DROPPED_BITS) * TO_FRACTION, dtype=np.float64).sum(axis=1)
    return np.asarray((four - MEAN_OF_FOUR) / SPREAD_OF_FOUR)


# --- the tables ----------------------------------------------------------------------------------


def with_tables(p: Parameters, index: int, factors: Factors) -> Parameters:
    """The parameters with a table for each lane in the years after year number `index`."""
    economy, work = p.economy, p.work
    if INCOMES in factors:
        shift = _off(p.n.real_growth_rate, factors[INCOMES])
        economy = replace(economy, growth_level=_grown(economy.growth_level, index, shift))
    if CARE_USE in factors:
        shift = _off(p.n.care_use_decline_rate, factors[CARE_USE])
        work = replace(work, need_rate=_used(work.need_rate, index, shift[0, 0]))
    if FREE_HANDS in factors:
        shift = _off(p.n.supply_by_national_need, factors[FREE_HANDS])
        levels = _supplied(work.supply_level, economy, index, shift)
        work = replace(work, supply_level=levels)
    return replace(p, economy=economy, work=work)


def _off(number: Array, factor: Array) -> Array:
    """How far off a number is, `(1, 1, lane)`."""
    return number * (factor - 1.0)


def _grown(levels: tuple[Array, ...], index: int, shift: Array) -> tuple[Array, ...]:
    grown = list(levels[: index + 1])
    for before, level in zip(levels[index:], levels[index + 1 :], strict=False):
        grown.append(grown[-1] * (level / before + shift))
    return tuple(grown)


def _used(tables: tuple[Array, ...], index: int, shift: Array) -> tuple[Array, ...]:
    """The hours an old person uses, when the yearly fall is another by `shift`, shape (lane,)."""
    used = list(tables[: index + 1])
    left = np.ones_like(shift)
    for before, table in zip(tables[index:], tables[index + 1 :], strict=False):
        kept = float(table[CARE, OLD_GROUPS].sum() / before[CARE, OLD_GROUPS].sum())
        # use may stop falling, but nobody foresees that it rises
        left = left * np.minimum(1.0, kept - shift) / kept
        wide = np.repeat(table, len(shift), axis=2)
        wide[CARE, OLD_GROUPS] *= left
        used.append(wide)
    return tuple(used)


def _supplied(
    levels: tuple[Array, ...], economy: Economy, index: int, shift: Array
) -> tuple[Array, ...]:
    pairs = zip(economy.national_need_level, economy.national_working_age_level, strict=True)
    outgrown = [needed / people for needed, people in pairs]
    ahead = [
        np.maximum(0.0, level - shift * (now - outgrown[index]))
        for level, now in zip(levels[index + 1 :], outgrown[index + 1 :], strict=True)
    ]
    return (*levels[: index + 1], *ahead)


def luck_ahead(p: Parameters, start: GameState, ahead: Ahead) -> dict[int, Array]:
    """What the waves and the death rates add to the luck of each year, `(NORMALS, 1, lane)`.

    Luck already moves these rates, so a wave is told as so much more of it.
    """
    deaths = start.municipality.population[:, OLD, :1] * p.people.death_probability[0][:, OLD]
    decline = p.n.death_rate_decline_by_age[:, OLD]
    fall = float((deaths * decline).sum() / deaths.sum())
    factor = ahead.factors.get(LIFESPANS, np.ones(ahead.waves.shape[-1]))
    a_year = (1.0 - fall * factor) / (1.0 - fall)
    level = np.ones_like(a_year)
    found = {}
    for number, (in_wave, out_wave) in enumerate(ahead.waves):
        more = np.zeros((len(NORMALS), 1, len(in_wave)))
        more[NORMALS.index("in_moves")] = in_wave / p.people.in_wobble[0]
        more[NORMALS.index("out_moves")] = out_wave / p.people.out_wobble[0]
        more[NORMALS.index("deaths")] = (level - 1.0) / p.people.death_wobble[0]
        found[start.year + number] = more
        level = level * a_year
    return found
