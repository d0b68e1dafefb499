"""Where the tasks are run: in this process, on several, or on a dask cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from game.lab.balance.pool import Map, Processes, alone


class NoDask(RuntimeError):
    """dask is asked for but not installed."""


@contextmanager
def spread_over(workers: int, dask: bool) -> Iterator[Map]:
    """A way to run tasks, open for as long as it is needed."""
    if dask:
        with _cluster(workers) as on_dask:
            yield on_dask
    else:
        yield alone if workers == 1 else Processes(workers)


@contextmanager
def _cluster(workers: int) -> Iterator[Map]:
    try:
        from game.lab.balance.on_dask import cluster
    except ImportError as missing:
        raise NoDask(
            "Fant ikke dask. Installer det med «pip install 'kommunespillet[dask]'»."
        ) from missing
    with cluster(workers) as on_dask:
        yield on_dask
