"""«Slik kan det gå»: the fan, the cards one can try, and the number one can question."""

from __future__ import annotations

import time

import pygame
import pytest
from crawl import faults_of, ui_with
from scenes_kit import Keys, Mouse, Window, press, start_game, to_measures, to_report, usable

from game.desktop.look_ahead import DOUBTS, LookAhead, Question
from game.desktop.scenes.future import FutureDialog
from game.engine.what_if.forecast import ON_RELEASE, WHILE_DRAGGING, decided_so_far

LONGEST = 20.0  # seconds on a machine that has much else to do


@pytest.fixture(scope="module")
def at_the_table(tmp_path_factory) -> Window:
    """The table of the third year with one card taken."""
    window = Window(tmp_path_factory.mktemp("future"))
    start_game(window)
    for _ in range(2):
        to_report(window)
        press(window, "go_on")
    to_measures(window)
    window.ui.press(usable(window, "card:")[0])
    return window


@pytest.fixture
def window(at_the_table) -> Window:
    """The table with nothing in front of it."""
    while at_the_table.ui.top.scene.modal:
        at_the_table.ui.escape()
    return at_the_table


def opened(window: Window) -> FutureDialog:
    press(window, "future")
    dialog = window.ui.top.scene
    assert isinstance(dialog, FutureDialog)
    dialog.finish()
    return dialog


def label(window: Window, name: str) -> str:
    return window.ui.find(name=name).label


def switches(window: Window) -> list:
    return window.ui.find_all(role="switch")


def test_f_opens_the_fan_from_the_picture_and_the_help_knows_the_key(tmp_path):
    window = Window(tmp_path)
    start_game(window)
    window.pump()
    keys = Keys(window)
    keys.press(pygame.K_F1)
    assert "Slik kan det gå" in window.texts()
    keys.press(pygame.K_ESCAPE)
    keys.letter("f")
    assert window.ui.top.root.label == "Slik kan det gå"
    assert "Når kortene ligger på bordet, kan dere prøve dem her." in window.texts()
    keys.press(pygame.K_ESCAPE)
    assert window.phase == "picture"


def test_a_mouse_opens_it_at_the_table_and_closes_it(window):
    mouse = Mouse(window)
    mouse.choose("button", "Slik kan det gå")
    assert isinstance(window.ui.top.scene, FutureDialog)
    mouse.choose("button", "Lukk")
    assert window.phase == "measures" and not window.ui.top.scene.modal


def test_it_says_that_it_is_counting_and_then_shows_the_few_before_the_many(window):
    window.play.game.ahead = LookAhead(window.play.game.scenario)
    press(window, "future")
    assert label(window, "counting") == "Regner …"
    seen = []
    until = time.monotonic() + LONGEST
    while window.play.game.ahead.busy and time.monotonic() < until:
        time.sleep(0.005)
        window.pump(0.04)
        now = window.play.game.ahead.seen
        if now is not None and (not seen or seen[-1] is not now):
            seen.append(now)
    assert [one.futures for one in seen] == [WHILE_DRAGGING, ON_RELEASE, ON_RELEASE]
    assert [one.doubts is not None for one in seen] == [False, False, True]
    assert label(window, "doubt").startswith("Det vi er mest usikre på, er ")


def test_the_fan_counts_in_the_cards_that_are_picked(window):
    dialog = opened(window)
    state, scenario = window.play.game.state, window.play.game.scenario
    assert state.picked[0] in dialog.ahead.seen.question.kept
    assert dialog.ahead.seen.question.kept == decided_so_far(state, scenario)
    assert "Valgt og regnet med: " in window.texts()
    assert len(switches(window)) == len(state.table) - 1


def test_a_card_that_is_tried_shows_the_difference_and_nothing_is_decided(window):
    opened(window)
    picked = window.play.game.state.picked
    assert label(window, "difference") == "Slå på et kort og se hva det trolig gjør."
    window.ui.press(switches(window)[0])
    window.ui.top.scene.finish()
    assert label(window, "difference").startswith("Folk på jobb i 2040: ")
    assert switches(window)[0].state() == ["on"]
    assert window.ui.find(role="chart").display() is not None
    assert window.play.game.state.picked == picked


def test_the_difference_is_of_the_same_futures_and_so_far_narrower_than_the_fan(window):
    dialog = opened(window)
    window.ui.press(switches(window)[0])
    dialog.finish()
    found = dialog.ahead.seen.what_if
    difference, fan = found.difference.band("staffing"), found.with_.band("staffing")
    assert difference[-1, -1] - difference[0, -1] < 0.5 * (fan[-1, -1] - fan[0, -1])


def test_arrows_go_through_the_five_meters(window):
    opened(window)
    keys = Keys(window)
    first = window.ui.find(role="chart").label
    window.ui.move_focus("meter:staffing")
    keys.press(pygame.K_RIGHT)
    assert window.ui.find(role="chart").label != first
    assert "Gode tjenester" in label(window, "sentence")


def test_the_slider_begins_at_the_number_of_the_game_and_a_larger_fall_leaves_more_people(window):
    dialog = opened(window)
    slider = window.ui.find(role="slider")
    assert slider.value == "0,3\u00a0% i året"
    assert "3–4,6 %" in slider.tip
    before = dialog.ahead.seen.fan.of("staffing")[-1].mean()
    window.ui.move_focus("decline")
    Keys(window).press(pygame.K_END)
    dialog.finish()
    assert window.ui.find(role="slider").value == "3,0\u00a0% i året"
    assert dialog.ahead.seen.fan.of("staffing")[-1].mean() > before + 0.01


def test_while_the_slider_is_dragged_the_last_place_wins(window):
    dialog = opened(window)
    track = window.ui.find(role="slider").track(window.ui)
    window.ui.event(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=track.center, button=1))
    for x in range(track.centerx, track.right, 12):
        move = pygame.event.Event(
            pygame.MOUSEMOTION, pos=(x, track.centery), rel=(12, 0), buttons=(1, 0, 0)
        )
        window.ui.event(move)
        window.pump()
    window.ui.event(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=track.midright, button=1))
    dialog.finish()
    assert dialog.ahead.is_fresh
    assert dialog.ahead.seen.question.decline == pytest.approx(dialog.decline)
    assert dialog.decline > 0.02
    assert dialog.ahead.seen.futures == ON_RELEASE


def test_what_is_counted_is_kept_until_the_game_moves(window):
    first = opened(window).ahead.seen
    window.ui.escape()
    assert opened(window).ahead.seen is first
    window.ui.escape()
    window.ui.press(window.ui.find(name="undo"))
    assert opened(window).ahead.seen is not first
    window.ui.escape()
    window.ui.press(usable(window, "card:")[0])


@pytest.mark.parametrize("scale", [75, 200])
def test_while_it_counts_nothing_is_clipped_either(window, scale):
    window.play.game.ahead = LookAhead(window.play.game.scenario)
    ui = ui_with(FutureDialog(window.play.game), text_scale=scale)
    assert ui.find_all(name="counting")
    found = faults_of(ui)
    assert [fault for fault in found if not fault.startswith("dialog «")] == []


def test_a_question_asked_twice_is_counted_once(window):
    ahead = LookAhead(window.play.game.scenario)
    ahead.ask(Question(window.play.game.state))
    ahead.finish()
    seen = ahead.seen
    ahead.ask(Question(window.play.game.state))
    assert not ahead.busy and ahead.seen is seen
    assert DOUBTS == 2 and seen.doubts is not None
