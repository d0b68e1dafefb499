"""The key under the pictures of the young: a figure and its word, over as many lines as needed."""

from __future__ import annotations

from dataclasses import dataclass

from game.charts.display_list import Item
from game.charts.paper import Paper
from game.charts.people import Figure, person

SIGN, APART = 20, 18  # dp


@dataclass(frozen=True)
class Entry:
    """A word, and the figures it is about."""

    label: str
    look: Figure | None = None

    def width(self, paper: Paper) -> float:
        """Figure and word side by side."""
        return paper.measure(self.label, "caption") + (paper.dp(SIGN) if self.look else 0.0)


Rows = tuple[tuple[Entry, ...], ...]


def key_rows(paper: Paper, entries: tuple[Entry, ...]) -> Rows:
    """The entries in lines no wider than the paper."""
    rows: list[list[Entry]] = []
    used = 0.0
    for entry in entries:
        if rows and used + paper.dp(APART) + entry.width(paper) <= paper.width:
            rows[-1].append(entry)
            used += paper.dp(APART) + entry.width(paper)
        else:
            rows.append([entry])
            used = entry.width(paper)
    return tuple(tuple(row) for row in rows)


def key_height(paper: Paper, rows: Rows) -> float:
    """How high the key is."""
    return len(rows) * _line(paper)


def _line(paper: Paper) -> float:
    return paper.line("caption") + paper.dp(2)


def draw_key(paper: Paper, rows: Rows, top: float) -> list[Item]:
    """The key from its upper left corner at the left edge."""
    items: list[Item] = []
    for number, row in enumerate(rows):
        left, middle = 0.0, top + (number + 0.5) * _line(paper)
        for entry in row:
            words = left
            if entry.look is not None:
                tall = paper.line("caption") * 0.95
                items += person(left + paper.dp(7), middle + tall / 2, tall, entry.look)
                words += paper.dp(SIGN)
            room = paper.width - words
            text = paper.shorten(entry.label, "caption", room)
            items.append(paper.write((words, middle), text, "caption", "muted"))
            left += entry.width(paper) + paper.dp(APART)
    return items
