"""The order of a year as the code has it: the parts of `flows`, and what each hands to which."""

from __future__ import annotations

import ast
import inspect
from dataclasses import dataclass

from game.reports.column import column
from game.reports.equations import model_modules
from game.reports.facts import Facts
from game.reports.markup import Html
from game.reports.origins import functions, target_of


@dataclass(frozen=True)
class Part:
    """One part of a year: the function, its own first sentence, and the parts it reads."""

    name: str
    sentence: str
    reads: tuple[str, ...]


def parts_of_a_year() -> tuple[Part, ...]:
    """The parts in order, from the assignments of `step.flows`."""
    made: dict[str, str] = {}
    found = []
    for node in functions("step")["flows"].body:
        if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
            continue
        place = target_of(node.value.func, "step")
        if place is None or not isinstance(node.targets[0], ast.Name):
            continue
        words = (ast.unparse(argument) for argument in node.value.args)
        made[node.targets[0].id] = place[1]
        reads = tuple(made[word] for word in words if word in made)
        found.append(Part(place[1], _sentence(place), reads))
    return tuple(found)


def _sentence(place: tuple[str, str]) -> str:
    function = getattr(model_modules()[place[0]], place[1])
    return " ".join(inspect.cleandoc(function.__doc__ or "").split("\n\n")[0].split())


def part_name(name: str, facts: Facts) -> str:
    """The name of a part in the language of the book."""
    return facts.word(f"part.{name}", name.removesuffix("_of").replace("_", " "))


def flow_of_a_year(facts: Facts) -> Html:
    """The parts in a column, with a bow from each part to those that read it."""
    parts = parts_of_a_year()
    names = [part.name for part in parts]
    ends = (facts.t("book.flow_before"), facts.t("book.flow_after"))
    labels = [ends[0], *[part_name(name, facts) for name in names], ends[1]]
    bows = [
        (names.index(read) + 1, number + 1)
        for number, part in enumerate(parts)
        for read in part.reads
        if names.index(read) != number - 1
    ]
    tinted = (0, len(labels) - 1)
    return column(tuple(labels), tuple(bows), facts.t("book.flow_title"), tinted)
