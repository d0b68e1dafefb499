"""Timeregnskapet: two thick bars, the hours we have over the hours we need, on the same scale.

Small figures stand along the first bar: twenty of them are all that is needed, so that «2 of 20 are
missing» is seen before anything is read. What is missing or saved is hatched, not filled.
"""

from __future__ import annotations

from game.charts.display_list import Box, Circle, DisplayList, Item, Polyline, Rect
from game.charts.hours_plan import Block, HoursPlan, Piece, gap_height, plan_hours
from game.charts.legend import draw as draw_legend
from game.charts.marks import box
from game.charts.paper import Paper, TextWidth
from game.text.translate import Translator
from game.view.parts import HoursView

FIGURES = 20
FIGURE_TONES = {
    "own": "on_accent",
    "hired": "surface",
    "missing": "crisis",
    "need": "surface",
    "saved": "good",
}


def hours_bars(
    view: HoursView,
    width: float,
    height: float,
    text_width: TextWidth,
    *,
    t: Translator,
    scale: float = 1.0,
    titled: bool = True,
) -> DisplayList:
    """The hours account. `titled` writes title and sentence on the chart itself."""
    paper = Paper(width, height, text_width, t, scale)
    plan = plan_hours(paper, view, titled)
    items = [
        *plan.head,
        *_block(plan, plan.have),
        *_figures(plan, view.total_need),
        *_bracket(plan),
        *_block(plan, plan.need),
        *_formula(plan),
    ]
    points, places = _points(plan)
    description = " ".join(text for text in (view.sentence, *view.formula) if text)
    title = t("charts.hours_title")
    return DisplayList(width, height, tuple(items), title, description, points, places)


def _block(plan: HoursPlan, block: Block) -> list[Item]:
    paper, middle = plan.paper, block.top + plan.headline / 2
    room = paper.width - paper.measure(block.total, "number") - paper.dp(8)
    items: list[Item] = [
        paper.write((0, middle), paper.shorten(block.title, "title", room), "title"),
        paper.write((paper.width, middle), block.total, "number", anchor="right"),
    ]
    items += [_bar(plan, block, piece) for piece in block.pieces if piece.right > piece.left]
    return items + draw_legend(paper, block.key, plan.key_top(block))


def _bar(plan: HoursPlan, block: Block, piece: Piece) -> Rect:
    scale = plan.paper.scale
    width = piece.right - piece.left - (0 if piece is block.pieces[-1] else 2 * scale)
    corner = (piece.left, plan.bar_top(block))
    return box(corner, (width, plan.bar_height), piece.look, scale, piece.part.kind)


def _figures(plan: HoursPlan, total_need: float) -> list[Item]:
    """Figures that stand wholly inside their part; the exact border is the bar's own."""
    step = plan.span.place(total_need / FIGURES)
    half = min(step * 0.36, plan.bar_height * 0.22)
    if half < plan.paper.dp(4):
        return []
    items: list[Item] = []
    for piece in plan.have.pieces:
        for x in ((i + 0.5) * step for i in range(2 * FIGURES)):
            if piece.left + half <= x <= piece.right - half:
                items += _person(plan, piece, x, half)
    return items


def _person(plan: HoursPlan, piece: Piece, x: float, half: float) -> list[Item]:
    """A figure on a halo that keeps the pattern at bay; who is missing is an outline."""
    tone = FIGURE_TONES[piece.part.kind]
    halo = _figure(plan, x, half, plan.paper.dp(3), piece.look.fill)
    figure = _figure(plan, x, half, 0.0, tone)
    if piece.part.kind != "missing":
        return [*halo, *figure]
    inside = _figure(plan, x, half, -plan.paper.dp(1.75), piece.look.fill)
    return [*halo, *figure, *inside]


def _figure(plan: HoursPlan, x: float, half: float, grow: float, tone: str) -> list[Item]:
    """Head and body, made larger or smaller all round by `grow`."""
    head, body = half * 0.52, half * 1.9
    top = plan.bar_top(plan.have) + (plan.bar_height - 2.2 * head - body) / 2
    left, shoulders = x - half * 0.72 - grow, top + 2 * head + half * 0.2 - grow
    wide, high = half * 1.44 + 2 * grow, body + 2 * grow
    return [
        Circle(x, top + head, max(head + grow, 0.0), tone),
        Rect(left, shoulders, wide, high, tone, radius=half * 0.6 + grow, part="figure"),
    ]


def _bracket(plan: HoursPlan) -> list[Item]:
    """A bracket under the difference between the bars, with the difference in words."""
    paper, gap, top = plan.paper, plan.gap, plan.gap_top()
    low, wide = top + paper.dp(7), paper.measure(gap.text, "strong")
    middle = (gap.left + gap.right) / 2
    left = min(max(middle - wide / 2, 0.0), max(paper.width - wide, 0.0))
    text = paper.write((left, low + paper.dp(2) + paper.line("strong") / 2), gap.text, "strong")
    if gap.right - gap.left < paper.dp(1):
        return [text]
    inset = min(paper.dp(1.25), (gap.right - gap.left) / 4)
    ends = (gap.left + inset, gap.right - inset)
    hook = ((ends[0], top), (ends[0], low), (ends[1], low), (ends[1], top))
    return [Polyline(hook, gap.tone, paper.dp(2.5)), text]


def _formula(plan: HoursPlan) -> tuple[Item, ...]:
    top = plan.bottom() + plan.paper.dp(8)
    return plan.paper.paragraph((0, top), plan.formula, "caption", "muted")


def _points(plan: HoursPlan) -> tuple[tuple[tuple[str, str], ...], tuple[Box, ...]]:
    points, places = [], []
    for block in (plan.have, plan.need):
        points.append((block.title, block.total))
        places.append(Box(0, block.top, plan.paper.width, plan.headline))
        for piece in block.pieces:
            width = max(piece.right - piece.left, plan.paper.dp(2))
            points.append((piece.part.label, piece.part.text))
            places.append(Box(piece.left, plan.bar_top(block), width, plan.bar_height))
    gap, height = plan.gap, gap_height(plan.paper)
    points.append((plan.paper.t("charts.gap"), gap.text))
    places.append(Box(gap.left, plan.gap_top(), gap.right - gap.left, height))
    return tuple(points), tuple(places)
