"""What happened, with cause and size. The log, «Hvorfor?» and the debrief all read these."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Push:
    """What one effect did to one variable in one year, in base units.

    For a stock it is what was added; for a rate, how far it is shifted this year.
    """

    variable: str
    amount: float
    cause: str
    """A measure's id, an event's id, or `event.option`."""
    effect: int
    """Which of the cause's effects, counted from 0."""
    since: int
    """The year it was decided."""


@dataclass(frozen=True)
class Happening:
    """One line of the log. `what`: event, chosen, landed, passed.

    For what landed, `after` is what the effect does this year; for a year that passed, `before`
    and `after` are the meter's values.
    """

    year: int
    what: str
    cause: str
    quantity: str = ""
    before: float = 0.0
    after: float = 0.0
