"""A robot that plays the stand for a day: game after game through real events, without restart.

    python -m tests.window.stand_robot --games 500

Prints how many were played, whether anything was stuck, and how the memory went.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

import pygame

from game.desktop.settings import Settings
from game.desktop.stand.attract import AttractScene
from game.desktop.stand.flow import StandPlay
from game.desktop.stand.kiosk import Kiosk
from game.desktop.stand.scenes import CardScene

MOST_PRESSES = 40
"""A game needs eleven; one that takes more than this is stuck."""
LEAVES = 0.1
"""One in ten walks away in the middle of a game."""


def play(games: int, seed: int = 1) -> int:
    """Plays, and returns 0 when nothing was stuck."""
    luck = random.Random(seed)
    folder = Path(tempfile.mkdtemp())
    stand = Kiosk(StandPlay(folder), Settings(muted=True, motion="reduced"), (1280, 720))
    robot = Robot(stand, luck)
    began, marks = time.monotonic(), []
    for number in range(games):
        robot.play_one()
        if number in {games // 10, games // 2, games - 1}:
            marks.append(f"{number + 1}: {memory_now():.0f} MB")
    seconds = time.monotonic() - began
    days = stand.play.tally.days.values()
    finished = sum(day["finished"] for day in days)
    print(f"{games} games in {seconds:.0f} s, {finished} finished, {robot.stuck} stuck")
    print(f"left in the middle {robot.left}, presses {robot.presses}, memory {', '.join(marks)}")
    print(f"highest memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    pygame.quit()
    return 1 if robot.stuck else 0


class Robot:
    """Presses keys and touches the screen as people in passing do."""

    def __init__(self, stand: Kiosk, luck: random.Random) -> None:
        self.stand, self.luck = stand, luck
        self.now = 0.0
        self.stuck = self.left = self.presses = 0

    def play_one(self) -> None:
        """One game, from the loop to the card or to someone who walks away."""
        self._press()
        walks = self.luck.random() < LEAVES
        for _ in range(MOST_PRESSES):
            scene = self.stand.ui.top.scene
            if isinstance(scene, CardScene) or (walks and self.luck.random() < 0.2):
                break
            self._press()
        else:
            self.stuck += 1
        self.left += walks
        self._pass(0.5)
        for _ in range(5):
            self._pass(15.0)  # everyone has gone: two steps, and the loop is back
        if not isinstance(self.stand.ui.top.scene, AttractScene):
            self.stuck += 1

    def _press(self) -> None:
        self.presses += 1
        if self.luck.random() < 0.5:
            self._key(self.luck.choice((pygame.K_a, pygame.K_b, pygame.K_RETURN)))
        else:
            self._touch()
        self._pass(0.1)

    def _key(self, code: int) -> None:
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.event.Event(kind, key=code, mod=0, unicode=""))

    def _touch(self) -> None:
        used = [one.rect.center for one in self.stand.ui.top.order if one.enabled and one.intent]
        width, height = self.stand.ui.size
        place = self.luck.choice([*used, (width // 2, height // 2)])
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pygame.event.post(pygame.event.Event(kind, pos=place, button=1))

    def _pass(self, seconds: float) -> None:
        self.now += seconds
        if not self.stand.pump(now=self.now):
            raise SystemExit("the stand ended by itself")


def memory_now() -> float:
    """The resident memory of this process in MB; its highest where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * resource.getpagesize() / 1024**2


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=500)
    sys.exit(play(parser.parse_args().games))
