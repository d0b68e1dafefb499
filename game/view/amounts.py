"""Amounts as players read them: millions for the large, whole thousands for the small."""

from __future__ import annotations

from game.text.numbers import nok, nok_millions

THOUSAND, MILLION = 1e3, 1e6
IN_MILLIONS_FROM = MILLION - THOUSAND / 2
"""From here the rounded amount is a million."""


def amount_text(amount: float, language: str) -> str:
    """«14,2 mill. kr», «48 000 kr»; what costs something is never told as nothing."""
    if abs(amount) >= IN_MILLIONS_FROM:
        return nok_millions(amount, language)
    if 0 < abs(amount) < THOUSAND:
        return nok(amount, language)
    return nok(round(amount / THOUSAND) * THOUSAND, language)
