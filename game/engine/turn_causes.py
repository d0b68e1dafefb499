"""What moved a meter through all the years of a turn, and what players may guess did it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.content.scenario import Scenario
from game.engine.apply import Applied, apply
from game.engine.explain import Contribution, contributions
from game.engine.game_state import GameState, Phase
from game.engine.session import Session
from game.engine.turn import METERS, close_turn
from game.engine.what_if.attribution import leave_one_out
from game.engine.what_if.story import Story
from game.model.draws import chance

REST = "rest"
OPTIONS = 3
GUESS_SLOT = 0
LEAST = 0.05
"""Causes smaller than this are not told of, in points."""
FILL = ("employees", "sick_leave", "population_need", "coverage", "gap", "revenue", "everyday")
"""What may be offered as a guess where a meter has fewer than three causes."""


def years_of_turn(start: GameState, end: GameState, scenario: Scenario) -> tuple[GameState, ...]:
    """The state at the end of each year of a turn, from its beginning and its end."""
    if end.turn_years == 1:
        return (end,)
    before = replace(
        start,
        option=end.option,
        picked=end.picked,
        prepared=end.prepared,
        votes=end.votes,
        specials=end.specials,
        lead=end.lead,
        goals=end.goals,
        goals_since=end.goals_since,
        revised=end.revised,
    )
    number = start.turn
    found = []
    for years in range(1, start.turn_years):
        # the same decisions, with the turn cut short after so many years
        turns = (*start.turns[:number], years, *start.turns[number + 1 :])
        found.append(close_turn(replace(before, turns=turns), scenario))
    return (*found, end)


def causes_over(years: Iterable[GameState], meter: str) -> tuple[Contribution, ...]:
    """The causes of a meter's change through these years; they sum to the change exactly."""
    merged: dict[str, Contribution] = {}
    for state in years:
        for part in contributions(state, meter):
            old = merged.get(part.cause)
            merged[part.cause] = replace(old, amount=old.amount + part.amount) if old else part
    return tuple(merged.values())


def main_cause(causes: Sequence[Contribution]) -> str:
    """What pulled most the way the meter went; empty when nothing in particular did."""
    change = sum(part.amount for part in causes)
    along = [part for part in causes if part.cause != REST and part.amount * change > 0]
    return max(along, key=lambda part: abs(part.amount)).cause if along else ""


def guess_options(
    causes: Sequence[Contribution], meter: str, seed: int, year: int
) -> tuple[Contribution, ...]:
    """Three causes to choose between, the main one among them; none when nothing stands out."""
    right = main_cause(causes)
    if not right:
        return ()
    told = [part for part in causes if part.cause != REST and abs(part.amount) >= LEAST]
    told.sort(key=lambda part: (part.cause != right, -abs(part.amount)))
    known = {part.cause for part in told}
    told += [Contribution(cause, 0.0) for cause in FILL if cause not in known]
    offered = told[:OPTIONS]
    address = f"{meter}.guess"
    return tuple(
        sorted(offered, key=lambda part: chance(seed, year, f"{address}.{part.cause}", GUESS_SLOT))
    )


def end_of_turn(session: Session, year: int) -> GameState | None:
    """The state when the years of the turn that ends in `year` had just passed."""
    starts = [first for first in session.year_starts if first <= year]
    state = session.year_starts[max(starts)] if starts else None
    if state is None or state.year + state.turn_years - 1 != year:
        return None
    for entry in session.taken:
        if entry.year != state.year or state.phase is Phase.PASSING:
            continue
        result = apply(state, entry.action, session.scenario)
        assert isinstance(result, Applied)  # it was applied before, from the same state
        state = result.state
    return state if state.phase is Phase.PASSING else None


def right_guesses(session: Session) -> tuple[tuple[int, str], ...]:
    """The year and the meter of each guess that was right."""
    found = []
    for guess in session.state.guesses:
        end = end_of_turn(session, guess.year)
        if end is None:
            continue
        start = session.year_starts[end.year - end.turn_years + 1]
        causes = causes_over(years_of_turn(start, end, session.scenario), guess.meter)
        if main_cause(causes) == guess.cause:
            found.append((guess.year, guess.meter))
    return tuple(found)


def latest_years(session: Session) -> tuple[GameState, ...]:
    """The state at the end of each year of the last turn that has passed; none before the first."""
    state = session.state
    if state.phase in (Phase.PASSING, Phase.REPORT, Phase.OVER):
        end: GameState | None = state
    else:
        end = end_of_turn(session, state.year - 1)
    if end is None:
        return ()
    start = session.year_starts.get(end.year - end.turn_years + 1)
    return years_of_turn(start, end, session.scenario) if start else (end,)


@dataclass(frozen=True)
class Without:
    """Where a meter would have stood without one of the choices of the game."""

    what: str
    year: int
    """When it was last chosen."""
    value: float
    """The meter without it, as the model counts it."""


def without_each(story: Story) -> dict[str, Without | None]:
    """For each meter, the choice that it would have been most different without.

    The game is run again once for each choice, with the same luck. None where nothing was chosen.
    """
    rows: dict[str, list[int]] = {}
    for row, entry in enumerate(story.decided):
        rows.setdefault(entry.what, []).append(row)
    if not rows:
        return dict.fromkeys(METERS)
    found = leave_one_out(story, METERS, rows)
    last = {entry.what: entry.year for entry in story.decided}
    most: dict[str, Without | None] = {}
    for column, meter in enumerate(METERS):
        difference = found.difference[:, -1, column]
        thing = int(np.argmax(np.abs(difference)))
        value = float(found.whole[-1, column] - difference[thing])
        most[meter] = Without(found.things[thing], last[found.things[thing]], value)
    return most
