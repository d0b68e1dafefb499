"""The game in a real window under Xvfb. Skipped where there is none, never in CI."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MISSING = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
IS_REQUIRED = bool(os.environ.get("NEED_A_REAL_WINDOW"))

pytestmark = pytest.mark.skipif(
    bool(MISSING) and not IS_REQUIRED, reason=f"needs {' and '.join(MISSING)}"
)


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of its own for one test."""
    assert not MISSING, f"install {' and '.join(MISSING)}"
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as numbers:
        number = numbers.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


@pytest.mark.parametrize("way", ["keys", "mouse"])
def test_a_game_is_played_from_the_title_to_the_end(way: str, display: str, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "DISPLAY": display,
        "SDL_VIDEODRIVER": "x11",
        "SDL_AUDIODRIVER": "dummy",
        "KOMMUNESPILLET_HOME": str(tmp_path),
    }

    done = subprocess.run(
        [sys.executable, "-m", "tests.window.whole_game", way, str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
        timeout=150,
    )

    assert done.returncode == 0, done.stdout + done.stderr[-6000:]
    assert "15 years, " in done.stdout
    assert (tmp_path / f"end_{way}.png").stat().st_size > 10_000
    replayed = subprocess.run(
        [sys.executable, "-m", "game", "replay", str(tmp_path / "autosave.jsonl")],
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert replayed.returncode == 0, replayed.stderr
    assert "Likt til siste siffer" in replayed.stdout
