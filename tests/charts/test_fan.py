"""The fan of futures and the bars from nought: what they show, and how they give way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.charts.display_list import Circle, DisplayList, Polygon, Polyline
from game.charts.effect_bars import effect_bars
from game.charts.fan import fan
from game.charts.fan_plot import Others
from tests.charts.kit import bar, fan_others, fan_view, text_width, translator

WIDE, LOW, NARROW = (640, 320), (640, 180), (360, 320)


def drawn(view=None, others=None, size=WIDE, language="nb", titled=False) -> DisplayList:
    return fan(
        view or fan_view(), *size, text_width, t=translator(language), titled=titled,
        others=others or Others(),
    )  # fmt: skip


def written(chart: DisplayList) -> list[str]:
    return [text.text for text in chart.texts()]


def discs(chart: DisplayList) -> list[Circle]:
    """The row of single futures: they lie above everything else."""
    circles = [item for item in chart.items if isinstance(item, Circle)]
    return [circle for circle in circles if circle.y < 20]


def test_half_of_the_futures_lie_inside_eight_in_ten_and_the_edges_differ_too():
    chart = drawn()
    outer, inner = (item for item in chart.items if isinstance(item, Polygon))
    end = max(x for x, _ in outer.points)
    heights = {band: [y for x, y in band.points if x == end] for band in (outer, inner)}
    assert min(heights[outer]) < min(heights[inner]) < max(heights[inner]) < max(heights[outer])
    edges = {item.dash != () for item in chart.items if isinstance(item, Polyline)
             and item.stroke == "accent" and item.stroke_width < 2}  # fmt: skip
    assert edges == {True, False}


def test_the_fan_begins_where_the_years_so_far_end():
    chart = drawn()
    here = next(item for item in chart.items if isinstance(item, Circle) and item.fill == "ink")
    for band in (item for item in chart.items if isinstance(item, Polygon)):
        assert band.points[0] == (here.x, here.y)


def test_fourteen_of_twenty_discs_are_filled():
    row = discs(drawn())
    assert [circle.fill for circle in row] == ["accent"] * 14 + ["surface"] * 6


def test_a_low_sheet_leaves_out_the_key_and_the_discs_but_not_the_middle():
    chart = drawn(size=LOW)
    assert discs(chart) == []
    assert "halvparten av framtidene" not in written(chart)
    assert "80" in written(chart)


def test_a_narrow_sheet_keeps_the_numbers_and_lets_the_words_go():
    assert "midt i" in written(drawn())
    assert "midt i" not in written(drawn(size=NARROW))


def test_lines_beside_the_fan_are_told_in_the_key_only_when_they_are_there():
    assert not {"uten dere", "uten kortene"} & set(written(drawn()))
    assert {"uten dere", "uten kortene"} <= set(written(drawn(others=fan_others(tried=True))))


def test_futures_below_the_usual_scale_stretch_it():
    view = fan_view("staffing")
    deep = tuple(tuple(value - 40 for value in band) for band in view.bands)
    chart = drawn(replace(view, bands=deep))
    lowest = max(y for item in chart.items if isinstance(item, Polygon) for _, y in item.points)
    assert lowest <= 320 - 2 * 14
    assert "10\u00a0%" in written(chart)


def test_every_year_can_be_read_with_the_arrow_keys():
    points = dict(drawn().points)
    assert points["2025"] == "80"
    assert points["2040"] == "midt i 80, åtte av ti mellom 56 og 104"


def test_a_game_without_years_ahead_still_draws_what_was():
    view = replace(fan_view(past=16), years=(), bands=((),) * 5, lines=())
    assert [item for item in drawn(view).items if isinstance(item, Polygon)] == []


# Bars from nought


def bars_chart(*amounts: float, size=(640, 300)) -> DisplayList:
    bars = tuple(bar(f"Sløyfe {i}", amount) for i, amount in enumerate(amounts, 1))
    return effect_bars("Sløyfene", "Så mye.", bars, *size, text_width, t=translator())


def test_what_helped_goes_right_of_nought_and_what_harmed_goes_left():
    good, bad = bars_chart(2.0, -1.0).rects("bar")
    assert good.x == pytest.approx(bad.x + bad.width, abs=1)
    assert good.width == pytest.approx(2 * bad.width, rel=0.02)


def test_without_harm_the_bars_use_the_whole_width():
    (alone,) = bars_chart(2.0).rects("bar")
    (beside, _) = bars_chart(2.0, -2.0).rects("bar")
    assert alone.width > 1.9 * beside.width


def test_where_there_is_no_room_the_smallest_are_left_out_and_the_order_stays():
    chart = bars_chart(1.0, 9.0, 0.5, -7.0, size=(640, 80))
    assert [label for label, _ in chart.points] == ["Sløyfe 2", "Sløyfe 4"]
