"""Icons by name: our own drawings first, then the `lucide` package, then a plain ring.

All are drawn on a grid of 24 with `currentColor`, which is replaced by the colour asked for.
"""

from __future__ import annotations

import zipfile
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import pygame

from game import paths
from game.desktop.shapes import from_svg, svg
from game.desktop.theme import Colour, hex_from_colour

# Shapes that carry meaning together with a word; drawn here so that no package can change them.
SIGNS = {
    "sign-up": '<path d="M12 5L21 19L3 19Z"/>',
    "sign-down": '<path d="M12 19L3 5L21 5Z"/>',
    "sign-square": '<rect x="4" y="4" width="16" height="16" rx="1.5"/>',
    "sign-flat": '<path d="M3 9H21V15H3Z"/>',
    "sign-dot": '<circle cx="12" cy="12" r="9"/>',
    "pillar-recruitment": '<circle cx="12" cy="12" r="10"/>',
    "pillar-full_time": '<rect x="3" y="3" width="18" height="18" rx="1"/>',
    "pillar-innovation": '<path d="M12 1.5L15 9L23 9.3L16.8 14.2L19 22'
    'L12 17.5L5 22L7.2 14.2L1 9.3L9 9Z"/>',
    "pillar-volunteering": '<path d="M12 21.5C5 16 2 12.6 2 8.6C2 5.4 4.4 3 7.4 3'
    'C9.2 3 11 3.9 12 5.5C13 3.9 14.8 3 16.6 3C19.6 3 22 5.4 22 8.6C22 12.6 19 16 12 21.5Z"/>',
    "pillar-leadership": '<path d="M12 1.5L21.5 7V17L12 22.5L2.5 17V7Z"/>',
}
FALLBACK = '<circle cx="12" cy="12" r="8" fill="none" stroke="currentColor" stroke-width="2"/>'


class IconShelf:
    """Finds and draws icons; remembers the SVG text of those it has found."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._package: zipfile.ZipFile | None = None
        self._looked = False

    @property
    def complete(self) -> bool:
        """Whether the icon package was found."""
        return self._zip() is not None

    def draw(self, name: str, size: int, colour: Colour) -> pygame.Surface:
        """The icon at a size in pixels, premultiplied."""
        return from_svg(
            self.text(name).replace("currentColor", hex_from_colour(colour)), (size, size)
        )

    def text(self, name: str) -> str:
        """The SVG text of an icon; a ring when there is no such icon."""
        if name not in self._texts:
            self._texts[name] = self._find(name)
        return self._texts[name]

    def _find(self, name: str) -> str:
        if name in SIGNS:
            return svg(24, 24, f'<g fill="currentColor">{SIGNS[name]}</g>')
        own = paths.assets_dir() / "icons" / f"{name}.svg"
        if own.exists():
            return own.read_text(encoding="utf-8")
        package = self._zip()
        try:
            return package.read(f"{name}.svg").decode("utf-8") if package else svg(24, 24, FALLBACK)
        except KeyError:
            return svg(24, 24, FALLBACK)

    def _zip(self) -> zipfile.ZipFile | None:
        if not self._looked:
            self._looked = True
            spec = find_spec("lucide")
            file = Path(spec.origin).parent / "lucide.zip" if spec and spec.origin else None
            self._package = _opened(file) if file and file.exists() else None
        return self._package


@lru_cache(maxsize=1)
def _opened(file: Path) -> zipfile.ZipFile:
    """Opened once: its list of some thousand names takes longer to read than a page to build."""
    return zipfile.ZipFile(file)
