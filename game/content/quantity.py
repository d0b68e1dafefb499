"""Amounts as authors write them: «+4 points», «6 mnok», «5 120», «10,4 %», «2 years».

Decimal arithmetic, so that 10,4 % is the same 0.104 on every machine. What cannot be understood is
raised as `Unclear`, with what is wrong and how to write it instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

UNITS: dict[str, str] = {
    "": "",
    "%": "%",
    "point": "points",
    "points": "points",
    "mnok": "mnok",
    "nok": "nok",
    "nok per inhabitant": "nok per inhabitant",
    "year": "years",
    "years": "years",
    "fte": "fte",
    "person": "persons",
    "persons": "persons",
    "% each year": "% each year",
}
"""Every unit, and the name it goes by in code."""

NORWEGIAN_UNITS: dict[str, str] = {
    "år": "years",
    "aar": "years",
    "prosent": "%",
    "pst": "%",
    "prosentpoeng": "points",
    "poeng": "points",
    "pp": "points",
    "kr": "nok",
    "kroner": "nok",
    "mill": "mnok",
    "mill kr": "mnok",
    "million": "mnok",
    "millioner": "mnok",
    "millioner kroner": "mnok",
    "mnok kr": "mnok",
    "årsverk": "fte",
    "personer": "persons",
    "folk": "persons",
    "innbyggere": "persons",
    "kr per innbygger": "nok per inhabitant",
    "nok per innbygger": "nok per inhabitant",
    "kroner per innbygger": "nok per inhabitant",
    "% hvert år": "% each year",
    "% per year": "% each year",
    "% i året": "% each year",
    "% per år": "% each year",
    "% pr år": "% each year",
    "% årlig": "% each year",
    "prosent hvert år": "% each year",
}

_BILLIONS = "Skriv milliarder som millioner: 1 mrd er «1 000 mnok»."
_THOUSANDS = "Skriv hele tallet, for eksempel «200 000 nok»."
_MONTHS = "Spillet regner i hele år. Skriv for eksempel «1 year»."
_INSTEAD_OF = {
    **dict.fromkeys(("mrd", "mrd kr", "mrd. kr", "milliard", "milliarder"), _BILLIONS),
    **dict.fromkeys(("tusen", "tusen kr", "tusen kroner", "k", "tkr"), _THOUSANDS),
    **dict.fromkeys(("måned", "måneder", "mnd", "month", "months"), _MONTHS),
}

_SPACES = re.compile("[\u00a0\u2007\u2009\u202f\\s]+")
_NUMBER = re.compile(
    r"(?P<sign>[+\-\u2212\u2013]?) ?(?P<whole>\d{1,3}(?: \d{3})+|\d+)(?:[.,](?P<part>\d+))?"
)
_KRONER_FIRST = re.compile(r"(?:kr\.?|kroner|nok) ?(?=\d)", re.IGNORECASE)
_ANOTHER_NUMBER = re.compile(r" ?(?:[-–—/]|til|to) ?\d")
MOST_DIGITS = 15


class Unclear(ValueError):
    """Something an author wrote that cannot be understood: what, and how to mend it."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.what = what
        self.fix = fix


@dataclass(frozen=True)
class Quantity:
    """A number and its unit, as written."""

    value: Decimal
    unit: str


def tidy(text: str) -> str:
    """The text with every kind of space as one plain space."""
    return _SPACES.sub(" ", text).strip()


def quantity(text: str) -> Quantity:
    """Reads a number with its unit.

    >>> quantity("6 mnok")
    Quantity(value=Decimal('6'), unit='mnok')
    >>> quantity("-0,8 points").value
    Decimal('-0.8')
    """
    written = tidy(text)
    found = _NUMBER.match(written)
    if found is None:
        if _KRONER_FIRST.match(written):
            amount = _KRONER_FIRST.sub("", written)
            raise Unclear(f"I «{written}» står enheten først.", f"Skriv «{amount} nok».")
        raise Unclear(
            f"«{written}» er ikke et tall.", "Skriv et tall, for eksempel «6» eller «2,5»."
        )
    rest = written[found.end() :]
    if _ANOTHER_NUMBER.match(rest):
        raise Unclear(f"«{written}» er flere tall.", "Her skal det stå ett tall.")
    if rest[:1].isdigit() or rest[:2].strip()[:1].isdigit() or rest[:1] in {",", ".", "'", "’"}:
        raise _odd_number(written)
    return Quantity(_decimal(found, written), _unit(rest.strip(), found.group(), written))


def _decimal(found: re.Match[str], written: str) -> Decimal:
    whole, part = found["whole"].replace(" ", ""), found["part"] or ""
    if len(whole) + len(part) > MOST_DIGITS:
        raise Unclear(f"«{written}» har for mange siffer.", f"Bruk høyst {MOST_DIGITS} siffer.")
    if len(part) == 3 and whole != "0":
        raise _two_numbers(found, whole, part, written)
    sign = "-" if found["sign"] in {"-", "\u2212", "\u2013"} else ""
    return Decimal(f"{sign}{whole}.{part or '0'}").normalize() + 0


def _two_numbers(found: re.Match[str], whole: str, part: str, written: str) -> Unclear:
    """«6.000» is six thousand to some and six to others."""
    large = _grouped(whole + part)
    small = f"{whole},{_plain_part(part)}" if part.strip("0") else whole
    sign, unit = found["sign"], written[found.end() :]
    return Unclear(
        f"«{written}» kan bety både {large} og {small}.",
        f"Skriv «{sign}{large}{unit}» eller «{sign}{small}{unit}».",
    )


def _plain_part(part: str) -> str:
    """Decimals that cannot be taken for thousands: any number of them but three."""
    return f"{part}0" if part[-1] != "0" else part.rstrip("0")


def _grouped(digits: str) -> str:
    return f"{int(digits):,}".replace(",", " ")


def _odd_number(written: str) -> Unclear:
    return Unclear(
        f"Tallet i «{written}» er ikke til å forstå.",
        "Skriv tusener med mellomrom og desimaler med komma, for eksempel «12 500,5».",
    )


def _unit(written_unit: str, number: str, written: str) -> str:
    known = UNITS.get(written_unit.lower())
    if known is not None:
        return known
    norwegian = NORWEGIAN_UNITS.get(written_unit.lower().rstrip(".").replace(". ", " "))
    if norwegian:
        raise Unclear(
            f"Enheten «{written_unit}» skrives på engelsk.", f"Skriv «{number} {norwegian}»."
        )
    instead = _INSTEAD_OF.get(written_unit.lower().rstrip("."))
    if instead:
        raise Unclear(f"Spillet har ikke enheten «{written_unit}».", instead)
    raise Unclear(
        f"Ukjent enhet «{written_unit}» i «{written}».",
        "Enhetene er: %, points, mnok, nok, nok per inhabitant, years, fte, persons.",
    )
