"""A plain line chart of a number by age or by year, as SVG that prints in black."""

from __future__ import annotations

from game.charts.axes import Span, round_step, ticks
from game.charts.display_list import Box, DisplayList, Item, Line, Polyline, TextItem
from game.charts.svg import to_svg
from game.reports.markup import Html
from game.text.numbers import number

INK = {
    "ink": "#1b1b1b",
    "muted": "#55504a",
    "border": "#b9b2a8",
    "surface": "#ffffff",
    "background": "#fffdf9",
    "accent": "#1f4e79",
    "series1": "#1f4e79",
    "series2": "#7fa3c4",
    "series3": "#efe3c8",
    "series4": "#8a5a2b",
    "good": "#1f4e79",
    "crisis": "#8c2f1b",
}
"""The colours of the book's drawings by token; every one is told apart in grey too."""
WIDTH, HEIGHT = 460.0, 140.0
LEFT, RIGHT, TOP, BOTTOM = 66.0, 12.0, 10.0, 26.0
LETTER = 14

Points = tuple[tuple[float, float], ...]


def curve(points: Points, title: str, language: str) -> Html:
    """The line through `points`, (age or year, value), on axes with round numbers."""
    low, high = min(0.0, *(y for _, y in points)), max(0.0, *(y for _, y in points))
    high = high if high > low else low + 1.0
    step = round_step(high - low, 3)
    decimals = max(0, -_exponent(step))
    across = Span(points[0][0], points[-1][0], LEFT, WIDTH - RIGHT)
    up = Span(low, high, HEIGHT - BOTTOM, TOP)
    items: list[Item] = []
    for level in ticks(low, high, 3):
        y = up.place(level)
        items.append(Line(LEFT, y, WIDTH - RIGHT, y, "border", 0.75))
        shown = number(level, decimals, language)
        items.append(TextItem(LEFT - 8, y, shown, LETTER, tone="muted", anchor="right"))
    for at in ticks(points[0][0], points[-1][0], 8):
        x = across.place(at)
        items.append(Line(x, HEIGHT - BOTTOM, x, HEIGHT - BOTTOM + 4, "border", 0.75))
        items.append(TextItem(x, HEIGHT - 10, f"{at:.0f}", LETTER, tone="muted", anchor="middle"))
    spots = tuple((across.place(x), up.place(y)) for x, y in points)
    items.append(Polyline(spots, "accent", 2.0))
    described = _described(points, decimals + 2, language)
    boxes = tuple(Box(x, TOP, 1.0, HEIGHT - BOTTOM - TOP) for x, _ in spots)
    labels = tuple((f"{x:.0f}", number(y, decimals + 2, language)) for x, y in points)
    return drawn(DisplayList(WIDTH, HEIGHT, tuple(items), title, described, labels, boxes))


def drawn(chart: DisplayList) -> Html:
    """A chart as part of the page, in the colours of the book."""
    return Html(to_svg(chart, INK).strip())


def _exponent(step: float) -> int:
    return int(f"{step:e}".partition("e")[2])


def _described(points: Points, decimals: int, language: str) -> str:
    top = max(points, key=lambda point: point[1])
    ends = (points[0], top, points[-1])
    return " · ".join(f"{x:.0f}: {number(y, decimals, language)}" for x, y in ends)
