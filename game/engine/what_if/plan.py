"""What a story has in store for each year: effects at work, costs that fall, effort that is held.

Worked out once for a replay, so that its year loop does no looking up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from game.content.effects import Effect
from game.content.scenario import Costly
from game.engine.decisions import (
    card_id,
    costly_of,
    effects_of,
    find_measure,
    is_put_to_use,
    is_trial,
    lab_day_of,
)
from game.engine.game_state import Chosen
from game.engine.later import Promise, first_year, is_finished, share_in_year
from game.engine.trials import is_closing
from game.engine.what_if.lane_conditions import variables_in
from game.engine.what_if.lane_luck import InLanes, Luck
from game.engine.what_if.story import Story

Owner = int | None
"""The row of `Story.things` that a lane must have; None for what lay in the queue before."""


@dataclass(frozen=True)
class Line:
    """One promise, whose it is, and how strong it turns out in each lane."""

    promise: Promise
    effect: Effect
    owner: Owner
    strength: InLanes
    along: Owner = None
    """Something else the lane must have for it to turn out like this."""
    without: tuple[int, ...] = ()
    """What the lane must lack."""


@dataclass(frozen=True)
class AtWork:
    """A line in a year in which it does something: `share` of its size."""

    line: Line
    share: float


@dataclass(frozen=True)
class Cost:
    """The costs of something decided in a year, paid from the year `first`."""

    owner: int
    costly: Costly
    first: int


@dataclass(frozen=True)
class Held:
    """Effort that a project holds before the year `until`, or for as long as the story lasts.

    A trial holds its effort until the first of `ended_by` that the lane has.
    """

    owner: Owner
    effort: int
    first: int
    until: int | None
    ended_by: tuple[int, ...] = ()


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
        effect = effects_of(promise.cause, story.scenario)[promise.effect]
        weight = _weight_in_queue(promise, story)
        redrawn = _begun_again(promise.cause, promise.year, story.start.chosen)
        strength = _strength(promise.cause, promise.year, story, luck, redrawn) * weight
        yield Line(promise, effect, None, strength)
    for year in story.years:
        for owner in _owners(story, year):
            thing = story.things[owner]
            for number, effect in enumerate(effects_of(thing.what, story.scenario)):
                promise = Promise(thing.what, number, year, delay=thing.delay)
                for line in _turned_out(promise, effect, owner, story, luck):
                    yield replace(line, strength=line.strength * thing.weight)


def _turned_out(
    promise: Promise, effect: Effect, owner: int, story: Story, luck: Luck
) -> Iterator[Line]:
    """One line; two where a lane may have begun its trial again, and may not have."""
    name, year = promise.cause, promise.year
    if not is_put_to_use(name):
        yield Line(promise, effect, owner, _strength(name, year, story, luck, False))
        return
    redrawn = _begun_again(name, year, story.start.chosen)
    again = [row for row, entry in enumerate(story.decided) if _is_lab_day(entry, name, year)]
    both = again and not redrawn
    strength = _strength(name, year, story, luck, redrawn)
    yield Line(promise, effect, owner, strength, without=tuple(again) if both else ())
    if both:
        # a lab day is held once a game, so there is one row
        yield Line(promise, effect, owner, _strength(name, year, story, luck, True), again[0])


def _begun_again(name: str, year: int, known: Iterable[Chosen]) -> bool:
    """Whether a trial was begun again before the turn of a year."""
    return any(_is_lab_day(entry, name, year) for entry in known)


def _is_lab_day(entry: Chosen, name: str, year: int) -> bool:
    return entry.year < year and entry.what == lab_day_of(name)


def _strength(name: str, year: int, story: Story, luck: Luck, redrawn: bool) -> InLanes:
    """How strong a decision turns out: drawn for cards and trials, 1 for what the rules do."""
    n, scenario = story.start.parameters.n, story.scenario
    if is_put_to_use(name):
        return luck.trial(card_id(name), n, redrawn)
    measure = find_measure(name, scenario)
    if measure is None or not measure.dealt:
        return 1.0
    return luck.strength(measure, year, n)


def _weight_in_queue(promise: Promise, story: Story) -> float:
    """The weight that something on its way was decided with."""
    for entry in story.start.chosen:
        if (entry.what, entry.year) == (promise.cause, promise.year):
            return entry.weight
    return 1.0


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
            yield Cost(row, costly, year + max(0, entry.delay))


def _held(story: Story) -> Iterator[Held]:
    for project in story.start.projects:
        ends = () if project.until is not None else _ends_of(project.what, -1, story)
        yield Held(None, project.effort, story.start.year, project.until, ends)
    for row, entry in enumerate(story.decided):
        costly = costly_of(entry.what, story.scenario)
        if is_trial(find_measure(entry.what, story.scenario)):
            ends = _ends_of(entry.what, row, story)
            yield Held(row, max(1, costly.effort), entry.year, None, ends)
        elif costly.effort and costly.takes:
            yield Held(row, costly.effort, entry.year, entry.year + costly.takes)


def _ends_of(card: str, began: int, story: Story) -> tuple[int, ...]:
    """The rows that can end a trial begun in row `began`."""
    return tuple(
        row
        for row, entry in enumerate(story.decided)
        if row > began and is_closing(entry.what) and card_id(entry.what) == card
    )
