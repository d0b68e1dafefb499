"""«Hvorfor?»: from the value before to the value now, cause by cause, as lying bars.

Bars lie down because Norwegian labels are long. Amounts are read in the column to the right, so no
number ever meets a bar. An axis that does not begin at 0 is torn and says where it begins.
"""

from __future__ import annotations

from game.charts.display_list import Box, DisplayList, Item, Line
from game.charts.marks import arrow, box, break_mark
from game.charts.paper import ELLIPSIS, Paper, TextWidth, heading
from game.charts.waterfall_plan import GAP, Plan, Row, lay_out, word
from game.text.numbers import number, percent
from game.text.translate import Translator
from game.view.parts import WaterfallView


def waterfall(
    view: WaterfallView,
    width: float,
    height: float,
    text_width: TextWidth,
    *,
    t: Translator,
    scale: float = 1.0,
    titled: bool = True,
) -> DisplayList:
    """The chart that explains a change. `titled` writes title and sentence on the chart itself."""
    paper = Paper(width, height, text_width, t, scale)
    head = heading(paper, view.title, view.sentence, titled)
    plan = lay_out(paper, view, head)
    items = [*head.items, *_rules(plan), *_axis(plan), *_connectors(plan)]
    for index, row in enumerate(plan.rows):
        items += [*_bar(plan, index, row), *_label(plan, index, row), *_amount(plan, index, row)]
    items += _break_note(plan, view.unit)
    places = tuple(
        Box(0, plan.row_top(index), width, plan.row_height) for index in range(len(plan.rows))
    )
    points = tuple(_point(paper, row) for row in plan.rows)
    return DisplayList(width, height, tuple(items), view.title, view.sentence, points, places)


def comfortable_height(bars: int, scale: float = 1.0) -> float:
    """The height in pixels at which a waterfall of so many bars shows everything it has."""
    return (110 + 46 * (bars + 2)) * scale


def _rules(plan: Plan) -> list[Item]:
    """Faint lines between the rows, to lead the eye from the bar to its number."""
    right, thin = plan.paper.width, plan.paper.dp(1)
    edges = [plan.row_top(index) for index in range(1, len(plan.rows))]
    return [Line(0, y, right, y, "line", thin) for y in edges]


def _axis(plan: Plan) -> list[Item]:
    """Where the bars begin; in a stack it would run through the labels."""
    if plan.stacked:
        return []
    top, bottom = plan.bar_top(0), plan.bar_top(len(plan.rows) - 1) + plan.bar_height()
    x, reach = plan.span.place(plan.base), plan.paper.dp(5)
    return [Line(x, top - reach, x, bottom + reach, "border", plan.paper.dp(1.5))]


def _connectors(plan: Plan) -> list[Item]:
    """Dashed lines that hand the level on to the next bar; not through the labels of a stack."""
    if plan.stacked:
        return []
    thin, dash = plan.paper.dp(1.5), (plan.paper.dp(3), plan.paper.dp(3))
    items: list[Item] = []
    for index, row in enumerate(plan.rows[:-1]):
        x, top = plan.span.place(row.end), plan.bar_top(index) + plan.bar_height()
        items.append(Line(x, top, x, plan.bar_top(index + 1), "border", thin, dash))
    return items


def _bar(plan: Plan, index: int, row: Row) -> list[Item]:
    start = row.start if row.bar else plan.base
    left, right = sorted((plan.span.place(start), plan.span.place(row.end)))
    top, thick, scale = plan.bar_top(index), plan.bar_height(), plan.paper.scale
    part = "bar" if row.bar else "total"
    items: list[Item] = [box((left, top), (right - left, thick), row.look, scale, part)]
    if plan.base and not row.bar:
        items.extend(break_mark(left + plan.paper.dp(14), top - 1, top + thick + 1, scale))
    return items


def _label(plan: Plan, index: int, row: Row) -> list[Item]:
    paper, top = plan.paper, plan.row_top(index)
    if plan.stacked:
        room = paper.width - _amount_width(plan, row) - paper.dp(8)
        label = paper.shorten(row.label, "strong", room)
        return [
            paper.write((0, top + paper.line("strong") / 2), label, "strong"),
            *_since(plan, index),
        ]
    lines = _label_lines(plan, row)
    top += (plan.row_height - sum(paper.line(style) for _, style, _ in lines)) / 2
    items: list[Item] = []
    for text, style, tone in lines:
        items.append(paper.write((0, top + paper.line(style) / 2), text, style, tone))
        top += paper.line(style)
    return items


def _since(plan: Plan, index: int) -> list[Item]:
    """«siden …» between label and bar in a high stack."""
    paper, since = plan.paper, plan.rows[index].since
    if not since or not plan.shows_since:
        return []
    y = plan.row_top(index) + paper.line("strong") + paper.line("caption") / 2
    (told,) = _whole(plan, plan.rows[index], paper.width, 1) or ("",)
    return [paper.write((0, y), told, "caption", "muted")]


def _whole(plan: Plan, row: Row, room: float, most: int) -> tuple[str, ...]:
    """«siden 2027: hvorfor» in so many lines; the year alone where the reason would be cut."""
    lines = plan.paper.wrap(row.since, "caption", room, most) if most else ()
    if not any(line.endswith(ELLIPSIS) for line in lines):
        return lines
    year = row.bar.since if row.bar else ""
    return (year,) if plan.paper.measure(year, "caption") <= room else ()


def _label_lines(plan: Plan, row: Row) -> list[tuple[str, str, str]]:
    """The label in one or two lines, and «siden …» below in the lines that are left."""
    paper, room = plan.paper, plan.span.start - plan.paper.dp(GAP)
    style = "strong"
    if plan.row_height < 2 * paper.line("strong") and paper.measure(row.label, "strong") > room:
        style = "note"
    most = 2 if plan.row_height >= 2 * paper.line(style) else 1
    lines = [(text, style, "ink") for text in paper.wrap(row.label, style, room, most)]
    left = plan.row_height - len(lines) * paper.line(style)
    since = _whole(plan, row, room, int(left / paper.line("caption")))
    return [*lines, *((line, "caption", "muted") for line in since)]


def _amount(plan: Plan, index: int, row: Row) -> list[Item]:
    """Arrow, amount and word in columns; in a stack they end the line of the label."""
    paper = plan.paper
    height = paper.line("strong") if plan.stacked else plan.row_height
    y = plan.row_top(index) + height / 2
    left = plan.span.stop + paper.dp(GAP)
    amounts = paper.widest(tuple(other.text for other in plan.rows if other.bar), "strong")
    if plan.stacked:
        left = paper.width - _amount_width(plan, row)
    if row.bar is None:
        return [paper.write((left, y), row.text, "strong" if plan.stacked else "number")]
    return [
        arrow((left + paper.dp(5.5), y), paper.dp(11), row.bar.amount > 0, row.look.fill),
        paper.write((left + paper.dp(16), y), row.text, "strong"),
        paper.write((left + paper.dp(24) + amounts, y), word(paper, row), "caption", "muted"),
    ]


def _amount_width(plan: Plan, row: Row) -> float:
    """How much of a stacked line the amount takes; the same for all causes, as in a column."""
    paper = plan.paper
    if row.bar is None:
        return paper.measure(row.text, "strong")
    amounts = paper.widest(tuple(other.text for other in plan.rows if other.bar), "strong")
    words = paper.widest(tuple(word(paper, other) for other in plan.rows), "caption")
    return paper.dp(24) + amounts + words


def _break_note(plan: Plan, unit: str) -> list[Item]:
    if not plan.base:
        return []
    paper = plan.paper
    decimals = 0 if plan.base == round(plan.base) else 1
    language = paper.t.language
    if unit in ("%", paper.t("unit.percent")):  # a level is per cent, only changes are points
        value = percent(plan.base / 100.0, decimals, language)
    else:
        value = f"{number(plan.base, decimals, language)}\u00a0{unit}".strip()
    text = paper.shorten(paper.t("charts.broken_axis", value=value), "caption", paper.width)
    y = plan.row_top(len(plan.rows)) + paper.dp(4) + paper.line("caption") / 2
    return [paper.write((0, y), text, "caption", "muted")]


def _point(paper: Paper, row: Row) -> tuple[str, str]:
    parts = (row.text, word(paper, row), row.since)
    return row.label, ", ".join(part for part in parts if part)
