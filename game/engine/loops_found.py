"""Sløyfeboka: which loops have driven something in a game, and which the players have found.

A loop drives a meter in a turn when the game without its links would have moved otherwise: the
distance between the two grows by at least half a point. It is found when it has driven the same
meter two turns running, the same way, and the players then guess right about what moved it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.content.loops import load_loops
from game.engine.session import Session
from game.engine.turn import METERS
from game.engine.turn_causes import right_guesses
from game.engine.what_if.links import what_loops_did
from game.engine.what_if.story import Story, story_of
from game.model.lanes import Array

RESOURCES = ("change_capacity", "volunteers")
"""Strength to change and volunteers: two of the loops go round in these, not in a meter."""
WATCHED = (*METERS, *RESOURCES)
LEAST_PULL = 0.5
"""Points in a turn from which a loop drives something."""


@dataclass(frozen=True)
class Drive:
    """A loop that drove something in two turns running, the last of which ended in `year`."""

    loop: str
    what: str
    year: int
    points: float
    """What it did in the last turn, in points."""


@dataclass(frozen=True)
class Found:
    """A loop the players have found, and what it was driving when they did."""

    loop: str
    what: str
    year: int


def drives(story: Story, turn_ends: tuple[int, ...]) -> tuple[Drive, ...]:
    """Every time a loop drove something in two turns running; the strongest first in each turn."""
    if len(turn_ends) < 2:
        return ()
    pull = pulls(story, turn_ends)
    found = []
    for turn in range(1, len(turn_ends)):
        here = [
            Drive(loop.id, what, turn_ends[turn], float(pull[row, turn, column]))
            for row, loop in enumerate(load_loops())
            for column, what in enumerate(WATCHED)
            if _same_way(pull[row, turn - 1, column], pull[row, turn, column])
        ]
        found += sorted(here, key=lambda drive: -abs(drive.points))
    return tuple(found)


def pulls(story: Story, turn_ends: tuple[int, ...]) -> Array:
    """What each loop did in each turn to everything watched, in points: `(loop, turn, what)`."""
    did = what_loops_did(story, WATCHED, load_loops())
    rows = [did.years.index(year) for year in turn_ends]
    in_points = np.array([100.0 if what == "staffing" else 1.0 for what in WATCHED])
    so_far = did.difference[:, rows] * in_points
    return np.diff(so_far, axis=1, prepend=0.0)


def _same_way(before: float, now: float) -> bool:
    return min(abs(before), abs(now)) >= LEAST_PULL and before * now > 0


def turn_ends(session: Session) -> tuple[int, ...]:
    """The last year of each turn that has passed, in the part of the game that is known."""
    last = session.state.records[-1].year
    ends = [start.year + start.turn_years - 1 for start in session.year_starts.values()]
    return tuple(sorted(end for end in ends if end <= last))


def loops_found(session: Session) -> tuple[Found, ...]:
    """The loops found so far, in the order they were found: at most one for each right guess.

    A guess about a meter finds the strongest loop that drives it. Where none does, or all are
    found, it finds one that drives a resource, which has no report of its own.
    """
    right = right_guesses(session)
    if not right:
        return ()
    driven = drives(story_of(session), turn_ends(session))
    found: dict[str, Found] = {}
    for year, meter in right:
        here = [drive for drive in driven if drive.year == year and drive.loop not in found]
        here = [drive for drive in here if drive.what in (meter, *RESOURCES)]
        here.sort(key=lambda drive: drive.what != meter)
        if here:
            found[here[0].loop] = Found(here[0].loop, here[0].what, year)
    return tuple(found.values())
