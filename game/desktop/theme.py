"""Colours and letter sizes as named tokens, read from assets/theme.yaml. No pygame here.

Widgets ask for tokens ("ink", "surface"), never for colours: a theme is one block in one file.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from game import paths

Colour = tuple[int, int, int, int]
THEMES = ("light", "dark", "contrast")


@dataclass(frozen=True)
class TextStyle:
    """Size in dp, line height as a multiple of the size, and weight of the font."""

    size: float
    line: float
    weight: str


@dataclass(frozen=True)
class Theme:
    """One set of colours; `outlined` themes draw frames instead of shadows."""

    name: str
    outlined: bool
    colours: dict[str, Colour]
    styles: dict[str, TextStyle]

    def colour(self, tone: str | Colour | tuple[int, int, int]) -> Colour:
        """The colour behind a token; a finished colour passes through."""
        if isinstance(tone, str):
            return self.colours[tone]
        return (tone[0], tone[1], tone[2], tone[3] if len(tone) > 3 else 255)

    def blend(self, first: str, second: str, share: float) -> Colour:
        """`share` of the second colour laid over the first."""
        pairs = zip(self.colour(first), self.colour(second), strict=True)
        red, green, blue, _ = (round(a + (b - a) * share) for a, b in pairs)
        return (red, green, blue, 255)

    def on(self, tone: str) -> str:
        """The token for text that stands on a fill of this token."""
        return f"on_{tone}" if f"on_{tone}" in self.colours else "surface"


def colour_from_hex(text: str) -> Colour:
    """Reads #RRGGBB or #RRGGBBAA.

    >>> colour_from_hex("#FAF7F0")
    (250, 247, 240, 255)
    """
    digits = text.removeprefix("#")
    red, green, blue = (int(digits[i : i + 2], 16) for i in (0, 2, 4))
    return (red, green, blue, int(digits[6:8], 16) if len(digits) == 8 else 255)


def hex_from_colour(colour: Colour) -> str:
    """Writes a colour as #RRGGBB, for SVG.

    >>> hex_from_colour((250, 247, 240, 255))
    '#FAF7F0'
    """
    return "#{:02X}{:02X}{:02X}".format(*colour[:3])


def load_theme(name: str) -> Theme:
    """Reads one of the themes light, dark and contrast."""
    tokens = dict(_theme_file()[name])
    outlined = tokens.pop("outlined")
    colours = {token: colour_from_hex(value) for token, value in tokens.items()}
    return Theme(name, outlined, colours, load_styles())


def load_styles() -> dict[str, TextStyle]:
    """The letter sizes, the same in every theme."""
    return {name: TextStyle(*values) for name, values in _theme_file()["type"].items()}


@cache
def _theme_file() -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (paths.assets_dir() / "theme.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, loader)
    return loaded
