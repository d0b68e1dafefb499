"""Where things lie on this machine. The only file that knows.

In a clone, `scenarios/` and `assets/` lie beside the package; in an installed game they lie in
`game/_data/`. Nothing is looked up or made before someone asks.
"""

from __future__ import annotations

import os
from pathlib import Path

HOME_VARIABLE = "KOMMUNESPILLET_HOME"


def package_dir() -> Path:
    """The folder of the package itself."""
    return Path(__file__).resolve().parent


def data_dir() -> Path:
    """The folder that holds `scenarios` and `assets`."""
    carried = package_dir() / "_data"
    return carried if carried.is_dir() else package_dir().parent


def scenarios_dir() -> Path:
    """The scenarios that come with the game, and the library they share."""
    return data_dir() / "scenarios"


def assets_dir() -> Path:
    """Pictures, icons, sounds and the theme."""
    return data_dir() / "assets"


def text_dir() -> Path:
    """The game's own sentences and its glossary."""
    return package_dir() / "text"


def home_dir() -> Path:
    """The player's own folder. `KOMMUNESPILLET_HOME` moves it; it need not exist yet."""
    chosen = os.environ.get(HOME_VARIABLE, "").strip()
    if chosen:
        return Path(chosen).expanduser()
    # Imported here so that those who only read scenarios can do without it.
    from platformdirs import user_data_path

    return user_data_path("kommunespillet", appauthor=False)


def saves_dir() -> Path:
    """Where saved games are kept. The writer makes the folder."""
    return home_dir() / "saves"


def settings_file() -> Path:
    """The player's settings: language, theme, size of text."""
    return home_dir() / "settings.json"
