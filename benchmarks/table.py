"""The table on the terminal, in Norwegian."""

from __future__ import annotations

NARROW = "\N{NARROW NO-BREAK SPACE}"
WIDTH, VALUE = 54, 18
MISSING = "ikke installert: pip install -e '.[bench]'"


def heading(text: str) -> None:
    """A part of the table."""
    print(f"\n{text}\n{'─' * len(text)}")


def row(name: str, value: str, note: str = "") -> None:
    """One line."""
    print(f"{name:<{WIDTH}}{value:>{VALUE}}   {note}".rstrip())


def at_least(name: str, value: float, goal: float) -> None:
    """A ratio that should be this large."""
    _against(name, f"{number(value)} ganger", f"minst {number(goal)}", value >= goal)


def at_most(name: str, value: float, goal: float, unit: str = "ganger") -> None:
    """A number that should be no larger than this."""
    _against(name, f"{number(value)} {unit}", f"høyst {number(goal)}", value <= goal)


def part_at_most(name: str, value: float, goal: float) -> None:
    """A fraction that should be no larger than 1/goal; `value` is how many go to the whole."""
    _against(name, f"1/{number(value)}", f"høyst 1/{number(goal)}", value >= goal)


def _against(name: str, value: str, goal: str, reached: bool) -> None:
    row(name, value, f"mål: {goal} – {'nådd' if reached else 'IKKE nådd'}")


def number(value: float) -> str:
    """Three figures that count, with a decimal comma and a space between thousands."""
    if value >= 100:
        return f"{value:,.0f}".replace(",", NARROW)
    digits = 1 if value >= 10 else 2 if value >= 0.1 else 4
    return f"{value:.{digits}f}".replace(".", ",")


def time(seconds: float) -> str:
    """A time in the unit that suits it."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{number(seconds / size)} {unit}"
    return f"{number(seconds * 1e9)} ns"
