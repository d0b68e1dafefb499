"""A real window, and two players for it: one who has only keys, and one who has only a mouse."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.desktop.app import App
from game.desktop.play import Play
from game.desktop.scenes.title import TitleScene
from game.desktop.settings import Settings
from game.desktop.widgets import Widget

PATIENCE = 60


class Window:
    """The game in a window of its own, with a clock that the test moves."""

    def __init__(self, folder: Path, size=(1280, 720), seed=7, **settings) -> None:
        self.play = Play(folder, seed)
        chosen = Settings(**{"motion": "off", "muted": True, **settings})
        self.app = App(TitleScene(self.play), chosen, size, folder / "settings.json")
        self.now = 0.0
        self.pump()

    @property
    def ui(self):
        return self.app.ui

    @property
    def phase(self) -> str:
        return self.play.game.state.phase.value if self.play.game else ""

    def pump(self, seconds: float = 0.04) -> None:
        self.now += seconds
        self.app.pump(now=self.now)

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds / 0.1)):
            self.pump(0.1)

    def texts(self) -> str:
        """Everything that can be read on the top scene."""
        return "\n".join(widget.label for widget in self.ui.top.root.walk() if widget.label)

    def sees(self, role: str, label: str) -> Widget | None:
        found = self.ui.find_all(role=role)
        return next((widget for widget in found if widget.label.startswith(label)), None)


class Keys:
    """Plays with keys alone."""

    def __init__(self, window: Window) -> None:
        self.window = window

    def press(self, code: int, letter: str = "") -> None:
        event = pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=letter)
        pygame.event.post(event)
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=code, mod=0))
        self.window.pump()

    def letter(self, letter: str) -> None:
        self.press(pygame.key.key_code(letter), letter)

    def choose(self, role: str, label: str) -> None:
        """Tabs to it and presses Enter."""
        for _ in range(PATIENCE):
            held = self.window.ui.focus
            if held is not None and held.role == role and held.label.startswith(label):
                self.press(pygame.K_RETURN)
                return
            self.press(pygame.K_TAB)
        raise AssertionError(f"Tab never came to «{label}» in\n{self.window.ui.tree()}")


class Mouse:
    """Plays with a mouse alone: rolls until it is in sight, points, and clicks."""

    def __init__(self, window: Window) -> None:
        self.window = window

    def choose(self, role: str, label: str) -> None:
        for _ in range(PATIENCE):
            widget = self.window.sees(role, label)
            assert widget is not None, f"no «{label}» in\n{self.window.ui.tree()}"
            if 0 < widget.rect.centery < self.window.ui.size[1]:
                break
            self._roll(-1 if widget.rect.centery > 0 else 1)
        self._send(pygame.MOUSEMOTION, widget.rect.center, rel=(0, 0), buttons=(0, 0, 0))
        self._send(pygame.MOUSEBUTTONDOWN, widget.rect.center, button=1)
        self._send(pygame.MOUSEBUTTONUP, widget.rect.center, button=1)
        self.window.pump()

    def _roll(self, notches: int) -> None:
        middle = tuple(part // 2 for part in self.window.ui.size)
        self._send(pygame.MOUSEMOTION, middle, rel=(0, 0), buttons=(0, 0, 0))
        wheel = pygame.event.Event(pygame.MOUSEWHEEL, y=notches, x=0, precise_y=float(notches))
        pygame.event.post(wheel)
        self.window.pump()

    def _send(self, kind: int, place: tuple[int, int], **more) -> None:
        pygame.event.post(pygame.event.Event(kind, pos=place, **more))


def usable(window: Window, start: str) -> list[Widget]:
    """The cards whose name begins so, that can be chosen now and are not."""
    cards = [w for w in window.ui.top.root.walk() if w.name.startswith(start)]
    return [card for card in cards if card.enabled and "selected" not in card.state()]


def start_game(window: Window) -> None:
    """From the title to the first picture, the quick way."""
    window.ui.press(window.ui.find(name="play"))
    window.ui.press(window.ui.find(name="begin"))


def press(window: Window, *names: str) -> None:
    """Presses widgets by name, one scene after the other."""
    for name in names:
        window.ui.press(window.ui.find(name=name))


def to_measures(window: Window) -> None:
    """From the picture to the cards, taking the first answer that can be paid, if any."""
    press(window, "go_on")
    if window.phase == "event":
        for option in usable(window, "option:")[:1]:
            window.ui.press(option)
        press(window, "go_on")


def through_council(window: Window) -> None:
    """Accepts every offer, if there is a meeting at all, until the year passes."""
    while window.phase == "council":
        offers = usable(window, "answer:")
        if offers:
            window.ui.press(offers[0])
        elif window.ui.find(name="go_on").enabled:
            press(window, "go_on")
        else:
            press(window, "next_case")


def to_report(window: Window) -> None:
    """From the picture to the report of the year."""
    to_measures(window)
    press(window, "lock", "locked")
    through_council(window)
    press(window, "go_on")


def to_end(window: Window) -> None:
    """Through all the years."""
    while window.phase != "over":
        to_report(window)
        press(window, "go_on")
