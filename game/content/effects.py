"""Conditions and effects: the two forms that touch the model's quantities.

A condition is one line: `trust: below 40 points`. All conditions in a list must hold. An effect
says what changes, by how much, when, and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from game.content import units
from game.content.fields import SomeYears, Years
from game.content.form import Form, Text
from game.content.quantity import Unclear, tidy
from game.content.suggest import suggestion, suggestion_line
from game.content.words import (
    NOT_MEASURED,
    OTHER_WORDS_FOR_TESTS,
    SPECIAL_CONDITIONS,
    TESTS,
    Test,
)
from game.model.variables import CHANGEABLE, VARIABLES, Variable

READ_FROM_BY = "(per inhabitant)"
"""Not a key authors can write: it is told by the unit of `by`."""
_MEASURED = tuple(name for name in VARIABLES if name not in NOT_MEASURED)
KNOWN_TO_THE_RULES: frozenset[str] = frozenset(
    {"trials_waiting", "friendly_seats", "broken_pledges"}
)
"""Counted by the rules between the years: a replay of the model alone does not know them."""
Kind = Literal["value", "chose", "not_chosen", "chance", "any"]


class Condition(Form):
    """One thing that must hold. Which one is told by `kind`; the other fields are then empty.

    `chose` is the id of a measure, or `event.choice`. `any` holds when one of its lines does.
    """

    variable: str = ""
    test: Test = "at least"
    value: float = 0.0
    chose: str | None = None
    not_chosen: str | None = None
    chance: float | None = None
    any: tuple[Condition, ...] = ()

    @property
    def kind(self) -> Kind:
        """What sort of condition this is."""
        if self.variable:
            return "value"
        if self.chose is not None:
            return "chose"
        if self.not_chosen is not None:
            return "not_chosen"
        return "any" if self.any else "chance"

    @model_validator(mode="before")
    @classmethod
    def _from_one_line(cls, written: object, info: ValidationInfo) -> object:
        if info.context is None:
            return written
        if not isinstance(written, dict):
            raise _no_colon(written)
        if len(written) != 1:
            raise Unclear(
                "Her står flere betingelser i én: "
                + ", ".join(f"«{key}»" for key in written)
                + ".",
                "Skriv én betingelse på hver linje, med strek foran: «- trust: below 40».",
            )
        ((name, value),) = written.items()
        return _condition(name, value)


def _no_colon(written: object) -> Unclear:
    shown = f"«{tidy(written)}»" if isinstance(written, str) else "Dette"
    return Unclear(
        f"{shown} er ikke en betingelse.", "Skriv navn, kolon og krav: «- trust: below 40»."
    )


def _condition(name: str, value: Any) -> dict[str, Any]:
    if isinstance(value, list) and name != "any":
        raise Unclear(
            f"«{name}» kan ikke ha flere betingelser under seg.",
            "Skriv «any:» når det er nok at én av dem holder.",
        )
    if name == "any":
        return {"any": _alternatives(value)}
    if not isinstance(value, str):
        raise _no_colon(value)
    if name == "chance":
        return {"chance": units.chance(value)}
    if name in SPECIAL_CONDITIONS:
        return {name: tidy(value)}
    variable = _variable(name)
    test, amount = _test(name, tidy(value))
    return {"variable": name, "test": test, "value": units.threshold(amount, variable)}


def _alternatives(value: Any) -> list[Any]:
    if not isinstance(value, list) or len(value) < 2:
        raise Unclear(
            "«any» trenger minst to betingelser å velge mellom.",
            "Skriv dem på hver sin linje under «any:», med strek foran.",
        )
    return value


def _variable(name: str) -> Variable:
    if name in NOT_MEASURED:
        raise Unclear(
            f"«{name}» kan endres av virkninger, men spillet måler den ikke år for år.",
            "Bruk noe som måles, for eksempel «turnover_rate» eller «population».",
        )
    if name in VARIABLES:
        return VARIABLES[name]
    raise Unclear(
        f"Modellen har ingen størrelse som heter «{name}».",
        suggestion_line(name, (*_MEASURED, *SPECIAL_CONDITIONS)),
    )


def _test(name: str, requirement: str) -> tuple[str, str]:
    for test in TESTS:
        if requirement.lower().startswith(test + " "):
            return test, requirement[len(test) :].strip()
    for test, words in OTHER_WORDS_FOR_TESTS.items():
        for other in words:
            if _begins_with(requirement.lower(), other):
                amount = requirement[len(other) :].strip()
                raise Unclear(
                    f"Spillet forstår ikke «{other}» foran tallet.",
                    f"Skriv «{name}: {test} {amount}».",
                )
    raise Unclear(
        f"«{name}: {requirement}» sier ikke om verdien skal være over eller under.",
        "Skriv «above», «below», «at least» eller «at most» foran tallet.",
    )


def _begins_with(requirement: str, word: str) -> bool:
    """Whether a requirement begins with a word, and not with a longer one."""
    after = requirement[len(word) : len(word) + 1]
    return requirement.startswith(word) and (not word.isalpha() or after == " ")


def _compared(conditions: Iterable[Condition]) -> Iterator[str]:
    """The quantities that conditions read, also within «any»."""
    for condition in conditions:
        yield condition.variable
        yield from _compared(condition.any)


class Effect(Form):
    """A change to one quantity of the model.

    A change to a stock is added once, in equal parts over `over` years, starting `after` years
    after the choice (0 is the year about to be played), and is taken back after `lasts` years.
    A change to a rate grows to `by` over `over` years and stays, or ends after `lasts` years.
    """

    change: str
    by: float
    per_inhabitant: bool = Field(default=False, alias="(per inhabitant)")
    after: Years = 0
    over: SomeYears = 1
    lasts: SomeYears | None = None
    if_: tuple[Condition, ...] = Field(default=(), alias="if")
    because: Text

    @model_validator(mode="before")
    @classmethod
    def _for_each_inhabitant(cls, written: object) -> object:
        """«120 nok per inhabitant» is both an amount and what it is counted by."""
        if not isinstance(written, dict) or not isinstance(written.get("by"), str):
            return written
        for_each = tidy(written["by"]).lower().endswith("per inhabitant")
        return {**written, READ_FROM_BY: for_each}

    @field_validator("if_")
    @classmethod
    def _waits_for_what_the_model_knows(
        cls, conditions: tuple[Condition, ...]
    ) -> tuple[Condition, ...]:
        for name in _compared(conditions):
            if name in KNOWN_TO_THE_RULES:
                raise Unclear(
                    f"En virkning kan ikke vente på «{name}». Reglene teller den, ikke modellen.",
                    "Flytt betingelsen til «when» på hendelsen, valget eller kortet.",
                )
        return conditions

    @field_validator("change")
    @classmethod
    def _can_change(cls, name: str) -> str:
        name = tidy(name)
        if name not in VARIABLES:
            raise Unclear(
                f"Modellen har ingen størrelse som heter «{name}».",
                suggestion_line(name, CHANGEABLE),
            )
        if name not in CHANGEABLE:
            raise Unclear(
                f"«{name}» regnes ut av modellen og kan ikke endres direkte.",
                "Endre noe den bygger på. " + suggestion(CHANGEABLE),
            )
        return name

    @field_validator("by", mode="before")
    @classmethod
    def _in_the_right_unit(cls, written: object, info: ValidationInfo) -> object:
        if not isinstance(written, str):
            return written
        variable = VARIABLES.get(info.data.get("change", ""))
        if variable is None:
            # The fault is in `change`; the right unit is not known before that is mended.
            return 0.0
        return units.change(written, variable)[0]
