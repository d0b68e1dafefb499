"""The theme file against the rules of readable colour, recomputed from the file each time."""

from __future__ import annotations

import pygame
import pytest
from colour_science import SIGHT, contrast, distance, smallest_distance

from game.charts.display_list import TOKENS
from game.desktop.lettering import Lettering
from game.desktop.theme import THEMES, load_theme

PILLARS = ("recruitment", "full_time", "innovation", "volunteering", "leadership")
STATUS = ("good", "ok", "crisis")
GROUNDS = ("background", "surface", "raised")
TEXT_ON = [
    *((text, ground) for text in ("ink", "muted", "link", "crisis") for ground in GROUNDS),
    *((f"on_{tone}", tone) for tone in (*STATUS, "accent", "accent_soft")),
    ("muted", "sunken"),
    ("background", "ink"),
]
GRAPHICS = ("border", "focus", "accent", "good", *PILLARS, *(f"series{n}" for n in range(1, 6)))


def test_the_distance_formula_agrees_with_its_published_examples():
    # Pairs 1, 7 and 17 of the test data of Sharma, Wu and Dalal 2005.
    assert distance((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert distance((50, 0, 0), (50, -1, 2)) == pytest.approx(2.3669, abs=1e-4)
    assert distance((50, 2.5, 0), (73, 25, -18)) == pytest.approx(27.1492, abs=1e-4)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_can_be_read_on_its_ground(theme, text, ground):
    colours = load_theme(theme).colours

    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("token", GRAPHICS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_graphics_stand_out_from_their_ground(theme, token, ground):
    colours = load_theme(theme).colours

    assert contrast(colours[token], colours[ground]) >= 3.0


@pytest.mark.parametrize("theme", ("light", "dark"))
@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("tokens", (PILLARS, STATUS, tuple(f"series{n}" for n in range(1, 6))))
def test_colours_that_mean_something_can_be_told_apart_by_everyone(theme, sight, tokens):
    colours = [load_theme(theme).colours[token] for token in tokens]

    assert smallest_distance(colours, sight) >= 12


def test_the_pillars_of_the_light_theme_are_as_far_apart_as_the_design_says():
    colours = [load_theme("light").colours[token] for token in PILLARS]

    found = [round(smallest_distance(colours, sight), 1) for sight in SIGHT]

    assert found == [24.5, 14.9, 15.3, 20.7]  # game.md 5.1: normal, protan, deutan, tritan


def test_every_theme_has_the_same_tokens_and_those_of_the_charts():
    tokens = [set(load_theme(name).colours) for name in THEMES]

    assert tokens[0] == tokens[1] == tokens[2]
    assert tokens[0] >= TOKENS


def test_letters_at_full_hd_are_as_large_as_the_design_asks():
    styles = load_theme("light").styles

    assert styles["caption"].size * 1.5 >= 20
    assert styles["body"].size * 1.5 >= 24
    assert styles["title"].size * 1.5 >= 28
    assert styles["heading"].size * 1.5 >= 40


def test_the_typeface_has_every_letter_and_sign_we_use():
    letters = Lettering()

    def drawn(letter: str) -> bytes:
        picture = letters.font("Regular", 20).render(letter, True, "black")
        return pygame.image.tobytes(picture, "RGBA")

    signs = "æøåÆØÅáčđŋšŧžÁČĐŊŠŦŽ▲▼←↑→↓–−«»…½²·✓≈≤"
    assert letters.complete
    assert [sign for sign in signs if drawn(sign) == drawn("漢")] == []


def test_a_missing_typeface_is_said_and_the_game_still_starts(monkeypatch):
    from crawl import ui_with
    from gallery import Gallery

    monkeypatch.setattr("game.desktop.lettering._font_folder", lambda: None)

    ui = ui_with(Gallery())
    ui.draw(pygame.display.get_surface())

    assert len(ui.missing) == 1
    assert "font-source-sans-pro" in ui.missing[0]
