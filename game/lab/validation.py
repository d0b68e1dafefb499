"""What a check against Norwegian statistics says, the list of all checks, and their command.

A check is a function of the folder of statistics. It reads the files it needs, runs the model on
them, and answers with a `Result`. It never raises because of what a file holds: what it could not
read is named in `missing`, in whole Norwegian sentences.

A module of checks ends with `CHECKS`, a tuple of `Check` in the order of their ids.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

import numpy as np

from game.lab.statistics import CannotRead
from game.text.numbers import number
from game.text.unbroken import unbroken


@dataclass(frozen=True)
class Figure:
    """One number of a check beside its goal."""

    name_nb: str
    """What it is, with the table and year it is compared with."""
    value: float
    goal_nb: str
    """The goal in words, such as «12–14» or «minst 0,7»; empty when it is only shown."""
    unit: str
    """«%», «poeng», «år», «årsverk per 10 000», or nothing."""


@dataclass(frozen=True)
class Result:
    """What one check came to."""

    id: str
    """V1 to V11."""
    title_nb: str
    figures: tuple[Figure, ...]
    passed: bool | None
    """None when the check could not be run."""
    missing: tuple[str, ...]
    """Why not, each a Norwegian sentence; empty when it ran."""
    independence_nb: str
    """`INDEPENDENT`, `PARTLY` or `TUNED`: whether the model was fitted to what it is tried on."""
    reason_nb: str
    """Why, in one short Norwegian sentence."""


INDEPENDENT = "uavhengig prøve"
PARTLY = "delvis stilt inn etter det samme"
TUNED = "stilt inn etter det samme"

Check = Callable[[Path], Result]
MODULES = (
    "validate_backcast",
    "validate_people",
    "validate_services",
    "validate_work",
    "validate_money",
)


@dataclass
class Sheet:
    """The figures of a check while it is made, and whether all that have a goal reach it."""

    figures: list[Figure] = field(default_factory=list)
    holds: bool = True

    def show(self, name_nb: str, value: float, unit: str = "") -> None:
        """A figure without a goal."""
        self.figures.append(Figure(unbroken(name_nb), float(value), "", unit))

    def want(
        self, name_nb: str, value: float, lowest: float, highest: float, unit: str = ""
    ) -> None:
        """A figure that must lie from `lowest` to `highest`; infinity is no limit."""
        goal = _goal(lowest, highest)
        self.figures.append(Figure(unbroken(name_nb), float(value), goal, unit))
        self.holds = self.holds and bool(lowest <= value <= highest)


def told(
    id_: str, title_nb: str, files: tuple[str, ...], independence_nb: str, reason_nb: str
) -> Callable[[Callable[[Path, Sheet], None]], Check]:
    """Make a check of a function that fills in a sheet from files and may raise CannotRead."""

    def result(sheet: Sheet, passed: bool | None, *missing: str) -> Result:
        figures = () if passed is None else tuple(sheet.figures)
        return Result(id_, title_nb, figures, passed, missing, independence_nb, reason_nb)

    def make(fill: Callable[[Path, Sheet], None]) -> Check:
        def check(folder: Path) -> Result:
            absent = tuple(
                f"finner ikke «{name}»" for name in files if not (folder / name).is_file()
            )
            sheet = Sheet()
            if absent:
                return result(sheet, None, *absent)
            try:
                with np.errstate(over="raise", divide="raise", invalid="raise"):
                    fill(folder, sheet)
            except CannotRead as fault:
                return result(sheet, None, str(fault))
            except ArithmeticError:
                named = ", ".join(f"«{name}»" for name in files)
                impossible = f"et tall er null eller umulig stort i en av {named}."
                return result(sheet, None, impossible)
            return result(sheet, sheet.holds)

        check.__doc__ = fill.__doc__
        return check

    return make


def all_checks() -> tuple[Check, ...]:
    """Every check there is. Their results are put in order by `in_order`."""
    # each module of checks needs this one for what it answers with, so they are found by name
    modules = (import_module(f"game.lab.{name}") for name in MODULES)
    return tuple(check for module in modules for check in module.CHECKS)


def in_order(results: Iterable[Result]) -> list[Result]:
    """From V1 to V11."""
    return sorted(results, key=lambda result: int(result.id.lstrip("V")))


def _goal(lowest: float, highest: float) -> str:
    if math.isinf(highest):
        return f"minst {_short(lowest)}"
    if math.isinf(lowest):
        return f"høyst {_short(highest)}"
    if lowest == highest:
        return _short(lowest)
    if lowest == -highest:
        return f"±{_short(highest)}"
    return f"{_short(lowest)}–{_short(highest)}"


def _short(value: float) -> str:
    decimals = next((d for d in range(3) if math.isclose(value, round(value, d))), 3)
    return number(value, decimals)
