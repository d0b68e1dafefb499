"""Signs of the rules: chips one can press, the hall of the council, and the leadership wheel."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import partial
from typing import Any

import pygame

from game.desktop.shapes import from_svg, svg
from game.desktop.theme import hex_from_colour
from game.desktop.widgets.base import Widget
from game.view.leadership import SpokeView

CHIP = 36.0  # dp, the height of a chip
SERIES = ("series1", "series2", "series3", "series4", "series5")
SHAPES = (
    '<circle cx="12" cy="12" r="8.5"/>',
    '<rect x="4" y="4" width="16" height="16" rx="2"/>',
    '<path d="M12 3L21.5 20H2.5Z"/>',
    '<path d="M12 1.8L22.2 12L12 22.2L1.8 12Z"/>',
    '<path d="M6.6 3.5H17.4L22 12L17.4 20.5H6.6L2 12Z"/>',
)
"""One shape a group: circle, square, triangle, diamond, hexagon."""


class Chip(Widget):
    """A short thing to press: what a label and an icon can hold on one line."""

    role = "button"
    focusable = True
    radius = 10.0

    def __init__(
        self,
        label: str,
        intent: Any,
        icon: str,
        tone: str = "ink",
        name: str | None = None,
        tip: str = "",
        on: bool = False,
        key: str | None = None,
        text: str = "",
    ) -> None:
        """`text` is what is written, where that is shorter than the label that is read aloud."""
        super().__init__(label=label, name=name)
        self.text = text or label
        self.intent, self.icon, self.tone, self.tip, self.on = intent, icon, tone, tip, on
        self.key = key

    def state(self) -> list[str]:
        return [*super().state(), *(["pressed"] if self.on else [])]

    def _shows_key(self, ui: Any) -> bool:
        return bool(self.key) and bool(ui.settings.single_keys)

    def _extra(self, ui: Any) -> int:
        cap = ui.dp(22) + ui.dp(7) if self._shows_key(ui) else 0
        return int(ui.dp(18) + ui.dp(7) + 2 * ui.dp(10) + cap)

    def wish(self, ui: Any) -> int:
        return int(ui.painter.text_width(self.text, "small") + self._extra(ui))

    def need(self, ui: Any) -> int:
        return int(ui.painter.word_width(self.text, "small") + self._extra(ui))

    def measure(self, ui: Any, width: int) -> int:
        words = ui.painter.text_height(self.text, "small", width - self._extra(ui))
        return int(max(ui.dp(CHIP), words + 2 * ui.dp(5)))

    def paint(self, ui: Any, surface: pygame.Surface) -> None:
        fill: Any = "accent_soft" if self.on else "sunken"
        ink = "on_accent_soft" if self.on else "ink"
        strength = 0.14 if ui.is_pressed(self) else 0.07 if ui.is_hovered(self) else 0.0
        if strength:
            fill = ui.theme.blend(fill, ink, strength)
        frame = "accent" if self.on else "border"
        ui.painter.box(surface, self.rect, fill, self.radius, frame, 2 if self.on else 1)
        size = ui.dp(18)
        spot = pygame.Rect(self.rect.left + ui.dp(10), self.rect.centery - size // 2, size, size)
        ui.painter.icon(surface, "check" if self.on else self.icon, spot, self.tone)
        width = self.rect.width - self._extra(ui)
        high = ui.painter.text_height(self.text, "small", width)
        area = pygame.Rect(spot.right + ui.dp(7), self.rect.centery - high // 2, width, high)
        ui.painter.draw_text(surface, self.text, "small", ink, area)
        if self._shows_key(ui):
            self._paint_key(ui, surface, ink)

    def _paint_key(self, ui: Any, surface: pygame.Surface, ink: str) -> None:
        name, size = ui.key_name(self.key), ui.dp(22)
        cap = pygame.Rect(0, 0, size, size)
        cap.midright = (self.rect.right - ui.dp(8), self.rect.centery)
        ui.painter.box(surface, cap, None, 5, ink, 1)
        spare = size - ui.painter.text_width(name, "small")
        top = cap.centery - ui.painter.line_height("small") // 2
        ui.painter.draw_line(surface, name, "small", ink, (cap.left + spare // 2, top))


def _shape(ui: Any, row: int, filled: bool, size: int) -> pygame.Surface:
    """The shape of a group: filled for yes, a hollow outline for no."""
    colour = hex_from_colour(ui.theme.colour(SERIES[row]))
    ground = hex_from_colour(ui.theme.colour("surface"))
    look = f'fill="{colour if filled else ground}" stroke="{colour}" stroke-width="2.6"'
    return from_svg(svg(24, 24, f"<g {look}>{SHAPES[row]}</g>"), (size, size))


def paint_shape(
    ui: Any, surface: pygame.Surface, row: int, filled: bool, size: int, centre: tuple[int, int]
) -> None:
    """Draws the shape of a group around a place."""
    key = ("group", row, filled, size, ui.theme.name)
    picture = ui.painter.keep(key, partial(_shape, ui, row, filled, size))
    place = picture.get_rect(center=centre)
    surface.blit(picture, place, special_flags=pygame.BLEND_PREMULTIPLIED)


class GroupMark(Widget):
    """The shape of a group, as a sign beside its name."""

    role = "image"

    def __init__(self, row: int, filled: bool, size: float = 24) -> None:
        super().__init__()
        self.row, self.filled, self.size = row, filled, size

    def wish(self, ui: Any) -> int:
        return int(ui.dp(self.size))

    need = wish

    def measure(self, ui: Any, width: int) -> int:
        return int(ui.dp(self.size))

    def paint(self, ui: Any, surface: pygame.Surface) -> None:
        paint_shape(ui, surface, self.row, self.filled, ui.dp(self.size), self.rect.center)


RINGS = ((0.50, 8), (0.72, 12), (0.94, 15))
"""Radius as a share of the hall, and how many sit on the ring: 35 in all."""


def hall_places() -> tuple[tuple[float, float], ...]:
    """Angle and radius of each seat, from the left end of the half circle to the right."""
    seats = [
        (math.pi * (1.0 - (i + 0.5) / count), radius)
        for radius, count in RINGS
        for i in range(count)
    ]
    return tuple(sorted(seats, key=lambda seat: (-seat[0], seat[1])))


class Hall(Widget):
    """The seats as a half circle: those who say yes from the left, and a line at what is needed."""

    role = "image"
    stretches = True
    grows = 1.0

    def __init__(
        self, groups: Iterable[tuple[int, int, bool]], needed: int, label: str, height: float
    ) -> None:
        """`groups` are shape, seats and vote of each group."""
        super().__init__(label=label, name="hall")
        order = sorted(groups, key=lambda group: not group[2])
        self.seats = tuple((row, yes) for row, count, yes in order for _ in range(count))
        self.needed, self.tall = needed, height

    def wish(self, ui: Any) -> int:
        return int(ui.dp(self.tall * 2))

    def need(self, ui: Any) -> int:
        return int(ui.dp(220))

    def measure(self, ui: Any, width: int) -> int:
        return int(min(ui.dp(self.tall), max(ui.dp(110), width // 2)))

    def paint(self, ui: Any, surface: pygame.Surface) -> None:
        low, air = ui.dp(14), ui.dp(26)
        reach = min(self.rect.width // 2 - ui.dp(8), self.rect.height - low - air)
        slack = self.rect.height - reach - low - air
        centre = (self.rect.centerx, self.rect.bottom - low - slack // 2)
        size = max(8, int(reach * 0.165))
        places = hall_places()
        self._paint_line(ui, surface, centre, reach, places)
        for (row, yes), (angle, radius) in zip(self.seats, places, strict=False):
            paint_shape(ui, surface, row, yes, size, _at(centre, angle, radius * reach))
        self._paint_count(ui, surface, centre)

    def _paint_line(
        self, ui: Any, surface: pygame.Surface, centre: tuple[int, int], reach: int,
        places: tuple[tuple[float, float], ...],
    ) -> None:  # fmt: skip
        last, after = places[self.needed - 1][0], places[min(self.needed, len(places) - 1)][0]
        angle = (last + after) / 2
        start, end = _at(centre, angle, 0.36 * reach), _at(centre, angle, 1.04 * reach)
        ink = ui.theme.colour("ink")
        steps = 13
        for i in range(0, steps, 2):  # dashes, so that it is not taken for a wall
            ends = [
                tuple(round(a + (b - a) * part / steps) for a, b in zip(start, end, strict=True))
                for part in (i, i + 1)
            ]
            pygame.draw.line(surface, ink, ends[0], ends[1], max(2, ui.dp(2)))
        text = str(self.needed)
        top = end[1] - ui.painter.line_height("strong")
        left = end[0] - ui.painter.text_width(text, "strong") // 2
        ui.painter.draw_line(surface, text, "strong", "ink", (left, top))

    def _paint_count(self, ui: Any, surface: pygame.Surface, centre: tuple[int, int]) -> None:
        text = str(sum(yes for _, yes in self.seats))
        width = ui.painter.text_width(text, "display")
        top = centre[1] - ui.painter.line_height("display") + ui.dp(10)
        ui.painter.draw_line(surface, text, "display", "ink", (centre[0] - width // 2, top))


def _at(centre: tuple[int, int], angle: float, radius: float) -> tuple[int, int]:
    return (
        round(centre[0] + math.cos(angle) * radius),
        round(centre[1] - math.sin(angle) * radius),
    )


class Wheel(Widget):
    """Six spokes from the middle: how far out each area of leadership reaches."""

    role = "image"

    def __init__(self, spokes: tuple[SpokeView, ...], label: str, size: float = 240) -> None:
        said = ", ".join(f"{spoke.name} {spoke.value_text}" for spoke in spokes)
        super().__init__(label=f"{label}: {said}", name="wheel")
        self.spokes, self.size = spokes, size

    def wish(self, ui: Any) -> int:
        return int(ui.dp(self.size))

    need = wish

    def measure(self, ui: Any, width: int) -> int:
        return int(ui.dp(self.size))

    def paint(self, ui: Any, surface: pygame.Surface) -> None:
        size = ui.dp(self.size)
        values = tuple(round(spoke.value) for spoke in self.spokes)
        chosen = tuple(spoke.selected for spoke in self.spokes)
        key = ("wheel", values, chosen, size, ui.theme.name)
        picture = ui.painter.keep(key, lambda: from_svg(self._drawn(ui), (size, size)))
        place = picture.get_rect(center=self.rect.center)
        surface.blit(picture, place, special_flags=pygame.BLEND_PREMULTIPLIED)
        for i in range(len(self.spokes)):
            self._paint_number(ui, surface, i, place)

    def _paint_number(self, ui: Any, surface: pygame.Surface, i: int, place: pygame.Rect) -> None:
        at = _at(place.center, _angle(i), ui.dp(self.size) * 0.455)
        text = str(i + 1)
        left = at[0] - ui.painter.text_width(text, "small") // 2
        top = at[1] - ui.painter.line_height("small") // 2
        ui.painter.draw_line(surface, text, "small", "muted", (left, top))

    def _drawn(self, ui: Any) -> str:
        line, soft, ink = (
            hex_from_colour(ui.theme.colour(tone)) for tone in ("border", "accent_soft", "accent")
        )
        rings = "".join(
            f'<polygon points="{_points([reach] * 6)}" fill="none" stroke="{line}" '
            f'stroke-width="{0.9 if reach == 100 else 0.4}"/>'
            for reach in (25, 50, 75, 100)
        )
        thin = f'stroke="{line}" stroke-width="0.6"'
        spokes = "".join(
            f'<line x1="120" y1="120" {_ends(i, 100, "x2", "y2")} {thin}/>' for i in range(6)
        )
        values = [spoke.value for spoke in self.spokes]
        shape = (
            f'<polygon points="{_points(values)}" fill="{soft}" fill-opacity="0.85" '
            f'stroke="{ink}" stroke-width="2.4" stroke-linejoin="round"/>'
        )
        dots = "".join(
            f'<circle {_ends(i, spoke.value, "cx", "cy")} fill="{ink}" '
            f'r="{7 if spoke.selected else 3.4}"/>'
            for i, spoke in enumerate(self.spokes)
        )
        return svg(240, 240, rings + spokes + shape + dots)


def _angle(i: int) -> float:
    """The first spoke points up, and the others follow the clock."""
    return math.pi / 2 - i * math.pi / 3


def _corner(i: int, reach: float) -> tuple[float, float]:
    radius = 94.0 * reach / 100.0
    return 120.0 + math.cos(_angle(i)) * radius, 120.0 - math.sin(_angle(i)) * radius


def _ends(i: int, reach: float, across: str, down: str) -> str:
    """A corner as two attributes of a drawing."""
    x, y = _corner(i, reach)
    return f'{across}="{x:.1f}" {down}="{y:.1f}"'


def _points(reaches: Iterable[float]) -> str:
    return " ".join("{:.1f},{:.1f}".format(*_corner(i, r)) for i, r in enumerate(reaches))
