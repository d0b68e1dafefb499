"""Short words over everything else: tips beside a widget, and messages at the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pygame

AFTER_HOVER, AFTER_FOCUS = 0.5, 0.25  # seconds
WIDEST = 340.0  # dp


class Tips:
    """Shows the tip of what is hovered or has keyboard focus, after a moment."""

    def __init__(self, ui: Any) -> None:
        self.ui = ui
        self._owner: tuple[str, str] | None = None  # name and text
        self._anchor = pygame.Rect(0, 0, 0, 0)
        self._due = 0.0
        self._shown = pygame.Rect(0, 0, 0, 0)
        self._message = ""
        self._until = 0.0

    @property
    def text(self) -> str:
        """The tip that shows now, or nothing."""
        return self._owner[1] if self._owner and self.ui.now >= self._due else ""

    @property
    def message(self) -> str:
        """The message at the bottom, or nothing."""
        return self._message

    def look(self) -> None:
        """Finds whose tip it is time for. Called when hover, focus or widgets change."""
        ui = self.ui
        widget, wait = ui.hovered, AFTER_HOVER
        if (widget is None or not tip_of(ui, widget)[0]) and ui.ring:
            widget, wait = ui.focus, AFTER_FOCUS
        text, anchor = tip_of(ui, widget) if widget is not None else ("", self._anchor)
        owner = (widget.name, text) if widget is not None and text else None
        if owner == self._owner:
            return
        same = owner and self._owner and owner[0] == self._owner[0]
        self._hide()
        self._owner, self._anchor = owner, anchor
        self._due = ui.now if same else ui.now + wait

    def _hide(self) -> None:
        if self._shown.width:
            self.ui.damage(self._shown)
        self._shown = pygame.Rect(0, 0, 0, 0)

    def show_now(self) -> None:
        """Shows the tip at once, as when someone presses what cannot be used."""
        self.look()
        self._due = self.ui.now

    def say(self, text: str) -> None:
        """Shows a message for as long as it takes to read, at least four seconds."""
        self._message = text
        self._until = self.ui.now + max(4.0, len(text) / 12)
        self.ui.damage(None)

    def hush(self) -> None:
        """Takes the message away: it was about what is no longer there."""
        self._message = ""

    def advance(self) -> None:
        """Shows and hides what the clock says."""
        if self._owner and not self._shown.width and self.ui.now >= self._due:
            self._shown = self._box(self._owner[1], self._anchor)
            self.ui.damage(self._shown)
        if self._message and self.ui.now >= self._until:
            self._message = ""
            self.ui.damage(None)

    def wake_at(self) -> float | None:
        """When there is something to do next."""
        times = [self._due] if self._owner and not self._shown.width else []
        times += [self._until] if self._message else []
        return min(times, default=None)

    def _size(self, text: str) -> tuple[int, int]:
        painter, most = self.ui.painter, min(self.ui.dp(WIDEST), self.ui.size[0] - self.ui.dp(48))
        lines = painter.lines(text, "caption", most)
        width = max(painter.text_width(line, "caption") for line in lines)
        return width + 2 * self.ui.dp(12), len(lines) * painter.line_height("caption") + self.ui.dp(
            14
        )

    def _box(self, text: str, anchor: pygame.Rect) -> pygame.Rect:
        window = pygame.Rect((0, 0), self.ui.size)
        room = window.inflate(-self.ui.dp(8), -self.ui.dp(8))
        return best_place(self._size(text), anchor, room, self._others(anchor), self.ui.dp(10))

    def _others(self, anchor: pygame.Rect) -> list[pygame.Rect]:
        """What a tip should not lie over: other controls, and the other points of its chart."""
        layer, found = self.ui.top, list[pygame.Rect]()
        for widget in layer.order:
            if widget.role == "chart" and widget.rect.contains(anchor):
                found += [widget.point_rect(at) for at in range(len(widget.points))]
            elif layer.is_in_sight(widget):
                found.append(widget.rect)
        return [rect for rect in found if not rect.contains(anchor)]

    def paint(self, surface: pygame.Surface) -> None:
        """Draws tip and message over everything else."""
        if self._owner and self._shown.width:
            self._plate(surface, self._shown, self._owner[1])
        if self._message:
            self._plate(surface, self._message_box(), self._message)

    def _message_box(self) -> pygame.Rect:
        """In the middle, as low as it can lie without hiding what can be pressed."""
        ui = self.ui
        size, used = self._size(self._message), [widget.rect for widget in ui.top.order]
        lowest, step = ui.size[1] - ui.dp(24), max(1, ui.dp(12))
        places = [pygame.Rect((0, 0), size) for _ in range(lowest, ui.size[1] // 2, -step)]
        for nth, place in enumerate(places):
            place.midbottom = (ui.size[0] // 2, lowest - nth * step)
        return min(places, key=lambda place: _covered(place, used))

    def _plate(self, surface: pygame.Surface, box: pygame.Rect, text: str) -> None:
        painter = self.ui.painter
        shadow = 0 if self.ui.theme.outlined else 5
        painter.box(surface, box, "ink", 8, "border", 1, shadow)
        inner = box.inflate(-2 * self.ui.dp(12), -self.ui.dp(14))
        painter.draw_text(surface, text, "caption", "background", inner)


def _covered(place: pygame.Rect, used: list[pygame.Rect]) -> int:
    """How many pixels of what can be pressed a place hides."""
    parts = [place.clip(rect) for rect in used]
    return sum(part.width * part.height for part in parts)


def best_place(
    size: tuple[int, int],
    anchor: pygame.Rect,
    room: pygame.Rect,
    others: Sequence[pygame.Rect],
    gap: int,
) -> pygame.Rect:
    """Where a tip hides least: below what it tells of when that is free, else above or beside.

    It hides what it tells of only where there is no other room.
    """
    below, above = anchor.bottom + gap, anchor.top - gap
    wished = (
        ("midtop", (anchor.centerx, below)),
        ("midbottom", (anchor.centerx, above)),
        ("topleft", (anchor.left, below)),
        ("topright", (anchor.right, below)),
        ("bottomleft", (anchor.left, above)),
        ("bottomright", (anchor.right, above)),
        ("midleft", (anchor.right + gap, anchor.centery)),
        ("midright", (anchor.left - gap, anchor.centery)),
    )
    boxes = []
    for corner, place in wished:
        box = pygame.Rect((0, 0), size)
        setattr(box, corner, place)
        boxes.append(box.clamp(room))
    return min(boxes, key=lambda box: (_covered(box, [anchor]), _covered(box, others)))


def _covered(box: pygame.Rect, others: Sequence[pygame.Rect]) -> int:
    """How many square pixels of these lie under a box."""
    parts = [box.clip(other) for other in others]
    return sum(part.width * part.height for part in parts)


def tip_of(ui: Any, widget: Any) -> tuple[str, pygame.Rect]:
    """The tip of a widget and what it should stand beside; a chart speaks of its chosen point."""
    at = ui.point_of(widget.name)
    if widget.role == "chart" and at is not None and at < len(widget.points):
        return widget.point_tip(at), widget.point_rect(at)
    return widget.tip, widget.rect
