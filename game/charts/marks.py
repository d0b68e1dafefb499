"""Small signs shared by the charts: arrows, broken axes, patterned boxes."""

from __future__ import annotations

from dataclasses import dataclass

from game.charts.display_list import Item, Pattern, Polygon, Polyline, Rect, Spot


@dataclass(frozen=True)
class Look:
    """Fill, pattern and frame: each meaning has its own in all three."""

    fill: str
    pattern: Pattern = "plain"
    pattern_tone: str = "surface"
    stroke: str | None = None


MEANINGS = {
    "good": Look("good"),
    "bad": Look("crisis", "stripes"),
    "neutral": Look("muted", "dots"),
}


def box(corner: Spot, size: tuple[float, float], look: Look, scale: float, part: str = "") -> Rect:
    """A rounded box with a look; never thinner than can be seen. A frame is drawn inside it."""
    least = 2.0 * scale
    frame = 2.0 * scale if look.stroke else 0.0
    width, height = max(size[0], least + frame) - frame, max(size[1], least + frame) - frame
    return Rect(
        corner[0] + frame / 2,
        corner[1] + frame / 2,
        width,
        height,
        look.fill,
        radius=min(4.0 * scale, width / 2),
        stroke=look.stroke,
        stroke_width=frame,
        pattern=look.pattern,
        pattern_tone=look.pattern_tone,
        pattern_step=8.0 * scale,
        part=part,
    )


def arrow(middle: Spot, size: float, upwards: bool, tone: str) -> Polygon:
    """A triangle that points up or down."""
    x, y = middle
    half, tip = size / 2, (-size / 2 if upwards else size / 2)
    return Polygon(((x - half, y - tip * 0.8), (x + half, y - tip * 0.8), (x, y + tip)), tone)


def break_mark(x: float, top: float, bottom: float, scale: float) -> tuple[Item, ...]:
    """A torn gap through a bar: the bar really begins further to the left."""
    swing, count = 3.0 * scale, 4
    step = (bottom - top) / count
    zigzag = tuple((x + (swing if i % 2 else -swing), top + i * step) for i in range(count + 1))
    return (Polyline(zigzag, "surface", 4.0 * scale),)
