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
from game.desktop.lettering import Lettering
from game.desktop.shapes import CLEAR, BoxLook, Pieces, cut_box, from_svg, svg
from game.desktop.theme import Colour, Theme

MEMORY = 12 * 1024 * 1024
STRIP = 64  # pixels, the height of what veils are laid with
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
        self._styles: dict[tuple[str, float], tuple[int, int, str]] = {}

    def dp(self, value: float) -> int:
        """Pixels for a size in dp; never nothing for something."""
        pixels = round(value * self.scale)
        return 1 if pixels == 0 and value > 0 else pixels

    # Text

    def line_height(self, style: str) -> int:
        """The distance between two lines of a style, in pixels."""
        return self._style(style)[1]

    def _style(self, style: str) -> tuple[int, int, str]:
        found = self._styles.get((style, self.scale))
        if found is None:
            form = self.theme.styles[style]
            size = max(LEAST_LETTER, round(form.size * self.scale))
            found = self._styles[style, self.scale] = (size, round(size * form.line), form.weight)
        return found

    def text_width(self, text: str, style: str = "body") -> int:
        """How wide a line of text is, in pixels."""
        size, _, weight = self._style(style)
        return self.lettering.width(text, weight, size)

    def word_width(self, text: str, style: str = "body") -> int:
        """How wide the widest word of a text is."""
        size, _, weight = self._style(style)
        return self.lettering.widest_word(text, weight, size)

    def lines(self, text: str, style: str, width: int) -> tuple[str, ...]:
        """The text broken into lines of at most this width."""
        size, _, weight = self._style(style)
        return self.lettering.lines(text, weight, size, max(1, width))

    def text_height(self, text: str, style: str, width: int) -> int:
        """How high the text is when broken at this width."""
        return len(self.lines(text, style, width)) * self._style(style)[1]

    def text(self, text: str, style: str = "body", tone: Tone = "ink") -> pygame.Surface:
        """A line of text as a picture, as high as the line."""
        colour = self.theme.colour(tone)
        size, _, weight = self._style(style)
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
        key = ("lines", text, self._style(style), self.theme.colour(tone), rect.width, align)
        plan = self.memory.get(
            key, lambda: self._plan(text, style, tone, rect.width, align), _light
        )
        left, top = rect.topleft
        surface.fblits([(picture, (left + x, top + y)) for picture, (x, y) in plan])

    def _plan(
        self, text: str, style: str, tone: Tone, width: int, align: str
    ) -> list[tuple[pygame.Surface, tuple[int, int]]]:
        """The lines of a text as pictures, with places relative to its corner."""
        plan = []
        for i, line in enumerate(self.lines(text, style, width)):
            spare = width - self.text_width(line, style)
            shift = {"left": 0, "center": spare // 2, "right": spare}[align]
            picture = self.text(line, style, tone)
            drop = (self.line_height(style) - picture.get_height()) // 2
            plan.append((picture, (shift, i * self.line_height(style) + drop)))
        return plan

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
        if rect.width < 1 or rect.height < 1:
            return
        form = (fill, radius, frame, frame_width, shadow, edge)
        key = ("box", rect.size, form, self.theme.name, self.scale)
        look, pieces = self.memory.get(key, lambda: self._cut(rect, form), _box_bytes)
        left, top = rect.topleft
        surface.fblits(
            [(piece, (left + x, top + y)) for piece, (x, y) in pieces.blits],
            pygame.BLEND_PREMULTIPLIED,
        )
        if look.fill[3]:
            for middle in pieces.middles:
                self.fill(surface, middle.move(left, top), look.fill)

    def _cut(self, rect: pygame.Rect, form: tuple[Any, ...]) -> tuple[BoxLook, Pieces]:
        fill, radius, frame, frame_width, shadow, edge = form
        look = BoxLook(
            min(self.dp(radius), rect.width // 2, rect.height // 2),
            CLEAR if fill is None else self.theme.colour(fill),
            CLEAR if frame is None else self.theme.colour(frame),
            0 if frame is None else self.dp(frame_width),
            self.dp(shadow),
            self.theme.colour("shadow") if shadow else CLEAR,
            CLEAR if edge is None else self.theme.colour(edge),
            0 if edge is None else self.dp(6),
        )
        return look, cut_box(look, rect.width, rect.height)

    def fill(self, surface: pygame.Surface, rect: pygame.Rect, tone: Tone) -> None:
        """A plain rectangle; a see-through colour is laid over what is there."""
        colour = self.theme.colour(tone)
        if colour[3] == 255:
            surface.fill(colour, rect)
            return
        area = rect.clip(surface.get_clip())
        if area.width and area.height:
            # A strip again and again: a veil over the whole of a large screen takes 8 MB.
            size = (area.width, min(area.height, STRIP))
            veil = self._kept(("veil", colour, size), lambda: _veil(size, colour))
            inside = surface.get_clip()
            surface.set_clip(area)
            tops = range(area.top, area.bottom, STRIP)
            places = [(veil, (area.left, top)) for top in tops]
            surface.fblits(places, pygame.BLEND_PREMULTIPLIED)
            surface.set_clip(inside)

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

    def veil(self, tone: Tone, width: int, height: int, down: bool) -> pygame.Surface:
        """A soft edge: a colour that grows from nothing to full, downwards or upwards."""
        colour = self.theme.colour(tone)
        return self._kept(
            ("edge", colour, width, height, down), lambda: _soft_edge(colour, (width, height), down)
        )

    # Pictures with rounded corners

    def corners_under(
        self, surface: pygame.Surface, rect: pygame.Rect, radius: float
    ) -> list[tuple[pygame.Surface, tuple[int, int]]]:
        """What lies outside the rounded corners of a place, to be put back after an opaque blit."""
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


def _soft_edge(colour: Colour, size: tuple[int, int], down: bool) -> pygame.Surface:
    strip = pygame.Surface((1, size[1]), pygame.SRCALPHA).convert_alpha()
    for row in range(size[1]):
        share = (row + 1) / size[1] if down else 1 - row / size[1]
        strip.set_at((0, row), [round(part * share) for part in (*colour[:3], 255)])
    return pygame.transform.scale(strip, (max(1, size[0]), size[1]))


def _light(_: object) -> int:
    """The cost of a small list whose pictures are counted elsewhere."""
    return 400


def _box_bytes(made: tuple[BoxLook, Pieces]) -> int:
    return made[1].size + 400


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
