"""Measures the window and prints `name|value|goal` lines. Run by benchmarks.py in its own process.

python -m tests.window.speed STARTED     (STARTED: the parent's perf_counter before the start)
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

STARTED = float(sys.argv[1])

from game.desktop.app import App  # noqa: E402  the clock must run before the imports do
from game.desktop.play import Play  # noqa: E402
from game.desktop.scenes.title import TitleScene  # noqa: E402
from game.desktop.settings import Settings  # noqa: E402

IDLE_SECONDS = 3.0
REST_AFTER, SETTLED = 0.5, 1.5
"""The town stands still after this many seconds here, twenty in the game; then measuring begins."""
REPAINTS = 40
DRAG_STEPS, FRAME = 30, 1 / 120


def main() -> None:
    """Open the window at 1920x1080, go to the main scene, and measure."""
    with tempfile.TemporaryDirectory() as folder:
        play = Play(Path(folder), seed=7)
        settings = Settings(motion="full", muted=True)
        file = Path(folder) / "settings.json"
        app = App(TitleScene(play), settings, (1920, 1080), file, rest_after=REST_AFTER)
        app.pump()
        first = time.perf_counter() - STARTED
        say("first frame from the start of the process", f"{first:.2f} s", "goal: at most 0.6 s")
        app.ui.stage.perform(play.start("fjellvik", app.ui.t))
        settle(app)
        say("full repaint, main scene, 1920x1080", f"{repaint(app):.1f} ms", "goal: under 5 ms")
        say("idle, all motion on, once the town rests", f"{idle(app):.1f} % CPU", "goal: none")
        slowest, answer = drag(app)
        say("slowest frame while a future is dragged", f"{slowest:.0f} ms", "goal: about 50 ms")
        say("from a drag to its 256 futures", f"{answer:.0f} ms", "goal: at most 150 ms")
        say("memory at its highest", f"{highest_memory_mb():.0f} MB", "goal: under 150 MB")


def highest_memory_mb() -> float:
    """The most this process has held. What `getrusage` tells begins with what its parent held."""
    told = Path("/proc/self/status")
    if not told.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines = dict(line.split(":", 1) for line in told.read_text().splitlines())
    return int(lines["VmHWM"].split()[0]) / 1024


def say(name: str, value: str, goal: str) -> None:
    """One line for the table."""
    print(f"{name}|{value}|{goal}", flush=True)


def settle(app: App) -> None:
    """Let the scene fade in, and the town come to rest."""
    end = time.perf_counter() + SETTLED
    while time.perf_counter() < end:
        app.pump()
        time.sleep(0.01)
    time.sleep(0.1)  # a turn that comes too soon after another one asks for one more
    app.pump()
    assert not app.ui.screen.ambient


def repaint(app: App) -> float:
    """Milliseconds to paint everything anew: the quickest of some."""
    best = float("inf")
    for _ in range(REPAINTS):
        app.ui.damage(None)
        began = time.perf_counter()
        app.pump()
        best = min(best, time.perf_counter() - began)
    return best * 1000


def idle(app: App) -> float:
    """Per cent of one core while nobody touches anything."""
    import pygame

    pygame.time.set_timer(pygame.USEREVENT + 7, round(IDLE_SECONDS * 1000), loops=1)
    cpu, wall = time.process_time(), time.perf_counter()
    while time.perf_counter() - wall < IDLE_SECONDS:
        app.pump(wait=True)
    return 100 * (time.process_time() - cpu) / (time.perf_counter() - wall)


def drag(app: App) -> tuple[float, float]:
    """Milliseconds of the slowest frame, and of the usual wait for an answer, under a drag."""
    import pygame

    app.ui.stage.emit("future")
    dialog = app.ui.top.scene
    dialog.finish()
    settle(app)
    track = app.ui.find(name="decline").track(app.ui)
    place = (track.left, track.centery)
    app.ui.event(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=place, button=1))
    app.pump()
    frames, waits = [], []
    for step in range(DRAG_STEPS):
        place = (track.left + track.width * (step + 1) // DRAG_STEPS, track.centery)
        began = time.perf_counter()
        app.ui.event(pygame.event.Event(pygame.MOUSEMOTION, pos=place, buttons=(1, 0, 0)))
        app.pump()
        frames.append(time.perf_counter() - began)
        while not dialog.ahead.is_fresh:
            time.sleep(FRAME)
            at = time.perf_counter()
            app.pump()
            frames.append(time.perf_counter() - at)
        waits.append(time.perf_counter() - began)
    app.ui.event(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=place, button=1))
    return max(frames) * 1000, sorted(waits)[len(waits) // 2] * 1000


if __name__ == "__main__":
    main()
