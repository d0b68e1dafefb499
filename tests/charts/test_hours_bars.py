from __future__ import annotations

import pytest

from game.charts.display_list import DisplayList, Rect
from game.charts.hours_bars import hours_bars
from game.view.parts import HoursView
from tests.charts.kit import hours_view, text_width, translator


def drawn(view: HoursView, width: float = 600, height: float = 400) -> DisplayList:
    return hours_bars(view, width, height, text_width, t=translator())


def texts(chart: DisplayList) -> list[str]:
    return [item.text for item in chart.texts()]


def edge(rect: Rect) -> float:
    return rect.x + rect.width + rect.stroke_width / 2


def test_both_bars_have_the_same_scale() -> None:
    chart = drawn(hours_view(own=600, hired=30, need=700))
    own, need = chart.rects("own")[0], chart.rects("need")[0]

    assert (own.width + 2) / (need.width + 2) == pytest.approx(600 / 350)  # 2 dp between parts


def test_what_is_missing_ends_where_the_need_ends() -> None:
    chart = drawn(hours_view(own=600, hired=30, need=700))

    assert edge(chart.rects("missing")[0]) == pytest.approx(600 * 700 / 720, abs=0.01)


def test_what_is_missing_is_hatched_and_not_filled() -> None:
    missing = drawn(hours_view()).rects("missing")[0]

    assert (missing.fill, missing.pattern, missing.stroke) == ("surface", "stripes", "crisis")


def test_the_gap_is_said_in_words() -> None:
    assert "mangler 70 årsverk" in texts(drawn(hours_view(own=600, hired=30, need=700)))


def test_hours_to_spare_are_said_in_words() -> None:
    chart = drawn(hours_view(own=700, hired=40, need=700))

    assert "40 årsverk til overs" in texts(chart)
    assert chart.rects("missing") == ()


def test_just_enough_is_said_without_a_bracket() -> None:
    assert "akkurat nok" in texts(drawn(hours_view(own=670, hired=30, need=700)))


def test_about_twenty_figures_stand_for_the_whole_need() -> None:
    # 600 of 700 is 17 figures whole; each is drawn with the halo behind it.
    own = [r for r in drawn(hours_view()).rects("figure") if r.fill == "on_accent"]

    assert len(own) == 17


def test_both_totals_are_written() -> None:
    written = texts(drawn(hours_view(own=600, hired=30, need=700)))

    assert {"630 årsverk", "700 årsverk"} <= set(written)


def test_a_low_sheet_keeps_bars_and_totals_and_drops_the_formula() -> None:
    chart = drawn(hours_view(), 600, 260)

    assert chart.rects("own")[0].height >= 20
    assert "630 årsverk" in texts(chart)
    assert not any("stilling" in text for text in texts(chart))


def test_arrow_keys_read_every_part_and_the_gap() -> None:
    labels = [label for label, _ in drawn(hours_view()).points]

    assert labels == [
        "Timer vi har",
        "Egne ansatte",
        "Innleide",
        "Mangler",
        "Timer vi trenger",
        "Pleie og omsorg",
        "Skole og barnehage",
        "Spart med smarte måter",
        "forskjell",
    ]
