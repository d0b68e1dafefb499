"""The labelled equations of the model, found in its code: label, words, and what each one reads."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import CodeType
from typing import Any

import game.model


@dataclass(frozen=True)
class Equation:
    """One labelled function of the model."""

    name: str
    symbol: str
    unit: str
    source: str
    words: str
    """The whole docstring: what it is, and the formula as a person writes it."""
    parameters: tuple[str, ...]
    parts_used: dict[str, tuple[str, ...]]
    """Of each parameter that is a record of several things: which of them the equation reads."""


@cache
def equations_by_code() -> dict[CodeType, Equation]:
    """Every labelled equation, by the code that is run."""
    return {function.__code__: _equation(function) for function in _labelled()}


def _labelled() -> Iterator[Callable[..., Any]]:
    for module in pkgutil.iter_modules(game.model.__path__):
        held = vars(importlib.import_module(f"game.model.{module.name}"))
        yield from (
            thing
            for thing in held.values()
            if inspect.isfunction(thing) and "equation" in thing.__dict__
        )


def _equation(function: Callable[..., Any]) -> Equation:
    label = function.__dict__["equation"]
    code = function.__code__
    parameters = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    return Equation(
        name=function.__name__,
        symbol=label["symbol"],
        unit=label["unit"],
        source=label["source"],
        words=inspect.getdoc(function) or "",
        parameters=parameters,
        parts_used=_parts_used(_tree(code), parameters),
    )


def _tree(code: CodeType) -> ast.FunctionDef:
    found = ast.parse(textwrap.dedent(inspect.getsource(code))).body[0]
    assert isinstance(found, ast.FunctionDef)  # only functions are asked about
    return found


def _parts_used(tree: ast.AST, parameters: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    used: dict[str, dict[str, None]] = {name: {} for name in parameters}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.value.id in used:
                used[node.value.id][node.attr] = None
    return {name: tuple(parts) for name, parts in used.items()}


@dataclass(frozen=True)
class Terms:
    """What a function puts together at its end, and how it made the names it uses there.

    `given` are the expressions of `return Something(name=expression, …)` by name, or by number
    where they have none.
    """

    given: dict[str | int, ast.expr]
    made: dict[str, ast.expr]


@cache
def terms_of_return(code: CodeType) -> Terms:
    """The terms of a function. An expression that is only a name is the one that made the name."""
    tree = _tree(code)
    made = {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    made |= {
        name.id: value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple)
        for target in node.targets
        if isinstance(target, ast.Tuple)
        for name, value in zip(target.elts, node.value.elts, strict=False)
        if isinstance(name, ast.Name)
    }
    found: dict[str | int, ast.expr] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Return) and isinstance(node.value, ast.Call):
            found |= dict(enumerate(node.value.args))
            found |= {word.arg: word.value for word in node.value.keywords if word.arg}
    given = {
        place: made.get(value.id, value) if isinstance(value, ast.Name) else value
        for place, value in found.items()
    }
    return Terms(given, made)
