"""Small signs the scenes share: what an effect does, effort, key caps, steps and stamps."""

from __future__ import annotations

from functools import partial
from typing import Any

import pygame

from game.desktop.shapes import from_svg, svg
from game.desktop.theme import hex_from_colour
from game.desktop.widgets.base import Widget
from game.view.parts import EffectView

MEANINGS = {
    "good": ("good", "on_good"),
    "bad": ("crisis", "on_crisis"),
    "neutral": ("track", "ink"),
}
ROUND, EDGED = 99.0, 4.0
STAMP_TILT = 6.0  # degrees
BOLT = "M13.5 2L4 14H11L10 22L20 9.5H13Z"


class EffectMark(Widget):
    """Arrows on a plate: the arrow is the direction, colour and shape of the plate the meaning."""

    role = "image"

    def __init__(self, view: EffectView, label: str) -> None:
        super().__init__(label=label)
        self.view = view

    def wish(self, ui: Any) -> int:
        return int(ui.dp(34))

    need = wish

    def measure(self, ui: Any, width: int) -> int:
        return int(ui.dp(22))

    def paint(self, ui: Any, surface: pygame.Surface) -> None:
        fill, ink = MEANINGS[self.view.meaning]
        wide, high = ui.dp(34), ui.dp(20)
        plate = pygame.Rect(self.rect.left, self.rect.centery - high // 2, wide, high)
        corner = EDGED if self.view.meaning == "bad" else ROUND
        frame = "border" if ui.theme.outlined else None
        ui.painter.box(surface, plate, fill, corner, frame, 1)
        size, count = ui.dp(9), self.view.strength
        step = size + ui.dp(2)
        left = plate.centerx - (count * step - ui.dp(2)) // 2
        for i in range(count):
            spot = pygame.Rect(left + i * step, plate.centery - size // 2, size, size)
            ui.painter.icon(surface, f"sign-{self.view.direction}", spot, ink)


class Bolts(Widget):
    """Effort as bolts: those left are filled, those held by what is running are faint."""

    role = "image"

    def __init__(self, left: int, total: int, label: str, size: float = 20) -> None:
        super().__init__(label=label)
        self.filled, self.total, self.size = left, max(left, total), size

    def wish(self, ui: Any) -> int:
        return int(self.total * ui.dp(self.size + 2))

    need = wish

    def measure(self, ui: Any, width: int) -> int:
        return int(ui.dp(self.size + 2))

    def paint(self, ui: Any, surface: pygame.Surface) -> None:
        size, top = ui.dp(self.size), self.rect.centery - ui.dp(self.size) // 2
        for i in range(self.total):
            key = ("bolt", i < self.filled, size, ui.theme.name)
            picture = ui.painter.keep(key, partial(_bolt, ui, i < self.filled, size))
            place = (self.rect.left + i * ui.dp(self.size + 2), top)
            surface.blit(picture, place, special_flags=pygame.BLEND_PREMULTIPLIED)


def _bolt(ui: Any, filled: bool, size: int) -> pygame.Surface:
    edge = hex_from_colour(ui.theme.colour("accent" if filled else "border"))
    look = f'fill="{edge}"' if filled else 'fill="none"'
    return from_svg(
        svg(24, 24, f'<path d="{BOLT}" {look} stroke="{edge}" stroke-width="1.6"/>'), (size, size)
    )


class Cap(Widget):
    """A letter or number on a round plate: the key of an answer or a card."""

    role = "image"

    def __init__(self, letter: str, on: bool = False, tone: str = "accent") -> None:
        super().__init__(label=letter)
        self.on, self.tone = on, tone

    def wish(self, ui: Any) -> int:
        return int(max(ui.dp(30), ui.painter.text_width(self.label, "strong") + ui.dp(14)))

    need = wish

    def measure(self, ui: Any, width: int) -> int:
        return int(ui.dp(30))

    def paint(self, ui: Any, surface: pygame.Surface) -> None:
        size = ui.dp(30)
        plate = pygame.Rect(self.rect.left, self.rect.centery - size // 2, size, size)
        fill = self.tone if self.on else None
        ui.painter.box(surface, plate, fill, 15, self.tone, 2)
        ink = f"on_{self.tone}" if self.on else self.tone
        spare = size - ui.painter.text_width(self.label, "strong")
        top = plate.centery - ui.painter.line_height("strong") // 2
        place = (plate.left + spare // 2, top)
        ui.painter.draw_line(surface, self.label, "strong", ink, place)


class Steps(Widget):
    """The steps of a year on a line: done, here, and to come."""

    role = "image"

    def __init__(self, names: tuple[str, ...], at: int) -> None:
        super().__init__(label=" · ".join(names))
        self.names, self.at = names, at
        self.value = names[at]

    def _width(self, ui: Any, i: int) -> int:
        words = ui.painter.text_width(self.names[i], "small")
        return int(words + 2 * ui.dp(11) if i == self.at else words + 2 * ui.dp(6))

    def wish(self, ui: Any) -> int:
        widths = sum(self._width(ui, i) for i in range(len(self.names)))
        return int(widths + ui.dp(18) * (len(self.names) - 1))

    need = wish

    def measure(self, ui: Any, width: int) -> int:
        return int(ui.dp(30))

    def paint(self, ui: Any, surface: pygame.Surface) -> None:
        left, middle = self.rect.left, self.rect.centery
        for i, name in enumerate(self.names):
            wide = self._width(ui, i)
            if i:
                dash = pygame.Rect(left - ui.dp(14), middle, ui.dp(10), max(1, ui.dp(1)))
                ui.painter.fill(surface, dash, "border")
            ink = "muted"
            if i == self.at:
                plate = pygame.Rect(left, middle - ui.dp(14), wide, ui.dp(28))
                frame = "border" if ui.theme.outlined else None
                ui.painter.box(surface, plate, "accent_soft", 14, frame, 1)
                ink = "on_accent_soft"
            spare = wide - ui.painter.text_width(name, "small")
            top = middle - ui.painter.line_height("small") // 2
            ui.painter.draw_line(surface, name, "small", ink, (left + spare // 2, top))
            left += wide + ui.dp(18)


class Stamp(Widget):
    """A word stamped askew: it lands once, then stays."""

    role = "image"

    def __init__(self, text: str, style: str = "title", tone: str = "crisis") -> None:
        super().__init__(label=text)
        self.style, self.tone = style, tone

    def _flat(self, ui: Any) -> tuple[int, int]:
        wide = ui.painter.text_width(self.label, self.style) + 2 * ui.dp(18)
        return int(wide), int(ui.painter.line_height(self.style) + 2 * ui.dp(8))

    def wish(self, ui: Any) -> int:
        return int(self._flat(ui)[0] * 1.06)

    def need(self, ui: Any) -> int:
        return min(self.natural(ui), int(ui.dp(220)))

    def measure(self, ui: Any, width: int) -> int:
        wide, high = self._flat(ui)
        return int(high + wide * 0.11)

    def paint(self, ui: Any, surface: pygame.Surface) -> None:
        # While it lands it is larger than its place, and that much must be drawn again.
        reach = self.rect.inflate(self.rect.width, 2 * self.rect.height)
        landed = ui.motion.toward(("stamp", self.label), 1.0, reach, lasts=0.22, start=0.0)
        key = ("stamp", self.label, self.style, self.tone, ui.theme.name, ui.scale)
        picture = ui.painter.keep(key, lambda: self._ink(ui))
        size = min(1.0, self.rect.width / picture.get_width()) * (1.7 - 0.7 * landed)
        if abs(size - 1.0) > 0.001:
            picture = pygame.transform.rotozoom(picture, 0.0, size)
        place = picture.get_rect(center=self.rect.center)
        surface.blit(picture, place, special_flags=pygame.BLEND_PREMULTIPLIED)

    def _ink(self, ui: Any) -> pygame.Surface:
        wide, high = self._flat(ui)
        # Air around, or the edges are cut sharp when the sheet is turned.
        sheet = pygame.Surface((wide + 8, high + 8), pygame.SRCALPHA).convert_alpha()
        sheet.fill((0, 0, 0, 0))
        whole = sheet.get_rect().inflate(-8, -8)
        ui.painter.box(sheet, whole, "surface", 8, self.tone, 3)
        inside = whole.inflate(-2 * ui.dp(6), -2 * ui.dp(6))
        ui.painter.box(sheet, inside, None, 5, self.tone, 1)
        words = ui.painter.text(self.label, self.style, self.tone)
        sheet.blit(words, words.get_rect(center=whole.center))
        return pygame.transform.rotozoom(sheet, STAMP_TILT, 1.0)
