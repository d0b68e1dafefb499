"""Headline numbers: a bar that fills, and the card with name, value, status and change."""

from __future__ import annotations

from typing import Any

import pygame

from game.desktop.interface import Interface
from game.desktop.widgets.base import Widget
from game.desktop.widgets.boxes import Column, Row, Spacer
from game.desktop.widgets.card import Card
from game.desktop.widgets.label import Icon, Label, Tag
from game.view.parts import MeterView

ARROWS = {"up": "sign-up", "down": "sign-down", "flat": "sign-flat"}


class Bar(Widget):
    """A filled track from 0 to `high`; a small mark shows where it stood before."""

    role = "bar"

    def __init__(
        self,
        amount: float,
        high: float = 100,
        tone: str = "accent",
        before: float | None = None,
        label: str = "",
        value_text: str = "",
        thickness: float = 8,
        name: str | None = None,
    ) -> None:
        super().__init__(label=label, name=name or f"bar:{label}")
        self.amount = amount
        self.high = high
        self.tone = tone
        self.before = before
        self.value = value_text
        self.thickness = thickness

    def wish(self, ui: Interface) -> int:
        return ui.dp(120)

    def need(self, ui: Interface) -> int:
        return ui.dp(48)

    def measure(self, ui: Interface, width: int) -> int:
        return ui.dp(self.thickness)

    def paint(self, ui: Interface, surface: pygame.Surface) -> None:
        frame = "border" if ui.theme.outlined else None
        half = self.thickness / 2
        ui.painter.box(surface, self.rect, "track", half, frame, 1)
        first = self.amount if self.before is None else self.before
        shown = ui.motion.toward(("bar", self.name), self.amount, self.rect, start=first)
        filled = self.rect.copy()
        share = min(1.0, max(0.0, shown / self.high)) if self.high else 0.0
        filled.width = max(self.rect.height, round(self.rect.width * share))
        # Yellow is too pale to stand alone on a light ground.
        edge = "ink" if self.tone == "ok" and not ui.theme.outlined else frame
        ui.painter.box(surface, filled, self.tone, half, edge, 1)
        if self.before is not None and self.before != self.amount:
            self._paint_before(ui, surface)

    def _paint_before(self, ui: Interface, surface: pygame.Surface) -> None:
        """A notch where the value was, in the colour of text so that it shows on any fill."""
        share = min(1.0, max(0.0, (self.before or 0) / self.high))
        at = self.rect.left + round(self.rect.width * share)
        notch = pygame.Rect(at - ui.dp(1), self.rect.top - ui.dp(3), 0, 0)
        notch.size = (max(2, ui.dp(2)), self.rect.height + 2 * ui.dp(3))
        ui.painter.fill(surface, notch.inflate(2 * ui.dp(1), 0), "surface")
        ui.painter.fill(surface, notch, "ink")


class Meter(Card):
    """One of the headline meters. With an intent it opens the answer to «Hvorfor?»."""

    def __init__(
        self, view: MeterView, intent: Any = None, name: str | None = None, key: str | None = None
    ) -> None:
        status = Tag(view.band_text, view.band)
        change_text = f"{view.change_text} {view.change_word}".strip()
        head = Row(Label(view.name, "small", "muted"), Spacer(), status, gap=8)
        change = Row(
            Icon(ARROWS[view.arrow], 11, "muted"),
            Label(change_text, "caption", "muted"),
            gap=5,
        )
        number = Label(view.value_text, "number")
        body = Row(number, Spacer(), change, gap=8, align="end")
        bar = Bar(
            view.value, tone=view.band, before=view.previous, name=f"bar:{view.id}", thickness=7
        )
        super().__init__(
            Column(Column(head, body, gap=2), bar, gap=7),
            intent=intent,
            label=view.name,
            name=name or f"meter:{view.id}",
            pad=12,
            tip=view.question,
            role="meter",
            key=key,
            description=f"{view.value_text}, {view.band_text}, {change_text}",
        )
