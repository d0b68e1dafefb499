"""Words on the screen: labels, tags, icons, and hairlines between parts."""

from __future__ import annotations

import pygame

from game.desktop.interface import Interface
from game.desktop.widgets.base import Widget


class Label(Widget):
    """A text in one style and tone, broken into lines at the width it is given."""

    def __init__(
        self,
        text: str,
        style: str = "body",
        tone: str = "ink",
        align: str = "left",
        role: str = "text",
        name: str | None = None,
    ) -> None:
        super().__init__(label=text, name=name)
        self.style = style
        self.tone = tone
        self.align = align
        self.role = "heading" if role == "text" and style in ("heading", "display") else role

    def wish(self, ui: Interface) -> int:
        lines = self.label.split("\n")
        return max(ui.painter.text_width(line, self.style) for line in lines)

    def need(self, ui: Interface) -> int:
        return ui.painter.word_width(self.label, self.style)

    def measure(self, ui: Interface, width: int) -> int:
        return ui.painter.text_height(self.label, self.style, width)

    def paint(self, ui: Interface, surface: pygame.Surface) -> None:
        spare = self.rect.height - self.height(ui, self.rect.width)
        area = self.rect.move(0, max(0, spare // 2))
        ui.painter.draw_text(surface, self.label, self.style, self.tone, area, self.align)


class Tag(Widget):
    """A short word on a rounded plate. Tones: neutral, accent, good, ok, crisis or a pillar.

    The three status tones carry a shape as well as a word: colour alone says nothing to some.
    """

    role = "tag"
    SHAPES = {"good": "sign-up", "ok": "sign-square", "crisis": "sign-down"}
    CORNERS = {"good": 99.0, "ok": 6.0, "crisis": 2.0}

    def __init__(
        self, text: str, tone: str = "neutral", icon: str | None = None, name: str | None = None
    ) -> None:
        super().__init__(label=text, name=name)
        self.tone = tone
        self.icon = icon or self.SHAPES.get(tone)

    def _mark(self, ui: Interface) -> int:
        size = 11 if self.tone in self.SHAPES else 15
        return int(ui.dp(size) + ui.dp(5)) if self.icon else 0

    def wish(self, ui: Interface) -> int:
        return ui.painter.text_width(self.label, "small") + self._mark(ui) + 2 * ui.dp(9)

    def need(self, ui: Interface) -> int:
        return ui.painter.word_width(self.label, "small") + self._mark(ui) + 2 * ui.dp(9)

    def measure(self, ui: Interface, width: int) -> int:
        space = width - self._mark(ui) - 2 * ui.dp(9)
        return ui.painter.text_height(self.label, "small", space) + 2 * ui.dp(2)

    def colours(self) -> tuple[str, str, str | None]:
        """Fill, text and frame."""
        if self.tone in self.SHAPES:
            return self.tone, f"on_{self.tone}", f"on_{self.tone}" if self.tone == "ok" else None
        if self.tone == "accent":
            return "accent_soft", "on_accent_soft", None
        if self.tone == "neutral":
            return "sunken", "muted", None
        return "surface", self.tone, self.tone

    def paint(self, ui: Interface, surface: pygame.Surface) -> None:
        fill, ink, frame = self.colours()
        plate = self.rect.copy()
        plate.width = min(plate.width, self.natural(ui))
        if ui.theme.outlined and frame != self.tone:
            frame = "border"
        wide = 2 if self.tone == "ok" or ui.theme.outlined else 1
        ui.painter.box(surface, plate, fill, self.CORNERS.get(self.tone, 7.0), frame, wide)
        if ui.theme.outlined and self.tone == "crisis":
            ui.painter.box(surface, plate.inflate(-ui.dp(6), -ui.dp(6)), None, 1, ink, 1)
        self._words(ui, surface, plate, ink)

    def _words(self, ui: Interface, surface: pygame.Surface, plate: pygame.Rect, ink: str) -> None:
        mark = self._mark(ui)
        if self.icon:
            size = mark - ui.dp(5)
            spot = pygame.Rect(plate.left + ui.dp(9), plate.centery - size // 2, size, size)
            ui.painter.icon(surface, self.icon, spot, ink)
        left = plate.left + ui.dp(9) + mark
        area = pygame.Rect(left, plate.top + ui.dp(2), plate.right - ui.dp(9) - left, plate.height)
        ui.painter.draw_text(surface, self.label, "small", ink, area)


class Icon(Widget):
    """A picture of one sign, in dp. With a plate it stands on a soft square."""

    role = "image"

    def __init__(
        self, name: str, size: float = 24, tone: str = "ink", plate: bool = False, label: str = ""
    ) -> None:
        super().__init__(label=label)
        self.icon = name
        self.size = size
        self.tone = tone
        self.plate = plate

    def wish(self, ui: Interface) -> int:
        return ui.dp(self.size * (1.75 if self.plate else 1))

    need = wish

    def measure(self, ui: Interface, width: int) -> int:
        return self.natural(ui)

    def paint(self, ui: Interface, surface: pygame.Surface) -> None:
        size = self.natural(ui)
        spot = pygame.Rect(0, 0, size, size)
        spot.center = (self.rect.left + size // 2, self.rect.centery)
        if self.plate:
            share = 0.0 if ui.theme.outlined else 0.13
            frame = self.tone if ui.theme.outlined else None
            soft = ui.theme.blend("surface", self.tone, share)
            ui.painter.box(surface, spot, soft, 10, frame, 2)
            spot = spot.inflate(ui.dp(self.size) - size, ui.dp(self.size) - size)
        ui.painter.icon(surface, self.icon, spot, self.tone)


class Divider(Widget):
    """A hairline between two parts."""

    role = "space"

    def measure(self, ui: Interface, width: int) -> int:
        return ui.dp(1)

    def paint(self, ui: Interface, surface: pygame.Surface) -> None:
        ui.painter.fill(surface, self.rect, "line")
