"""The five headline meters as small cards whose numbers count when a year has passed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import pygame

from game.desktop import widgets as w
from game.desktop.widgets.base import Widget
from game.desktop.widgets.meter import ARROWS
from game.text.numbers import number
from game.view.parts import MeterView

COUNTS = 0.9  # seconds
NUMBER = re.compile(r"[\d\u00a0,.\u2212]*\d")


class Count(w.Label):
    """A number that counts from what it was to what it is. Its label is always the final text."""

    def __init__(self, text: str, start: float, goal: float, key: str, style: str) -> None:
        super().__init__(text, style)
        self.start, self.goal, self.key_of = start, goal, key

    def paint(self, ui: Any, surface: pygame.Surface) -> None:
        key = ("count", self.key_of)
        shown = ui.motion.toward(key, self.goal, self.rect, lasts=COUNTS, start=self.start)
        text = self.label
        if abs(shown - self.goal) >= 0.5:
            text = NUMBER.sub(number(shown, 0, ui.t.language), self.label, count=1)
        spare = max(0, self.rect.height - self.height(ui, self.rect.width))
        area = self.rect.move(0, spare // 2)
        ui.painter.draw_text(surface, text, self.style, self.tone, area, self.align)


class StillBar(w.Bar):
    """A bar that stands where it is at once, with the notch of last year."""

    def paint(self, ui: Any, surface: pygame.Surface) -> None:
        ui.motion.toward(("bar", self.name), self.amount, self.rect)
        super().paint(ui, surface)


class Gauge(w.Card):
    """One meter. With an intent it opens the answer to «Hvorfor?»."""

    def __init__(
        self, view: MeterView, intent: Any = None, moves: bool = False, selected: bool = False
    ) -> None:
        head = w.Row(
            w.Label(view.name, "small", "muted"), w.Spacer(), w.Tag(view.band_text, view.band), gap=6
        )
        before = view.previous if view.previous is not None else view.value
        figure: Widget = w.Label(view.value_text, "number")
        if moves:
            figure = Count(view.value_text, before, view.value, view.id, "number")
        bar = w.Bar if moves else StillBar
        super().__init__(
            w.Column(
                head,
                w.Row(figure, w.Spacer(), _change(view), gap=8),
                bar(view.value, tone=view.band, before=view.previous, name=f"bar:{view.id}"),
                gap=4,
            ),
            intent=intent,
            label=view.name,
            selected=selected,
            name=f"meter:{view.id}",
            pad=11,
            tip=view.question,
            role="meter",
            description=f"{view.value_text}, {view.band_text}, {_change_text(view)}",
        )


def _change_text(view: MeterView) -> str:
    return f"{view.change_text} {view.change_word}".strip()


def _change(view: MeterView) -> Widget:
    if view.previous is None:
        return w.Label("", "caption", "muted")
    sign = w.Icon(ARROWS[view.arrow], 10, "muted")
    return w.Row(sign, w.Label(_change_text(view), "caption", "muted"), gap=5)


class Slim(w.Card):
    """One meter on one line, where the scene needs the room."""

    def __init__(self, view: MeterView) -> None:
        row = w.Row(
            w.Label(view.name, "small", "muted"),
            w.Label(view.value_text, "title"),
            w.Tag(view.band_text, view.band),
            weights=(1, 0, 0),
            gap=8,
        )
        super().__init__(
            row, label=view.name, name=f"meter:{view.id}", pad=9, tip=view.question, role="meter",
            description=f"{view.value_text}, {view.band_text}, {_change_text(view)}",
        )  # fmt: skip


def slim_gauges(views: Iterable[MeterView]) -> Widget:
    """All meters on one low line."""
    return w.Grid(*[Slim(view) for view in views], least_width=206, gap=10, name="meters")


def gauges(
    views: Iterable[MeterView],
    intent_of: Callable[[str], Any] | None = None,
    moves: bool = False,
    chosen: str = "",
) -> Widget:
    """All meters side by side, in the same place in every scene."""
    cards = [
        Gauge(view, intent_of(view.id) if intent_of else None, moves, view.id == chosen)
        for view in views
    ]
    return w.Grid(*cards, least_width=206, gap=10, name="meters")
