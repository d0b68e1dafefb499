"""Reality checks and extreme conditions: if this is done, then that must be so.

The rows of `reality.yaml` are run as lanes of one batch, beside a lane where nothing is done.
Whatever is done, every number stays a number and within its bounds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from types import SimpleNamespace
from typing import Any

from game.lab.properties import bounds, lines
from game.lab.properties.ground import Trial, texts, the_start, town
from game.model import axes
from game.model.lanes import STATE_LAYOUT, State
from game.model.year import Year

_YEARS = re.compile(r"\((\d+) years?\) ")


@dataclass(frozen=True)
class Check:
    """`when` is done for `years`; `then` are the lines that must hold."""

    when: str
    years: int
    then: tuple[str, ...]


@cache
def checks() -> tuple[Check, ...]:
    """All rows, in file order."""
    return tuple(_check(row) for row in texts("reality")["checks"])


def _check(row: str) -> Check:
    done, _, lines_then = row.partition("=>")
    span = _YEARS.match(done)
    years = int(span[1]) if span else 1
    then = tuple(line.strip() for line in lines_then.split(";") if line.strip())
    return Check(done[span.end() if span else 0 :].strip(), years, then)


def faults() -> list[str]:
    """Every check that does not hold."""
    longest = max(check.years for check in checks())
    trial = town(len(checks()) + 1)
    for lane, check in enumerate(checks(), 1):
        trial.change(lane, check.when)
    found: list[str] = []
    for year in range(1, longest + 1):
        before = trial.state
        quantity = trial.go_on(1)
        found += bounds.faults(trial.state, quantity, _called)
        for lane, check in enumerate(checks(), 1):
            if check.years == year:
                names = _names(trial, before, quantity, lane)
                found += [f"{check.when}: {fault}" for fault in lines.faults(check.then, names)]
    return list(dict.fromkeys(found))


def _called(lane: int) -> str:
    return checks()[lane - 1].when if lane else "ingenting gjort"


def rest_faults() -> list[str]:
    """What a first year in which nothing is done must be, as the scenario has it."""
    trial = town(2)
    before = trial.state
    year = trial.go_on(1)
    names = _names(trial, before, year, 1)
    return lines.faults(texts("reality")["at_rest"], names)


def _names(trial: Trial, before: State, year: Year, lane: int) -> dict[str, Any]:
    return {
        **dict(_of_lane(trial.state, before, year, lane)),
        "plain": SimpleNamespace(**dict(_of_lane(trial.state, before, year, 0))),
        "profession": lambda rows, name: rows[axes.PROFESSIONS.index(name)][None],
        "service": lambda rows, name: rows[axes.SERVICES.index(name)][None],
        "driver": lambda name: year.drivers[axes.DRIVERS.index(name)][None, ..., lane : lane + 1],
        "speed": lambda name: trial.p.n.soft_speed[axes.SOFT.index(name)][None],
        "start": the_start(),
        "p": trial.p,
        "n": trial.p.n,
    }


def _of_lane(after: State, before: State, year: Year, lane: int) -> Iterator[tuple[str, Any]]:
    here = slice(lane, lane + 1)
    for entry in fields(year):
        yield entry.name, getattr(year, entry.name)[..., here]
    for state, when in ((before, "before"), (after, "after")):
        stocks = {name: getattr(state, name)[..., here] for name, _, _ in STATE_LAYOUT}
        soft = {name: state.soft[row][None, ..., here] for row, name in enumerate(axes.SOFT)}
        yield when, SimpleNamespace(**{**stocks, **soft})
