"""The bar of what we know: how large a part of the numbers is measured, estimated, assumed, chosen.

The four are told apart by pattern, sign and words, never by colour alone.
"""

from __future__ import annotations

from game.charts.display_list import Box, DisplayList, Item, Pattern, Rect
from game.content.parameter_files import STATUSES
from game.reports.curve import drawn
from game.reports.facts import Facts
from game.reports.markup import Html, tag
from game.reports.shares import Shares

SIGNS = dict(zip(STATUSES, ("●", "◐", "○", "◆"), strict=True))
LOOKS: dict[str, tuple[str, Pattern, str]] = {
    "measured": ("series1", "plain", "surface"),
    "estimated": ("series2", "stripes", "series1"),
    "assumed": ("surface", "dots", "ink"),
    "game choice": ("series3", "plain", "series4"),
}
WIDTH, HEIGHT, TALL = 640.0, 32.0, 28.0


def status_word(status: str, facts: Facts) -> str:
    """Measured, estimated, assumed or game choice, in the language of the book."""
    return facts.t(f"book.status.{status.replace(' ', '_')}")


def status_mark(status: str, facts: Facts) -> Html:
    """The sign and the word of a status."""
    sign = tag("span", SIGNS[status], aria_hidden="true")
    class_ = f"status {status.replace(' ', '-')}"
    return tag("span", sign, " ", status_word(status, facts), class_=class_)


def bar_of(shares: Shares, facts: Facts) -> Html:
    """The bar, and below it a key with the number of each part."""
    items: list[Item] = []
    boxes, points, key = [], [], []
    x = 1.0
    for status, count, percent in zip(STATUSES, shares.counts, shares.percents(), strict=True):
        width = (WIDTH - 2.0) * count / max(1, shares.total)
        fill, pattern, tone = LOOKS[status]
        items.append(
            Rect(x, 2.0, width, TALL, fill, 0.0, "ink", 1.0, pattern, tone, 8.0, 1.0, "bar")
        )
        boxes.append(Box(x, 2.0, width, TALL))
        points.append((status_word(status, facts), str(count)))
        mark = status_mark(status, facts)
        key.append(tag("li", mark, " ", tag("strong", percent_of(percent, facts)), f" ({count})"))
        x += width
    told = ", ".join(f"{word}: {count}" for word, count in points)
    title = facts.t("book.bar_title")
    chart = DisplayList(WIDTH, HEIGHT, tuple(items), title, told, tuple(points), tuple(boxes))
    return tag("figure", drawn(chart), tag("ul", key, class_="key"))


def percent_of(percent: int, facts: Facts) -> str:
    """A whole per cent as it is written in the language."""
    return f"{percent}%" if facts.t.language == "en" else f"{percent}\u00a0%"
