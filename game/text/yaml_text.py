"""Reads our own YAML files as plain text, so `Yes` stays a word and `2026` four digits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


def text_only_loader() -> Any:
    """The fastest loader at hand that leaves every value as text."""
    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_text_values(path: Path) -> dict[str, Any]:
    """The mapping in a YAML file, with every scalar as text. An empty file is an empty mapping."""
    values = yaml.load(path.read_text(encoding="utf-8"), Loader=text_only_loader())
    if not values:
        return {}
    if not isinstance(values, dict):
        raise ValueError(f"{path.name}: expected a mapping of keys to texts")
    return values
