"""Times that can be compared: all take their turn in every round, and the quickest counts.

The time is the processor's on this process, so that it does not matter how often others got their
turn in between; where the system counts that too coarsely, it is the time on the wall.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from time import get_clock_info, perf_counter, process_time

Work = Callable[[], object]

FINE_ENOUGH = 1e-5
clock = process_time if get_clock_info("process_time").resolution < FINE_ENOUGH else perf_counter


@dataclass
class Entry:
    """Something to be timed: `calls` at a time, in every round of `every`."""

    work: Work
    calls: int
    every: int
    seconds: float = float("inf")


class Contest:
    """Others use the machine too: what is measured together is disturbed together."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}

    def enter(self, name: str, work: Work, calls: int = 1, every: int = 1) -> None:
        """Take part from the next round on."""
        self.entries[name] = Entry(work, calls, every)

    def run(self, rounds: int) -> None:
        """Let everyone have a turn in each round; the first call of each is not counted."""
        for entry in self.entries.values():
            entry.work()
        for number in range(rounds):
            for entry in self.entries.values():
                if number % entry.every == 0:
                    entry.seconds = min(entry.seconds, _seconds(entry))

    def __getitem__(self, name: str) -> float:
        """Seconds for one call."""
        return self.entries[name].seconds

    def __contains__(self, name: str) -> bool:
        return name in self.entries


def _seconds(entry: Entry) -> float:
    if entry.calls > 1:
        entry.work()  # what the others left in the processor's memory is not counted
    started = clock()
    for _ in range(entry.calls):
        entry.work()
    return (clock() - started) / entry.calls


def page_faults(work: Work) -> int | None:
    """How many pages the system had to find during one call; None where it does not tell."""
    if sys.platform == "win32":
        return None
    import resource

    work()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    work()
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
