"""The names a municipality gives to what is in the shared texts: `{nursing_home}` and its like.

The library is written once for all. Each scenario fills in its own names when it is loaded.
"""

from __future__ import annotations

import string
from collections.abc import Iterator
from typing import Any, TypeVar

from game.content.document import Document
from game.content.fields import Line
from game.content.form import Form, Text
from game.content.problem import Place
from game.content.suggest import suggestion_line
from game.content.wording import in_words
from game.content.yaml_trouble import Fault

AnyForm = TypeVar("AnyForm", bound=Form)
LISTS = ("measures", "events")
"""Where the names may be used: in the cards and the events, not in the top of a scenario."""


class PlaceNames(Form):
    """What the municipality calls its own places."""

    nursing_home: Line = "Solbakken"


def with_names(form: AnyForm, names: PlaceNames) -> AnyForm:
    """The form with the names filled in, in every language and at every depth."""
    changed = {}
    for key in type(form).model_fields:
        value = getattr(form, key)
        named = _named(value, names)
        if named is not value:
            changed[key] = named
    return form.model_copy(update=changed) if changed else form


def _named(value: Any, names: PlaceNames) -> Any:
    if isinstance(value, Text):
        return _named_text(value, names)
    if isinstance(value, Form):
        return with_names(value, names)
    if isinstance(value, tuple):
        parts = tuple(_named(part, names) for part in value)
        same = all(new is old for new, old in zip(parts, value, strict=True))
        return value if same else parts
    return value


def _named_text(text: Text, names: PlaceNames) -> Text:
    filled = {
        language: sentence.format_map(names.model_dump())
        for language in Text.model_fields
        if (sentence := getattr(text, language)) and "{" in sentence
    }
    return text.model_copy(update=filled) if filled else text


def note_unknown_names(document: Document) -> None:
    """Adds a problem for every name in braces that the game cannot fill in."""
    if not isinstance(document.data, dict):
        return
    for place, sentence in _sentences(document.data, ()):
        if document.is_full:
            return
        fault = _fault(sentence, document.line_of(place), place[0] in LISTS)
        if fault is not None:
            document.add(fault, in_words(place, document.data))


def _sentences(data: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Every text with a brace in it, wherever it stands."""
    parts: Iterator[tuple[Any, Any]] = iter(())
    if isinstance(data, dict):
        parts = iter(data.items())
    elif isinstance(data, list):
        parts = iter(enumerate(data))
    elif isinstance(data, str) and ("{" in data or "}" in data):
        yield place, data
    for key, value in parts:
        yield from _sentences(value, (*place, key))


def _fault(sentence: str, line: int, may_be_used: bool) -> Fault | None:
    known = tuple(PlaceNames.model_fields)
    try:
        found = [part for part in string.Formatter().parse(sentence) if part[1] is not None]
    except ValueError:
        what = "En krøllparentes i teksten er ikke lukket."
        return Fault(line, what, f"Skriv for eksempel «{{{known[0]}}}».")
    for _, name, shape, conversion in found:
        if name not in known or shape or conversion:
            what = f"Spillet kan ikke fylle inn «{{{name}}}»."
            return Fault(line, what, suggestion_line(name or "", known))
    if found and not may_be_used:
        what = "Navnene i krøllparentes virker bare i tiltak og hendelser."
        return Fault(line, what, "Skriv selve navnet her.")
    return None
