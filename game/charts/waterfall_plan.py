"""Where everything in a waterfall goes: rows from top to bottom, columns from left to right.

No shapes are made here; waterfall.py does that from the plan.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from game.charts.axes import Span, round_step
from game.charts.marks import MEANINGS, Look
from game.charts.paper import Heading, Paper
from game.text.numbers import signed
from game.view.parts import BarView, WaterfallView

TOTAL = Look("ink")
NARROW = 430  # dp; below this the label stands over its bar
BROKEN_BELOW = 0.4  # the axis is broken when the changes fill less than this share of it
GAP = 12  # dp between the columns


@dataclass(frozen=True)
class Row:
    """One line of the chart: from `start` to `end` on the axis. Totals have no cause."""

    label: str
    text: str
    start: float
    end: float
    bar: BarView | None = None

    @property
    def look(self) -> Look:
        """Totals are ink; causes look like what they mean."""
        return MEANINGS[self.bar.meaning] if self.bar else TOTAL

    @property
    def since(self) -> str:
        """«siden 2027: Lederløft», or nothing."""
        parts = (self.bar.since, self.bar.cause) if self.bar else ()
        return ": ".join(part for part in parts if part)


@dataclass(frozen=True)
class Plan:
    """The measures of one waterfall. `base` is where the axis begins when it is broken, else 0."""

    paper: Paper
    rows: tuple[Row, ...]
    stacked: bool
    top: float
    row_height: float
    base: float
    span: Span

    @property
    def shows_since(self) -> bool:
        """Whether a stack has room for «siden …» between label and bar."""
        texts = self.paper.line("strong") + self.paper.line("caption")
        return self.stacked and self.row_height >= texts + self.paper.dp(18)

    def texts_height(self) -> float:
        """The lines over a bar in a stack."""
        since = self.paper.line("caption") if self.shows_since else 0.0
        return self.paper.line("strong") + since

    def bar_height(self) -> float:
        """How thick the bars are."""
        if self.stacked:
            return min(self.row_height - self.texts_height() - self.paper.dp(3), self.paper.dp(20))
        return min(self.row_height * 0.66, self.paper.dp(28))

    def row_top(self, row: int) -> float:
        """The upper edge of a row."""
        return self.top + row * self.row_height

    def bar_top(self, row: int) -> float:
        """The upper edge of the bar of a row."""
        if self.stacked:
            since = self.shows_since and bool(self.rows[row].since)
            texts = self.texts_height() if since else self.paper.line("strong")
            return self.row_top(row) + texts
        return self.row_top(row) + (self.row_height - self.bar_height()) / 2


def lay_out(paper: Paper, view: WaterfallView, head: Heading) -> Plan:
    """The plan: narrow sheets put labels over the bars, low ones fold the smallest causes."""
    stacked = paper.width < paper.dp(NARROW)
    base, high = _axis_ends(view)
    note = paper.line("caption") + paper.dp(4) if base else 0.0
    room = paper.height - head.bottom - note
    least = paper.line("strong") + (paper.dp(11) if stacked else 0.0)
    rows = _rows(paper, view, max(1, int(room / least) - 2))
    row_height = min(paper.dp(70 if stacked else 54), room / len(rows))
    left, right = (0.0, paper.width) if stacked else _columns(paper, rows)
    low = min([base, *(row.end for row in rows if base == 0.0)])
    span = Span(low, high, left, right)
    return Plan(paper, rows, stacked, head.bottom, row_height, base, span)


def word(paper: Paper, row: Row) -> str:
    """«bedre» or «verre»; for what is neither, the direction alone."""
    if row.bar is None:
        return ""
    neutral = "charts.up" if row.bar.amount > 0 else "charts.down"
    return paper.t({"good": "charts.better", "bad": "charts.worse"}.get(row.bar.meaning, neutral))


def _columns(paper: Paper, rows: tuple[Row, ...]) -> tuple[float, float]:
    labels = paper.widest(tuple(row.label for row in rows), "strong")
    since = paper.widest(tuple(row.since for row in rows), "caption")
    left = min(max(labels, since), paper.width * 0.40) + paper.dp(GAP)
    totals = paper.widest(tuple(row.text for row in rows if not row.bar), "number")
    amounts = paper.widest(tuple(row.text for row in rows if row.bar), "strong")
    words = paper.widest(tuple(word(paper, row) for row in rows), "caption")
    return left, paper.width - max(totals, paper.dp(24) + amounts + words) - paper.dp(GAP)


def _axis_ends(view: WaterfallView) -> tuple[float, float]:
    """Where the axis begins and ends: at 0, unless the changes would then be too small to see."""
    levels = tuple(accumulate((bar.amount for bar in view.bars), initial=view.start))
    low, high = min(*levels, view.end), max(*levels, view.end)
    extent = high - low
    if low <= 0 or extent == 0 or extent >= BROKEN_BELOW * high:
        return 0.0, max(high, 0.0)
    step = round_step(extent, 4)
    return max(0.0, int((low - 0.35 * extent) / step) * step), high


def _rows(paper: Paper, view: WaterfallView, most: int) -> tuple[Row, ...]:
    bars = _fold(paper, view.bars, most)
    levels = tuple(accumulate((bar.amount for bar in bars), initial=view.start))
    causes = (
        Row(bar.label, bar.text, start, end, bar)
        for bar, (start, end) in zip(bars, pairwise(levels), strict=True)
    )
    before = Row(view.start_label or paper.t("charts.before"), view.start_text, 0.0, view.start)
    now = Row(view.end_label or paper.t("charts.now"), view.end_text, 0.0, view.end)
    return (before, *causes, now)


def _fold(paper: Paper, bars: tuple[BarView, ...], most: int) -> tuple[BarView, ...]:
    """The smallest bars as one when there is no room for all; their sum stays the same."""
    if len(bars) <= most:
        return bars
    ranked = sorted(bars, key=lambda bar: -abs(bar.amount))
    kept, folded = ranked[: most - 1], ranked[most - 1 :]
    amount = sum(bar.amount for bar in folded)
    meanings = {bar.meaning for bar in folded}
    other = replace(
        folded[0],
        label=paper.t("charts.other", n=len(folded)),
        amount=amount,
        text=signed(amount, 1, paper.t.language),
        meaning=meanings.pop() if len(meanings) == 1 else "neutral",
        since="",
        cause="",
    )
    return (*(bar for bar in bars if bar in kept), other)
