"""`python start.py` on machines where something is missing. Nothing is fetched from the network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

START = Path(__file__).parents[2] / "start.py"
BIN = "Scripts" if os.name == "nt" else "bin"


@pytest.fixture
def clone(tmp_path) -> Path:
    """A folder with the start file and a project that needs a package that cannot be had."""
    shutil.copy(START, tmp_path)
    (tmp_path / "pyproject.toml").write_text(
        '[build-system]\nrequires = ["none-such-build"]\nbuild-backend = "none_such"\n'
        '[project]\nname = "clone"\nversion = "1"\n'
    )
    return tmp_path


def start(clone: Path, **surroundings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "start.py", "--version"],
        cwd=clone,
        env={**os.environ, "PIP_NO_INDEX": "1", **surroundings},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_half_an_environment_is_made_again_and_a_failed_fetch_says_why(clone):
    venv.create(clone / ".venv", with_pip=False)

    run = start(clone)

    assert run.returncode == 1
    assert "nettet kan være borte eller disken full" in run.stdout
    pip = [str(clone / ".venv" / BIN / "python"), "-m", "pip", "--version"]
    assert subprocess.run(pip, capture_output=True, check=False).returncode == 0


def test_a_python_without_venv_says_what_to_install_and_leaves_nothing_half_made(clone):
    venv.create(clone / ".venv", with_pip=False)
    lame = clone / "lame"
    lame.mkdir()
    (lame / "venv.py").write_text("raise ImportError('left out')\n")

    run = start(clone, PYTHONPATH=str(lame))

    assert run.returncode == 1
    assert "sudo apt install python3-venv" in run.stdout
    assert "nettet" not in run.stdout
    assert not (clone / ".venv").exists()
