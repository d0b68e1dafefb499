"""What unit each kind of field wants, and the number the game then uses.

Shares become 0-1, money becomes kroner, years become whole numbers.
"""

from __future__ import annotations

from decimal import Decimal

from game.content.quantity import Quantity, Unclear, quantity, tidy
from game.model.variables import Variable

_MONEY: dict[str, Decimal] = {
    "nok": Decimal(1),
    "mnok": Decimal(1_000_000),
    "nok per inhabitant": Decimal(1),
}


def money(text: str) -> tuple[float, bool]:
    """Kroner, and whether they are for each inhabitant."""
    read = quantity(text)
    if read.unit not in _MONEY:
        raise Unclear(
            f"«{tidy(text)}» er ikke et beløp med enhet.",
            "Skriv for eksempel «6 mnok», «250 000 nok» eller «120 nok per inhabitant».",
        )
    return float(read.value * _MONEY[read.unit]), read.unit == "nok per inhabitant"


def share(text: str) -> float:
    """A share, written in per cent, as a number between 0 and 1."""
    read = quantity(text)
    if read.unit == "" and 0 < abs(read.value) < 1:
        raise _part_of_one(read, text)
    if read.unit != "%":
        raise Unclear(f"«{tidy(text)}» mangler prosenttegn.", f"Skriv «{_bare(text)} %».")
    return float(read.value / 100)


def _part_of_one(read: Quantity, text: str) -> Unclear:
    """«0,104» is 10,4 % to a spreadsheet, and a tenth of a per cent to some who leave out the %."""
    as_part = f"{(read.value * 100).normalize():f}".replace(".", ",")
    return Unclear(
        f"«{tidy(text)}» mangler prosenttegn og kan bety både {as_part} % og {_bare(text)} %.",
        f"Skriv «{as_part} %» eller «{_bare(text)} %».",
    )


def index(text: str) -> float:
    """A point on a scale from 0 to 100."""
    read = quantity(text)
    if read.unit not in {"", "points"}:
        raise Unclear(
            f"«{tidy(text)}» skal være poeng fra 0 til 100.", f"Skriv «{_bare(text)} points»."
        )
    return float(read.value)


def years(text: str) -> int:
    """A number of whole years."""
    read = quantity(text)
    if read.unit not in {"", "years"} or read.value != read.value.to_integral_value():
        raise Unclear(f"«{tidy(text)}» er ikke et antall hele år.", "Skriv for eksempel «2 years».")
    return int(read.value)


def count(text: str) -> int:
    """A whole number of people, years or steps."""
    read = quantity(text)
    if read.unit not in {"", "persons"} or read.value != read.value.to_integral_value():
        raise Unclear(f"«{tidy(text)}» er ikke et helt tall.", "Skriv for eksempel «5 120».")
    return int(read.value)


def chance(text: str) -> float:
    """A chance each year, as a number between 0 and 1."""
    read = quantity(text)
    if read.unit not in {"%", "% each year"} or not 0 < read.value <= 100:
        raise Unclear(
            f"«{tidy(text)}» er ikke en sjanse mellom 0 og 100 %.",
            "Skriv for eksempel «40 % each year».",
        )
    return float(read.value / 100)


def threshold(text: str, variable: Variable) -> float:
    """The value a condition compares with, in the unit of its variable."""
    if variable.unit == "share":
        return share(text)
    if variable.unit == "index":
        return index(text)
    if variable.unit == "nok":
        return money(text)[0]
    return _plain_threshold(quantity(text), text, variable)


def _plain_threshold(read: Quantity, text: str, variable: Variable) -> float:
    if variable.unit == "relative" and read.unit == "%":
        return float(read.value / 100)
    wanted = {"fte": {"", "fte"}, "persons": {"", "persons"}}.get(variable.unit, {""})
    if read.unit not in wanted:
        raise Unclear(
            f"Enheten i «{tidy(text)}» passer ikke til «{variable.id}».",
            f"Skriv «{_bare(text)}» uten enhet.",
        )
    return float(read.value)


def change(text: str, variable: Variable) -> tuple[float, bool]:
    """How much an effect adds to a variable, and whether that is for each inhabitant."""
    if variable.unit == "nok":
        return money(text)
    read = quantity(text)
    if variable.unit == "relative":
        return _relative_change(read, text), False
    if read.unit != "points":
        raise _not_points(read, text, variable)
    return float(read.value / 100 if variable.unit == "share" else read.value), False


def _relative_change(read: Quantity, text: str) -> float:
    if read.unit != "%":
        raise Unclear(
            f"«{tidy(text)}» mangler prosenttegn: denne størrelsen endres i prosent.",
            f"Skriv «{_bare(text)} %».",
        )
    return float(read.value / 100)


def _not_points(read: Quantity, text: str, variable: Variable) -> Unclear:
    if variable.unit == "share" and read.unit == "%":
        return Unclear(
            f"«{tidy(text)}» kan bety to ting for en andel.",
            "Skriv «points» for prosentpoeng (10 % → 9,2 % er -0,8 points).",
        )
    if read.unit == "%":
        return Unclear(
            f"«{tidy(text)}» er i prosent, men «{variable.id}» går fra 0 til 100 poeng.",
            f"Skriv «{_bare(text)} points».",
        )
    kind = "prosentpoeng" if variable.unit == "share" else "poeng"
    return Unclear(f"«{tidy(text)}» mangler enheten for {kind}.", f"Skriv «{_bare(text)} points».")


def _bare(text: str) -> str:
    """The number as the author wrote it, without a unit."""
    written = tidy(text)
    ending = next((i for i, sign in enumerate(written) if sign.isalpha() or sign == "%"), None)
    return written[:ending].strip()
