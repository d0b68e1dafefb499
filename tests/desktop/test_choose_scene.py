"""Where one chooses a municipality: all can be seen, and the one that is marked is told of."""

from __future__ import annotations

import pytest
from crawl import faults_of, ui_with

from game.content.load import list_scenarios
from game.desktop.play import Play
from game.desktop.scenes.choose import ChooseScene
from game.desktop.ui import Ui

IDS = tuple(listed.id for listed in list_scenarios())


def choosing(tmp_path, **looks) -> Ui:
    return ui_with(ChooseScene(Play(tmp_path)), **looks)


def mark(ui: Ui, scenario_id: str) -> None:
    (card,) = ui.find_all(name=f"place:{scenario_id}")
    ui.press(card)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_whichever_is_marked_fits_on_one_page_at_normal_size(tmp_path, language):
    ui = choosing(tmp_path, language=language)
    for scenario_id in IDS:
        mark(ui, scenario_id)

        assert not ui.page_scrolls, scenario_id
        assert faults_of(ui) == [], scenario_id


@pytest.mark.parametrize("scenario_id", IDS)
def test_whichever_is_marked_can_be_read_at_double_size(tmp_path, scenario_id):
    ui = choosing(tmp_path, text_scale=200)

    mark(ui, scenario_id)

    assert faults_of(ui) == []


def test_a_card_tells_the_size_and_the_poster_the_rest(tmp_path):
    ui = choosing(tmp_path)

    mark(ui, "ytterskjaer")

    (begin,) = ui.find_all(name="begin")
    words = [widget.label for widget in ui.find_all(role="text")]
    assert begin.label == "Velg Ytterskjær"
    assert "1\u00a0200 innbyggere" in words
    assert any("Vikarbyrået har fast plass på ferja." in line for line in words)


def test_the_poster_shows_the_landscape_of_the_one_that_is_marked(tmp_path):
    ui = choosing(tmp_path)
    seen = set()
    for scenario_id in IDS:
        mark(ui, scenario_id)
        seen.add(ui.top.scene.play.town._pictures["town"][1]._layout_name)

    assert len(seen) == len(IDS)
