"""Boxes with one or two children: panels, limits on size, layers, and a page with a side."""

from __future__ import annotations

import pygame

from game.desktop.interface import Interface
from game.desktop.widgets.base import Widget
from game.desktop.widgets.boxes import Column


class Panel(Widget):
    """A plate with rounded corners and a soft shadow under its child."""

    stretches = True
    radius = 14.0

    def __init__(
        self,
        child: Widget,
        tone: str = "surface",
        pad: float = 16,
        shadow: bool = True,
        name: str | None = None,
    ) -> None:
        super().__init__(name=name)
        self.children = (child,)
        self.tone = tone
        self.pad = pad
        self.shadow = shadow
        self.grows = child.grows

    def wish(self, ui: Interface) -> int:
        return super().wish(ui) + 2 * ui.dp(self.pad)

    def need(self, ui: Interface) -> int:
        return super().need(ui) + 2 * ui.dp(self.pad)

    def measure(self, ui: Interface, width: int) -> int:
        pad = 2 * ui.dp(self.pad)
        return self.children[0].height(ui, width - pad) + pad

    def place_children(self, ui: Interface) -> None:
        pad = 2 * ui.dp(self.pad)
        self.children[0].place(ui, self.rect.inflate(-pad, -pad))

    def paint(self, ui: Interface, surface: pygame.Surface) -> None:
        frame = "border" if ui.theme.outlined else None
        shadow = 5 if self.shadow and not ui.theme.outlined else 0
        ui.painter.box(surface, self.rect, self.tone, self.radius, frame, 2, shadow)


class Sized(Widget):
    """Keeps its child within a width or height in dp, and puts it left, center or right."""

    def __init__(
        self,
        child: Widget,
        width: float | None = None,
        most_width: float | None = None,
        least_height: float = 0,
        align: str = "left",
        name: str | None = None,
    ) -> None:
        super().__init__(name=name)
        self.children = (child,)
        self.width = width
        self.most_width = most_width
        self.least_height = least_height
        self.align = align
        self.grows = child.grows
        self.stretches = child.stretches

    def wish(self, ui: Interface) -> int:
        if self.width is not None:
            return ui.dp(self.width)
        wished = self.children[0].natural(ui)
        return wished if self.most_width is None else min(wished, ui.dp(self.most_width))

    def _inside(self, ui: Interface, width: int) -> int:
        limit = self.width if self.width is not None else self.most_width
        if limit is None:
            return width
        # A text larger than the limit must still have room for its longest word.
        return min(width, max(ui.dp(limit), self.children[0].least(ui)))

    def measure(self, ui: Interface, width: int) -> int:
        needed = self.children[0].height(ui, self._inside(ui, width))
        return max(needed, ui.dp(self.least_height))

    def place_children(self, ui: Interface) -> None:
        width = self._inside(ui, self.rect.width)
        spare = self.rect.width - width
        left = self.rect.left + {"center": spare // 2, "right": spare}.get(self.align, 0)
        self.children[0].place(ui, pygame.Rect(left, self.rect.top, width, self.rect.height))


class Fitting(Widget):
    """The first of some variants that fits the place it is given: large where there is room.

    The last one is the smallest, and decides how much room is asked for.
    """

    stretches = True

    def __init__(self, *variants: Widget, name: str | None = None) -> None:
        super().__init__(name=name)
        self.variants = variants
        self.children = variants[-1:]
        self.grows = 1.0

    def place_children(self, ui: Interface) -> None:
        chosen = next((one for one in self.variants if self._fits(ui, one)), self.variants[-1])
        self.children = (chosen,)
        chosen.place(ui, self.rect.copy())

    def _fits(self, ui: Interface, variant: Widget) -> bool:
        width, height = self.rect.size
        return variant.least(ui) <= width and variant.height(ui, width) <= height


class Stack(Widget):
    """Children on top of each other, the last one in front."""

    role = "stack"
    stretches = True

    def __init__(self, *children: Widget, name: str | None = None) -> None:
        super().__init__(name=name)
        self.children = children
        self.grows = max((child.grows for child in children), default=0.0)


class Split(Widget):
    """A main part with a side part to the right; the side goes below when the page is narrow."""

    stretches = True

    def __init__(
        self,
        main: Widget,
        side: Widget,
        side_width: float = 360,
        breakpoint: float = 900,
        gap: float = 16,
        name: str | None = None,
    ) -> None:
        super().__init__(name=name)
        self.children = (main, side)
        self.side_width = side_width
        self.breakpoint = breakpoint
        self.gap = gap
        self.grows = max(main.grows, side.grows)

    def wish(self, ui: Interface) -> int:
        main, side = self.children
        return main.natural(ui) + ui.dp(self.gap) + max(side.natural(ui), ui.dp(self.side_width))

    def _side(self, ui: Interface, width: int) -> int | None:
        """The width of the side part, or None when it goes below."""
        main, side = self.children
        wished = max(ui.dp(self.side_width), side.least(ui))
        rest = width - wished - ui.dp(self.gap)
        narrow = width < ui.dp(self.breakpoint) or rest < main.least(ui)
        return None if narrow else wished

    def measure(self, ui: Interface, width: int) -> int:
        side = self._side(ui, width)
        main_part, side_part = self.children
        if side is None:
            return Column(*self.children, gap=self.gap).height(ui, width)
        rest = width - side - ui.dp(self.gap)
        return max(main_part.height(ui, rest), side_part.height(ui, side))

    def place_children(self, ui: Interface) -> None:
        side = self._side(ui, self.rect.width)
        if side is None:
            Column(*self.children, gap=self.gap).place(ui, self.rect)
            return
        left, right = self.rect.copy(), self.rect.copy()
        left.width = self.rect.width - side - ui.dp(self.gap)
        right.left, right.width = self.rect.right - side, side
        for child, slot in zip(self.children, (left, right), strict=True):
            if not child.stretches:
                slot.height = min(slot.height, child.height(ui, slot.width))
            child.place(ui, slot)
