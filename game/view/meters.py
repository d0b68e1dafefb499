"""The five headline meters, from the records of a game."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.crisis import crisis_below, good_from
from game.engine.game_state import GameState, Record
from game.engine.turn import METERS
from game.text.numbers import number, percent, signed
from game.text.translate import Translator
from game.view.parts import Arrow, Band, MeterView
from game.view.turns import before_last_turn

FLAT_WITHIN = 0.5
"""A change smaller than this is not spoken of in words without numbers."""


def points(values: Mapping[str, float], meter: str) -> float:
    """A meter's value on its 0-100 scale; Folk på jobb is counted in per cent."""
    return values[meter] * 100.0 if meter == "staffing" else values[meter]


def band(meter: str, value: float) -> Band:
    """Good, ok or crisis."""
    if value >= good_from(meter):
        return "good"
    return "ok" if value >= crisis_below(meter) else "crisis"


def shown(value: float) -> int:
    """A meter's value as the whole number that stands on the screen."""
    return round(value)


def shown_change(before: float, now: float) -> int:
    """The difference of the two numbers that are shown, so that the sum on the screen is right."""
    return shown(now) - shown(before)


def arrow(change: int) -> Arrow:
    """Direction of a change as it is shown."""
    if not change:
        return "flat"
    return "up" if change > 0 else "down"


def value_text(meter: str, value: float, t: Translator) -> str:
    """The value as players read it: per cent for Folk på jobb, points for the others."""
    if meter == "staffing":
        return percent(shown(value) / 100.0, 0, t.language)
    return number(shown(value), 0, t.language)


def meter_view(
    meter: str, now: Mapping[str, float], before: Mapping[str, float] | None, t: Translator
) -> MeterView:
    """One meter, with its change from `before` when there is one."""
    value = points(now, meter)
    previous = points(before, meter) if before is not None else None
    change = shown_change(previous, value) if previous is not None else 0
    direction = arrow(change)
    word = {"up": "better", "down": "worse", "flat": "same"}[direction]
    return MeterView(
        id=meter,
        name=t(f"meter.{meter}"),
        question=t(f"meter.{meter}.question"),
        value=max(0.0, min(100.0, value)),
        previous=max(0.0, min(100.0, previous)) if previous is not None else None,
        value_text=value_text(meter, value, t),
        band=band(meter, value),
        band_text=t(f"band.{band(meter, value)}"),
        arrow=direction,
        change_text=signed(change, 0, t.language) if direction != "flat" else "",
        change_word=t(f"change.{word}"),
    )


def meters(state: GameState, t: Translator) -> tuple[MeterView, ...]:
    """The five meters as they stand now, with the change of the last turn that passed.

    A turn may have several years: the change is the one the report told of.
    """
    before = before_last_turn(state)
    return meters_of((before, state.records[-1]) if before else state.records[-1:], t)


def meters_of(records: tuple[Record, ...], t: Translator) -> tuple[MeterView, ...]:
    """The five meters of the last record."""
    before = records[-2].values if len(records) > 1 else None
    return tuple(meter_view(meter, records[-1].values, before, t) for meter in METERS)
