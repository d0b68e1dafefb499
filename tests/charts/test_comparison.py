from __future__ import annotations

import pytest

from game.charts.comparison import comparison, spread
from game.charts.comparison_plot import Bands, Figures
from game.charts.display_list import DisplayList, Polyline
from tests.charts.kit import lines_view, text_width, translator


def drawn(**words: object) -> DisplayList:
    return comparison(lines_view(), 600, 400, text_width, t=translator(), **words)


def lines(chart: DisplayList) -> dict[str, Polyline]:
    found = [item for item in chart.items if isinstance(item, Polyline) and len(item.points) == 4]
    return {line.stroke: line for line in found if line.stroke in ("accent", "muted")}


def texts(chart: DisplayList) -> list[str]:
    return [item.text for item in chart.texts()]


def test_without_is_dashed_and_with_is_solid_and_thicker() -> None:
    found = lines(drawn(bands=Bands(45, 70)))

    assert found["muted"].dash
    assert not found["accent"].dash
    assert found["accent"].stroke_width > found["muted"].stroke_width


def test_both_lines_begin_in_the_same_spot() -> None:
    found = lines(drawn(bands=Bands(45, 70)))

    assert found["muted"].points[0] == found["accent"].points[0]


def test_the_ends_are_named_with_their_values() -> None:
    written = texts(drawn(bands=Bands(45, 70), figures=Figures(0, "%")))

    assert {"94\u00a0%", "med dere", "78\u00a0%", "uten dere"} <= set(written)


def test_bands_carry_their_words() -> None:
    assert {"KRISE", "OK", "BRA"} <= set(texts(drawn(bands=Bands(45, 70))))


def test_bands_fill_the_whole_scale() -> None:
    bands = drawn(bands=Bands(45, 70)).rects("band")

    assert sum(band.height for band in bands) == pytest.approx(
        bands[0].y + bands[0].height - bands[2].y
    )
    assert bands[0].height / bands[2].height == pytest.approx(45 / 30)


def test_a_chart_without_a_sentence_describes_its_own_ends() -> None:
    assert drawn(figures=Figures(0, "%")).description == (
        "med dere: 94\u00a0% i 2029. uten dere: 78\u00a0%. Forskjellen er 16 prosentpoeng."
    )


def test_arrow_keys_read_both_values_of_each_year() -> None:
    assert drawn().points[1] == ("2027", "med dere 94, uten dere 90")


def test_a_scale_that_does_not_begin_at_zero_is_torn() -> None:
    def tears(chart: DisplayList) -> int:
        return sum(isinstance(item, Polyline) and item.stroke == "ink" for item in chart.items)

    assert tears(drawn(bands=Bands(85, 95, 60, 105))) == 1
    assert tears(drawn(bands=Bands(45, 70))) == 0


def test_the_first_and_the_last_year_are_always_written() -> None:
    assert {"2026", "2029"} <= set(texts(drawn()))


def test_labels_that_wish_for_one_place_are_moved_apart() -> None:
    assert spread([50.0, 50.0], 20.0, 0.0, 100.0) == [40.0, 60.0]


def test_labels_at_the_foot_are_pushed_up_together() -> None:
    assert spread([95.0, 99.0], 20.0, 0.0, 100.0) == [70.0, 90.0]
