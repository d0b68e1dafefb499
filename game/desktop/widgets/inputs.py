"""Things to set: one of several, a value on a scale, on or off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pygame

from game.desktop.interface import Interface
from game.desktop.widgets.base import Widget
from game.desktop.widgets.boxes import Column, Flow
from game.desktop.widgets.button import LEAST
from game.desktop.widgets.label import Label


class Option(Widget):
    """One answer of a Choice. Tab reaches the chosen one; arrows move between them."""

    role = "radio"

    def __init__(self, label: str, intent: Any, selected: bool, reachable: bool, name: str) -> None:
        super().__init__(label=label, name=name)
        self.intent = intent
        self.selected = selected
        self.focusable = reachable
        self.group: Choice | None = None

    def state(self) -> list[str]:
        return ["selected"] if self.selected else []

    def _extras(self, ui: Interface) -> int:
        """Room for everything but the words."""
        return ui.dp(18) + ui.dp(9) + 2 * ui.dp(14)

    def wish(self, ui: Interface) -> int:
        words = ui.painter.text_width(self.label, "strong")
        return max(ui.dp(LEAST), words + self._extras(ui))

    def need(self, ui: Interface) -> int:
        return ui.painter.word_width(self.label, "strong") + self._extras(ui)

    def measure(self, ui: Interface, width: int) -> int:
        words = ui.painter.text_height(self.label, "strong", width - self._extras(ui))
        return max(ui.dp(LEAST), words + 2 * ui.dp(9))

    def on_key(self, ui: Interface, key: int) -> bool:
        return self.group is not None and self.group.step(ui, self, key)

    def paint(self, ui: Interface, surface: pygame.Surface) -> None:
        fill, ink, frame, wide = "surface", "ink", "border", 1.0
        if self.selected:
            fill, ink, frame, wide = "accent_soft", "on_accent_soft", "accent", 2.0
        shade: Any = fill
        if ui.is_hovered(self):
            shade = ui.theme.blend(fill, ink, 0.06)
        ui.painter.box(surface, self.rect, shade, self.radius, frame, wide)
        size = ui.dp(18)
        spot = pygame.Rect(self.rect.left + ui.dp(14), self.rect.centery - size // 2, size, size)
        ui.painter.box(surface, spot, "surface", 9, frame, 2)
        if self.selected:
            ui.painter.box(surface, spot.inflate(-ui.dp(9), -ui.dp(9)), "accent", 9)
        left = spot.right + ui.dp(9)
        width = self.rect.right - ui.dp(14) - left
        height = ui.painter.text_height(self.label, "strong", width)
        area = pygame.Rect(left, self.rect.centery - height // 2, width, height)
        ui.painter.draw_text(surface, self.label, "strong", ink, area)


class Choice(Widget):
    """One of several answers. `intent_of(value)` makes the intent of choosing."""

    role = "radiogroup"
    stretches = False

    def __init__(
        self,
        label: str,
        options: tuple[tuple[Any, str], ...],
        value: Any,
        intent_of: Callable[[Any], Any],
        name: str | None = None,
        show_label: bool = True,
    ) -> None:
        super().__init__(label=label, name=name or f"choice:{label}")
        known = any(option == value for option, _ in options)
        self.options = [
            Option(
                words,
                intent_of(option),
                option == value,
                option == value or (not known and i == 0),
                f"{self.name}:{option}",
            )
            for i, (option, words) in enumerate(options)
        ]
        for option in self.options:
            option.group = self
        self.value = next((words for option, words in options if option == value), "")
        heading = Label(label, "strong") if label and show_label else None
        self.children = (Column(heading, Flow(*self.options), gap=6),)

    def step(self, ui: Interface, option: Option, key: int) -> bool:
        """Left and right choose the answer before or after; so do up and down in a column."""
        upright = self.options[0].rect.left == self.options[-1].rect.left
        by = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(key, 0)
        if upright:
            by = by or {pygame.K_UP: -1, pygame.K_DOWN: 1}.get(key, 0)
        if not by or len(self.options) < 2:
            return False
        chosen = self.options[(self.options.index(option) + by) % len(self.options)]
        ui.move_focus(chosen.name)
        chosen.activate(ui)
        return True


class Slider(Widget):
    """A value on a scale; arrows change it by a step, or drag the thumb."""

    role = "slider"
    focusable = True

    def __init__(
        self,
        label: str,
        low: float,
        high: float,
        step: float,
        value: float,
        value_text: str,
        intent_of: Callable[[float], Any],
        name: str | None = None,
    ) -> None:
        super().__init__(label=label, name=name)
        self.low, self.high, self.step = low, high, step
        self.amount = value
        self.value = value_text
        self.intent_of = intent_of

    def wish(self, ui: Interface) -> int:
        words = ui.painter.text_width(self.label, "strong")
        return max(ui.dp(200), words + ui.painter.text_width(self.value, "body") + ui.dp(20))

    def need(self, ui: Interface) -> int:
        words = ui.painter.word_width(self.label, "strong")
        return max(ui.dp(140), words, ui.painter.word_width(self.value, "body"))

    def _side_by_side(self, ui: Interface, width: int) -> bool:
        words = ui.painter.text_width(self.label, "strong") + ui.dp(12)
        return words + ui.painter.text_width(self.value, "body") <= width

    def _words_height(self, ui: Interface, width: int) -> int:
        if self._side_by_side(ui, width):
            return ui.painter.line_height("body")
        label = ui.painter.text_height(self.label, "strong", width)
        return label + ui.painter.text_height(self.value, "body", width)

    def measure(self, ui: Interface, width: int) -> int:
        return self._words_height(ui, width) + ui.dp(32)

    def track(self, ui: Interface) -> pygame.Rect:
        """Where the middle of the thumb can be."""
        half = ui.dp(11)
        middle = self.rect.bottom - ui.dp(16)
        return pygame.Rect(
            self.rect.left + half, middle - ui.dp(3), self.rect.width - 2 * half, ui.dp(6)
        )

    def on_key(self, ui: Interface, key: int) -> bool:
        big = self.step * 5
        moves = {
            pygame.K_LEFT: self.amount - self.step,
            pygame.K_RIGHT: self.amount + self.step,
            pygame.K_PAGEDOWN: self.amount - big,
            pygame.K_PAGEUP: self.amount + big,
            pygame.K_HOME: self.low,
            pygame.K_END: self.high,
        }
        if key not in moves:
            return False
        self._set(ui, moves[key])
        return True

    def on_drag(self, ui: Interface, place: tuple[int, int]) -> bool:
        track = self.track(ui)
        share = (place[0] - track.left) / max(1, track.width)
        self._set(ui, self.low + share * (self.high - self.low))
        return True

    def _set(self, ui: Interface, wanted: float) -> None:
        steps = round((wanted - self.low) / self.step)
        value = min(self.high, max(self.low, self.low + steps * self.step))
        if value != self.amount:
            self.amount = value
            ui.emit(self.intent_of(value))

    def activate(self, ui: Interface) -> None:
        """Enter does nothing on a scale."""

    def paint(self, ui: Interface, surface: pygame.Surface) -> None:
        self._paint_words(ui, surface)
        track = self.track(ui)
        share = (self.amount - self.low) / ((self.high - self.low) or 1)
        at = track.left + round(track.width * share)
        frame = "border" if ui.theme.outlined else None
        lane = pygame.Rect(self.rect.left, track.top, self.rect.width, track.height)
        ui.painter.box(surface, lane, "track", 3, frame, 1)
        filled = pygame.Rect(lane.left, lane.top, at - lane.left, lane.height)
        ui.painter.box(surface, filled, "accent", 3)
        size = ui.dp(24 if ui.is_hovered(self) or ui.is_pressed(self) else 22)
        thumb = pygame.Rect(0, 0, size, size)
        thumb.center = (at, track.centery)
        ui.painter.box(surface, thumb, "surface", 12, "accent", 3.5, 0 if ui.theme.outlined else 2)

    def _paint_words(self, ui: Interface, surface: pygame.Surface) -> None:
        area = self.rect.copy()
        ui.painter.draw_text(surface, self.label, "strong", "ink", area)
        if self._side_by_side(ui, self.rect.width):
            ui.painter.draw_text(surface, self.value, "body", "muted", area, "right")
            return
        area.top += ui.painter.text_height(self.label, "strong", area.width)
        ui.painter.draw_text(surface, self.value, "body", "muted", area)


class Switch(Widget):
    """On or off, said by the place of the knob and by a word."""

    role = "switch"
    focusable = True

    def __init__(self, label: str, on: bool, intent: Any, name: str | None = None) -> None:
        super().__init__(label=label, name=name)
        self.on = on
        self.intent = intent

    def state(self) -> list[str]:
        return ["on" if self.on else "off"]

    def _word(self, ui: Interface) -> str:
        return ui.t("interface.on" if self.on else "interface.off")

    def _right(self, ui: Interface) -> int:
        words = max(
            ui.painter.text_width(ui.t(key), "body") for key in ("interface.on", "interface.off")
        )
        return words + ui.dp(10) + ui.dp(46) + ui.dp(16)

    def wish(self, ui: Interface) -> int:
        return ui.painter.text_width(self.label, "strong") + self._right(ui)

    def need(self, ui: Interface) -> int:
        return ui.painter.word_width(self.label, "strong") + self._right(ui)

    def measure(self, ui: Interface, width: int) -> int:
        words = ui.painter.text_height(self.label, "strong", width - self._right(ui))
        return max(ui.dp(LEAST), words + 2 * ui.dp(6))

    def paint(self, ui: Interface, surface: pygame.Surface) -> None:
        area = self.rect.copy()
        area.width -= self._right(ui)
        height = ui.painter.text_height(self.label, "strong", area.width)
        area.top += (self.rect.height - height) // 2
        ui.painter.draw_text(surface, self.label, "strong", "ink", area)
        pill = pygame.Rect(0, 0, ui.dp(46), ui.dp(26))
        pill.midright = self.rect.midright
        fill, frame = ("accent", "accent") if self.on else ("surface", "border")
        ui.painter.box(surface, pill, fill, 13, frame, 2)
        knob = pygame.Rect(0, 0, ui.dp(16), ui.dp(16))
        shift = ui.dp(10)
        knob.center = (pill.centerx + (shift if self.on else -shift), pill.centery)
        ui.painter.box(surface, knob, "on_accent" if self.on else "border", 8)
        word = self._word(ui)
        top = self.rect.centery - ui.painter.line_height("body") // 2
        left = pill.left - ui.dp(10) - ui.painter.text_width(word, "body")
        ui.painter.draw_line(surface, word, "body", "muted", (left, top))
