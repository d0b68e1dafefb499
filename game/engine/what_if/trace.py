"""Which equation a number came from, and what went into it: one year, lane 0, as it was worked out.

The year is run by the model itself. While it runs, Python's own call hook notes every labelled
equation with what it was given and what it gave; nothing is worked out a second time, and when no
one asks, nothing is noted and nothing is slower.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from types import FrameType
from typing import Any

import numpy as np

from game.engine.what_if.equations import Equation, equations_by_code, terms_of_return
from game.engine.what_if.origins import PASSING, Origin, Origins
from game.model.axes import SOFT
from game.model.lanes import Array, Levers, State
from game.model.parameter_set import Parameters
from game.model.sections import Given
from game.model.step import flows, stocks_after
from game.model.year import Year

OTHER_NAMES = {
    "revenue": "revenue_nok",
    "net_operating_result_share": "result_share",
    "debt": "after.debt_nok",
}
"""Variables that the year knows by another name."""


@dataclass(frozen=True)
class Input:
    """One term of an equation: its name there, its value in lane 0, and where it comes from."""

    name: str
    value: Array
    origin: Origin


@dataclass(frozen=True)
class Traced:
    """One quantity and the equation that made it. `value` and inputs are `(row, column)`.

    `equation`, `symbol`, `unit` and `source` are empty for a plain sum or share; `formula` is then
    the expression as the model writes it, else the equation's own words.
    """

    name: str
    equation: str
    symbol: str
    unit: str
    source: str
    formula: str
    inputs: tuple[Input, ...]
    value: Array


def trace(
    before: State, levers: Levers, luck: Array, p: Parameters, index: int
) -> dict[str, Traced]:
    """Everything that was worked out in a year, by the name of the quantity.

    A field of `Year` goes by its own name, a stock at the end as `after.soft`, and what only passes
    between equations by the name of its equation. Walk back through `origin` of the inputs.
    """
    given = Given.of(before, levers, luck, p, index)
    with _listening() as heard:
        year = flows(given)
        after = stocks_after(given, year)
    origins = Origins(given, year, after)
    found: dict[str, Traced] = {}
    names = _names_of(heard.calls, origins)
    for name, call in zip(names, heard.calls, strict=True):
        origins.add(call.result, name)
    for name, call in zip(names, heard.calls, strict=True):
        found[name] = _traced(name, call, origins)
    written_on = {
        id(call.result): Input(name, call.value, Origin("quantity", name))
        for name, call in zip(names, heard.calls, strict=True)
        if name not in origins.fields
    }
    for part in heard.parts:
        for traced in _terms(part, origins, written_on):
            found.setdefault(traced.name, traced)
    return found


def where(variable: str) -> tuple[str, int] | None:
    """The traced quantity that a variable of the game is read from, and its row.

    None for a variable that is made up of several when it is shown.
    """
    if variable in SOFT:
        return "after.soft", SOFT.index(variable)
    if variable in OTHER_NAMES:
        return OTHER_NAMES[variable], 0
    return (variable, 0) if variable in {entry.name for entry in fields(Year)} else None


# --- listening -----------------------------------------------------------------------------------


@dataclass
class _Call:
    equation: Equation
    given: dict[str, Any]
    """The arguments, arrays as they were when the equation was called."""
    arrays: dict[str, Array]
    """The arrays themselves, to tell where they lie."""
    result: Array
    value: Array
    """The result in lane 0 as it was given, before anyone wrote on in it."""


@dataclass
class _Part:
    """A section of the year: its result, and every name it had when it gave it."""

    names: dict[str, Any]
    code: Any
    result: Any


class _Heard:
    def __init__(self) -> None:
        self.calls: list[_Call] = []
        self.parts: list[_Part] = []
        self._known = equations_by_code()
        self._open: list[tuple[Equation, dict[str, Any], dict[str, Array]]] = []

    def __call__(self, frame: FrameType, event: str, result: Any) -> None:
        equation = self._known.get(frame.f_code)
        if event == "call" and equation is not None:
            given = {name: frame.f_locals[name] for name in equation.parameters}
            arrays = {name: v for name, v in given.items() if isinstance(v, np.ndarray)}
            kept = {name: _as_it_is(value) for name, value in given.items()}
            self._open.append((equation, kept, arrays))
        elif event == "return" and equation is not None:
            asked, kept, arrays = self._open.pop()
            # an equation that gives nothing back writes into its last argument
            made = result if result is not None else arrays[equation.parameters[-1]]
            self.calls.append(_Call(asked, kept, arrays, made, _lane_0(made)))
        elif event == "return" and _is_part(result):
            names = {**frame.f_globals, **frame.f_locals}
            self.parts.append(_Part(names, frame.f_code, result))


def _is_part(result: Any) -> bool:
    made_here = type(result).__module__ == Year.__module__
    return made_here and is_dataclass(result) and not isinstance(result, Year)


def _as_it_is(value: Any) -> Any:
    return value.copy() if isinstance(value, np.ndarray) else value


@contextmanager
def _listening() -> Iterator[_Heard]:
    heard, earlier = _Heard(), sys.getprofile()
    sys.setprofile(heard)
    try:
        yield heard
    finally:
        sys.setprofile(earlier)


# --- putting into words --------------------------------------------------------------------------


def _names_of(calls: list[_Call], origins: Origins) -> list[str]:
    """A name for each call: what its result became, else its equation, numbered when taken."""
    names = [origins.became(call.result, call.value) for call in calls]
    taken = {*origins.fields, *names}
    for number, call in enumerate(calls):
        name, times = call.equation.name, 1
        while not names[number]:
            if name not in taken:
                names[number] = name
                taken.add(name)
            times += 1
            name = f"{call.equation.name} {times}"
    return names


def _traced(name: str, call: _Call, origins: Origins) -> Traced:
    equation = call.equation
    inputs = []
    for parameter in equation.parameters:
        if call.arrays.get(parameter) is call.result:
            continue
        for label, value, place in _expanded(parameter, call, equation):
            inputs.append(Input(label, _lane_0(value), origins.of(place)))
    return Traced(
        name=name,
        equation=equation.name,
        symbol=equation.symbol,
        unit=equation.unit,
        source=equation.source,
        formula=equation.words,
        inputs=tuple(inputs),
        value=call.value,
    )


def _expanded(parameter: str, call: _Call, equation: Equation) -> Iterator[tuple[str, Any, Any]]:
    """An argument as its terms: label, value, and the array whose place tells its origin."""
    value = call.given[parameter]
    if isinstance(value, tuple):
        for number, one in enumerate(value):
            yield f"{parameter}[{number}]", one, one
    elif is_dataclass(value):
        for name in equation.parts_used[parameter]:
            held = getattr(value, name)
            if isinstance(held, tuple):
                held = held[int(call.given.get("index", 0))]
            if isinstance(held, np.ndarray):
                yield name, held, held
    else:
        yield parameter, value, call.arrays.get(parameter)


def _lane_0(value: Any) -> Array:
    array = np.asarray(value, dtype=np.float64)
    return array[..., 0].copy() if array.ndim == 3 else array.copy()


def _terms(part: _Part, origins: Origins, written_on: dict[int, Input]) -> Iterator[Traced]:
    """What a section adds up or divides by itself, with the terms as it writes them.

    `written_on` are results of equations that a section worked on in place.
    """
    terms = terms_of_return(part.code)
    in_order = [entry.name for entry in fields(part.result)]
    for place, expression in terms.given.items():
        name = in_order[place] if isinstance(place, int) else place
        steps: dict[str, str] = {}
        inputs = list(_inputs_in(expression, part.names, terms.made, origins, steps))
        result = getattr(part.result, name)
        if id(result) in written_on:
            inputs.insert(0, written_on[id(result)])
        formula = "; ".join([ast.unparse(expression), *(f"{k} = {v}" for k, v in steps.items())])
        yield Traced(name, "", "", "", "", formula, tuple(inputs), _lane_0(result))


def _inputs_in(
    expression: ast.expr,
    names: dict[str, Any],
    made: dict[str, ast.expr],
    origins: Origins,
    steps: dict[str, str],
) -> Iterator[Input]:
    """The arrays that an expression names. What was made on the way is followed, and noted."""
    if not isinstance(expression, (ast.Name, ast.Attribute)):
        for child in ast.iter_child_nodes(expression):
            if isinstance(child, ast.expr):
                yield from _inputs_in(child, names, made, origins, steps)
        return
    value, label = _looked_up(expression, names), ast.unparse(expression)
    is_term = isinstance(value, np.ndarray) and value.dtype == np.float64
    origin = origins.of(value) if is_term else PASSING
    if origin is PASSING and label in made:
        if label not in steps:
            steps[label] = ast.unparse(made[label])
            yield from _inputs_in(made[label], names, made, origins, steps)
    elif is_term:
        yield Input(label, _lane_0(value), origin)
    elif isinstance(expression, ast.Attribute):
        yield from _inputs_in(expression.value, names, made, origins, steps)


def _looked_up(expression: ast.expr, names: dict[str, Any]) -> Any:
    if isinstance(expression, ast.Name):
        return names.get(expression.id)
    if isinstance(expression, ast.Attribute):
        return getattr(_looked_up(expression.value, names), expression.attr, None)
    return None
