"""Where the game's files and the player's files lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import paths


def test_scenarios_and_assets_are_found_in_a_clone() -> None:
    assert (paths.scenarios_dir() / "library").is_dir()
    assert paths.assets_dir().is_dir()
    assert (paths.text_dir() / "glossary.yaml").is_file()


def test_the_player_can_move_the_own_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))

    assert paths.saves_dir() == tmp_path / "home" / "saves"
    assert paths.settings_file() == tmp_path / "home" / "settings.json"
    assert not (tmp_path / "home").exists()


def test_without_a_choice_the_own_folder_follows_the_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)

    assert "kommunespillet" in str(paths.saves_dir())
