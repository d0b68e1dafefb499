"""Mutants that are no fault at all, because what they change cannot be seen. All proven by hand.

Most change the order of two arguments that an equation only multiplies or adds. They are listed
by equation and argument, so that they stand wherever the equation is called from.
"""

from __future__ import annotations

import ast
import inspect
from functools import cache
from pathlib import Path
from typing import Any

from game.lab.mutation import Mutant, all_mutants
from game.lab.properties.examples import equations
from game.text.yaml_text import read_text_values

FILE = Path(__file__).parent / "equivalent_mutants.yaml"
ANY_ORDER = "any"


def excuse(mutant: Mutant) -> str | None:
    """Why this mutant changes nothing, in Norwegian; None when it is a fault."""
    if mutant.key in _by_key():
        return _by_key()[mutant.key]
    pair = swapped_arguments(mutant)
    return None if pair is None else _by_arguments().get(pair) or _by_arguments().get(_any(pair))


def unknown_excuses() -> list[str]:
    """What the file excuses though no such mutant exists any more."""
    mutants = all_mutants()
    keys = {mutant.key for mutant in mutants}
    pairs = {pair for mutant in mutants if (pair := swapped_arguments(mutant))}
    pairs |= {_any(pair) for pair in pairs}
    gone = [" ".join(pair) for pair in _by_arguments() if pair not in pairs]
    return gone + [key for key in _by_key() if key not in keys]


def swapped_arguments(mutant: Mutant) -> tuple[str, str] | None:
    """The function called and the two arguments that changed places, such as («births», «a b»)."""
    before, after = (_call(text.split(" (nr. ")[0]) for text in (mutant.before, mutant.after))
    if before is None or after is None or len(before.args) != len(after.args):
        return None
    name = before.func.attr if isinstance(before.func, ast.Attribute) else ast.unparse(before.func)
    pairs = zip(before.args, after.args, strict=True)
    moved = [i for i, (one, other) in enumerate(pairs) if ast.unparse(one) != ast.unparse(other)]
    if len(moved) != 2:
        return None
    names = list(inspect.signature(equations()[name]).parameters) if name in equations() else []
    if not names:
        return name, ANY_ORDER
    return name, " ".join(names[i] for i in moved)


def by_arguments() -> dict[tuple[str, str], str]:
    """Function and pair of arguments to why their order does not matter."""
    return dict(_by_arguments())


def _any(pair: tuple[str, str]) -> tuple[str, str]:
    return pair[0], ANY_ORDER


def _call(text: str) -> ast.Call | None:
    try:
        body = ast.parse(text, mode="eval").body
    except SyntaxError:
        return None
    return body if isinstance(body, ast.Call) else None


@cache
def _read() -> dict[str, Any]:
    return read_text_values(FILE)


@cache
def _by_arguments() -> dict[tuple[str, str], str]:
    return {
        (function, pair): reason
        for reason, functions in _read().get("arguments", {}).items()
        for function, pairs in functions.items()
        for pair in pairs.split(", ")
    }


@cache
def _by_key() -> dict[str, str]:
    return {key: reason for reason, keys in _read().get("changes", {}).items() for key in keys}
