"""Draws text, boxes and icons on a surface, and remembers what it has drawn.

The only place that turns tokens into pixels. Keys hold sizes in pixels and finished colours, so a
change of theme or scale needs no clearing; the old pictures fade out of the memory by themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pygame

from game.desktop.cache import ByteCache
from game.desktop.icons import IconShelf
from game.desktop.lettering import Lettering, longest_word
from game.desktop.shapes import CLEAR, BoxLook, Pieces, cut_box, from_svg, svg
from game.desktop.theme import Colour, Theme

MEMORY = 64 * 1024 * 1024
LEAST_LETTER = 11  # pixels; smaller letters cannot be told apart at any scale
Tone = str | tuple[int, int, int] | Colour


class Painter:
    """Draws with the tokens of a theme at a scale in pixels per dp."""

    def __init__(self, theme: Theme, scale: float = 1.0) -> None:
        self.theme = theme
        self.scale = scale
        self.lettering = Lettering()
        self.icons = IconShelf()
        self.memory = ByteCache(MEMORY)

    def dp(self, value: float) -> int:
        """Pixels for a size in dp; never nothing for something."""
        pixels = round(value * self.scale)
        return 1 if pixels == 0 and value > 0 else pixels

    # Text

    def letter_size(self, style: str) -> int:
        """The size of the letters of a style, in pixels."""
        return max(LEAST_LETTER, round(self.theme.styles[style].size * self.scale))

    def line_height(self, style: str) -> int:
        """The distance between two lines of a style, in pixels."""
        return round(self.letter_size(style) * self.theme.styles[style].line)

    def text_width(self, text: str, style: str = "body") -> int:
        """How wide a line of text is, in pixels."""
        weight = self.theme.styles[style].weight
        return self.lettering.width(text, weight, self.letter_size(style))

    def word_width(self, text: str, style: str = "body") -> int:
        """How wide the widest word of a text is."""
        return longest_word(text, lambda word: self.text_width(word, style))

    def lines(self, text: str, style: str, width: int) -> tuple[str, ...]:
        """The text broken into lines of at most this width."""
        weight = self.theme.styles[style].weight
        return self.lettering.lines(text, weight, self.letter_size(style), max(1, width))

    def text_height(self, text: str, style: str, width: int) -> int:
        """How high the text is when broken at this width."""
        return len(self.lines(text, style, width)) * self.line_height(style)

    def text(self, text: str, style: str = "body", tone: Tone = "ink") -> pygame.Surface:
        """A line of text as a picture, as high as the line."""
        colour = self.theme.colour(tone)
        size, weight = self.letter_size(style), self.theme.styles[style].weight
        key = ("text", text, size, weight, colour)
        return self._kept(key, lambda: self.lettering.draw(text, weight, size, colour))

    def draw_line(
        self, surface: pygame.Surface, text: str, style: str, tone: Tone, place: tuple[int, int]
    ) -> None:
        """Draws one line with the top left corner of its line box at `place`."""
        picture = self.text(text, style, tone)
        drop = (self.line_height(style) - picture.get_height()) // 2
        surface.blit(picture, (place[0], place[1] + drop))

    def draw_text(
        self,
        surface: pygame.Surface,
        text: str,
        style: str,
        tone: Tone,
        rect: pygame.Rect,
        align: str = "left",
    ) -> None:
        """Draws text broken into lines inside the rectangle, from its top."""
        top = rect.top
        for line in self.lines(text, style, rect.width):
            spare = rect.width - self.text_width(line, style)
            shift = {"left": 0, "center": spare // 2, "right": spare}[align]
            self.draw_line(surface, line, style, tone, (rect.left + shift, top))
            top += self.line_height(style)

    # Boxes

    def box(
        self,
        surface: pygame.Surface,
        rect: pygame.Rect,
        fill: Tone | None,
        radius: float = 0,
        frame: Tone | None = None,
        frame_width: float = 1,
        shadow: float = 0,
        edge: Tone | None = None,
    ) -> None:
        """A rounded box; radius, frame width and shadow in dp. Without fill only the frame.

        `edge` is a strip of colour along the left side.
        """
        look = BoxLook(
            min(self.dp(radius), rect.width // 2, rect.height // 2),
            self.theme.colour(fill) if fill is not None else CLEAR,
            self.theme.colour(frame) if frame is not None else CLEAR,
            self.dp(frame_width) if frame is not None else 0,
            self.dp(shadow),
            self.theme.colour("shadow") if shadow else CLEAR,
            self.theme.colour(edge) if edge is not None else CLEAR,
            self.dp(6) if edge is not None else 0,
        )
        self._put_box(surface, rect, look)

    def _put_box(self, surface: pygame.Surface, rect: pygame.Rect, look: BoxLook) -> None:
        if rect.width < 1 or rect.height < 1:
            return
        key = ("box", look, rect.size)
        pieces: Pieces = self.memory.get(
            key, lambda: cut_box(look, rect.width, rect.height), lambda made: made.size + 200
        )
        left, top = rect.topleft
        surface.fblits(
            [(piece, (left + x, top + y)) for piece, (x, y) in pieces.blits],
            pygame.BLEND_PREMULTIPLIED,
        )
        if pieces.middle is not None and look.fill[3]:
            self.fill(surface, pieces.middle.move(left, top), look.fill)

    def fill(self, surface: pygame.Surface, rect: pygame.Rect, tone: Tone) -> None:
        """A plain rectangle; a see-through colour is laid over what is there."""
        colour = self.theme.colour(tone)
        if colour[3] == 255:
            surface.fill(colour, rect)
            return
        area = rect.clip(surface.get_clip())
        if area.width and area.height:
            veil = self._kept(("veil", colour, area.size), lambda: _veil(area.size, colour))
            surface.blit(veil, area, special_flags=pygame.BLEND_PREMULTIPLIED)

    def focus_ring(self, surface: pygame.Surface, rect: pygame.Rect, radius: float) -> None:
        """The ring of keyboard focus: 3 dp wide, 2 dp away from what it surrounds."""
        around = rect.inflate(self.dp(5) * 2, self.dp(5) * 2)
        self.box(surface, around, None, radius + 5, "focus", 3)

    def icon(
        self, surface: pygame.Surface, name: str, rect: pygame.Rect, tone: Tone = "ink"
    ) -> None:
        """An icon in the middle of the rectangle, as large as its shorter side."""
        size = min(rect.width, rect.height)
        picture = self.icon_picture(name, size, tone)
        place = picture.get_rect(center=rect.center)
        surface.blit(picture, place, special_flags=pygame.BLEND_PREMULTIPLIED)

    def icon_picture(self, name: str, size: int, tone: Tone) -> pygame.Surface:
        """An icon at a size in pixels, premultiplied."""
        colour = self.theme.colour(tone)
        return self._kept(("icon", name, size, colour), lambda: self.icons.draw(name, size, colour))

    # Pictures with rounded corners

    def corners_under(
        self, surface: pygame.Surface, rect: pygame.Rect, radius: float
    ) -> list[tuple[pygame.Surface, tuple[int, int]]]:
        """What lies outside the rounded corners of a rectangle, to be put back after an opaque blit."""
        size = min(self.dp(radius), rect.width // 2, rect.height // 2) if radius else 0
        if not size:
            return []
        masks = self.memory.get(
            ("masks", size), lambda: _corner_masks(size), lambda _: 16 * size**2
        )
        lefts, tops = (rect.left, rect.right - size), (rect.top, rect.bottom - size)
        saved = []
        for mask, place in zip(masks, [(x, y) for y in tops for x in lefts], strict=True):
            corner = mask.copy()
            corner.blit(surface, (0, 0), (*place, size, size), special_flags=pygame.BLEND_RGBA_MULT)
            saved.append((corner, place))
        return saved

    def put_back(
        self,
        surface: pygame.Surface,
        corners: list[tuple[pygame.Surface, tuple[int, int]]],
    ) -> None:
        """Lays saved corners over a picture, which makes the picture look rounded."""
        surface.fblits(corners, pygame.BLEND_PREMULTIPLIED)

    def keep(self, key: tuple[Any, ...], make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """Remembers any other picture under a key of the caller's."""
        return self._kept(("own", *key), make)

    def _kept(self, key: tuple[Any, ...], make: Callable[[], pygame.Surface]) -> pygame.Surface:
        made: pygame.Surface = self.memory.get(key, make, _size)
        return made


def _size(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() * surface.get_bytesize() + 200


def _veil(size: tuple[int, int], colour: Colour) -> pygame.Surface:
    veil = pygame.Surface(size, pygame.SRCALPHA).convert_alpha()
    share = colour[3] / 255
    red, green, blue = (round(part * share) for part in colour[:3])
    veil.fill((red, green, blue, colour[3]))
    return veil


def _corner_masks(size: int) -> list[pygame.Surface]:
    """White outside the curve, clear inside, premultiplied: one for each corner."""
    path = f"M0 0H{size}A{size} {size} 0 0 0 0 {size}Z"
    first = from_svg(svg(size, size, f'<path d="{path}" fill="#FFFFFF"/>'), (size, size))
    flip = pygame.transform.flip
    return [first, flip(first, True, False), flip(first, False, True), flip(first, True, True)]
