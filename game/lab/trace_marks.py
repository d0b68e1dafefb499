"""Marks of the same games under many circumstances: one mark when all their numbers are alike.

Sixty-four games of fifteen years, each with levers and luck of its own, are played in batches and
blocks of many sizes, in one process and in two, with numpy's faster instructions switched off, with
other kernels for linear algebra, and, where asked, with another Python or numpy. Every stock of
every year goes into one mark, in the order of games and years, so that all the marks must be one.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from game.content.load import load_scenario
from game.content.parameter_files import load_national
from game.engine.start import starting_point
from game.model.batch import many_lanes
from game.model.draws import DROPPED_BITS, SLOTS, TO_FRACTION, stream_of, words, year_luck
from game.model.lanes import LEVERS, Array, Levers
from game.model.parameter_set import Start
from game.model.start import begin
from game.model.step import step
from game.model.variables import VARIABLES
from game.paths import package_dir

GAMES, YEARS, SEED, FIRST_YEAR = 64, 15, 2026, 2026
SCENARIO = "fjellvik"
PULL = {"index": 4.0, "share": 0.02, "relative": 0.1, "nok": 4e6, "persons": 2.0}
"""How far levers go either way, by unit."""
BLOCKS = (64, 2, 7, 21, 33, 63)
"""Games stepped together. Some leave a single game over, which gets a lane beside it."""
PROCESSES = 2
KERNELS = ("Prescott", "Haswell", "SkylakeX")
TIME_LIMIT_SECONDS = 120


@dataclass(frozen=True)
class Mark:
    """The mark of all games under one set of circumstances."""

    circumstances: str
    mark: str | None
    """None when it could not be made."""
    numpy: str
    instructions: tuple[str, ...]
    """The faster instructions that numpy did use."""
    trouble: str = ""


def all_marks(pythons: tuple[Path, ...] = ()) -> Iterator[Mark]:
    """Every mark, the plain one first."""
    for block in BLOCKS:
        yield _here(f"{GAMES} spill i blokker på {block}", trace_mark(block))
    with many_lanes():
        yield _here("numpy stilt inn for mange baner", trace_mark(GAMES))
    yield _here(f"{PROCESSES} prosesser", mark_of_processes(PROCESSES))
    for circumstances, changes in _surroundings():
        yield elsewhere(circumstances, Path(sys.executable), changes)
    for python in pythons:
        found = elsewhere("en annen tolk", python, {})
        yield found
        if found.instructions:
            off = {"NPY_DISABLE_CPU_FEATURES": " ".join(found.instructions)}
            yield elsewhere("en annen tolk uten hurtiginstrukser", python, off)


def _surroundings() -> Iterator[tuple[str, Mapping[str, str]]]:
    enabled = instructions()
    for count in range(len(enabled)):
        off = enabled[count:]
        yield f"uten {', '.join(off)}", {"NPY_DISABLE_CPU_FEATURES": " ".join(off)}
    for kernel in KERNELS:
        yield f"regnekjernen {kernel}", {"OPENBLAS_CORETYPE": kernel}
    yield "én tråd", {"OPENBLAS_NUM_THREADS": "1"}


def _here(circumstances: str, mark: str) -> Mark:
    return Mark(circumstances, mark, np.__version__, instructions())


def instructions() -> tuple[str, ...]:
    """The faster instructions that numpy found and uses here, by its own report."""
    report = np.show_config(mode="dicts")
    assert isinstance(report, dict)
    return tuple(report.get("SIMD Extensions", {}).get("found", ()))


def elsewhere(circumstances: str, python: Path, changes: Mapping[str, str]) -> Mark:
    """The mark made by another process, with these changes to its surroundings."""
    surroundings = {**os.environ, **changes, "PYTHONPATH": str(package_dir().parent)}
    command = [str(python), "-m", "game.lab.trace_marks"]
    try:
        done = subprocess.run(
            command,
            env=surroundings,
            capture_output=True,
            text=True,
            timeout=TIME_LIMIT_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        return Mark(circumstances, None, "", (), str(fault))
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["ukjent feil"])[-1]
        return Mark(circumstances, None, "", (), last)
    told = json.loads(done.stdout)
    return Mark(circumstances, told["mark"], told["numpy"], tuple(told["instructions"]))


def trace_mark(block: int) -> str:
    """The mark of all games, stepped `block` at a time."""
    return mark_of(np.concatenate([play(first, block) for first in range(0, GAMES, block)], axis=1))


def mark_of_processes(processes: int) -> str:
    """The mark of all games, shared out between processes."""
    share = GAMES // processes
    with get_context("spawn").Pool(processes) as pool:
        parts = pool.starmap(play, [(first, share) for first in range(0, GAMES, share)])
    return mark_of(np.concatenate(parts, axis=1))


def mark_of(games: Array) -> str:
    """One mark of `(year, game, number)`; the bytes are little-endian on every machine."""
    return hashlib.sha256(np.ascontiguousarray(games, "<f8").tobytes()).hexdigest()


def play(first: int, block: int) -> Array:
    """Games `first` and on, at most `block` of them: every stock of every year.

    Shape `(year, game, number)`. Two lanes are the fewest, so a single game is played beside one
    that is thrown away.
    """
    count = min(block, GAMES - first)
    state, p = begin(load_national(), _start(), count)
    years = []
    for index in range(YEARS):
        luck = year_luck(SEED, FIRST_YEAR + index, state.lanes, first)
        state, _ = step(state, _levers(index, first, state.lanes), luck, p, index)
        years.append(state.flat.reshape(-1, state.lanes)[:, :count].T.copy())
    return np.stack(years)


@cache
def _start() -> Start:
    return starting_point(load_scenario(SCENARIO).municipality, load_national())


def _levers(index: int, first: int, lanes: int) -> Levers:
    """What players do in a year, by address, so that no block or process can change it."""
    levers = Levers(lanes)
    streams = -(-len(LEVERS) // SLOTS)
    drawn = [
        words(SEED, FIRST_YEAR + index, first, lanes, stream_of(f"trace {i}"))
        for i in range(streams)
    ]
    chances = (np.concatenate(drawn, axis=1).T >> DROPPED_BITS) * TO_FRACTION
    for row, name in enumerate(LEVERS):
        unit = VARIABLES[name].unit if name in VARIABLES else "persons"
        levers.of(name)[:] = PULL[unit] * (2.0 * chances[row] - 1.0)
    return levers


def main() -> None:
    """Tell the mark of this process, for the one that asked."""
    told = {"mark": trace_mark(GAMES), "numpy": np.__version__, "instructions": instructions()}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
