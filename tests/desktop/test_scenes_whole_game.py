"""A whole game in the window, by keys alone and by mouse alone."""

from __future__ import annotations

import pygame
import pytest
from scenes_kit import Keys, Mouse, Window, usable

FIRST, LAST = 2026, 2040


def test_a_whole_game_is_played_by_keys_alone(tmp_path):
    window = Window(tmp_path)
    keys = Keys(window)
    keys.choose("button", "Spill nå")
    keys.choose("button", "Velg Fjellvik")
    for year in range(FIRST, LAST + 1):
        assert window.play.game.state.year == year
        keys.press(pygame.K_RETURN)  # the picture: the focus is on «Videre»
        if window.phase == "event":
            for option in usable(window, "option:")[-1:]:
                keys.letter(option.key)
            keys.press(pygame.K_RETURN)
        assert window.phase == "measures", window.ui.tree()
        if cards := usable(window, "card:"):
            keys.letter(cards[year % len(cards)].key)
        keys.letter("l")
        keys.letter("l")
        while window.phase == "council":
            keys.letter("b")  # stands firm, if anyone asks for something
            keys.press(pygame.K_RETURN)
        assert window.phase == "passing"
        keys.press(pygame.K_RETURN)
        keys.letter("h")
        keys.choose("button", "Se hvordan det gikk" if year == LAST else f"Til {year + 1}")
    assert window.phase == "over"
    assert "Vendepunkter" in window.texts()


def test_a_whole_game_is_played_by_mouse_alone(tmp_path):
    window = Window(tmp_path, size=(1024, 600), motion="full")
    mouse = Mouse(window)
    mouse.choose("button", "Spill nå")
    mouse.choose("button", "Velg Fjellvik")
    for year in range(FIRST, LAST + 1):
        mouse.choose("button", "Videre")
        if window.phase == "event":
            for option in usable(window, "option:")[:1]:
                mouse.choose("button", option.label)
            mouse.choose("button", "Videre")
        if cards := usable(window, "card:"):
            mouse.choose("button", cards[0].label)
        mouse.choose("button", "Lås året")
        mouse.choose("button", "Lås, og la året gå")
        while window.phase == "council":
            if window.sees("button", "Ta imot"):
                mouse.choose("button", "Ta imot")
            mouse.choose("button", "La året gå")
        mouse.choose("button", "Hopp over")
        mouse.choose("meter", "Penger")
        assert "Penger" in window.ui.find(name="why chart").label
        mouse.choose("button", "Se hvordan det gikk" if year == LAST else f"Til {year + 1}")
    assert window.phase == "over"
    mouse.choose("button", "Tillit")
    assert window.ui.find(name="years").label == "Tillit"
    mouse.choose("button", "Til forsiden")
    assert window.sees("button", "Spill nå")
    assert window.sees("button", "Fortsett") is None  # a finished game is finished


@pytest.mark.parametrize("motion", ["full", "reduced"])
def test_the_year_passes_by_itself_only_when_motion_is_wanted(tmp_path, motion):
    window = Window(tmp_path, motion=motion)
    keys = Keys(window)
    keys.press(pygame.K_RETURN)
    keys.press(pygame.K_RETURN)
    keys.press(pygame.K_RETURN)
    keys.letter(usable(window, "option:")[0].key)
    keys.press(pygame.K_RETURN)
    keys.letter("l")
    keys.letter("l")
    assert window.phase == "passing"
    stills = [w for w in window.ui.find_all(role="picture")]
    assert len(stills) == (1 if motion == "full" else 4)
    window.wait(10.0)
    assert window.phase == ("report" if motion == "full" else "passing")
