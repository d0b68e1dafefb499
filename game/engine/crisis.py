"""The five meters on one scale, and where each of them is in crisis."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.turn import METERS

Values = Mapping[str, float]

CRISIS_BELOW = {"staffing": 85.0, "wellbeing": 35.0, "trust": 40.0}
GOOD_FROM = {"staffing": 95.0, "wellbeing": 55.0, "trust": 60.0}
USUAL_CRISIS, USUAL_GOOD = 45.0, 70.0
"""The scales differ. Well-being and trust are marks that a workplace and a public give, which
seldom come near the top: where they lie without players is a crisis, and where a sound plan brings
them in a good place is good."""


def level(values: Values, meter: str) -> float:
    """A meter from 0 to 100; Folk på jobb in per cent."""
    return values[meter] * 100.0 if meter == "staffing" else values[meter]


def crisis_below(meter: str) -> float:
    """Where a meter is in crisis."""
    return CRISIS_BELOW.get(meter, USUAL_CRISIS)


def good_from(meter: str) -> float:
    """Where a meter is good."""
    return GOOD_FROM.get(meter, USUAL_GOOD)


def crises(values: Values) -> tuple[str, ...]:
    """The meters that are in crisis."""
    return tuple(meter for meter in METERS if level(values, meter) < crisis_below(meter))


def mean_level(values: Values) -> float:
    """The mean of the five meters."""
    return sum(level(values, meter) for meter in METERS) / len(METERS)
