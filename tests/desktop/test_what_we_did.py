"""«Hva gjorde valgene deres?» on the end screen."""

from __future__ import annotations

import pygame
import pytest
from scenes_kit import Keys, Mouse, Window, press, start_game, to_end, to_measures, usable

from game.desktop.scenes.what_we_did import WhatWeDidDialog

METER, TABS = "staffing", ("pillar", "choice", "loops", "luck")


@pytest.fixture(scope="module")
def finished(tmp_path_factory) -> Window:
    """A game with two cards in its first years, at the end."""
    window = Window(tmp_path_factory.mktemp("end"))
    start_game(window)
    for _ in range(2):
        to_measures(window)
        window.ui.press(usable(window, "card:")[0])
        press(window, "lock", "locked", "go_on", "go_on")
    to_end(window)
    return window


@pytest.fixture
def window(finished) -> Window:
    """The end with nothing in front of it."""
    while finished.ui.top.scene.modal:
        finished.ui.escape()
    return finished


def opened(window: Window) -> WhatWeDidDialog:
    press(window, "account")
    dialog = window.ui.top.scene
    assert isinstance(dialog, WhatWeDidDialog)
    dialog.finish()
    return dialog


def test_a_busy_word_comes_first(window):
    window.play.game.counted = None
    press(window, "account")
    assert window.ui.find(name="counting").label == "Regner …"
    window.ui.top.scene.finish()
    assert not window.ui.find_all(name="counting")


@pytest.mark.parametrize("way", ["keys", "mouse"])
def test_it_opens_and_closes_by_keys_and_by_mouse(window, way):
    if way == "keys":
        Keys(window).letter("v")
    else:
        Mouse(window).choose("button", "Hva gjorde valgene?")
    assert window.ui.top.root.label == "Hva gjorde valgene deres?"
    window.ui.top.scene.finish()
    if way == "keys":
        Keys(window).press(pygame.K_ESCAPE)
    else:
        Mouse(window).choose("button", "Lukk")
    assert not window.ui.top.scene.modal


@pytest.mark.parametrize("tab", ["pillar", "choice"])
@pytest.mark.parametrize("meter", ["staffing", "trust"])
def test_the_bars_lead_from_the_game_without_choices_to_the_game_as_it_was(window, tab, meter):
    dialog = opened(window)
    window.ui.emit(("tab", tab))
    window.ui.emit(("meter", meter))
    dialog.finish()
    game, scale = window.play.game, 100.0 if meter == "staffing" else 1.0
    shares = dialog.account.by_choice if tab == "choice" else dialog.account.by_pillar
    column = ("staffing", "services", "wellbeing", "trust", "money").index(meter)
    whole = shares.all_[-1, column] - shares.none[-1, column]
    told = dict(window.ui.find(name="shares").points)
    assert list(told)[0] == "Uten valgene" and list(told)[-1] == "Med valgene"
    amounts = [_amount(text) for text in list(told.values())[1:-1]]
    assert sum(amounts) == pytest.approx(whole * scale, abs=0.05 * len(amounts) + 0.01)
    assert shares.all_[-1, column] == pytest.approx(game.state.now[meter])


def _amount(text: str) -> float:
    return float(text.split(",  ")[0].split(", ")[0].replace("\u2212", "-").replace(",", "."))


def test_the_loops_have_their_own_tab_with_all_twelve(window):
    dialog = opened(window)
    window.ui.emit(("tab", "loops"))
    dialog.finish()
    labels = [label for label, _ in window.ui.find(name="effects").points]
    assert len(labels) == 12 and labels[0].startswith("1 ")
    assert "forskjellen fra det samme spillet uten den" in window.texts()


def test_luck_is_told_in_a_sentence_and_by_kind(window):
    dialog = opened(window)
    assert "Tilfeldighetene " in window.texts()
    window.ui.emit(("tab", "luck"))
    dialog.finish()
    assert window.ui.find(name="effects").points


def test_the_dialog_stands_still_from_tab_to_tab(window):
    dialog = opened(window)
    places = set()
    for tab in TABS:
        window.ui.emit(("tab", tab))
        dialog.finish()
        places.add(tuple(window.ui.find(name="close").rect))
    assert len(places) == 1


def test_what_is_counted_is_there_at_once_the_second_time(window):
    opened(window)
    window.ui.escape()
    press(window, "account")
    assert not window.ui.find_all(name="counting")
