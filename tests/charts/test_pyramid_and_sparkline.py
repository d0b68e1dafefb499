from __future__ import annotations

import pytest

from game.charts.display_list import Circle, Polyline
from game.charts.pyramid import pyramid
from game.charts.sparkline import sparkline
from game.view.parts import SeriesView
from tests.charts.kit import lines_view, pyramid_view, text_width, translator


def test_both_sexes_have_the_same_scale() -> None:
    chart = pyramid(pyramid_view(), 600, 400, text_width, t=translator())
    men, women = chart.rects("men"), chart.rects("women")

    assert women[0].width / men[0].width == pytest.approx(70 / 80)


def test_the_oldest_are_at_the_top() -> None:
    men = pyramid(pyramid_view(), 600, 400, text_width, t=translator()).rects("men")

    assert men[3].y < men[0].y


def test_the_sexes_differ_in_pattern_too() -> None:
    chart = pyramid(pyramid_view(), 600, 400, text_width, t=translator())

    assert (chart.rects("men")[0].pattern, chart.rects("women")[0].pattern) == ("plain", "dots")


def test_the_largest_group_is_named_in_the_description() -> None:
    chart = pyramid(pyramid_view(), 600, 400, text_width, t=translator())

    # 80+100+90+60 men and 70+95+92+75 women
    assert chart.description == "662 innbyggere i 2027. Flest er 20–39."


def test_arrow_keys_read_an_age_group() -> None:
    chart = pyramid(pyramid_view(), 600, 400, text_width, t=translator())

    assert chart.points[0] == ("0–19", "80 menn og 70 kvinner")


def test_a_sparkline_ends_in_a_dot() -> None:
    chart = sparkline(lines_view()[0], 120, 40, t=translator())
    line = next(item for item in chart.items if isinstance(item, Polyline))
    dot = next(item for item in chart.items if isinstance(item, Circle))

    assert (dot.x, dot.y) == line.points[-1]


def test_a_sparkline_says_where_it_begins_and_ends() -> None:
    chart = sparkline(lines_view()[1], 120, 40, t=translator())

    assert chart.description == "Fra 96 til 78."


def test_a_sparkline_of_one_year_or_none_is_drawn() -> None:
    one = SeriesView("Tillit", (2027,), (50.0,), "with")
    none = SeriesView("Tillit", (), (), "with")

    assert sparkline(one, 120, 40, t=translator()).points == (("2027", "50"),)
    assert sparkline(none, 120, 40, t=translator()).points == ()
