"""The same games, to the last bit, however they are played. The whole round is `lab trace`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import numpy as np
import pytest

from game.cli import main
from game.lab import trace_marks
from game.lab.trace_marks import GAMES, YEARS, elsewhere, instructions, mark_of, play, trace_mark


@pytest.fixture(scope="module")
def plain() -> str:
    return trace_mark(GAMES)


@pytest.mark.parametrize("block", [2, 21, 63])
def test_games_are_the_same_in_blocks_of_any_size(plain: str, block: int) -> None:
    assert trace_mark(block) == plain


def test_games_are_the_same_with_numpys_faster_instructions_switched_off(plain: str) -> None:
    off = {"NPY_DISABLE_CPU_FEATURES": " ".join(instructions())}

    found = elsewhere("uten", Path(sys.executable), off)

    assert found.trouble == ""
    assert found.instructions == ()
    assert found.mark == plain


def test_games_are_the_same_in_two_processes(plain: str) -> None:
    assert trace_marks.mark_of_processes(2) == plain


def test_one_bit_in_one_number_of_one_game_gives_another_mark(plain: str) -> None:
    games = play(0, GAMES)
    assert mark_of(games) == plain

    games[YEARS - 1, 5, 7] = np.nextafter(games[YEARS - 1, 5, 7], np.inf)

    assert mark_of(games) != plain


def test_the_games_differ_from_each_other_and_from_year_to_year() -> None:
    games = play(0, 8)

    assert len({games[-1, game].tobytes() for game in range(8)}) == 8
    assert len({games[year, 0].tobytes() for year in range(YEARS)}) == YEARS


def test_a_game_is_the_same_whichever_game_is_first_in_its_block() -> None:
    assert (play(5, 3)[:, 0] == play(0, 6)[:, 5]).all()


def test_another_python_that_is_not_there_is_told_in_one_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["lab", "trace", "--python", "ikke/her"]) == 2

    assert "Fant ikke «ikke" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="a script is a program only where there are shebangs")
def test_another_python_that_cannot_run_the_game_gives_no_mark(tmp_path: Path) -> None:
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\necho 'No module named numpy' >&2\nexit 1\n")
    broken.chmod(0o755)

    found = elsewhere("en annen tolk", broken, {})

    assert found.mark is None
    assert found.trouble == "No module named numpy"


def test_the_process_that_is_asked_tells_its_mark_and_what_it_ran_on(
    plain: str, capsys: pytest.CaptureFixture[str]
) -> None:
    trace_marks.main()

    told = json.loads(capsys.readouterr().out)
    assert told["mark"] == plain
    assert told["numpy"] == np.__version__
