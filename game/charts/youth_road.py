"""The road from school to a job: who begins, who finishes, and who moves into the long house.

Four years side by side. Who is in training already is filled, who will begin later is hollow.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.charts.display_list import Box, Circle, DisplayList, Item, Line, Polygon, Rect
from game.charts.marks import arrow
from game.charts.paper import Paper, TextWidth
from game.charts.people import LEAD, Figure, crowd, figures_of, lines_for, unit_for
from game.charts.youth_key import Entry, Rows, draw_key, key_height, key_rows
from game.text.translate import Translator
from game.view.youth import RoadView, RowView, StepView

TONES = ("series1", "series2")
"""By kind of trainee: apprentices, then students, who wear a cap."""
STUDENT = 1
MOST_FIGURES = 20
TALLEST, NICE, LEAST = 32, 18, 11  # dp, of a figure
ROOF, ROAD, PAD = 20, 28, 6  # dp
FLAG = 22  # dp, over the roof


@dataclass(frozen=True)
class _Plan:
    paper: Paper
    view: RoadView
    unit: int
    figure: float
    """The height of a figure."""
    lines: dict[str, int]
    """Lines of figures in each row."""
    key: Rows
    flag: float
    """How high the flag stands over the roof; nothing where there is no room."""

    @property
    def column(self) -> float:
        """The width of a year."""
        return (self.paper.width - 2 * self.paper.dp(PAD)) / max(1, len(self.view.years))

    def left(self, year: int) -> float:
        """Where a year begins."""
        return self.paper.dp(PAD) + year * self.column

    @property
    def beside(self) -> float:
        """The room that the number takes beside its figures."""
        texts = tuple(step.text for row in self.view.rows for step in row.years)
        return self.paper.widest(texts, "number") + self.paper.dp(10)

    @property
    def room(self) -> float:
        """The width that is left for figures in a year."""
        return self.column - self.beside - self.paper.dp(8)

    def band(self, row: str) -> float:
        """The height of a row: its word, and its figures or at least its number."""
        paper = self.paper
        more = paper.line("note") if row == "begin" else 0.0
        people = max(self.lines[row] * self.figure * LEAD, paper.line("number") + more)
        return paper.line("caption") + people

    def whole(self) -> float:
        """The height of it all."""
        paper = self.paper
        bands = sum(self.band(row.id) for row in self.view.rows)
        between = paper.dp(self.flag + ROOF + ROAD + 5.5 * PAD)
        return bands + between + key_height(paper, self.key)


def youth_road(
    view: RoadView,
    width: float,
    height: float,
    text_width: TextWidth,
    *,
    t: Translator,
    scale: float = 1.0,
) -> DisplayList:
    """The house on top, the road in the middle, those who begin at the bottom."""
    paper = Paper(width, height, text_width, t, scale)
    plan = _fitted(paper, view, t)
    job, done, begin = view.rows
    top = max(0.0, height - plan.whole()) + paper.dp(plan.flag)
    items, house = _house(plan, job, top)
    road = house + paper.dp(PAD) + plan.band("done")
    items += _row(plan, done, house + paper.dp(PAD))
    items += _road(plan, road + paper.dp(PAD / 2))
    below = road + paper.dp(ROAD + 1.5 * PAD)
    items += _row(plan, begin, below)
    items += draw_key(paper, plan.key, below + plan.band("begin") + paper.dp(PAD))
    tops = {"job": top + paper.dp(ROOF), "done": house + paper.dp(PAD), "begin": below}
    points, places = _points(plan, tops)
    said = " ".join(filter(None, (f"{view.title}.", view.jobs)))
    return DisplayList(width, height, tuple(items), view.title, said, points, places)


def _fitted(paper: Paper, view: RoadView, t: Translator) -> _Plan:
    """The largest figures that fit the height; on a low sheet the flag and the key give way."""
    most = max((sum(step.counts) for row in view.rows for step in row.years), default=0)
    unit = unit_for(most, MOST_FIGURES)
    key = key_rows(paper, _key(unit, t))
    for flag, rows, least in ((FLAG, key, NICE), (0.0, key, LEAST), (0.0, (), LEAST)):
        for size in range(TALLEST, least - 1, -1):
            plan = _planned(paper, view, unit, size, rows, flag)
            if plan.whole() <= paper.height:
                return plan
    return plan


def _planned(paper: Paper, view: RoadView, unit: int, size: float, key: Rows, flag: float) -> _Plan:
    figure = paper.dp(size)
    room = _Plan(paper, view, unit, figure, {}, key, flag).room
    lines = {
        row.id: max(lines_for(len(_looks(step, unit)), room, figure) for step in row.years)
        for row in view.rows
    }
    return _Plan(paper, view, unit, figure, lines, key, flag)


def _key(unit: int, t: Translator) -> tuple[Entry, ...]:
    entries = (
        Entry(t("youth.key.apprentice"), Figure(TONES[0])),
        Entry(t("youth.key.student"), Figure(TONES[STUDENT], cap=True)),
        Entry(t("youth.key.later"), Figure("muted", hollow=True)),
    )
    return (*entries, *([Entry(t("youth.key.unit", n=unit))] if unit > 1 else []))


def _looks(step: StepView, unit: int) -> tuple[Figure, ...]:
    looks: list[Figure] = []
    for kind, (count, known) in enumerate(zip(step.counts, step.known, strict=True)):
        one = Figure(TONES[kind], hollow=not known, cap=kind == STUDENT)
        looks += [one] * figures_of(count, unit)
    return tuple(looks)


# --- what is drawn --------------------------------------------------------------------------------


def _house(plan: _Plan, row: RowView, top: float) -> tuple[list[Item], float]:
    """A long, low house that all who get a job move into; and where its floor is."""
    paper, width = plan.paper, plan.paper.width
    eaves = top + paper.dp(ROOF)
    floor = eaves + plan.band("job") + paper.dp(PAD)
    roof = ((0.0, eaves), (paper.dp(30), top), (width - paper.dp(30), top), (width, eaves))
    wall = paper.dp(5)
    items: list[Item] = [
        Rect(wall, eaves, width - 2 * wall, floor - eaves, "accent", opacity=0.1, part="house"),
        Polygon(roof, "accent"),
        Line(0, floor, width, floor, "accent", paper.dp(3)),
        *_flag(plan, width / 2, top),
    ]
    return items + _row(plan, row, eaves + paper.dp(PAD / 2)), floor


def _flag(plan: _Plan, x: float, roof: float) -> list[Item]:
    """A pennant on the roof."""
    if not plan.flag:
        return []
    paper = plan.paper
    top, high = roof - paper.dp(plan.flag), paper.dp(11)
    cloth = ((x, top + paper.dp(1)), (x + paper.dp(30), top + high / 2), (x, top + high))
    return [Line(x, top, x, roof, "muted", paper.dp(2.5)), Polygon(cloth, "series2")]


def _row(plan: _Plan, row: RowView, top: float) -> list[Item]:
    """The word of a row, and under it a number and its figures for each year."""
    paper = plan.paper
    middle = top + paper.line("caption") / 2
    label = paper.shorten(row.label, "note", paper.width - paper.dp(2 * PAD))
    items: list[Item] = [paper.write((plan.left(0), middle), label, "note", "ink")]
    ahead = plan.left(0) + paper.measure(label, "note")
    for year, step in enumerate(row.years):
        x = plan.left(year) + plan.beside + paper.dp(6)
        x = x if year else max(x, ahead + paper.dp(14))
        # upwards: to the road, and from the road to the house
        if row.id != "job" and any(step.counts):
            items.append(arrow((x, middle), paper.dp(9), True, "muted"))
        items += _step(plan, step, plan.left(year), top + paper.line("caption"))
    return items


def _step(plan: _Plan, step: StepView, left: float, top: float) -> list[Item]:
    paper = plan.paper
    middle = top + paper.line("number") / 2
    tone = "ink" if sum(step.counts) else "muted"
    items: list[Item] = [paper.write((left, middle), step.text, "number", tone)]
    if step.more:
        under, high = top + paper.line("number") + paper.line("note") / 2, paper.line("note")
        wide = paper.measure(step.more, "note") + paper.dp(10)
        items += [
            Rect(
                left - paper.dp(4), under - high / 2, wide, high, "accent",
                radius=high / 2, opacity=0.18, part="more",
            ),
            paper.write((left + paper.dp(1), under), step.more, "note", "ink"),
        ]  # fmt: skip
    corner = (left + plan.beside, top)
    return items + crowd(corner, plan.room, plan.figure, _looks(step, plan.unit))


def _road(plan: _Plan, top: float) -> list[Item]:
    """Tarmac with a dashed line, and the year in each stretch."""
    paper, width = plan.paper, plan.paper.width
    high = paper.dp(ROAD)
    middle = top + high / 2
    items: list[Item] = [
        Rect(0, top, width, high, "ink", radius=paper.dp(6), opacity=0.12, part="road")
    ]
    for place, year in enumerate(plan.view.years):
        words = paper.measure(str(year), "strong")
        left, end = plan.left(place), plan.left(place) + plan.column
        items.append(Circle(left + paper.dp(5), middle, paper.dp(5), "accent"))
        items.append(paper.write((left + paper.dp(16), middle), str(year), "strong"))
        start = left + paper.dp(26) + words
        dash = (paper.dp(10), paper.dp(8))
        if end - paper.dp(10) > start:
            items.append(
                Line(start, middle, end - paper.dp(10), middle, "muted", paper.dp(2), dash)
            )
    return items


def _points(
    plan: _Plan, tops: dict[str, float]
) -> tuple[tuple[tuple[str, str], ...], tuple[Box, ...]]:
    points, places = [], []
    for year, calendar in enumerate(plan.view.years):
        for row in plan.view.rows:
            points.append((f"{calendar}, {row.label}", row.years[year].spoken))
            high = min(plan.band(row.id), plan.paper.height - tops[row.id])
            places.append(Box(plan.left(year), tops[row.id], plan.column, max(0.0, high)))
    return tuple(points), tuple(places)
