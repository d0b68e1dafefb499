"""The types of single fields: what an author writes, turned into the number the game uses.

Each reader lets a ready number through, so that tests and tools can build the forms in code.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ValidationInfo

from game.content import units
from game.content.quantity import Unclear, tidy
from game.content.suggest import suggestion_line
from game.content.words import LANDSCAPES, NO, YES
from game.model.axes import FIRST_YEAR, LABOUR_MARKETS, YEARS

_ID = re.compile(r"[a-z][a-z0-9_]*\Z")
LONGEST_ID = 60
LAST_YEAR = FIRST_YEAR + YEARS - 1
"""The last year the model's tables hold."""


def _reads(reader: Callable[[str], Any]) -> BeforeValidator:
    return BeforeValidator(lambda value: reader(value) if isinstance(value, str) else value)


def _within(lowest: float, highest: float, words: str) -> AfterValidator:
    def check(value: float) -> float:
        if not lowest <= value <= highest:
            raise Unclear("«{written}» er utenfor grensene i spillet.", f"Skriv {words}.")
        return value

    return AfterValidator(check)


def _share_within(lowest: int, highest: int) -> AfterValidator:
    """A share between two limits in per cent."""
    low, high = str(lowest).replace("-", "\u2212"), str(highest)
    return _within(lowest / 100, highest / 100, f"en andel fra {low} % til {high} %")


def _one_of(names: tuple[str, ...]) -> AfterValidator:
    """One of a list of words that stands elsewhere than in the form."""

    def check(value: str, info: ValidationInfo) -> str:
        if value not in names:
            what = f"«{{written}}» kan ikke stå i «{info.field_name}»."
            raise Unclear(what, suggestion_line(value, names))
        return value

    return AfterValidator(check)


def identifier(text: str) -> str:
    """An id: lower-case English letters, digits and underscores."""
    if len(text) > LONGEST_ID:
        raise Unclear(f"Id-en «{tidy(text)}» er for lang.", f"En id har høyst {LONGEST_ID} tegn.")
    if not _ID.match(text):
        raise Unclear(
            f"«{tidy(text)}» kan ikke være en id.",
            "Bruk små bokstaver a–z, tall og understrek, for eksempel «summer_jobs».",
        )
    return text


def truth(text: str) -> bool:
    """Yes or no, in English or Norwegian."""
    word = tidy(text).lower()
    if word in YES | NO:
        return word in YES
    raise Unclear(f"«{tidy(text)}» er verken ja eller nei.", "Skriv «yes» eller «no».")


def plain_line(text: str) -> str:
    """A short piece of text on one line."""
    return tidy(text)


def lone_money(text: str) -> float:
    """Kroner where «per inhabitant» goes without saying or does not apply."""
    return units.money(text)[0]


def word(text: str) -> str:
    """One of a closed list of words, with its spaces made plain."""
    return tidy(text)


Id = Annotated[str, BeforeValidator(lambda v: identifier(v) if isinstance(v, str) else v)]
Line = Annotated[str, _reads(plain_line)]
YesNo = Annotated[bool, _reads(truth)]
Word = BeforeValidator(lambda value: word(value) if isinstance(value, str) else value)
Years = Annotated[int, _reads(units.years), _within(0, 60, "et antall år fra 0 til 60")]
SomeYears = Annotated[int, _reads(units.years), _within(1, 60, "et antall år fra 1 til 60")]
FirstYear = Annotated[
    int,
    _reads(units.count),
    _within(FIRST_YEAR, LAST_YEAR, f"et årstall fra {FIRST_YEAR} til {LAST_YEAR}"),
]
Turns = Annotated[int, _reads(units.count), _within(1, YEARS, f"et tall fra 1 til {YEARS}")]
Effort = Annotated[int, _reads(units.count), _within(0, 3, "0, 1, 2 eller 3")]
Landscape = Annotated[str, Word, _one_of(LANDSCAPES)]
LabourMarket = Annotated[str, Word, _one_of(LABOUR_MARKETS)]
Persons = Annotated[int, _reads(units.count), _within(1, 800_000, "et antall fra 1 til 800 000")]
"""At least one: the model counts changes against the number at the start."""
Index = Annotated[float, _reads(units.index), _within(0.0, 100.0, "et tall fra 0 til 100")]
Kroner = Annotated[float, _reads(lone_money)]
PositionSize = Annotated[float, _reads(units.share), _share_within(30, 100)]
FullTimeShare = Annotated[float, _reads(units.share), _share_within(5, 100)]
SickLeaveRate = Annotated[float, _reads(units.share), _share_within(1, 25)]
TurnoverRate = Annotated[float, _reads(units.share), _share_within(5, 35)]
AgencyShare = Annotated[float, _reads(units.share), _share_within(0, 90)]
VacancyShare = Annotated[float, _reads(units.share), _share_within(0, 20)]
PayrollTaxShare = Annotated[float, _reads(units.share), _share_within(0, 20)]
ApplicantLevel = Annotated[float, _reads(units.share), _share_within(30, 200)]
DebtShare = Annotated[float, _reads(units.share), _share_within(0, 400)]
UseDecline = Annotated[float, _reads(units.share), _share_within(0, 5)]
ResultShare = Annotated[float, _reads(units.share), _share_within(-10, 10)]
Revenue = Annotated[
    float, _reads(lone_money), _within(40_000, 400_000, "et beløp fra 40 000 nok til 400 000 nok")
]
