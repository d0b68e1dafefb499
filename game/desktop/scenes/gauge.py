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
NARROW = 1100  # dp: below this the meters have no bars
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
        status = w.Tag(view.band_text, view.band)
        head = w.Row(w.Label(view.name, "small", "muted"), w.Spacer(), status, gap=6)
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
    """One meter without bar: on one line, or on two where the window is narrow."""

    def __init__(self, view: MeterView, lines: int, intent: Any, selected: bool) -> None:
        name = w.Label(view.name, "small", "muted")
        value, status = w.Label(view.value_text, "title"), w.Tag(view.band_text, view.band)
        if lines == 1:
            body: Widget = w.Row(name, value, status, weights=(1, 0, 0), gap=8)
        else:
            body = w.Column(name, w.Row(value, w.Spacer(), status, gap=6), gap=2)
        super().__init__(
            body, intent, view.name, selected, name=f"meter:{view.id}", pad=9,
            tip=view.question, role="meter",
            description=f"{view.value_text}, {view.band_text}, {_change_text(view)}",
        )  # fmt: skip


def gauges(
    ui: Any,
    views: Iterable[MeterView],
    intent_of: Callable[[str], Any] | None = None,
    moves: bool = False,
    chosen: str = "",
    low: bool = False,
) -> Widget:
    """All meters side by side, in the same place in every scene; `low` where room is scarce."""
    narrow = ui.width_dp < NARROW
    cards: list[Widget] = []
    for view in views:
        intent = intent_of(view.id) if intent_of else None
        if narrow or low:
            cards.append(Slim(view, 2 if narrow else 1, intent, view.id == chosen))
        else:
            cards.append(Gauge(view, intent, moves, view.id == chosen))
    return w.Grid(*cards, least_width=146 if narrow else 206, gap=10, name="meters")
