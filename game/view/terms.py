"""Ordlista: the forty words in alphabetical order, and finding one by its first letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.content.common.terms import Term, load_terms
from game.text.translate import LANGUAGES, Translator

LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
"""In the order of the Norwegian alphabet; English has no use for the last three."""


@dataclass(frozen=True)
class TermView:
    """A word: what it is, what it does in the game, and what it is outside it."""

    id: str
    name: str
    letter: str
    what: str
    in_game: str
    in_reality: str
    elsewhere: tuple[tuple[str, str], ...]
    """The other languages of the game that have a word of their own for it, with the word."""


def term_views(t: Translator) -> tuple[TermView, ...]:
    """All the words, as a dictionary in the player's language has them."""
    return tuple(sorted((_view(term, t) for term in load_terms()), key=_place))


def term_ids() -> frozenset[str]:
    """The ids of the words that are explained."""
    return frozenset(term.id for term in load_terms())


def next_with_letter(
    views: Sequence[TermView], letter: str, current: str | None = None
) -> TermView | None:
    """The first word with a letter after the current one, and around; None without such a word."""
    wanted = letter.upper()
    at = next((i for i, view in enumerate(views) if view.id == current), -1)
    around = [*views[at + 1 :], *views[: at + 1]]
    return next((view for view in around if view.letter == wanted), None)


def _view(term: Term, t: Translator) -> TermView:
    name = t.pick(term.name)
    told = {language: str(getattr(term.name, language)) for language in LANGUAGES}
    return TermView(
        id=term.id,
        name=name[0].upper() + name[1:],
        letter=name[0].upper(),
        what=t.pick(term.what),
        in_game=t.pick(term.in_game),
        in_reality=t.pick(term.in_reality),
        elsewhere=tuple((language, word) for language, word in told.items() if word != name),
    )


def _place(view: TermView) -> tuple[int, ...]:
    """Where it stands: spaces and hyphens come before every letter."""
    return tuple(LETTERS.find(letter) for letter in view.name.lower())
