"""What a scene is, and what it may ask for. A scene makes widgets and answers intents, no more.

`handle` returns None (build me again), Stay(), or one or several of the changes below. A button may
also carry a change as its intent; then `handle` is not asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

from game.desktop.widgets.base import Widget


@dataclass(frozen=True)
class Change:
    """Something only the interface can do."""


@dataclass(frozen=True)
class Push(Change):
    """Puts a scene on top of this one. A Dialog gets a scrim and keeps the focus to itself."""

    scene: Scene


@dataclass(frozen=True)
class Replace(Change):
    """Puts a scene in the place of this one."""

    scene: Scene


@dataclass(frozen=True)
class Reset(Change):
    """Leaves every scene and starts with this one."""

    scene: Scene


@dataclass(frozen=True)
class Pop(Change):
    """Closes this scene; the one below gets the intent, when there is one."""

    intent: Any = None


@dataclass(frozen=True)
class Stay(Change):
    """Nothing to build again."""


@dataclass(frozen=True)
class ChangeSetting(Change):
    """Changes one of the player's settings, saves it and builds every scene again."""

    name: str
    value: Any


@dataclass(frozen=True)
class Say(Change):
    """Shows a short message at the bottom for a few seconds."""

    text: str


@dataclass(frozen=True)
class ShowHelp(Change):
    """Opens the list of keys, as F1 does."""


@dataclass(frozen=True)
class ShowTerms(Change):
    """Opens the list of words, as O does."""


@dataclass(frozen=True)
class Quit(Change):
    """Ends the program."""


Answer = Change | Iterable[Change] | None


class Scene:
    """A full picture. Override `build` and `handle`; the rest has good defaults."""

    title: str = ""
    modal: bool = False
    first_focus: str | None = None  # the name or label of the widget that has focus at first
    ui: Any = None  # set by the interface before `build`
    while_drawing: AbstractContextManager[object] = nullcontext()  # around each frame

    def build(self, ui: Any) -> Widget:
        """The widgets of the scene as they should be now."""
        raise NotImplementedError

    def handle(self, intent: Any) -> Answer:
        """Answers what a widget sent."""
        return None

    def on_escape(self) -> Any:
        """The intent of the Esc key; None for nothing."""
        return None

    def on_key(self, name: str) -> Any:
        """The intent of a key no widget wanted, by pygame's name («page down»)."""
        return None

    def tick(self, now: float) -> bool:
        """Called before each frame; True as long as live pictures must be drawn again."""
        return False


class Dialog(Scene):
    """A scene in a box over the one below."""

    modal = True
    width: float = 520  # dp

    def on_escape(self) -> Any:
        """Esc closes a dialog."""
        return Pop()
