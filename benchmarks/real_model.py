"""The model of the game: a year, a lane-year, and the questions that take many lanes."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from benchmarks import table
from benchmarks.measuring import Contest, page_faults
from game.content.load import load_scenario
from game.content.parameter_files import load_national
from game.engine.session import Session, new_session
from game.engine.start import starting_point
from game.engine.what_if import attribution, forecast, lanes
from game.engine.what_if.story import Story, story_of
from game.lab.many import FromStart, Journey, Workers, run_lanes
from game.lab.players import PLAYERS, play
from game.model.axes import FIRST_YEAR
from game.model.batch import many_lanes
from game.model.draws import year_luck
from game.model.lanes import Array, Levers, State
from game.model.parameter_set import National, Start
from game.model.start import begin
from game.model.step import step
from game.model.year import Year

SEED, LANES, FEW = 7, 1024, 2
YEARS, FAN_YEARS, CHOICES = 15, 10, 10
INDICATORS = ("staffing", "services", "wellbeing", "trust", "money", "reputation", "population")
UNIT, YEAR, BATCH, SNAPSHOT = "one a*b", "year", "batch", "snapshot"
DRAG, FAN, TEN_YEARS = "256 futures", "1000 futures", "ten years once"
REPLAY, LEAVE_OUT, SHAPLEY = "one replay", "leave one out", "shapley"
BUSY = 1.5
"""A load that this process does not make alone; two processes are timed by the wall's clock."""
HALF_A_FRAME_MS = 8
"""Of sixty a second: what may be spent while a control is dragged."""


def show(rounds: int, quick: bool) -> None:
    """Print the table."""
    table.heading("Modellen i spillet")
    scenario, national = load_scenario("fjellvik"), load_national()
    start = starting_point(scenario.municipality, national)
    _show_steps(national, start, rounds * 6)
    _show_questions(play(new_session(scenario, SEED), PLAYERS["balanced"]), rounds // 2)
    _show_processes(national, start, quick)


# --- a year --------------------------------------------------------------------------------------


def _show_steps(national: National, start: Start, rounds: int) -> None:
    small, p = begin(national, start, FEW)
    large, _ = begin(national, start, LANES)
    few, many = Levers(FEW), Levers(LANES)
    a, b = np.ones((1, 1, FEW)), np.ones((1, 1, FEW))

    def batch() -> object:
        with many_lanes():
            return step(large, many, year_luck(SEED, FIRST_YEAR, LANES), p, 3)

    def year() -> object:
        return step(small, few, year_luck(SEED, FIRST_YEAR, FEW), p, 3)

    contest = Contest()
    contest.enter(UNIT, lambda: a * b, 1_000)
    contest.enter(SNAPSHOT, lambda: small.flat.copy(), 500)
    contest.enter(YEAR, year, 4)
    contest.enter(BATCH, batch)
    contest.run(rounds)
    unit = contest[UNIT]
    table.row("enheten u: en a*b på to (1,1,2)", table.time(unit))
    table.at_most("et år med 2 baner og trekning", contest[YEAR] / unit, 1400, "u")
    part = contest[YEAR] / (contest[BATCH] / LANES)
    table.part_at_most(f"baneår med {LANES} baner / et år med 2", part, 160)
    table.at_most("et øyeblikksbilde av tilstanden", contest[SNAPSHOT] / unit, 1.5, "u")
    faults = page_faults(batch)
    if faults is not None:
        table.at_most("sidefeil per baneår", faults / LANES, 0.02, "")


# --- questions about a game ----------------------------------------------------------------------


@dataclass(frozen=True)
class _Asked:
    session: Session
    story: Story
    ahead: forecast.Forecaster

    def fan(self, futures: int) -> object:
        opening = self.session.year_starts[min(self.session.year_starts)]
        return self.ahead.fan(opening, INDICATORS, futures, until=FIRST_YEAR + FAN_YEARS - 1)

    def ten_years(self) -> object:
        opening = self.session.year_starts[min(self.session.year_starts)]
        story = forecast.story_ahead(
            opening, self.session.scenario, until=FIRST_YEAR + FAN_YEARS - 1
        )
        return lanes.replay(story, lanes.Lanes(story.everything()), INDICATORS)

    def replay(self) -> object:
        return lanes.replay(self.story, lanes.Lanes(self.story.everything()), INDICATORS)

    def groups(self) -> attribution.Groups:
        every = attribution.one_by_one(self.story)
        return dict(list(every.items())[:CHOICES])


def _show_questions(session: Session, rounds: int) -> None:
    asked = _Asked(session, story_of(session), forecast.Forecaster(session.scenario))
    groups = asked.groups()
    contest = Contest()
    contest.enter(TEN_YEARS, asked.ten_years)
    contest.enter(DRAG, lambda: asked.fan(256))
    contest.enter(FAN, lambda: asked.fan(1000))
    contest.enter(REPLAY, asked.replay)
    contest.enter(LEAVE_OUT, lambda: attribution.leave_one_out(asked.story, INDICATORS, groups))
    contest.enter(SHAPLEY, lambda: attribution.shares(asked.story, INDICATORS, groups))
    contest.run(rounds)
    table.row("spillet omspilt én gang, 15 år", table.time(contest[REPLAY]))
    table.at_most("vifte med 1000 baner / ti år én gang", contest[FAN] / contest[TEN_YEARS], 7)
    table.at_most("vifte med 256 baner", contest[DRAG] * 1e3, HALF_A_FRAME_MS, "ms")
    n = len(groups)
    table.at_most(
        f"uten ett valg, {n} valg / én omspilling", contest[LEAVE_OUT] / contest[REPLAY], 1.15
    )
    table.at_most(
        f"eksakt Shapley, {n} valg / én omspilling", contest[SHAPLEY] / contest[REPLAY], 5
    )


# --- processes -----------------------------------------------------------------------------------


def staffing_at_the_end(year: Year, state: State) -> Array:
    """What is kept of each lane-year."""
    return year.staffing


def last_year(every_year: Array) -> Array:
    """What is kept of each lane."""
    return every_year[-1]


def _show_processes(national: National, start: Start, quick: bool) -> None:
    cores = os.cpu_count() or 1
    name = "én prosess / to prosesser, mange baner"
    if cores < 2:
        table.row(name, "–", "bare én kjerne her")
        return
    journey = Journey(
        FromStart(national, start), YEARS, SEED, staffing_at_the_end, finish=last_year
    )
    count = 24 * LANES if quick else 96 * LANES
    busy = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    with Workers(2) as workers:
        run_lanes(journey, 4 * LANES, workers=workers)
        alone = together = float("inf")
        for _ in range(2 if quick else 4):
            alone = min(alone, _seconds(lambda: run_lanes(journey, count)))
            together = min(together, _seconds(lambda: run_lanes(journey, count, workers=workers)))
    table.row(f"{table.number(count)} spill på 15 år, én prosess", table.time(alone))
    if busy > BUSY:
        note = "andre bruker maskinen; neste tall sier lite nå"
        table.row("belastning før målingen", table.number(busy), note)
    table.at_least(name, alone / together, 1.95)


def _seconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started
