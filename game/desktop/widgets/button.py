"""Buttons with words, and buttons with an icon whose words come as a tip."""

from __future__ import annotations

from typing import Any

import pygame

from game.desktop.interface import Interface
from game.desktop.widgets.base import Widget

LEAST = 44.0  # dp, the least height of anything one can press
ONE_LINE = 240.0  # dp, the widest button that never breaks its words


class Button(Widget):
    """A button. `key` is its single key; `why_not` says why it cannot be used now.

    `pressed` makes it a toggle that shows whether it is on.
    """

    role = "button"
    focusable = True
    radius = 11.0

    def __init__(
        self,
        label: str,
        intent: Any = None,
        style: str = "secondary",
        icon: str | None = None,
        key: str | None = None,
        enabled: bool = True,
        why_not: str = "",
        name: str | None = None,
        pressed: bool | None = None,
        tip: str = "",
    ) -> None:
        super().__init__(label=label, name=name)
        self.intent = intent
        self.style = style
        self.icon = icon
        self.key = key
        self.enabled = enabled
        self.tip = tip if enabled else (why_not or tip)
        self.pressed = pressed

    def state(self) -> list[str]:
        return super().state() + (["pressed"] if self.pressed else [])

    # Measuring

    def _extras(self, ui: Interface) -> int:
        """Room for everything but the words."""
        icon = ui.dp(20) + ui.dp(9) if self.icon else 0
        cap = self._cap_width(ui) + ui.dp(10) if self._shows_key(ui) else 0
        return icon + cap + 2 * ui.dp(self._side())

    def _side(self) -> float:
        return 12 if self.style == "quiet" else 18

    def _shows_key(self, ui: Interface) -> bool:
        return bool(self.key) and ui.settings.single_keys

    def _cap_width(self, ui: Interface) -> int:
        needed = ui.painter.text_width(ui.key_name(self.key), "small") + 2 * ui.dp(6)
        return max(ui.dp(22), needed)

    def wish(self, ui: Interface) -> int:
        words = ui.painter.text_width(self.label, "strong")
        return max(ui.dp(LEAST), words + self._extras(ui))

    def need(self, ui: Interface) -> int:
        # A short button stays on one line; its row should give way before its words do.
        whole = self.natural(ui)
        if whole <= ui.dp(ONE_LINE):
            return whole
        words = ui.painter.word_width(self.label, "strong")
        return max(ui.dp(LEAST), words + self._extras(ui))

    def measure(self, ui: Interface, width: int) -> int:
        space = width - self._extras(ui)
        words = ui.painter.text_height(self.label, "strong", space)
        return max(ui.dp(LEAST), words + 2 * ui.dp(9))

    # Drawing

    def colours(self, ui: Interface) -> tuple[Any, Any, Any]:
        """Fill, words and frame, after what the pointer is doing."""
        if not self.enabled:
            return ui.theme.blend("background", "track", 0.45), "muted", "line"
        fill: Any
        fill, ink, frame = STYLES[self.style]
        if self.pressed:
            fill, ink, frame = "accent_soft", "on_accent_soft", "accent"
        strength = 0.14 if ui.is_pressed(self) else 0.07 if ui.is_hovered(self) else 0.0
        if strength:
            fill = ui.theme.blend(fill or "surface", ink, strength)
        return fill, ink, frame

    def paint(self, ui: Interface, surface: pygame.Surface) -> None:
        fill, ink, frame = self.colours(ui)
        if fill is not None:
            wide = 2 if ui.theme.outlined or self.pressed else 1
            frame = "border" if ui.theme.outlined else frame
            raised = self.enabled and self.style in ("primary", "secondary")
            shadow = 2 if raised and not ui.theme.outlined and not ui.is_pressed(self) else 0
            ui.painter.box(surface, self.rect, fill, self.radius, frame, wide, shadow)
        self._paint_words(ui, surface, ink)

    def _paint_words(self, ui: Interface, surface: pygame.Surface, ink: Any) -> None:
        space = self.rect.width - self._extras(ui)
        lines = ui.painter.lines(self.label, "strong", space)
        words = max(ui.painter.text_width(line, "strong") for line in lines)
        left = self.rect.left + (self.rect.width - words - self._extras(ui)) // 2
        left += ui.dp(self._side())
        if self.icon:
            size = ui.dp(20)
            spot = pygame.Rect(left, self.rect.centery - size // 2, size, size)
            ui.painter.icon(surface, self.icon, spot, ink)
            left += size + ui.dp(9)
        height = ui.painter.text_height(self.label, "strong", space)
        area = pygame.Rect(left, self.rect.centery - height // 2, words + 1, height)
        ui.painter.draw_text(surface, self.label, "strong", ink, area, "center")
        if self._shows_key(ui):
            self._paint_key(ui, surface, ink, area.right + ui.dp(10))

    def _paint_key(self, ui: Interface, surface: pygame.Surface, ink: Any, left: int) -> None:
        name, high = ui.key_name(self.key), ui.dp(22)
        cap = pygame.Rect(left, self.rect.centery - high // 2, self._cap_width(ui), high)
        ui.painter.box(surface, cap, None, 5, ink, 1)
        spare = cap.width - ui.painter.text_width(name, "small")
        top = cap.centery - ui.painter.line_height("small") // 2
        ui.painter.draw_line(surface, name, "small", ink, (cap.left + spare // 2, top))


STYLES: dict[str, tuple[str | None, str, str | None]] = {
    "primary": ("accent", "on_accent", None),
    "secondary": ("surface", "ink", "border"),
    "quiet": (None, "link", None),
    "danger": ("surface", "crisis", "crisis"),
}


class IconButton(Widget):
    """A square button with an icon; its label is shown as a tip and read aloud."""

    role = "button"
    focusable = True
    radius = 11.0

    def __init__(
        self,
        label: str,
        icon: str,
        intent: Any = None,
        key: str | None = None,
        enabled: bool = True,
        name: str | None = None,
        pressed: bool | None = None,
    ) -> None:
        super().__init__(label=label, name=name)
        self.icon = icon
        self.intent = intent
        self.key = key
        self.enabled = enabled
        self.pressed = pressed
        self.tip = label if key is None else f"{label} ({key})"

    def state(self) -> list[str]:
        return super().state() + (["pressed"] if self.pressed else [])

    def wish(self, ui: Interface) -> int:
        return ui.dp(LEAST)

    need = wish

    def measure(self, ui: Interface, width: int) -> int:
        return ui.dp(LEAST)

    def paint(self, ui: Interface, surface: pygame.Surface) -> None:
        spot = pygame.Rect(0, 0, ui.dp(LEAST), ui.dp(LEAST))
        spot.center = self.rect.center
        strength = 0.14 if ui.is_pressed(self) else 0.07 if ui.is_hovered(self) else 0.0
        if self.pressed:
            ui.painter.box(surface, spot, "accent_soft", self.radius, "accent", 2)
        elif strength or ui.theme.outlined:
            frame = "border" if ui.theme.outlined else None
            fill = ui.theme.blend("background", "ink", strength)
            ui.painter.box(surface, spot, fill, self.radius, frame, 2)
        tone = "ink" if self.enabled else "border"
        ui.painter.icon(surface, self.icon, spot.inflate(-ui.dp(22), -ui.dp(22)), tone)
