"""The labelled equations of the model as they stand in the code: label, words, formula, code."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

import game.model
from game.reports.spoken import spoken

_SHAPE = re.compile(r"\s*Shape (\([^)]*\))\.")
_FORMULA = re.compile(r"^\s*\S{1,14}(\[[^\]]*\])?\s*=\s")


@dataclass(frozen=True)
class Equation:
    """One equation. `id` is «module.function»; `formula` is empty when the docstring has none."""

    id: str
    module: str
    name: str
    symbol: str
    unit: str
    source: str
    sentence: str
    formula: tuple[str, ...]
    is_formula_from_code: bool
    notes: tuple[str, ...]
    shape: str
    """Rows and columns of the result, as the docstring has them; empty when it does not say."""
    inputs: tuple[str, ...]
    code: str


@cache
def model_modules() -> dict[str, ModuleType]:
    """Every module of game.model by its short name."""
    names = sorted(found.name for found in pkgutil.iter_modules(game.model.__path__))
    return {name: importlib.import_module(f"game.model.{name}") for name in names}


@cache
def equations() -> dict[str, Equation]:
    """Every labelled equation, by module and then in the order it is written."""
    found: dict[str, Equation] = {}
    for name, module in model_modules().items():
        for function in vars(module).values():
            if not inspect.isfunction(function) or function.__module__ != module.__name__:
                continue
            if "equation" in function.__dict__:
                read = _read(name, function)
                found[read.id] = read
    return found


def _read(module: str, function: Callable[..., Any]) -> Equation:
    label: dict[str, str] = function.__dict__["equation"]
    written_doc = inspect.cleandoc(function.__doc__ or "")
    shape = _SHAPE.search(written_doc)
    paragraphs = _SHAPE.sub("", written_doc).split("\n\n")
    told = [part for part in paragraphs[1:] if part.strip()]
    formulas = [part for part in told if _FORMULA.match(part.splitlines()[0])]
    source = textwrap.dedent(inspect.getsource(function))
    tree = ast.parse(source).body[0]
    assert isinstance(tree, ast.FunctionDef)
    written = tuple(line for part in formulas for line in textwrap.dedent(part).splitlines())
    formula = written or _formula_from_code(tree, label["symbol"])
    return Equation(
        id=f"{module}.{function.__name__}",
        module=module,
        name=function.__name__,
        symbol=label["symbol"],
        unit=label["unit"],
        source=label["source"],
        sentence=" ".join(paragraphs[0].split()),
        formula=formula,
        is_formula_from_code=not written and bool(formula),
        notes=tuple(" ".join(part.split()) for part in told if part not in formulas),
        shape=shape[1] if shape else "",
        inputs=tuple(inspect.signature(function).parameters),
        code=_bare(source, tree),
    )


def _bare(source: str, tree: ast.FunctionDef) -> str:
    """The code without its label and its docstring, which the book tells in its own way."""
    lines = source.splitlines()
    told = tree.body[0] if ast.get_docstring(tree) else None
    first = told.lineno - 1 if told else 0
    last = (told.end_lineno or 0) if told else 0
    kept = [line for number, line in enumerate(lines) if not first <= number < last]
    return "\n".join(kept[tree.lineno - 1 :])


def _formula_from_code(tree: ast.FunctionDef, symbol: str) -> tuple[str, ...]:
    """The body as formula lines, when it is nothing but «name = …» and one «return …»."""
    lines = []
    for statement in tree.body:
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            continue
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            lines.append(f"{statement.targets[0].id} = {spoken(statement.value)}")
        elif isinstance(statement, ast.Return) and statement.value is not None:
            lines.append(f"{symbol} = {spoken(statement.value)}")
        else:
            return ()
    return tuple(lines)
