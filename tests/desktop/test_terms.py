"""«Ordliste» in the window: opened from everywhere, found with keys, letters and a mouse."""

from __future__ import annotations

import pygame
import pytest
from crawl import faults_of, ui_with
from scenes_kit import (
    Keys,
    Mouse,
    Window,
    press,
    start_game,
    through_council,
    to_end,
    to_measures,
    to_report,
)

from game.content.common.terms import load_terms
from game.desktop.scenes.monitor import MonitorDialog
from game.desktop.scenes.terms import TermsDialog
from game.desktop.scenes.title import TitleScene

IDS = {term.id for term in load_terms()}
SIZES = ((1024, 600), (1280, 720))
LANGUAGES = ("nb", "nn", "en")


def opened(folder, **settings) -> tuple[Window, Keys]:
    window = Window(folder, **settings)
    return window, Keys(window)


def is_open(window: Window) -> bool:
    return isinstance(window.ui.top.scene, TermsDialog)


def chosen(window: Window) -> str:
    """The id of the word that is told about."""
    held = window.ui.focus
    assert is_open(window) and held is not None and "selected" in held.state()
    assert held.name == f"term:{window.ui.top.scene.term}"
    return held.name.partition(":")[2]


def look_up(window: Window, keys: Keys) -> str:
    """O and Esc: what the list opened on."""
    keys.letter("o")
    found = chosen(window)
    keys.press(pygame.K_ESCAPE)
    assert not is_open(window)
    return found


def faults(ui) -> list[str]:
    """What is wrong; a dialog that scrolls is higher than its panel."""
    return [
        fault
        for fault in faults_of(ui)
        if not (ui.page_scrolls and fault.startswith("dialog «") and " high and needs " in fault)
    ]


# From everywhere


def test_o_opens_the_words_from_every_scene_and_esc_leads_back(tmp_path):
    window, keys = opened(tmp_path, preset="double")
    seen = []

    def check() -> None:
        before = window.ui.top.scene
        look_up(window, keys)
        assert window.ui.top.scene is before
        seen.append(type(before).__name__)

    check()
    press(window, "play")
    check()
    press(window, "begin")
    check()
    press(window, "goals")
    check()
    press(window, "skip", "go_on")
    check()
    window.ui.press(window.ui.find(name="option:A"))
    press(window, "go_on")
    check()
    press(window, "more")
    check()
    press(window, "close", "lock")
    check()
    press(window, "locked")
    check()
    through_council(window)
    press(window, "go_on")
    check()
    press(window, "go_on")
    to_end(window)
    check()
    assert len(set(seen)) == len(seen) == 11


def test_a_mouse_finds_the_words_at_the_foot_on_the_title_and_among_the_keys(tmp_path):
    window, _ = opened(tmp_path)
    mouse = Mouse(window)
    mouse.choose("button", "Ordliste")
    assert is_open(window)
    mouse.choose("button", "Lukk")
    start_game(window)
    mouse.choose("button", "Ordliste")
    assert is_open(window)
    mouse.choose("button", "Lukk")
    mouse.choose("button", "Taster")
    assert "Hva ordene betyr" in window.texts()
    mouse.choose("button", "Ordliste")
    assert is_open(window)
    mouse.choose("button", "Lukk")
    mouse.choose("button", "Lukk")
    mouse.choose("button", "Meny")
    mouse.choose("button", "Ordliste")
    assert is_open(window)


def test_o_does_nothing_when_single_keys_are_off_but_the_button_still_opens(tmp_path):
    window, keys = opened(tmp_path, single_keys=False)
    keys.letter("o")
    assert not is_open(window)
    press(window, "terms")
    assert is_open(window)
    keys.letter("t")
    assert chosen(window) == "trust", "the list has the letters to itself while it has focus"
    keys.press(pygame.K_TAB)
    keys.letter("r")
    assert window.ui.top.scene.term == "trust"


# On the word of what has focus


def test_the_words_open_on_the_meter_that_has_focus(tmp_path):
    window, keys = opened(tmp_path)
    start_game(window)
    for meter in ("staffing", "services", "wellbeing", "trust", "money"):
        window.ui.move_focus(f"meter:{meter}")
        assert look_up(window, keys) == meter
        assert window.ui.focus.name == f"meter:{meter}"


def test_the_words_open_on_the_meter_under_the_pointer_when_nothing_with_a_word_has_focus(
    tmp_path,
):
    window, keys = opened(tmp_path)
    start_game(window)
    window.pump()
    assert look_up(window, keys) == "employer_strategy", "the first of the alphabet"
    place = window.ui.find(name="meter:trust").rect.center
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0,)))
    window.pump()
    assert look_up(window, keys) == "trust"


def test_buttons_that_are_a_word_open_on_it_and_others_do_not(tmp_path):
    window, keys = opened(tmp_path, preset="double")
    start_game(window)
    window.ui.move_focus("goals")
    assert look_up(window, keys) == "employer_strategy"
    to_measures(window)
    press(window, "more")
    window.ui.move_focus("tab:lead")
    assert look_up(window, keys) == "leadership"
    press(window, "close")
    window.ui.move_focus("card:1")
    assert look_up(window, keys) == "employer_strategy", "the first of the alphabet"


def test_a_number_of_the_monitor_that_is_a_word_opens_on_it(tmp_path):
    window, keys = opened(tmp_path, preset="lesson")
    start_game(window)
    to_report(window)
    window.ui.push(MonitorDialog(window.play.game))
    dives = {w.name for w in window.ui.top.order if w.name.startswith("dive:")}
    words = {name for name in dives if name.partition(":")[2] in IDS}
    assert words and dives - words
    for name in sorted(words):
        window.ui.move_focus(name)
        assert look_up(window, keys) == name.partition(":")[2]


# From word to word


@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 100), ((1024, 600), 100)])
def test_every_word_can_be_reached_with_the_arrows(tmp_path, size, scale):
    window, keys = opened(tmp_path, size=size, text_scale=scale)
    keys.letter("o")
    seen = [chosen(window)]
    for _ in range(len(IDS) + 3):
        keys.press(pygame.K_DOWN)
        seen.append(chosen(window))
        assert window.ui.top.is_in_sight(window.ui.focus)
    assert set(seen) == IDS and seen[-1] == seen[-4], "the list ends where it ends"
    keys.press(pygame.K_HOME)
    assert chosen(window) == seen[0]
    keys.press(pygame.K_END)
    assert chosen(window) == seen[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_can_be_reached_with_its_first_letter(tmp_path, language):
    window, keys = opened(tmp_path, language=language)
    keys.letter("o")
    seen = set()
    for view in window.ui.top.scene.views:
        keys.letter(view.letter.lower())
        seen.add(chosen(window))
    assert seen == IDS


def test_right_and_left_move_a_column_where_all_words_show(tmp_path):
    window, keys = opened(tmp_path)
    keys.letter("o")
    first = window.ui.focus.rect
    keys.press(pygame.K_RIGHT)
    assert chosen(window) == "municipal_director"
    assert window.ui.focus.rect.top == first.top and window.ui.focus.rect.left > first.right
    keys.press(pygame.K_LEFT)
    assert window.ui.focus.rect == first


def test_a_letter_no_word_begins_with_changes_nothing_and_mutes_nothing(tmp_path):
    window, keys = opened(tmp_path, muted=False)
    keys.letter("o")
    before = chosen(window)
    keys.letter("m")
    assert chosen(window) == before and not window.ui.settings.muted


def test_large_text_has_the_meaning_among_the_words_and_all_of_it_can_be_read_with_down(tmp_path):
    window, keys = opened(tmp_path, size=(1024, 600), text_scale=200)
    keys.letter("o")
    seen, shown = {chosen(window)}, set()
    for _ in range(12 * len(IDS)):
        last = window.ui.find(name="in_reality")
        area = window.ui.top.scrolls_around(last)[0].rect
        if area.contains(last.rect):
            shown.add(chosen(window))
        keys.press(pygame.K_DOWN)
        seen.add(chosen(window))
        if len(shown) == len(IDS):
            break
    assert seen == shown == IDS


def test_a_click_on_a_word_tells_what_it_means(tmp_path):
    window, _ = opened(tmp_path)
    press(window, "terms")
    Mouse(window).choose("radio", "Verneombud")
    word = next(term for term in load_terms() if term.id == "safety_rep")
    for told in (word.what, word.in_game, word.in_reality):
        assert told.nb in window.texts()
    assert chosen(window) == "safety_rep" and not window.ui.ring


# Sizes and languages


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_clipped_whatever_word_is_chosen(tmp_path, language, scale):
    found = []
    window, _ = opened(tmp_path)
    for size in SIZES:
        ui = ui_with(TitleScene(window.play), size, text_scale=scale, language=language)
        ui.push(TermsDialog())
        ids = [view.id for view in ui.top.scene.views]
        for term in ids[:: 1 if scale == 100 else 6]:
            ui.top.scene.show(term)
            found += [f"{size} {term}: {fault}" for fault in faults(ui)]
            if scale == 100:
                assert not ui.page_scrolls
    assert found == []
