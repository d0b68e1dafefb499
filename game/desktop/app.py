"""The window and its loop: sleeps until something happens, draws only what changed."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import time
import warnings
from pathlib import Path

# Before pygame is imported: otherwise software windows go through OpenGL on Linux, twenty times
# slower, and Windows would stretch a small picture instead of letting us draw at full size.
if sys.platform.startswith("linux"):
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.desktop.keys import REPEATING
from game.desktop.scene import Scene
from game.desktop.screen import REST_AFTER
from game.desktop.settings import Settings, load_settings, save_settings
from game.desktop.sound import Sounds
from game.desktop.ui import Ui

MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of malloc.h
LEAST_SIZE = (1024, 600)
UNSEEN = ("offscreen", "dummy")
"""Drivers without a screen. SDL falls back on them by itself, and the game would run unseen."""
FRAME = 1 / 60
NAP, LONG_NAP, NAP_LONGER_AFTER = 0.008, 0.03, 2.0
"""Seconds between looks for events, and how long it must be quiet before the looks are fewer."""


class NoScreen(Exception):
    """There is no screen to draw on."""


class App:
    """The window. Give it the first scene and call `run`."""

    def __init__(
        self,
        scene: Scene,
        settings: Settings | None = None,
        size: tuple[int, int] | None = None,
        settings_file: Path | None = None,
        rest_after: float = REST_AFTER,
    ) -> None:
        """`rest_after` is how long the town moves with nobody there, in seconds."""
        self.settings_file = settings_file
        chosen = settings if settings is not None else load_settings(settings_file)
        self._window_size = size or (1280, 720)
        self._open(chosen, size)
        self.ui = Ui(pygame.display.get_window_size(), chosen, rest_after=rest_after)
        self.sounds = Sounds(chosen.volume, chosen.muted)
        self.ui.sound = self.sounds.play
        self.ui.on_setting = self._take_settings
        self._fullscreen = chosen.fullscreen
        self._title = ""
        self._hand = False
        self._began = self._last_event = time.monotonic()
        self._held: set[int] = set()
        self.ui.push(scene)

    # The window

    def _open(self, settings: Settings, size: tuple[int, int] | None) -> None:
        _give_memory_back()
        try:
            _demand_a_way_to_a_screen()
            pygame.display.init()
            _demand_a_screen()
            self._window_size = size or first_size(pygame.display.get_desktop_sizes())
            self._set_mode(settings.fullscreen)
        except pygame.error as reason:
            raise NoScreen(str(reason)) from reason
        pygame.key.set_repeat(350, 40)
        pygame.display.set_icon(_window_icon())

    def _set_mode(self, fullscreen: bool) -> None:
        if fullscreen:
            pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
            return
        pygame.display.set_mode(self._window_size, pygame.RESIZABLE)
        # pygame.Window itself can only show whole frames; the display module shows small places,
        # but has no other door to the least size.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            pygame.Window.from_display_module().minimum_size = LEAST_SIZE

    def _take_settings(self, settings: Settings) -> None:
        self.sounds.volume, self.sounds.muted = settings.volume, settings.muted
        save_settings(settings, self.settings_file)
        if settings.fullscreen != self._fullscreen:
            self._fullscreen = settings.fullscreen
            self._set_mode(settings.fullscreen)
            self.ui.resize(pygame.display.get_window_size())
            self.ui.damage(None)

    # The loop

    def run(self) -> None:
        """Runs until the player ends the game."""
        try:
            while self.pump(wait=True):
                pass
        finally:
            pygame.quit()

    def pump(self, wait: bool = False, now: float | None = None) -> bool:
        """One turn of the loop; False when the game is over. Tests call it without waiting."""
        for event in self._events(wait):
            self._event(event)
        if self.ui.finished:
            return False
        self.ui.advance(time.monotonic() - self._began if now is None else now)
        self._draw()
        return not self.ui.finished

    def _events(self, wait: bool) -> list[pygame.event.Event]:
        """What has happened. Sleeps until something does, or until it is time for a frame.

        pygame's own wait looks a thousand times a second, which is 5 % of a core doing nothing.
        """
        events = pygame.event.get()
        if not wait:
            return events
        patience = self._patience()
        end = time.monotonic() + patience / 1000 if patience else float("inf")
        while not events and (left := end - time.monotonic()) > 0:
            time.sleep(min(left, self._nap()))
            events = pygame.event.get()
        if events:
            self._last_event = time.monotonic()
        return events

    def _nap(self) -> float:
        """Short while the player is at it; longer when nothing has happened for a while."""
        quiet = time.monotonic() - self._last_event
        return NAP if quiet < NAP_LONGER_AFTER else LONG_NAP

    def _patience(self) -> int:
        """How long the loop may sleep, in milliseconds; 0 is until something happens."""
        now = time.monotonic() - self._began
        screen = self.ui.screen
        wake = self.ui.tips.wake_at()
        if screen.busy:
            return max(1, round((self.ui.now + FRAME - now) * 1000))
        if screen.ambient:
            return max(1, round((self.ui.now + 2 * FRAME - now) * 1000))
        return 0 if wake is None else max(1, round((wake - now) * 1000) + 1)

    def _event(self, event: pygame.event.Event) -> None:
        ui = self.ui
        if event.type == pygame.QUIT:
            ui.finished = True
        elif event.type == pygame.WINDOWSIZECHANGED:
            ui.resize(pygame.display.get_window_size())
            ui.damage(None)
        elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED):
            ui.damage(None)
        elif event.type in (pygame.WINDOWLEAVE, pygame.WINDOWFOCUSLOST):
            self._held.clear()
            ui.pointer.leave()
        elif not self._is_held_down(event):
            ui.event(event)

    def _is_held_down(self, event: pygame.event.Event) -> bool:
        """Whether this is a key that was never let go: only moving may go on while it is held.

        Else an Enter that is held a little too long would answer the next question too.
        """
        if event.type == pygame.KEYUP:
            self._held.discard(event.key)
        if event.type != pygame.KEYDOWN:
            return False
        is_held = event.key in self._held
        self._held.add(event.key)
        return is_held and event.key not in REPEATING

    def _draw(self) -> None:
        if not self.ui.layers:
            return
        self._show_title()
        self._show_cursor()
        surface = pygame.display.get_surface()
        places = self.ui.draw(surface) if surface else []
        if places:
            pygame.display.update(places)

    def _show_cursor(self) -> None:
        """A hand over what can be pressed."""
        held = self.ui.hovered
        hand = held is not None and held.enabled and held.intent is not None
        if hand != self._hand:
            self._hand = hand
            with contextlib.suppress(pygame.error):
                shape = pygame.SYSTEM_CURSOR_HAND if hand else pygame.SYSTEM_CURSOR_ARROW
                pygame.mouse.set_cursor(shape)

    def _show_title(self) -> None:
        game, scene = self.ui.t("interface.game_title"), self.ui.top.scene.title
        title = f"{scene} – {game}" if scene else game
        if title != self._title:
            self._title = title
            pygame.display.set_caption(title)


def _give_memory_back() -> None:
    """Lets glibc return each picture to the system when it is dropped.

    By itself it stops doing so once a large one has been freed, and a whole game takes 25 MB more.
    """
    with contextlib.suppress(OSError, AttributeError):
        if sys.platform.startswith("linux"):
            ctypes.CDLL(None).mallopt(MMAP_THRESHOLD, 256 * 1024)


def _demand_a_way_to_a_screen() -> None:
    """On Linux without any door to a screen SDL would only complain, in English."""
    doors = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "SDL_VIDEODRIVER")
    if sys.platform.startswith("linux") and not any(os.environ.get(door) for door in doors):
        raise NoScreen("no display")


def _demand_a_screen() -> None:
    """An unseen driver is fine when someone asked for it, as tests do."""
    driver = pygame.display.get_driver()
    if driver in UNSEEN and not os.environ.get("SDL_VIDEODRIVER"):
        pygame.display.quit()
        raise NoScreen(driver)


def first_size(screens: list[tuple[int, int]]) -> tuple[int, int]:
    """A window that fills most of the screen, in the shape of the screen, never too small."""
    width, height = screens[0] if screens else (1280, 720)
    return (max(LEAST_SIZE[0], round(width * 0.9)), max(LEAST_SIZE[1], round(height * 0.85)))


def _window_icon() -> pygame.Surface:
    """A roof over a heart of a town: drawn, so that there is no file to lose."""
    from game.desktop.shapes import from_svg, svg

    plate = '<rect width="64" height="64" rx="14" fill="#0A6A67"/>'
    house = '<path d="M12 34L32 16L52 34V50H38V38H26V50H12Z" fill="#FFFFFF"/>'
    return from_svg(svg(64, 64, plate + house), (64, 64))
