"""«Om og kilder»: what the game keeps and where its figures are from, one press from the title."""

from __future__ import annotations

import pygame
import pytest
from scenes_kit import Keys, Window, press

from game.content.parameter_files import sources


def test_the_sources_of_the_model_can_be_read_from_the_title_without_a_mouse(tmp_path):
    window = Window(tmp_path)
    keys = Keys(window)
    keys.choose("button", "Om og kilder")
    read = window.texts()
    named = [one["title"] for id_, one in sources().items() if id_ != "definition"]
    assert [title for title in named if title not in read] == []
    assert "Ingen navn, og ingenting sendes ut." in read
    keys.press(pygame.K_ESCAPE)
    assert window.sees("button", "Spill nå")


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_nothing_of_it_is_clipped(tmp_path, faults, language, scale):
    window = Window(tmp_path, (1024, 600), language=language, text_scale=scale)
    press(window, "about")
    assert faults(window.ui) == []
