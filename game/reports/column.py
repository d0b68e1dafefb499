"""Boxes in a column with arrows between them, and bows past those that lie between."""

from __future__ import annotations

from game.charts.display_list import Box, DisplayList, Item, Polygon, Polyline, Rect, TextItem
from game.reports.curve import drawn
from game.reports.markup import Html

WIDTH, ROW, BOX, TOP = 460.0, 52.0, 38.0, 6.0
LEFT, RIGHT = 6.0, 286.0
BEND, LANE, EDGE, STEP = 24.0, 17.0, 6.0, 4.0
HEAD, TIP = 5.0, 3.0
LETTER = 16
LETTER_WIDTH = 0.54
"""Of the letter's size: no font can be measured here, so texts get room to spare."""

Bows = tuple[tuple[int, int], ...]


def column(labels: tuple[str, ...], bows: Bows, title: str, tinted: tuple[int, ...] = ()) -> Html:
    """The drawing. A bow is (from, to) by place in `labels`; it may go up or down."""
    items: list[Item] = []
    for number, label in enumerate(labels):
        y = TOP + number * ROW
        fill = "series3" if number in tinted else "surface"
        items.append(Rect(LEFT, y, RIGHT - LEFT, BOX, fill, 6, "accent", 1.2))
        items.append(_written(label, y + BOX / 2))
        if number:
            items += _arrow((LEFT + RIGHT) / 2, y - (ROW - BOX), y)
    for lane, start in enumerate(sorted({start for start, _ in bows}, reverse=True)):
        items += _bows(start, [end for first, end in bows if first == start], lane)
    height = 2 * TOP + len(labels) * ROW - (ROW - BOX)
    boxes = tuple(Box(LEFT, TOP + n * ROW, RIGHT - LEFT, BOX) for n in range(len(labels)))
    points = tuple((label, "") for label in labels)
    told = " → ".join([*labels, *[labels[end] for start, end in bows if end < start]])
    return drawn(DisplayList(WIDTH, height, tuple(items), title, told, points, boxes))


def _written(label: str, middle: float) -> TextItem:
    """The label in the box, in smaller letters where it is long."""
    room = RIGHT - LEFT - 12.0
    size = min(LETTER, int(room / (LETTER_WIDTH * max(1, len(label)))))
    return TextItem((LEFT + RIGHT) / 2, middle, label, size, "Semibold", "ink", "middle")


def _arrow(x: float, top: float, bottom: float) -> list[Item]:
    tip = ((x, bottom), (x - HEAD, bottom - 1.6 * HEAD), (x + HEAD, bottom - 1.6 * HEAD))
    return [Polyline(((x, top), (x, bottom - HEAD)), "ink", 1.5), Polygon(tip, "ink")]


def _bows(start: int, ends: list[int], lane: int) -> list[Item]:
    """One line out of the right side of a box and along the column, with a turn in to each end."""
    x = min(WIDTH - EDGE, RIGHT + BEND + lane * LANE)
    leave = TOP + start * ROW + BOX * 0.75
    items: list[Item] = []
    for end in ends:
        arrive = TOP + end * ROW + min(BOX - EDGE, EDGE + lane * STEP)
        way = ((RIGHT, leave), (x, leave), (x, arrive), (RIGHT + HEAD, arrive))
        back = RIGHT + 1.6 * HEAD
        tip = ((RIGHT, arrive), (back, arrive - TIP), (back, arrive + TIP))
        items += [Polyline(way, "series1", 1.2), Polygon(tip, "series1")]
    return items
