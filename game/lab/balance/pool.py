"""Runs tasks on two processes, or on a dask cluster: whatever has a `work` and a `weight`.

The longest are begun first, so that no process waits for the last.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from typing import Any, Protocol

from game.lab.many import one_thread_each

SHORTEST_STEP = 0.02
"""The part of the whole between two lines of progress."""


class Task(Protocol):
    """Something to work out in a process of its own; it and what it gives can be pickled."""

    def work(self) -> Any:
        """Do it."""

    @property
    def weight(self) -> float:
        """About how long it takes, against other tasks."""


def work(task: Task) -> Any:
    """What a process is asked to do."""
    return task.work()


Map = Callable[[Sequence[Task]], Iterator[tuple[int, Any]]]
"""From tasks to their places in the list and what came of them, in any order."""


def run(tasks: Sequence[Task], spread: Map, progress: Progress | None = None) -> list[Any]:
    """What came of each task, in the order of the tasks."""
    order = sorted(range(len(tasks)), key=lambda place: -tasks[place].weight)
    found: list[Any] = [None] * len(tasks)
    whole = sum(task.weight for task in tasks)
    done = 0.0
    for at, result in spread([tasks[place] for place in order]):
        found[order[at]] = result
        done += tasks[order[at]].weight
        if progress is not None:
            progress.tell(done / whole)
    return found


def alone(tasks: Sequence[Task]) -> Iterator[tuple[int, Any]]:
    """One after another, in this process."""
    for place, task in enumerate(tasks):
        yield place, task.work()


@dataclass(frozen=True)
class Processes:
    """So many processes that share the tasks."""

    count: int

    def __call__(self, tasks: Sequence[Task]) -> Iterator[tuple[int, Any]]:
        """Give each process a task as soon as it is free."""
        context = multiprocessing.get_context("spawn")
        with one_thread_each(), ProcessPoolExecutor(self.count, mp_context=context) as pool:
            waiting = {pool.submit(work, task): place for place, task in enumerate(tasks)}
            for done in as_completed(waiting):
                yield waiting[done], done.result()


class Progress:
    """How far one has come, on the error stream, so that what is printed can be piped."""

    def __init__(self) -> None:
        """Begin to count the time."""
        self.began, self.told = time.perf_counter(), 0.0

    def tell(self, part: float) -> None:
        """Say so when a step further."""
        if part - self.told >= SHORTEST_STEP or part >= 1.0:
            self.told = part
            seconds = time.perf_counter() - self.began
            print(f"\r{100 * part:3.0f} %  {seconds:4.0f} s", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Finish the line."""
        print(file=sys.stderr)
