"""The types of single fields: what an author writes, turned into the number the game uses.

Each reader lets a ready number through, so that tests and tools can build the forms in code.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

from game.content import units
from game.content.quantity import Unclear, tidy
from game.content.words import NO, YES

_ID = re.compile(r"[a-z][a-z0-9_]*\Z")


def _reads(reader: Callable[[str], Any]) -> BeforeValidator:
    return BeforeValidator(lambda value: reader(value) if isinstance(value, str) else value)


def _within(lowest: float, highest: float, words: str) -> AfterValidator:
    def check(value: float) -> float:
        if not lowest <= value <= highest:
            raise Unclear("«{written}» er utenfor det mulige.", f"Skriv {words}.")
        return value

    return AfterValidator(check)


def identifier(text: str) -> str:
    """An id: lower-case English letters, digits and underscores."""
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
CalendarYear = Annotated[int, _reads(units.count), _within(2000, 2100, "et årstall som 2026")]
Turns = Annotated[int, _reads(units.count), _within(1, 40, "et tall fra 1 til 40")]
Effort = Annotated[int, _reads(units.count), _within(0, 3, "0, 1, 2 eller 3")]
Count = Annotated[int, _reads(units.count), _within(0, 10_000_000, "et antall fra 0 og oppover")]
Share = Annotated[float, _reads(units.share), _within(0.0, 1.0, "en andel fra 0 % til 100 %")]
WideShare = Annotated[float, _reads(units.share), _within(-5.0, 5.0, "mellom -500 % og 500 %")]
Index = Annotated[float, _reads(units.index), _within(0.0, 100.0, "et tall fra 0 til 100")]
Kroner = Annotated[float, _reads(lone_money)]
