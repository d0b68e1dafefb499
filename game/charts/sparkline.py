"""A line as small as a word: the way a number has gone, with a dot where it is now."""

from __future__ import annotations

from game.charts.axes import Span
from game.charts.display_list import Box, Circle, DisplayList, Item, Line, Polygon, Polyline
from game.text.numbers import number
from game.text.translate import Translator
from game.view.parts import SeriesView


def sparkline(
    view: SeriesView,
    width: float,
    height: float,
    *,
    t: Translator,
    scale: float = 1.0,
    tone: str = "accent",
    decimals: int = 0,
) -> DisplayList:
    """The line without axes or letters; its numbers are in the points."""
    values = view.values or (0.0,)
    texts = [number(value, decimals, t.language) for value in view.values]
    inset = 5 * scale
    across = Span(0, max(1, len(values) - 1), inset, width - inset)
    extent = max(values) - min(values) or 1.0
    up = Span(min(values), min(values) + extent, height - inset, inset)
    spots = tuple((across.place(i), up.place(value)) for i, value in enumerate(values))
    floor = height - scale
    area = (*spots, (spots[-1][0], floor), (spots[0][0], floor))
    items: list[Item] = [
        Polygon(area, tone, 0.14),
        Line(inset, floor, width - inset, floor, "border", scale),
        Polyline(spots, tone, 2.5 * scale),
        Circle(*spots[-1], 4 * scale, tone, "surface", 1.5 * scale),
    ]
    points = tuple((str(year), text) for year, text in zip(view.years, texts, strict=True))
    step = width / len(values)
    places = tuple(Box(i * step, 0, step, height) for i in range(len(view.values)))
    ends = {"start": texts[0], "end": texts[-1]} if texts else {"start": "–", "end": "–"}
    description = t("charts.from_to", **ends)
    return DisplayList(width, height, tuple(items), view.label, description, points, places)
