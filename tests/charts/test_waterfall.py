from __future__ import annotations

from dataclasses import replace

import pytest

from game.charts.display_list import DisplayList, Rect
from game.charts.waterfall import comfortable_height, waterfall
from game.view.parts import WaterfallView
from tests.charts.kit import bar, box_of, meet, text_width, translator, waterfall_view


def drawn(view: WaterfallView, width: float = 600, height: float = 400) -> DisplayList:
    return waterfall(view, width, height, text_width, t=translator())


def from_100(*amounts: float) -> WaterfallView:
    bars = tuple(bar(f"Årsak {i}", amount) for i, amount in enumerate(amounts))
    end = 100 + sum(amounts)
    return WaterfallView("Hvorfor?", "%", 100, end, "100 %", f"{end} %", bars, "Derfor.")


def right(rect: Rect) -> float:
    return rect.x + rect.width


def texts(chart: DisplayList) -> list[str]:
    return [item.text for item in chart.texts()]


def test_bars_begin_where_the_one_before_ended() -> None:
    before, now = drawn(from_100(-40, -20, 30)).rects("total")
    first, second, third = drawn(from_100(-40, -20, 30)).rects("bar")

    assert right(first) == pytest.approx(right(before))
    assert right(second) == pytest.approx(first.x)
    assert third.x == pytest.approx(second.x)
    assert right(third) == pytest.approx(right(now))


def test_lengths_are_in_proportion_to_the_amounts() -> None:
    first, second, third = drawn(from_100(-40, -20, 30)).rects("bar")

    assert first.width == pytest.approx(2 * second.width)
    assert third.width == pytest.approx(1.5 * second.width)


def test_an_axis_from_zero_carries_no_note() -> None:
    chart = drawn(from_100(-40, -20, 30))

    assert not any("kuttet" in text for text in texts(chart))


def test_a_broken_axis_says_where_it_begins() -> None:
    chart = drawn(from_100(-3, -2, 1))

    assert "Søylene er kuttet. De starter på 92\u00a0%, ikke på 0." in texts(chart)


def test_values_below_zero_stand_left_of_the_axis() -> None:
    view = replace(from_100(-80, -60), start=100, end=-40, end_text="−40")
    before, now = drawn(view).rects("total")

    assert right(now) == pytest.approx(before.x)


def test_what_makes_it_worse_is_striped_and_what_helps_is_plain() -> None:
    worse, better = drawn(from_100(-40, 30)).rects("bar")

    assert (worse.fill, worse.pattern) == ("crisis", "stripes")
    assert (better.fill, better.pattern) == ("good", "plain")


def test_amounts_are_said_with_sign_word_and_year() -> None:
    assert drawn(from_100(-40, 30)).points[1] == (
        "Årsak 0",
        "\u221240,0, verre, siden 2027: Lederløft",
    )


def test_the_year_is_written_below_the_label() -> None:
    assert "siden 2027: Lederløft" in texts(drawn(from_100(-40, 30)))


def test_a_low_sheet_folds_the_smallest_causes_into_one_with_the_same_sum() -> None:
    view = waterfall_view(8)
    chart = waterfall(view, 300, 230, text_width, t=translator(), titled=False)

    bars = chart.rects("bar")
    now = chart.rects("total")[1]
    last = bars[-1]
    assert len(bars) < 8
    assert any("andre årsaker" in text for text in texts(chart))
    assert min(abs(right(now) - last.x), abs(right(now) - right(last))) < 2.5


def test_a_comfortable_height_shows_every_label_in_full() -> None:
    view = waterfall_view(8)
    chart = waterfall(view, 900, comfortable_height(8), text_width, t=translator())

    assert not any("…" in text for text in texts(chart))


@pytest.mark.parametrize("width", [340, 600, 1000])
@pytest.mark.parametrize("height", [420, 700])
def test_no_letter_stands_on_a_bar(width: float, height: float) -> None:
    chart = drawn(waterfall_view(6), width, height)
    bars = (*chart.rects("bar"), *chart.rects("total"))

    struck = [text.text for text in chart.texts() for one in bars if meet(box_of(text), one)]
    assert struck == []


def test_a_chart_in_a_titled_card_leaves_out_its_own_title() -> None:
    chart = waterfall(from_100(-40), 600, 400, text_width, t=translator(), titled=False)

    assert "Hvorfor?" not in texts(chart)
    assert chart.title == "Hvorfor?"


def test_a_view_without_causes_still_shows_both_totals() -> None:
    assert len(drawn(from_100()).rects("total")) == 2
