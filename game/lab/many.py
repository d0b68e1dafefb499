"""Many lanes through many years: in blocks that fit the processor, on one or several processes.

A lane is known by its number, not by its place in a block: its luck and its levers follow the
number. So the results are the same, bit for bit, for any size of block and any count of processes.

    journey = Journey(FromStart(national, start), years=15, seed=7, keep=meters)
    meters_by_year = run_lanes(journey, lanes=10_000)      # (year, meter, 1, lane)

Whatever a journey holds must be importable when more than one process is asked for: functions
from a module, or frozen dataclasses with `__call__`; no lambda.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

import numpy as np

from game.model.axes import FIRST_YEAR
from game.model.batch import many_lanes
from game.model.draws import year_luck
from game.model.lanes import LEAST_LANES, Array, Levers, State
from game.model.parameter_set import National, Parameters, Start
from game.model.start import begin
from game.model.step import step
from game.model.year import Year

BLOCK = 1024
"""Lanes stepped together: enough that numpy's calls cost nothing, few enough for the cache."""
THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True)
class Lanes:
    """`count` lanes, the first of them number `first`."""

    first: int
    count: int

    @property
    def numbers(self) -> range:
        """The numbers of the lanes."""
        return range(self.first, self.first + self.count)


class Opening(Protocol):
    """Gives the first state of some lanes, and their parameters (equal, or `(., ., lane)`)."""

    def __call__(self, lanes: Lanes) -> tuple[State, Parameters]:
        """The state has exactly `lanes.count` lanes."""


class Decisions(Protocol):
    """Gives what players do to some lanes in a year; `index` counts from the first of all years."""

    def __call__(self, lanes: Lanes, index: int) -> Levers:
        """The levers have exactly `lanes.count` lanes."""


Keep = Callable[[Year, State], Array]
"""What to keep of a year and the state at its end: any array with the lane last."""
Finish = Callable[[Array], Array]
"""What to keep of all the years in the end: takes `(year, ..., lane)`, gives `(..., lane)`."""


@dataclass(frozen=True)
class FromStart:
    """Every lane starts as this municipality."""

    national: National
    start: Start

    def __call__(self, lanes: Lanes) -> tuple[State, Parameters]:
        """The first year of the municipality."""
        return begin(self.national, self.start, lanes.count)


@dataclass(frozen=True)
class FromState:
    """Every lane starts as lane 0 of a state, for instance in the middle of a game."""

    numbers: Array
    parameters: Parameters

    @classmethod
    def of(cls, state: State, parameters: Parameters) -> FromState:
        """Lane 0 of `state`, copied."""
        return cls(state.lane(0).flat, parameters)

    def __call__(self, lanes: Lanes) -> tuple[State, Parameters]:
        """The same state in every lane."""
        return State(LEAST_LANES, self.numbers).repeated(lanes.count), self.parameters


def at_rest(lanes: Lanes, index: int) -> Levers:
    """Nobody does anything."""
    return Levers(lanes.count)


@dataclass(frozen=True)
class Journey:
    """What each lane goes through.

    `first_index` is the first year to step, counted from the first of the municipality. Luck is
    that of the `seed`, the year and the number of the lane; with `shared_luck`, lanes whose
    numbers differ by a multiple of it have the same luck, so that they can be compared in pairs.
    """

    opening: Opening
    years: int
    seed: int
    keep: Keep
    decisions: Decisions = at_rest
    finish: Finish | None = None
    first_index: int = 0
    first_year: int = FIRST_YEAR
    shared_luck: int | None = None


def run_lanes(
    journey: Journey,
    lanes: int,
    first_lane: int = 0,
    block: int = BLOCK,
    workers: Workers | None = None,
) -> Array:
    """Step lanes `first_lane` to `first_lane + lanes`; return what is kept, the lane last.

    Shape `(year, ..., lane)`, or what `finish` makes of it. Raises ValueError for fewer than two
    lanes: with one, numpy sums in another order, and it would differ from itself in a batch.
    """
    if lanes < LEAST_LANES or block < LEAST_LANES:
        raise ValueError(f"at least {LEAST_LANES} lanes, also in a block, not {lanes} and {block}")
    parts = list(blocks(Lanes(first_lane, lanes), block))
    if workers is None:
        with many_lanes():
            kept = [run_block(journey, part) for part in parts]
    else:
        kept = workers.run(journey, parts)
    return np.concatenate(kept, axis=-1)


def blocks(lanes: Lanes, block: int) -> Iterator[Lanes]:
    """The lanes in parts as equal as can be; none has fewer than two lanes."""
    count = min(-(-lanes.count // block), lanes.count // LEAST_LANES)
    size, larger = divmod(lanes.count, count)
    first = lanes.first
    for part in range(count):
        width = size + (part < larger)
        yield Lanes(first, width)
        first += width


def run_block(journey: Journey, lanes: Lanes) -> Array:
    """All years for lanes that are stepped together."""
    state, parameters = journey.opening(lanes)
    kept = []
    for index in range(journey.first_index, journey.first_index + journey.years):
        levers = journey.decisions(lanes, index)
        state, year = step(state, levers, luck_of(journey, lanes, index), parameters, index)
        kept.append(journey.keep(year, state))
    every_year = np.stack(kept)
    return every_year if journey.finish is None else journey.finish(every_year)


def luck_of(journey: Journey, lanes: Lanes, index: int) -> Array:
    """The luck of a year, `(NORMALS, 1, lane)`."""
    year, shared = journey.first_year + index, journey.shared_luck
    if shared is None:
        return year_luck(journey.seed, year, lanes.count, lanes.first)
    all_of_it = year_luck(journey.seed, year, shared)
    return np.ascontiguousarray(all_of_it[..., np.arange(lanes.first, lanes.numbers.stop) % shared])


@dataclass
class Workers:
    """Processes that run blocks; keep them for a whole search, since they take time to start.

    with Workers(2) as workers:
        run_lanes(journey, 100_000, workers=workers)
    """

    processes: int
    _pool: ProcessPoolExecutor | None = field(default=None, repr=False)

    def __enter__(self) -> Workers:
        """Start them."""
        context = multiprocessing.get_context("spawn")
        self._pool = ProcessPoolExecutor(self.processes, mp_context=context)
        with one_thread_each():
            # a worker is made for each task that finds none free, so all of them start here
            for waiting in [self._pool.submit(_ready) for _ in range(self.processes)]:
                waiting.result()
        return self

    def __exit__(self, *error: object) -> None:
        """Let them go."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def run(self, journey: Journey, parts: list[Lanes]) -> list[Array]:
        """What `run_block` gives for each part, in order."""
        if self._pool is None:
            raise RuntimeError("use the workers inside `with Workers(...) as workers:`")
        told = pickle.dumps(journey)
        return list(self._pool.map(_run_told, [told] * len(parts), parts))


def _run_told(told: bytes, lanes: Lanes) -> Array:
    with many_lanes():
        return run_block(_journey_in(told), lanes)


@lru_cache(maxsize=2)
def _journey_in(told: bytes) -> Journey:
    # unpacked once a worker, not once a block
    journey: Journey = pickle.loads(told)
    return journey


def _ready() -> int:
    with many_lanes():
        return os.getpid()


@contextmanager
def one_thread_each() -> Iterator[None]:
    """Whoever is started inside uses one thread for linear algebra; the processes share cores."""
    before = {name: os.environ.get(name) for name in THREADS}
    os.environ.update(dict.fromkeys(THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
