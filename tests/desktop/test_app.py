"""The window: its loop, its keys, what it draws again, and starting without a screen."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pygame
import pytest
from crawl import key, ui_with
from gallery import METERS, Gallery

from game.desktop.app import LEAST_SIZE, App, first_size
from game.desktop.scene import ChangeSetting, Pop, Push, Quit, Replace, Reset, Say, Scene, ShowHelp
from game.desktop.settings import Settings, load_settings
from game.desktop.sound import Sounds, waves
from game.desktop.widgets import Button, Column, Label, Meter, Picture, Widget


@pytest.fixture
def app(tmp_path):
    return App(Gallery(), Settings(motion="off"), (1280, 720), tmp_path / "settings.json")


class Page(Scene):
    """A page with a name and buttons for changes."""

    def __init__(self, title: str, *changes) -> None:
        self.title = title
        self.changes = changes
        self.got = []

    def handle(self, intent):
        self.got.append(intent)

    def build(self, ui) -> Widget:
        buttons = [Button(type(change).__name__, change) for change in self.changes]
        return Column(Label(self.title), *buttons)


def titles(ui) -> list[str]:
    return [layer.scene.title for layer in ui.layers]


def test_pages_are_stacked_replaced_and_closed():
    ui = ui_with(Page("one"))

    ui.emit(Push(Page("two")))
    assert titles(ui) == ["one", "two"]
    ui.emit(Replace(Page("three")))
    assert titles(ui) == ["one", "three"]
    ui.emit(Pop("done"))
    assert titles(ui) == ["one"]
    assert ui.top.scene.got == ["done"]
    ui.stage.perform((Push(Page("four")), Reset(Page("five"))))
    assert titles(ui) == ["five"]


def test_closing_the_last_page_ends_the_game(app):
    app.ui.emit(Pop())

    assert app.pump() is False


def test_quit_and_the_close_button_end_the_game(app):
    pygame.event.post(pygame.event.Event(pygame.QUIT))

    assert app.pump() is False
    ui = ui_with(Page("one"))
    ui.emit(Quit())
    assert ui.finished


def test_a_key_in_the_queue_reaches_the_scene(app):
    pygame.event.post(key(pygame.K_z, letter="z"))

    assert app.pump()

    assert app.ui.top.scene.sent == ["undo"]


def test_theme_and_text_size_keys_change_the_settings_and_save_them(app):
    app.ui.event(key(pygame.K_k, letter="k"))
    app.ui.event(key(pygame.K_PLUS, pygame.KMOD_CTRL))

    assert app.ui.theme.name == "dark"
    assert app.ui.scale == 1.25
    saved = load_settings(app.settings_file)
    assert (saved.theme, saved.text_scale) == ("dark", 125)


def test_text_size_stays_within_its_limits(app):
    for _ in range(9):
        app.ui.event(key(pygame.K_MINUS, pygame.KMOD_CTRL))
    assert app.ui.settings.text_scale == 75

    app.ui.event(key(pygame.K_0, pygame.KMOD_CTRL))
    assert app.ui.settings.text_scale == 100


def test_m_mutes_and_full_screen_goes_on_and_off(app):
    app.ui.event(key(pygame.K_m, letter="m"))
    assert app.sounds.muted

    app.ui.event(key(pygame.K_F11))
    assert pygame.display.get_surface().get_flags() & pygame.FULLSCREEN
    app.ui.event(key(pygame.K_F11))
    assert not pygame.display.get_surface().get_flags() & pygame.FULLSCREEN


def test_the_help_lists_the_keys_of_the_scene_once(app):
    app.ui.event(key(pygame.K_F1))
    app.ui.event(key(pygame.K_F1))

    assert len(app.ui.layers) == 2
    assert "tag «Z»" in app.ui.tree()
    assert "text «Angre»" in app.ui.tree()


def test_a_button_can_open_the_help():
    ui = ui_with(Page("one", ShowHelp()))

    ui.press(ui.find("button", "ShowHelp"))

    assert titles(ui) == ["one", "Taster"]


def test_a_change_of_language_builds_the_page_again(app):
    app.ui.emit(ChangeSetting("language", "en"))

    assert app.ui.t("interface.close") == "Close"
    assert app.ui.focus is not None


def test_an_idle_window_draws_nothing(app):
    app.pump(now=1.0)
    surface = pygame.display.get_surface()

    assert app.ui.draw(surface) == []
    assert not app.ui.screen.busy
    assert not app.ui.screen.ambient
    assert app._patience() == 0


def test_moving_onto_a_button_draws_only_its_place(app):
    app.pump(now=1.0)
    button = app.ui.find("button", "Angre")

    app.ui.pointer.move(button.rect.center)
    places = app.ui.draw(pygame.display.get_surface())

    assert sum(place.width * place.height for place in places) < 30_000
    assert all(button.rect.inflate(60, 60).contains(place) for place in places)


def test_a_full_picture_is_drawn_within_its_time():
    ui = ui_with(Gallery(), (1920, 1080))
    surface = pygame.Surface((1920, 1080)).convert()
    times = []
    for _ in range(10):
        began = time.perf_counter()
        ui.damage(None)
        ui.draw(surface)
        times.append(time.perf_counter() - began)

    assert min(times) < 0.020  # 2-5 ms on a quiet machine; the first one fills the memory


def test_a_veil_over_a_large_window_is_even_and_takes_little_memory():
    painter = ui_with(Gallery(), (1920, 1080)).painter
    surface = pygame.Surface((1920, 1080)).convert()
    surface.fill("white")
    before = painter.memory.used

    painter.fill(surface, surface.get_rect(), "scrim")

    assert painter.memory.used - before < 1_000_000
    once = surface.get_at((0, 0))
    assert once != pygame.Color("white")
    assert {tuple(surface.get_at((x, y))) for x in (0, 1919) for y in range(1080)} == {tuple(once)}


def test_what_is_drawn_in_pieces_is_the_same_as_drawn_whole(app):
    app.pump(now=1.0)
    surface = pygame.display.get_surface()
    for _ in range(12):
        app.ui.event(key(pygame.K_TAB))
        app.ui.draw(surface)
    app.ui.advance(5.0)
    app.ui.draw(surface)
    pieces = pygame.image.tobytes(surface, "RGB")

    app.ui.damage(None)
    app.ui.draw(surface)

    assert pygame.image.tobytes(surface, "RGB") == pieces


def test_a_message_goes_away_by_itself():
    ui = ui_with(Page("one"))
    ui.emit(Say("Lagret"))
    assert ui.tips.message == "Lagret"

    ui.advance(5.0)

    assert ui.tips.message == ""


def test_bars_move_when_motion_is_wanted_and_stand_when_it_is_not():
    class Meters(Scene):
        def build(self, ui):
            return Column(*[Meter(view) for view in METERS])

    surface = pygame.display.get_surface()
    moving = ui_with(Meters(), motion="full")
    still = ui_with(Meters(), motion="reduced")
    for ui in (moving, still):
        ui.draw(surface)

    assert moving.screen.busy
    assert not still.screen.busy
    moving.advance(1.0)
    moving.draw(surface)
    assert not moving.screen.busy


def test_a_living_picture_draws_only_what_moved():
    class Boat:
        is_moving = True

        def refresh(self):
            self.drawn = False

        def draw(self, surface, rect, now):
            surface.fill((0, 0, 255))
            if not self.drawn:
                self.drawn = True
                return [rect]
            return [pygame.Rect(10, 10, 20, 20)]

    class Fjord(Scene):
        boat = Boat()

        def build(self, ui):
            return Picture(self.boat, "Fjorden", height=200)

    ui = ui_with(Fjord(), motion="full")
    surface = pygame.display.get_surface()
    ui.advance(1.0)
    ui.draw(surface)
    ui.advance(2.0)

    assert ui.draw(surface) == [pygame.Rect(10, 10, 20, 20)]
    assert ui.screen.ambient


class Clock:
    """A living picture that remembers the time it was drawn at."""

    is_moving = True
    shown = 0.0

    def refresh(self):
        pass

    def draw(self, surface, rect, now):
        self.shown = now
        return [rect]


class Tower(Scene):
    def __init__(self):
        self.clock = Clock()

    def build(self, ui):
        return Picture(self.clock, "Klokka", height=200)


def test_a_living_picture_rests_when_nobody_is_there_and_goes_on_from_there():
    tower = Tower()
    ui = ui_with(tower, motion="full")
    for second in range(1, 25):
        ui.advance(float(second))
    assert not ui.screen.ambient
    stopped = tower.clock.shown
    assert 18 <= stopped < 20

    ui.event(key(pygame.K_TAB))
    ui.advance(500.0)
    assert ui.screen.ambient
    ui.advance(501.0)

    assert tower.clock.shown == stopped + 1
    ui.event(pygame.event.Event(pygame.WINDOWEXPOSED))
    ui.advance(519.9)
    assert ui.screen.ambient
    ui.advance(520.1)
    assert not ui.screen.ambient


def test_a_window_at_rest_sleeps_until_something_happens(tmp_path):
    app = App(Tower(), Settings(), (1280, 720), tmp_path / "s.json", rest_after=0.2)
    app.pump(now=0.1)
    app.pump(now=0.15)
    assert app.ui.screen.ambient

    app.pump(now=1.0)
    app.pump(now=1.1)

    assert app._patience() == 0


def test_the_first_window_fits_the_screen_but_is_never_too_small():
    assert first_size([(1920, 1080)]) == (1728, 918)
    assert first_size([(1024, 600)]) == LEAST_SIZE


def test_no_screen_is_one_clear_error():
    code = (
        "from game.desktop.app import App, NoScreen\nfrom game.desktop.scene import Scene\n"
        "try:\n    App(Scene())\nexcept NoScreen:\n    print('no screen')"
    )
    surroundings = {**os.environ, "SDL_VIDEODRIVER": "none_such"}

    run = subprocess.run(
        [sys.executable, "-c", code],
        env=surroundings,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.stdout.strip().endswith("no screen")


@pytest.mark.parametrize("session", [{}, {"XDG_RUNTIME_DIR": "/tmp"}])
def test_a_machine_without_a_screen_is_told_so_and_the_game_ends(tmp_path, session):
    doors = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "XDG_RUNTIME_DIR")
    surroundings = {name: value for name, value in os.environ.items() if name not in doors}

    run = subprocess.run(
        [sys.executable, "-m", "game"],
        env={**surroundings, **session, "KOMMUNESPILLET_HOME": str(tmp_path)},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )

    assert run.returncode == 3
    assert run.stderr.startswith("Spillet fant ingen skjerm")
    assert len(run.stderr.splitlines()) == 1


def test_the_window_opens_without_the_heavy_libraries():
    code = (
        "import sys\nimport game.desktop.app, game.desktop.widgets\n"
        "print([m for m in ('numpy', 'pydantic', 'game.content') if m in sys.modules])"
    )

    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )

    assert run.stdout.strip().splitlines()[-1] == "[]"


def test_every_sound_is_short_and_never_too_loud():
    made = waves()

    assert set(made) == {"click", "choose", "lock", "no", "chime"}
    assert all(len(wave) < 44_100 for wave in made.values())
    assert all(abs(int(wave.max())) <= 26_000 for wave in made.values())


def test_muted_sounds_open_no_sound_device():
    pygame.mixer.quit()
    sounds = Sounds(volume=40, muted=True)

    sounds.play("click")

    assert not pygame.mixer.get_init()


def test_an_enter_that_is_held_presses_only_once(tmp_path):
    app = App(Gallery(), Settings(motion="off"), (1280, 720), tmp_path / "settings.json")
    app.pump()
    button = app.ui.find(role="button", label="Les mer")
    app.ui.move_focus(button.name)
    scene = app.ui.top.scene

    for _ in range(4):
        pygame.event.post(
            pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="")
        )
        app.pump()
    once = len(scene.sent)
    pygame.event.post(pygame.event.Event(pygame.KEYUP, key=pygame.K_RETURN, mod=0))
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode=""))
    app.pump()

    assert once == 1
    assert len(scene.sent) == 2
