"""The deck of questions for the talk after a game."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import AfterValidator, Field

from game.content.common.reading import load_common
from game.content.common.told import (
    METERS,
    CommonFile,
    MeasuredName,
    Slip,
    Told,
    not_all_there,
    written_twice,
)
from game.content.effects import Condition
from game.content.fields import Id, Line, Word
from game.content.form import Form
from game.content.loops import load_loops
from game.content.quantity import Unclear
from game.content.suggest import suggestion_line
from game.content.words import Pillar

SuitId = Literal["clubs", "diamonds", "hearts", "spades", "star"]
Deal = Literal["well", "hurt", "home"]
SUIT_SIZES: dict[str, int] = {"clubs": 7, "diamonds": 7, "hearts": 7, "spades": 7, "star": 4}


def _is_subject(name: str) -> str:
    known = (*METERS, *get_args(Pillar), *(loop.id for loop in load_loops()))
    if name not in known:
        raise Unclear(
            f"«{name}» er verken en måler, en søyle eller en sløyfe.",
            suggestion_line(name, known),
        )
    return name


Subject = Annotated[str, Word, AfterValidator(_is_subject)]
"""A meter, a pillar or one of the twelve loops."""


class Suit(Form):
    """A suit of the deck."""

    id: Annotated[SuitId, Word]
    symbol: Line
    name: Told


class DiscussionCard(Form):
    """A question.

    `about` is what in a game makes it fit. `deal` tells whether it suits what went well, what
    hurt, or home: the pupils' own municipality and own lives. A card that claims something is
    dealt only where it is true: `when` must hold at the end, and `rose` must stand higher than at
    the start.
    """

    id: Id
    suit: Annotated[SuitId, Word]
    deal: Annotated[Deal, Word]
    about: tuple[Subject, ...] = Field(min_length=1)
    when: tuple[Condition, ...] = ()
    rose: MeasuredName | None = None
    text: Told


class DiscussionFile(CommonFile):
    """discussion.yaml."""

    name: ClassVar[str] = "discussion.yaml"
    suits: tuple[Suit, ...] = Field(min_length=1)
    cards: tuple[DiscussionCard, ...] = Field(min_length=1)

    def slips(self) -> Iterator[Slip]:
        """Suits that are missing or of the wrong size, and ids used twice."""
        yield from not_all_there("suits", self.suits, get_args(SuitId))
        yield from written_twice("suits", self.suits)
        yield from written_twice("cards", self.cards)
        for suit, wanted in SUIT_SIZES.items():
            count = sum(card.suit == suit for card in self.cards)
            if count != wanted:
                what = f"Fargen «{suit}» har {count} kort, og skal ha {wanted}."
                yield Slip(("cards",), what, "Legg til eller fjern kort.")


def load_discussion_cards() -> tuple[DiscussionCard, ...]:
    """The 32 cards."""
    return load_common(DiscussionFile).cards


def load_suits() -> tuple[Suit, ...]:
    """The five suits."""
    return load_common(DiscussionFile).suits
