"""The back of the book: stocks and rows, what is worked out, what content can change, and luck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from game.model import axes
from game.model.draws import NORMALS, SLOTS, WORDS_A_NORMAL
from game.model.lanes import STATE_LAYOUT
from game.model.parameter_set import Start
from game.model.variables import VARIABLES, Variable
from game.reports.chapter import chapter
from game.reports.facts import Facts, anchor
from game.reports.markup import Html, code_name, join, table, tag, text
from game.reports.origins import Kind, Origin
from game.reports.refs import references
from game.reports.values import axis_word
from game.text.glossary import load_glossary
from game.text.numbers import number

_NOT_AXES = frozenset({"SOFT"})


def stocks_chapter(facts: Facts) -> Html:
    """The stocks and their layout, the soft stocks one by one, and the axes."""
    t = facts.t
    layout = [_stock_row(name, rows, columns, facts) for name, rows, columns in STATE_LAYOUT]
    soft = [_soft_row(row, name, facts) for row, name in enumerate(axes.SOFT)]
    return chapter(
        "stocks",
        t("book.stocks"),
        tag("p", t("book.stocks_text")),
        table(
            [t("book.stock"), t("book.rows"), t("book.columns"), t("book.made_from")],
            layout,
            caption=t("book.stocks_caption"),
        ),
        tag("h3", t("book.soft")),
        tag("p", t("book.soft_text")),
        table([t("book.stock"), t("book.row"), t("book.used_by")], soft, caption=t("book.soft")),
        tag("h3", t("book.axes")),
        tag("p", t("book.axes_text")),
        table([t("book.axis"), t("book.members")], _axes(facts), caption=t("book.axes")),
        tag("h3", t("book.start")),
        tag("p", t("book.start_text")),
        table([t("book.start_field"), t("book.used_by")], _start(facts), caption=t("book.start")),
    )


def _at(kind: Kind, prefix: str, name: str, shown: str, facts: Facts) -> tuple[Html, Html]:
    """A name with its place on the page, and who uses it."""
    users = facts.users.get(Origin(kind, name), ())
    return tag("span", shown, id=anchor(prefix, name)), references(users, facts)


def _stock_row(name: str, rows: int, columns: int, facts: Facts) -> list[str]:
    shown = tag("span", facts.word(f"stock.{name}", name), id=anchor("stock", name))
    made = facts.found.made.get(Origin("stock", name), frozenset())
    written = (origin for origin in made if origin.kind not in ("parameter", "start"))
    return [
        join([shown, " ", tag("code", name)]),
        str(rows),
        str(columns),
        references(written, facts),
    ]


def _soft_row(row: int, name: str, facts: Facts) -> list[str]:
    shown, users = _at("soft", "soft", name, facts.concept(name), facts)
    return [join([shown, " ", tag("code", name)]), str(row), users]


def _axes(facts: Facts) -> list[list[str]]:
    """Every tuple of names in axes.py is an axis of some array."""
    rows = []
    for axis, members in vars(axes).items():
        is_named = isinstance(members, tuple) and all(isinstance(m, str) for m in members)
        if is_named and axis.isupper() and axis not in _NOT_AXES:
            shown = ", ".join(axis_word(member, facts) for member in members)
            rows.append([tag("code", axis), f"{len(members)}: {shown}"])
    return rows


def _start(facts: Facts) -> list[list[str]]:
    return [
        list(
            _at("start", "start", entry.name, facts.word(f"start.{entry.name}", entry.name), facts)
        )
        for entry in fields(Start)
    ]


def quantities_chapter(facts: Facts) -> Html:
    """What a year keeps, and what is worked out once when a municipality starts."""
    t = facts.t
    made = facts.found.made
    return chapter(
        "quantities",
        t("book.quantities"),
        tag("p", t("book.quantities_text")),
        table(
            [t("book.quantity"), t("book.made_from"), t("book.used_by")],
            [_kept_row(origin, facts) for origin in made if origin.kind == "quantity"],
            caption=t("book.quantities"),
            class_="kept",
        ),
        tag("h3", t("book.derived")),
        tag("p", t("book.derived_text")),
        table(
            [t("book.quantity"), t("book.made_from"), t("book.used_by")],
            [_kept_row(origin, facts) for origin in made if origin.kind == "derived"],
            caption=t("book.derived"),
            class_="kept",
        ),
    )


def _kept_row(origin: Origin, facts: Facts) -> list[str]:
    prefix = "q" if origin.kind == "quantity" else "d"
    name = code_name(origin.name, id=anchor(prefix, origin.name))
    made = references(facts.found.made[origin], facts)
    return [name, made, references(facts.users.get(origin, ()), facts)]


def variables_chapter(facts: Facts) -> Html:
    """Every variable: what it means, its unit, how content can change it, and its limits."""
    t = facts.t
    head = [
        t("book.variable"),
        t("book.unit"),
        t("book.change"),
        t("book.limits"),
        t("book.acts_in"),
    ]
    rows = [_variable_row(variable, facts) for variable in VARIABLES.values()]
    return chapter(
        "variables",
        t("book.variables"),
        tag("p", t("book.variables_text")),
        table(head, rows, caption=t("book.variables"), class_="variables"),
    )


def _variable_row(variable: Variable, facts: Facts) -> list[str]:
    concept = load_glossary().get(variable.id)
    language = facts.t.language
    name = getattr(concept.name, language) if concept else variable.id
    told = getattr(concept.explanation, language) if concept else ""
    explained = join(
        [
            tag("strong", name, id=anchor("var", variable.id)),
            " ",
            code_name(variable.id),
            tag("br"),
            tag("span", told, class_="small"),
        ]
    )
    users = facts.users.get(Origin("lever", variable.id), ())
    change = facts.t(f"book.change.{variable.change}")
    return [
        explained,
        facts.unit(variable.unit),
        change,
        _limits(variable, facts),
        references(users, facts),
    ]


def _limits(variable: Variable, facts: Facts) -> str:
    low, high = (_short(end, facts) for end in (variable.lowest, variable.highest))
    return facts.t("book.range", low=low, high=high)


def _short(value: float, facts: Facts) -> str:
    """A limit in few signs: 1 million million is «10¹²»."""
    if abs(value) >= 1e6:
        sign = "\u2212" if value < 0 else ""
        power = len(f"{abs(value):.0f}") - 1
        return f"{sign}10{''.join('⁰¹²³⁴⁵⁶⁷⁸⁹'[int(digit)] for digit in str(power))}"
    return number(value, 0 if value == int(value) else 2, facts.t.language)


def luck_chapter(facts: Facts) -> Html:
    """What is left to chance, and at which address each draw lies."""
    t = facts.t
    rows: list[Sequence[str]] = []
    for place, name in enumerate(NORMALS):
        shown, users = _at("luck", "luck", name, facts.word(f"luck.{name}", name), facts)
        first = place * WORDS_A_NORMAL
        rows.append(
            [join([shown, " ", tag("code", name)]), f"{first}–{first + WORDS_A_NORMAL - 1}", users]
        )
    free = SLOTS - WORDS_A_NORMAL * len(NORMALS)
    return chapter(
        "luck",
        t("book.luck"),
        [tag("p", text(t(f"book.luck_text.{n}"))) for n in (1, 2)],
        table([t("book.draw"), t("book.slots"), t("book.used_by")], rows, caption=t("book.luck")),
        tag("p", t("book.luck_free", slots=SLOTS, free=free), class_="small"),
    )
