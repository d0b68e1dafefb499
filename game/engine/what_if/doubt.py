"""What nobody knows for sure: which numbers of the model are in doubt, and how far they may be off.

No list is kept by hand. A record is in doubt when its status says so, a year reads it, and moving
it within its range leaves the opening year as the scenario tells it: then it says how strongly
something acts, and not how much of it there is. Numbers that are only read before the first year,
when its tables are made ready, are in `tables_ahead`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

import numpy as np

from game.content.parameter_files import Record, records
from game.engine.game_state import GameState
from game.engine.resources import chosen_names
from game.engine.standing import number_of
from game.model.draws import DROPPED_BITS, TO_FRACTION, no_luck, stream_of, words
from game.model.lanes import LEAST_LANES, Array, Levers
from game.model.parameter_set import National, Parameters
from game.model.step import step

DOUBTFUL = ("assumed", "estimated")
NEVER = 0
"""The year of draws that are made once a game."""
DOUBT_SLOT = 0
STAFF = "workforce"
"""The file of the numbers that an analysis tells more about."""
ANALYSES = ("competence_map", "competence_map.needs")
SAME = 1e-9
"""Rounding is not a change."""


@dataclass(frozen=True)
class Doubt:
    """A record that may be off: times `lowest` to times `highest`, most likely as it is."""

    record: str
    group: str
    """The file it is in: what it is about."""
    lowest: float
    highest: float


def doubts_at(opening: GameState) -> tuple[Doubt, ...]:
    """The records in doubt in a game, found at its opening, in file order."""
    read = _read_in_a_year(opening)
    found = [
        doubt
        for record in records()
        if record.id in read and record.status in DOUBTFUL
        if (doubt := doubt_of(record, opening.parameters.n)) is not None
    ]
    return tuple(doubt for doubt, safe in zip(found, _safe(opening, found), strict=True) if safe)


class _Watched:
    """The national numbers, with a note of which are asked for."""

    def __init__(self, n: National) -> None:
        self._n, self.asked = n, set[str]()

    def __getattr__(self, name: str) -> Any:
        self.asked.add(name)
        return getattr(self._n, name)


def _read_in_a_year(opening: GameState) -> set[str]:
    watched = _Watched(opening.parameters.n)
    p = replace(opening.parameters, n=cast(National, watched))
    lanes = opening.municipality.lanes
    step(opening.municipality, Levers(lanes), no_luck(lanes), p, 0)
    return watched.asked


def doubt_of(record: Record, n: National) -> Doubt | None:
    """The range as factors; None where a table is given no factor, or there is no range at all."""
    text, times, _ = str(record.body["range"]).partition(" times")
    lowest, highest = (
        float(part.replace(" ", "").replace(",", ".")) for part in text.split(" to ")
    )
    value: Array = getattr(n, record.id)
    if not times:
        if value.size != 1 or value[0, 0, 0] == 0.0:
            return None
        lowest, highest = (end / float(value[0, 0, 0]) for end in (lowest, highest))
    if not lowest <= 1.0 <= highest or lowest == highest:
        return None
    return Doubt(record.id, record.file.removesuffix(".yaml"), lowest, highest)


def _safe(opening: GameState, doubts: Sequence[Doubt]) -> list[bool]:
    """Whether the year at rest is the same at both ends of each range: two lanes a record."""
    lanes = LEAST_LANES * (len(doubts) + 1)
    factors = np.ones((len(doubts), lanes))
    for row, doubt in enumerate(doubts):
        factors[row, 2 * row : 2 * row + 2] = (doubt.lowest, doubt.highest)
    p = _scaled(opening.parameters, [doubt.record for doubt in doubts], factors)
    start = opening.municipality.repeated(lanes)
    after, _ = step(start, Levers(lanes), no_luck(lanes), p, 0)
    stocks = after.flat.reshape(-1, lanes)
    size = np.maximum(1.0, np.abs(stocks[:, -1:]))
    moved = np.max(np.abs(stocks - stocks[:, -1:]) / size, axis=0)
    return [bool(moved[2 * row : 2 * row + 2].max() <= SAME) for row in range(len(doubts))]


def _scaled(p: Parameters, names: Iterable[str], factors: Array) -> Parameters:
    changed = {
        name: getattr(p.n, name) * factors[row : row + 1, None, :] for row, name in enumerate(names)
    }
    return replace(p, n=replace(p.n, **changed))


# --- the draws -----------------------------------------------------------------------------------


def triangular(fractions: Array, lowest: float, highest: float) -> Array:
    """Factors between two ends with the peak at 1, from fractions in [0, 1)."""
    below = (1.0 - lowest) / (highest - lowest)
    rising = lowest + np.sqrt(fractions * (highest - lowest) * (1.0 - lowest))
    falling = highest - np.sqrt((1.0 - fractions) * (highest - lowest) * (highest - 1.0))
    return np.where(fractions < below, rising, falling)


def drawn_factors(doubts: Sequence[Doubt], seed: int, futures: int) -> Array:
    """How far off each record is in each future, `(record, future)`."""
    drawn = np.ones((len(doubts), futures))
    for row, doubt in enumerate(doubts):
        fractions = fractions_once(doubt.record, seed, futures)
        drawn[row] = triangular(fractions, doubt.lowest, doubt.highest)
    return drawn


def left_after_analysis(state: GameState) -> float:
    """How much of the doubt about the staff is left: less for each analysis of them."""
    known = chosen_names(state)
    share = number_of(state.parameters.n.analysed_doubt_share)
    return float(share ** sum(analysis in known for analysis in ANALYSES))


def fractions_once(record: str, seed: int, futures: int) -> Array:
    """A fraction in [0, 1) for a record, drawn once for each future."""
    raw = words(seed, NEVER, 0, futures, stream_of(f"doubt:{record}"))[:, DOUBT_SLOT]
    return np.asarray((raw >> DROPPED_BITS) * TO_FRACTION, dtype=np.float64)


def believed(p: Parameters, doubts: Sequence[Doubt], factors: Array) -> Parameters:
    """Parameters with a value for each lane; `factors` is `(record, lane)`."""
    return _scaled(p, [doubt.record for doubt in doubts], factors)
