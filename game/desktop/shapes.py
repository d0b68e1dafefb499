"""Rounded boxes with shadow as nine small pieces, so that a card of any size costs nine blits.

Corners come from one tiny SVG picture; the edges are stretched and the middle is filled. Everything
is premultiplied: shapes composed with straight alpha get dark fringes.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import pygame

from game.desktop.theme import Colour, hex_from_colour

CLEAR: Colour = (0, 0, 0, 0)
SMALL = 30_000  # pixels; below this one blit of the whole box is cheaper than its pieces


@dataclass(frozen=True)
class BoxLook:
    """How a box looks, in pixels. A clear fill draws only the frame."""

    radius: int
    fill: Colour
    frame: Colour = CLEAR
    frame_width: int = 0
    shadow: int = 0
    shadow_colour: Colour = CLEAR
    edge: Colour = CLEAR
    edge_width: int = 0

    @property
    def margin(self) -> int:
        """How far the shadow reaches outside the box."""
        return self.shadow * 2 + 2 if self.shadow else 0

    @property
    def corner(self) -> int:
        """The part of each side that cannot be stretched."""
        return max(self.radius, self.frame_width, self.edge_width) + self.margin + 1

    @property
    def rim(self) -> int:
        """How deep frame and edge reach into the box along its straight sides."""
        return max(self.frame_width, self.edge_width) + 1


@dataclass(frozen=True)
class Pieces:
    """Surfaces with places relative to the box, and the parts in the middle that are filled."""

    blits: tuple[tuple[pygame.Surface, tuple[int, int]], ...]
    middles: tuple[pygame.Rect, ...]
    size: int


def cut_box(look: BoxLook, width: int, height: int) -> Pieces:
    """The pieces of a box of this size, ready to blit with BLEND_PREMULTIPLIED."""
    corner, margin = look.corner, look.margin
    if width <= 2 * corner or height <= 2 * corner or width * height <= SMALL:
        whole = picture_of_box(look, width, height)
        return Pieces(((whole, (-margin, -margin)),), (), _bytes(whole))
    side = 2 * corner + 1
    model = picture_of_box(look, side, side)
    blits = [*_corners(model, look, width, height), *_edges(model, look, width, height)]
    size = sum(_bytes(piece) for piece, _ in blits)
    return Pieces(tuple(blits), _middles(look, width, height), size)


def _middles(look: BoxLook, width: int, height: int) -> tuple[pygame.Rect, ...]:
    """What is plain fill: a band as wide as can be, and narrower ones above and below it.

    Bands, not columns: on a large screen each row of pixels lies on a memory page of its own, so
    the cost of a fill is its number of rows.
    """
    corner, thin = look.corner, look.rim
    along = width - 2 * corner
    return (
        pygame.Rect(thin, corner, width - 2 * thin, height - 2 * corner),
        pygame.Rect(corner, thin, along, corner - thin),
        pygame.Rect(corner, height - corner, along, corner - thin),
    )


def _corners(
    model: pygame.Surface, look: BoxLook, width: int, height: int
) -> list[tuple[pygame.Surface, tuple[int, int]]]:
    margin, reach = look.margin, look.margin + look.corner
    far = model.get_width() - reach
    right, bottom = width - look.corner, height - look.corner
    places = {(0, 0): (-margin, -margin), (far, 0): (right, -margin)}
    places |= {(0, far): (-margin, bottom), (far, far): (right, bottom)}
    return [
        (model.subsurface((*source, reach, reach)).copy(), place)
        for source, place in places.items()
    ]


def _edges(
    model: pygame.Surface, look: BoxLook, width: int, height: int
) -> list[tuple[pygame.Surface, tuple[int, int]]]:
    margin, corner, rim = look.margin, look.corner, look.rim
    reach, thin = margin + corner, margin + rim
    far = model.get_width() - thin
    along, down = width - 2 * corner, height - 2 * corner
    pieces = [
        ((reach, 0, 1, thin), (along, thin), (corner, -margin)),
        ((reach, far, 1, thin), (along, thin), (corner, height - rim)),
        ((0, reach, thin, 1), (thin, down), (-margin, corner)),
        ((far, reach, thin, 1), (thin, down), (width - rim, corner)),
    ]
    return [
        (pygame.transform.scale(model.subsurface(source), size), place)
        for source, size, place in pieces
    ]


def picture_of_box(look: BoxLook, width: int, height: int) -> pygame.Surface:
    """A whole box with its shadow on a clear ground, premultiplied."""
    margin = look.margin
    size = (width + 2 * margin, height + 2 * margin)
    picture = pygame.Surface(size, pygame.SRCALPHA).convert_alpha()
    picture.fill(CLEAR)
    if look.shadow:
        _add_shadow(picture, look, width, height)
    box = from_svg(_box_svg(look, width, height), (width, height))
    picture.blit(box, (margin, margin), special_flags=pygame.BLEND_PREMULTIPLIED)
    return picture


def _add_shadow(picture: pygame.Surface, look: BoxLook, width: int, height: int) -> None:
    """Two layers, as in daylight: a tight one under the edge and a wide faint one."""
    tight = (max(1, look.shadow // 4), max(1, look.shadow // 5), 0.16)
    wide = (look.shadow, max(1, look.shadow // 2), 0.15)
    for blur, drop, strength in (wide, tight):
        tone = (*look.shadow_colour[:3], 255)
        dark = BoxLook(look.radius, tone)
        layer = pygame.Surface(picture.get_size(), pygame.SRCALPHA).convert_alpha()
        layer.fill(CLEAR)
        layer.blit(
            from_svg(_box_svg(dark, width, height), (width, height)),
            (look.margin, look.margin + drop),
        )
        layer = pygame.transform.gaussian_blur(layer, blur)
        share = round(255 * strength)
        layer.fill((share, share, share, share), special_flags=pygame.BLEND_RGBA_MULT)
        picture.blit(layer, (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)


def _box_svg(look: BoxLook, width: int, height: int) -> str:
    half = look.frame_width / 2
    radius = max(0.0, min(look.radius, width / 2, height / 2) - half)
    paint = f'fill="{hex_from_colour(look.fill)}" fill-opacity="{look.fill[3] / 255:.3f}"'
    if look.fill[3] == 0:
        paint = 'fill="none"'
    if look.frame_width:
        paint += f' stroke="{hex_from_colour(look.frame)}" stroke-width="{look.frame_width}"'
    place = f'x="{half}" y="{half}" width="{width - 2 * half}" height="{height - 2 * half}"'
    box = f'<rect {place} rx="{radius}" ry="{radius}" {paint}/>'
    return svg(width, height, box + _edge_svg(look, height))


def _edge_svg(look: BoxLook, height: int) -> str:
    """A strip of colour along the left side, following the rounded corners."""
    if not look.edge_width:
        return ""
    wide, radius = min(look.edge_width, look.radius), look.radius
    top = radius - (radius**2 - (radius - wide) ** 2) ** 0.5
    arc = f"A{radius} {radius} 0 0 0"
    path = f"M{wide} {top:.2f}{arc} 0 {radius}V{height - radius}{arc} {wide} {height - top:.2f}Z"
    return f'<path d="{path}" fill="{hex_from_colour(look.edge)}"/>'


def svg(width: float, height: float, inside: str) -> str:
    """A whole SVG file around some shapes."""
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{inside}</svg>'


def from_svg(text: str, size: tuple[int, int]) -> pygame.Surface:
    """Draws SVG text at a size in pixels, converted and premultiplied."""
    # Source and target are the same size here, but nanosvg needs both to be at least one pixel.
    target = (max(1, size[0]), max(1, size[1]))
    loaded = pygame.image.load_sized_svg(io.BytesIO(text.encode()), target)
    exact = pygame.Surface(target, pygame.SRCALPHA).convert_alpha()
    exact.fill(CLEAR)
    exact.blit(
        loaded.convert_alpha().premul_alpha(), (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED
    )
    return exact


def _bytes(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() * surface.get_bytesize()
