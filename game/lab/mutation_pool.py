"""Mutants tried in processes of their own, each with a time limit.

A mutant may loop for ever or eat the machine, so each worker is a real process that can be ended.
"""

from __future__ import annotations

import multiprocessing
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from game.lab.mutation import Mutant, in_place
from game.lab.properties.catalogue import PROPERTIES

TIME_LIMIT_SECONDS = 20.0
TIMED_OUT = "timeout"
"""Killed because it never came to an end."""


@dataclass(frozen=True)
class Verdict:
    """Which property told the mutant from the model; none when it survived."""

    mutant: Mutant
    killer: str | None
    why: str = ""


def judge(mutant: Mutant) -> Verdict:
    """Try one mutant in this process."""
    with in_place(mutant):
        for one in PROPERTIES:
            found = one.faults()
            if found:
                return Verdict(mutant, one.id, found[0])
    return Verdict(mutant, None)


def judge_all(
    mutants: Sequence[Mutant],
    processes: int,
    told: Callable[[Verdict], None] = lambda verdict: None,
    time_limit: float = TIME_LIMIT_SECONDS,
) -> list[Verdict]:
    """Try all in `processes` processes; `told` hears of each as it is done. In the given order."""
    verdicts: dict[int, Verdict] = {}
    waiting = iter(enumerate(mutants))
    workers = [_Worker() for _ in range(max(1, min(processes, len(mutants))))]
    try:
        for worker in workers:
            worker.give(next(waiting, None))
        while len(verdicts) < len(mutants):
            for number, verdict in _done(workers, time_limit):
                verdicts[number] = verdict
                told(verdict)
            for i, worker in enumerate(workers):
                if worker.is_gone:
                    workers[i] = worker = _Worker()
                if worker.task is None:
                    worker.give(next(waiting, None))
    finally:
        for worker in workers:
            worker.end()
    return [verdicts[number] for number in range(len(mutants))]


def _done(workers: Sequence[_Worker], time_limit: float) -> Iterator[tuple[int, Verdict]]:
    """What has come in since last, and the mutants whose time is out."""
    busy = [worker for worker in workers if worker.task is not None]
    ready = set(wait([worker.connection for worker in busy], timeout=0.2))
    for worker in busy:
        assert worker.task is not None
        number, mutant = worker.task
        if worker.connection in ready:
            try:
                verdict: Verdict = worker.connection.recv()
            except EOFError:
                # the mutant took its process down with it
                verdict = Verdict(mutant, TIMED_OUT, "the process ended")
                worker.end()
            worker.task = None
            yield number, verdict
        elif time.monotonic() - worker.since > time_limit:
            worker.end()
            worker.task = None
            yield number, Verdict(mutant, TIMED_OUT, f"no answer in {time_limit:g} seconds")


class _Worker:
    """One process that tries mutants as they are handed to it."""

    def __init__(self) -> None:
        # spawned, so that it starts from the code on disk on every system
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=_work, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()
        self.task: tuple[int, Mutant] | None = None
        self.since = 0.0
        self.is_gone = False

    def give(self, task: tuple[int, Mutant] | None) -> None:
        """The next mutant, or none when there are no more."""
        if task is not None:
            self.task, self.since = task, time.monotonic()
            self.connection.send(task[1])

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.is_gone = True
        self.process.terminate()
        self.process.join()
        self.connection.close()


def _work(connection: Connection) -> None:
    warnings.simplefilter("ignore")
    while True:
        try:
            mutant = connection.recv()
        except (EOFError, KeyboardInterrupt):
            return
        connection.send(judge(mutant))
