"""The commands, run as a player or a teacher runs them: in a process of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def kommunespillet(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "game", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
    )


def test_run_prints_fifteen_years_twice_the_same() -> None:
    command = ("run", "--scenario", "fjellvik", "--seed", "7", "--player", "balanced", "--json")

    first, second = kommunespillet(*command), kommunespillet(*command)

    years = [json.loads(line)["year"] for line in first.stdout.splitlines()]
    assert first.returncode == 0, first.stderr
    assert years == list(range(2026, 2041))
    assert first.stdout == second.stdout


def test_replay_of_a_played_game_ends_in_the_same_state(tmp_path: Path) -> None:
    save = str(tmp_path / "game.jsonl")
    played = kommunespillet("run", "--seed", "3", "--player", "random", "--save", save, "--json")

    replayed = kommunespillet("replay", save, "--json")

    assert replayed.returncode == 0, replayed.stderr
    assert replayed.stdout == played.stdout


def test_a_game_in_a_scenario_of_ones_own_can_be_saved_and_replayed(tmp_path: Path) -> None:
    own = tmp_path / "min_kommune" / "scenario.yaml"
    own.parent.mkdir()
    text = (ROOT / "scenarios/fjellvik/scenario.yaml").read_text("utf-8")
    own.write_text(text.replace("id: fjellvik", "id: min_kommune", 1), "utf-8")
    save = str(tmp_path / "game.jsonl")

    played = kommunespillet("run", "--scenario", str(own), "--save", save, "--json")
    replayed = kommunespillet("replay", save, "--scenario", str(own), "--json")

    assert played.returncode == 0, played.stderr
    assert replayed.stdout == played.stdout


def test_check_finds_nothing_wrong_with_the_scenario_of_the_game() -> None:
    done = kommunespillet("check", "scenarios/fjellvik/scenario.yaml")

    assert (done.returncode, done.stdout.strip()) == (0, "Ingen feil funnet.")


def test_check_of_a_broken_scenario_tells_every_fault_and_exits_with_2(tmp_path: Path) -> None:
    text = (ROOT / "scenarios/fjellvik/scenario.yaml").read_text("utf-8")
    broken = text.replace("turns: 15", "tur: 15").replace("trust:", "tillit:", 1)
    (tmp_path / "scenario.yaml").write_text(broken, "utf-8")

    done = kommunespillet("check", str(tmp_path / "scenario.yaml"))

    assert done.returncode == 2
    assert "«tur»" in done.stdout
    assert "«tillit»" in done.stdout
    assert "linje" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("run", "--scenario", "no_such_place"),
        ("run", "--player", "nobody"),
        ("run", "--seed", "-1"),
        ("run", "--save", "pyproject.toml/game.jsonl"),
        ("replay", "no_such_file.jsonl"),
        ("replay", "pyproject.toml"),
        ("check", "no_such_file.yaml"),
        ("dance",),
    ],
)
def test_bad_input_gets_a_norwegian_sentence_and_never_a_traceback(
    arguments: tuple[str, ...],
) -> None:
    done = kommunespillet(*arguments)
    told = done.stdout + done.stderr

    assert done.returncode == 2, told
    assert "Traceback" not in told
    assert told.strip()
    assert "error" not in told and "usage" not in told


@pytest.mark.parametrize("command", [(), ("play",), ("check",), ("run",), ("replay",)])
def test_help_is_norwegian(command: tuple[str, ...]) -> None:
    done = kommunespillet(*command, "--help")

    assert done.returncode == 0
    assert "bruk:" in done.stdout
    for word in ("usage", "options", "positional", "show this"):
        assert word not in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="how a screen is missing differs by system")
def test_without_a_screen_the_game_says_so_in_one_sentence() -> None:
    environment = {"SDL_VIDEODRIVER": "x11", "DISPLAY": ":987"}

    done = kommunespillet("play", **environment)

    assert done.returncode == 3
    assert "fant ingen skjerm" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_reader_who_has_had_enough_does_not_make_a_mess() -> None:
    command = f'"{sys.executable}" -m game run --json | head -n 1'
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, env={**os.environ}
    )

    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1
