"""Every single-fault mutant of the equations, and how one is put in place of the right code.

A mutant is compiled in memory and given to the very function that the model calls, so all who
have imported that function run the mutant too. Nothing is written to disk.
"""

from __future__ import annotations

import ast
import copy
import hashlib
import importlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from inspect import unwrap
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

from game import model
from game.lab.mutation_kinds import Names, Slip, slips_at
from game.model import axes, parameter_set, year
from game.model.draws import NORMALS
from game.model.lanes import LEVERS

FOLDER = Path(model.__file__ or "").parent
WIRING = ("sections", "step")
"""How files begin that have no equations but call them in order; a fault there is as bad."""
LABEL = "@equation("


@dataclass(frozen=True)
class Mutant:
    """One fault in one function."""

    module: str
    function: str
    line: int
    what: str
    before: str
    after: str
    number: int
    """Which of the faults that can be made in this function."""

    @property
    def key(self) -> str:
        """The same as long as the code it changes is the same, wherever the line moves."""
        return f"{self.module}.{self.function}: {self.change}"

    @property
    def change(self) -> str:
        """«før» ble «etter»."""
        return f"«{self.before}» ble «{self.after}»" if self.after else f"«{self.before}» er borte"


def mutated_modules() -> tuple[str, ...]:
    """The files with equations, and those that wire them together."""
    stems = sorted(path.stem for path in FOLDER.glob("*.py"))
    return tuple(stem for stem in stems if stem.startswith(WIRING) or LABEL in _source(stem))


def all_mutants() -> list[Mutant]:
    """Every mutant of every function, in the order of the files."""
    return [found for name in mutated_modules() for found in mutants_of(name)]


@cache
def mutants_of(module: str) -> tuple[Mutant, ...]:
    """Every mutant of one file of the model."""
    found: list[Mutant] = []
    seen: Counter[str] = Counter()
    for qualname, function in _functions(_tree(module)):
        for number, (node, (what, instead)) in enumerate(_slips(function)):
            before, after = _words(node), "" if instead is None else _words(instead)
            if before == after:
                continue
            mutant = Mutant(module, qualname, _line(node, function), what, before, after, number)
            seen[mutant.key] += 1
            if seen[mutant.key] > 1:
                # the same words stand there twice; they are told apart by which of them it is
                mutant = replace(mutant, before=f"{before} (nr. {seen[mutant.key]})")
            found.append(mutant)
    return tuple(found)


def sample(mutants: list[Mutant], count: int, seed: str) -> list[Mutant]:
    """`count` of them, always the same for a seed, and mostly the same when code is added."""
    ranked = sorted(mutants, key=lambda m: hashlib.blake2b(f"{seed} {m.key}".encode()).digest())
    return sorted(ranked[:count], key=mutants.index)


@contextmanager
def in_place(mutant: Mutant) -> Iterator[None]:
    """Let the model run with this fault, and set it right again afterwards."""
    function = _live(mutant.module, mutant.function)
    right = function.__code__
    function.__code__ = _compiled(mutant)
    try:
        yield
    finally:
        function.__code__ = right


def _compiled(mutant: Mutant) -> CodeType:
    function = dict(_functions(_tree(mutant.module)))[mutant.function]
    node, (_, instead) = list(_slips(function))[mutant.number]
    faulty: ast.stmt = copy.deepcopy(
        function, {id(node): ast.Pass() if instead is None else instead}
    )
    for class_name in reversed(mutant.function.split(".")[:-1]):
        faulty = ast.ClassDef(class_name, [], [], [faulty], [])
    whole = ast.fix_missing_locations(ast.Module([faulty], []))
    found = _find_code(compile(whole, f"<{mutant.module}>", "exec"), mutant.function)
    assert found is not None, mutant.key
    return found


def _find_code(code: CodeType, qualname: str) -> CodeType | None:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            if constant.co_qualname == qualname:
                return constant
            if qualname.startswith(f"{constant.co_qualname}."):
                return _find_code(constant, qualname)
    return None


def _live(module: str, qualname: str) -> FunctionType:
    """The function object that the running model calls."""
    found: Any = _module(module)
    for part in qualname.split("."):
        found = vars(found)[part]
    if isinstance(found, (classmethod, staticmethod)):
        found = found.__func__
    if isinstance(found, property):
        found = found.fget
    function: Callable[..., Any] = unwrap(found)
    assert isinstance(function, FunctionType)
    return function


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef):
                    yield f"{node.name}.{inner.name}", inner


def _slips(function: ast.FunctionDef) -> Iterator[tuple[ast.AST, Slip]]:
    names = _names()
    for statement in function.body:
        for node in ast.walk(statement):
            for slip in slips_at(node, function, names):
                yield node, slip


@cache
def _names() -> Names:
    groups = [value for value in vars(axes).values() if _is_names(value)]
    rows = {"of": LEVERS, "change": axes.SOFT, "level": axes.SOFT, "chance": NORMALS}
    numbers = [name for name, value in vars(axes).items() if isinstance(value, float)]
    return Names(rows, frozenset(numbers), tuple(groups), _neighbours())


def _neighbours() -> dict[str, str]:
    """Each field of the records that equations read, and the next one of the same shape there."""
    found: dict[str, str] = {}
    records = [value for module in (parameter_set, year) for value in vars(module).values()]
    for record in records:
        if not is_dataclass(record) or record in (year.Year, parameter_set.Parameters):
            continue
        by_shape: dict[str, list[str]] = {}
        for entry in fields(record):
            by_shape.setdefault(entry.metadata.get("shape", str(entry.type)), []).append(entry.name)
        for names in by_shape.values():
            for name, other in zip(names, names[1:] + names[:1], strict=True):
                if name != other:
                    found.setdefault(name, other)
    return found


def _is_names(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(part, str) for part in value)


@cache
def _source(module: str) -> str:
    return (FOLDER / f"{module}.py").read_text("utf-8")


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(_source(module))


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"{model.__name__}.{name}")


def _line(node: ast.AST, function: ast.FunctionDef) -> int:
    return int(getattr(node, "lineno", function.lineno))


def _words(node: ast.AST) -> str:
    return ast.unparse(ast.fix_missing_locations(copy.deepcopy(node)))
