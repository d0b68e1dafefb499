"""Which quote and which headline a year gets: from state and cause, and never twice in one game.

The choice is worked out again from the records each time, so nothing has to be remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.engine.game_state import Record
from game.engine.turn import METERS
from game.view.meters import arrow, band, points

HEADLINE_VARIANTS = (1, 2, 3, 4)
QUOTE_VARIANTS = (1, 2, 3)
QUIET_VARIANTS = (1, 2, 3)
Candidates = Callable[[Record, Record], Iterator[str]]


def moved_most(before: Record, now: Record) -> list[str]:
    """The meters, the one that moved most first."""
    return sorted(METERS, key=lambda meter: -abs(_change(meter, before, now)))


def quote_key(records: tuple[Record, ...]) -> str:
    """The quote of the last record's year."""
    return _never_twice(records, _quotes)


def headline_key(records: tuple[Record, ...]) -> str:
    """The headline of the last record's year."""
    return _never_twice(records, _headlines)


def headline_meter(key: str) -> str | None:
    """The meter a headline is about; None in a quiet year."""
    meter = key.split(".")[1]
    return meter if meter in METERS else None


def _never_twice(records: tuple[Record, ...], candidates: Candidates) -> str:
    used: list[str] = []
    for before, now in zip(records, records[1:], strict=False):
        possible = list(candidates(before, now))
        used.append(next((key for key in possible if key not in used), possible[0]))
    return used[-1]


def _change(meter: str, before: Record, now: Record) -> float:
    return points(now.values, meter) - points(before.values, meter)


def _quotes(before: Record, now: Record) -> Iterator[str]:
    for meter in moved_most(before, now):
        level = band(meter, points(now.values, meter))
        yield from (f"quote.{meter}.{level}.{number}" for number in QUOTE_VARIANTS)


def _headlines(before: Record, now: Record) -> Iterator[str]:
    for meter in moved_most(before, now):
        way = {"up": "better", "down": "worse", "flat": ""}[arrow(_change(meter, before, now))]
        if way:
            yield from (f"headline.{meter}.{way}.{number}" for number in HEADLINE_VARIANTS)
    yield from (f"headline.quiet.{number}" for number in QUIET_VARIANTS)
