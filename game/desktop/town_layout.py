"""The layout file of the town: which sprite stands where, and what makes it appear.

Read once from town_<landscape>.yaml into frozen dataclasses; painting is town.py's matter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from game.paths import assets_dir

PLAIN_PLACE = (1.0, 0.0, 2.0)
"""Scale, from and below, when a place does not say: full size, at every level."""


@dataclass(frozen=True)
class Placement:
    """One sprite at one place; shown while its reaction is from `least` up to, not at, `below`."""

    sprite: str
    x: float
    y: float
    scale: float
    order: tuple[int, float, int]
    reaction: str | None
    least: float
    below: float
    seasons: frozenset[str]
    evenings: frozenset[str]

    def is_shown(self, levels: Mapping[str, float], season: str, evening: str) -> bool:
        """Whether the sprite is in the picture now."""
        if self.seasons and season not in self.seasons:
            return False
        if self.evenings and evening not in self.evenings:
            return False
        if self.reaction is None:
            return True
        return self.least <= levels.get(self.reaction, 0.0) < self.below


@dataclass(frozen=True)
class Mover:
    """A sprite that travels along `path`, given as (second, x, y, scale), again every `period`."""

    sprite: str
    order: tuple[int, float, int]
    period: float
    path: tuple[tuple[float, float, float, float], ...]
    placement: Placement

    def position(self, now: float) -> tuple[float, float, float] | None:
        """Where it is at a moment, as (x, y, scale); None while it is away."""
        moment = now % self.period
        for before, after in zip(self.path, self.path[1:], strict=False):
            if before[0] <= moment <= after[0]:
                share = (moment - before[0]) / max(after[0] - before[0], 1e-9)
                _, x, y, scale = (a + (b - a) * share for a, b in zip(before, after, strict=True))
                return x, y, scale
        return None


@dataclass(frozen=True)
class Layout:
    """A whole town picture, in its own units."""

    size: tuple[float, float]
    defaults: Mapping[str, float]
    placements: tuple[Placement, ...]
    movers: tuple[Mover, ...]

    def reactions(self) -> frozenset[str]:
        """Every reaction that a placement answers to."""
        return frozenset(one.reaction for one in self.placements if one.reaction)


@lru_cache(maxsize=8)
def load_layout(name: str = "town_valley") -> Layout:
    """Reads assets/svg/<name>.yaml, and before it what it extends."""
    source = _source(name)
    placements = [
        placement
        for number, entry in enumerate(source["placements"])
        for placement in _placements(entry, number)
    ]
    placements.sort(key=lambda placement: placement.order)
    movers = tuple(_mover(entry, 10_000 + n) for n, entry in enumerate(source["movers"]))
    width, height = source["size"]
    return Layout((width, height), dict(source["defaults"]), tuple(placements), movers)


def _source(name: str) -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with (assets_dir() / "svg" / f"{name}.yaml").open(encoding="utf-8") as file:
        own: dict[str, Any] = yaml.load(file, Loader=loader)
    if "extends" not in own:
        return own
    shared = _source(own["extends"])
    return {
        **shared,
        "placements": [*shared["placements"], *own.get("placements", ())],
        "movers": [*shared["movers"], *own.get("movers", ())],
    }


def _placements(entry: Mapping[str, Any], number: int) -> list[Placement]:
    return [_placement(entry, number, place) for place in entry.get("at", [[0, 0]])]


def _placement(entry: Mapping[str, Any], number: int, place: list[float]) -> Placement:
    # A place is [x, y, scale, from, below]; the last three may be left out.
    x, y, *rest = place
    scale, least, below = (*rest, *PLAIN_PLACE[len(rest) :])
    return Placement(
        sprite=entry["sprite"],
        x=x,
        y=y,
        scale=scale,
        order=(entry["layer"], y, number),
        reaction=entry.get("when"),
        least=least,
        below=below,
        seasons=frozenset(entry.get("season", ())),
        evenings=frozenset(entry.get("evening", ())),
    )


def _mover(entry: Mapping[str, Any], number: int) -> Mover:
    path = tuple((t, x, y, rest[0] if rest else 1.0) for t, x, y, *rest in entry["path"])
    placement = _placement(entry, number, [0, path[0][2]])
    return Mover(entry["sprite"], placement.order, entry["period"], path, placement)
