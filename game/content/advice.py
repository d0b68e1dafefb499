"""What can be played, but is hard to read: texts too long to say aloud, missing languages.

Works on the forms that could be read; faults are told elsewhere. `note` is for other advice too.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.content.document import Document
from game.content.form import Form, Text
from game.content.problem import Place, Severity
from game.content.reading import Reading
from game.content.wording import in_words
from game.content.yaml_trouble import Fault

MOST_WORDS = 60
_LANGUAGES = (("nn", "nynorsk"), ("en", "engelsk"))


def note(document: Document, severity: Severity, place: Place, what: str, fix: str) -> None:
    """Adds a warning or a note at a place."""
    fault = Fault(document.line_of(place), what, fix)
    document.note(severity, fault, in_words(place, document.data))


def note_texts(reading: Reading) -> None:
    """Notes texts that lack a language, and texts too long to read aloud."""
    found = list(_all_texts(reading))
    absent_all = [key for key, _ in _LANGUAGES if found and not any(_has(t, key) for _, t in found)]
    for key, name in _LANGUAGES:
        if key in absent_all:
            what = f"Ingen tekster i fila er på {name}; bokmål vises i stedet."
            note(reading.document, "MERKNAD", (), what, f"Skriv «{{nb: …, {key}: …}}».")
    for place, text in found:
        _note_languages(reading.document, place, text, absent_all)
        _note_length(reading.document, place, text)


def _all_texts(reading: Reading) -> Iterator[tuple[Place, Text]]:
    if reading.head is not None:
        yield from _texts(reading.head, ())
    for measure in reading.measures:
        yield from _texts(measure.item, measure.place)
    for event in reading.events:
        yield from _texts(event.item, event.place)


def _texts(form: Form, place: Place) -> Iterator[tuple[Place, Text]]:
    """Every text inside a form, with its place in the file."""
    for name, described in type(form).model_fields.items():
        value, here = getattr(form, name), (*place, described.alias or name)
        if isinstance(value, Text):
            yield here, value
        elif isinstance(value, Form):
            yield from _texts(value, here)
        elif isinstance(value, tuple):
            for position, inner in enumerate(value):
                if isinstance(inner, Form):
                    yield from _texts(inner, (*here, position))


def _has(text: Text, language: str) -> bool:
    return bool(getattr(text, language))


def _note_languages(document: Document, place: Place, text: Text, told: list[str]) -> None:
    absent = [name for key, name in _LANGUAGES if key not in told and not _has(text, key)]
    if absent:
        what = f"«{place[-1]}» mangler {' og '.join(absent)}; bokmål vises i stedet."
        note(document, "MERKNAD", place, what, "")


def _note_length(document: Document, place: Place, text: Text) -> None:
    words = max(len((words or "").split()) for words in (text.nb, text.nn, text.en))
    if words > MOST_WORDS:
        what = f"Teksten er på {words} ord. Over {MOST_WORDS} blir tungt å lese høyt."
        note(document, "MERKNAD", place, what, "Del den i kortere setninger, og stryk noe.")
