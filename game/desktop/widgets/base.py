"""What all widgets share: a place, a label, children, and the order to measure, place and draw.

Widths come from above, heights from below: `height(ui, width)` first, then `place(ui, rect)`.
Trees are thrown away and built again, so a widget holds no state; the interface keeps focus, hover
and scrolling by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pygame

from game.desktop.interface import Interface


class Widget:
    """A part of the screen. `role`, `label` and `value` are what tests and screen readers see."""

    role = "group"
    focusable = False
    enabled = True
    stretches = False  # fills the height of its row
    grows = 0.0  # share of the height left over in a column
    radius = 10.0  # dp, for the focus ring
    value = ""
    tip = ""
    key: str | None = None
    intent: Any = None
    children: tuple[Widget, ...] = ()

    def __init__(self, *, label: str = "", name: str | None = None) -> None:
        self.label = label
        self.name = name or ""
        self.rect = pygame.Rect(0, 0, 0, 0)
        self._natural: int | None = None
        self._least: int | None = None
        self._heights: dict[tuple[int, bool], int] = {}

    # Measuring

    def natural(self, ui: Interface) -> int:
        """The width it would like, in pixels; asked many times, worked out once."""
        if self._natural is None:
            self._natural = self.wish(ui)
        return self._natural

    def least(self, ui: Interface) -> int:
        """The smallest width at which nothing is cut; asked many times, worked out once."""
        if self._least is None:
            self._least = self.need(ui)
        return self._least

    def wish(self, ui: Interface) -> int:
        """Works out the width it would like; each kind of widget has its own way."""
        return max((child.natural(ui) for child in self.children), default=0)

    def need(self, ui: Interface) -> int:
        """Works out the smallest width."""
        return max((child.least(ui) for child in self.children), default=0)

    def height(self, ui: Interface, width: int) -> int:
        """The height it needs at this width; asked many times, worked out once."""
        key = (width, ui.page_scrolls)
        if key not in self._heights:
            self._heights[key] = self.measure(ui, width)
        return self._heights[key]

    def measure(self, ui: Interface, width: int) -> int:
        """Works out the height; each kind of widget has its own way."""
        return max((child.height(ui, width) for child in self.children), default=0)

    # Placing

    def place(self, ui: Interface, rect: pygame.Rect) -> None:
        """Takes its place and gives the children theirs."""
        self.rect = rect
        self.place_children(ui)

    def place_children(self, ui: Interface) -> None:
        """Gives every child the whole rectangle."""
        for child in self.children:
            child.place(ui, self.rect.copy())

    def shift(self, by: int) -> None:
        """Moves it and all below it down by some pixels."""
        for widget in self.walk():
            widget.rect.y += by

    # Drawing

    def draw(self, ui: Interface, surface: pygame.Surface) -> None:
        """Draws itself and the children that show in the part being drawn."""
        self.paint(ui, surface)
        if not self.children:
            return
        clip = surface.get_clip()
        reach = 2 * ui.dp(16)
        near = clip.inflate(reach, reach)
        whole = near.contains(self.rect)
        for child in self.children:
            if whole or near.colliderect(child.rect):
                child.draw(ui, surface)

    def paint(self, ui: Interface, surface: pygame.Surface) -> None:
        """Draws itself without the children."""

    # Being used

    def activate(self, ui: Interface) -> None:
        """Enter, space or a click."""
        if self.intent is not None and self.enabled:
            ui.sound("click")
            ui.emit(self.intent)

    def on_key(self, ui: Interface, key: int) -> bool:
        """A key pressed while it has focus; True when it was of use."""
        return False

    def on_drag(self, ui: Interface, place: tuple[int, int]) -> bool:
        """The pointer held down on it and moved; True when it follows the pointer."""
        return False

    # Looking in

    def walk(self) -> Iterator[Widget]:
        """Itself and everything below, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def state(self) -> list[str]:
        """Words for the text dump, such as «selected»."""
        return [] if self.enabled else ["disabled"]
