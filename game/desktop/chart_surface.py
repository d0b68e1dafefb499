"""A chart's display list as a picture for the window, remembered until its content changes.

Shapes go through SVG, because pygame's own lines have no smooth edges; letters come from the
window's fonts, because the SVG renderer knows none.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from math import ceil
from typing import Any, Protocol

import pygame

from game.charts.display_list import TOKENS, DisplayList, TextItem
from game.charts.svg import to_svg
from game.desktop.lettering import Lettering
from game.desktop.theme import Theme, hex_from_colour


class Brush(Protocol):
    """What charts need of the painter: its letters and its memory."""

    lettering: Lettering

    def keep(self, key: tuple[Any, ...], make: Callable[[], pygame.Surface]) -> pygame.Surface: ...


def text_width_of(painter: Brush) -> Callable[[str, int, str], float]:
    """The measure that chart functions ask for, from the window's fonts."""

    def text_width(text: str, size: int, weight: str) -> float:
        return float(painter.lettering.width(text, weight, size))

    return text_width


def chart_picture(
    chart: DisplayList, theme: Theme, painter: Brush, background: str = "surface"
) -> pygame.Surface:
    """The chart on the colour of what it lies on; opaque, so that showing it is quick."""
    key = ("chart", chart, theme.name, background)
    return painter.keep(key, lambda: _draw(chart, theme, painter, background))


def _draw(chart: DisplayList, theme: Theme, painter: Brush, background: str) -> pygame.Surface:
    size = (max(1, ceil(chart.width)), max(1, ceil(chart.height)))
    # Letters laid on a see-through surface get dark edges; on the final colour they do not.
    picture = pygame.Surface(size)
    has_window = pygame.display.get_surface() is not None
    if has_window:
        picture = picture.convert()
    picture.fill(theme.colour(background))
    palette = {token: hex_from_colour(theme.colour(token)) for token in TOKENS}
    document = to_svg(chart, palette, texts=False).encode()
    shapes = pygame.image.load_sized_svg(BytesIO(document), size)
    # laid on as it was read it would take ten times as long
    picture.blit(shapes.convert_alpha() if has_window else shapes, (0, 0))
    for item in chart.texts():
        _write(picture, item, theme, painter)
    return picture


def _write(picture: pygame.Surface, item: TextItem, theme: Theme, painter: Brush) -> None:
    colour = theme.colour(item.tone)
    line = painter.lettering.draw(item.text, item.weight, item.size, colour)
    shift = {"left": 0.0, "middle": 0.5, "right": 1.0}[item.anchor]
    left = round(item.x - shift * line.get_width())
    picture.blit(line, (left, round(item.y - line.get_height() / 2)))
