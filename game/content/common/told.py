"""What the common files are built of: a text in all three languages, and the shared words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, Protocol

from pydantic import AfterValidator, ValidatorFunctionWrapHandler, WrapValidator

from game.content import units
from game.content.fields import Word
from game.content.form import Form, Text
from game.content.problem import Place
from game.content.quantity import Unclear
from game.content.suggest import suggestion_line
from game.content.words import NOT_MEASURED
from game.model.variables import VARIABLES

MEASURED: tuple[str, ...] = tuple(name for name in VARIABLES if name not in NOT_MEASURED)
"""What the game records each year, so that a goal or a voice can be about it."""
METERS: tuple[str, ...] = ("staffing", "services", "wellbeing", "trust", "money")
Direction = Literal["up", "down"]
RoleId = Literal["director", "hr", "finance", "development", "cocreation", "union", "youth"]


class Told(Text):
    """A text that stands in all three languages: the game's own words are never borrowed."""

    nn: str
    en: str


@dataclass(frozen=True)
class Slip:
    """A fault that no single field can see: where it is, what is wrong, and how to mend it."""

    place: Place
    what: str
    fix: str


class CommonFile(Form):
    """One file of the common content. `name` is what it is called on disk."""

    name: ClassVar[str]

    def slips(self) -> Iterator[Slip]:
        """What is wrong between the parts of the file."""
        yield from ()


class HasId(Protocol):
    """Anything that is known by its id."""

    @property
    def id(self) -> str: ...


def written_twice(key: str, items: Sequence[HasId]) -> Iterator[Slip]:
    """A slip for each id that was used before in the same list."""
    seen: dict[str, int] = {}
    for position, item in enumerate(items):
        if item.id in seen:
            what = f"«{item.id}» er brukt to ganger i «{key}»."
            yield Slip((key, position, "id"), what, "Gi den ene en annen id.")
        seen.setdefault(item.id, position)


def not_all_there(key: str, items: Sequence[HasId], wanted: Sequence[str]) -> Iterator[Slip]:
    """A slip for each id that must be in the list and is not, and for each that must not."""
    written = [item.id for item in items]
    for id_ in wanted:
        if id_ not in written:
            yield Slip((key,), f"«{id_}» mangler i «{key}».", f"Legg til «- id: {id_}».")
    for position, id_ in enumerate(written):
        if id_ not in wanted:
            what = f"«{id_}» hører ikke til i «{key}»."
            yield Slip((key, position, "id"), what, suggestion_line(id_, wanted))


def _is_measured(name: str) -> str:
    if name not in MEASURED:
        raise Unclear(
            f"Spillet måler ingen størrelse som heter «{name}».", suggestion_line(name, MEASURED)
        )
    return name


MeasuredName = Annotated[str, Word, AfterValidator(_is_measured)]
"""The name of a quantity that has a value each year."""


def _is_known(name: str) -> str:
    if name not in VARIABLES:
        raise Unclear(
            f"Modellen har ingen størrelse som heter «{name}».",
            suggestion_line(name, tuple(VARIABLES)),
        )
    return name


KnownName = Annotated[str, Word, AfterValidator(_is_known)]
"""The name of any quantity, also of those that only effects know."""


def whole_number(lowest: int, highest: int) -> WrapValidator:
    """What makes a field of a whole number between two limits."""

    def check(written: object, handler: ValidatorFunctionWrapHandler) -> object:
        value = handler(units.count(written) if isinstance(written, str) else written)
        if not lowest <= value <= highest:
            fix = f"Skriv et tall fra {lowest} til {highest}."
            raise Unclear("«{written}» er utenfor grensene i spillet.", fix)
        return value

    return WrapValidator(check)


def change_in_unit(written: object, variable: str) -> object:
    """How much a variable is to change, as the number the game uses. Above nought."""
    if not isinstance(written, str):
        return written
    if variable not in VARIABLES:
        # The fault is in the variable; the right unit is not known before that is mended.
        return 0.0
    amount = units.change(written, VARIABLES[variable])[0]
    if amount <= 0.0:
        raise Unclear(
            "«{written}» skal være over null.", "Skriv bare hvor mye, og retningen i «direction»."
        )
    return amount
