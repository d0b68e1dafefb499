"""Colours of the town for a season, an hour of the day and a theme, read from palettes.yaml.

Only names go into the drawings; this is the one place where a name becomes a colour.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import yaml

from game.paths import assets_dir

SEASONS = ("spring", "summer", "autumn", "winter")
EVENINGS = ("day", "dusk", "night")
Rgb = tuple[float, float, float]


@lru_cache(maxsize=48)
def palette_for(season: str, evening: str, theme_name: str) -> dict[str, str]:
    """Colour name to hex for one season, hour and theme; do not change the returned dictionary."""
    source = _palettes()
    colours: dict[str, str] = {**source["always"], **source["seasons"][season]}
    if evening != "day":
        colours = _evening_colours(colours, source["evening"], evening)
    return _themed(colours, source["themes"].get(theme_name, source["themes"]["light"]))


def colour_names(season: str) -> frozenset[str]:
    """Every name a drawing may use in this season."""
    return frozenset(_palettes()["always"]) | frozenset(_palettes()["seasons"][season])


@lru_cache(maxsize=1)
def _palettes() -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with (assets_dir() / "svg" / "palettes.yaml").open(encoding="utf-8") as file:
        loaded: dict[str, Any] = yaml.load(file, Loader=loader)
    return loaded


def _evening_colours(colours: dict[str, str], rules: dict[str, Any], hour: str) -> dict[str, str]:
    tint, near_share = _rgb(rules[hour]["tint"]), float(rules[hour]["near_share"])
    kept, near = frozenset(rules["keep"]), tuple(rules["near"])
    dimmed = {}
    for name, value in colours.items():
        if name not in kept and value != "none":
            daylight = near_share if name.startswith(near) else 0.0
            value = _hex(_mix(_multiplied(_rgb(value), tint), _rgb(value), daylight))
        dimmed[name] = value
    dimmed.update(rules[hour]["colours"])
    return dimmed


def _themed(colours: dict[str, str], theme: dict[str, Any]) -> dict[str, str]:
    towards, share, contrast = _rgb(theme["towards"]), float(theme["mix"]), float(theme["contrast"])
    themed: dict[str, str] = {**colours, **theme["colours"]}
    if not share and contrast == 1.0:
        return themed
    return {
        name: value
        if value == "none"
        else _hex(_stretched(_mix(_rgb(value), towards, share), contrast))
        for name, value in themed.items()
    }


def _rgb(value: str) -> Rgb:
    return int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16)


def _hex(colour: Rgb) -> str:
    red, green, blue = (max(0, min(255, round(part))) for part in colour)
    return f"#{red:02x}{green:02x}{blue:02x}"


def _mix(colour: Rgb, towards: Rgb, share: float) -> Rgb:
    red, green, blue = (a + (b - a) * share for a, b in zip(colour, towards, strict=True))
    return red, green, blue


def _multiplied(colour: Rgb, tint: Rgb) -> Rgb:
    # Multiplying keeps colours full, where mixing towards the tint would turn the town grey.
    red, green, blue = (a * b / 255 for a, b in zip(colour, tint, strict=True))
    return red, green, blue


def _stretched(colour: Rgb, contrast: float) -> Rgb:
    red, green, blue = (128 + (part - 128) * contrast for part in colour)
    return red, green, blue
