"""The window of the stand: locked, watching for who has left, with a way out for the staff."""

from __future__ import annotations

import contextlib
import math
import sys
import time
from pathlib import Path
from typing import Any

import pygame

from game import paths
from game.desktop.app import App
from game.desktop.scene import Pop
from game.desktop.settings import Settings
from game.desktop.stand.attract import AttractScene
from game.desktop.stand.flow import StandPlay

IDLE_SECONDS, ASKED_SECONDS = 45.0, 15.0
HOLD_SECONDS = 5.0
CORNER = 0.08
"""The staff's corner, the upper left, as a part of the window's shorter side."""
LOOKS_AGAIN = 250
"""Milliseconds between looks at the clock while nothing happens."""
PRESSES = (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.FINGERDOWN)
SIGNS_OF_LIFE = (*PRESSES, pygame.MOUSEMOTION, pygame.FINGERMOTION, pygame.MOUSEWHEEL)
ALLOWED = {
    pygame.K_a, pygame.K_b, pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE, pygame.K_TAB,
    pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN,
}  # fmt: skip
"""The only keys that do anything: a stand has no menus, and nobody turns it off in passing."""


class Kiosk(App):
    """An app that never ends by itself, and starts over when nobody is there."""

    def __init__(
        self,
        play: StandPlay,
        settings: Settings,
        size: tuple[int, int] | None = None,
        locked: bool = True,
    ) -> None:
        super().__init__(play.attract(), settings, size, rest_after=math.inf)
        self.play = play
        self._locked = locked
        self._seen = 0.0
        self._held_since: float | None = None
        self._given: float | None = None
        if locked:
            with contextlib.suppress(pygame.error):
                pygame.event.set_grab(True)

    def _take_settings(self, settings: Settings) -> None:
        """Nothing of a stand is remembered in the player's own settings."""
        self.sounds.volume, self.sounds.muted = settings.volume, settings.muted

    # The clock

    def pump(self, wait: bool = False, now: float | None = None) -> bool:
        """One turn of the loop, and a look at who is there."""
        self._given = now
        going = super().pump(wait, now)
        if going:
            self._watch(self._time())
        return not self.ui.finished

    def _time(self) -> float:
        return time.monotonic() - self._began if self._given is None else self._given

    def _patience(self) -> int:
        return min(super()._patience() or LOOKS_AGAIN, LOOKS_AGAIN)

    def _watch(self, now: float) -> None:
        if self._held_since is not None and now - self._held_since >= HOLD_SECONDS:
            self.ui.finished = True
            return
        top = self.ui.layers[0].scene
        if isinstance(top, AttractScene):
            self._seen = now
            top.turn(now)
            return
        idle = now - self._seen
        if idle >= IDLE_SECONDS + ASKED_SECONDS:
            self.ui.emit(self.play.leave())
        elif idle >= IDLE_SECONDS and not self._asks():
            self.ui.push(_question())

    def _asks(self) -> bool:
        from game.desktop.stand.scenes import AreYouThereDialog

        return isinstance(self.ui.top.scene, AreYouThereDialog)

    # What comes in

    def _event(self, event: pygame.event.Event) -> None:
        if event.type in SIGNS_OF_LIFE:
            self._seen = self._time()
        self._watch_corner(event)
        if event.type == pygame.QUIT and self._locked:
            return
        if event.type in (pygame.KEYDOWN, pygame.KEYUP) and not self._is_allowed(event):
            return
        if event.type in PRESSES and self._asks():
            self.ui.emit(Pop())  # whatever is pressed means yes, and nothing more
        elif event.type in PRESSES and isinstance(self.ui.top.scene, AttractScene):
            self._begin(event)
        else:
            super()._event(event)

    def _begin(self, event: pygame.event.Event) -> None:
        """Anywhere but in the staff's corner begins a game."""
        if self._held_since is None:
            if event.type == pygame.KEYDOWN:
                self._held.add(event.key)  # the same press must not answer the first question
            self.ui.emit("begin")

    def _is_allowed(self, event: pygame.event.Event) -> bool:
        staff = pygame.KMOD_CTRL | pygame.KMOD_SHIFT
        both = event.mod & pygame.KMOD_CTRL and event.mod & pygame.KMOD_SHIFT and staff
        if event.type == pygame.KEYDOWN and event.key == pygame.K_q and both:
            self.ui.finished = True
            return False
        with_alt = event.mod & (pygame.KMOD_ALT | pygame.KMOD_CTRL | pygame.KMOD_META)
        return event.key in ALLOWED and not with_alt

    def _watch_corner(self, event: pygame.event.Event) -> None:
        if event.type in (pygame.MOUSEBUTTONUP, pygame.FINGERUP):
            self._held_since = None
        elif event.type == pygame.MOUSEBUTTONDOWN:
            reach = CORNER * min(self.ui.size)
            if event.pos[0] < reach and event.pos[1] < reach:
                self._held_since = self._time()


def _question() -> Any:
    from game.desktop.stand.scenes import AreYouThereDialog

    return AreYouThereDialog()


def run(
    scenario: str = "",
    language: str = "nb",
    text_scale: int = 100,
    windowed: bool = False,
    folder: Path | None = None,
) -> int:
    """Opens the stand and runs until the staff ends it."""
    play = StandPlay(folder or stand_dir(), scenario)
    settings = Settings(
        language=language, text_scale=text_scale, fullscreen=not windowed, motion="full"
    )
    Kiosk(play, settings, locked=not windowed).run()
    return 0


def stand_dir() -> Path:
    """The stand's own folder, so that no one's own game is touched."""
    return paths.home_dir() / "stand"


def print_count(folder: Path | None = None) -> int:
    """Prints the days that have been played, the newest last."""
    from game.desktop.stand.tally import FILE, read

    days = read((folder or stand_dir()) / FILE)
    for day, counts in sorted(days.items()):
        endings = ", ".join(f"{name} {count}" for name, count in sorted(counts["endings"].items()))
        print(f"{day}  begynt {counts['begun']}  fullført {counts['finished']}  {endings}")
    if not days:
        print("Ingen har spilt på standen ennå.", file=sys.stderr)
    return 0
