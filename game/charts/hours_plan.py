"""Where everything in Timeregnskapet goes, and what is left out when the sheet is low."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from game.charts.axes import Span
from game.charts.display_list import Item
from game.charts.legend import Entry, Rows, flow
from game.charts.legend import height as legend_height
from game.charts.marks import Look
from game.charts.paper import Paper, heading
from game.text.numbers import number
from game.view.parts import HoursPart, HoursView

LEAST_BAR, MOST_BAR = 26, 76  # dp
LOOKS: dict[str, tuple[Look, ...]] = {
    "own": (Look("accent"), Look("accent", "grid", "on_accent")),
    "hired": (Look("series2", "dots"),),
    "missing": (Look("surface", "stripes", "crisis", "crisis"),),
    "need": (
        Look("ink"),
        Look("muted", "dots"),
        Look("ink", "stripes"),
        Look("muted", "grid"),
        Look("ink", "waves"),
        Look("muted"),
    ),
    "saved": (Look("surface", "waves", "good", "good"),),
}


@dataclass(frozen=True)
class Piece:
    """A part of a bar with its place."""

    part: HoursPart
    look: Look
    left: float
    right: float


@dataclass(frozen=True)
class Block:
    """One of the two bars with its headline above and its key below."""

    title: str
    total: str
    pieces: tuple[Piece, ...]
    key: Rows
    top: float


@dataclass(frozen=True)
class Gap:
    """The difference between the bars: where, and in words."""

    left: float
    right: float
    text: str
    tone: str


@dataclass(frozen=True)
class HoursPlan:
    """The measures of the whole chart."""

    paper: Paper
    head: tuple[Item, ...]
    have: Block
    need: Block
    bar_height: float
    span: Span
    gap: Gap
    formula: tuple[str, ...]

    @property
    def headline(self) -> float:
        """The height of the line above a bar."""
        return headline_height(self.paper)

    def bar_top(self, block: Block) -> float:
        """The upper edge of the bar of a block."""
        return block.top + self.headline

    def gap_top(self) -> float:
        """The upper edge of the bracket below the first bar."""
        return self.bar_top(self.have) + self.bar_height + self.paper.dp(3)

    def key_top(self, block: Block) -> float:
        """The upper edge of the key below a bar; the first bar has the bracket in between."""
        bottom = self.bar_top(block) + self.bar_height
        return bottom + (gap_height(self.paper) if block is self.have else self.paper.dp(5))

    def bottom(self) -> float:
        """Where the formula may begin."""
        return self.key_top(self.need) + legend_height(self.paper, self.need.key)


def headline_height(paper: Paper) -> float:
    """The line «Timer vi har … 630 årsverk»."""
    return paper.line("number") + paper.dp(3)


def gap_height(paper: Paper) -> float:
    """The bracket and its text."""
    return paper.dp(14) + paper.line("strong")


def plan_hours(paper: Paper, view: HoursView, titled: bool) -> HoursPlan:
    """As much detail as the height allows: the formula goes first, then title, then key."""
    for detail in (3, 2, 1):
        plan = _try(paper, view, titled, detail)
        if plan.bar_height >= paper.dp(LEAST_BAR):
            return plan
    return _try(paper, view, False, 0)


def _try(paper: Paper, view: HoursView, titled: bool, detail: int) -> HoursPlan:
    head = heading(paper, paper.t("charts.hours_title"), view.sentence, titled and detail >= 2)
    formula = _formula_lines(paper, view) if detail >= 3 else ()
    parts = _have_parts(paper, view)
    widest = max(_sum(parts), _sum(view.need), view.total_have, view.total_need, 1.0)
    span = Span(0.0, widest, 0.0, paper.width)
    have, need = _pieces(parts, span), _pieces(view.need, span)
    keys = [flow(paper, _entries(pieces)) if detail else () for pieces in (have, need)]
    texts = sum(legend_height(paper, key) for key in keys) + len(formula) * paper.line("caption")
    gaps = paper.dp(14 + 5 + (8 if formula else 0)) + gap_height(paper)
    room = paper.height - head.bottom - 2 * headline_height(paper) - texts - gaps
    bar_height = min(paper.dp(MOST_BAR), max(room / 2, paper.dp(8)))
    second = head.bottom + headline_height(paper) + bar_height + gap_height(paper)
    second += legend_height(paper, keys[0]) + paper.dp(14)
    return HoursPlan(
        paper,
        head.items,
        Block(
            paper.t("charts.hours_have"), _fte(paper, view.total_have), have, keys[0], head.bottom
        ),
        Block(paper.t("charts.hours_need"), _fte(paper, view.total_need), need, keys[1], second),
        bar_height,
        span,
        _gap(paper, view, span),
        formula,
    )


def _have_parts(paper: Paper, view: HoursView) -> tuple[HoursPart, ...]:
    """What we have, and as the last part what is missing, whether the view names it or not."""
    lacking = view.total_need - view.total_have
    if lacking < 0.5 or any(part.kind == "missing" for part in view.have):
        return view.have
    text = number(lacking, 0, paper.t.language)
    label = paper.t("charts.missing")
    return (*view.have, HoursPart("missing", label, lacking, text, "missing"))


def _pieces(parts: tuple[HoursPart, ...], span: Span) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    kinds: Counter[str] = Counter()
    reached = 0.0
    for part in parts:
        looks = LOOKS[part.kind]
        look = looks[kinds[part.kind] % len(looks)]
        kinds[part.kind] += 1
        left, right = span.place(reached), span.place(reached + part.fte)
        pieces.append(Piece(part, look, left, right))
        reached += part.fte
    return tuple(pieces)


def _entries(pieces: tuple[Piece, ...]) -> tuple[Entry, ...]:
    """What needs a key; the missing part has its bracket."""
    return tuple(
        Entry(piece.look, piece.part.label, piece.part.text)
        for piece in pieces
        if piece.part.kind != "missing"
    )


def _gap(paper: Paper, view: HoursView, span: Span) -> Gap:
    lacking = view.total_need - view.total_have
    value = _fte(paper, abs(lacking))
    left, right = sorted((span.place(view.total_have), span.place(view.total_need)))
    if abs(lacking) < 0.5:
        return Gap(left, right, paper.t("charts.hours_even"), "good")
    key, tone = ("missing", "crisis") if lacking > 0 else ("spare", "good")
    return Gap(left, right, paper.t(f"charts.hours_{key}", value=value), tone)


def _formula_lines(paper: Paper, view: HoursView) -> tuple[str, ...]:
    return tuple(
        line for text in view.formula for line in paper.wrap(text, "caption", paper.width, 2)
    )


def _fte(paper: Paper, value: float) -> str:
    return paper.t("charts.fte", value=number(value, 0, paper.t.language))


def _sum(parts: tuple[HoursPart, ...]) -> float:
    return sum(part.fte for part in parts)
