"""Parts of a scenario that no game will ever show: events that cannot happen, effects too late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.content.advice import note
from game.content.circles import parts_of
from game.content.document import Document
from game.content.problem import Place
from game.content.reading import Reading
from game.content.scenario import Condition, Effect, Event, Measure, ScenarioHead
from game.model.variables import VARIABLES

_NEVER = {
    "events": "Hendelsen kan aldri skje",
    "measures": "Tiltaket kan aldri velges",
    "choices": "Svaret kan aldri gis",
    "follow_ups": "Trinnet kan aldri tas",
}


@dataclass
class _Range:
    """The values a quantity may have; `open` ends are left out themselves."""

    low: float
    high: float
    low_is_open: bool = False
    high_is_open: bool = False

    def narrow(self, condition: Condition) -> None:
        """Keeps only what the condition allows."""
        value, is_open = condition.value, condition.test in {"above", "below"}
        if condition.test in {"above", "at least"}:
            if value > self.low or (value == self.low and is_open):
                self.low, self.low_is_open = value, is_open
        elif value < self.high or (value == self.high and is_open):
            self.high, self.high_is_open = value, is_open

    @property
    def is_empty(self) -> bool:
        """Whether no value is left."""
        return self.low > self.high or (
            self.low == self.high and (self.low_is_open or self.high_is_open)
        )


def note_unreachable(reading: Reading, head: ScenarioHead | None, left_out: frozenset[str]) -> None:
    """Warns of what can never be seen in a scenario, or in any, when `head` is None.

    `left_out` are ids that exist, but that the scenario has not taken in.
    """
    document = reading.document
    faulty_lines = {problem.line for problem in document.problems if problem.severity == "FEIL"}
    parts: list[tuple[Place, Event | Measure]] = [(p.place, p.item) for p in reading.events]
    parts += [(part.place, part.item) for part in reading.measures]
    for place, item in parts:
        # With a fault in its id there is no telling what refers to what.
        id_is_sound = document.line_of((*place, "id")) not in faulty_lines
        if item.id not in left_out and id_is_sound:
            _note_item(document, place, item, head, left_out)


def _note_item(
    document: Document,
    place: Place,
    item: Event | Measure,
    head: ScenarioHead | None,
    left_out: frozenset[str],
) -> None:
    if _note_impossible(document, place, item.id, item.when, head, left_out):
        return
    for name, number, part in parts_of(item):
        here = (*place, name, number)
        _note_impossible(document, here, f"{item.id}.{part.id}", part.when, head, left_out)
    if head is not None:
        for here, effect in _effects(item, place):
            _note_too_late(document, here, effect, head)


def _note_impossible(
    document: Document,
    place: Place,
    id_: str,
    when: tuple[Condition, ...],
    head: ScenarioHead | None,
    left_out: frozenset[str],
) -> bool:
    """Warns of the first condition that never holds, if any."""
    reason = _impossible(id_, when, head, left_out)
    if reason is None:
        return False
    position, why, fix = reason
    what = f"{_NEVER[str(place[-2])]}: {why}"
    note(document, "ADVARSEL", (*place, "when", position), what, fix)
    return True


def _impossible(
    id_: str, when: tuple[Condition, ...], head: ScenarioHead | None, left_out: frozenset[str]
) -> tuple[int, str, str] | None:
    """Which condition cannot hold, why, and how to mend it."""
    ranges: dict[str, _Range] = {}
    for position, condition in enumerate(when):
        if condition.kind == "chose":
            reason = _never_chosen(id_, str(condition.chose), left_out)
            if reason is not None:
                return position, *reason
        if condition.kind == "value":
            found = ranges.setdefault(condition.variable, _whole_range(condition.variable, head))
            found.narrow(condition)
            if found.is_empty:
                return position, *_empty_words(condition, head)
    return None


def _never_chosen(id_: str, target: str, left_out: frozenset[str]) -> tuple[str, str] | None:
    needed = target.partition(".")[0]
    if target == id_ or needed == id_:
        return "betingelsen venter på sitt eget valg.", "Fjern linja, eller vis til noe annet."
    if needed in left_out:
        return f"«{needed}» er ikke med i scenarioet.", f"Ta med «{needed}», eller fjern linja."
    return None


def _whole_range(name: str, head: ScenarioHead | None) -> _Range:
    if name == "year" and head is not None:
        return _Range(head.starts, head.starts + head.turns - 1)
    return _Range(VARIABLES[name].lowest, VARIABLES[name].highest)


def _empty_words(condition: Condition, head: ScenarioHead | None) -> tuple[str, str]:
    if condition.variable == "year" and head is not None:
        last = head.starts + head.turns - 1
        if condition.test in {"at least", "above"}:
            return f"spillet slutter i {last}.", "Senk årstallet eller øk «turns»."
        return f"spillet begynner i {head.starts}.", "Øk årstallet."
    return f"ingen verdi av «{condition.variable}» passer.", "Se på grensene i betingelsene."


def _effects(item: Event | Measure, place: Place) -> Iterator[tuple[Place, Effect]]:
    for position, effect in enumerate(item.effects):
        yield (*place, "effects", position), effect
    for name, number, part in parts_of(item):
        for position, effect in enumerate(part.effects):
            yield (*place, name, number, "effects", position), effect


def _note_too_late(document: Document, place: Place, effect: Effect, head: ScenarioHead) -> None:
    if effect.after >= head.turns:
        what = f"Virkningen kommer etter {effect.after} år, men spillet varer i {head.turns}."
        note(document, "ADVARSEL", (*place, "after"), what, "Senk «after» eller øk «turns».")
