"""Those who are 16–19 years old now: a crowd for each age, filled when they have had an offer."""

from __future__ import annotations

from dataclasses import dataclass

from game.charts.display_list import Box, DisplayList, Item, Line
from game.charts.paper import Paper, TextWidth
from game.charts.people import LEAD, WIDE, Figure, crowd, figures_of, unit_for
from game.charts.youth_key import Entry, draw_key, key_height, key_rows
from game.text.translate import Translator
from game.view.youth import AgeView, SchoolView

MET, UNMET = Figure("accent"), Figure("muted", hollow=True)
MOST_FIGURES = 24
ACROSS = range(3, 9)
TALLEST, LEAST = 40, 12  # dp, of a figure


@dataclass(frozen=True)
class _Plan:
    paper: Paper
    unit: int
    top: float
    floor: float
    figure: float
    across: int
    column: float


def youth_school(
    view: SchoolView,
    width: float,
    height: float,
    text_width: TextWidth,
    *,
    t: Translator,
    scale: float = 1.0,
) -> DisplayList:
    """Four crowds on one floor, with how many they are and how old."""
    paper = Paper(width, height, text_width, t, scale)
    unit = unit_for(max((age.count for age in view.ages), default=0), MOST_FIGURES)
    rows = key_rows(paper, _key(view, unit, t))
    plan = _plan(paper, view, unit, key_height(paper, rows))
    items: list[Item] = [Line(0, plan.floor, width, plan.floor, "border", paper.dp(2))]
    for place, age in enumerate(view.ages):
        items += _age(plan, place, age)
    items += draw_key(paper, rows, height - key_height(paper, rows))
    points = tuple((age.label, _said(age, t)) for age in view.ages)
    places = tuple(
        Box(i * plan.column, plan.top, plan.column, plan.floor + paper.line("body") - plan.top)
        for i in range(len(view.ages))
    )
    return DisplayList(width, height, tuple(items), view.title, view.sentence, points, places)


def _key(view: SchoolView, unit: int, t: Translator) -> tuple[Entry, ...]:
    some, others = any(age.met for age in view.ages), any(not age.met for age in view.ages)
    entries = [Entry(t("youth.key.met"), MET)] if some else []
    entries += [Entry(t("youth.key.unmet"), UNMET)] if others else []
    return (*entries, *([Entry(t("youth.key.unit", n=unit))] if unit > 1 else []))


def _plan(paper: Paper, view: SchoolView, unit: int, key: float) -> _Plan:
    column = paper.width / max(1, len(view.ages))
    floor = paper.height - key - paper.dp(10) - paper.line("body")
    room = floor - paper.line("number") - paper.dp(6)
    most = max((figures_of(age.count, unit) for age in view.ages), default=1)
    across = max(ACROSS, key=lambda one: _tall(paper, most, one, room, column))
    tall = max(_tall(paper, most, across, room, column), paper.dp(LEAST))
    top = floor - _lines(most, across) * tall * LEAD
    return _Plan(paper, unit, max(0.0, top), floor, tall, across, column)


def _lines(count: int, across: int) -> int:
    return max(1, -(-count // across))


def _tall(paper: Paper, count: int, across: int, room: float, column: float) -> float:
    """How tall the figures of a crowd can be when so many stand abreast."""
    wide = (column - paper.dp(10)) / across / WIDE
    return min(room / _lines(count, across) / LEAD, wide, paper.dp(TALLEST))


def _age(plan: _Plan, place: int, age: AgeView) -> list[Item]:
    paper, middle = plan.paper, (place + 0.5) * plan.column
    count = figures_of(age.count, plan.unit)
    lines, wide = _lines(count, plan.across), plan.across * plan.figure * WIDE
    top = plan.floor - lines * plan.figure * LEAD
    first = count - (lines - 1) * plan.across
    looks = (MET if age.met else UNMET,) * count
    # the shortest line stands at the back, in the middle
    left = middle - wide / 2
    back = left + (plan.across - first) * plan.figure * WIDE / 2
    items = crowd((back, top), wide, plan.figure, looks[:first])
    items += crowd((left, top + plan.figure * LEAD), wide + 0.01, plan.figure, looks[first:])
    number_y = top - paper.line("number") / 2
    items.append(paper.write((middle, number_y), age.text, "number", "ink", "middle"))
    below = plan.floor + paper.dp(4) + paper.line("body") / 2
    items.append(paper.write((middle, below), age.label, "body", "muted", "middle"))
    return items


def _said(age: AgeView, t: Translator) -> str:
    return f"{age.text}. {t('youth.key.met' if age.met else 'youth.key.unmet')}"
