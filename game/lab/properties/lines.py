"""Statements about the model, one a line in a data file, and whether they hold.

    staffing * needed_fte == present_fte + agency_fte
    hires <= applicants + graduates
    wellbeing_of_the_busy < wellbeing_of_the_idle

Both sides are arithmetic on named arrays; `==` holds to twelve digits of the largest number on
either side, in every row and lane. The lines are our own code, written so that all can read them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import CodeType
from typing import Any

import numpy as np

from game.model.lanes import Array

TOLERANCE = 1e-12
EQUAL, AT_MOST, LESS = " == ", " <= ", " < "


def total(rows: Array) -> Array:
    """The sum over the rows."""
    return rows.sum(axis=0, keepdims=True)


def across(rows: Array) -> Array:
    """The sum over the columns: ages, bands, years left."""
    return rows.sum(axis=1, keepdims=True)


WORDS: dict[str, Any] = {
    "total": total,
    "across": across,
    "minimum": np.minimum,
    "maximum": np.maximum,
    "where": np.where,
    "abs": np.abs,
    "sqrt": np.sqrt,
    "stack": lambda *parts: np.concatenate(parts, axis=0),
}


def faults(lines: Iterable[str], names: Mapping[str, Any]) -> list[str]:
    """The lines that do not hold, each with how far it is off."""
    known = {**WORDS, **names}
    return [fault for line in lines if (fault := _fault(line, known))]


def _fault(line: str, names: dict[str, Any]) -> str:
    sign = next((sign for sign in (EQUAL, AT_MOST, LESS) if sign in line), LESS)
    left, right = (np.asarray(eval(code, names), np.float64) for code in _sides(line, sign))
    scale = max(float(np.abs(left).max(initial=0.0)), float(np.abs(right).max(initial=0.0)))
    off = np.abs(left - right) if sign == EQUAL else left - right
    worst = float(off.max(initial=-np.inf)) if np.isfinite(off).all() else float("nan")
    slack = TOLERANCE * scale
    # a comparison with NaN is never true, so this also finds what is no number
    holds = worst < -slack if sign == LESS else worst <= slack
    return "" if holds else f"«{line}» stemmer ikke, avviket er {worst:.3g}"


@cache
def _sides(line: str, sign: str) -> tuple[CodeType, CodeType]:
    left, found, right = line.partition(sign)
    if not found:
        raise ValueError(f"«{line}» says neither «==», «<=» nor «<»")
    return compile(left.strip(), line, "eval"), compile(right.strip(), line, "eval")
