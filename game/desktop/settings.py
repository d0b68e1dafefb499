"""The player's settings and their file. A broken file is kept aside and the game starts as new."""

from __future__ import annotations

import dataclasses
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game import paths

SMALLEST_TEXT, LARGEST_TEXT = 75, 200
FORMAT = 1
CHOICES: dict[str, tuple[str, ...]] = {
    "language": ("nb", "nn", "en"),
    "theme": ("light", "dark", "contrast"),
    "motion": ("full", "reduced", "off"),
    "preset": ("stand", "lesson", "double", "day", "free"),
    "difficulty": ("calm", "usual", "tough"),
    "seat": ("team", "director", "hr", "finance", "development", "cocreation", "union"),
}
LIMITS = {"text_scale": (SMALLEST_TEXT, LARGEST_TEXT), "volume": (0, 100)}


@dataclass(frozen=True)
class Settings:
    """What the player has chosen for language, looks, motion, sound, keys and length of game."""

    language: str = "nb"
    text_scale: int = 100
    theme: str = "light"
    motion: str = "full"
    volume: int = 40
    muted: bool = False
    single_keys: bool = True
    fullscreen: bool = False
    preset: str = "free"
    difficulty: str = "usual"
    seat: str = "team"


def load_settings(file: Path | None = None) -> Settings:
    """Reads the settings; defaults for what is missing, and for all when the file is broken."""
    place = file or paths.settings_file()
    try:
        found = json.loads(place.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError):
        _keep_aside(place)
        return Settings()
    if not isinstance(found, dict):
        _keep_aside(place)
        return Settings()
    return settings_from(found)


def settings_from(found: dict[str, Any]) -> Settings:
    """Takes each value that is of the right kind and within its limits; the rest stay as new."""
    fields = dataclasses.fields(Settings)
    good = {
        field.name: found[field.name]
        for field in fields
        if field.name in found and _fits(field.name, found[field.name])
    }
    return Settings(**good)


def _fits(name: str, value: Any) -> bool:
    if name in CHOICES:
        return value in CHOICES[name]
    if name in LIMITS:
        low, high = LIMITS[name]
        return type(value) is int and low <= value <= high
    return type(value) is bool


def save_settings(settings: Settings, file: Path | None = None) -> bool:
    """Writes the settings in one stroke; False when the disk does not let us."""
    place = file or paths.settings_file()
    text = json.dumps({"format": FORMAT, **dataclasses.asdict(settings)}, indent=1)
    beside = place.with_name(place.name + ".new")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text + "\n", encoding="utf-8")
        os.replace(beside, place)
    except OSError:
        return False
    return True


def _keep_aside(place: Path) -> None:
    """Renames a file we cannot read, so that nobody loses what was in it."""
    try:
        os.replace(place, place.with_name(place.name + ".broken"))
    except OSError:
        return
