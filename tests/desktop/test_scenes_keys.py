"""Undo, going back, the lock, pause, settings and the strip that tells about a card."""

from __future__ import annotations

import pygame
import pytest
from scenes_kit import Keys, Mouse, Window, press, start_game, to_measures, usable

from game.content.scenario import Amount


def opened(tmp_path, **settings) -> tuple[Window, Keys]:
    window = Window(tmp_path, **settings)
    start_game(window)
    window.pump()
    return window, Keys(window)


def test_z_takes_back_the_last_choice(tmp_path):
    window, keys = opened(tmp_path)
    to_measures(window)
    first, second = usable(window, "card:")[:2]
    keys.letter(first.key)
    keys.letter(second.key)
    assert len(window.play.game.state.picked) == 2
    keys.letter("z")
    assert len(window.play.game.state.picked) == 1
    keys.letter("z")
    keys.letter("z")
    assert window.phase == "event"


def test_escape_goes_back_a_step_and_what_was_chosen_comes_again(tmp_path):
    window, keys = opened(tmp_path)
    to_measures(window)
    option = window.play.game.state.option
    keys.letter(usable(window, "card:")[0].key)
    picked = window.play.game.state.picked
    keys.press(pygame.K_ESCAPE)
    assert window.phase == "event"
    keys.press(pygame.K_ESCAPE)
    assert window.phase == "picture"
    press(window, "go_on")
    assert window.play.game.state.option == option
    press(window, "go_on")
    assert window.play.game.state.picked == picked


def test_escape_on_the_first_picture_opens_the_pause(tmp_path):
    window, keys = opened(tmp_path)
    keys.press(pygame.K_ESCAPE)
    assert window.ui.top.root.label == "Pause"
    keys.press(pygame.K_ESCAPE)
    assert window.phase == "picture" and not window.ui.top.scene.modal


def with_dear_answers(window: Window) -> None:
    """Makes every answer of the year's event cost more than the municipality has."""
    session = window.play.game.session
    dear = Amount(value=1e12)
    events = tuple(
        event.model_copy(
            update={"choices": tuple(o.model_copy(update={"cost": dear}) for o in event.choices)}
        )
        for event in session.scenario.events
    )
    session.scenario = session.scenario.model_copy(update={"events": events})


@pytest.mark.parametrize("way", [pygame.K_RETURN, pygame.K_PAGEDOWN])
def test_an_event_nobody_can_pay_for_is_left_unanswered_and_the_game_goes_on(tmp_path, way):
    window, keys = opened(tmp_path)
    with_dear_answers(window)
    keys.press(pygame.K_RETURN)
    assert usable(window, "option:") == []
    assert "Saken går sin gang" in window.texts()
    assert window.ui.focus.name == "go_on" and window.ui.focus.enabled
    keys.press(way)
    assert window.phase == "measures"
    keys.press(pygame.K_ESCAPE)
    assert window.phase == "event"
    keys.press(pygame.K_ESCAPE)
    keys.press(pygame.K_RETURN)
    keys.press(way)
    keys.letter("l")
    keys.letter("l")
    assert window.phase == "passing"


def test_an_event_must_be_answered_before_one_goes_on(tmp_path):
    window, keys = opened(tmp_path)
    press(window, "go_on")
    assert not window.ui.find(name="go_on").enabled
    keys.press(pygame.K_PAGEDOWN)
    assert window.phase == "event"
    assert "Velg et svar" in window.ui.tips.message
    keys.letter("b")
    assert "selected" in window.ui.find(name="option:B").state()
    keys.letter("a")
    assert "selected" not in window.ui.find(name="option:B").state()


def test_the_lock_asks_once_and_lists_what_was_chosen(tmp_path):
    window, keys = opened(tmp_path)
    to_measures(window)
    card = usable(window, "card:")[0]
    keys.letter(card.key)
    keys.letter("l")
    assert window.phase == "measures"
    assert card.label in window.texts()
    keys.press(pygame.K_ESCAPE)
    assert window.phase == "measures"
    keys.letter("l")
    keys.press(pygame.K_RETURN)
    assert window.phase == "passing"


def test_a_card_that_cannot_be_paid_says_why(tmp_path):
    window, keys = opened(tmp_path)
    to_measures(window)
    while cards := usable(window, "card:"):
        keys.letter(cards[0].key)
    poor = [w for w in window.ui.top.root.walk() if w.name.startswith("card:") and not w.enabled]
    assert poor
    keys.letter(poor[0].key)
    assert "Dere mangler" in window.ui.tips.text
    assert len(window.play.game.state.picked) == 6 - len(poor)


def test_the_strip_tells_about_the_card_one_looks_at(tmp_path):
    window, _ = opened(tmp_path)
    to_measures(window)
    window.pump()
    strip = window.ui.find(name="follow")
    for card in ("card:2", "card:5"):
        place = window.ui.find(name=card).rect.center
        pygame.event.post(
            pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0, 0, 0))
        )
        window.pump()
        window.pump()
        assert strip.shown is strip.parts[card]


def test_a_change_of_language_builds_the_scene_again(tmp_path):
    window, _ = opened(tmp_path)
    mouse = Mouse(window)
    mouse.choose("button", "Meny")
    mouse.choose("button", "Innstillinger")
    mouse.choose("radio", "English")
    mouse.choose("button", "Close")
    mouse.choose("button", "Continue")
    assert window.sees("button", "Go on")
    assert window.sees("meter", "People at work")


def test_the_menu_leads_to_the_keys_and_to_the_title(tmp_path):
    window, keys = opened(tmp_path)
    keys.press(pygame.K_F1)
    assert "Overalt" in window.texts()
    keys.press(pygame.K_ESCAPE)
    press(window, "menu", "leave")
    assert window.sees("button", "Fortsett 2026")


def test_h_asks_why_from_the_second_year_on(tmp_path):
    window, keys = opened(tmp_path)
    keys.letter("h")
    assert not window.ui.top.scene.modal
    to_measures(window)
    press(window, "lock", "locked", "go_on", "go_on")
    keys.letter("h")
    assert window.ui.find(role="chart", name="why chart")
    keys.press(pygame.K_ESCAPE)
    assert window.phase == "picture" and not window.ui.top.scene.modal
