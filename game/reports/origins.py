"""Where each input of an equation comes from, read out of the model's own code.

The code that calls the equations is straight: names are set once, parts of a year are built by
name. So it can be followed: every expression has the set of things it was made from, an equation
cuts the thread, and what the year keeps is known by its name there.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from types import ModuleType
from typing import Any, Literal, NamedTuple

from game.model.lanes import LEAST_LANES, LEVERS, Levers
from game.model.parameter_set import National, Parameters, Start
from game.model.year import Year
from game.reports.equations import equations, model_modules

Kind = Literal[
    "parameter", "derived", "quantity", "equation", "stock", "soft", "lever", "luck", "start"
]


class Origin(NamedTuple):
    """One thing that a value is made from."""

    kind: Kind
    name: str


Origins = frozenset[Origin]
NOTHING: Origins = frozenset()


@dataclass(frozen=True)
class Value:
    """What is known of an expression: its origins, its class, and its parts when it is a tuple."""

    origins: Origins = NOTHING
    type: str = ""
    parts: tuple[Value, ...] = ()


@dataclass
class Found:
    """What the reading gathers."""

    inputs: dict[str, dict[str, Origins]] = field(default_factory=dict)
    """Equation id to input to origins, in the order the equations are first used."""
    made: dict[Origin, Origins] = field(default_factory=dict)
    """A quantity, a derived number or a stock to what it is made from."""
    places: dict[str, str] = field(default_factory=dict)
    """Equation id to the function that first calls it."""

    def add_input(self, equation: str, name: str, origins: Origins) -> None:
        """Notes what an input was given."""
        inputs = self.inputs.setdefault(equation, {})
        inputs[name] = inputs.get(name, NOTHING) | origins

    def add_made(self, what: Origin, origins: Origins) -> None:
        """Notes what a named thing was made from."""
        self.made[what] = self.made.get(what, NOTHING) | (origins - {what})


@cache
def classes() -> dict[str, dict[str, str]]:
    """Every class of the model with annotated attributes: attribute to the name of its class."""
    found = {}
    for module in model_modules().values():
        for name, thing in vars(module).items():
            if inspect.isclass(thing) and thing.__module__.startswith("game.model"):
                attributes: dict[str, str] = {}
                for base in reversed(thing.__mro__):
                    attributes |= getattr(base, "__annotations__", {})
                found[name] = {key: str(value) for key, value in attributes.items()}
    return found


@cache
def _kinds() -> dict[str, Kind]:
    """Class to the kind of thing its attributes are."""
    kinds: dict[str, Kind] = {National.__name__: "parameter", Start.__name__: "start"}
    kinds["State"] = "stock"
    for entry in fields(Parameters):
        kinds.setdefault(str(entry.type), "derived")
    for part in Year.__mro__:
        if is_dataclass(part):
            kinds[part.__name__] = "quantity"
    return kinds


def attribute_of(value: Value, name: str) -> Value | None:
    """What an attribute of a value is, or None when the value's class is unknown."""
    known = classes().get(value.type)
    if known is None or name not in known:
        return None
    inner = known[name] if known[name] in classes() else ""
    kind = _kinds().get(value.type)
    if kind is None:
        return Value(value.origins, inner)
    return Value(frozenset({Origin(kind, _name(kind, value.type, name))}), inner)


def _name(kind: Kind, owner: str, attribute: str) -> str:
    return f"{owner}.{attribute}" if kind == "derived" else attribute


def kept(value_type: str, name: str) -> Origin | None:
    """The origin that a named field of a class is known by, when it is known by name."""
    kind = _kinds().get(value_type)
    if kind in ("quantity", "derived"):
        return Origin(kind, _name(kind, value_type, name))
    return None


_METHODS: dict[str, Kind] = {"change": "soft", "level": "soft", "chance": "luck"}


def method_of(value: Value, name: str, arguments: Iterable[ast.expr]) -> Value | None:
    """What a call such as `levers.of("in_moves")` or `given.chance("births")` gives."""
    words = [a.value for a in arguments if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    if value.type == "Levers":
        return Value(frozenset({Origin("lever", words[0] if words else name)}))
    if value.type == "Given" and words:
        return Value(frozenset({Origin(_METHODS.get(name, "soft"), words[0])}))
    return None


@cache
def levers_behind(name: str) -> tuple[str, ...]:
    """The levers that a method of Levers hands out, such as `need_shift`; the name itself else."""
    if name in LEVERS or not hasattr(Levers, name):
        return (name,)
    levers = Levers(LEAST_LANES)
    for number, lever in enumerate(LEVERS):
        levers.of(lever)[:] = float(number)
    rows = getattr(levers, name)()[:, 0, 0].tolist()
    return tuple(LEVERS[int(row)] for row in rows)


@cache
def syntax(module: str) -> ast.Module:
    """The syntax tree of a module of the model."""
    return ast.parse(inspect.getsource(model_modules()[module]))


@cache
def functions(module: str) -> dict[str, ast.FunctionDef]:
    """The functions a module defines at its top."""
    return {node.name: node for node in syntax(module).body if isinstance(node, ast.FunctionDef)}


def target_of(function: ast.expr, module: str) -> tuple[str, str] | None:
    """The module of ours and the name that a called expression stands for."""
    space = vars(model_modules()[module])
    if isinstance(function, ast.Name):
        return _place(space.get(function.id))
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
        owner = space.get(function.value.id)
        if isinstance(owner, ModuleType):
            return _place(getattr(owner, function.attr, None))
    return None


def _place(thing: Any) -> tuple[str, str] | None:
    module = getattr(thing, "__module__", "") or ""
    if not module.startswith("game.model."):
        return None
    return module.removeprefix("game.model."), str(getattr(thing, "__qualname__", ""))


def is_equation(place: tuple[str, str]) -> bool:
    """Whether a function is labelled."""
    return ".".join(place) in equations()
