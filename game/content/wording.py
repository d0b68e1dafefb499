"""From what pydantic found wrong to words an author understands. One cause gives one message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from game.content.document import MOST_TOLD, Document
from game.content.effects import READ_FROM_BY
from game.content.problem import Place
from game.content.quantity import Unclear, tidy
from game.content.suggest import meant_by, suggestion, suggestion_line
from game.content.yaml_trouble import Fault
from game.text.glossary import load_glossary

_NOT_FOR_AUTHORS = {READ_FROM_BY}
_SILENT_PARTS = {"measures", "events", "effects", "choices", "follow_ups"} | {
    "when",
    "joker_when",
    "if",
    "any",
}
_SHAPES = {
    "tuple_type": "en liste, med en strek foran hvert punkt",
    "list_type": "en liste, med en strek foran hvert punkt",
    "model_type": "felt med navn og kolon, ett på hver linje",
    "model_attributes_type": "felt med navn og kolon, ett på hver linje",
    "dict_type": "felt med navn og kolon, ett på hver linje",
}
_TOO_SHORT = {
    "choices": (
        "En hendelse må ha to eller tre valg.",
        "Legg til et valg med «- id:» og «label:».",
    ),
    "effects": ("«effects» må ha minst én virkning.", "Legg til en med «- change:»."),
}
_TOO_LONG = {
    "choices": ("En hendelse må ha to eller tre valg.", "Fjern valg til det står tre igjen."),
}


@dataclass(frozen=True)
class _Wrong:
    """One fault found in a form, at a place in the file."""

    place: Place
    kind: str
    context: dict[str, Any]


def note_faults(
    error: ValidationError, form: type[BaseModel], at: Place, document: Document
) -> None:
    """Adds what is wrong with a form to the document's problems."""
    if document.is_full:
        return
    found = error.errors(include_url=False, include_input=False)[: 2 * MOST_TOLD]
    wrongs = [_wrong(one, at) for one in found]
    wrongs = [wrong for wrong in wrongs if not _told_already(wrong, document)]
    meant = _meant(wrongs, form, at, document)
    for wrong in wrongs:
        if wrong.kind == "missing" and wrong.place in meant.values():
            continue
        fault = _fault(wrong, form, at, document)
        document.add(fault, in_words(wrong.place, document.data))


def _wrong(found: Any, at: Place) -> _Wrong:
    place = tuple(part for part in found["loc"] if part != "[key]")
    kind = "extra_forbidden" if "[key]" in found["loc"] else str(found["type"])
    return _Wrong((*at, *place), kind, found.get("ctx", {}))


def _told_already(wrong: _Wrong, document: Document) -> bool:
    """Whether the fault follows from one that has its own message."""
    faulty = document.faulty
    if wrong.kind == "too_short":
        # Items that could not be read are not counted; each has its own message.
        written = value_at(document.data, wrong.place)
        return isinstance(written, list) and len(written) >= int(wrong.context["min_length"])
    if any(wrong.place[:depth] in faulty for depth in range(len(wrong.place) + 1)):
        return True
    return wrong.kind == "value_error" and any(p[:-1] == wrong.place for p in faulty if p)


def _meant(
    wrongs: Sequence[_Wrong], form: type[BaseModel], at: Place, document: Document
) -> dict[Place, Place]:
    """For each unknown key, the missing key the author likely meant by it."""
    absent = {wrong.place for wrong in wrongs if wrong.kind == "missing"}
    found: dict[Place, Place] = {}
    for wrong in wrongs:
        if wrong.kind == "extra_forbidden":
            parent = wrong.place[:-1]
            name = meant_by(str(wrong.place[-1]), _allowed(form, at, wrong.place))
            if name is not None and (*parent, name) in absent:
                found[wrong.place] = (*parent, name)
    return found


def _fault(wrong: _Wrong, form: type[BaseModel], at: Place, document: Document) -> Fault:
    name = str(wrong.place[-1]) if wrong.place else ""
    if wrong.kind == "extra_forbidden":
        allowed = _allowed(form, at, wrong.place)
        return _unknown_field(wrong.place, allowed, document)
    if wrong.kind == "missing":
        line = document.line_of(wrong.place[:-1])
        return Fault(
            line, f"«{name}» mangler.", f"Legg til en linje med «{name}: …»{_meaning(name)}."
        )
    line = document.line_of(wrong.place)
    if wrong.kind == "value_error" and isinstance(wrong.context.get("error"), Unclear):
        unclear = wrong.context["error"]
        what = unclear.what.replace("{written}", _written(wrong, document))
        return Fault(line, what, unclear.fix)
    if wrong.kind == "literal_error":
        return _not_a_word(wrong, line, document)
    if wrong.kind in {"too_short", "too_long"}:
        words = _TOO_SHORT if wrong.kind == "too_short" else _TOO_LONG
        return Fault(line, *words.get(name, (f"«{name}» har feil antall.", "")))
    return _wrong_shape(name, wrong.kind, line)


def _unknown_field(place: Place, allowed: Sequence[str], document: Document) -> Fault:
    name, parent, line = str(place[-1]), place[:-1], document.line_of(place)
    meant = meant_by(name, allowed)
    if meant is not None and (*parent, meant) in document.lines:
        first = document.lines[(*parent, meant)]
        return Fault(
            line,
            f"Ukjent felt «{name}».",
            f"«{meant}» står allerede på linje {first}. Fjern én av dem.",
        )
    return Fault(line, f"Ukjent felt «{name}».", suggestion_line(name, allowed))


def _meaning(name: str) -> str:
    concept = load_glossary().get(name)
    return f" ({concept.name.nb})" if concept and concept.name.nb != name else ""


def _not_a_word(wrong: _Wrong, line: int, document: Document) -> Fault:
    allowed = [word.strip("'") for word in _split_expected(str(wrong.context["expected"]))]
    shown = _written(wrong, document)
    name = next(part for part in reversed(wrong.place) if isinstance(part, str))
    what = f"«{shown}» kan ikke stå i «{name}»."
    meant = meant_by(shown, allowed)
    return Fault(line, what, suggestion_line(shown, allowed) if meant else suggestion(allowed))


def _written(wrong: _Wrong, document: Document) -> str:
    """What the author wrote at the place of a fault, when it is a single value."""
    written = value_at(document.data, wrong.place)
    return tidy(written) if isinstance(written, str) else "dette"


def _split_expected(expected: str) -> list[str]:
    return expected.replace(" or ", ", ").split(", ")


def _wrong_shape(name: str, kind: str, line: int) -> Fault:
    wanted = _SHAPES.get(kind, "én verdi på samme linje")
    return Fault(line, f"«{name}» har feil oppsett.", f"Her skal det stå {wanted}.")


def _allowed(form: type[BaseModel], at: Place, place: Place) -> tuple[str, ...]:
    """The keys that may stand beside the one at `place`."""
    for part in place[len(at) : -1]:
        if isinstance(part, str):
            inner = _field(form, part)
            forms = [kind for kind in _kinds(inner) if isinstance(kind, type)]
            models = [kind for kind in forms if issubclass(kind, BaseModel)]
            if not models:
                return _key_words(inner)
            form = models[0]
    names = (field.alias or name for name, field in form.model_fields.items())
    return tuple(name for name in names if name not in _NOT_FOR_AUTHORS)


def _field(form: type[BaseModel], key: str) -> Any:
    for name, field in form.model_fields.items():
        if key == (field.alias or name):
            return field.annotation
    return None


def _kinds(annotation: Any) -> Iterable[Any]:
    """Every type a field's annotation is built of."""
    yield annotation
    for argument in get_args(annotation):
        yield from _kinds(argument)


def _key_words(annotation: Any) -> tuple[str, ...]:
    arguments = get_args(annotation)
    return tuple(str(word) for word in get_args(arguments[0])) if arguments else ()


def value_at(data: Any, place: Place) -> Any:
    """What stands at a place, or None."""
    for part in place:
        if isinstance(data, dict) and part in data:
            data = data[part]
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data


def in_words(place: Place, data: Any) -> str:
    """The way to a place as an author would say it: full_time_pilot → invest → nr. 1."""
    words = []
    for depth, part in enumerate(place[:-1] if place and isinstance(place[-1], str) else place):
        if isinstance(part, int):
            here = value_at(data, place[: depth + 1])
            own_id = here.get("id") if isinstance(here, dict) else None
            words.append(own_id if isinstance(own_id, str) else f"nr. {part + 1}")
        elif part not in _SILENT_PARTS:
            words.append(part)
    return " → ".join(words)
