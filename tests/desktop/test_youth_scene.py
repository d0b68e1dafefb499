"""«Ungdomsløpet» in the window: found with keys and with a mouse, and moved by what is chosen."""

from __future__ import annotations

import pygame
import pytest
from crawl import faults_of
from scenes_kit import Keys, Mouse, Window, press, start_game, to_measures

from game.desktop.scene import Reset
from game.desktop.scenes.measures import MeasuresScene
from game.desktop.scenes.monitor import MonitorDialog
from game.desktop.scenes.more import MoreDialog
from game.engine.action import ChooseMeasure
from game.engine.game_state import Phase
from tests.kit import go_to, with_cards

CARDS = ("apprentices", "summer_jobs")


def at_cards(folder, *cards, size=(1280, 720), **settings) -> Window:
    """A window where cards are chosen, with these on the table and taken."""
    window = Window(folder, size=size, **{"preset": "lesson", **settings})
    start_game(window)
    to_measures(window)
    session = window.play.game.session
    with_cards(session, *(cards or CARDS))
    for card in cards:
        session.do(ChooseMeasure(card))
    window.ui.stage.perform(Reset(MeasuresScene(window.play)))
    window.pump()
    return window


def faults(window: Window) -> list[str]:
    """What is wrong; a dialog that scrolls is higher than its panel."""
    scrolls = window.ui.page_scrolls
    return [
        fault
        for fault in faults_of(window.ui)
        if not (scrolls and fault.startswith("dialog «") and " high and needs " in fault)
    ]


def opened(window: Window) -> Window:
    press(window, "more", "tab:youth")
    window.pump()
    return window


def test_a_mouse_finds_the_path_behind_the_drawer(tmp_path):
    window = at_cards(tmp_path)
    mouse = Mouse(window)
    mouse.choose("button", "Mer")
    mouse.choose("radio", "Ungdomsløpet")

    assert isinstance(window.ui.top.scene, MoreDialog)
    assert window.ui.find_all(name="school") and window.ui.find_all(name="road")


def test_keys_find_the_path_and_walk_along_it_year_by_year(tmp_path):
    window = at_cards(tmp_path)
    keys = Keys(window)
    keys.letter("e")
    for _ in range(3):
        keys.press(pygame.K_RIGHT)
    road = window.ui.find(name="road")
    while window.ui.focus is not road:
        keys.press(pygame.K_TAB)
    keys.press(pygame.K_RIGHT)
    keys.press(pygame.K_RIGHT)

    assert window.ui.point_of("road") == 1
    assert road.point_tip(1).startswith("2026, Blir ferdige: ")
    assert "lærling" in road.point_tip(1)


def test_the_picture_moves_when_a_card_is_taken(tmp_path):
    window = opened(at_cards(tmp_path))
    before = window.ui.find(name="sentence").label
    window.ui.escape()
    number = window.play.game.state.table.index("apprentices") + 1
    press(window, f"card:{number}")
    opened(window)

    assert window.ui.find(name="sentence").label != before
    assert window.ui.find_all(name="youth:apprentices")
    assert "Flere begynner 2026–2033" in window.texts()


@pytest.mark.parametrize("text_scale", [100, 200])
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_it_can_be_read_at_every_size_in_every_language(tmp_path, text_scale, language):
    window = opened(at_cards(tmp_path, *CARDS, text_scale=text_scale, language=language))

    assert faults(window) == []
    assert text_scale > 100 or not window.ui.page_scrolls


@pytest.mark.parametrize("size", [(1024, 600), (1920, 1080), (640, 900)])
def test_it_fits_small_and_large_windows(tmp_path, size):
    assert faults(opened(at_cards(tmp_path, *CARDS, size=size))) == []


@pytest.mark.parametrize("text_scale", [100, 200])
def test_the_monitor_shows_what_last_year_brought(tmp_path, text_scale):
    window = at_cards(tmp_path, *CARDS, text_scale=text_scale)
    game = window.play.game
    game.session.listeners.clear()
    go_to(game.session, Phase.REPORT)
    dialog = MonitorDialog(game)
    window.ui.push(dialog)
    window.ui.emit(("tab", "youth"))
    window.pump()

    assert dialog.title == "Ungdomsløpet"
    last = game.state.records[-1].year
    card = window.ui.find(name="youth:apprentices")
    assert any(f"begynte i {last}" in widget.label for widget in card.walk())
    assert faults(window) == []
    assert text_scale > 100 or not window.ui.page_scrolls


def test_the_whole_path_is_drawn_in_every_theme(tmp_path):
    pictures = set()
    for theme in ("light", "dark", "contrast"):
        window = opened(at_cards(tmp_path / theme, *CARDS, theme=theme))
        window.wait(0.3)
        road = window.ui.find(name="road")
        shown = pygame.display.get_surface().subsurface(road.rect)
        pictures.add(pygame.image.tobytes(shown, "RGB"))

    assert len(pictures) == 3
