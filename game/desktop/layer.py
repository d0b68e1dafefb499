"""One scene on the stack with its widgets, and what has to survive when they are built again."""

from __future__ import annotations

from typing import Any

import pygame

from game.desktop.scene import Dialog, Scene
from game.desktop.widgets.base import Widget
from game.desktop.widgets.frames import Panel
from game.desktop.widgets.scroll import Scroll

EDGE = 24.0  # dp between a dialog and the window


class Layer:
    """Builds and places the tree of a scene; keeps focus, scrolling and chart points by name."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.root: Widget = Widget()
        self.page_scrolls = False
        self.focus: str | None = None
        self.focus_is_given = True  # nobody has moved it yet
        self.focus_was_lost = False  # what had it is gone, and something else got it
        self.offsets: dict[str, int] = {}
        self.points: dict[str, int] = {}
        self.by_name: dict[str, Widget] = {}
        self.order: list[Widget] = []
        self._scrolls: dict[str, tuple[Scroll, ...]] = {}
        self._twins: dict[str, int] = {}

    def build(self, ui: Any) -> None:
        """Makes the widgets afresh and gives them their places."""
        before = [widget.name for widget in self.order]
        self.scene.ui = ui
        content = self.scene.build(ui)
        self.root = self._placed(ui, content)
        self._index()
        self._carry_focus(before)

    # Placing

    def _placed(self, ui: Any, content: Widget) -> Widget:
        return self._dialog(ui, content) if self.scene.modal else self._page(ui, content)

    def _page(self, ui: Any, content: Widget) -> Widget:
        window = pygame.Rect((0, 0), ui.size)
        root = content
        self.page_scrolls = False
        if content.height(ui, window.width) > window.height:
            self.page_scrolls = True
            root = Scroll(content, "page")
        root.place(ui, window)
        return root

    def _dialog(self, ui: Any, content: Widget) -> Widget:
        pad, edge = 24.0, ui.dp(EDGE)
        wished = self.scene.width if isinstance(self.scene, Dialog) else 520.0
        most_width, most_height = ui.size[0] - 2 * edge, ui.size[1] - 2 * edge
        needed = content.least(ui) + 2 * ui.dp(pad)
        width = min(most_width, max(ui.dp(wished), needed))
        self.page_scrolls = False
        panel = Panel(content, "raised", pad)
        if panel.height(ui, width) > most_height:
            self.page_scrolls = True
            panel = Panel(Scroll(content, "page", ground="raised"), "raised", pad)
        height = min(most_height, panel.height(ui, width))
        place = pygame.Rect(0, 0, width, height)
        place.center = (ui.size[0] // 2, ui.size[1] // 2)
        panel.place(ui, place)
        panel.role, panel.label = "dialog", self.scene.title
        return panel

    # Names and order

    def _index(self) -> None:
        self.by_name, self._scrolls, self._twins = {}, {}, {}
        self._visit(self.root, ())
        self.order = [w for w in self.by_name.values() if w.focusable]

    def _visit(self, widget: Widget, scrolls: tuple[Scroll, ...]) -> None:
        widget.name = self._free_name(widget.name or f"{widget.role}:{widget.label}")
        self.by_name[widget.name] = widget
        self._scrolls[widget.name] = scrolls
        inside = (*scrolls, widget) if isinstance(widget, Scroll) else scrolls
        for child in widget.children:
            self._visit(child, inside)

    def _free_name(self, name: str) -> str:
        if name not in self.by_name:
            return name
        while True:
            self._twins[name] = self._twins.get(name, 1) + 1
            free = f"{name}#{self._twins[name]}"
            if free not in self.by_name:
                return free

    def scrolls_around(self, widget: Widget) -> tuple[Scroll, ...]:
        """The scroll areas a widget lies in, the outermost first."""
        return self._scrolls.get(widget.name, ())

    # Focus

    @property
    def focused(self) -> Widget | None:
        """The widget that has focus."""
        return self.by_name.get(self.focus) if self.focus is not None else None

    def _carry_focus(self, before: list[str]) -> None:
        names = [widget.name for widget in self.order]
        self.focus_was_lost = False
        if self.focus in names:
            return
        if self.focus is None or self.focus not in before:
            self.focus = self._first()
            return
        # What had focus is gone: the one that took its place is the least surprise.
        place = min(before.index(self.focus), len(names) - 1)
        self.focus = names[place] if names else None
        self.focus_was_lost = True

    def _first(self) -> str | None:
        wanted = self.scene.first_focus
        for widget in self.order:
            if wanted in (widget.name, widget.label):
                return widget.name
        return self.order[0].name if self.order else None

    # What lies where

    def visible(self, ui: Any, widget: Widget, place: tuple[int, int]) -> bool:
        """Whether a place on a widget shows, and is not scrolled out of sight."""
        around = self.scrolls_around(widget)
        return all(not s.most or s.window(ui).collidepoint(place) for s in around)

    def is_in_sight(self, widget: Widget) -> bool:
        """Whether at least half of a widget, or of what it lies in, shows."""
        for area in self.scrolls_around(widget):
            seen = area.rect.clip(widget.rect).height
            if area.most and 2 * seen < min(widget.rect.height, area.rect.height):
                return False
        return True

    def at(self, ui: Any, place: tuple[int, int]) -> Widget | None:
        """The innermost widget at a place that can be used."""
        found = None
        for widget in self.by_name.values():
            usable = widget.focusable or widget.intent is not None
            if usable and widget.rect.collidepoint(place) and self.visible(ui, widget, place):
                found = widget
        return found

    def scroll_at(self, place: tuple[int, int]) -> Scroll | None:
        """The innermost scroll area at a place that has anything to scroll."""
        found = None
        for widget in self.by_name.values():
            if isinstance(widget, Scroll) and widget.most and widget.rect.collidepoint(place):
                found = widget
        return found
