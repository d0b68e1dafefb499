"""A display list as SVG text: for web pages, and without its texts for the window.

Only shapes that nanosvg draws are used; see tests/charts/test_svg.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from game.charts.display_list import (
    Circle,
    DisplayList,
    Item,
    Line,
    Polygon,
    Polyline,
    Rect,
    Spot,
    TextItem,
)
from game.charts.patterns import pattern_shapes

NAMESPACE = "http://www.w3.org/2000/svg"
FONT = "Source Sans Pro, Source Sans 3, sans-serif"
WEIGHTS = {"Regular": "400", "Semibold": "600", "Bold": "700"}
ANCHORS = {"left": "start", "middle": "middle", "right": "end"}
BASELINE = 0.355  # how far the baseline lies below the middle of a line of text, in sizes


def to_svg(chart: DisplayList, palette: Mapping[str, str], texts: bool = True) -> str:
    """The chart as one SVG document; `palette` gives a colour for each token."""
    width, height = _number(chart.width), _number(chart.height)
    lines = [
        f'<svg xmlns="{NAMESPACE}" viewBox="0 0 {width} {height}" width="{width}"'
        + f' height="{height}" role="img">',
        f"<title>{escape(chart.title)}</title>",
        f"<desc>{escape(chart.description)}</desc>",
    ]
    for item in chart.items:
        if texts or not isinstance(item, TextItem):
            lines.extend(_elements(item, palette))
    return "\n".join([*lines, "</svg>", ""])


def _elements(item: Item, palette: Mapping[str, str]) -> list[str]:
    if isinstance(item, Rect):
        return [_rect(item, palette), *_pattern(item, palette)]
    if isinstance(item, Line):
        ends = _attributes(x1=item.x1, y1=item.y1, x2=item.x2, y2=item.y2)
        return [f"<line{ends}{_stroke(item, palette)}/>"]
    if isinstance(item, Polyline):
        return [f'<polyline points="{_spots(item.points)}" fill="none"{_stroke(item, palette)}/>']
    if isinstance(item, Polygon):
        fill = _fill(item.fill, palette) + _opacity(item.opacity)
        return [f'<polygon points="{_spots(item.points)}"{fill}/>']
    if isinstance(item, Circle):
        place = _attributes(cx=item.x, cy=item.y, r=item.radius)
        return [f"<circle{place}{_look(item, palette)}/>"]
    return [_text(item, palette)]


def _pattern(item: Rect, palette: Mapping[str, str]) -> list[str]:
    """All dots or lines of a pattern as one path: the renderer's time goes by the element."""
    shapes = pattern_shapes(item)
    if not shapes:
        return []
    steps = "".join(_steps(shape) for shape in shapes)
    first = shapes[0]
    if isinstance(first, Line | Polyline):
        return [f'<path d="{steps}" fill="none"{_stroke(first, palette)}/>']
    return [f'<path d="{steps}"{_fill(item.pattern_tone, palette)}/>']


def _steps(shape: Item) -> str:
    if isinstance(shape, Circle):
        radius = _number(shape.radius)
        arc = f"a{radius} {radius} 0 1 0"
        across = _number(2 * shape.radius)
        left = f"M{_number(shape.x - shape.radius)} {_number(shape.y)}"
        return f"{left}{arc} {across} 0{arc} -{across} 0z"
    if isinstance(shape, Line):
        return _through(((shape.x1, shape.y1), (shape.x2, shape.y2)))
    return _through(shape.points) if isinstance(shape, Polyline) else ""


def _through(spots: Sequence[Spot]) -> str:
    return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in spots)


def _rect(item: Rect, palette: Mapping[str, str]) -> str:
    radius = min(item.radius, item.width / 2, item.height / 2)
    place = _attributes(x=item.x, y=item.y, width=item.width, height=item.height, rx=radius)
    return f"<rect{place}{_look(item, palette)}/>"


def _text(item: TextItem, palette: Mapping[str, str]) -> str:
    place = _attributes(x=item.x, y=item.y + BASELINE * item.size, font_size=item.size)
    return (
        f"<text{place} font-family={quoteattr(FONT)} font-weight={quoteattr(WEIGHTS[item.weight])}"
        f" text-anchor={quoteattr(ANCHORS[item.anchor])}{_fill(item.tone, palette)}>"
        f"{escape(item.text)}</text>"
    )


def _look(item: Rect | Circle, palette: Mapping[str, str]) -> str:
    look = _fill(item.fill, palette)
    if item.stroke:
        look += f' stroke="{palette[item.stroke]}"' + _attributes(stroke_width=item.stroke_width)
    return look + _opacity(item.opacity)


def _fill(tone: str | None, palette: Mapping[str, str]) -> str:
    return f' fill="{palette[tone] if tone else "none"}"'


def _stroke(item: Line | Polyline, palette: Mapping[str, str]) -> str:
    look = f' stroke="{palette[item.stroke]}"' + _attributes(stroke_width=item.stroke_width)
    if isinstance(item, Polyline):
        look += ' stroke-linecap="round" stroke-linejoin="round"'
    if item.dash:
        look += f' stroke-dasharray="{" ".join(_number(length) for length in item.dash)}"'
    return look + _opacity(item.opacity)


def _opacity(share: float) -> str:
    return "" if share == 1.0 else _attributes(opacity=share)


def _attributes(**values: float) -> str:
    return "".join(f' {name.replace("_", "-")}="{_number(v)}"' for name, v in values.items())


def _spots(points: Sequence[Spot]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
