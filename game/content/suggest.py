"""What an author may have meant: a Norwegian word for an English one, a slip of the fingers, or
the list of what is allowed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cache

from game.text.glossary import load_glossary, norwegian_words

MOST_LISTED = 12
_ALIKE = 0.75


def suggestion_line(word: str, allowed: Sequence[str]) -> str:
    """One line that tells what to write instead of `word`."""
    meant = meant_by(word, allowed)
    return f"Mente du {_with_norwegian(meant)}?" if meant else suggestion(allowed)


def suggestion(allowed: Sequence[str]) -> str:
    """The allowed words, or where to find them when they are many."""
    if not allowed:
        return ""
    if len(allowed) <= MOST_LISTED:
        return "Du kan bruke: " + ", ".join(allowed) + "."
    return "Alle navnene står forklart i ordlista, game/text/glossary.yaml."


def meant_by(word: str, allowed: Iterable[str]) -> str | None:
    """The one allowed word an author likely meant, or None."""
    choices = tuple(allowed)
    plain = _plain(word)
    for name in choices:
        if plain == _plain(name) or plain in _norwegian(name):
            return name
    close = get_close_matches(plain, choices, n=1, cutoff=_ALIKE)
    if close:
        return close[0]
    spelt = {alike: name for name in choices for alike in _norwegian(name)}
    near = get_close_matches(plain, spelt, n=1, cutoff=_ALIKE + 0.1)
    return spelt[near[0]] if near else None


def _with_norwegian(name: str) -> str:
    concept = load_glossary().get(name)
    if concept is None or concept.name.nb == name:
        return f"«{name}»"
    return f"«{name}» ({concept.name.nb})"


@cache
def _norwegian(name: str) -> tuple[str, ...]:
    concept = load_glossary().get(name)
    return tuple(_plain(word) for word in norwegian_words(concept)) if concept else ()


def _plain(word: str) -> str:
    return "_".join(word.lower().replace("-", " ").replace("_", " ").split())
