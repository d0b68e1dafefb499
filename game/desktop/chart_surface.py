"""A chart's display list as a picture for the window, remembered until its content changes.

Shapes go through SVG, because pygame's own lines have no smooth edges; letters come from the
window's fonts, because the SVG renderer knows none.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from math import ceil
from typing import Protocol

import pygame

from game.charts.display_list import TOKENS, DisplayList, TextItem
from game.charts.svg import to_svg
from game.desktop.cache import ByteCache
from game.desktop.theme import Colour, Theme, hex_from_colour

MEMORY = 24 * 1024 * 1024


class Letters(Protocol):
    """What charts need of the window's fonts; Lettering has it."""

    def draw(self, text: str, weight: str, size: int, colour: Colour) -> pygame.Surface: ...
    def font(self, weight: str, size: int) -> pygame.font.Font: ...


def text_width_of(letters: Letters) -> Callable[[str, int, str], float]:
    """The measure that chart functions ask for, from the window's fonts."""

    @lru_cache(maxsize=20_000)
    def text_width(text: str, size: int, weight: str) -> float:
        return float(letters.font(weight, size).size(text)[0])

    return text_width


class ChartSurfaces:
    """Draws display lists and keeps the pictures. They are opaque, so blitting them is quick."""

    def __init__(self, letters: Letters) -> None:
        self._letters = letters
        self._memory = ByteCache(MEMORY)

    def picture(
        self, chart: DisplayList, theme: Theme, background: str = "surface"
    ) -> pygame.Surface:
        """The chart on the colour of what it lies on."""
        key = (chart, theme.name, background)
        made: pygame.Surface = self._memory.get(
            key, lambda: self._draw(chart, theme, background), _bytes
        )
        return made

    def _draw(self, chart: DisplayList, theme: Theme, background: str) -> pygame.Surface:
        size = (max(1, ceil(chart.width)), max(1, ceil(chart.height)))
        picture = pygame.Surface(size)
        if pygame.display.get_surface():
            picture = picture.convert()
        picture.fill(theme.colour(background))
        palette = {token: hex_from_colour(theme.colour(token)) for token in TOKENS}
        document = to_svg(chart, palette, texts=False).encode()
        picture.blit(pygame.image.load_sized_svg(BytesIO(document), size), (0, 0))
        for item in chart.texts():
            self._write(picture, item, theme)
        return picture

    def _write(self, picture: pygame.Surface, item: TextItem, theme: Theme) -> None:
        line = self._letters.draw(item.text, item.weight, item.size, theme.colour(item.tone))
        shift = {"left": 0.0, "middle": 0.5, "right": 1.0}[item.anchor]
        left = round(item.x - shift * line.get_width())
        picture.blit(line, (left, round(item.y - line.get_height() / 2)))


def _bytes(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() * surface.get_bytesize()
