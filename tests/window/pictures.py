"""Takes a picture of every scene, for people to look at.

    python -m tests.window.pictures FOLDER [--size 1280x720] [--scale 100] [--theme light]
                                           [--language nb] [--seed 7]

A page that scrolls gives one picture for each screenful. Needs no screen.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from game.desktop.app import App
from game.desktop.play import Play
from game.desktop.scenes.title import TitleScene
from game.desktop.settings import Settings

FRAME = 0.05
CARDS_A_YEAR = 2
TABS = ("pillar", "choice", "loops", "luck")


class Photographer:
    """Plays a game and photographs it on the way, on a clock of its own."""

    def __init__(self, app: App, folder: Path) -> None:
        """`folder` is made when it is not there."""
        self.app, self.ui, self.folder, self.now = app, app.ui, folder, 0.0
        folder.mkdir(parents=True, exist_ok=True)

    def rest(self, seconds: float) -> None:
        """Let the clock run."""
        for _ in range(round(seconds / FRAME)):
            self.now += FRAME
            self.app.pump(now=self.now)

    def press(self, name: str, rest: float = 0.6) -> bool:
        """Press what has this name; False when there is no such thing, or it is not open."""
        found = [widget for widget in self.ui.find_all(name=name) if widget.enabled]
        if found:
            self.ui.press(found[0])
            self.rest(rest)
        return bool(found)

    @property
    def year(self) -> str:
        """The year that is played."""
        return str(self.ui.top.scene.play.game.state.year)  # type: ignore[attr-defined]

    def finish(self) -> None:
        """Let the scene have what is counted beside the window."""
        self.ui.top.scene.finish()
        self.rest(0.6)

    def take(self, name: str) -> None:
        """One picture, and one more for each screenful below."""
        self._save(name)
        pages = self.ui.find_all(role="scroll", name="page") if self.ui.top.page_scrolls else []
        number = 1
        while pages and pages[0].scroll_to(self.ui, pages[0].offset + pages[0].rect.height - 60):
            self.ui.damage(None)
            self.rest(0.1)
            number += 1
            self._save(f"{name}_{number}")

    def _save(self, name: str) -> None:
        surface = pygame.display.get_surface()
        assert surface is not None
        pygame.image.save(surface, str(self.folder / f"{name}.png"))


def photograph(camera: Photographer) -> None:
    """From the title to the end."""
    camera.rest(1.0)
    camera.take("01_title")
    camera.press("settings")
    camera.take("02_settings")
    camera.ui.escape()
    camera.press("terms")
    camera.take("02_terms")
    camera.ui.escape()
    camera.rest(0.3)
    camera.press("play")
    camera.take("03_choose")
    camera.press("begin", 2.0)
    a_year(camera, "a")
    for _ in range(7):
        a_year(camera)
    a_year(camera, "b")
    while a_year(camera):
        pass
    camera.rest(2.0)
    camera.take("12_end")
    if camera.press("account"):
        for tab in TABS:
            camera.ui.emit(("tab", tab))
            camera.finish()
            camera.take(f"13_account_{tab}")


def a_year(camera: Photographer, mark: str = "") -> bool:
    """One year; with a mark, a picture of each of its scenes. False when the game is over."""

    def take(name: str) -> None:
        if mark:
            camera.take(f"{name}_{mark}")

    take("04_picture")
    if not camera.ui.find_all(name="go_on"):
        return False
    if mark:
        choose_goals(camera, mark)
    camera.press("go_on")
    if camera.ui.find_all(name="option:A"):
        answer(camera)
        take("05_event")
        if mark and camera.press("advice"):
            take("05_advice")
            camera.press("close")
        camera.press("go_on")
    pick_cards(camera)
    take("06_measures")
    if mark:
        look_into_the_rules(camera, mark)
    if mark and camera.press("future"):
        look_ahead(camera, mark)
    if not camera.press("lock"):
        return False
    take("07_lock")
    camera.press("locked")
    sit_in_council(camera, mark)
    take("08_passing")
    camera.press("go_on", 1.5)
    take("09_report")
    if mark:
        camera.press("menu")
        take("10_pause")
        camera.ui.escape()
        camera.rest(0.3)
    camera.press("go_on", 1.0)
    return True


GOALS = ("full_time", "innovation", "together")
DRAWERS = ("roles", "bound", "park", "youth")


def choose_goals(camera: Photographer, mark: str) -> None:
    """The goals before and after three are chosen; nothing when the game has none."""
    if not camera.press("goals"):
        return
    camera.take(f"04_goals_{mark}")
    if not camera.ui.find_all(name="decide"):
        camera.press("skip")
        return
    for goal in GOALS:
        camera.press(f"goal:{goal}", 0.2)
    camera.take(f"04_goals_chosen_{mark}")
    camera.press("decide" if mark == "a" else "skip")


def look_into_the_rules(camera: Photographer, mark: str) -> None:
    """The words, the drawer, the advice, the states and the steps, as far as there are any."""
    camera.ui.move_focus("meter:trust")
    camera.ui.keyboard.show_terms()
    camera.rest(0.6)
    camera.take(f"06_terms_{mark}")
    camera.ui.escape()
    camera.rest(0.3)
    if camera.press("more"):
        camera.take(f"06_more_lead_{mark}")
        for drawer in DRAWERS:
            camera.press(f"tab:{drawer}")
            camera.take(f"06_more_{drawer}_{mark}")
        camera.press("close")
    if camera.press("advice"):
        camera.take(f"06_advice_{mark}")
        camera.press("close")
    if camera.press("standing"):
        camera.take(f"06_standing_{mark}")
        camera.press("close")
    steps = [one for one in camera.ui.find_all(role="button") if one.name.startswith("step:")]
    if steps and camera.press(steps[0].name):
        camera.take(f"06_steps_{mark}")
        camera.press("close")
    for one in camera.ui.find_all(role="button"):
        if one.name.startswith("involve:"):
            camera.press(one.name)
            camera.take(f"06_case_{mark}")
            break


def sit_in_council(camera: Photographer, mark: str) -> None:
    """Through the cases, if any: the first offer is photographed before and after its answer."""
    while camera.ui.find_all(name="hall"):
        if camera.ui.find_all(name="answer:A"):
            camera.take(f"07_council_offer_{mark or camera.year}")
            camera.press("answer:A")
        camera.take(f"07_council_{mark or camera.year}")
        if not camera.press("go_on"):
            camera.press("next_case")


def look_ahead(camera: Photographer, mark: str) -> None:
    """The fan as it is, and with a card that is tried and another fall in use."""
    camera.finish()
    camera.take(f"06_future_{mark}")
    switches = camera.ui.find_all(role="switch")
    if switches:
        camera.press(switches[0].name)
    camera.ui.emit(("decline", 0.02))
    camera.ui.emit(("meter", "services"))
    camera.finish()
    camera.take(f"06_tried_{mark}")
    camera.ui.escape()
    camera.rest(0.6)


def answer(camera: Photographer) -> bool:
    """Take the last answer that can be paid; False when none can."""
    return any(camera.press(f"option:{letter}") for letter in "CBA")


def pick_cards(camera: Photographer) -> None:
    """Take the first cards that can be paid."""
    taken = 0
    for number in range(1, 7):
        if taken < CARDS_A_YEAR:
            taken += camera.press(f"card:{number}")


def main() -> None:
    """Read what is asked for, and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default="1280x720")
    parser.add_argument("--scale", type=int, default=100)
    parser.add_argument("--theme", default="light")
    parser.add_argument("--language", default="nb")
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    width, height = (int(part) for part in asked.size.split("x"))
    settings = Settings(
        language=asked.language, text_scale=asked.scale, theme=asked.theme, muted=True
    )
    with tempfile.TemporaryDirectory() as home:
        play = Play(Path(home), seed=asked.seed)
        app = App(TitleScene(play), settings, (width, height), Path(home) / "settings.json")
        photograph(Photographer(app, asked.folder))
    print(f"{len(list(asked.folder.glob('*.png')))} pictures in {asked.folder}")


if __name__ == "__main__":
    main()
