"""Numbers as people write them: 1 234,5 and 9,7 % in Norwegian, 1,234.5 and 9.7% in English.

Rounding is for display only; nothing computed from these strings is fed back.
"""

from __future__ import annotations

import math

SPACE = "\u00a0"
MINUS = "\u2212"


def number(value: float, decimals: int = 0, language: str = "nb") -> str:
    """A number with thousands apart: 1 234,5. A number that does not exist is shown as a dash."""
    if not math.isfinite(value):
        return "–"
    plain = f"{abs(value):,.{decimals}f}"
    if language != "en":
        plain = plain.replace(",", SPACE).replace(".", ",")
    shows_zero = not plain.strip(f"0,.{SPACE}")
    return plain if value >= 0 or shows_zero else MINUS + plain


def signed(value: float, decimals: int = 0, language: str = "nb") -> str:
    """A change, with its sign: +1,4 or −0,8. What rounds to nothing is 0 without a sign."""
    shown = number(value, decimals, language)
    rises = value > 0 and bool(shown.strip(f"0,.–{SPACE}"))
    return "+" + shown if rises else shown


def percent(share: float, decimals: int = 0, language: str = "nb") -> str:
    """A share between 0 and 1 as per cent: 0.0973 is 9,7 %."""
    shown = number(share * 100.0, decimals, language)
    return shown + "%" if language == "en" else f"{shown}{SPACE}%"


def nok(amount: float, language: str = "nb") -> str:
    """Whole kroner: 250 000 kr."""
    shown = number(amount, 0, language)
    return f"NOK{SPACE}{shown}" if language == "en" else f"{shown}{SPACE}kr"


def nok_millions(amount: float, language: str = "nb", decimals: int = 1) -> str:
    """Kroner in millions: 14 200 000 is 14,2 mill. kr."""
    shown = number(amount / 1e6, decimals, language)
    if language == "en":
        return f"NOK{SPACE}{shown}{SPACE}million"
    return f"{shown}{SPACE}mill.{SPACE}kr"
