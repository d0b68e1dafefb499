"""The crowds at school and the road to a job, at every size."""

from __future__ import annotations

import pytest

from game.charts.display_list import TOKENS, DisplayList, Rect
from game.charts.people import figures_of, unit_for
from game.charts.youth_road import youth_road
from game.charts.youth_school import youth_school
from game.view.youth import AgeView, RoadView, RowView, SchoolView, StepView
from tests.charts.kit import lost_places, outside, overlaps, text_width, translator

SIZES = [(800, 292, 1.0), (560, 262, 1.0), (1100, 700, 2.0), (800, 400, 1.5), (1600, 600, 2.0)]
every_size = pytest.mark.parametrize(("width", "height", "scale"), SIZES)
every_language = pytest.mark.parametrize("language", ["nb", "nn", "en"])


def school(count: int = 96, met: int = 2) -> SchoolView:
    ages = tuple(AgeView(f"{16 + i} år", count, str(count), i < met) for i in range(4))
    return SchoolView("16–19 år", "Tilbudene når dem.", ages)


def road(many: int = 1) -> RoadView:
    def row(id_: str, label: str, *people: tuple[int, int]) -> RowView:
        begins = id_ == "begin"
        more = "+12" if begins else ""
        steps = []
        for year, (a, b) in enumerate(people):
            known = (year < 2 and not begins, year < 3 and not begins)
            text = str(many * (a + b))
            steps.append(StepView((many * a, many * b), known, text, "noen", more))
        return RowView(id_, label, tuple(steps))

    rows = (
        row("job", "Får jobb her", (3, 1), (4, 1), (0, 0), (7, 2)),
        row("done", "Blir ferdige", (5, 2), (5, 2), (9, 2), (11, 3)),
        row("begin", "Begynner", (12, 4), (14, 3), (14, 3), (16, 4)),
    )
    return RoadView("I opplæring nå", (2027, 2028, 2029, 2030), rows, "Flest blir lærere (3).")


def draw(which: str, w: float, h: float, s: float, language: str = "nb") -> DisplayList:
    t = translator(language)
    if which == "school":
        return youth_school(school(), w * 0.4, h, text_width, t=t, scale=s)
    return youth_road(road(2 if which == "large" else 1), w, h, text_width, t=t, scale=s)


every_picture = pytest.mark.parametrize("which", ["school", "road", "large"])


@every_picture
@every_size
@every_language
def test_texts_stand_apart_and_on_the_sheet(
    which: str, width: float, height: float, scale: float, language: str
) -> None:
    chart = draw(which, width, height, scale, language)

    assert overlaps(chart) == []
    assert outside(chart) == []


@every_picture
@every_size
def test_points_have_places_and_figures_stay_on_the_sheet(
    which: str, width: float, height: float, scale: float
) -> None:
    chart = draw(which, width, height, scale)

    assert len(chart.points) == len(chart.places) and lost_places(chart) == []
    people = chart.rects("person")
    assert people and all(0 <= p.x and p.x + p.width <= chart.width for p in people)
    assert all(0 <= p.y and p.y + p.height <= chart.height for p in people)


@every_picture
def test_only_known_colours_and_readable_letters(which: str) -> None:
    chart = draw(which, 800, 300, 1.0)

    assert chart.tokens() - TOKENS == frozenset()
    assert {text.tone for text in chart.texts()} <= {"ink", "muted"}
    assert chart.title and chart.description.endswith(".")


def of(chart: DisplayList, tone: str) -> list[Rect]:
    """The bodies in a colour, without those of the key."""
    people = [p for p in chart.rects("person") if tone in (p.fill, p.stroke)]
    return [p for p in people if p.height > 8]


def test_everyone_is_drawn_once_while_a_figure_is_one_person() -> None:
    chart = draw("road", 900, 400, 1.0)
    counted = sum(sum(step.counts) for row in road().rows for step in row.years)

    # the three others are the key
    assert len(chart.rects("person")) == counted + 3


def test_who_will_begin_later_is_hollow_and_who_is_in_training_is_filled() -> None:
    apprentices = of(draw("road", 900, 400, 1.0), "series1")
    hollow = [one for one in apprentices if one.fill is None]

    assert len(hollow) == (0 + 7) + (9 + 11) + (12 + 14 + 14 + 16)


def test_in_a_large_place_a_figure_is_several_people_and_the_key_says_so() -> None:
    assert not [x for x in draw("road", 900, 400, 1.0).texts() if "Én figur" in x.text]
    assert [x for x in draw("large", 900, 400, 1.0).texts() if x.text == "Én figur er 2 personer"]


def test_the_key_of_the_school_names_only_what_is_there() -> None:
    t = translator()
    all_met = youth_school(school(met=4), 300, 292, text_width, t=t)
    some = youth_school(school(met=2), 300, 292, text_width, t=t)

    assert not [x for x in all_met.texts() if x.text == "Ikke nådd"]
    assert [x for x in some.texts() if x.text == "Ikke nådd"]


def test_a_school_with_nobody_in_it_is_drawn_too() -> None:
    chart = youth_school(school(count=0), 300, 292, text_width, t=translator())

    assert [x.text for x in chart.texts()].count("0") == 4


@pytest.mark.parametrize("count", [1, 7, 24, 25, 96, 1000, 24_001])
def test_a_crowd_never_has_more_figures_than_there_is_room_for(count: int) -> None:
    unit = unit_for(count, 24)

    assert 1 <= figures_of(count, unit) <= max(24, round(count / 1000))
