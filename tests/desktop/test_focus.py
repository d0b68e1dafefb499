"""Where focus goes: by Tab, by arrows, when things change, and when the ring shows."""

from __future__ import annotations

import pygame
from crawl import click, key, ui_with
from gallery import Gallery

from game.desktop import focus
from game.desktop.scene import Scene
from game.desktop.widgets import Button, Column, Row


class Buttons(Scene):
    """Buttons in two rows; `names` can be changed."""

    def __init__(self, names: str = "ABCD", first: str | None = None) -> None:
        self.names = names
        self.first_focus = first
        self.pressed: list[str] = []

    def handle(self, intent):
        self.pressed.append(intent)

    def build(self, ui):
        half = len(self.names) // 2
        rows = (self.names[:half], self.names[half:])
        return Column(*[Row(*[Button(name, name) for name in row]) for row in rows])


def focused(ui) -> str:
    return ui.focus.label


def test_the_first_tab_shows_where_one_is_and_the_next_one_moves():
    ui = ui_with(Buttons())

    ui.event(key(pygame.K_TAB))
    first = focused(ui)
    ui.event(key(pygame.K_TAB))

    assert (first, focused(ui)) == ("A", "B")


def test_shift_and_tab_goes_back_and_around():
    ui = ui_with(Buttons())
    ui.event(key(pygame.K_TAB))

    ui.event(key(pygame.K_TAB, pygame.KMOD_SHIFT))

    assert focused(ui) == "D"


def test_arrows_go_where_they_point():
    ui = ui_with(Buttons())
    ui.event(key(pygame.K_TAB))

    steps = []
    for arrow in (pygame.K_RIGHT, pygame.K_DOWN, pygame.K_LEFT, pygame.K_UP):
        ui.event(key(arrow))
        steps.append(focused(ui))

    assert steps == ["B", "D", "C", "A"]


def test_an_arrow_towards_nothing_stays():
    ui = ui_with(Buttons())
    ui.event(key(pygame.K_TAB))

    ui.event(key(pygame.K_LEFT))

    assert focused(ui) == "A"


def test_enter_and_space_press_what_has_focus():
    buttons = Buttons()
    ui = ui_with(buttons)

    ui.event(key(pygame.K_RETURN))
    ui.event(key(pygame.K_SPACE))

    assert buttons.pressed == ["A", "A"]


def test_a_scene_may_say_what_has_focus_at_first():
    assert focused(ui_with(Buttons(first="C"))) == "C"


def test_the_ring_shows_after_a_key_and_hides_after_the_pointer():
    ui = ui_with(Buttons())
    assert not ui.ring

    ui.event(key(pygame.K_TAB))
    assert ui.ring

    click(ui, ui.find("button", "D").rect.center)
    assert not ui.ring
    assert focused(ui) == "D"


def test_the_ring_is_drawn_in_the_colour_of_focus():
    ui = ui_with(Buttons())
    surface = pygame.display.get_surface()
    ui.event(key(pygame.K_TAB))
    ui.event(key(pygame.K_TAB))
    ui.draw(surface)

    rect = ui.focus.rect
    at = surface.get_at((rect.right + 3, rect.centery))

    assert tuple(at)[:3] == ui.theme.colour("focus")[:3]


def test_focus_moves_to_the_one_that_took_the_place_of_what_is_gone():
    buttons = Buttons()
    ui = ui_with(buttons)
    ui.move_focus(ui.find("button", "B").name)

    buttons.names = "ACDE"
    ui.rebuild()

    assert focused(ui) == "C"


def test_focus_scrolls_into_sight():
    ui = ui_with(Gallery(), (1024, 600), text_scale=200)
    last = ui.top.order[-1]

    ui.move_focus(last.name)

    assert pygame.Rect(0, 0, 1024, 600).contains(ui.focus.rect)


def test_a_step_straight_ahead_beats_a_nearer_one_to_the_side():
    here = pygame.Rect(0, 0, 100, 40)
    ahead, aside = pygame.Rect(200, 0, 100, 40), pygame.Rect(110, 90, 100, 40)

    assert focus.neighbour([here, ahead, aside], 0, "right") == 1


def test_a_tip_comes_with_keyboard_focus_after_a_moment():
    ui = ui_with(Gallery())
    ui.move_focus(ui.find("button", "Innstillinger").name)

    ui.advance(0.1)
    early = ui.tips.text
    ui.advance(0.4)

    assert (early, ui.tips.text) == ("", "Innstillinger")
