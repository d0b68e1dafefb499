"""A window without a screen for every test here, and two helpers as fixtures.

Scene tests: `assert faults(open_ui(MyScene(), (1024, 600), text_scale=200)) == []`.
"""

from __future__ import annotations

import os

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

from collections.abc import Callable, Iterator

import pygame
import pytest
from crawl import faults_of, ui_with

from game.desktop.ui import Ui


@pytest.fixture(scope="session", autouse=True)
def window() -> Iterator[pygame.Surface]:
    """One display for all tests; surfaces are converted to its format."""
    pygame.display.init()
    pygame.font.init()
    yield pygame.display.set_mode((1280, 720))
    pygame.quit()


@pytest.fixture
def open_ui() -> Callable[..., Ui]:
    """See `ui_with`."""
    return ui_with


@pytest.fixture
def faults() -> Callable[[Ui], list[str]]:
    """See `faults_of`."""
    return faults_of
