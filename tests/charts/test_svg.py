from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from game.charts.display_list import TOKENS, DisplayList, Rect
from game.charts.hours_bars import hours_bars
from game.charts.patterns import pattern_shapes
from game.charts.svg import to_svg
from game.charts.waterfall import waterfall
from tests.charts.kit import hours_view, text_width, translator, waterfall_view

PALETTE = dict.fromkeys(TOKENS, "#123456")
NAMESPACE = "{http://www.w3.org/2000/svg}"
DRAWN_BY_NANOSVG = {"svg", "title", "desc", "rect", "line", "polygon", "polyline", "circle", "path"}


def chart() -> DisplayList:
    return hours_bars(hours_view(), 600, 400, text_width, t=translator())


def names(document: str) -> set[str]:
    return {
        element.tag.removeprefix(NAMESPACE) for element in ElementTree.fromstring(document).iter()
    }


def test_the_window_gets_only_shapes_its_renderer_draws() -> None:
    assert names(to_svg(chart(), PALETTE, texts=False)) <= DRAWN_BY_NANOSVG


def test_a_web_page_gets_the_texts_too() -> None:
    assert names(to_svg(chart(), PALETTE)) - DRAWN_BY_NANOSVG == {"text"}


def test_title_and_description_come_first() -> None:
    first, second, *_ = ElementTree.fromstring(to_svg(chart(), PALETTE))

    assert (first.tag, first.text) == (f"{NAMESPACE}title", "Timeregnskapet")
    assert (second.tag, second.text) == (f"{NAMESPACE}desc", chart().description)


def test_texts_are_escaped() -> None:
    view = replace(waterfall_view(2), title='Er 3 < 4 & «5» > "2"?')
    document = to_svg(waterfall(view, 600, 400, text_width, t=translator()), PALETTE)

    assert ElementTree.fromstring(document)[0].text == 'Er 3 < 4 & «5» > "2"?'


def test_every_colour_comes_from_the_palette() -> None:
    assert "None" not in to_svg(chart(), PALETTE)
    assert set(_colours(to_svg(chart(), PALETTE))) == {"#123456", "none"}


def _colours(document: str) -> list[str]:
    elements = list(ElementTree.fromstring(document).iter())
    return [e.attrib[key] for e in elements for key in ("fill", "stroke") if key in e.attrib]


@pytest.mark.parametrize("pattern", ["dots", "stripes", "grid", "waves"])
@pytest.mark.parametrize("size", [(3, 60), (40, 12), (300, 60)])
def test_patterns_stay_inside_their_box(pattern: str, size: tuple[float, float]) -> None:
    rect = Rect(10, 20, *size, "ink", radius=4, pattern=pattern)  # type: ignore[arg-type]
    spots = [spot for shape in pattern_shapes(rect) for spot in _spots(shape)]

    assert all(10 <= x <= 10 + size[0] and 20 <= y <= 20 + size[1] for x, y in spots)


@pytest.mark.parametrize("pattern", ["dots", "stripes", "grid", "waves"])
def test_every_pattern_draws_something(pattern: str) -> None:
    assert pattern_shapes(Rect(0, 0, 40, 40, "ink", pattern=pattern))  # type: ignore[arg-type]


def _spots(shape: object) -> list[tuple[float, float]]:
    found = vars(shape)
    if "points" in found:
        return list(found["points"])
    if "radius" in found:
        return [(found["x"], found["y"])]
    return [(found["x1"], found["y1"]), (found["x2"], found["y2"])]
