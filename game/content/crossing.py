"""Faults that show only when the parts are seen together: ids used twice, ids that do not exist.

Works on the data as written, not on the finished forms, so it still runs when single fields fail.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from game.content.document import Document
from game.content.place_names import note_unknown_names
from game.content.problem import Place
from game.content.quantity import tidy
from game.content.reading import Reading
from game.content.scenario import PUT_TO_USE, TRIAL_STAGES
from game.content.suggest import MOST_LISTED, meant_by
from game.content.wording import in_words
from game.content.yaml_trouble import Fault

_WORD_FOR = {"measures": "tiltak", "events": "hendelse"}


@dataclass(frozen=True)
class Named:
    """An id, and where it was given."""

    document: Document
    place: Place
    list_name: str


def note_cross_faults(readings: Sequence[Reading]) -> None:
    """Adds what is wrong between the parts to the problems of the file it stands in."""
    known: dict[str, Named] = {}
    options: dict[str, list[str]] = {}
    for reading in readings:
        for id_, named in ids_in(reading.document):
            _note_twice(id_, named, known)
            known.setdefault(id_, named)
            options.setdefault(id_, []).extend(_option_ids(named))
    cards = frozenset(id_ for id_, named in known.items() if named.list_name == "measures")
    for reading in readings:
        _note_unknown_items(reading, known)
        note_unknown_names(reading.document)
        for place, target in _targets(reading.document.data, ()):
            if reading.document.is_full:
                break
            _note_unknown_target(reading.document, place, target, options, cards)


def ids_in(document: Document) -> Iterator[tuple[str, Named]]:
    """Every measure and event. A misspelt list name must not hide what is in it."""
    if not isinstance(document.data, dict):
        return
    for name, items in document.data.items():
        for position, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict) and isinstance(item.get("id"), str):
                yield tidy(item["id"]), Named(document, (name, position), name)


def _option_ids(named: Named) -> list[str]:
    found: list[str] = []
    item = _at(named)
    for name, items in item.items():
        for position, option in enumerate(items if isinstance(items, list) else ()):
            if isinstance(option, dict) and isinstance(option.get("id"), str):
                _note_option_twice(named, name, position, option["id"], found)
                found.append(tidy(option["id"]))
    return [*found, *TRIAL_STAGES] if PUT_TO_USE in found else found


def _at(named: Named) -> dict[str, Any]:
    item = named.document.data
    for part in named.place:
        item = item[part]
    return dict(item)


def _note_option_twice(
    named: Named, name: str, position: int, option: str, found: Sequence[str]
) -> None:
    if tidy(option) not in found:
        return
    place = (*named.place, name, position, "id")
    fault = Fault(
        named.document.line_of(place),
        f"To valg i samme hendelse heter «{tidy(option)}».",
        "Gi det ene et annet navn.",
    )
    named.document.add(fault, in_words(place, named.document.data))


def _note_twice(id_: str, named: Named, known: dict[str, Named]) -> None:
    first = known.get(id_)
    if first is None:
        return
    place = (*named.place, "id")
    line = first.document.line_of((*first.place, "id"))
    fault = Fault(
        named.document.line_of(place),
        f"«{id_}» er brukt før, i {first.document.file}, linje {line}.",
        "Gi det ene et annet navn.",
    )
    named.document.add(fault, in_words(place, named.document.data))


def _note_unknown_items(reading: Reading, known: dict[str, Named]) -> None:
    available_in: dict[str, list[str]] = {name: [] for name in _WORD_FOR}
    for name, named in known.items():
        available_in.setdefault(named.list_name, []).append(name)
    for list_name, id_, place in reading.named:
        here = known.get(id_)
        if id_ == "all" or (here is not None and here.list_name == list_name):
            continue
        if reading.document.is_full:
            return
        available = available_in[list_name]
        word = _WORD_FOR[list_name]
        fault = Fault(
            reading.document.line_of(place),
            f"Biblioteket har {'ingen' if word == 'hendelse' else 'ikke noe'} {word} "
            f"som heter «{id_}».",
            _choices_line(id_, available, "Se navnene i mappa scenarios/library."),
        )
        reading.document.add(fault, "")


def _targets(data: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Every `chose` and `not_chosen`, wherever it stands."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in {"chose", "not_chosen"} and isinstance(value, str):
                yield (*place, key), tidy(value)
            else:
                yield from _targets(value, (*place, key))
    elif isinstance(data, list):
        for position, value in enumerate(data):
            yield from _targets(value, (*place, position))


def _note_unknown_target(
    document: Document,
    place: Place,
    target: str,
    options: dict[str, list[str]],
    cards: frozenset[str],
) -> None:
    item, _, option = target.partition(".")
    if item not in options:
        what = f"Det finnes ingen hendelse og ikke noe tiltak som heter «{item}»."
        fix = _choices_line(item, list(options), "Se navnene i mappa scenarios/library.")
    elif option and option not in options[item]:
        what = f"Ingen hendelse har valget «{target}»."
        fix = _options_line(item, options[item])
    elif not option and options[item] and item not in cards:
        what = f"«{item}» er en hendelse, og det står ikke hvilket valg."
        fix = _options_line(item, options[item])
    else:
        return
    document.add(Fault(document.line_of(place), what, fix), in_words(place, document.data))


def _options_line(item: str, options: Sequence[str]) -> str:
    if not options:
        return f"«{item}» er et tiltak. Skriv «{item}» uten punktum."
    return f"Valgene i {item} er: {', '.join(f'{item}.{option}' for option in options)}."


def _choices_line(written: str, available: Sequence[str], otherwise: str) -> str:
    if 0 < len(available) <= MOST_LISTED:
        return f"Disse finnes: {', '.join(available)}."
    meant = meant_by(written, available)
    return f"Mente du «{meant}»?" if meant else otherwise
