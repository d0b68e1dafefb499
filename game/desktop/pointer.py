"""The mouse, or a finger on the screen: hovering, pressing, dragging and the wheel."""

from __future__ import annotations

from typing import Any

import pygame

from game.desktop.widgets.base import Widget
from game.desktop.widgets.chart import Chart
from game.desktop.widgets.scroll import Scroll

WHEEL = 56.0  # dp a notch
SLACK = 8.0  # dp a finger may slip before a press becomes a drag


class Pointer:
    """Keeps by name what is hovered, pressed and dragged: widgets are built again and again."""

    def __init__(self, ui: Any) -> None:
        self.ui = ui
        self.place: tuple[int, int] | None = None
        self.hovered: str | None = None
        self.pressed: str | None = None
        self._captured: str | None = None
        self._thumb: tuple[str, int] | None = None  # scroll area and where its thumb was caught
        self._pull: tuple[str, tuple[int, int], int] | None = None  # area, start, first offset
        self._pulling = False

    def event(self, event: pygame.event.Event) -> bool:
        """Takes a mouse event; True when it was one."""
        if event.type == pygame.MOUSEMOTION:
            self.move(event.pos)
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self.down(event.pos)
        elif event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            self.up(event.pos)
        elif event.type == pygame.MOUSEWHEEL:
            self.wheel(event)
        else:
            return False
        return True

    def leave(self) -> None:
        """The pointer left the window, or the window lost focus."""
        self._set("hovered", None)
        self._set("pressed", None)
        self.place = self._captured = self._thumb = self._pull = None

    def refresh(self) -> None:
        """Looks again at what is under the pointer, after the widgets moved."""
        if self.place is None:
            return
        found = self.ui.top.at(self.ui, self.place)
        self._set("hovered", found.name if found else None)
        if isinstance(found, Chart):
            self.ui.choose_point(found, found.point_at(self.place))

    def _set(self, which: str, name: str | None) -> None:
        before = getattr(self, which)
        if before != name:
            setattr(self, which, name)
            self.ui.damage_names(before, name)

    # Buttons

    def down(self, place: tuple[int, int]) -> None:
        """A button, or a finger, went down."""
        self.place = place
        self.ui.show_ring(False)
        if self._catch_thumb(place):
            return
        found = self.ui.top.at(self.ui, place)
        area = self.ui.top.scroll_at(place)
        self._pull = (area.name, place, area.offset) if area else None
        self._pulling = False
        if found is None:
            return
        self._set("pressed", found.name)
        self.ui.focus_by_pointer(found)
        if found.enabled and found.on_drag(self.ui, place):
            self._captured, self._pull = found.name, None

    def up(self, place: tuple[int, int]) -> None:
        """The button came up: a press counts when it ends where it began."""
        pressed, free = self.pressed, not (self._captured or self._thumb or self._pulling)
        self._set("pressed", None)
        self._captured = self._thumb = self._pull = None
        self._pulling = False
        found = self.ui.top.at(self.ui, place)
        if free and pressed and found and found.name == pressed:
            self.ui.press(found)
        self.move(place)

    def move(self, place: tuple[int, int]) -> None:
        """The pointer moved, perhaps with something held."""
        self.place = place
        if self._captured:
            held: Widget | None = self.ui.top.by_name.get(self._captured)
            if held:
                held.on_drag(self.ui, place)
        elif self._thumb:
            self._drag_thumb(place)
        elif self._pull:
            self._drag_content(place)
        self.refresh()

    # Scrolling

    def wheel(self, event: pygame.event.Event) -> None:
        """Scrolls what lies under the pointer, or the page around it when that is at its end."""
        place = self.place or pygame.mouse.get_pos()
        area = self.ui.top.scroll_at(place)
        notches = getattr(event, "precise_y", 0) or event.y
        while area is not None:
            if area.scroll_to(self.ui, area.offset - notches * self.ui.dp(WHEEL)):
                self.refresh()
                return
            outer = self.ui.top.scrolls_around(area)
            area = outer[-1] if outer else None

    def _catch_thumb(self, place: tuple[int, int]) -> bool:
        area = self.ui.top.scroll_at(place)
        if area is None or not area.gutter(self.ui).collidepoint(place):
            return False
        thumb = area.thumb(self.ui)
        if not thumb.top <= place[1] <= thumb.bottom:
            thumb.centery = place[1]
            self._thumb = (area.name, thumb.height // 2)
            self._drag_thumb(place)
            return True
        self._thumb = (area.name, place[1] - thumb.top)
        return True

    def _area(self, name: str) -> Scroll | None:
        area = self.ui.top.by_name.get(name)
        return area if isinstance(area, Scroll) else None

    def _drag_thumb(self, place: tuple[int, int]) -> None:
        if self._thumb is None:
            return
        name, caught = self._thumb
        area = self._area(name)
        if area is not None:
            room = max(1, area.rect.height - area.thumb(self.ui).height)
            area.scroll_to(self.ui, (place[1] - caught - area.rect.top) / room * area.most)

    def _drag_content(self, place: tuple[int, int]) -> None:
        if self._pull is None:
            return
        name, start, offset = self._pull
        area = self._area(name)
        if area is None:
            return
        if not self._pulling and abs(place[1] - start[1]) > self.ui.dp(SLACK):
            self._pulling = True
            self._set("pressed", None)
        if self._pulling:
            area.scroll_to(self.ui, offset + start[1] - place[1])
