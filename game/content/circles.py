"""Events and measures that wait for one another in a ring, so that none of them ever comes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.content.advice import note
from game.content.document import Document
from game.content.problem import Place
from game.content.reading import Reading
from game.content.scenario import Condition, Event, Measure

_MOST_SHOWN = 6


@dataclass(frozen=True)
class _Waiting:
    """A measure or an event, and where it stands."""

    document: Document
    place: Place
    item: Measure | Event


def note_circles(readings: Sequence[Reading], left_out: frozenset[str]) -> None:
    """Warns once of each ring. `left_out` are ids that exist, but are not in the scenario."""
    items = {found.item.id: found for found in _items(readings) if found.item.id not in left_out}
    stuck = set(items) - _that_can_come(items)
    seen: set[str] = set()
    for id_ in items:
        path: list[str] = []
        while id_ in stuck and id_ not in seen:
            seen.add(id_)
            path.append(id_)
            id_ = _waits_for(items[id_].item, stuck)[1]
        if id_ in path:
            _note_ring(items, path[path.index(id_) :], stuck)


def _items(readings: Sequence[Reading]) -> Iterator[_Waiting]:
    for reading in readings:
        for measure in reading.measures:
            yield _Waiting(reading.document, measure.place, measure.item)
        for event in reading.events:
            yield _Waiting(reading.document, event.place, event.item)


def _that_can_come(items: dict[str, _Waiting]) -> set[str]:
    """The ids that need nothing but what can come before them, found from the free ones on."""
    waiting_on: dict[str, list[str]] = {}
    for id_, found in items.items():
        for target in _targets(found.item.when):
            waiting_on.setdefault(target, []).append(id_)
    can_come: set[str] = set()
    to_try = list(items)
    while to_try:
        id_ = to_try.pop()
        if id_ not in can_come and all(
            _can_hold(condition, items, can_come) for condition in items[id_].item.when
        ):
            can_come.add(id_)
            to_try += waiting_on.get(id_, ())
    return can_come


def _can_hold(condition: Condition, items: dict[str, _Waiting], can_come: set[str]) -> bool:
    if condition.kind == "any":
        return any(_can_hold(one, items, can_come) for one in condition.any)
    needed = _needed(condition)
    return needed not in items or needed in can_come


def _needed(condition: Condition) -> str:
    """The id of what must be chosen before the condition holds, or nothing."""
    return (condition.chose or "").partition(".")[0]


def _targets(conditions: Sequence[Condition]) -> Iterator[str]:
    for condition in conditions:
        yield from (_needed(condition), *_targets(condition.any))


def _waits_for(item: Measure | Event, stuck: set[str]) -> tuple[int, str]:
    """The position of the condition that never holds, and one id it waits for."""
    for position, condition in enumerate(item.when):
        free = [target for target in _targets((condition,)) if target and target not in stuck]
        held = [target for target in _targets((condition,)) if target in stuck]
        if held and not free:
            return position, held[0]
    raise AssertionError(f"{item.id} is stuck, but waits for nothing")


def _note_ring(items: dict[str, _Waiting], ring: list[str], stuck: set[str]) -> None:
    if len(ring) == 1:  # told as an item that waits for itself
        return
    first = items[ring[0]]
    position, _ = _waits_for(first.item, stuck)
    shown = ring if len(ring) <= _MOST_SHOWN else [*ring[: _MOST_SHOWN - 1], "…"]
    names = " → ".join(f"«{id_}»" if id_ in items else id_ for id_ in (*shown, ring[0]))
    what = f"Ingen av disse kan skje, for de venter på hverandre i ring: {names}."
    fix = "Fjern «chose» i en av dem."
    note(first.document, "ADVARSEL", (*first.place, "when", position), what, fix)
