"""Dots, stripes, grid and waves worked out as shapes inside a box.

SVG's own <pattern> is not an option: the window's renderer (nanosvg) leaves it out without a word.
"""

from __future__ import annotations

from math import ceil, pi, sin

from game.charts.display_list import Circle, Item, Line, Polyline, Rect


def pattern_shapes(rect: Rect) -> tuple[Item, ...]:
    """The shapes that fill a box with its pattern, all inside the box."""
    inset = max(rect.stroke_width, 1.0, rect.radius * 0.3)
    left, top = rect.x + inset, rect.y + inset
    width, height = rect.width - 2 * inset, rect.height - 2 * inset
    if rect.pattern == "plain" or width < 1 or height < 1:
        return ()
    inner = Rect(left, top, width, height, None)
    drawers = {"dots": _dots, "stripes": _stripes, "grid": _grid, "waves": _waves}
    return drawers[rect.pattern](inner, rect.pattern_tone, rect.pattern_step)


def _dots(box: Rect, tone: str, step: float) -> tuple[Item, ...]:
    radius = step * 0.17
    columns, rows = max(1, int(box.width // step)), max(1, int(box.height // step))
    left = box.x + (box.width - (columns - 1) * step) / 2
    top = box.y + (box.height - (rows - 1) * step) / 2
    return tuple(
        Circle(left + column * step, top + row * step, radius, tone)
        for row in range(rows)
        for column in range(columns)
    )


def _stripes(box: Rect, tone: str, step: float) -> tuple[Item, ...]:
    """Slanted lines: x + y is the same along each, cut off at the edges of the box."""
    count = ceil((box.width + box.height) / step)
    lines = []
    for i in range(count):
        reach = (i + 0.5) * step
        start = min(reach, box.width)
        end = max(0.0, reach - box.height)
        if start - end < 1:
            continue
        lines.append(
            Line(
                box.x + start, box.y + reach - start, box.x + end, box.y + reach - end,
                tone, step * 0.25,
            )
        )  # fmt: skip
    return tuple(lines)


def _grid(box: Rect, tone: str, step: float) -> tuple[Item, ...]:
    right, bottom = box.x + box.width, box.y + box.height
    columns, rows = int(box.width // step), int(box.height // step)
    upright = [box.x + (i + 0.5) * box.width / max(1, columns) for i in range(columns)]
    level = [box.y + (i + 0.5) * box.height / max(1, rows) for i in range(rows)]
    return tuple(Line(x, box.y, x, bottom, tone, step * 0.14) for x in upright) + tuple(
        Line(box.x, y, right, y, tone, step * 0.14) for y in level
    )


def _waves(box: Rect, tone: str, step: float) -> tuple[Item, ...]:
    rows = max(1, int(box.height // step))
    swing = min(step * 0.25, box.height / 2)
    pieces = max(2, ceil(box.width / (step / 4)))
    across = [box.x + box.width * i / pieces for i in range(pieces + 1)]
    return tuple(
        Polyline(
            tuple(
                (x, _middle(box, row, rows) + swing * sin((x - box.x) / step * pi)) for x in across
            ),
            tone,
            step * 0.2,
        )
        for row in range(rows)
    )


def _middle(box: Rect, row: int, rows: int) -> float:
    return box.y + (row + 0.5) * box.height / rows
