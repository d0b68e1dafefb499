"""Links between equations, numbers, stocks and levers, so that any of them leads to the others."""

from __future__ import annotations

from collections.abc import Iterable

from game.model.axes import SOFT
from game.model.draws import NORMALS
from game.model.lanes import STATE_LAYOUT
from game.model.variables import VARIABLES
from game.reports.facts import Facts, anchor
from game.reports.markup import Html, code_name, join, link, tag, text
from game.reports.origins import Kind, Origin

PREFIX: dict[Kind, str] = {
    "parameter": "p",
    "derived": "d",
    "quantity": "q",
    "equation": "eq",
    "stock": "stock",
    "soft": "soft",
    "lever": "var",
    "luck": "luck",
    "start": "start",
}
_ORDER: tuple[Kind, ...] = (
    "equation",
    "quantity",
    "stock",
    "soft",
    "parameter",
    "derived",
    "lever",
    "luck",
    "start",
)


def reference(origin: Origin, facts: Facts) -> Html:
    """A link to where a thing is told, with its name; only the name when it has no place.

    A quantity that is one equation's answer and nothing more is told as that equation.
    """
    origin = _plainly(origin, facts)
    name = _shown(origin, facts)
    return link(anchor(PREFIX[origin.kind], origin.name), name) if _told(origin, facts) else name


def _plainly(origin: Origin, facts: Facts) -> Origin:
    made = facts.found.made.get(origin, frozenset()) if origin.kind == "quantity" else ()
    only = next(iter(made)) if len(made) == 1 else origin
    return only if only.kind == "equation" else origin


def _shown(origin: Origin, facts: Facts) -> Html:
    if origin.kind == "equation":
        return join([equation_title(origin.name, facts), " ", _symbol(origin.name, facts)])
    if origin.kind == "parameter" and origin.name in facts.by_id:
        return text(facts.name_of(facts.by_id[origin.name]))
    if origin.kind in ("soft", "lever"):
        return text(facts.concept(origin.name))
    if origin.kind in ("stock", "luck"):
        return text(facts.word(f"{origin.kind}.{origin.name}", origin.name))
    return code_name(origin.name)


def _symbol(equation: str, facts: Facts) -> Html:
    return tag("i", facts.equations[equation].symbol, class_="symbol")


def _told(origin: Origin, facts: Facts) -> bool:
    if origin.kind == "equation":
        return origin.name in facts.equations
    if origin.kind == "parameter":
        return origin.name in facts.by_id
    if origin.kind in ("quantity", "derived"):
        return origin in facts.found.made
    known = {
        "stock": {name for name, *_ in STATE_LAYOUT},
        "soft": set(SOFT),
        "lever": set(VARIABLES),
        "luck": set(NORMALS),
    }
    return origin.name in known.get(origin.kind, set())


def equation_title(id_: str, facts: Facts) -> Html:
    """The title of an equation in the language of the book; else its name in the code."""
    key = f"equation.{id_}"
    name = facts.equations[id_].name.replace("_", " ")
    return text(facts.t(key)) if key in facts.t else tag("span", name, lang="en")


def references(origins: Iterable[Origin], facts: Facts) -> Html:
    """Several links, equations first; «–» for none."""
    plain = {_plainly(origin, facts) for origin in origins}
    wanted = sorted(plain, key=lambda o: (_ORDER.index(o.kind), o.name))
    return join([reference(origin, facts) for origin in wanted], ", ") if wanted else text("–")
