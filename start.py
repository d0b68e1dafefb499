"""One command to set up and play, one to set up and test. Needs only Python and pip.

python start.py              install into .venv here, then start the game
python start.py test         install, then run all tests
python start.py run --help   anything else goes to the command `kommunespillet`
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"
OLDEST = (3, 11)


def main(arguments: list[str]) -> int:
    """Set up what is missing and hand the arguments on."""
    if sys.version_info < OLDEST:
        print("Kommunespillet trenger Python 3.11 eller nyere. Hent den fra python.org.")
        return 2
    wants_tests = arguments[:1] == ["test"]
    python = set_up("test" if wants_tests else "")
    if python is None:
        return 1
    if wants_tests:
        command = [python, "-m", "pytest", *(arguments[1:] or ["-n", "2"])]
    else:
        command = [python, "-m", "game", *arguments]
    return subprocess.call(command, cwd=HERE)


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
        print("Det gikk ikke å hente pakkene. Er maskinen på nett? Prøv en gang til.")
        return None
    mark.write_text(wanted)
    return python


def environment_python() -> str | None:
    """Make the environment if it is not there, and return its Python."""
    windows = os.name == "nt"
    python = ENVIRONMENT / ("Scripts/python.exe" if windows else "bin/python")
    if not python.exists():
        made = subprocess.call([sys.executable, "-m", "venv", str(ENVIRONMENT)])
        if made:
            print("Python mangler modulen venv. På Debian og Ubuntu: sudo apt install python3-venv")
            return None
    return str(python)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
