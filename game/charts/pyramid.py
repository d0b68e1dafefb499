"""The population by age and sex: men to the left, women to the right, the oldest at the top."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from game.charts.axes import Span, round_step, ticks
from game.charts.display_list import Anchor, Box, DisplayList, Item, Line, Rect
from game.charts.marks import Look
from game.charts.paper import Paper, TextWidth, heading
from game.text.numbers import number
from game.text.translate import Translator
from game.view.parts import PyramidView

MEN, WOMEN = Look("series1"), Look("series2", "dots")


@dataclass(frozen=True)
class Frame:
    """The rows and the two axes that run out from the middle."""

    paper: Paper
    top: float
    bottom: float
    men: Span
    women: Span
    rows: int

    @property
    def step(self) -> float:
        """The height of a row."""
        return (self.bottom - self.top) / self.rows

    def row_top(self, age: int) -> float:
        """The upper edge of an age group; the youngest, number 0, is at the bottom."""
        return self.bottom - (age + 1) * self.step


def pyramid(
    view: PyramidView,
    width: float,
    height: float,
    text_width: TextWidth,
    *,
    t: Translator,
    scale: float = 1.0,
    titled: bool = True,
) -> DisplayList:
    """The population pyramid with both sexes on the same scale, from 0."""
    paper = Paper(width, height, text_width, t, scale)
    sentence = _sentence(paper, view)
    head = heading(paper, view.title, sentence, titled)
    frame = _frame(paper, view, head.bottom)
    items = [*head.items, *_scale(frame), *_captions(frame, view)]
    for age in range(len(view.labels)):
        items += _row(frame, view, age)
    items += _ages(frame, view)
    places = tuple(Box(0, frame.row_top(age), width, frame.step) for age in range(frame.rows))
    points = tuple(_point(paper, view, age) for age in range(len(view.labels)))
    return DisplayList(width, height, tuple(items), view.title, sentence, points, places)


def _frame(paper: Paper, view: PyramidView, top: float) -> Frame:
    largest = max(1.0, *view.men, *view.women)
    step = round_step(largest, 3)
    reach = max(step * ceil(largest / step - 1e-9), step)
    half = paper.widest(view.labels, "caption") / 2 + paper.dp(8)
    middle, edge = paper.width / 2, paper.measure(number(reach), "caption") / 2
    men = Span(0, reach, middle - half, edge)
    women = Span(0, reach, middle + half, paper.width - edge)
    top += paper.line("strong") + paper.dp(4)
    bottom = paper.height - paper.line("caption") - paper.dp(4)
    return Frame(paper, top, max(bottom, top + 1), men, women, max(1, len(view.labels)))


def _scale(frame: Frame) -> list[Item]:
    """Faint upright lines and their numbers below; both sides the same."""
    paper, items = frame.paper, list[Item]()
    room = abs(frame.men.stop - frame.men.start)
    wide = paper.measure(number(frame.men.high), "caption") + paper.dp(10)
    most = max(1, min(4, int(room / wide)))
    y = frame.bottom + paper.dp(4) + paper.line("caption") / 2
    for span in (frame.men, frame.women):
        for value in ticks(0, span.high, most):
            x = span.place(value)
            items.append(Line(x, frame.top, x, frame.bottom, "line", paper.dp(1)))
            if value:
                text = number(value, 0, paper.t.language)
                items.append(paper.write((x, y), text, "caption", "muted", "middle"))
    return items


def _captions(frame: Frame, view: PyramidView) -> list[Item]:
    paper, language = frame.paper, frame.paper.t.language
    sides: tuple[tuple[str, tuple[float, ...], Span, Anchor], ...] = (
        ("charts.men", view.men, frame.men, "right"),
        ("charts.women", view.women, frame.women, "left"),
    )
    y = frame.top - paper.dp(4) - paper.line("strong") / 2
    items: list[Item] = []
    for key, values, span, anchor in sides:
        text = f"{paper.t(key)} {number(sum(values), 0, language)}"
        room = abs(span.stop - span.start)
        shown = paper.shorten(text, "strong", room)
        items.append(paper.write((span.start, y), shown, "strong", "ink", anchor))
    return items


def _row(frame: Frame, view: PyramidView, age: int) -> list[Item]:
    items: list[Item] = []
    for value, span, look, part in (
        (view.men[age], frame.men, MEN, "men"),
        (view.women[age], frame.women, WOMEN, "women"),
    ):
        left, right = sorted((span.start, span.place(value)))
        items.append(_bar(frame, (left, right), age, look, part))
    return items


def _bar(frame: Frame, ends: tuple[float, float], age: int, look: Look, part: str) -> Rect:
    """A bar of its exact length: here a lone person may be thinner than the eye can see."""
    thick, scale = frame.step * 0.8, frame.paper.scale
    return Rect(
        ends[0],
        frame.row_top(age) + frame.step * 0.1,
        ends[1] - ends[0],
        thick,
        look.fill,
        radius=min(3 * scale, thick / 3),
        pattern=look.pattern,
        pattern_tone=look.pattern_tone,
        pattern_step=min(8 * scale, thick * 0.6),
        part=part,
    )


def _ages(frame: Frame, view: PyramidView) -> list[Item]:
    """As many age labels as there is room for, counted from the oldest."""
    paper = frame.paper
    every = max(1, ceil(paper.letter("caption") * 1.1 / frame.step))
    shown = range(len(view.labels) - 1, -1, -every)
    return [
        paper.write(
            (paper.width / 2, frame.row_top(age) + frame.step / 2),
            view.labels[age], "caption", "ink", "middle",
        )
        for age in shown
    ]  # fmt: skip


def _point(paper: Paper, view: PyramidView, age: int) -> tuple[str, str]:
    men, women = (number(side[age], 0, paper.t.language) for side in (view.men, view.women))
    return view.labels[age], paper.t("charts.men_and_women", men=men, women=women)


def _sentence(paper: Paper, view: PyramidView) -> str:
    sums = [men + women for men, women in zip(view.men, view.women, strict=True)]
    if not sums:
        return ""
    group = view.labels[sums.index(max(sums))]
    total = number(sum(sums), 0, paper.t.language)
    return paper.t("charts.pyramid", total=total, year=view.year, group=group)
