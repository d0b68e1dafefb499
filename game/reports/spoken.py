"""An expression of the code as people write it: · for times, max for np.maximum, no shapes."""

from __future__ import annotations

import ast

from game.model import axes

_SIGNS: dict[type[ast.operator], tuple[str, int]] = {
    ast.Add: (" + ", 1),
    ast.Sub: (" − ", 1),
    ast.Mult: (" · ", 2),
    ast.Div: (" / ", 2),
}
_ATOM = 4
_NEGATED = 3
_WORDS = {"minimum": "min", "maximum": "max", "sqrt": "√", "abs": "abs", "where": "if"}
_OVER_ROWS = frozenset({"sum", "min", "max", "mean"})
_SHAPING = frozenset({"reshape", "copy", "astype", "transpose", "ravel"})


def spoken(node: ast.expr) -> str:
    """The expression in one line."""
    return _said(node)[0]


def _said(node: ast.expr) -> tuple[str, int]:
    """The words, and how tightly they hang together."""
    if isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
        return _operation(node)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return f"−{_within(node.operand, _NEGATED)}", _NEGATED
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return _call(node, node.func)
    if isinstance(node, ast.Subscript) and _only_shapes(node.slice):
        return _said(node.value)
    if isinstance(node, ast.Subscript):
        return f"{_within(node.value, _ATOM)}[{_row(node.slice)}]", _ATOM
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return node.attr, _ATOM
    if isinstance(node, ast.Constant) and isinstance(node.value, float) and node.value in (0, 1):
        return str(int(node.value)), _ATOM
    if isinstance(node, ast.Name):
        return _constant(node.id), _ATOM
    return ast.unparse(node), _ATOM


def _operation(node: ast.BinOp) -> tuple[str, int]:
    sign, strength = _SIGNS[type(node.op)]
    right = strength + isinstance(node.op, ast.Sub | ast.Div)
    return f"{_within(node.left, strength)}{sign}{_within(node.right, right)}", strength


def _within(node: ast.expr, strength: int) -> str:
    words, own = _said(node)
    return f"({words})" if own < strength else words


def _call(node: ast.Call, function: ast.Attribute) -> tuple[str, int]:
    if function.attr in _SHAPING:
        return _said(function.value)
    if function.attr in _OVER_ROWS and not _is_numpy(function.value):
        return f"{function.attr}({spoken(function.value)})", _ATOM
    if function.attr in ("multiply", "add", "subtract", "divide") and len(node.args) == 2:
        sign = {"multiply": ast.Mult(), "add": ast.Add(), "subtract": ast.Sub()}
        operator = sign.get(function.attr, ast.Div())
        return _said(ast.BinOp(node.args[0], operator, node.args[1]))
    name = _WORDS.get(function.attr, function.attr)
    return f"{name}({', '.join(spoken(argument) for argument in node.args)})", _ATOM


def _is_numpy(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "np"


def _only_shapes(index: ast.expr) -> bool:
    parts = index.elts if isinstance(index, ast.Tuple) else [index]
    return all(
        isinstance(part, ast.Slice)
        and part.lower is None
        and part.upper is None
        or isinstance(part, ast.Constant)
        and part.value is None
        for part in parts
    )


def _row(index: ast.expr) -> str:
    """Which rows: «20–66» for the slice 20:67."""
    if isinstance(index, ast.Slice) and index.lower and index.upper:
        first, last = spoken(index.lower), spoken(index.upper)
        return f"{first}–{int(last) - 1}" if last.isdecimal() else f"{first}:{last}"
    return spoken(index)


def _constant(name: str) -> str:
    """A named number of axes.py as the number itself."""
    value = getattr(axes, name, None) if name.isupper() else None
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return f"{value:g}" if is_number else name
