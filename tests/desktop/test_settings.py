"""The settings file: what comes back, and what happens to a broken one."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desktop.settings import Settings, load_settings, save_settings, settings_from

CHOSEN = Settings("nn", 150, "dark", "reduced", 80, True, False, True)


def test_what_is_saved_comes_back(tmp_path):
    file = tmp_path / "player" / "settings.json"

    assert save_settings(CHOSEN, file)

    assert load_settings(file) == CHOSEN
    assert [found.name for found in file.parent.iterdir()] == ["settings.json"]


def test_no_file_gives_the_defaults(tmp_path):
    assert load_settings(tmp_path / "settings.json") == Settings()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ("{", "[1]", "\x00", ""))
def test_a_broken_file_is_kept_aside_and_the_defaults_hold(tmp_path, text):
    file = tmp_path / "settings.json"
    file.write_text(text, encoding="utf-8")

    assert load_settings(file) == Settings()

    assert (tmp_path / "settings.json.broken").read_text(encoding="utf-8") == text


def test_one_strange_value_does_not_spoil_the_others(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"theme": "pink", "text_scale": 900, "language": "nn", "x": 1}))

    assert load_settings(file) == Settings(language="nn")


@given(st.dictionaries(st.sampled_from(list(vars(Settings()))), st.none() | st.text()
                       | st.integers() | st.booleans() | st.lists(st.integers())))  # fmt: skip
def test_anything_read_gives_settings_within_their_limits(found):
    settings = settings_from(found)

    assert settings.theme in ("light", "dark", "contrast")
    assert settings.language in ("nb", "nn", "en")
    assert 75 <= settings.text_scale <= 200
    assert 0 <= settings.volume <= 100
    assert type(settings.muted) is bool


def test_a_folder_that_cannot_be_written_is_no_disaster(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")

    assert save_settings(CHOSEN, blocked / "settings.json") is False
