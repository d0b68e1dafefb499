"""One command to set up and play, one to set up and test. Needs only Python and pip.

python start.py              install into .venv here, then start the game
python start.py test         install, then run all tests
python start.py run --help   anything else goes to the command `kommunespillet`
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"
OLDEST = (3, 11)
SIDE_BY_SIDE = ["-n", "3", "--dist", "worksteal"]
"""One process more than the two cores asked for: some tests wait for windows and other processes.

Each takes whole files, so that a game many tests look at is played once.
"""


def main(arguments: list[str]) -> int:
    """Set up what is missing and hand the arguments on."""
    if sys.version_info < OLDEST:
        print("Kommunespillet trenger Python 3.11 eller nyere. Hent den fra python.org.")
        return 2
    wants_tests = arguments[:1] == ["test"]
    python = set_up("test" if wants_tests else "")
    if python is None:
        return 1
    if not wants_tests:
        return subprocess.call([python, "-m", "game", *arguments], cwd=HERE)
    # without kept bytecode each of the many processes of the tests compiles everything anew
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [python, "-m", "pytest", *(arguments[1:] or SIDE_BY_SIDE)]
    return subprocess.call(command, cwd=HERE, env=kept)


def set_up(extra: str) -> str | None:
    """The Python of the project's own environment, with all that is needed in it."""
    python = environment_python()
    if python is None:
        return None
    # one mark for each extra, so that playing does not install the test tools
    mark = ENVIRONMENT / f".installed{'-' + extra if extra else ''}"
    wanted = hashlib.sha256((HERE / "pyproject.toml").read_bytes()).hexdigest()
    if mark.exists() and mark.read_text() == wanted:
        return python
    print("Henter det spillet trenger. Det tar et minutt, og bare første gang …", flush=True)
    target = f"{HERE}[{extra}]" if extra else str(HERE)
    quiet = ["--quiet", "--disable-pip-version-check"]
    if subprocess.call([python, "-m", "pip", "install", *quiet, "--editable", target]):
        print(
            "Det gikk ikke å hente pakkene: nettet kan være borte eller disken full. "
            "Start på nytt når det er i orden, så fortsetter det der det slapp."
        )
        return None
    mark.write_text(wanted)
    return python


def environment_python() -> str | None:
    """Make the environment if it is not there or only half there, and return its Python."""
    windows = os.name == "nt"
    python = ENVIRONMENT / ("Scripts/python.exe" if windows else "bin/python")
    if has_pip(python):
        return str(python)
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    made = subprocess.call([sys.executable, "-m", "venv", str(ENVIRONMENT)])
    if made == 0 and has_pip(python):
        return str(python)
    # half an environment would be taken for a whole one the next time
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    print(
        "Python her mangler venv eller pip. På Debian og Ubuntu: sudo apt install python3-venv. "
        "Ellers: installer Python fra python.org, og start på nytt."
    )
    return None


def has_pip(python: Path) -> bool:
    """Whether this is a Python that can install packages."""
    try:
        asked = subprocess.run([str(python), "-c", "import pip"], capture_output=True)
    except OSError:
        return False
    return asked.returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
