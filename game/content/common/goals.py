"""The goals and values a group chooses among for its arbeidsgiverstrategi."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from game.content.common.reading import load_common
from game.content.common.told import (
    CommonFile,
    Direction,
    MeasuredName,
    Slip,
    Told,
    change_in_unit,
    written_twice,
)
from game.content.fields import Id, Line, Word
from game.content.form import Form
from game.content.words import Pillar

COUNT = 8


class Goal(Form):
    """Something to reach before the game ends, counted from the value at the start.

    `by` is in the unit of the variable (shares 0-1, relative 0-1, index in points), always above
    nought; `direction` tells which way. A choice in one of the pillars of `follow_up` keeps the
    goal alive.
    """

    id: Id
    icon: Line
    name: Told
    sentence: Told
    variable: MeasuredName
    direction: Annotated[Direction, Word]
    by: float
    follow_up: tuple[Annotated[Pillar, Word], ...] = Field(min_length=1)

    @field_validator("by", mode="before")
    @classmethod
    def _in_the_right_unit(cls, written: object, info: ValidationInfo) -> object:
        return change_in_unit(written, info.data.get("variable", ""))

    @property
    def signed(self) -> float:
        """The change to reach, with its sign."""
        return self.by if self.direction == "up" else -self.by


class Value(Form):
    """A sentence about how people are to be met at work."""

    id: Id
    sentence: Told


class GoalsFile(CommonFile):
    """goals.yaml."""

    name: ClassVar[str] = "goals.yaml"
    goals: tuple[Goal, ...] = Field(min_length=1)
    values: tuple[Value, ...] = Field(min_length=1)

    def slips(self) -> Iterator[Slip]:
        """Ids used twice, and goals too many or too few."""
        yield from written_twice("goals", self.goals)
        yield from written_twice("values", self.values)
        if len(self.goals) != COUNT:
            what = f"Her står {len(self.goals)} mål, og spillet bruker {COUNT}."
            yield Slip(("goals",), what, f"Skriv {COUNT} mål.")


def load_goals() -> tuple[Goal, ...]:
    """The eight goals."""
    return load_common(GoalsFile).goals


def load_values() -> tuple[Value, ...]:
    """The value sentences."""
    return load_common(GoalsFile).values
