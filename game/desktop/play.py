"""Starts the game in a window, and keeps what outlives a scene: the saved game and the one played.

The engine is imported when a game is opened, never before the title has been drawn.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from game import paths
from game.desktop.app import App
from game.desktop.scene import Answer, Push, Replace, Reset, Say, Scene
from game.desktop.scenes.title import TitleScene
from game.desktop.scenes.town_show import HOME, TownShow
from game.desktop.town import forget_pictures

AUTOSAVE = "autosave.jsonl"
Translate = Callable[..., str]


class Unreadable(Exception):
    """A save whose first and last line do not say what a save says; the text is the key to show."""


def year_of(lines: list[str]) -> int | None:
    """The year of a saved game from its first and last line; None when the game is over."""
    try:
        head, end = json.loads(lines[0]), json.loads(lines[-1])["end"]
        year, is_over = int(end["year"]), end["phase"] == "over"
    except (ValueError, KeyError, TypeError, IndexError, RecursionError) as fault:
        raise Unreadable("save.broken") from fault
    if not isinstance(head, dict) or "save" not in head:
        raise Unreadable("save.foreign")
    return None if is_over else year


def run(save: Path | None = None) -> int:
    """Opens the window and plays until the player has had enough."""
    play = Play()
    first: Scene = TitleScene(play)
    app = App(first)
    if save is not None:
        app.ui.stage.perform(play.open(save, app.ui.t))
    app.run()
    return 0


class Play:
    """The game as the title sees it: what can be continued, and the way into a game."""

    def __init__(
        self,
        folder: Path | None = None,
        seed: int | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        """`folder` holds the saved game; `seed` decides the luck of new games, when given."""
        self.folder = folder
        self.seed = seed
        self.today = today
        self.town = TownShow()
        self.game: Any = None
        self.trouble = ""
        """The key of what to say on the title about a save that could not be opened."""
        self._is_unreadable = False

    @property
    def autosave(self) -> Path:
        """The file that is written after every choice of a game begun or continued here."""
        return (self.folder or paths.saves_dir()) / AUTOSAVE

    # What can be continued

    def saved_year(self) -> int | None:
        """The year of the saved game; None when there is none, or none that can be read."""
        year = None
        try:
            year = year_of(self.autosave.read_text("utf-8").splitlines())
        except FileNotFoundError:
            return None
        except NotADirectoryError:
            self.trouble = "scene.save.no_folder"
            return None
        except (OSError, UnicodeDecodeError):
            self._cannot_read("save.broken")
        except Unreadable as reason:
            self._cannot_read(str(reason))
        return None if self._is_unreadable else year

    def _cannot_read(self, key: str) -> None:
        self.trouble = key
        self._is_unreadable = True

    # Into a game and out of it

    def warm_up(self) -> None:
        """Imports what a game needs, while the player looks at the title."""
        import game.desktop.scenes.controller  # noqa: F401

    def choose(self, of_the_day: bool = False) -> Answer:
        """To the choice of municipality, with that of the day marked where it is asked for."""
        from game.desktop.scenes.choose import ChooseScene

        return Replace(ChooseScene(self, of_the_day))

    def begin(
        self, scenario_id: str, t: Translate, setup: Any = None, seed: int | None = None
    ) -> Answer:
        """Starts a new game, after asking when it would take the place of one that is under way."""
        if self.saved_year() is None:
            return self.start(scenario_id, t, setup, seed)
        from game.desktop.scenes.ask import AskToReplace

        return Push(AskToReplace(scenario_id))

    def start(
        self, scenario_id: str, t: Translate, setup: Any = None, seed: int | None = None
    ) -> Answer:
        """Starts a new game; `setup` is its length and difficulty."""
        from game.desktop.scenes.controller import BrokenContent, load_scenario, new_game

        try:
            scenario = load_scenario(scenario_id)
        except BrokenContent:
            return Say(t("scene.scenario.broken"))
        self._keep_unreadable()
        forget_pictures()  # the large evening town of the title is not needed any more
        self.game = new_game(self, scenario, setup, seed)
        started: Answer = self.game.with_trouble(Reset(self.game.scene()), t)
        return started

    def resume(self, t: Translate) -> Answer:
        """Takes up the saved game."""
        return self.open(self.autosave, t)

    def open(self, file: Path, t: Translate) -> Answer:
        """Takes up the game in a file; a file that cannot be opened is said and left alone."""
        from game.desktop.scenes.controller import CannotOpen, opened

        try:
            self.game, difference = opened(self, file)
        except CannotOpen as reason:
            self.trouble = reason.key
            self._is_unreadable = self._is_unreadable or file == self.autosave
            return None
        self.trouble = ""
        first = Reset(self.game.scene())
        forget_pictures()
        return (first, Say(t(difference))) if difference else first

    def _keep_unreadable(self) -> None:
        """Puts a save that could not be opened aside, so that a new game does not write over it."""
        self.trouble = ""
        if not self._is_unreadable or not self.autosave.exists():
            return
        number = 1
        while (kept := self.autosave.with_suffix(f".kept-{number}.jsonl")).exists():
            number += 1
        try:
            os.replace(self.autosave, kept)
        except OSError:
            return
        self._is_unreadable = False

    def leave(self) -> Answer:
        """Back to the title. Everything is saved already."""
        self.game, self.town.landscape = None, HOME
        return Reset(TitleScene(self))
