"""The five invented groups of the council, and what they promised their voters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from game.content.common.reading import load_common
from game.content.common.told import (
    CommonFile,
    Direction,
    MeasuredName,
    Slip,
    Told,
    not_all_there,
    whole_number,
    written_twice,
)
from game.content.fields import Id, Word
from game.content.form import Form
from game.content.words import PARTIES, Pillar

SEATS = 35


class Promise(Form):
    """What a group said before the election: a quantity it watches, and the way it should go."""

    id: Id
    text: Told
    variable: MeasuredName
    direction: Annotated[Direction, Word]


class About(Form):
    """What a group says to a case in one of the pillars."""

    pillar: Annotated[Pillar, Word]
    yes: Told
    no: Told


class Party(Form):
    """A group of the council. `asks_for` is the pillar it wants more of in a compromise.

    `yes` and `no` are said to a case in a pillar that `about` says nothing of. `compromise` is said
    with the wish for a promise, `smaller` with the wish for a smaller case.
    """

    id: Id
    name: Told
    description: Told
    promises: tuple[Promise, ...] = Field(min_length=2, max_length=2)
    asks_for: Annotated[Pillar, Word]
    seats: Annotated[int, whole_number(1, SEATS)]
    yes: tuple[Told, ...] = Field(min_length=2)
    no: tuple[Told, ...] = Field(min_length=2)
    compromise: tuple[Told, ...] = Field(min_length=1)
    smaller: tuple[Told, ...] = Field(min_length=1)
    about: tuple[About, ...] = ()
    brief: Told

    @property
    def watches(self) -> tuple[str, ...]:
        """The two quantities its promises are about."""
        return tuple(promise.variable for promise in self.promises)


class PartiesFile(CommonFile):
    """parties.yaml."""

    name: ClassVar[str] = "parties.yaml"
    parties: tuple[Party, ...] = Field(min_length=1)

    def slips(self) -> Iterator[Slip]:
        """Groups that are missing, ids used twice, and seats that do not fill the room."""
        yield from written_twice("parties", self.parties)
        yield from not_all_there("parties", self.parties, PARTIES)
        seats = sum(party.seats for party in self.parties)
        if seats != SEATS:
            what = f"Gruppene har {seats} plasser til sammen, og kommunestyret har {SEATS}."
            yield Slip(("parties",), what, f"Fordel «seats» så summen blir {SEATS}.")


def load_parties() -> tuple[Party, ...]:
    """The five groups, in the order of the file."""
    return load_common(PartiesFile).parties
