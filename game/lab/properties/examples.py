"""Worked examples: what each equation gives for numbers that a reader can reckon with in the head.

A line of `examples.yaml` calls an equation by name with plain numbers:

    present_fte(100, 0.05) == 95

A list is rows, a list of lists is rows and columns; `record(...)` makes a thing with fields, and
`later(rows, columns)` is a place for an equation to write its answer.
"""

from __future__ import annotations

import ast
import importlib
from collections.abc import Callable
from functools import cache
from types import FunctionType, SimpleNamespace
from typing import Any

import numpy as np

from game.lab.mutation import mutated_modules
from game.lab.properties import lines
from game.lab.properties.ground import texts
from game.model import axes
from game.model.lanes import LEAST_LANES, Array


def faults() -> list[str]:
    """Every example that the equations do not give."""
    return lines.faults(all_lines(), names())


@cache
def all_lines() -> tuple[str, ...]:
    """The examples of all equations."""
    return tuple(line for of_one in texts("examples").values() for line in of_one)


@cache
def equations() -> dict[str, Callable[..., Any]]:
    """Every equation of the model by its name."""
    found: dict[str, Callable[..., Any]] = {}
    for name in mutated_modules():
        module = importlib.import_module(f"game.model.{name}")
        for key, value in vars(module).items():
            if isinstance(value, FunctionType) and "equation" in vars(value):
                found[key] = value
    return found


def without_example() -> list[str]:
    """Equations that no example calls and that the file does not leave to the accounts."""
    called = {
        node.func.id
        for line in all_lines()
        for node in ast.walk(ast.parse(line))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    left = {name for name, examples in texts("examples").items() if not examples}
    return sorted(set(equations()) - called - left)


@cache
def names() -> dict[str, Any]:
    """What a line may call."""
    called: dict[str, Any] = {name: _plain(function) for name, function in equations().items()}
    return {
        **called,
        "record": lambda **fields: SimpleNamespace(**{k: numbers(v) for k, v in fields.items()}),
        "later": lambda rows, columns: np.full((rows, columns, LEAST_LANES), np.nan),
        "people": _people,
        "tuple_of": lambda *parts: tuple(numbers(part) for part in parts),
        "of": _named_rows,
        "counted": lambda rows: np.asarray(rows, np.intp),
        **{name: value for name, value in vars(axes).items() if isinstance(value, int)},
    }


def _plain(function: Callable[..., Any]) -> Callable[..., Any]:
    """The equation for plain numbers; one that writes into `later` gives that back."""

    def call(*given: Any, **named: Any) -> Any:
        inputs = [numbers(value) for value in given]
        keywords = {name: numbers(value) for name, value in named.items()}
        answer = function(*inputs, **keywords)
        answer = keywords.get("later", inputs[-1]) if answer is None else answer
        return np.asarray(answer)

    return call


def numbers(value: Any) -> Any:
    """Plain numbers as the model wants them, `(row, column, lane)`; anything else as it is."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return np.full((1, 1, LEAST_LANES), float(value))
    if isinstance(value, list):
        array = np.asarray(value, np.float64)
        array = array.reshape(array.shape[0], -1, 1)
        return np.repeat(array, LEAST_LANES, axis=2)
    return value


def _people(**by_age: float) -> Array:
    """Women and men of some ages: people(women30=100, men80=5)."""
    population = np.zeros((len(axes.SEXES), axes.AGES, LEAST_LANES))
    for name, count in by_age.items():
        sex = next(row for row, sex in enumerate(axes.SEXES) if name.startswith(sex))
        population[sex, int(name.removeprefix(axes.SEXES[sex]))] = count
    return population


def _named_rows(axis: str, rest: float = 0.0, **rows: float) -> Array:
    """Rows by name, the others as `rest`: of("PROFESSIONS", nurse=10)."""
    known = list(getattr(axes, axis))
    found = np.full((len(known), 1, LEAST_LANES), float(rest))
    for name, value in rows.items():
        found[known.index(name)] = value
    return found
