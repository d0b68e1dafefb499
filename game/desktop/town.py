"""The illustrated town: layout + drawings + colours -> a picture that answers to the municipality.

`paint_town` gives a still picture; `TownPicture` also moves clouds, boat, bus and smoke, and tells
which rectangles changed. Texts about the picture are the view's matter. Importing loads nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor
from random import Random
from typing import Self

import pygame
from pygame import Rect, Surface

from game.desktop.cache import ByteCache
from game.desktop.svg import Box, Drawing, Expanded, placed_at, rasterise
from game.desktop.town_layout import Layout, Mover, load_layout
from game.desktop.town_palette import EVENINGS, SEASONS, palette_for
from game.paths import assets_dir

CACHE_BYTES = 24 * 1024 * 1024  # two looks of a large window; less would draw each piece again
KEPT_SPRITES = 512
EDGE = 1  # a pixel of air so that anti-aliased edges are never cut
GRAIN_SIZE, GRAIN_STRENGTH = 192, 4
STEPS_OF_SCALE = 40
SHOWS_IN_THE_DARK = 0.35  # northern light from here up brings the night


_cache = ByteCache(CACHE_BYTES)


@dataclass(frozen=True)
class Look:
    """What decides the colours: season, hour and theme."""

    season: str
    evening: str
    theme_name: str

    @classmethod
    def of(cls, levels: Mapping[str, float], theme_name: str) -> Self:
        """The look for these reactions; northern light brings its own night."""
        season = SEASONS[round(levels.get("season", 0.0) * 4) % 4]
        hour = round(min(1.0, max(0.0, levels.get("evening", 0.0))) * 2)
        if levels.get("northern_light", 0.0) >= SHOWS_IN_THE_DARK:
            hour = 2
        return cls(season, EVENINGS[hour], theme_name)


@dataclass(frozen=True)
class Frame:
    """How the town's units become pixels: it covers the picture, cut from the bottom centre."""

    width: int
    height: int
    unit: float
    left: float
    top: float

    @classmethod
    def cover(cls, size: tuple[int, int], layout: Layout) -> Self:
        """The frame of a picture of this size."""
        width, height = max(1, size[0]), max(1, size[1])
        unit = max(width / layout.size[0], height / layout.size[1])
        left = (width - layout.size[0] * unit) / 2
        return cls(width, height, unit, left, height - layout.size[1] * unit)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A place in the town, in pixels."""
        return self.left + x * self.unit, self.top + y * self.unit


@dataclass(frozen=True)
class Piece:
    """A finished sprite and where it lies; pieces are painted by rising order."""

    order: tuple[int, float, int]
    surface: Surface
    rect: Rect


class TownPicture:
    """The town at one size, with things that move; draw it every tick, only changes are painted."""

    def __init__(
        self,
        size: tuple[int, int],
        reactions: Mapping[str, float] | None = None,
        theme_name: str = "light",
        still: bool = False,
        layout_name: str = "town_valley",
    ) -> None:
        self._layout_name = layout_name
        self._layout = load_layout(layout_name)
        self._size = (size[0], size[1])
        self._theme_name = theme_name
        self._still = still
        self._levels: dict[str, float] = {}
        self._shown_rect: Rect | None = None
        self._shown_movers: dict[Mover, Piece] = {}
        self.show(reactions or {})

    def show(self, reactions: Mapping[str, float]) -> None:
        """Takes new levels; the next draw paints everything."""
        self._levels = {**self._layout.defaults, **reactions}
        self._look = Look.of(self._levels, self._theme_name)
        self._is_ready = False

    def resize(self, size: tuple[int, int]) -> None:
        """Takes a new size in pixels; the next draw paints everything."""
        if (size[0], size[1]) != self._size:
            self._size = (size[0], size[1])
            self._is_ready = False

    def refresh(self) -> None:
        """Makes the next draw paint everything, as after something covered the picture."""
        self._shown_rect = None

    @property
    def is_moving(self) -> bool:
        """Whether draw has anything to do as time goes."""
        return not self._still

    def draw(self, surface: Surface, rect: Rect, now: float) -> list[Rect]:
        """Paints what changed since last time and tells where, in the surface's coordinates."""
        self.resize(rect.size)
        if not self._is_ready:
            self._prepare()
        movers = self._moving_pieces(0.0 if self._still else now)
        if self._shown_rect != rect:
            surface.blit(self._picture, rect)
            changed, dirty = [piece.rect for piece in movers.values()], [Rect(rect)]
        else:
            changed = _changed_rects(self._shown_movers, movers)
            dirty = [area.move(rect.topleft) for area in changed]
        for area in changed:
            self._paint_area(surface, rect, area, movers)
        self._shown_rect, self._shown_movers = Rect(rect), movers
        return dirty

    def _prepare(self) -> None:
        # Not before the first draw: only then is the size known, and drawing twice is slow.
        self._frame = Frame.cover(self._size, self._layout)
        self._pieces = self._standing_pieces()
        self._rects = [piece.rect for piece in self._pieces]
        self._picture = self._compose()
        self._shown_rect = None
        self._is_ready = True

    def _paint_area(
        self, surface: Surface, rect: Rect, area: Rect, movers: Mapping[Mover, Piece]
    ) -> None:
        moving = [piece for piece in movers.values() if piece.rect.colliderect(area)]
        standing = [self._pieces[index] for index in area.collidelistall(self._rects)]
        before = surface.get_clip()
        surface.set_clip(area.move(rect.topleft).clip(rect).clip(before))
        for piece in sorted([*standing, *moving], key=_order_of):
            surface.blit(piece.surface, piece.rect.move(rect.topleft))
        surface.set_clip(before)

    def _standing_pieces(self) -> list[Piece]:
        look = self._look
        found = []
        for one in self._layout.placements:
            if one.is_shown(self._levels, look.season, look.evening):
                piece = _piece(one.sprite, one.order, (one.x, one.y, one.scale), self._frame, look)
                if piece:
                    found.append(piece)
        return found

    def _moving_pieces(self, now: float) -> dict[Mover, Piece]:
        look = self._look
        found = {}
        for mover in self._layout.movers:
            place = mover.position(now)
            if place and mover.placement.is_shown(self._levels, look.season, look.evening):
                snapped = _snapped(place, self._frame)
                piece = _piece(mover.sprite, mover.order, snapped, self._frame, look)
                if piece:
                    found[mover] = piece
        return found

    def _compose(self) -> Surface:
        shown = tuple((piece.order, piece.rect.x) for piece in self._pieces)
        key = ("picture", self._layout_name, self._size, self._look, shown)
        picture: Surface = _cache.get(key, self._composed, _byte_size)
        return picture

    def _composed(self) -> Surface:
        picture = _screen_like((self._frame.width, self._frame.height))
        picture.blits([(piece.surface, piece.rect) for piece in self._pieces], doreturn=False)
        return picture


def paint_town(
    reactions: Mapping[str, float],
    size: tuple[int, int],
    theme_name: str = "light",
    still_time: float = 0.0,
    layout_name: str = "town_valley",
) -> Surface:
    """A still picture of the town, moving things included where they are at `still_time`."""
    picture = TownPicture(size, reactions, theme_name, layout_name=layout_name)
    surface = _screen_like((max(1, size[0]), max(1, size[1])))
    picture.draw(surface, surface.get_rect(), still_time)
    return surface


def forget_pictures() -> None:
    """Empties the cache, as when the display changed its pixel format."""
    _cache.clear()


@lru_cache(maxsize=1)
def town_drawings() -> dict[str, Drawing]:
    """Every drawing in assets/svg, by file name without ending."""
    files = sorted((assets_dir() / "svg").glob("*.svg"))
    return {file.stem: Drawing(file.read_text(encoding="utf-8"), file.name) for file in files}


@lru_cache(maxsize=1)
def town_sprites() -> dict[str, tuple[Drawing, Box]]:
    """Every sprite name, with the drawing it is in and its box."""
    return {
        name: (drawing, box)
        for drawing in town_drawings().values()
        for name, box in drawing.sprites().items()
    }


def _piece(
    sprite: str,
    order: tuple[int, float, int],
    place: tuple[float, float, float],
    frame: Frame,
    look: Look,
) -> Piece | None:
    x, y = frame.point(place[0], place[1])
    across, down = frame.unit * place[2], frame.unit * abs(place[2])
    box = town_sprites()[sprite][1]
    rect = _pixel_box(box, x, y, across, down).clip(Rect(0, 0, frame.width, frame.height))
    if not rect:
        return None
    x, y = round((x - rect.x) * 4) / 4, round((y - rect.y) * 4) / 4
    key = (sprite, look, rect.size, x, y, round(across, 4))

    def drawn() -> Surface:
        placed = f"translate({x:g} {y:g}) scale({across:.5f} {down:.5f})"
        flat = placed_at(_expanded(sprite, look), rect.size, placed)
        surface = rasterise(flat, rect.width, rect.height)
        return _with_grain(surface) if rect.width == frame.width else surface

    return Piece(order, _cache.get(key, drawn, _byte_size), rect)


@lru_cache(maxsize=KEPT_SPRITES)
def _expanded(sprite: str, look: Look) -> Expanded:
    """A sprite in plain shapes: a town drawn at another size is only placed anew."""
    palette = palette_for(look.season, look.evening, look.theme_name)
    return town_sprites()[sprite][0].expanded(palette, sprite)


def _with_grain(surface: Surface) -> Surface:
    # A breath of paper: it also hides the steps that show in wide, soft gradients.
    grain = _grain()
    for y in range(0, surface.height, GRAIN_SIZE):
        for x in range(0, surface.width, GRAIN_SIZE):
            surface.blit(grain, (x, y), special_flags=pygame.BLEND_RGB_ADD)
    return surface


@lru_cache(maxsize=1)
def _grain() -> Surface:
    weak = bytes(value % GRAIN_STRENGTH for value in range(256))
    specks = Random(GRAIN_SIZE).randbytes(GRAIN_SIZE * GRAIN_SIZE).translate(weak)
    rgb = bytes(speck for speck in specks for _ in range(3))
    return pygame.image.frombytes(rgb, (GRAIN_SIZE, GRAIN_SIZE), "RGB")


def _pixel_box(box: Box, x: float, y: float, across: float, down: float) -> Rect:
    left, right = sorted((x + across * box[0], x + across * (box[0] + box[2])))
    top, bottom = y + down * box[1], y + down * (box[1] + box[3])
    left, top = floor(left) - EDGE, floor(top) - EDGE
    return Rect(left, top, ceil(right) + EDGE - left, ceil(bottom) + EDGE - top)


def _snapped(place: tuple[float, float, float], frame: Frame) -> tuple[float, float, float]:
    # Whole pixels and few scales let a moving sprite be drawn once and reused.
    x, y = (round(part) for part in frame.point(place[0], place[1]))
    scale = round(place[2] * STEPS_OF_SCALE) / STEPS_OF_SCALE
    return (x - frame.left) / frame.unit, (y - frame.top) / frame.unit, scale


def _changed_rects(before: Mapping[Mover, Piece], after: Mapping[Mover, Piece]) -> list[Rect]:
    changed = []
    for mover in [*before, *(one for one in after if one not in before)]:
        old, new = before.get(mover), after.get(mover)
        if old and new and old.rect == new.rect and old.surface is new.surface:
            continue
        areas = [piece.rect for piece in (old, new) if piece]
        changed.append(areas[0].unionall(areas[1:]))
    return changed


def _order_of(piece: Piece) -> tuple[int, float, int]:
    return piece.order


def _screen_like(size: tuple[int, int]) -> Surface:
    surface = Surface(size)
    return surface.convert() if pygame.display.get_surface() else surface


def _byte_size(surface: Surface) -> int:
    return surface.get_pitch() * surface.get_height()
