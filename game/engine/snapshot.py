"""The start of a year as plain data, so that a game can go on under changed rules or content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

import numpy as np

from game.content.scenario import Scenario
from game.engine.game_state import Bill, Chosen, GameState, Project, Record
from game.engine.later import Promise, effects_of
from game.engine.start import new_game
from game.engine.stocks import from_plain, to_plain
from game.engine.turn import open_year
from game.model.draws import no_luck
from game.model.lanes import Levers
from game.model.step import observe

Plain = dict[str, Any]


def to_snapshot(state: GameState) -> Plain:
    """The stocks and the memory of a game at the start of a year."""
    return {
        "year": state.year,
        "seed": state.seed,
        "stocks": to_plain(state.municipality),
        "records": [{"year": r.year, "values": dict(r.values)} for r in state.records],
        "queue": [asdict(promise) for promise in state.queue],
        "projects": [asdict(project) for project in state.projects],
        "bills": [asdict(bill) for bill in state.bills],
        "chosen": [asdict(entry) for entry in state.chosen],
        "seen": [asdict(entry) for entry in state.seen],
    }


def from_snapshot(plain: Plain, scenario: Scenario) -> GameState:
    """The game opened at the year of the snapshot, under today's rules and content.

    Promises of decisions that no longer exist are dropped. Raises ValueError, KeyError or
    TypeError for a snapshot that is not whole.
    """
    fresh = new_game(scenario, int(plain["seed"]))
    year = int(plain["year"])
    if not fresh.first_year <= year <= fresh.last_year:
        raise ValueError(f"året {year} er utenfor spillet")
    lanes = fresh.municipality.lanes
    municipality = from_plain(plain["stocks"], fresh.municipality)
    index = year - fresh.first_year
    rest = observe(municipality, Levers(lanes), no_luck(lanes), fresh.parameters, index)
    records = [Record(int(r["year"]), _values(r["values"], fresh.now)) for r in plain["records"]]
    if [record.year for record in records] != list(range(fresh.first_year - 1, year)):
        raise ValueError("årene som er husket, henger ikke sammen")
    promises = [_promise(promise) for promise in plain["queue"]]
    state = replace(
        fresh,
        year=year,
        municipality=municipality,
        latest=rest,
        earlier=rest,
        records=tuple(records),
        queue=tuple(promise for promise in promises if _exists(promise, scenario)),
        projects=tuple(_project(project) for project in plain["projects"]),
        bills=tuple(_bill(bill) for bill in plain["bills"]),
        chosen=tuple(_chosen(entry) for entry in plain["chosen"]),
        seen=tuple(_chosen(entry) for entry in plain["seen"]),
    )
    return open_year(state, scenario)


def _promise(p: Plain) -> Promise:
    return Promise(str(p["cause"]), int(p["effect"]), int(p["year"]), _finite(p["factor"]))


def _project(p: Plain) -> Project:
    return Project(str(p["what"]), int(p["effort"]), int(p["until"]))


def _bill(p: Plain) -> Bill:
    until = None if p["until"] is None else int(p["until"])
    return Bill(str(p["what"]), _finite(p["nok"]), int(p["first"]), until)


def _chosen(p: Plain) -> Chosen:
    return Chosen(int(p["year"]), str(p["what"]))


def _finite(number: Any) -> float:
    if not np.isfinite(value := float(number)):
        raise ValueError("et tall er ikke et tall")
    return value


def _values(values: Plain, fresh: Mapping[str, float]) -> dict[str, float]:
    """What was measured then; a quantity that is new since has its value from a new game."""
    return {**fresh} | {name: _finite(value) for name, value in values.items() if name in fresh}


def _exists(promise: Promise, scenario: Scenario) -> bool:
    try:
        return 0 <= promise.effect < len(effects_of(promise.cause, scenario))
    except (KeyError, StopIteration):
        return False
