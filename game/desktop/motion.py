"""Values on their way to a goal. One registry; the clock is handed in, so tests decide the time."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import pygame

QUICK, CALM, TRAVEL = 0.12, 0.18, 0.36  # seconds


@dataclass
class _Tween:
    start: float
    goal: float
    began: float
    lasts: float
    rect: pygame.Rect

    def at(self, now: float) -> float:
        share = min(1.0, max(0.0, (now - self.began) / self.lasts)) if self.lasts else 1.0
        return self.start + (self.goal - self.start) * ease(share)

    def done(self, now: float) -> bool:
        return now >= self.began + self.lasts


def ease(share: float) -> float:
    """Fast at first, slow at the end (cubic).

    >>> ease(0), ease(0.5), ease(1)
    (0.0, 0.875, 1.0)
    """
    return 1.0 - (1.0 - share) ** 3


class Motion:
    """Remembers by key what is moving and where it is shown."""

    def __init__(self, allowed: bool = True) -> None:
        self.allowed = allowed
        self.now = 0.0
        self._tweens: dict[Hashable, _Tween] = {}

    def toward(
        self,
        key: Hashable,
        goal: float,
        rect: pygame.Rect,
        lasts: float = TRAVEL,
        start: float | None = None,
    ) -> float:
        """The value now, on its way to the goal. The first call begins at `start`, if given."""
        tween = self._tweens.get(key)
        if tween is None:
            first = goal if start is None else start
            tween = _Tween(first, goal, self.now, lasts if first != goal else 0.0, rect)
            self._tweens[key] = tween
        elif tween.goal != goal:
            tween = _Tween(tween.at(self.now), goal, self.now, lasts, rect)
            self._tweens[key] = tween
        tween.rect = rect
        return tween.at(self.now) if self.allowed else goal

    def advance(self, now: float) -> list[pygame.Rect]:
        """Moves the clock and gives the places that must be drawn again."""
        moved = [tween.rect for tween in self._tweens.values() if not tween.done(self.now)]
        self.now = now
        return moved if self.allowed else []

    @property
    def moving(self) -> bool:
        """Whether anything is on its way."""
        return self.allowed and any(not t.done(self.now) for t in self._tweens.values())

    def forget(self) -> None:
        """Lets every value start afresh, for a new scene."""
        self._tweens.clear()
