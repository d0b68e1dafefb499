"""Fonts, text widths and line breaking. Knows no themes and no widgets; the painter calls it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import pygame

SOFT_HYPHEN = "\u00ad"
# Letters stand on whole pixels, which spaces small text unevenly. Below this size text is drawn
# twice as large and scaled down, so that letters can stand on half pixels.
FINE_BELOW = 24


class Lettering:
    """The game's fonts by weight and size in pixels; pygame's own when they are missing."""

    def __init__(self) -> None:
        pygame.font.init()
        self._folder = _font_folder()
        self._fonts: dict[tuple[str, int], pygame.font.Font] = {}
        self.width = lru_cache(maxsize=20_000)(self._width)
        self.widest_word = lru_cache(maxsize=10_000)(self._widest_word)
        self.lines = lru_cache(maxsize=10_000)(self._lines)

    @property
    def complete(self) -> bool:
        """Whether the game's own typeface was found."""
        return self._folder is not None

    def font(self, weight: str, size: int) -> pygame.font.Font:
        """The font of this weight (Regular, Semibold, Bold, Light) and size in pixels."""
        key = (weight, size)
        if key not in self._fonts:
            self._fonts[key] = self._open(weight, size)
        return self._fonts[key]

    def _open(self, weight: str, size: int) -> pygame.font.Font:
        if self._folder is None:
            font = pygame.font.Font(None, round(size * 1.25))
            font.set_bold(weight in ("Semibold", "Bold"))
            return font
        return pygame.font.Font(str(self._folder / f"SourceSansPro-{weight}.ttf"), size)

    def draw(
        self, text: str, weight: str, size: int, colour: tuple[int, int, int, int]
    ) -> pygame.Surface:
        """A line of text as a picture with straight alpha, ready to blit."""
        shown = text.replace(SOFT_HYPHEN, "")
        if size >= FINE_BELOW:
            return self.font(weight, size).render(shown, True, colour).convert_alpha()
        large = self.font(weight, 2 * size).render(shown, True, colour)
        even = pygame.Surface(
            (_even(large.get_width()), _even(large.get_height())), pygame.SRCALPHA
        )
        even.fill((*colour[:3], 0))
        even.blit(large, (0, 0))
        half = (even.get_width() // 2, even.get_height() // 2)
        return pygame.transform.smoothscale(even, half).convert_alpha()

    def _width(self, text: str, weight: str, size: int) -> int:
        shown = text.replace(SOFT_HYPHEN, "")
        if size >= FINE_BELOW:
            return self.font(weight, size).size(shown)[0]
        return (self.font(weight, 2 * size).size(shown)[0] + 1) // 2

    def _widest_word(self, text: str, weight: str, size: int) -> int:
        return longest_word(text, lambda word: self.width(word, weight, size))

    def _lines(self, text: str, weight: str, size: int, width: int) -> tuple[str, ...]:
        def measure(piece: str) -> int:
            return self.width(piece, weight, size)

        broken: list[str] = []
        for paragraph in text.split("\n"):
            broken.extend(break_lines(paragraph, width, measure))
        return tuple(broken)


def break_lines(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Breaks a paragraph at spaces, then at soft hyphens, and inside a word only as a last way out.

    >>> break_lines("en to tre", 5, len)
    ['en to', 'tre']
    """
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        candidate = f"{line} {word}" if line else word
        if measure(candidate) <= width:
            line = candidate
            continue
        if line:
            lines.append(line.replace(SOFT_HYPHEN, ""))
        *whole, line = _break_word(word, width, measure)
        lines.extend(whole)
    return [*lines, line.replace(SOFT_HYPHEN, "")]


def _break_word(word: str, width: float, measure: Callable[[str], float]) -> list[str]:
    pieces: list[str] = []
    while word and measure(word) > width:
        cut, mark = _cut(word, width, measure)
        pieces.append(word[:cut].replace(SOFT_HYPHEN, "") + mark)
        word = word[cut:]
    return [*pieces, word]


def _cut(word: str, width: float, measure: Callable[[str], float]) -> tuple[int, str]:
    soft = [i for i, letter in enumerate(word) if letter == SOFT_HYPHEN]
    for i in reversed(soft):
        if i > 0 and measure(word[:i] + "-") <= width:
            return i + 1, "-"
    fitting = [i for i in range(2, len(word)) if measure(word[:i]) <= width]
    return (fitting[-1] if fitting else 1), ""


def longest_word(text: str, measure: Callable[[str], int]) -> int:
    """The width of the widest piece that line breaking would rather not split."""
    pieces = text.replace("\n", " ").replace(SOFT_HYPHEN, "- ").split(" ")
    return max((measure(piece) for piece in pieces), default=0)


def _even(length: int) -> int:
    return length + length % 2


def _font_folder() -> Path | None:
    spec = find_spec("font_source_sans_pro")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "files"
    return folder if (folder / "SourceSansPro-Regular.ttf").exists() else None
