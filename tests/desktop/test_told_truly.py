"""The window does what players expect: back to what was chosen, nothing pressed unseen."""

from __future__ import annotations

import pygame
import pytest
from crawl import ui_with
from scenes_kit import Keys, Window, press, start_game, to_measures, usable
from test_report_and_end import at_the_end

from game.desktop.scene import Scene
from game.desktop.widgets import Button, Column, Spacer
from game.engine.game_state import Phase
from game.view.ending import ending


def at_event(folder, **settings) -> Window:
    window = Window(folder, **settings)
    start_game(window)
    press(window, "go_on")
    assert window.phase == "event"
    return window


def test_on_coming_back_the_focus_is_on_the_answer_that_is_chosen(tmp_path):
    window = at_event(tmp_path)
    last = usable(window, "option:")[-1]
    press(window, last.name, "go_on")
    Keys(window).press(pygame.K_ESCAPE)
    chosen = window.play.game.state.option

    assert window.ui.focus.name == last.name != "option:A"
    Keys(window).press(pygame.K_RETURN)
    assert window.play.game.state.option == chosen


def test_a_game_played_again_stands_at_the_beginning_of_its_turn(tmp_path):
    window = at_the_end(tmp_path, preset="lesson")
    game = window.play.game
    view = ending(game.state, game.without(), game.scenario, window.ui.t)
    first = view.turning_points[-1].year
    window.ui.emit(("rerun", first + 1))
    window.pump()

    assert (window.phase, game.state.year) == ("picture", first)
    assert game.state.picked == ()
    assert game.meters_before == ()


class Long(Scene):
    """A page whose only button is far below."""

    def __init__(self) -> None:
        self.pressed: list[str] = []

    def handle(self, intent):
        self.pressed.append(intent)

    def build(self, ui):
        return Column(Spacer(2000), Button("Ja", "yes", name="yes"))


def test_what_is_out_of_sight_is_shown_before_enter_presses_it():
    scene = Long()
    ui = ui_with(scene)
    enter = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="\r")
    assert not ui.top.is_in_sight(ui.focus)

    ui.event(enter)
    assert scene.pressed == []
    assert ui.top.is_in_sight(ui.focus)

    ui.event(enter)
    assert scene.pressed == ["yes"]


def test_at_the_largest_letters_enter_does_not_answer_what_nobody_has_read(tmp_path):
    window = at_event(tmp_path, text_scale=200)
    assert not window.ui.top.is_in_sight(window.ui.focus)

    Keys(window).press(pygame.K_RETURN)

    assert window.play.game.state.option is None
    assert window.ui.top.is_in_sight(window.ui.focus)


@pytest.mark.parametrize("tab", ["badges", "jobs", "talk"])
def test_the_buttons_of_the_end_are_in_sight_on_every_tab(tmp_path, tab):
    window = at_the_end(tmp_path, preset="free", size=(1600, 900))
    window.ui.emit(("tab", tab))
    window.pump()

    assert window.play.game.state.phase is Phase.OVER
    assert not window.ui.page_scrolls
    assert window.ui.find(name="again").rect.bottom < 900


def test_the_purse_says_how_much_is_tied_up_only_when_something_is(tmp_path):
    window = Window(tmp_path)
    start_game(window)
    to_measures(window)
    assert "bundet" not in window.texts()
