"""The luck of a game replayed in lanes: the game's own in every lane, or a new one in each.

Both are drawn by address, so a lane has the same luck whatever lanes lie beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

import numpy as np

from game.content.scenario import Measure
from game.engine.decisions import (
    STRENGTH_SLOT,
    TRIAL_YEAR,
    strength_from,
    trial_slot,
    trial_strength,
)
from game.engine.later import CONDITION_SLOT
from game.model.draws import DROPPED_BITS, TO_FRACTION, chance, stream_of, words, year_luck
from game.model.lanes import Array
from game.model.parameter_set import National

InLanes = float | Array
"""One number for all lanes, or one for each, shape (lane,)."""

KEPT_DRAWS = 128
"""Draws of a look ahead that are remembered: the same are used while a control is dragged."""


class Luck(Protocol):
    """Where a replay gets its luck."""

    def of_year(self, year: int) -> Array:
        """The normals of a year, `(NORMALS, 1, lane)`, with one lane when all share it."""

    def condition(self, year: int, name: str) -> InLanes:
        """The fraction that the `chance` of a condition is tried against."""

    def strength(self, measure: Measure, year: int, n: National) -> InLanes:
        """How strong a measure decided in `year` turns out, around 1."""

    def trial(self, card: str, n: National, redrawn: bool) -> InLanes:
        """How strong a trial that is put to use turns out; nothing for some."""


@dataclass(frozen=True)
class OwnLuck:
    """The luck the game had. `on` is `(NORMALS, 1, lane)`: 0 where a kind of luck is left out."""

    seed: int
    on: Array | None = None

    def of_year(self, year: int) -> Array:
        """The game's own draws, in every lane that has them."""
        own = year_luck(self.seed, year, 1)[:, :, :1]
        return own if self.on is None else own * self.on

    def condition(self, year: int, name: str) -> InLanes:
        """The game's own draw."""
        return chance(self.seed, year, name, CONDITION_SLOT)

    def strength(self, measure: Measure, year: int, n: National) -> InLanes:
        """The true effect in this game."""
        return strength_from(measure, n, chance(self.seed, year, measure.id, STRENGTH_SLOT))

    def trial(self, card: str, n: National, redrawn: bool) -> InLanes:
        """The true effect in this game."""
        return trial_strength(n, chance(self.seed, TRIAL_YEAR, card, trial_slot(redrawn)))


@dataclass(frozen=True)
class ManyFutures:
    """Luck not yet drawn: future `i` is lane `i` of the seed, the same in each of the arms.

    `arms` is how many times the futures lie after one another. `luck_on` `(NORMALS, 1, lane)` and
    `strength_on` (lane,) are 0 where something stands at its middle instead of being drawn.
    `more` is what a year has besides what is drawn, `(NORMALS, 1, lane)`.
    """

    seed: int
    futures: int
    arms: int = 1
    luck_on: Array | None = None
    strength_on: Array | None = None
    more: Mapping[int, Array] = field(default_factory=dict)

    def of_year(self, year: int) -> Array:
        """A year's normals, each future its own."""
        drawn = np.tile(_luck_ahead(self.seed, year, self.futures), (1, 1, self.arms))
        if self.luck_on is not None:
            drawn = drawn * self.luck_on
        return drawn + self.more[year] if year in self.more else drawn

    def condition(self, year: int, name: str) -> InLanes:
        """A fraction in [0, 1) for each future."""
        return self.fractions(year, name, CONDITION_SLOT)

    def strength(self, measure: Measure, year: int, n: National) -> InLanes:
        """The effect as it may turn out: nobody knows it yet, also for what is decided before."""
        found = strength_from(measure, n, self.fractions(year, measure.id, STRENGTH_SLOT))
        return self._middle_where_still(found)

    def trial(self, card: str, n: National, redrawn: bool) -> InLanes:
        """The trial as it may turn out: whoever has measured it knows, but no future is told."""
        found = trial_strength(n, self.fractions(TRIAL_YEAR, card, trial_slot(redrawn)))
        return self._middle_where_still(found)

    def _middle_where_still(self, found: Array) -> Array:
        return found if self.strength_on is None else 1.0 + (found - 1.0) * self.strength_on

    def fractions(self, year: int, name: str, slot: int) -> Array:
        """Fractions in [0, 1) at a named address, one a lane, shape (lane,)."""
        return np.tile(_fractions_ahead(self.seed, year, self.futures, name, slot), self.arms)


@lru_cache(maxsize=KEPT_DRAWS)
def _luck_ahead(seed: int, year: int, futures: int) -> Array:
    return _sealed(year_luck(seed, year, futures))


@lru_cache(maxsize=KEPT_DRAWS)
def _fractions_ahead(seed: int, year: int, futures: int, name: str, slot: int) -> Array:
    drawn = words(seed, year, 0, futures, stream_of(name))[:, slot]
    return _sealed(np.asarray((drawn >> DROPPED_BITS) * TO_FRACTION, dtype=np.float64))


def _sealed(drawn: Array) -> Array:
    drawn.flags.writeable = False
    return drawn
