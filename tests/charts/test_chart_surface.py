from __future__ import annotations

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from collections.abc import Iterator

import pygame
import pytest

from game.charts.waterfall import waterfall
from game.desktop.chart_surface import chart_picture, text_width_of
from game.desktop.painter import Painter
from game.desktop.theme import load_theme
from tests.charts.kit import translator, waterfall_view


@pytest.fixture
def painter() -> Iterator[Painter]:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    yield Painter(load_theme("light"))
    pygame.display.quit()


def test_a_chart_becomes_a_picture_of_its_size_on_the_colour_below(painter: Painter) -> None:
    chart = waterfall(waterfall_view(3), 600, 400, text_width_of(painter), t=translator())
    picture = chart_picture(chart, painter.theme, painter)

    assert picture.get_size() == (600, 400)
    assert picture.get_at((599, 0))[:3] == (255, 255, 255)


def test_the_same_chart_is_drawn_once(painter: Painter) -> None:
    def chart() -> object:
        return waterfall(waterfall_view(3), 300, 200, text_width_of(painter), t=translator())

    first = chart_picture(chart(), painter.theme, painter)
    assert chart_picture(chart(), painter.theme, painter) is first


def test_another_theme_gives_another_picture(painter: Painter) -> None:
    chart = waterfall(waterfall_view(3), 300, 200, text_width_of(painter), t=translator())
    dark = chart_picture(chart, load_theme("dark"), painter)

    assert dark is not chart_picture(chart, painter.theme, painter)
    assert dark.get_at((299, 0))[:3] == (27, 37, 48)


def test_letters_are_drawn_where_the_display_list_says(painter: Painter) -> None:
    chart = waterfall(waterfall_view(3), 600, 400, text_width_of(painter), t=translator())
    title = chart.texts()[0]
    picture = chart_picture(chart, painter.theme, painter)
    row = range(round(title.y) - 8, round(title.y) + 8)

    assert any(picture.get_at((x, y))[0] < 80 for x in range(60) for y in row)
