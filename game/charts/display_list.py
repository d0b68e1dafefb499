"""What a chart is made of: shapes and texts with places, in pixels, and colours as tokens.

The same list becomes an SVG on a web page (svg.py) or a picture in the window
(game/desktop/chart_surface.py). It knows no colours and no fonts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Pattern = Literal["plain", "dots", "stripes", "grid", "waves"]
Weight = Literal["Regular", "Semibold", "Bold"]
Anchor = Literal["left", "middle", "right"]
Spot = tuple[float, float]

TOKENS = frozenset(
    ("background", "surface", "ink", "muted", "border", "line", "link", "focus")
    + ("recruitment", "full_time", "innovation", "volunteering", "leadership")
    + ("good", "on_good", "ok", "on_ok", "crisis", "on_crisis", "accent", "on_accent")
    + ("series1", "series2", "series3", "series4", "series5")
)


@dataclass(frozen=True)
class Rect:
    """A box; `pattern` is laid over the fill so that meaning never hangs on colour alone."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None
    radius: float = 0.0
    stroke: str | None = None
    stroke_width: float = 0.0
    pattern: Pattern = "plain"
    pattern_tone: str = "surface"
    pattern_step: float = 8.0
    opacity: float = 1.0
    part: str = ""


@dataclass(frozen=True)
class Line:
    """A straight line; `dash` is the length of stroke and gap."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str
    stroke_width: float = 1.0
    dash: tuple[float, ...] = ()
    opacity: float = 1.0


@dataclass(frozen=True)
class Polygon:
    """A closed, filled shape."""

    points: tuple[Spot, ...]
    fill: str
    opacity: float = 1.0


@dataclass(frozen=True)
class Polyline:
    """A line through several spots, with round joins."""

    points: tuple[Spot, ...]
    stroke: str
    stroke_width: float = 1.0
    dash: tuple[float, ...] = ()
    opacity: float = 1.0


@dataclass(frozen=True)
class Circle:
    """A disc or a ring."""

    x: float
    y: float
    radius: float
    fill: str | None
    stroke: str | None = None
    stroke_width: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True)
class TextItem:
    """One line of text; `y` is the middle of the line, `x` the edge that `anchor` names."""

    x: float
    y: float
    text: str
    size: int
    weight: Weight = "Regular"
    tone: str = "ink"
    anchor: Anchor = "left"


Item = Rect | Line | Polygon | Polyline | Circle | TextItem


@dataclass(frozen=True)
class Box:
    """Where a data point lies on the chart, for the keyboard's focus ring."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class DisplayList:
    """A finished chart. `points` are (label, value) for arrow keys and screen readers, `places`
    the boxes of the same points."""

    width: float
    height: float
    items: tuple[Item, ...]
    title: str
    description: str
    points: tuple[tuple[str, str], ...]
    places: tuple[Box, ...]

    def __hash__(self) -> int:
        # Worked out once: the window asks at every paint whether it has the picture already.
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.width, self.height, self.items, self.title))

    def texts(self) -> tuple[TextItem, ...]:
        """The texts alone, for the painter that draws letters with its own fonts."""
        return tuple(item for item in self.items if isinstance(item, TextItem))

    def rects(self, part: str) -> tuple[Rect, ...]:
        """The boxes that play one part, such as every «bar»."""
        return tuple(r for r in self.items if isinstance(r, Rect) and r.part == part)

    def tokens(self) -> frozenset[str]:
        """Every colour token in use."""
        return frozenset(tone for item in self.items for tone in _tones(item))


def _tones(item: Item) -> tuple[str, ...]:
    if isinstance(item, TextItem):
        return (item.tone,)
    if isinstance(item, Line | Polyline):
        return (item.stroke,)
    if isinstance(item, Polygon):
        return (item.fill,)
    drawn = [tone for tone in (item.fill, item.stroke) if tone]
    if isinstance(item, Rect) and item.pattern != "plain":
        drawn.append(item.pattern_tone)
    return tuple(drawn)
