"""What a story has in store for each year: effects at work, costs that fall, effort that is held.

Worked out once for a replay, so that its year loop does no looking up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.content.effects import Effect
from game.content.scenario import Costly
from game.engine.later import Promise, effects_of, first_year, is_finished, share_in_year
from game.engine.resources import find_measure
from game.engine.what_if.lane_conditions import variables_in
from game.engine.what_if.lane_luck import InLanes, Luck
from game.engine.what_if.story import Story, costly_of

Owner = int | None
"""The row of `Story.things` that a lane must have; None for what lay in the queue before."""


@dataclass(frozen=True)
class Line:
    """One promise, whose it is, and how strong it turns out in each lane."""

    promise: Promise
    effect: Effect
    owner: Owner
    strength: InLanes


@dataclass(frozen=True)
class AtWork:
    """A line in a year in which it does something: `share` of its size."""

    line: Line
    share: float


@dataclass(frozen=True)
class Cost:
    """The costs of something decided in a year."""

    owner: int
    costly: Costly


@dataclass(frozen=True)
class Held:
    """Effort that a project holds before the year `until`."""

    owner: Owner
    effort: int
    first: int
    until: int


@dataclass(frozen=True)
class Plan:
    """A story laid out by year; everything in the order in which the game itself does it."""

    at_work: dict[int, tuple[AtWork, ...]]
    costs: dict[int, tuple[Cost, ...]]
    held: tuple[Held, ...]
    toggles: dict[int, tuple[int, ...]]
    """The things that begin in a year: before it, lanes that differ only there are the same."""
    compared: frozenset[str]
    """The variables that some condition reads."""
    by_residents: bool
    """Whether anything is counted by inhabitant."""


def plan_of(story: Story, luck: Luck) -> Plan:
    """The plan of a story; `luck` says how strong each measure turns out."""
    lines = tuple(_lines(story, luck))
    costs = {year: tuple(_costs(story, year)) for year in story.years}
    at_work = _at_work(lines, story.years)
    used = [work.line.effect for works in at_work.values() for work in works]
    decided = [cost.costly for of_year in costs.values() for cost in of_year]
    return Plan(
        at_work=at_work,
        costs=costs,
        held=tuple(_held(story)),
        toggles={year: tuple(_owners(story, year)) for year in story.years},
        compared=frozenset(name for effect in used for name in variables_in(effect.if_)),
        by_residents=any(effect.per_inhabitant for effect in used)
        or any(c.cost.per_inhabitant or c.yearly_cost.per_inhabitant for c in decided),
    )


def _owners(story: Story, year: int) -> Iterator[int]:
    """Rows of what begins in a year: its event first, then what was decided."""
    decided = len(story.decided)
    for row in (*range(decided, len(story.things)), *range(decided)):
        if story.things[row].year == year:
            yield row


def _lines(story: Story, luck: Luck) -> Iterator[Line]:
    for promise in story.start.queue:
        yield from _lines_of(promise.cause, promise.year, None, story, luck, promise.effect)
    for year in story.years:
        for owner in _owners(story, year):
            yield from _lines_of(story.things[owner].what, year, owner, story, luck)


def _lines_of(
    cause: str, year: int, owner: Owner, story: Story, luck: Luck, only: int | None = None
) -> Iterator[Line]:
    """A line for each effect of a cause, or for one of them; all are equally strong."""
    measure = find_measure(cause, story.scenario)
    strength = luck.strength(measure, year, story.start.parameters.n) if measure else 1.0
    for number, effect in enumerate(effects_of(cause, story.scenario)):
        if only is None or number == only:
            yield Line(Promise(cause, number, year), effect, owner, strength)


def _at_work(lines: tuple[Line, ...], years: range) -> dict[int, tuple[AtWork, ...]]:
    found: dict[int, list[AtWork]] = {year: [] for year in years}
    for line in lines:
        begins = first_year(line.promise, line.effect)
        for year in range(max(begins, years.start), years.stop):
            if is_finished(line.promise, line.effect, year):
                break
            if share := share_in_year(line.effect, year - begins):
                found[year].append(AtWork(line, share))
    return {year: tuple(works) for year, works in found.items()}


def _costs(story: Story, year: int) -> Iterator[Cost]:
    for row, entry in enumerate(story.decided):
        costly = costly_of(entry.what, story.scenario) if entry.year == year else None
        if costly and (costly.cost.value or costly.yearly_cost.value):
            yield Cost(row, costly)


def _held(story: Story) -> Iterator[Held]:
    for project in story.start.projects:
        yield Held(None, project.effort, story.start.year, project.until)
    for row, entry in enumerate(story.decided):
        costly = costly_of(entry.what, story.scenario)
        if costly.effort and costly.takes:
            yield Held(row, costly.effort, entry.year, entry.year + costly.takes)
