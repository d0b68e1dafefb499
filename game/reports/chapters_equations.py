"""Every equation: what it says, what it takes, what it uses, and who uses it."""

from __future__ import annotations

from game.model.variables import VARIABLES
from game.reports.chapter import chapter, facts_list, section
from game.reports.equations import Equation
from game.reports.facts import Facts, anchor, readers_outside_the_model
from game.reports.markup import Html, code_name, join, link, table, tag, text
from game.reports.origins import NOTHING, Origin, Origins
from game.reports.refs import equation_title, reference, references
from game.reports.values import unit_of


def in_order(facts: Facts) -> dict[str, list[Equation]]:
    """The equations by module, each in the order a year meets them; those never met are last."""
    met = [*facts.found.inputs, *[id_ for id_ in facts.equations if id_ not in facts.found.inputs]]
    modules: dict[str, list[Equation]] = {}
    for id_ in met:
        equation = facts.equations[id_]
        modules.setdefault(equation.module, []).append(equation)
    return modules


def equations_chapter(facts: Facts) -> Html:
    """All equations, part by part."""
    parts = [
        section(
            module_name(module, facts),
            anchor("part", module),
            [one_equation(equation, facts) for equation in found],
        )
        for module, found in in_order(facts).items()
    ]
    introduction = tag("p", facts.t("book.equations_text"))
    return chapter("equations", facts.t("book.equations"), introduction, parts)


def module_name(module: str, facts: Facts) -> str:
    """The name of a part of the model."""
    return facts.word(f"module.{module}", module.replace("_", " "))


def one_equation(equation: Equation, facts: Facts) -> Html:
    """One equation on its own card."""
    t, id_ = facts.t, equation.id
    inputs = facts.found.inputs.get(id_, {})
    behind = numbers_behind(id_, facts)
    return tag(
        "article",
        tag(
            "h4",
            tag("span", equation.symbol, class_="symbol"),
            " ",
            equation_title(id_, facts),
        ),
        tag("p", equation.sentence, lang="en"),
        _formula(equation, facts),
        [tag("p", note, lang="en", class_="small") for note in equation.notes],
        facts_list(
            [
                (t("book.unit"), facts.unit(equation.unit)),
                (t("book.basis"), _basis(equation.source, facts)),
                (t("book.shape"), tag("code", equation.shape) if equation.shape else None),
                (t("book.uses_numbers"), references(numbers_of(id_, facts), facts)),
                (t("book.behind"), references(behind, facts) if behind else None),
                (t("book.used_by"), references(users_of(id_, facts), facts)),
            ]
        ),
        _inputs(inputs, facts) or _not_in_the_year(equation, facts),
        tag(
            "details",
            tag("summary", t("book.code", place=f"game/model/{equation.module}.py")),
            tag("pre", tag("code", equation.code)),
        ),
        id=anchor("eq", id_),
        class_="card equation",
    )


def _formula(equation: Equation, facts: Facts) -> Html | None:
    if not equation.formula:
        return None
    lines = "\n".join(equation.formula).replace(" - ", " − ").replace(" * ", " · ")
    note = None
    if equation.is_formula_from_code:
        note = tag("p", facts.t("book.from_code"), class_="small")
    return join([tag("pre", lines, class_="formula"), note])


def _basis(source: str, facts: Facts) -> Html:
    if source in ("identity", "definition"):
        return text(facts.t(f"book.basis.{source}"))
    if source in facts.by_id:
        return reference(Origin("parameter", source), facts)
    if source in facts.sources:
        return link(anchor("src", source), facts.sources[source]["title"])
    return text(source)


def numbers_of(id_: str, facts: Facts) -> Origins:
    """The records an equation is given as they are."""
    given = NOTHING.union(*facts.found.inputs.get(id_, {}).values())
    return frozenset(o for o in given if o.kind == "parameter")


def numbers_behind(id_: str, facts: Facts) -> Origins:
    """The records behind what an equation is given that was worked out once at the start."""
    given = NOTHING.union(*facts.found.inputs.get(id_, {}).values())
    seen, waiting = set(given), [o for o in given if o.kind == "derived"]
    while waiting:
        for origin in facts.found.made.get(waiting.pop(), NOTHING):
            if origin not in seen and origin.kind in ("derived", "parameter"):
                seen.add(origin)
                waiting.append(origin)
    found = {o for o in seen if o.kind == "parameter"}
    return frozenset(found) - numbers_of(id_, facts)


def users_of(id_: str, facts: Facts) -> Origins:
    """Who uses the result: equations, the stocks it is written to, and what it is kept in.

    What is kept as it is goes without saying; those who use it there are told instead.
    """
    this = Origin("equation", id_)
    found: set[Origin] = set()
    for user in facts.users.get(this, ()):
        if user.kind == "quantity":
            found |= {o for o in facts.users.get(user, ()) if o.kind in ("equation", "stock")}
        if facts.found.made.get(user) != frozenset({this}) or user.kind != "quantity":
            found.add(user)
    return frozenset(found)


def _inputs(inputs: dict[str, Origins], facts: Facts) -> Html | None:
    if not inputs:
        return None
    rows = [
        [code_name(name), references(origins, facts), _units(origins, facts)]
        for name, origins in inputs.items()
    ]
    head = [facts.t("book.input"), facts.t("book.from"), facts.t("book.unit")]
    return table(head, rows, caption=facts.t("book.inputs"), class_="inputs")


def _not_in_the_year(equation: Equation, facts: Facts) -> Html:
    """An equation that no part of the year calls; often the engine does."""
    readers = readers_outside_the_model().get(equation.name, ())
    if not readers:
        return tag("p", facts.t("book.never_used"), class_="small")
    places = join([tag("code", f"game/{place}") for place in readers], ", ")
    return tag("p", facts.t("book.only_read_by"), " ", places, class_="small")


def _units(origins: Origins, facts: Facts) -> Html:
    """The units of what an input is made from, each once."""
    units: dict[str, None] = {}
    for origin in sorted(origins):
        if origin.kind == "equation":
            units[text(facts.unit(facts.equations[origin.name].unit))] = None
        elif origin.kind == "parameter" and origin.name in facts.by_id:
            units[unit_of(facts.by_id[origin.name], facts)] = None
        elif origin.kind in ("soft", "lever") and origin.name in VARIABLES:
            units[text(facts.unit(VARIABLES[origin.name].unit))] = None
        elif origin.kind == "quantity":
            made = facts.found.made.get(origin, NOTHING)
            if all(o.kind == "equation" for o in made):
                names = {facts.equations[o.name].unit for o in made}
                units |= {text(facts.unit(unit)): None for unit in sorted(names)}
    return join(units, ", ") if units else text("–")
