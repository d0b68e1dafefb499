"""Speed, as ratios within one run. Prints a table; fails nothing.

python benchmarks.py [--quick]
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import timeit
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np

from game.content.load import load_scenario
from game.content.parameter_files import load_national
from game.engine.session import new_session
from game.engine.shadow import without_players
from game.engine.start import starting_point
from game.lab.players import PLAYERS, play
from game.model.draws import year_luck
from game.model.lanes import Levers, keep_freed_memory
from game.model.start import begin
from game.model.step import step

LANES = 1024


def best(work: Callable[[], object], number: int, rounds: int) -> float:
    """Seconds for one call: the quickest of some rounds, since others use the machine too."""
    return min(timeit.repeat(work, number=number, repeat=rounds)) / number


def row(name: str, value: str, goal: str) -> None:
    """One line of the table."""
    print(f"{name:<58}{value:>14}   {goal}")


def model_speed(rounds: int) -> None:
    """A game year at two lanes against one product; a lane-year at 1 024 lanes against that."""
    keep_freed_memory()
    scenario, national = load_scenario("fjellvik"), load_national()
    start = starting_point(scenario.municipality, national)
    a, b = np.ones((1, 1, 2)), np.ones((1, 1, 2))
    small, p = begin(national, start, 2)
    large, _ = begin(national, start, LANES)
    few, many = Levers(2), Levers(LANES)
    product = year = batch = float("inf")
    for _ in range(rounds):
        # interleaved, so that a busy moment hits all three
        product = min(product, best(lambda: a * b, 20_000, 1))
        year = min(year, best(lambda: step(small, few, year_luck(7, 2026, 2), p, 3), 100, 1))
        batch = min(batch, best(lambda: step(large, many, year_luck(7, 2026, LANES), p, 3), 5, 1))
    row("one a*b on two (1,1,2) arrays", f"{product * 1e6:.2f} us", "the unit")
    row("game year at batch 2 with draws", f"{year / product:.0f} units", "goal: at most 1 400")
    part = year / (batch / LANES)
    row(f"lane-year at {LANES} lanes, of a batch-2 year", f"1/{part:.0f}", "goal: at most 1/120")


def game_speed(rounds: int) -> None:
    """Whole games without a window."""
    scenario = load_scenario("fjellvik")
    alone = best(lambda: without_players(scenario, 7), 1, rounds)
    row("nullbane, 15 years", f"{alone * 1e3:.1f} ms", "")
    whole = best(lambda: play(new_session(scenario, 7), PLAYERS["balanced"]), 1, rounds)
    row("game by `balanced`, 15 years", f"{whole * 1e3:.1f} ms", "")


def window_speed() -> None:
    """The window on a real screen, in a process of its own so that its start is measured too."""
    with screen() as display:
        environment = {**os.environ, **display}
        done = subprocess.run(
            [sys.executable, "-m", "tests.window.speed", str(time.perf_counter())],
            capture_output=True,
            text=True,
            env=environment,
        )
    if done.returncode:
        print("the window could not be measured:", done.stderr.strip().splitlines()[-1:])
    for line in done.stdout.splitlines():
        if line.count("|") == 2:
            row(*line.split("|"))


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


def main() -> None:
    """Print the table."""
    rounds = 5 if "--quick" in sys.argv else 25
    model_speed(rounds)
    game_speed(3 if "--quick" in sys.argv else 10)
    window_speed()


if __name__ == "__main__":
    main()
