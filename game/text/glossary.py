"""Every concept once: its id in code, its words in three languages, and what it means.

The checker's hints, the word explanations in the game and the teacher's word list all read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from game.text.yaml_text import read_text_values


@dataclass(frozen=True)
class Words:
    """One string in each language."""

    nb: str
    nn: str
    en: str


@dataclass(frozen=True)
class Concept:
    """One entry. `also` holds other Norwegian words people use for the same thing.

    The words a pupil needs also say what they are in the game, and what they are in reality.
    """

    id: str
    name: Words
    explanation: Words
    also: tuple[str, ...] = ()
    in_game: Words | None = None
    in_reality: Words | None = None


@cache
def load_glossary(path: Path | None = None) -> dict[str, Concept]:
    """The glossary by id."""
    entries = read_text_values(path or Path(__file__).parent / "glossary.yaml")
    return {id_: _concept(id_, entry) for id_, entry in entries.items()}


def _concept(id_: str, entry: dict[str, Any]) -> Concept:
    return Concept(
        id=id_,
        name=Words(nb=entry["nb"], nn=entry["nn"], en=entry["en"]),
        explanation=_words(entry["explanation"]),
        also=tuple(entry.get("also", ())),
        in_game=_words(entry["in_game"]) if "in_game" in entry else None,
        in_reality=_words(entry["in_reality"]) if "in_reality" in entry else None,
    )


def _words(written: dict[str, str]) -> Words:
    return Words(**{key: text.strip() for key, text in written.items()})


def norwegian_words(concept: Concept) -> tuple[str, ...]:
    """Every Norwegian word an author might use for a concept."""
    return (concept.name.nb, concept.name.nn, *concept.also)
