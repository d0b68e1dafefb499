"""Tries the statements about the model and prints how they came out."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from game.content.behaviour_checks import behaviour_checks
from game.content.parameter_files import load_national
from game.engine.behaviour import Finding, Outcome, try_checks
from game.text.numbers import number

LARGE = 1e5
"""Kroner are told without decimals."""
FINE, NOT_SO, BROKEN = 0, 1, 2


def run(show_all: bool) -> int:
    """Try every statement and print those that are not so; 1 when there are any."""
    try:
        outcomes = try_checks(behaviour_checks(), load_national())
    except ValueError as fault:
        print(fault, file=sys.stderr)
        return BROKEN
    shown = [outcome for outcome in outcomes if show_all or not outcome.holds]
    print("\n".join(printed(shown)), end="\n" if shown else "")
    wrong = sum(not outcome.holds for outcome in outcomes)
    print(f"{len(outcomes) - wrong} av {len(outcomes)} utsagn om modellen stemmer.")
    return NOT_SO if wrong else FINE


def printed(outcomes: Iterable[Outcome]) -> list[str]:
    """One line a statement and one for each number that was expected of it."""
    lines = []
    for outcome in outcomes:
        mark = "stemmer" if outcome.holds else "STEMMER IKKE"
        lines.append(f"{mark}  {outcome.check.subject}: {outcome.check.it}")
        lines += [f"    {_words(finding)}" for finding in outcome.findings]
        lines += [f"    {outcome.broken}"] if outcome.broken else []
    return lines


DIRECTIONS = {
    "rises": "skal øke",
    "falls": "skal falle",
    "holds": "skal stå stille",
    "not higher": "skal ikke øke",
    "not lower": "skal ikke falle",
    "within limits": "skal holde seg innenfor grensene",
}


def _words(finding: Finding) -> str:
    decimals = 0 if abs(finding.plain) >= LARGE else 4
    plain, changed = (number(value, decimals) for value in (finding.plain, finding.changed))
    return f"{finding.variable} {DIRECTIONS[finding.words]}: {plain} → {changed}"
