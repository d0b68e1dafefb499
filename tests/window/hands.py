"""Two hands at a real window: keys and mouse go through the X server, as a player's do.

The hands look only at roles, labels and where things are, never at what a scene holds inside.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable

import pygame

from game.desktop.app import App
from game.desktop.widgets import Widget

PATIENCE_SECONDS = 8.0
ARRIVES_WITHIN = 0.1
"""How long what is sent may be on its way; moving the mouse to where it is sends nothing."""
QUIET = 0.003
MOST_TABS = 80
WHEEL_DOWN, WHEEL_UP = "5", "4"


class Hands:
    """A keyboard and a mouse on the window of an app."""

    def __init__(self, app: App) -> None:
        """The window must be open on an X display."""
        self.app = app
        self.events = 0
        self.window = str(pygame.display.get_wm_info()["window"])
        # One xdotool that reads from us: starting one for each key takes longer than the key.
        self._tool = subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE, text=True)
        self.rest(0.2)
        self._send("windowfocus", self.window)
        self.rest(0.2)

    def _send(self, *words: str) -> None:
        """Does something to the window and lets the window answer."""
        assert self._tool.stdin is not None and self._tool.poll() is None
        self._tool.stdin.write(" ".join(words) + "\n")
        self._tool.stdin.flush()
        self.events += 1
        self._answer()

    def let_go(self) -> None:
        """Takes the hands off the window."""
        assert self._tool.stdin is not None
        self._tool.stdin.close()
        assert self._tool.wait(5) == 0

    # Looking

    def sees(self, role: str, label: str = "") -> Widget | None:
        """The widget with this role whose label begins so, on the scene that is on top."""
        for widget in self.app.ui.find_all(role=role):
            if widget.label.startswith(label) and widget in self.app.ui.top.root.walk():
                return widget
        return None

    def all_of(self, role: str) -> list[Widget]:
        """Every widget of a role on the scene that is on top."""
        return [w for w in self.app.ui.top.root.walk() if w.role == role]

    # Waiting

    def _answer(self) -> None:
        """Let the window take what was sent, until no more comes."""
        end = time.monotonic() + ARRIVES_WITHIN
        while not pygame.event.peek() and time.monotonic() < end:
            time.sleep(0.001)
        while pygame.event.peek():
            self.app.pump()
            time.sleep(QUIET)

    def rest(self, seconds: float) -> None:
        """Let the window run for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.app.pump()
            time.sleep(0.004)

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Let the window run until something holds."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not holds():
            if time.monotonic() > end:
                raise AssertionError(f"waited in vain until {what}\n{self.app.ui.tree()}")
            self.app.pump()
            time.sleep(0.004)

    # Keys

    def key(self, name: str) -> None:
        """One key, and the window's answer."""
        self._send("key", "--delay", "0", name)

    def tab_to(self, role: str, label: str) -> None:
        """Press Tab until the focus is on a widget, found by role and label."""
        for _ in range(MOST_TABS):
            held = self.app.ui.focus
            if held is not None and held.role == role and held.label.startswith(label):
                return
            self.key("Tab")
        raise AssertionError(f"Tab never reached {role} «{label}»\n{self.app.ui.tree()}")

    def choose_by_keys(self, role: str, label: str) -> None:
        """Go there with Tab and press Enter."""
        self.until(lambda: self.sees(role, label) is not None, f"{role} «{label}» is there")
        self.tab_to(role, label)
        self.key("Return")

    # Mouse

    def choose_by_mouse(self, role: str, label: str) -> None:
        """Roll until it is in sight, point at its middle and click."""
        self.until(lambda: self.sees(role, label) is not None, f"{role} «{label}» is there")
        for _ in range(40):
            widget = self.sees(role, label)
            assert widget is not None
            x, y = widget.rect.center
            wheel = self._wheel_for(y)
            if wheel is None:
                break
            self._click_at(*self._middle(), wheel)
        self._click_at(str(x), str(y), "1")

    def _click_at(self, x: str, y: str, button: str) -> None:
        self._send("mousemove", "--window", self.window, x, y, "click", button)

    def _middle(self) -> tuple[str, str]:
        width, height = self.app.ui.size
        return str(width // 2), str(height // 2)

    def _wheel_for(self, y: int) -> str | None:
        height = self.app.ui.size[1]
        if y > height - 8:
            return WHEEL_DOWN
        return WHEEL_UP if y < 8 else None
