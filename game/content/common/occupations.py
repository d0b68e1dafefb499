"""Twenty occupations in a municipality: what people do, and the way in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from game.content.common.reading import load_common
from game.content.common.told import CommonFile, Slip, Told, written_twice
from game.content.fields import Id, Line, Word
from game.content.form import Form
from game.content.quantity import Unclear
from game.content.suggest import suggestion_line
from game.model.axes import PROFESSIONS, SERVICES

COUNT = 20


def _one_of(names: tuple[str, ...]) -> AfterValidator:
    def check(name: str | None) -> str | None:
        if name is not None and name not in names:
            raise Unclear(f"«{name}» kan ikke stå her.", suggestion_line(name, names))
        return name

    return AfterValidator(check)


class Occupation(Form):
    """A job pupils can meet. `profession` is the row of the model it is counted in, if any.

    `related` are pillars and cards: choices that made the job matter in a game.
    """

    id: Id
    icon: Line
    profession: Annotated[str | None, Word, _one_of(PROFESSIONS)] = None
    service: Annotated[str | None, Word, _one_of(SERVICES)] = None
    name: Told
    does: Told
    task: Told
    good: Told
    hard: Told
    way: Told
    related: tuple[Id, ...] = Field(min_length=1)


class OccupationsFile(CommonFile):
    """occupations.yaml."""

    name: ClassVar[str] = "occupations.yaml"
    check_ways: Told
    occupations: tuple[Occupation, ...] = Field(min_length=1)

    def slips(self) -> Iterator[Slip]:
        """Ids used twice, and occupations too many or too few."""
        yield from written_twice("occupations", self.occupations)
        if len(self.occupations) != COUNT:
            what = f"Her står {len(self.occupations)} yrker, og spillet bruker {COUNT}."
            yield Slip(("occupations",), what, f"Skriv {COUNT} yrker.")


def load_occupations() -> tuple[Occupation, ...]:
    """The twenty occupations."""
    return load_common(OccupationsFile).occupations


def where_to_check_ways() -> Told:
    """The sentence that tells where to look up a way in before choosing it."""
    return load_common(OccupationsFile).check_ways
