"""The same tasks on a dask cluster, for sweeps larger than one machine.

dask's nanny sets a low threshold for giving memory back, and setting either of glibc's thresholds
turns its own judgement off. Arrays of a block of lanes are then given back and asked for again all
the time. So both are raised, in the settings that workers are started with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import dask
from distributed import Client, LocalCluster, as_completed

from game.lab.balance.pool import Map, Task, work
from game.lab.many import THREADS

THRESHOLD = str(512 * 1024 * 1024)
"""Bytes. Larger than anything a block of lanes holds."""
MEMORY = {"MALLOC_TRIM_THRESHOLD_": THRESHOLD, "MALLOC_MMAP_THRESHOLD_": THRESHOLD}
BEFORE_START = "distributed.nanny.pre-spawn-environ"


@contextmanager
def cluster(workers: int, memory: bool = True) -> Iterator[Map]:
    """A cluster on this machine. With `memory` off the workers keep dask's own settings."""
    settings = dict.fromkeys(THREADS, "1") | (MEMORY if memory else {})
    before = dict(dask.config.get(BEFORE_START))
    with (
        dask.config.set({BEFORE_START: before | settings}),
        LocalCluster(
            n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None
        ) as here,
        Client(here) as client,
    ):
        yield lambda tasks: on(client, tasks)


def on(client: Client, tasks: Sequence[Task]) -> Iterator[tuple[int, Any]]:
    """Run the tasks on any cluster: its workers need only be able to import the game."""
    # a game ends differently each time it is asked for with other rules, so nothing is remembered
    futures = client.map(work, list(tasks), pure=False)
    places = {future.key: place for place, future in enumerate(futures)}
    for done, result in as_completed(futures, with_results=True):
        yield places[done.key], result
