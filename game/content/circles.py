"""What waits for one another in a ring, so that none of it ever comes.

Events and measures wait for what their conditions name, and so do the steps and the answers in
them, which also wait for what they are part of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.content.advice import note
from game.content.document import Document
from game.content.problem import Place
from game.content.reading import Reading
from game.content.scenario import Condition, Event, Measure, Option

_MOST_SHOWN = 6


@dataclass(frozen=True)
class _Waiting:
    """A measure, an event or a part of one, and where it stands."""

    document: Document
    place: Place
    when: tuple[Condition, ...]
    part_of: str = ""
    """The id of what a step or an answer is part of."""


def note_circles(readings: Sequence[Reading], left_out: frozenset[str]) -> None:
    """Warns once of each ring. `left_out` are ids that exist, but are not in the scenario."""
    items = {
        id_: found
        for id_, found in _items(readings)
        if id_ not in left_out and found.part_of not in left_out
    }
    stuck = set(items) - _that_can_come(items)
    seen: set[str] = set()
    for id_ in items:
        path: list[str] = []
        while id_ in stuck and id_ not in seen:
            seen.add(id_)
            path.append(id_)
            id_ = _waits_for(items[id_], items, stuck)[1]
        if id_ in path:
            _note_ring(items, path[path.index(id_) :], stuck)


def _items(readings: Sequence[Reading]) -> Iterator[tuple[str, _Waiting]]:
    for reading in readings:
        for measure in reading.measures:
            yield from _with_parts(reading.document, measure.place, measure.item)
        for event in reading.events:
            yield from _with_parts(reading.document, event.place, event.item)


def _with_parts(
    document: Document, place: Place, item: Measure | Event
) -> Iterator[tuple[str, _Waiting]]:
    yield item.id, _Waiting(document, place, item.when)
    for name, number, part in parts_of(item):
        here = (*place, name, number)
        yield f"{item.id}.{part.id}", _Waiting(document, here, part.when, item.id)


def parts_of(item: Measure | Event) -> Iterator[tuple[str, int, Option]]:
    """The steps of a card or the answers to an event: the list they stand in, and their number."""
    if isinstance(item, Event):
        yield from (("choices", number, part) for number, part in enumerate(item.choices))
    else:
        yield from (("follow_ups", number, part) for number, part in enumerate(item.follow_ups))


def _that_can_come(items: dict[str, _Waiting]) -> set[str]:
    """The ids that need nothing but what can come before them, found from the free ones on."""
    waiting_on: dict[str, list[str]] = {}
    for id_, found in items.items():
        for target in (found.part_of, *_targets(found.when, items)):
            waiting_on.setdefault(target, []).append(id_)
    can_come: set[str] = set()
    to_try = list(items)
    while to_try:
        id_ = to_try.pop()
        if id_ not in can_come and _may_come(items[id_], items, can_come):
            can_come.add(id_)
            to_try += waiting_on.get(id_, ())
    return can_come


def _may_come(found: _Waiting, items: dict[str, _Waiting], can_come: set[str]) -> bool:
    if found.part_of and found.part_of not in can_come:
        return False
    return all(_can_hold(condition, items, can_come) for condition in found.when)


def _can_hold(condition: Condition, items: dict[str, _Waiting], can_come: set[str]) -> bool:
    if condition.kind == "any":
        return any(_can_hold(one, items, can_come) for one in condition.any)
    needed = _needed(condition, items)
    return needed not in items or needed in can_come


def _needed(condition: Condition, items: dict[str, _Waiting]) -> str:
    """What must be chosen before the condition holds, or nothing: a part, else the whole."""
    chosen = condition.chose or ""
    return chosen if chosen in items else chosen.partition(".")[0]


def _targets(conditions: Sequence[Condition], items: dict[str, _Waiting]) -> Iterator[str]:
    for condition in conditions:
        yield from (_needed(condition, items), *_targets(condition.any, items))


def _waits_for(
    found: _Waiting, items: dict[str, _Waiting], stuck: set[str]
) -> tuple[int | None, str]:
    """The position of the condition that never holds, and one id it waits for.

    No position for a part that waits only for what it is part of.
    """
    can_come = set(items) - stuck
    for position, condition in enumerate(found.when):
        if not _can_hold(condition, items, can_come):
            return position, next(t for t in _targets((condition,), items) if t in stuck)
    if found.part_of in stuck:
        return None, found.part_of
    raise AssertionError("stuck, but waits for nothing")


def _note_ring(items: dict[str, _Waiting], ring: list[str], stuck: set[str]) -> None:
    # a part that waits for the whole it is part of is told as the whole
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    told = [id_ for id_, after in pairs if items[id_].part_of != after]
    if len(told) == 1:  # told as something that waits for itself
        return
    first = items[told[0]]
    position, _ = _waits_for(first, items, stuck)
    shown = told if len(told) <= _MOST_SHOWN else [*told[: _MOST_SHOWN - 1], "…"]
    names = " → ".join(f"«{id_}»" if id_ in items else id_ for id_ in (*shown, told[0]))
    what = f"Ingen av disse kan skje, for de venter på hverandre i ring: {names}."
    place = first.place if position is None else (*first.place, "when", position)
    note(first.document, "ADVARSEL", place, what, "Fjern «chose» i en av dem.")
