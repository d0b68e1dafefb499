"""Follows the code of the model from `step` and from `begin`, and notes what meets what."""

from __future__ import annotations

import ast
from functools import cache

from game.reports.equations import equations
from game.reports.origins import (
    NOTHING,
    Found,
    Origin,
    Origins,
    Value,
    attribute_of,
    classes,
    functions,
    is_equation,
    kept,
    method_of,
    target_of,
)

ENTRANCES = (("step", "step"), ("start", "begin"))
"""Where a year starts, and where a municipality starts."""
DEEPEST = 12
SIZES = frozenset({"shape", "size", "lanes"})
"""Attributes that tell how large an array is, and nothing of what is in it."""
COUNTING = frozenset({"len", "range"})
GROWING = frozenset({"append", "extend"})


@cache
def found_in_model() -> Found:
    """What every equation is given, and what everything kept is made from."""
    found = Found()
    for module, name in ENTRANCES:
        _Follower(found, module, name, 0).run({})
    for id_, equation in equations().items():
        _body_of_equation(found, id_, equation.module, equation.name)
    return found


def _body_of_equation(found: Found, id_: str, module: str, name: str) -> None:
    """An equation that is handed a whole set of parameters reads some of them itself."""
    follower = _Follower(Found(), module, name, 0)
    inside = follower.run({}).origins | follower.seen
    read = frozenset(origin for origin in inside if origin.kind in ("parameter", "derived"))
    holder = next((a.arg for a in follower.tree.args.args if _class_of(a.annotation)), "")
    if read and id_ in found.inputs:
        found.add_input(id_, holder, read)


def _class_of(annotation: ast.expr | None) -> str:
    name = ast.unparse(annotation).strip("'\"") if annotation else ""
    return name if name in classes() else ""


class _Follower:
    """One call of one function, with the values it was given."""

    def __init__(self, found: Found, module: str, name: str, depth: int) -> None:
        self.found, self.module, self.depth = found, module, depth
        self.name = name
        self.tree = functions(module)[name]
        self.known: dict[str, Value] = {}
        self.inner: dict[str, ast.FunctionDef] = {}
        self.result = Value()
        self.seen: Origins = NOTHING

    def run(self, given: dict[str, Value]) -> Value:
        """Follows the body and returns what it gives back."""
        return self._through(self.tree, given)

    def _through(self, tree: ast.FunctionDef, given: dict[str, Value]) -> Value:
        for argument in tree.args.args:
            value = given.get(argument.arg, Value())
            own = _class_of(argument.annotation)
            self.known[argument.arg] = Value(value.origins, own or value.type, value.parts)
        self.result = Value()
        for statement in tree.body:
            self._statement(statement)
        promised = _class_of(tree.returns)
        return Value(self.result.origins, promised or self.result.type, self.result.parts)

    # -- statements

    def _statement(self, node: ast.stmt) -> None:
        if isinstance(node, ast.FunctionDef):
            self.inner[node.name] = node
        elif isinstance(node, ast.Assign):
            value = self.value(node.value)
            for target in node.targets:
                self._bind(target, value)
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            self._bind(node.target, self.value(node.value))
        elif isinstance(node, ast.AugAssign):
            self._bind(node.target, self._union([self.value(node.value), self.value(node.target)]))
        elif isinstance(node, ast.Return) and node.value is not None:
            value = self.value(node.value)
            self.result = Value(
                self.result.origins | value.origins, value.type, value.parts or self.result.parts
            )
        elif isinstance(node, ast.Expr):
            self.value(node.value)
        elif isinstance(node, ast.For):
            self._bind(node.target, self.value(node.iter))
            # twice, for what one turn of the loop hands to the next
            for statement in [*node.body, *node.body]:
                self._statement(statement)
        elif isinstance(node, ast.If | ast.While | ast.With):
            for statement in [*node.body, *getattr(node, "orelse", [])]:
                self._statement(statement)

    def _bind(self, target: ast.expr, value: Value) -> None:
        if isinstance(target, ast.Name):
            self.known[target.id] = value
        elif isinstance(target, ast.Tuple | ast.List):
            parts = value.parts if len(value.parts) == len(target.elts) else ()
            for number, element in enumerate(target.elts):
                self._bind(element, parts[number] if parts else Value(value.origins))
        elif isinstance(target, ast.Subscript):
            self._write(target.value, value)
        elif isinstance(target, ast.Attribute):
            self._write(target, value)

    def _write(self, place: ast.expr, value: Value) -> None:
        """Something written into a row of a name, or into a stock of a state."""
        if isinstance(place, ast.Name):
            before = self.known.get(place.id, Value())
            self.known[place.id] = Value(before.origins | value.origins, before.type)
            return
        for origin in self.value(place).origins:
            if origin.kind == "stock":
                self.found.add_made(origin, value.origins)

    # -- expressions

    def value(self, node: ast.AST) -> Value:
        """What an expression is made from."""
        if isinstance(node, ast.Name):
            return self.known.get(node.id, Value())
        if isinstance(node, ast.Attribute):
            base = self.value(node.value)
            if node.attr in SIZES:
                return Value()
            read = attribute_of(base, node.attr) or Value(base.origins)
            self.seen |= read.origins
            return read
        if isinstance(node, ast.Call):
            return self._call(node)
        if isinstance(node, ast.Tuple):
            parts = tuple(self.value(element) for element in node.elts)
            return Value(self._union(parts).origins, "", parts)
        if isinstance(node, ast.Subscript):
            return Value(self._union([self.value(node.value), self.value(node.slice)]).origins)
        if isinstance(node, ast.ListComp | ast.GeneratorExp | ast.DictComp | ast.SetComp):
            for generator in node.generators:
                self._bind(generator.target, self.value(generator.iter))
        return self._union([self.value(child) for child in ast.iter_child_nodes(node)])

    def _union(self, values: list[Value] | tuple[Value, ...]) -> Value:
        return Value(frozenset().union(*(value.origins for value in values)))

    def _call(self, node: ast.Call) -> Value:
        by_name = {word.arg: self.value(word.value) for word in node.keywords if word.arg}
        spread = [self.value(word.value) for word in node.keywords if word.arg is None]
        in_order = [self.value(argument) for argument in node.args]
        everything = self._union([*in_order, *by_name.values(), *spread])
        if isinstance(node.func, ast.Name) and node.func.id in COUNTING:
            return Value()
        if isinstance(node.func, ast.Name) and node.func.id in self.inner:
            tree = self.inner[node.func.id]
            return self._inside(tree, _named(tree, in_order, by_name))
        if isinstance(node.func, ast.Name) and node.func.id == "replace" and in_order:
            return self._built(in_order[0].type, by_name)
        place = target_of(node.func, self.module)
        if place and "." not in place[1]:
            return self._ours(place, in_order, by_name, everything)
        if isinstance(node.func, ast.Attribute):
            return self._method(node, node.func, everything)
        return everything

    def _method(self, node: ast.Call, function: ast.Attribute, everything: Value) -> Value:
        if isinstance(function.value, ast.Name) and function.value.id in classes():
            # a class's own way of making one, such as Given.of(…)
            return Value(NOTHING, function.value.id)
        if function.attr in GROWING:
            self._write(function.value, everything)
            return Value()
        base = self.value(function.value)
        known = method_of(base, function.attr, node.args)
        if known is not None:
            self.seen |= known.origins
            return known
        return Value(base.origins | everything.origins)

    def _ours(
        self,
        place: tuple[str, str],
        in_order: list[Value],
        by_name: dict[str, Value],
        everything: Value,
    ) -> Value:
        module, name = place
        if name in classes():
            by_place = dict(zip(classes()[name], in_order, strict=False))
            return self._built(name, by_place | by_name, everything)
        tree = functions(module).get(name)
        if tree is None or self.depth > DEEPEST:
            return everything
        given = _named(tree, in_order, by_name)
        if is_equation(place):
            return self._equation(f"{module}.{name}", given)
        return _Follower(self.found, module, name, self.depth + 1).run(given)

    def _inside(self, tree: ast.FunctionDef, given: dict[str, Value]) -> Value:
        outer = dict(self.known), self.result
        value = self._through(tree, given)
        self.known, self.result = outer
        return value

    def _equation(self, id_: str, given: dict[str, Value]) -> Value:
        self.found.places.setdefault(id_, f"{self.module}.{self.name}")
        for name in equations()[id_].inputs:
            self.found.add_input(id_, name, given.get(name, Value()).origins)
        made = frozenset({Origin("equation", id_)})
        for origin in given.get("later", Value()).origins:
            if origin.kind == "stock":
                self.found.add_made(origin, made)
        return Value(made)

    def _built(
        self, name: str, by_name: dict[str, Value], everything: Value | None = None
    ) -> Value:
        for key, value in by_name.items():
            place = kept(name, key)
            if place:
                self.found.add_made(place, value.origins)
        # what is known by name is found again by name; other parts carry all they were made from
        is_known = any(kept(name, key) for key in classes().get(name, {}))
        origins = NOTHING if is_known or everything is None else everything.origins
        return Value(origins, name)


def _named(
    tree: ast.FunctionDef, in_order: list[Value], by_name: dict[str, Value]
) -> dict[str, Value]:
    names = [argument.arg for argument in tree.args.args]
    return dict(zip(names, in_order, strict=False)) | by_name
