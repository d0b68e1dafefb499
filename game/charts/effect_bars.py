"""What several things did, each on its own line from a middle of nought: worse left, better right.

For amounts that do not sum to anything, such as what each loop did; the waterfall is for those that
do. As there, the amount stands in a column to the right with an arrow and a word.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.charts.axes import Span
from game.charts.display_list import Box, DisplayList, Item, Line
from game.charts.marks import MEANINGS, arrow, box
from game.charts.paper import Paper, TextWidth, heading
from game.text.translate import Translator
from game.view.parts import BarView

NARROW = 430  # dp; below this the label stands over its bar
GAP = 12  # dp between the columns
HIGHEST_ROW, HIGHEST_BAR = 46, 24  # dp
WORDS = {"good": "charts.better", "bad": "charts.worse", "neutral": "charts.same"}


@dataclass(frozen=True)
class _Rows:
    """The lines of the chart and where they lie."""

    paper: Paper
    bars: tuple[BarView, ...]
    stacked: bool
    top: float
    row_height: float
    span: Span

    def row_top(self, row: int) -> float:
        return self.top + row * self.row_height

    def text_middle(self, row: int) -> float:
        high = self.paper.line("strong") if self.stacked else self.row_height
        return self.row_top(row) + high / 2

    def bar(self, row: int) -> tuple[float, float]:
        """Where the bar begins and how thick it is."""
        over = self.paper.line("strong") if self.stacked else 0.0
        room = self.row_height - over
        thick = min(room * 0.66, self.paper.dp(HIGHEST_BAR))
        gap = self.paper.dp(1) if self.stacked else (room - thick) / 2
        return self.row_top(row) + over + gap, thick


def effect_bars(
    title: str,
    sentence: str,
    bars: tuple[BarView, ...],
    width: float,
    height: float,
    text_width: TextWidth,
    *,
    t: Translator,
    scale: float = 1.0,
    titled: bool = True,
) -> DisplayList:
    """A line for each bar in the order given; the smallest are left out where there is no room."""
    paper = Paper(width, height, text_width, t, scale)
    head = heading(paper, title, sentence, titled)
    rows = _lay_out(paper, bars, head.bottom)
    items: list[Item] = [*head.items, *_lines(rows)]
    for row, one in enumerate(rows.bars):
        items += [*_bar(rows, row, one), *_texts(rows, row, one)]
    places = tuple(
        Box(0, rows.row_top(row), width, rows.row_height) for row in range(len(rows.bars))
    )
    points = tuple((one.label, _said(paper, one)) for one in rows.bars)
    return DisplayList(width, height, tuple(items), title, sentence, points, places)


def _lay_out(paper: Paper, bars: tuple[BarView, ...], top: float) -> _Rows:
    stacked = paper.width < paper.dp(NARROW)
    least = paper.line("strong") + (paper.dp(12) if stacked else 0.0)
    room = paper.height - top
    kept = _largest(bars, max(1, int(room / least)))
    most = paper.dp(HIGHEST_ROW) + (paper.line("strong") if stacked else 0.0)
    row_height = min(most, room / max(1, len(kept)))
    left, right = 0.0, paper.width
    if not stacked:
        labels = paper.widest(tuple(one.label for one in kept), "strong")
        left = min(labels, paper.width * 0.42) + paper.dp(GAP)
        right = paper.width - _amounts(paper, kept) - paper.dp(GAP)
    extent = max((abs(one.amount) for one in kept), default=0.0)
    # as far to both sides as the signs that occur, so that no half lies empty
    low = -extent if any(one.amount < 0 for one in kept) else 0.0
    high = extent if any(one.amount > 0 for one in kept) else 0.0
    return _Rows(paper, kept, stacked, top, row_height, Span(low, high or extent, left, right))


def _largest(bars: tuple[BarView, ...], most: int) -> tuple[BarView, ...]:
    order = sorted(range(len(bars)), key=lambda row: -abs(bars[row].amount))
    return tuple(bars[row] for row in sorted(order[:most]))


def _amounts(paper: Paper, bars: tuple[BarView, ...]) -> float:
    """The width of arrow, amount and word."""
    words = paper.widest(tuple(_word(paper, one) for one in bars), "caption")
    return paper.dp(24) + paper.widest(tuple(one.text for one in bars), "strong") + words


def _word(paper: Paper, one: BarView) -> str:
    return paper.t(WORDS[one.meaning])


def _said(paper: Paper, one: BarView) -> str:
    return ", ".join(part for part in (one.text, _word(paper, one), one.since) if part)


def _lines(rows: _Rows) -> list[Item]:
    """The line of nought, and faint ones between the rows."""
    paper, items = rows.paper, list[Item]()
    for row in range(1, len(rows.bars)):
        y = rows.row_top(row)
        items.append(Line(0, y, paper.width, y, "line", paper.dp(1)))
    if rows.bars and not rows.stacked:
        x, bottom = rows.span.place(0.0), rows.row_top(len(rows.bars))
        items.append(Line(x, rows.top, x, bottom, "border", paper.dp(1.5)))
    return items


def _bar(rows: _Rows, row: int, one: BarView) -> list[Item]:
    top, thick = rows.bar(row)
    left, right = sorted((rows.span.place(0.0), rows.span.place(one.amount)))
    look = MEANINGS[one.meaning]
    return [box((left, top), (right - left, thick), look, rows.paper.scale, "bar")]


def _texts(rows: _Rows, row: int, one: BarView) -> list[Item]:
    paper, y = rows.paper, rows.text_middle(row)
    amounts = _amounts(paper, rows.bars)
    start = paper.width - amounts
    room = (start if rows.stacked else rows.span.start) - paper.dp(GAP)
    texts = paper.widest(tuple(other.text for other in rows.bars), "strong")
    items: list[Item] = [
        paper.write((0, y), paper.shorten(one.label, "strong", room), "strong"),
        paper.write((start + paper.dp(16), y), one.text, "strong"),
        paper.write((start + paper.dp(24) + texts, y), _word(paper, one), "caption", "muted"),
    ]
    if one.meaning != "neutral":
        tone = MEANINGS[one.meaning].fill
        items.append(arrow((start + paper.dp(5.5), y), paper.dp(11), one.amount > 0, tone))
    return items
