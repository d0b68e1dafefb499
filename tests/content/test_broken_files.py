"""Every file or folder in tests/broken has one fault; the .txt beside it holds all that is said.

Files too large or too tangled to keep are made here, and checked by the real command in a process
of its own, so that its time and memory can be seen.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from game.content.check import check_file
from game.content.document import MOST_TOLD
from game.content.problem import printed

BROKEN = Path(__file__).parent.parent / "broken"
FILES = sorted(path.stem for path in BROKEN.glob("*.yaml"))
FOLDERS = sorted(path.name for path in BROKEN.iterdir() if path.is_dir())
SOUND = (BROKEN / "nothing_wrong.yaml").read_text(encoding="utf-8")
ROOT = BROKEN.parent.parent
MOST_SECONDS, MOST_MEGABYTES = 2.0, 200
CHECKED = """
import sys, time
from game.cli import main
status = main(["check", sys.argv[1]])
(peak,) = [line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")]
with open(sys.argv[2], "w") as file:
    file.write(f"{time.process_time()} {int(peak) / 1000}")
sys.exit(status)
"""
"""The command, which then leaves word of the time it worked and the most memory it ever held."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A place with an empty library, so that the messages do not hang on the real one."""
    (tmp_path / "library").mkdir()
    (tmp_path / "scenario").mkdir()
    return tmp_path / "scenario"


@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_gives_exactly_its_message(name: str, folder: Path) -> None:
    path = folder / f"{name}.yaml"
    shutil.copyfile(BROKEN / path.name, path)

    told = printed(check_file(path)) + "\n"

    assert told == (BROKEN / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FOLDERS)
def test_a_broken_folder_gives_exactly_its_message(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    shutil.copytree(BROKEN / name, path)

    told = printed(check_file(path)) + "\n"

    assert told == (BROKEN / f"{name}.txt").read_text(encoding="utf-8")


def test_every_expected_message_has_its_broken_file() -> None:
    assert sorted(path.stem for path in BROKEN.glob("*.txt")) == sorted(FILES + FOLDERS)


def test_one_file_may_have_many_faults_and_all_are_told_in_order(folder: Path) -> None:
    text = SOUND
    for right, wrong in (("starts: 2026", "starts: snart"), ("turns: 8", "runder: 8")):
        text = text.replace(right, wrong)
    path = folder / "many.yaml"
    path.write_text(text.replace("- change: trust", "- change: tillit"), encoding="utf-8")

    problems = check_file(path)

    assert [(problem.line, problem.what) for problem in problems] == [
        (8, "«snart» er ikke et tall."),
        (9, "Ukjent felt «runder»."),
        (101, "Modellen har ingen størrelse som heter «tillit»."),
    ]


def test_after_two_hundred_faults_no_more_are_told(folder: Path) -> None:
    path = folder / "endless.yaml"
    path.write_text(SOUND + "".join(f"farge_{i}: blå\n" for i in range(500)), encoding="utf-8")

    problems = check_file(path)

    assert len([problem for problem in problems if problem.severity == "FEIL"]) == MOST_TOLD
    assert problems[0].what.startswith("Det er mer å rette i fila enn det som står her")


@dataclass(frozen=True)
class Checked:
    """What came of one run of the command."""

    status: int
    printed: str
    complained: str
    seconds: float
    megabytes: float


def checked_alone(path: Path) -> Checked:
    """Runs `kommunespillet check` in a process of its own.

    Seconds are those the processor worked, for the machine may be busy with other tests.
    """
    used = path.with_suffix(".used")
    done = subprocess.run(
        [sys.executable, "-c", CHECKED, str(path), str(used)],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        timeout=30,
        env={"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)},
    )
    seconds, megabytes = (float(number) for number in used.read_text().split())
    return Checked(done.returncode, done.stdout, done.stderr, seconds, megabytes)


def bomb() -> str:
    """Nine of the line above on every line: nine to the twelfth values, were they written out."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 13)]
    return "\n".join(lines)


BURNOUT = (
    SOUND[SOUND.index("  - id: burnout") :]
    .replace("{", "{{")
    .replace("}", "}}")
    .replace("burnout", "late_{}")
    .replace("full_time_pilot.wait", "late_{}.close")
)
HOSTILE = {
    "fifty_megabytes": ("a" * 50_000_000, "«fifty_megabytes.yaml» er for stor."),
    "ten_thousand_lists": ("a: " + "[" * 10_000 + "]" * 10_000, "for mange trinn innover"),
    "ten_thousand_dashes": ("- " * 10_000 + "x", "for mange trinn innover"),
    "ten_thousand_braces": ("a: " + "{a: " * 10_000 + "1" + "}" * 10_000, "for mange trinn"),
    "bomb_of_references": (bomb(), "«&a0» er et spesialtegn i YAML"),
    "references_alone": ("a: &a x\nb: [" + "*a," * 160_000 + "]", "«*a» er et spesialtegn"),
    "many_small_values": (
        "format: 1\nb: [" + "x," * 245_000 + "]",
        "mer enn 50\u00a0000 felt",
    ),
    "twenty_thousand_fields": (
        SOUND + "".join(f"tittel_{i}: x\n" for i in range(20_000)),
        "Det er mer å rette i fila",
    ),
    "four_hundred_events_that_wait_for_the_next": (
        SOUND + "".join(BURNOUT.format(i, i + 1) for i in range(400)),
        "Det finnes ingen hendelse og ikke noe tiltak som heter «late_400».",
    ),
    "spaces_alone": (" " * 499_000, "Fila er tom."),
}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read as on Linux")
@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_file_gets_a_message_in_two_seconds_and_little_memory(
    name: str, folder: Path
) -> None:
    content, expected = HOSTILE[name]
    path = folder / f"{name}.yaml"
    path.write_text(content, encoding="utf-8")

    run = checked_alone(path)

    assert run.status == 2
    assert expected in run.printed
    assert "Traceback" not in run.printed + run.complained
    assert len(run.printed) < 100_000
    assert run.seconds < MOST_SECONDS
    assert run.megabytes < MOST_MEGABYTES
