"""A key to the looks of a chart: swatch and words, flowing over as many lines as needed."""

from __future__ import annotations

from dataclasses import dataclass

from game.charts.display_list import Item
from game.charts.marks import Look, box
from game.charts.paper import Paper

SWATCH = 16  # dp
APART = 22  # dp between two entries


@dataclass(frozen=True)
class Entry:
    """What one look stands for, and how much of it there is."""

    look: Look
    label: str
    value: str

    def width(self, paper: Paper) -> float:
        """Swatch, label and value side by side."""
        words = paper.measure(f"{self.label} ", "body") + paper.measure(self.value, "strong")
        return paper.dp(SWATCH + 8) + words


Rows = tuple[tuple[Entry, ...], ...]


def flow(paper: Paper, entries: tuple[Entry, ...]) -> Rows:
    """The entries in lines no wider than the paper."""
    rows: list[tuple[Entry, ...]] = []
    used = 0.0
    for entry in entries:
        needed = entry.width(paper) + paper.dp(APART)
        if rows and used + needed - paper.dp(APART) <= paper.width:
            rows[-1] = (*rows[-1], entry)
            used += needed
        else:
            rows.append((entry,))
            used = needed
    return tuple(rows)


def height(paper: Paper, rows: Rows) -> float:
    """How high the key is."""
    return len(rows) * paper.line("body")


def draw(paper: Paper, rows: Rows, top: float) -> list[Item]:
    """The key with its upper left corner at the left edge."""
    items: list[Item] = []
    for index, row in enumerate(rows):
        left, y = 0.0, top + (index + 0.5) * paper.line("body")
        for entry in row:
            items.extend(_entry(paper, entry, left, y))
            left += entry.width(paper) + paper.dp(APART)
    return items


def _entry(paper: Paper, entry: Entry, left: float, y: float) -> list[Item]:
    side = paper.dp(SWATCH)
    words = left + side + paper.dp(8)
    room = paper.width - words - paper.measure(entry.value, "strong")
    label = paper.shorten(f"{entry.label} ", "body", room)
    return [
        box((left, y - side / 2), (side, side), entry.look, paper.scale, "swatch"),
        paper.write((words, y), label, "body"),
        paper.write((words + paper.measure(label, "body"), y), entry.value, "strong"),
    ]
