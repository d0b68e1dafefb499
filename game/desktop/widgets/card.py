"""A plate with content that can be chosen as a whole."""

from __future__ import annotations

from typing import Any

import pygame

from game.desktop.interface import Interface
from game.desktop.widgets.base import Widget


class Card(Widget):
    """A card. With an intent it can be pressed; `edge` is the colour token of its left side.

    `description` is what a screen reader gets besides the label.
    """

    stretches = True
    radius = 14.0

    def __init__(
        self,
        child: Widget,
        intent: Any = None,
        label: str = "",
        selected: bool = False,
        enabled: bool = True,
        edge: str | None = None,
        name: str | None = None,
        key: str | None = None,
        description: str = "",
        pad: float = 16,
        tip: str = "",
        role: str = "",
    ) -> None:
        super().__init__(label=label, name=name)
        self.children = (child,)
        self.intent = intent
        self.selected = selected
        self.enabled = enabled
        self.edge = edge
        self.key = key
        self.value = description
        self.pad = pad
        self.tip = tip
        self.focusable = intent is not None or bool(tip)
        self.role = role or ("button" if intent is not None else "group")
        self.grows = child.grows

    def state(self) -> list[str]:
        return super().state() + (["selected"] if self.selected else [])

    def _extra_left(self, ui: Interface) -> int:
        return int(ui.dp(6)) if self.edge else 0

    def wish(self, ui: Interface) -> int:
        return super().wish(ui) + 2 * ui.dp(self.pad) + self._extra_left(ui)

    def need(self, ui: Interface) -> int:
        return super().need(ui) + 2 * ui.dp(self.pad) + self._extra_left(ui)

    def measure(self, ui: Interface, width: int) -> int:
        pad = 2 * ui.dp(self.pad)
        inside = self.children[0].height(ui, width - pad - self._extra_left(ui))
        return max(inside + pad, ui.dp(44) if self.focusable else 0)

    def place_children(self, ui: Interface) -> None:
        pad, extra = ui.dp(self.pad), self._extra_left(ui)
        inner = self.rect.inflate(-2 * pad, -2 * pad)
        inner.left += extra
        inner.width -= extra
        self.children[0].place(ui, inner)

    def paint(self, ui: Interface, surface: pygame.Surface) -> None:
        hovered = self.intent is not None and self.enabled and ui.is_hovered(self)
        frame, wide = self._frame(ui, hovered)
        shadow = 0 if ui.theme.outlined else 8 if hovered and not ui.is_pressed(self) else 5
        fill = "surface" if self.enabled else ui.theme.blend("background", "surface", 0.4)
        if not self.enabled:
            shadow = 0
        ui.painter.box(surface, self.rect, fill, self.radius, frame, wide, shadow, self.edge)
        if self.selected:
            self._paint_tick(ui, surface)

    def _frame(self, ui: Interface, hovered: bool) -> tuple[str | None, float]:
        if self.selected:
            return "accent", 3
        if ui.theme.outlined:
            return "border", 4 if hovered else 2
        if not self.enabled:
            return "line", 1
        return ("accent", 1.5) if hovered else (None, 0)

    def _paint_tick(self, ui: Interface, surface: pygame.Surface) -> None:
        """A tick on the corner: chosen is not said by colour alone."""
        size = ui.dp(26)
        spot = pygame.Rect(0, 0, size, size)
        spot.center = (self.rect.right - ui.dp(6), self.rect.top + ui.dp(6))
        ui.painter.box(surface, spot, "accent", 13, "surface", 2)
        ui.painter.icon(surface, "check", spot.inflate(-ui.dp(10), -ui.dp(10)), "on_accent")
