"""The single faults that a programmer could make in an equation, as changes to its syntax tree.

Each kind looks at one node and offers what could stand there instead. Nothing here knows the
model; the names that can be mistaken for each other are handed in.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

Slip = tuple[str, ast.AST | None]
"""What went wrong, in words, and what stands there instead; None when nothing does."""

SWAPPED_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
}
SWAPPED_CALLS = {
    "minimum": "maximum",
    "maximum": "minimum",
    "add": "subtract",
    "subtract": "add",
    "multiply": "divide",
    "divide": "multiply",
}
ORDERLESS = {"minimum", "maximum", "add", "multiply"}
TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.Gt,
    ast.Gt: ast.Lt,
    ast.LtE: ast.GtE,
    ast.GtE: ast.LtE,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
}
LITTLE_MORE = 1.3
MODULES = {"np", "people", "need", "workforce", "service", "money", "society"}


@dataclass(frozen=True)
class Names:
    """What can be mistaken for what."""

    rows: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The method that looks a row up, and the names of all its rows."""
    numbers: frozenset[str] = frozenset()
    """Named numbers that an equation may use, such as PERCENT."""
    groups: tuple[Sequence[str], ...] = ()
    """Rows by name where no method tells which."""
    neighbours: Mapping[str, str] = field(default_factory=dict)
    """A parameter or a quantity of the year, and another of the same shape."""


def slips_at(node: ast.AST, function: ast.FunctionDef, names: Names) -> Iterator[Slip]:
    """Every single fault that could be made at this node."""
    for kind in _KINDS:
        yield from kind(node)
    yield from _wrong_row(node, names)
    yield from _wrong_number(node, names)
    yield from _wrong_field(node, names)
    yield from _input_returned(node, function)


def _operator(node: ast.AST) -> Iterator[Slip]:
    if isinstance(node, (ast.BinOp, ast.AugAssign)) and type(node.op) in SWAPPED_OPERATORS:
        other = copy.deepcopy(node)
        other.op = SWAPPED_OPERATORS[type(node.op)]()
        yield "feil regneart", other


def _term_dropped(node: ast.AST) -> Iterator[Slip]:
    if isinstance(node, ast.BinOp) and type(node.op) in SWAPPED_OPERATORS:
        yield "et ledd er borte", node.left
        if isinstance(node.op, ast.Sub):
            yield "et ledd er borte", ast.UnaryOp(ast.USub(), node.right)
        elif isinstance(node.op, (ast.Add, ast.Mult)):
            yield "et ledd er borte", node.right


def _sign_dropped(node: ast.AST) -> Iterator[Slip]:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        if not isinstance(node.operand, ast.Constant):
            yield "minus er borte", node.operand


def _swapped_call(node: ast.AST) -> Iterator[Slip]:
    name = _numpy_name(node)
    if isinstance(node, ast.Call) and name in SWAPPED_CALLS:
        other = copy.deepcopy(node)
        assert isinstance(other.func, ast.Attribute)
        other.func.attr = SWAPPED_CALLS[name]
        yield "feil regneart", other


def _clamp_removed(node: ast.AST) -> Iterator[Slip]:
    if isinstance(node, ast.Call) and _numpy_name(node) in ("minimum", "maximum"):
        if any(keyword.arg == "out" for keyword in node.keywords):
            return
        for argument in node.args:
            if not isinstance(argument, ast.Constant):
                yield "grensa er borte", argument


def _constant(node: ast.AST) -> Iterator[Slip]:
    if isinstance(node, ast.Constant) and type(node.value) is float:
        yield "feil tall", ast.Constant(0.0 if node.value == 1.0 else node.value + 1.0)
    if isinstance(node, ast.Subscript):
        for place in ast.walk(node.slice):
            if isinstance(place, ast.Constant) and type(place.value) is int:
                yield "feil rad", _with(node, place, ast.Constant(place.value + 1))


def _axis(node: ast.AST) -> Iterator[Slip]:
    if not isinstance(node, ast.Call):
        return
    for keyword in node.keywords:
        value = keyword.value
        if keyword.arg == "axis" and isinstance(value, ast.Constant):
            other = 0 if value.value else 1
            yield "feil akse", _with(node, value, ast.Constant(other))


def _comparison(node: ast.AST) -> Iterator[Slip]:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in TURNED:
        other = copy.deepcopy(node)
        other.ops[0] = TURNED[type(node.ops[0])]()
        yield "snudd sammenligning", other


def _arguments_swapped(node: ast.AST) -> Iterator[Slip]:
    if not isinstance(node, ast.Call) or _numpy_name(node) in ORDERLESS:
        return
    if not any(isinstance(argument, ast.Starred) for argument in node.args):
        first = 1 if _numpy_name(node) == "where" else 0
        for i in range(first, len(node.args) - 1):
            other = copy.deepcopy(node)
            other.args[i], other.args[i + 1] = other.args[i + 1], other.args[i]
            yield "byttet rekkefølge", other
    for i in range(len(node.keywords) - 1):
        if {node.keywords[i].arg, node.keywords[i + 1].arg} & {"axis", "keepdims", "out", None}:
            continue
        other = copy.deepcopy(node)
        one, two = other.keywords[i], other.keywords[i + 1]
        one.value, two.value = two.value, one.value
        yield "byttet rekkefølge", other


def _statement_dropped(node: ast.AST) -> Iterator[Slip]:
    into = isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript)
    called = isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    if into or called or isinstance(node, ast.AugAssign):
        yield "linja er borte", None


def _input_returned(node: ast.AST, function: ast.FunctionDef) -> Iterator[Slip]:
    names = [a.arg for a in function.args.args if a.arg not in ("self", "cls")]
    if isinstance(node, ast.Return) and node.value is not None and names:
        yield "gir svaret uendret", ast.Return(ast.Name(names[0], ast.Load()))


def _wrong_row(node: ast.AST, names: Names) -> Iterator[Slip]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
        rows, name = names.rows.get(node.func.attr, ()), node.args[0]
        if isinstance(name, ast.Constant) and name.value in rows:
            yield "feil navn", _with(node, name, _next(rows, str(name.value)))
    elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        for rows in names.groups:
            if node.slice.value in rows:
                yield "feil navn", _with(node, node.slice, _next(rows, str(node.slice.value)))
                return


def _next(rows: Sequence[str], name: str) -> ast.Constant:
    return ast.Constant(rows[(list(rows).index(name) + 1) % len(rows)])


def _wrong_field(node: ast.AST, names: Names) -> Iterator[Slip]:
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
        if node.attr in names.neighbours and not _is_called(node):
            yield "feil navn", ast.Attribute(node.value, names.neighbours[node.attr], node.ctx)


def _is_called(node: ast.Attribute) -> bool:
    """Whether it is a function of a module, such as `people.births`."""
    return isinstance(node.value, ast.Name) and node.value.id in MODULES


def _wrong_number(node: ast.AST, names: Names) -> Iterator[Slip]:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names.numbers:
        yield "feil tall", ast.BinOp(node, ast.Mult(), ast.Constant(LITTLE_MORE))


def _numpy_name(node: ast.AST) -> str:
    """The function's name where numpy is called, else nothing."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if isinstance(node.func.value, ast.Name) and node.func.value.id == "np":
            return node.func.attr
    return ""


def _with(node: ast.AST, old: ast.AST, new: ast.AST) -> ast.AST:
    """A copy of `node` where `new` stands for `old`."""
    return copy.deepcopy(node, {id(old): new})


_KINDS: tuple[Callable[[ast.AST], Iterator[Slip]], ...] = (
    _operator,
    _term_dropped,
    _sign_dropped,
    _swapped_call,
    _clamp_removed,
    _constant,
    _axis,
    _comparison,
    _arguments_swapped,
    _statement_dropped,
)
