"""Rows, columns and the other invisible boxes that give widgets their places."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desktop import layout
from game.desktop.interface import Interface
from game.desktop.widgets.base import Widget


class Box(Widget):
    """A box with children, a gap between them and padding around, both in dp."""

    stretches = True

    def __init__(
        self, *children: Widget | None, gap: float = 12, pad: float = 0, name: str | None = None
    ) -> None:
        super().__init__(name=name)
        self.children = tuple(child for child in children if child is not None)
        self.gap = gap
        self.pad = pad
        self.grows = max((child.grows for child in self.children), default=0.0)

    def inner(self, ui: Interface) -> pygame.Rect:
        """The rectangle without the padding."""
        pad = ui.dp(self.pad)
        return self.rect.inflate(-2 * pad, -2 * pad)


class Column(Box):
    """Children below each other. Height left over goes to those that grow."""

    def __init__(
        self,
        *children: Widget | None,
        gap: float = 12,
        pad: float = 0,
        align: str = "stretch",
        name: str | None = None,
    ) -> None:
        super().__init__(*children, gap=gap, pad=pad, name=name)
        self.align = align

    def wish(self, ui: Interface) -> int:
        return super().wish(ui) + 2 * ui.dp(self.pad)

    def need(self, ui: Interface) -> int:
        return super().need(ui) + 2 * ui.dp(self.pad)

    def _width(self, ui: Interface, child: Widget, width: int) -> int:
        return width if self.align == "stretch" else min(width, child.natural(ui))

    def measure(self, ui: Interface, width: int) -> int:
        inside = width - 2 * ui.dp(self.pad)
        heights = [child.height(ui, self._width(ui, child, inside)) for child in self.children]
        gaps = ui.dp(self.gap) * max(0, len(heights) - 1)
        return sum(heights) + gaps + 2 * ui.dp(self.pad)

    def place_children(self, ui: Interface) -> None:
        inner = self.inner(ui)
        widths = [self._width(ui, child, inner.width) for child in self.children]
        pairs = zip(self.children, widths, strict=True)
        heights = [child.height(ui, width) for child, width in pairs]
        spare = inner.height - sum(heights) - ui.dp(self.gap) * (len(heights) - 1)
        extra = layout.split_by_weight(spare, [child.grows for child in self.children])
        top = inner.top
        for i, child in enumerate(self.children):
            height = heights[i] + extra[i]
            left = inner.left + self._shift(inner.width - widths[i])
            child.place(ui, pygame.Rect(left, top, widths[i], height))
            top += height + ui.dp(self.gap)

    def _shift(self, spare: int) -> int:
        return {"center": spare // 2, "right": spare}.get(self.align, 0)


class Row(Box):
    """Children side by side; below each other when they cannot stand side by side.

    `weights`: 0 for the natural width, otherwise a share of the rest. Without weights the rest goes
    to flexible spacers, or stays empty. Without room a row with weights becomes a column, and one
    without becomes lines like words.
    """

    def __init__(
        self,
        *children: Widget | None,
        gap: float = 12,
        weights: Sequence[float] | None = None,
        pad: float = 0,
        align: str | None = None,
        name: str | None = None,
    ) -> None:
        super().__init__(*children, gap=gap, pad=pad, name=name)
        self.align = align
        self.weighted = weights is not None
        self.weights = self._kept_weights(children, weights)
        heights = [child.grows for child in self.children if not isinstance(child, Spacer)]
        self.grows = max(heights, default=0.0)

    def _kept_weights(
        self, children: Sequence[Widget | None], weights: Sequence[float] | None
    ) -> list[float]:
        if weights is None:
            return [float(isinstance(c, Spacer) and c.flexible) for c in self.children]
        pairs = zip(children, weights, strict=True)
        return [weight for child, weight in pairs if child is not None]

    def _edges(self, ui: Interface) -> int:
        return 2 * ui.dp(self.pad) + ui.dp(self.gap) * max(0, len(self.children) - 1)

    def wish(self, ui: Interface) -> int:
        return sum(child.natural(ui) for child in self.children) + self._edges(ui)

    def need(self, ui: Interface) -> int:
        return super().need(ui) + 2 * ui.dp(self.pad)

    def _widths(self, ui: Interface, width: int) -> list[int] | None:
        space = width - self._edges(ui)
        natural = [child.natural(ui) for child in self.children]
        least = [child.least(ui) for child in self.children]
        return layout.share_width(space, natural, least, self.weights)

    def _stacked(self) -> Box:
        """What the row becomes without room: lines of words and buttons, or a column of columns."""
        kept = [c for c in self.children if not (isinstance(c, Spacer) and c.flexible)]
        kind = Column if self.weighted else Flow
        return kind(*kept, gap=self.gap, pad=self.pad)

    def measure(self, ui: Interface, width: int) -> int:
        widths = self._widths(ui, width)
        if widths is None:
            return self._stacked().height(ui, width)
        pairs = zip(self.children, widths, strict=True)
        heights = [child.height(ui, size) for child, size in pairs]
        return max(heights, default=0) + 2 * ui.dp(self.pad)

    def place_children(self, ui: Interface) -> None:
        widths = self._widths(ui, self.rect.width)
        if widths is None:
            self._stacked().place(ui, self.rect)
            return
        inner = self.inner(ui)
        left = inner.left
        for child, width in zip(self.children, widths, strict=True):
            child.place(
                ui, self._slot(ui, child, pygame.Rect(left, inner.top, width, inner.height))
            )
            left += width + ui.dp(self.gap)

    def _slot(self, ui: Interface, child: Widget, slot: pygame.Rect) -> pygame.Rect:
        align = self.align or ("stretch" if child.stretches else "center")
        if align == "stretch":
            return slot
        height = min(slot.height, child.height(ui, slot.width))
        top = slot.top if align == "start" else slot.top + (slot.height - height) // 2
        if align == "end":
            top = slot.bottom - height
        return pygame.Rect(slot.left, top, slot.width, height)


class Flow(Box):
    """Children one after another like words, on as many lines as they need."""

    stretches = False

    def __init__(
        self,
        *children: Widget | None,
        gap: float = 8,
        pad: float = 0,
        align: str = "left",
        name: str | None = None,
    ) -> None:
        super().__init__(*children, gap=gap, pad=pad, name=name)
        self.align = align
        self.grows = 0.0

    def wish(self, ui: Interface) -> int:
        gaps = ui.dp(self.gap) * max(0, len(self.children) - 1)
        return sum(child.natural(ui) for child in self.children) + gaps + 2 * ui.dp(self.pad)

    def need(self, ui: Interface) -> int:
        return super().need(ui) + 2 * ui.dp(self.pad)

    def _rows(self, ui: Interface, width: int) -> tuple[list[int], list[list[int]], list[int]]:
        widths = [min(width, child.natural(ui)) for child in self.children]
        rows = layout.flow_rows(widths, width, ui.dp(self.gap))
        heights = [max(self.children[i].height(ui, widths[i]) for i in row) for row in rows]
        return widths, rows, heights

    def measure(self, ui: Interface, width: int) -> int:
        _, rows, heights = self._rows(ui, width - 2 * ui.dp(self.pad))
        return sum(heights) + ui.dp(self.gap) * max(0, len(rows) - 1) + 2 * ui.dp(self.pad)

    def place_children(self, ui: Interface) -> None:
        inner, gap = self.inner(ui), ui.dp(self.gap)
        widths, rows, heights = self._rows(ui, inner.width)
        top = inner.top
        for row, height in zip(rows, heights, strict=True):
            spare = inner.width - sum(widths[i] for i in row) - gap * (len(row) - 1)
            left = inner.left + {"center": spare // 2, "right": spare}.get(self.align, 0)
            for i in row:
                own = self.children[i].height(ui, widths[i])
                drop = (height - own) // 2
                self.children[i].place(ui, pygame.Rect(left, top + drop, widths[i], own))
                left += widths[i] + gap
            top += height + gap


class Grid(Box):
    """Children in columns of equal width, as many as there is room for; rows of equal height."""

    def __init__(
        self,
        *children: Widget | None,
        least_width: float = 280,
        gap: float = 12,
        pad: float = 0,
        most_columns: int = 6,
        name: str | None = None,
    ) -> None:
        super().__init__(*children, gap=gap, pad=pad, name=name)
        self.least_width = least_width
        self.most_columns = most_columns
        self.grows = 0.0

    def wish(self, ui: Interface) -> int:
        widest = max((child.natural(ui) for child in self.children), default=0)
        count = min(self.most_columns, max(1, len(self.children)))
        return widest * count + ui.dp(self.gap) * (count - 1) + 2 * ui.dp(self.pad)

    def need(self, ui: Interface) -> int:
        return super().need(ui) + 2 * ui.dp(self.pad)

    def _columns(self, ui: Interface, width: int) -> int:
        count = len(self.children)
        least = max(ui.dp(self.least_width), max(child.least(ui) for child in self.children))
        fitting = layout.grid_columns(width, least, ui.dp(self.gap), min(count, self.most_columns))
        return layout.balanced_columns(count, fitting)

    def _cells(self, ui: Interface, width: int) -> tuple[list[int], list[int]]:
        columns = self._columns(ui, width)
        widths = layout.split_evenly(width, columns, ui.dp(self.gap))
        heights = [
            max(
                child.height(ui, widths[i])
                for i, child in enumerate(self.children[start : start + columns])
            )
            for start in range(0, len(self.children), columns)
        ]
        return widths, heights

    def measure(self, ui: Interface, width: int) -> int:
        if not self.children:
            return 0
        _, heights = self._cells(ui, width - 2 * ui.dp(self.pad))
        return sum(heights) + ui.dp(self.gap) * (len(heights) - 1) + 2 * ui.dp(self.pad)

    def place_children(self, ui: Interface) -> None:
        if not self.children:
            return
        inner, gap = self.inner(ui), ui.dp(self.gap)
        widths, heights = self._cells(ui, inner.width)
        for i, child in enumerate(self.children):
            line, column = divmod(i, len(widths))
            left = inner.left + sum(widths[:column]) + gap * column
            top = inner.top + sum(heights[:line]) + gap * line
            child.place(ui, pygame.Rect(left, top, widths[column], heights[line]))


class Spacer(Widget):
    """Empty room. Without a height it takes what is left over, in a row or a column."""

    role = "space"

    def __init__(self, height: float | None = None) -> None:
        super().__init__()
        self.size = height or 0
        self.flexible = height is None
        self.grows = 1.0 if self.flexible else 0.0

    def measure(self, ui: Interface, width: int) -> int:
        return ui.dp(self.size)
