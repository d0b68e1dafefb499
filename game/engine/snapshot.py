"""The start of a year as plain data, so that a game can go on under changed rules or content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

import numpy as np

from game.content.scenario import Scenario
from game.engine.decisions import effects_of, find_measure
from game.engine.game_state import (
    Bill,
    Chosen,
    GameState,
    Goal,
    Guess,
    Pledge,
    Project,
    Record,
    Special,
)
from game.engine.later import Promise
from game.engine.setup import USUAL_PRESET, Setup
from game.engine.start import new_game
from game.engine.stocks import from_plain, to_plain
from game.engine.turn import open_turn
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
        "preset": state.setup.preset.id,
        "difficulty": state.setup.difficulty.value,
        "parked": state.parked,
        "table": list(state.table),
        "cases": state.cases,
        "seats": list(state.seats),
        "pledges": [asdict(pledge) for pledge in state.pledges],
        "goals": [asdict(goal) for goal in state.goals],
        "goals_since": state.goals_since,
        "specials": [asdict(special) for special in state.specials],
        "deep_dive": state.deep_dive,
        "guesses": [asdict(guess) for guess in state.guesses],
    }


def from_snapshot(plain: Plain, scenario: Scenario) -> GameState:
    """The game opened at the year of the snapshot, under today's rules and content.

    Promises of decisions that no longer exist are dropped. Raises ValueError, KeyError or
    TypeError for a snapshot that is not whole.
    """
    setup = Setup.of(str(plain.get("preset", USUAL_PRESET)), str(plain.get("difficulty", "usual")))
    fresh = new_game(scenario, int(plain["seed"]), setup)
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
        **_rules(plain, fresh),
    )
    opened = open_turn(state, scenario)
    # a card that was parked the turn before has had its say in the table already
    laid = [card for card in plain.get("table", ()) if find_measure(card, scenario)]
    return replace(opened, table=tuple(laid) or opened.table)


def _rules(plain: Plain, fresh: GameState) -> dict[str, Any]:
    """What the council, the strategy and the roles remember; as on the first day if not told."""
    seats = tuple(int(count) for count in plain.get("seats", fresh.seats))
    if len(seats) != len(fresh.seats) or sum(seats) != sum(fresh.seats) or min(seats) < 0:
        raise ValueError("plassene i kommunestyret stemmer ikke")
    since = plain.get("goals_since")
    return {
        "parked": plain.get("parked"),
        "cases": int(plain.get("cases", 0)),
        "seats": seats,
        "pledges": tuple(Pledge(**pledge) for pledge in plain.get("pledges", ())),
        "goals": tuple(Goal(**goal) for goal in plain.get("goals", ())),
        "goals_since": None if since is None else int(since),
        "specials": tuple(Special(**special) for special in plain.get("specials", ())),
        "deep_dive": plain.get("deep_dive"),
        "guesses": tuple(Guess(**guess) for guess in plain.get("guesses", ())),
    }


def _promise(p: Plain) -> Promise:
    factor, delay = _finite(p["factor"]), int(p.get("delay", 0))
    return Promise(str(p["cause"]), int(p["effect"]), int(p["year"]), factor, delay)


def _project(p: Plain) -> Project:
    until = None if p["until"] is None else int(p["until"])
    return Project(str(p["what"]), int(p["effort"]), until)


def _bill(p: Plain) -> Bill:
    until = None if p["until"] is None else int(p["until"])
    return Bill(str(p["what"]), _finite(p["nok"]), int(p["first"]), until)


def _chosen(p: Plain) -> Chosen:
    weight, delay = _finite(p.get("weight", 1.0)), int(p.get("delay", 0))
    involved = bool(p.get("involved", False))
    return Chosen(int(p["year"]), str(p["what"]), weight, delay, involved)


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
