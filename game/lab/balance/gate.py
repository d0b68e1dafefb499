"""One claim about the balance: what was found, what it must be, and whether it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Gate:
    """`value` against `limit`, written as `<= 2` or `25..50`. Without a limit it is only told."""

    name: str
    value: float
    limit: str
    holds: bool
    note: str = ""


def at_most(name: str, value: float, limit: float, note: str = "") -> Gate:
    """Holds when the value is no more."""
    return Gate(name, float(value), f"<= {limit:g}", bool(value <= limit), note)


def at_least(name: str, value: float, limit: float, note: str = "") -> Gate:
    """Holds when the value is no less."""
    return Gate(name, float(value), f">= {limit:g}", bool(value >= limit), note)


def between(name: str, value: float, lowest: float, highest: float, note: str = "") -> Gate:
    """Holds when the value lies within both."""
    holds = bool(lowest <= value <= highest)
    return Gate(name, float(value), f"{lowest:g}..{highest:g}", holds, note)


def told(name: str, value: float, note: str = "") -> Gate:
    """Only told: nothing is asked of it."""
    return Gate(name, float(value), "", True, note)


def listed(names: object, most: int = 8) -> str:
    """Some names with commas, and how many more there are."""
    found = sorted(str(name) for name in names)  # type: ignore[attr-defined]
    rest = len(found) - most
    return ", ".join(found[:most]) + (f" og {rest} til" if rest > 0 else "")
