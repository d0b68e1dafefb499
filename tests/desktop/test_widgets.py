"""Properties of every widget at any size of window and text, and what each does when used."""

from __future__ import annotations

import pygame
import pytest
from crawl import click, faults_of, key, ui_with
from gallery import Gallery
from hypothesis import given, settings
from hypothesis import strategies as st

from game.desktop.scene import Scene
from game.desktop.widgets import Button, Column, Fitting, Label, Scroll, Widget

SIZES = st.tuples(st.integers(1024, 2600), st.integers(600, 1500))
SCALES = st.sampled_from((75, 100, 125, 150, 175, 200))


@settings(max_examples=25, deadline=None)
@given(SIZES, SCALES, st.sampled_from(("nb", "nn", "en")))
def test_nothing_is_cut_or_hidden_at_any_size(size, scale, language):
    ui = ui_with(Gallery(), size, text_scale=scale, language=language)

    assert faults_of(ui) == []


@pytest.mark.parametrize("scale", (100, 200))
def test_a_dialog_fits_the_smallest_window_and_keeps_the_focus(scale):
    ui = ui_with(Gallery(), (1024, 600), text_scale=scale)
    ui.press(ui.find("button", "Lås valgene"))

    assert faults_of(ui) == []
    assert {widget.label for widget in ui.top.order} == {"Avbryt", "Lås"}


def test_a_closed_dialog_gives_the_focus_back():
    ui = ui_with(Gallery())
    ui.move_focus(ui.find("button", "Lås valgene").name)
    ui.event(key(pygame.K_RETURN))
    assert ui.top.root.role == "dialog"

    ui.event(key(pygame.K_ESCAPE))

    assert ui.focus is not None
    assert ui.focus.label == "Lås valgene"


def test_the_answer_of_a_dialog_reaches_the_scene_below():
    gallery = Gallery()
    ui = ui_with(gallery)
    ui.press(ui.find("button", "Lås valgene"))

    ui.press(ui.find("button", "Lås"))

    assert gallery.sent == ["ask", "locked"]


def test_a_single_key_presses_its_button():
    gallery = Gallery()
    ui = ui_with(gallery)

    ui.event(key(pygame.K_z, letter="z"))

    assert gallery.sent == ["undo"]


def test_single_keys_can_be_switched_off():
    gallery = Gallery()
    ui = ui_with(gallery, single_keys=False)

    ui.event(key(pygame.K_z, letter="z"))
    ui.event(key(pygame.K_k, letter="k"))

    assert gallery.sent == []
    assert ui.settings.theme == "light"


def test_a_button_that_cannot_be_used_says_why_and_sends_nothing():
    gallery = Gallery()
    ui = ui_with(gallery)

    ui.event(key(pygame.K_x, letter="x"))

    assert gallery.sent == []
    assert ui.tips.text == "Ett kort i året."


def test_the_pointer_on_what_cannot_be_used_also_gets_the_reason_and_no_ring():
    ui = ui_with(Gallery())

    click(ui, ui.find("button", "Parker").rect.center)

    assert ui.tips.text == "Ett kort i året."
    assert not ui.ring


def test_arrows_change_a_slider_by_its_step_and_stop_at_the_end():
    gallery = Gallery()
    ui = ui_with(gallery)
    ui.move_focus(ui.find("slider").name)

    ui.event(key(pygame.K_RIGHT))
    assert gallery.amount == 30

    ui.event(key(pygame.K_END))
    ui.event(key(pygame.K_RIGHT))
    assert gallery.amount == 60


def test_dragging_a_slider_follows_the_pointer():
    gallery = Gallery()
    ui = ui_with(gallery)
    slider = ui.find("slider")
    track = slider.track(ui)

    click(ui, (track.right, track.centery))

    assert gallery.amount == 60


def test_arrows_choose_among_answers_and_the_focus_follows():
    gallery = Gallery()
    ui = ui_with(gallery)
    ui.move_focus(ui.find("radio", "Alle").name)

    ui.event(key(pygame.K_RIGHT))

    assert gallery.pillar == "full_time"
    assert ui.focus is ui.find("radio", "Heltid og nærvær")


def test_only_the_chosen_answer_is_a_tab_stop():
    ui = ui_with(Gallery())

    assert [w.label for w in ui.top.order if w.role == "radio"] == ["Alle"]


def test_a_click_on_an_answer_chooses_it():
    gallery = Gallery()
    ui = ui_with(gallery)

    click(ui, ui.find("radio", "Nytt").rect.center)

    assert gallery.pillar == "innovation"


def test_a_switch_says_its_state_in_words():
    ui = ui_with(Gallery())
    assert "switch «Mønstre på farger» [on]" in ui.tree()

    ui.press(ui.find("switch"))

    assert "switch «Mønstre på farger» [off]" in ui.tree()


def test_a_card_can_be_chosen_by_pointer_and_keeps_its_focus_when_built_again():
    gallery = Gallery()
    ui = ui_with(gallery)

    click(ui, ui.find(name="card 1").rect.center)

    assert gallery.chosen == {"1"}
    assert ui.focus is ui.find(name="card 1")
    assert not ui.ring


def test_a_press_that_slips_off_its_button_does_nothing():
    gallery = Gallery()
    ui = ui_with(gallery)
    start = ui.find("button", "Hvorfor?").rect.center

    ui.event(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=start, button=1))
    ui.event(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(5, 5), button=1))

    assert gallery.sent == []


def test_arrow_keys_read_the_points_of_a_chart():
    ui = ui_with(Gallery())
    ui.move_focus(ui.find("chart").name)

    ui.event(key(pygame.K_RIGHT))
    ui.event(key(pygame.K_RIGHT))

    assert ui.tips.text == "2027: 92 %"


def test_the_same_label_twice_gives_two_names():
    class Twice(Scene):
        def build(self, ui):
            return Column(Button("Velg", 1), Button("Velg", 2))

    ui = ui_with(Twice())

    assert [widget.name for widget in ui.top.order] == ["button:Velg", "button:Velg#2"]


class LongPage(Scene):
    """A text that is longer than the window."""

    def build(self, ui) -> Widget:
        return Column(Label("\n".join(f"Linje {number}" for number in range(200))))


def test_a_page_that_does_not_fit_scrolls_by_key_wheel_and_drag():
    ui = ui_with(LongPage())
    page = ui.find("scroll")
    assert isinstance(page, Scroll)

    ui.event(key(pygame.K_PAGEDOWN))
    after_key = page.offset
    ui.event(pygame.event.Event(pygame.MOUSEMOTION, pos=(300, 300), rel=(0, 0), buttons=(0, 0, 0)))
    ui.event(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1, precise_y=-1.0, flipped=False))
    after_wheel = page.offset
    ui.event(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(300, 500), button=1))
    ui.event(pygame.event.Event(pygame.MOUSEMOTION, pos=(300, 400), rel=(0, 0), buttons=(1, 0, 0)))
    after_drag = page.offset

    assert after_key == 720 - 48
    assert after_wheel == after_key + 56
    assert after_drag == after_wheel + 100


def test_scrolling_stays_when_the_scene_is_built_again():
    ui = ui_with(LongPage())
    ui.event(key(pygame.K_PAGEDOWN))

    ui.rebuild()

    page = ui.find("scroll")
    assert isinstance(page, Scroll)
    assert page.offset == 720 - 48


def test_what_fits_is_as_large_as_its_place_allows():
    class Told(Scene):
        def build(self, ui):
            return Fitting(Label("Stort", "display"), Label("Lite"))

    wide = ui_with(Told(), (1024, 600))
    cramped = Fitting(Label("Stort", "display"), Label("Lite"))
    cramped.place(wide, pygame.Rect(0, 0, 300, 30))

    assert [widget.label for widget in wide.find_all(role="text")] == []
    assert wide.find(role="heading").label == "Stort"
    assert [child.label for child in cramped.children] == ["Lite"]
