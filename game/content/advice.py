"""What can be played, but likely not as the author meant: warnings and notes.

Texts too long to read aloud, missing languages, effects and costs out of proportion, events that
can never happen. Works on the forms that could be read; faults are told elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.content.document import Document
from game.content.form import Form, Text
from game.content.problem import Place, Problem, Severity
from game.content.reading import Reading
from game.content.scenario import (
    Amount,
    Costly,
    Effect,
    Measure,
    Municipality,
    Option,
    ScenarioHead,
)
from game.content.wording import in_words, value_at
from game.model.variables import VARIABLES
from game.text.numbers import nok_millions, number

MOST_WORDS = 60
LARGE_CHANGE = {"index": 20.0, "share": 0.08, "relative": 0.30}
"""What a single effect seldom passes. More is allowed, but asked about."""
LARGE_COST = 0.10
LARGE_MONEY_EFFECT = 0.05
"""Parts of a year's revenue."""
_LANGUAGES = (("nn", "nynorsk"), ("en", "engelsk"))
_LABOUR_MARKETS = {
    "under 5 000": 5_000,
    "5 000-10 000": 10_000,
    "10 000-20 000": 20_000,
    "20 000-50 000": 50_000,
    "50 000-150 000": 150_000,
    "150 000-500 000": 500_000,
}


def note(document: Document, severity: Severity, place: Place, what: str, fix: str) -> None:
    """Adds a warning or a note at a place."""
    line = document.line_of(place)
    source = document.source[line - 1] if line <= len(document.source) else ""
    words = in_words(place, document.data)
    document.problems.append(Problem(severity, document.file, line, words, source, what, fix))


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


def note_sizes(reading: Reading, head: ScenarioHead | None) -> None:
    """Warns of effects and costs out of proportion to what a municipality can do."""
    municipality = head.municipality if head else None
    for place, costly in _costly(reading):
        _note_cost(reading.document, place, costly, municipality)
        if isinstance(costly, Measure) and _is_free(costly):
            what = "Tiltaket koster verken penger eller krefter. Spillerne har ikke noe å veie."
            note(
                reading.document,
                "MERKNAD",
                place,
                what,
                "Sett «cost», «yearly_cost» eller «effort».",
            )
    for place, effect in _effects(reading):
        _note_change(reading.document, place, effect, municipality)


def _is_free(costly: Costly) -> bool:
    return not (costly.cost.value or costly.yearly_cost.value or costly.effort)


def _costly(reading: Reading) -> Iterator[tuple[Place, Measure | Option]]:
    for measure in reading.measures:
        yield measure.place, measure.item
    for event in reading.events:
        for position, option in enumerate(event.item.choices):
            yield (*event.place, "choices", position), option


def _effects(reading: Reading) -> Iterator[tuple[Place, Effect]]:
    holders: list[tuple[Place, tuple[Effect, ...]]] = [
        (place, costly.effects) for place, costly in _costly(reading)
    ]
    holders += [(part.place, part.item.effects) for part in reading.events]
    for place, effects in holders:
        for position, effect in enumerate(effects):
            yield (*place, "effects", position), effect


def _note_cost(
    document: Document, place: Place, costly: Costly, municipality: Municipality | None
) -> None:
    for key, amount in (("cost", costly.cost), ("yearly_cost", costly.yearly_cost)):
        part = _part_of_revenue(amount, municipality)
        if part > LARGE_COST:
            what = f"Dette er {number(part * 100)} % av det kommunen får inn på ett år."
            note(document, "ADVARSEL", (*place, key), what, "Se om det er en null for mye.")


def _part_of_revenue(amount: Amount, municipality: Municipality | None) -> float:
    """How large a sum is beside a year's revenue; 0 when the municipality is not known."""
    if municipality is None or municipality.revenue_per_inhabitant <= 0:
        return 0.0
    inhabitants = max(municipality.total_inhabitants, 1)
    return abs(amount.total(inhabitants)) / (municipality.revenue_per_inhabitant * inhabitants)


def _note_change(
    document: Document, place: Place, effect: Effect, municipality: Municipality | None
) -> None:
    unit = VARIABLES[effect.change].unit
    if unit == "nok":
        amount = Amount(value=effect.by, per_inhabitant=effect.per_inhabitant)
        if _part_of_revenue(amount, municipality) > LARGE_MONEY_EFFECT:
            shown = nok_millions(
                amount.total(municipality.total_inhabitants if municipality else 0)
            )
            what = f"{shown} er mer enn {LARGE_MONEY_EFFECT:.0%} av inntekta på ett år."
            note(document, "ADVARSEL", (*place, "by"), what, "Behold hvis du mener det.")
    elif abs(effect.by) > LARGE_CHANGE[unit]:
        scale = 1.0 if unit == "index" else 100.0
        what = (
            f"«{value_at(document.data, (*place, 'by'))}» er svært mye for én virkning; "
            f"{number(LARGE_CHANGE[unit] * scale)} er vanligvis det meste."
        )
        note(document, "ADVARSEL", (*place, "by"), what, "Behold hvis du mener det.")


def note_municipality(reading: Reading) -> None:
    """Warns of a municipality whose numbers do not fit together."""
    if reading.head is None:
        return
    municipality, document = reading.head.municipality, reading.document
    total = municipality.total_inhabitants
    place: Place = ("municipality", "inhabitants")
    if not 200 <= total <= 750_000:
        what = f"Til sammen {number(total)} innbyggere er ikke en norsk kommune."
        note(
            document,
            "ADVARSEL",
            place,
            what,
            "Den minste har rundt 200, den største rundt 720 000.",
        )
    most = _LABOUR_MARKETS.get(municipality.labour_market)
    if most is not None and total > most:
        what = f"Kommunen har {number(total)} innbyggere, flere enn hele arbeidsmarkedet."
        note(document, "ADVARSEL", ("municipality", "labour_market"), what, "Velg et større.")
