"""Saving without being asked, going on after a restart, and saves that cannot be opened."""

from __future__ import annotations

import subprocess
import sys

import pytest
from scenes_kit import Window, press, start_game, to_end, to_measures, to_report, usable


def test_a_game_goes_on_where_it_stopped(tmp_path):
    before = Window(tmp_path)
    start_game(before)
    to_report(before)
    press(before, "go_on")
    to_measures(before)
    before.ui.press(usable(before, "card:")[0])
    state = before.play.game.state

    after = Window(tmp_path)
    assert after.sees("button", "Fortsett 2027")
    press(after, "continue")

    assert after.phase == "measures"
    assert after.play.game.state.picked == state.picked
    assert after.play.game.state.municipality.flat.tobytes() == state.municipality.flat.tobytes()


@pytest.mark.parametrize(
    ("bytes_of_save", "sentence"),
    [
        (b"\x00\xff not a save", "skadet"),
        (b"", "skadet"),
        (b'{"save": 1}\n{"year": 2026, "do"', "skadet"),
        (b'{"name": "shopping"}\n{"end": {"year": 2026, "phase": "event"}}\n', "ikke et lagret"),
    ],
)
def test_a_save_that_cannot_be_read_is_said_on_the_title_and_kept(
    tmp_path, bytes_of_save, sentence
):
    file = tmp_path / "autosave.jsonl"
    file.write_bytes(bytes_of_save)

    window = Window(tmp_path)

    assert sentence in window.texts()
    assert window.sees("button", "Fortsett") is None
    assert file.read_bytes() == bytes_of_save
    start_game(window)
    kept = [other.read_bytes() for other in tmp_path.glob("*.kept-*")]
    assert kept == [bytes_of_save]


def test_a_save_that_looks_whole_but_is_not_is_said_when_it_is_opened(tmp_path):
    window = Window(tmp_path)
    start_game(window)
    file = tmp_path / "autosave.jsonl"
    broken = file.read_text("utf-8").replace('"snapshot"', '"shot"')
    file.write_text(broken, "utf-8")

    window = Window(tmp_path)
    press(window, "continue")

    assert "skadet" in window.texts()
    assert window.sees("button", "Spill nå")
    assert file.read_text("utf-8") == broken


def test_a_disk_that_fails_is_told_once_and_the_game_goes_on(tmp_path):
    window = Window(tmp_path)
    window.play.folder = tmp_path / "settings.json" / "no folder"
    (tmp_path / "settings.json").write_text("{}")
    start_game(window)
    assert "kunne ikke lagres" in window.ui.tips.message
    window.wait(12)
    press(window, "go_on")
    assert window.ui.tips.message == ""
    window.ui.press(usable(window, "option:")[0])
    press(window, "go_on")
    assert window.ui.tips.message == ""
    assert window.phase == "measures"


def test_a_home_that_is_a_file_is_told_as_a_folder_that_cannot_be_written(tmp_path):
    home = tmp_path / "home"
    home.write_text("a letter")

    window = Window(home)

    assert "får ikke skrive i mappa" in window.texts()
    assert "skadet" not in window.texts()
    start_game(window)
    to_report(window)
    assert window.phase == "report"
    assert home.read_text() == "a letter"


def test_a_game_opened_from_a_file_is_saved_back_to_it_and_not_over_the_autosave(tmp_path):
    window = Window(tmp_path)
    start_game(window)
    autosave = tmp_path / "autosave.jsonl"
    before = autosave.read_bytes()
    other = tmp_path / "other.jsonl"
    other.write_bytes(before)
    window = Window(tmp_path)

    window.ui.stage.perform(window.play.open(other, window.ui.t))
    to_report(window)

    assert autosave.read_bytes() == before
    assert other.read_bytes() != before
    press(window, "go_on", "menu", "leave", "play", "begin", "replace")
    to_report(window)
    assert autosave.read_bytes() != before  # a new game is the autosave again


def test_a_save_of_a_municipality_that_is_gone_is_said_on_the_title(tmp_path):
    window = Window(tmp_path)
    start_game(window)
    file = tmp_path / "autosave.jsonl"
    file.write_text(file.read_text("utf-8").replace('"fjellvik"', '"atlantis"'), "utf-8")

    window = Window(tmp_path)
    press(window, "continue")

    assert "kommunespillet check" in window.texts()


def test_a_new_game_asks_before_it_takes_the_place_of_one_under_way(tmp_path):
    window = Window(tmp_path)
    start_game(window)
    to_report(window)
    press(window, "menu", "leave", "play", "begin")
    assert window.ui.top.scene.modal
    press(window, "keep")
    assert window.sees("button", "Velg Fjellvik")
    press(window, "begin", "replace")
    assert window.phase == "picture"


def test_a_game_is_played_again_from_a_year_in_it(tmp_path):
    window = Window(tmp_path)
    start_game(window)
    to_end(window)
    again = next(w for w in window.ui.top.root.walk() if w.name.startswith("rerun:"))
    year = int(again.name.partition(":")[2])
    window.ui.press(again)
    assert (window.phase, window.play.game.state.year) == ("picture", year)
    assert Window(tmp_path).sees("button", f"Fortsett {year}")


def test_the_title_is_drawn_before_the_engine_is_read(tmp_path):
    code = """
import os, sys
os.environ["SDL_VIDEODRIVER"] = "dummy"
from game.desktop.app import App
from game.desktop.play import Play
from game.desktop.scenes.title import TitleScene
from pathlib import Path
home = Path(sys.argv[1])
app = App(TitleScene(Play(home)), size=(1280, 720), settings_file=home / "settings.json")
app.pump()
heavy = [name for name in ("pydantic", "numpy", "game.engine.session") if name in sys.modules]
assert not heavy, heavy
"""
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, capture_output=True)
