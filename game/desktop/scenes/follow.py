"""A strip that tells more about the card under the pointer, or the one with focus."""

from __future__ import annotations

from typing import Any

import pygame

from game.desktop import widgets as w
from game.desktop.widgets.base import Widget


class CardThatTells(w.Card):
    """A card that wakes the strip when it is looked at."""

    def paint(self, ui: Any, surface: pygame.Surface) -> None:
        super().paint(ui, surface)
        strip = ui.top.by_name.get("follow")
        if isinstance(strip, Follow):
            strip.look(ui)


class Follow(Widget):
    """One text for each card, all in the same place; only the one that is looked at shows."""

    role = "stack"
    stretches = True
    grows = 1.0

    def __init__(self, hint: Widget, parts: dict[str, Widget]) -> None:
        super().__init__(name="follow")
        self.hint, self.parts = hint, parts
        self.children = (hint, *parts.values())
        self.shown: Widget | None = None

    def place_children(self, ui: Any) -> None:
        for part in self.children:
            rect = self.rect.copy()
            rect.height = part.height(ui, rect.width)
            part.place(ui, rect)

    def wanted(self, ui: Any) -> Widget:
        """The text of the card that is looked at."""
        for widget in (ui.hovered, ui.focus):
            if widget is not None and widget.name in self.parts:
                return self.parts[widget.name]
        return self.hint

    def look(self, ui: Any) -> None:
        """Asks to be drawn again when another card is looked at."""
        if self.shown is not None and self.wanted(ui) is not self.shown:
            ui.damage(self.rect)

    def draw(self, ui: Any, surface: pygame.Surface) -> None:
        self.shown = self.wanted(ui)
        self.shown.draw(ui, surface)
