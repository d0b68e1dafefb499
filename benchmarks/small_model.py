"""CCM-25 in every engine: the same numbers at the end, and how long each takes for them."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import astuple, dataclass
from functools import partial

import numpy as np

from benchmarks import ccm25, table
from benchmarks.ccm25 import Result
from benchmarks.measuring import Contest
from benchmarks.peers import compiled, loops, numpy_lanes
from game.model.batch import many_lanes

LANES, FEW = 1024, 2
OURS, OURS_FEW, LOOPS = "vår numpy, 1024 baner", "vår numpy, 2 baner", "vanlige Python-løkker"
PYSD = "PySD, Vensim-modell med subscripts"
AS_SDEVERYWHERE = "C slik SDEverywhere lager den, -O3"
SIMD, FASTEST = "C med SIMD, -O3", "C med SIMD, -Ofast, 512 bit"
COHORT_AGENTS, PERSON_AGENTS = "Mesa, en agent per kull", "Mesa, en agent per person"
SAME_TO = 1e-8
"""Relative; PySD keeps its own order of adding. Ours and C agree far closer."""


@dataclass(frozen=True)
class Engine:
    """One way to run the model. `work` does `runs` runs; `ends` tells where lane 0 ends."""

    name: str
    work: Callable[[], object]
    ends: Callable[[], Result]
    runs: int = 1
    calls: int = 1
    every: int = 1
    exact: bool = True


@dataclass(frozen=True)
class Absent:
    """An engine that cannot be run here, and why."""

    name: str
    why: str


def engines() -> list[Engine | Absent]:
    """All of them, ready to run; those that are not here say so."""
    pull = ccm25.pull(0)
    plain = Engine(LOOPS, lambda: loops.run(pull), lambda: loops.run(pull), every=2)
    return [*_pysd(pull), *_mesa(pull), plain, *_ours(), *_c()]


def _ours() -> list[Engine]:
    few, many = numpy_lanes.pulls(FEW), numpy_lanes.pulls(LANES)

    def in_batch(pulls: numpy_lanes.Array) -> tuple[numpy_lanes.Array, ...]:
        with many_lanes():
            return numpy_lanes.run(pulls)

    return [
        Engine(OURS_FEW, lambda: in_batch(few), lambda: _lane_0(in_batch(few)), FEW, 3),
        Engine(OURS, lambda: in_batch(many), lambda: _lane_0(in_batch(many)), LANES),
    ]


def _c() -> list[Engine | Absent]:
    found: list[Engine | Absent] = []
    pulls = numpy_lanes.pulls(LANES)
    for name, compile_, options in (
        (AS_SDEVERYWHERE, compiled.one_by_one, compiled.STRICT),
        (SIMD, compiled.many, compiled.STRICT),
        (FASTEST, compiled.many, compiled.LOOSE),
    ):
        try:
            run = compile_(options)
        except compiled.NoCompiler as why:
            found.append(Absent(name, str(why)))
            continue
        found.append(Engine(name, partial(run, pulls), partial(_end_of_lane_0, run, pulls), LANES))
    return found


def _end_of_lane_0(run: compiled.Run, pulls: numpy_lanes.Array) -> Result:
    return _lane_0(run(pulls))


def _pysd(pull: float) -> list[Engine | Absent]:
    if importlib.util.find_spec("pysd") is None:
        return [Absent(PYSD, table.MISSING)]
    from benchmarks.peers import vensim

    run = vensim.translated(pull)
    return [Engine(PYSD, run, run, every=5)]


def _mesa(pull: float) -> list[Engine | Absent]:
    if importlib.util.find_spec("mesa") is None:
        return [Absent(COHORT_AGENTS, table.MISSING), Absent(PERSON_AGENTS, table.MISSING)]
    from benchmarks.peers import mesa_agents

    def cohorts() -> Result:
        return mesa_agents.run_cohorts(pull)

    def persons() -> Result:
        return mesa_agents.run_persons(pull)

    return [
        Engine(PERSON_AGENTS, persons, persons, every=5, exact=False),
        Engine(COHORT_AGENTS, cohorts, cohorts, every=2),
    ]


def _lane_0(ends: object) -> Result:
    return Result(*(float(row) for row in np.asarray(ends)[:, 0]))


def apart(one: Result, other: Result) -> float:
    """The largest relative difference between two ends."""
    pairs = zip(astuple(one), astuple(other), strict=True)
    return max(abs(a - b) / abs(b) for a, b in pairs)


def show(rounds: int) -> None:
    """Run them all and print the table."""
    table.heading("CCM-25, samme lille modell i alle motorer: 2 kjønn × 106 aldre, 25 år")
    found = engines()
    contest = Contest()
    for engine in found:
        if isinstance(engine, Engine):
            contest.enter(engine.name, engine.work, engine.calls, engine.every)
    contest.run(rounds)
    for engine in found:
        if isinstance(engine, Absent):
            table.row(engine.name, "–", engine.why)
            continue
        seconds = contest[engine.name] / engine.runs
        faster = contest[LOOPS] / seconds
        against = "" if engine.name == LOOPS else f"{table.number(faster)} × løkkene"
        table.row(engine.name, f"{table.time(seconds)} per kjøring", against)
    show_ends([engine for engine in found if isinstance(engine, Engine)])
    _show_goals(contest)


def show_ends(found: list[Engine]) -> None:
    ours = next(engine for engine in found if engine.name == OURS).ends()
    exact = [engine for engine in found if engine.exact]
    worst = max(apart(engine.ends(), ours) for engine in exact)
    word = "alle like" if worst <= SAME_TO else "IKKE LIKE"
    table.row(
        f"slutten i de {len(exact)} uten tilfeldighet",
        word,
        f"{table.number(ours.population)} innbyggere, {table.number(ours.staff)} årsverk; "
        f"største relative avvik {worst:.0e}",
    )


def _show_goals(contest: Contest) -> None:
    few, ours = contest[OURS_FEW] / FEW, contest[OURS] / LANES
    if PYSD in contest:
        table.at_least("PySD / vår, 2 baner", contest[PYSD] / few, 500)
        table.at_least("PySD / vår, 1024 baner", contest[PYSD] / ours, 25_000)
    if AS_SDEVERYWHERE in contest:
        table.at_most(
            "vår / C slik SDEverywhere lager den", ours * LANES / contest[AS_SDEVERYWHERE], 6
        )
    if SIMD in contest:
        table.at_most("vår / C med SIMD, -O3", ours * LANES / contest[SIMD], 6)
    if FASTEST in contest:
        table.at_most("vår / C med SIMD, -Ofast, 512 bit", ours * LANES / contest[FASTEST], 6)
