"""Every file in tests/broken has one fault, and the .txt beside it holds all that may be said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.content.check import check_file
from game.content.problem import printed

BROKEN = Path(__file__).parent.parent / "broken"
FILES = sorted(path.stem for path in BROKEN.glob("*.yaml"))


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


def test_one_file_may_have_many_faults_and_all_are_told_in_order(folder: Path) -> None:
    text = (BROKEN / "nothing_wrong.yaml").read_text(encoding="utf-8")
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
