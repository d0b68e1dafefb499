"""What holds for every chart at every size, scale and language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.charts.comparison import comparison
from game.charts.comparison_plot import Bands
from game.charts.display_list import TOKENS, DisplayList
from game.charts.effect_bars import effect_bars
from game.charts.fan import fan
from game.charts.hours_bars import hours_bars
from game.charts.pyramid import pyramid
from game.charts.sparkline import sparkline
from game.charts.waterfall import waterfall
from tests.charts.kit import (
    AMOUNTS,
    LONG_LABELS,
    bar,
    fan_others,
    fan_view,
    hours_view,
    lines_view,
    lost_places,
    outside,
    overlaps,
    pyramid_view,
    text_width,
    translator,
    waterfall_view,
)

Draw = Callable[[float, float, float, str], DisplayList]


def _waterfall(bars: int, start: float = 96.0) -> Draw:
    view = waterfall_view(bars, start)
    return lambda w, h, s, tongue: waterfall(view, w, h, text_width, t=translator(tongue), scale=s)


def _hours(own: float) -> Draw:
    view = hours_view(own)
    return lambda w, h, s, tongue: hours_bars(view, w, h, text_width, t=translator(tongue), scale=s)


def _lines(end_without: float, bands: Bands | None) -> Draw:
    view = lines_view(end_without=end_without)
    words = {"title": "Folk på jobb", "bands": bands}
    return lambda w, h, s, tongue: comparison(
        view, w, h, text_width, t=translator(tongue), scale=s, **words
    )


def _fan(meter: str, past: int, tried: bool = False) -> Draw:
    view, others = fan_view(meter, past), fan_others(past, tried)
    return lambda w, h, s, tongue: fan(
        view, w, h, text_width, t=translator(tongue), scale=s, others=others
    )


def _effects(w: float, h: float, s: float, tongue: str) -> DisplayList:
    bars = tuple(bar(label, by) for label, by in zip(LONG_LABELS, AMOUNTS, strict=True))
    words = ("Sløyfene", "Så mye gjorde hver sløyfe.")
    return effect_bars(*words, bars, w, h, text_width, t=translator(tongue), scale=s)


CHARTS: dict[str, Draw] = {
    **{f"waterfall of {bars}": _waterfall(bars) for bars in range(2, 9)},
    "waterfall from 9": _waterfall(4, 9.0),
    "hours with a gap": _hours(600),
    "hours that are enough": _hours(670),
    "hours to spare": _hours(760),
    "lines apart": _lines(60.0, Bands(45, 70)),
    "lines that end together": _lines(94.0, Bands(85, 95)),
    "lines without bands": _lines(78.0, None),
    "pyramid": lambda w, h, s, tongue: pyramid(
        pyramid_view(), w, h, text_width, t=translator(tongue), scale=s
    ),
    "fan at the start": _fan("trust", 1),
    "fan on the way": _fan("staffing", 6, tried=True),
    "fan with a year left": _fan("staffing", 15),
    "effects": _effects,
    "sparkline": lambda w, h, s, tongue: sparkline(
        lines_view()[0], w, h, t=translator(tongue), scale=s
    ),
}
SIZES = [
    (600, 400, 1.0),
    (1200, 800, 2.0),
    (900, 420, 1.5),
    (600, 400, 1.5),
    (600, 500, 2.0),
    (340, 520, 1.0),
]
every_chart = pytest.mark.parametrize("draw", CHARTS.values(), ids=CHARTS.keys())
every_size = pytest.mark.parametrize(("width", "height", "scale"), SIZES)
every_language = pytest.mark.parametrize("language", ["nb", "nn", "en"])


@every_chart
@every_size
@every_language
def test_no_text_is_written_over_another(
    draw: Draw, width: float, height: float, scale: float, language: str
) -> None:
    assert overlaps(draw(width, height, scale, language)) == []


@every_chart
@every_size
@every_language
def test_every_text_stays_on_the_canvas(
    draw: Draw, width: float, height: float, scale: float, language: str
) -> None:
    assert outside(draw(width, height, scale, language)) == []


@every_chart
@every_size
def test_every_point_has_its_place_on_the_canvas(
    draw: Draw, width: float, height: float, scale: float
) -> None:
    chart = draw(width, height, scale, "nb")

    assert lost_places(chart) == []
    assert len(chart.points) == len(chart.places)


@every_chart
def test_only_known_colour_tokens_are_used(draw: Draw) -> None:
    assert draw(600, 400, 1.0, "nb").tokens() - TOKENS == frozenset()


@every_chart
def test_a_screen_reader_gets_a_sentence_and_the_values(draw: Draw) -> None:
    chart = draw(600, 400, 1.0, "nb")

    assert chart.title
    assert chart.description.endswith((".", "nærvær"))
    assert all(label and value for label, value in chart.points)


@every_chart
def test_the_same_view_gives_the_same_chart(draw: Draw) -> None:
    assert draw(600, 400, 1.0, "nb") == draw(600, 400, 1.0, "nb")


@every_chart
def test_letters_are_never_smaller_than_eleven_pixels(draw: Draw) -> None:
    assert all(text.size >= 11 for text in draw(600, 400, 0.5, "nb").texts())


@every_chart
def test_direct_labels_are_written_in_ink_or_muted(draw: Draw) -> None:
    # Lighter tones, such as the colour of an area, are too faint for letters.
    assert {text.tone for text in draw(600, 400, 1.0, "nb").texts()} <= {"ink", "muted"}
