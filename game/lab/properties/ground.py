"""What every property stands on: a municipality, and years of it with something changed in a lane.

A change is written in one line, as in the data files beside this one:

    wellbeing + 10, population 80-105 * 1.2, lever revenue + 1000000, luck births = 2

First what is changed, then how. A stock (or its ages, a profession or a «band» of employees) is
changed at the start of the year, a lever or the luck is set for the year, and anything else is a
coefficient by its place among the parameters, such as «n.sick_leave_by_gap». Each lane has its own
change.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from game.content.load import load_scenario
from game.content.parameter_files import load_national
from game.engine.start import starting_point
from game.model import axes
from game.model.draws import NORMALS
from game.model.lanes import LEVERS, STATE_LAYOUT, Array, Levers, State
from game.model.parameter_set import National, Parameters, Start
from game.model.start import begin
from game.model.step import step
from game.model.year import Year
from game.text.yaml_text import read_text_values

FOLDER = Path(__file__).parent
SCENARIO = "fjellvik"
STOCKS = tuple(name for name, _, _ in STATE_LAYOUT)
ROWS: dict[str, Sequence[str]] = {"staff": axes.PROFESSIONS, "trainees": axes.TRAINEES}
"""Stocks whose rows can be changed by name; the population's columns go by age."""
_CHANGE = re.compile(r"(?P<what>[\w. +-]+?) (?P<how>[*+=]) (?P<size>-?[\d.]+(e[+-]?\d+)?)\Z")
_AGES = re.compile(r"population (\d+)-(\d+)\Z")


@cache
def the_start() -> Start:
    """The municipality all properties are tried on, unless they say otherwise."""
    return starting_point(load_scenario(SCENARIO).municipality, load_national())


@cache
def texts(name: str) -> Mapping[str, Any]:
    """A data file of this folder, everything as text."""
    return read_text_values(FOLDER / f"{name}.yaml")


def town(lanes: int, start: Start | None = None, n: National | None = None) -> Trial:
    """The first year of a municipality in `lanes` equal lanes, with no luck and levers at rest."""
    state, p = begin(n or load_national(), start or the_start(), lanes)
    return Trial(state, Levers(lanes), np.zeros((len(NORMALS), 1, state.lanes)), p)


@dataclass
class Trial:
    """A year about to begin; every lane can be changed."""

    state: State
    levers: Levers
    luck: Array
    p: Parameters
    index: int = 0

    @property
    def lanes(self) -> int:
        """How many municipalities."""
        return self.state.lanes

    def change(self, lane: int | slice, changes: str) -> None:
        """Change one lane, or a slice of them, as written. Raises ValueError at what is unknown."""
        for line in changes.split(","):
            found = _CHANGE.match(line.strip())
            if not found:
                raise ValueError(f"«{line.strip()}» is not a change such as «wellbeing + 10»")
            numbers = self._numbers(found["what"])[..., lane]
            size = float(found["size"])
            if found["how"] == "*":
                numbers *= size
            elif found["how"] == "+":
                numbers += size
            else:
                numbers[...] = size

    def _numbers(self, what: str) -> Array:
        kind, _, name = what.partition(" ")
        if kind == "lever":
            return self.levers.of(name)
        if kind == "luck":
            row = NORMALS.index(name)
            return self.luck[row : row + 1]
        if what in axes.SOFT:
            row = axes.SOFT.index(what)
            return self.state.soft[row : row + 1]
        if kind == "band":
            column = axes.BANDS.index(name)
            return self.state.staff[:, column : column + 1]
        if what in STOCKS:
            stock: Array = getattr(self.state, what)
            return stock
        ages = _AGES.match(what)
        if ages:
            return self.state.population[:, int(ages[1]) : int(ages[2]) + 1]
        if kind in ROWS:
            row = ROWS[kind].index(name)
            rows: Array = getattr(self.state, kind)[row : row + 1]
            return rows
        return self._coefficient(what)

    def _coefficient(self, place: str) -> Array:
        """The numbers of a coefficient, one for each lane from now on."""
        *parts, name = place.split(".")
        numbers = self.p
        for part in parts:
            numbers = getattr(numbers, part)
        value = getattr(numbers, name)
        given = value[self.index] if isinstance(value, tuple) else value
        if given.shape[-1] != self.lanes:
            given = np.repeat(given, self.lanes, axis=-1)
            if isinstance(value, tuple):
                value = tuple(given if i == self.index else v for i, v in enumerate(value))
            else:
                value = given
            self.p = _replaced(self.p, place.split("."), value)
        return given

    def run(self) -> tuple[State, Year]:
        """One year: the stocks after it, and all its quantities."""
        return step(self.state, self.levers, self.luck, self.p, self.index)

    def go_on(self, years: int) -> Year:
        """Years in a row with the same levers and luck; the last of them."""
        last = last_index(self.p)
        for _ in range(years):
            self.state, year = self.run()
            self.index = min(self.index + 1, last)
        return year

    def copy(self) -> Trial:
        """Another trial that no later change of this one touches."""
        levers = Levers(self.lanes, self.levers.flat.copy())
        return Trial(self.state.copy(), levers, self.luck.copy(), self.p, self.index)


def _replaced(numbers: Any, place: Sequence[str], value: Any) -> Any:
    first, *rest = place
    inner = _replaced(getattr(numbers, first), rest, value) if rest else value
    return replace(numbers, **{first: inner})


@cache
def coefficients() -> tuple[str, ...]:
    """The place of every array among the parameters, such as «work.applicants»."""
    p = town(2).p
    return tuple(_places(p, ""))


def _places(numbers: Any, before: str) -> list[str]:
    found: list[str] = []
    for entry in fields(numbers):
        value, place = getattr(numbers, entry.name), f"{before}{entry.name}"
        if is_dataclass(value):
            found += _places(value, f"{place}.")
        else:
            found.append(place)
    return found


def last_index(p: Parameters) -> int:
    """The last year that the tables reach. A longer run stays there."""
    lengths = [
        len(value)
        for part in (p.people, p.work, p.economy)
        for value in vars(part).values()
        if isinstance(value, tuple)
    ]
    return min(lengths) - 1


def quantities(state: State, year: Year) -> dict[str, Array]:
    """Every quantity of the year and every stock after it, each `(row, column, lane)`.

    A stock after the year has a mark: «wellbeing'».
    """
    found: dict[str, Array] = {entry.name: getattr(year, entry.name) for entry in fields(year)}
    for name in STOCKS:
        if name != "soft":
            found[f"{name}'"] = getattr(state, name)
    for row, name in enumerate(axes.SOFT):
        found[f"{name}'"] = state.soft[row : row + 1]
    return found


def levers_and_luck() -> tuple[str, ...]:
    """All that can be pulled or fall out, as written in a change."""
    return tuple(f"lever {name}" for name in LEVERS) + tuple(f"luck {name}" for name in NORMALS)
