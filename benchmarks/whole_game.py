"""Whole games without a window, and the window itself on a real screen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks import table
from benchmarks.measuring import Contest
from game.content.load import load_scenario
from game.engine.session import new_session
from game.engine.shadow import without_players
from game.lab.players import PLAYERS, play


def show(rounds: int) -> None:
    """Games of 15 years."""
    table.heading("Hele spill uten vindu")
    scenario = load_scenario("fjellvik")
    contest = Contest()
    contest.enter("alone", lambda: without_players(scenario, 7))
    contest.enter("played", lambda: play(new_session(scenario, 7), PLAYERS["balanced"]))
    contest.run(rounds)
    table.row("nullbanen, 15 år", table.time(contest["alone"]))
    table.row("spilleren «balanced», 15 år", table.time(contest["played"]))


def show_window() -> None:
    """The window, in a process of its own so that its start is measured too."""
    table.heading("Vinduet")
    with screen() as display:
        environment = {**os.environ, **display}
        done = subprocess.run(
            [sys.executable, "-m", "tests.window.speed", str(time.perf_counter())],
            capture_output=True,
            text=True,
            env=environment,
        )
    if done.returncode:
        last = "".join(done.stderr.strip().splitlines()[-1:])
        print("Vinduet kunne ikke måles:", last)
    for line in done.stdout.splitlines():
        if line.count("|") == 2:
            table.row(*line.split("|"))


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """An X screen made for the purpose; without Xvfb, a window that is drawn but not shown."""
    if shutil.which("Xvfb") is None:
        yield {"SDL_VIDEODRIVER": "dummy"}
        return
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1200x24"]
    with open(os.devnull, "w") as nowhere:
        server = subprocess.Popen(command, pass_fds=[write], stderr=nowhere)
    os.close(write)
    with os.fdopen(read) as number:
        yield {"DISPLAY": f":{number.readline().strip()}", "SDL_VIDEODRIVER": "x11"}
    server.terminate()
    server.wait()
