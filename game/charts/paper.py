"""The sheet a chart is drawn on: its size, its scale, and how wide texts are.

Every chart function makes one. Sizes are given in dp and come out in pixels.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.charts.display_list import Anchor, Item, TextItem, Weight
from game.text.translate import Translator

TextWidth = Callable[[str, int, str], float]

STYLES: dict[str, tuple[float, Weight]] = {
    "caption": (14, "Regular"),
    "note": (14, "Semibold"),
    "body": (16, "Regular"),
    "strong": (16, "Semibold"),
    "title": (19, "Semibold"),
    "number": (21, "Bold"),
    "big": (28, "Bold"),
}
LEADING = {"note": 1.14}  # the tight style for labels of two lines
USUAL_LEADING = 1.3
LEAST_LETTER = 11  # pixels; the same floor as the rest of the window
ELLIPSIS = "…"


@dataclass(frozen=True)
class Paper:
    """Width and height in pixels, pixels per dp in `scale`, and the player's words in `t`."""

    width: float
    height: float
    text_width: TextWidth
    t: Translator
    scale: float = 1.0

    def dp(self, value: float) -> float:
        """Pixels for a size in dp."""
        return value * self.scale

    def letter(self, style: str) -> int:
        """The size of the letters of a style, in pixels."""
        return max(LEAST_LETTER, round(STYLES[style][0] * self.scale))

    def line(self, style: str) -> float:
        """The distance between two lines of a style."""
        return self.letter(style) * LEADING.get(style, USUAL_LEADING)

    def measure(self, text: str, style: str) -> float:
        """How wide a line of text is."""
        return self.text_width(text, self.letter(style), STYLES[style][1])

    def widest(self, texts: tuple[str, ...], style: str) -> float:
        """The width of the widest of several texts; 0 for none."""
        return max((self.measure(text, style) for text in texts), default=0.0)

    def write(
        self, spot: tuple[float, float], text: str, style: str, tone: str = "ink",
        anchor: Anchor = "left",
    ) -> TextItem:  # fmt: skip
        """A line of text with the middle of the line at the height of `spot`."""
        return TextItem(spot[0], spot[1], text, self.letter(style), STYLES[style][1], tone, anchor)

    def shorten(self, text: str, style: str, width: float) -> str:
        """The text, cut with an ellipsis when it is wider than it may be."""
        if self.measure(text, style) <= width:
            return text
        for length in range(len(text) - 1, 0, -1):
            cut = text[:length].rstrip() + ELLIPSIS
            if self.measure(cut, style) <= width:
                return cut
        return ""

    def wrap(self, text: str, style: str, width: float, most: int = 2) -> tuple[str, ...]:
        """The text in at most so many lines; what is left over is cut with an ellipsis."""
        lines: list[str] = []
        words = text.split(" ")
        while words and len(lines) < most - 1:
            taken = self._words_that_fit(words, style, width)
            lines.append(self.shorten(" ".join(words[:taken]), style, width))
            words = words[taken:]
        if words:
            lines.append(self.shorten(" ".join(words), style, width))
        return tuple(line for line in lines if line)

    def _words_that_fit(self, words: list[str], style: str, width: float) -> int:
        for count in range(len(words), 1, -1):
            if self.measure(" ".join(words[:count]), style) <= width:
                return count
        return 1

    def paragraph(
        self, spot: tuple[float, float], lines: tuple[str, ...], style: str, tone: str = "ink",
    ) -> tuple[Item, ...]:  # fmt: skip
        """Lines under each other; `spot` is the top left corner."""
        step = self.line(style)
        return tuple(
            self.write((spot[0], spot[1] + (i + 0.5) * step), line, style, tone)
            for i, line in enumerate(lines)
        )


@dataclass(frozen=True)
class Heading:
    """The title and the sentence above a chart, and where the chart itself begins."""

    items: tuple[Item, ...]
    bottom: float


def heading(paper: Paper, title: str, sentence: str, shown: bool) -> Heading:
    """Title and sentence at the top; nothing when the screen already shows them."""
    if not shown:
        return Heading((), 0.0)
    title_lines = paper.wrap(title, "title", paper.width, 2)
    items = paper.paragraph((0, 0), title_lines, "title")
    bottom = len(title_lines) * paper.line("title")
    # A low chart needs its height for the picture; the sentence is still its description.
    if sentence and paper.height >= paper.dp(220):
        lines = paper.wrap(sentence, "body", paper.width, 2)
        items += paper.paragraph((0, bottom), lines, "body", "muted")
        bottom += len(lines) * paper.line("body")
    return Heading(items, bottom + paper.dp(10))
