"""Luck as a pure function of its address: (seed, stream, year, lane, slot).

Nothing is drawn in turn, so no event can use up the luck of another, and lane 7 of a batch of
10 000 has the same luck as lane 7 alone. Only Philox raw words are used, turned into fractions
here, because numpy does not promise its distributions to stay the same.
"""

from __future__ import annotations

import hashlib
from functools import cache, lru_cache
from threading import get_ident

import numpy as np
from numpy.typing import NDArray

from game.model.lanes import Array

SLOTS = 16
"""Words reserved for each lane and year. A slot is never reused and never renumbered."""

NORMALS = (
    "births",
    "deaths",
    "in_moves",
    "out_moves",
    "sick_leave",
    "quits",
    "applicants",
    "revenue",
)
"""Each takes two words, read as four halves: their sum is close to normal, and exact everywhere."""

WORDS_A_COUNTER = 4
COUNTERS_A_LANE = SLOTS // WORDS_A_COUNTER
NO_WORDS = np.zeros(WORDS_A_COUNTER, np.uint64)
WORDS_A_NORMAL = 2
HALF_BITS = np.uint64(32)
LOW_HALF = np.uint64(2**32 - 1)
HALF_TO_FRACTION = 2.0**-32
TO_FRACTION = 2.0**-53
DROPPED_BITS = np.uint64(11)
MEAN_OF_FOUR = 2.0
SPREAD_OF_FOUR = 0.5773502691896258
MODEL_STREAM = 0
KEPT = 4096
"""Addresses whose draws are remembered."""


def words(seed: int, year: int, first_lane: int, lanes: int, stream: int) -> NDArray[np.uint64]:
    """Raw words at an address, shape `(lanes, SLOTS)`."""
    generator = _generator(get_ident())
    generator.state = {
        "bit_generator": "Philox",
        "state": {
            "counter": np.array([first_lane * COUNTERS_A_LANE, 0, year, 0], np.uint64),
            "key": np.array([seed, stream], np.uint64),
        },
        "buffer": NO_WORDS,
        "buffer_pos": WORDS_A_COUNTER,
        "has_uint32": 0,
        "uinteger": 0,
    }
    return generator.random_raw(lanes * SLOTS).reshape(lanes, SLOTS)


@cache
def _generator(thread: int) -> np.random.Philox:
    """One for each thread, set anew for every address: to make one takes five times as long."""
    return np.random.Philox(key=thread)


def no_luck(lanes: int) -> Array:
    """The luck of an ordinary year: all zero."""
    return np.zeros((len(NORMALS), 1, lanes))


def year_luck(seed: int, year: int, lanes: int, first_lane: int = 0) -> Array:
    """Nearly normal numbers with mean 0 and spread 1, shape `(len(NORMALS), 1, lanes)`.

    The halves are added as whole numbers, so no order of adding can change the sum.
    """
    used = words(seed, year, first_lane, lanes, MODEL_STREAM)[:, : WORDS_A_NORMAL * len(NORMALS)]
    halves = (used >> HALF_BITS) + (used & LOW_HALF)
    fours = halves[:, 0::WORDS_A_NORMAL] + halves[:, 1::WORDS_A_NORMAL]
    fractions = np.ascontiguousarray(fours.T)[:, None, :] * HALF_TO_FRACTION
    return (fractions - MEAN_OF_FOUR) / SPREAD_OF_FOUR


def stream_of(name: str) -> int:
    """A stable stream for a named thing, such as the id of an event."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=7).digest(), "little")


def chance(seed: int, year: int, name: str, slot: int = 0) -> float:
    """One fraction in [0, 1) for a named thing in a year, the same for all who share the seed."""
    return _fractions(seed, year, name)[slot]


@lru_cache(maxsize=KEPT)
def _fractions(seed: int, year: int, name: str) -> tuple[float, ...]:
    """All slots of an address: the same few are asked for again and again within a year."""
    drawn = words(seed, year, 0, 1, stream_of(name))[0]
    return tuple(((drawn >> DROPPED_BITS) * TO_FRACTION).tolist())
