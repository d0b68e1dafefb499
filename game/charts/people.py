"""Small people: heads and bodies in rows, filled or hollow, with or without a student's cap."""

from __future__ import annotations

from dataclasses import dataclass

from game.charts.display_list import Circle, Item, Polygon, Rect

WIDE = 0.52
"""How much room a figure takes sideways, as a share of its height."""
LEAD = 1.06
"""The height of a line of figures, against one of them."""
UNITS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True)
class Figure:
    """How one figure looks."""

    tone: str
    hollow: bool = False
    cap: bool = False
    opacity: float = 1.0


def unit_for(largest: float, most: int) -> int:
    """How many people a figure must stand for, so that no group needs more than `most`.

    >>> unit_for(12, 12), unit_for(13, 12), unit_for(96, 12)
    (1, 2, 10)
    """
    return next((unit for unit in UNITS if largest <= unit * most), UNITS[-1])


def figures_of(count: int, unit: int) -> int:
    """How many figures a number of people is; whoever is there is seen.

    >>> figures_of(0, 10), figures_of(3, 10), figures_of(96, 10)
    (0, 1, 10)
    """
    return max(1, round(count / unit)) if count else 0


def person(x: float, bottom: float, height: float, look: Figure) -> list[Item]:
    """A figure that stands on `bottom`, with its middle at `x`."""
    head, line = height * 0.19, height * 0.075
    top = bottom - height * (0.98 if not look.cap else 0.94)
    shoulders = top + 2 * head + height * 0.05
    wide = height * 0.42
    fill, stroke = (None, look.tone) if look.hollow else (look.tone, None)
    inset = line / 2 if look.hollow else 0.0
    body = Rect(
        x - wide / 2 + inset,
        shoulders + inset,
        wide - 2 * inset,
        bottom - shoulders - 2 * inset,
        fill,
        radius=wide * 0.45,
        stroke=stroke,
        stroke_width=line if look.hollow else 0.0,
        opacity=look.opacity,
        part="person",
    )
    face = Circle(
        x, top + head, head - inset, fill, stroke, line if look.hollow else 0.0, look.opacity
    )
    return [body, face, *(_cap(x, top, height, look) if look.cap else [])]


def _cap(x: float, top: float, height: float, look: Figure) -> list[Item]:
    """A flat square cap, seen from the front."""
    wide, high, y = height * 0.28, height * 0.13, top + height * 0.05
    board = ((x - wide, y), (x, y - high), (x + wide, y), (x, y + high))
    return [Polygon(board, look.tone, look.opacity)]


def crowd(
    corner: tuple[float, float], width: float, height: float, looks: tuple[Figure, ...]
) -> list[Item]:
    """Figures in lines from the upper left corner, each `height` high."""
    items: list[Item] = []
    across = per_line(width, height)
    for i, look in enumerate(looks):
        row, place = divmod(i, across)
        x = corner[0] + (place + 0.5) * height * WIDE
        items += person(x, corner[1] + (row + 1) * height * LEAD, height, look)
    return items


def per_line(width: float, height: float) -> int:
    """How many figures stand side by side."""
    return max(1, int(width / (height * WIDE)))


def lines_for(count: int, width: float, height: float) -> int:
    """How many lines so many figures need, at least one."""
    return max(1, -(-count // per_line(width, height)))
