"""A chart whose points can be read one by one with the arrow keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.charts.display_list import DisplayList
from game.desktop.interface import Interface
from game.desktop.widgets.base import Widget


class Chart(Widget):
    """Shows a display list. `draw(width, height)` makes it for a size in pixels.

    Left and right go from point to point; the point is ringed and said in a tip. `points` are those
    of the display list unless others are given. `ground` is the colour token it lies on.
    """

    role = "chart"
    stretches = True

    def __init__(
        self,
        draw: Callable[[int, int], DisplayList],
        label: str,
        aspect: float | None = None,
        height: float | None = None,
        points: Sequence[tuple[str, str]] | None = None,
        fill: bool = False,
        ground: str = "surface",
        name: str | None = None,
    ) -> None:
        super().__init__(label=label, name=name or f"chart:{label}")
        self.make = draw
        self.aspect = aspect
        self.wanted = height
        self.given = tuple(points) if points is not None else None
        self.grows = 1.0 if fill else 0.0
        self.focusable = True
        self.ground = ground
        self.shown: DisplayList | None = None
        self._picture: pygame.Surface | None = None

    def wish(self, ui: Interface) -> int:
        return ui.dp((self.wanted or 240) * (self.aspect or 1.6))

    def need(self, ui: Interface) -> int:
        return ui.dp(160)

    def measure(self, ui: Interface, width: int) -> int:
        if self.aspect is not None:
            return round(width / self.aspect)
        return ui.dp(self.wanted or 240)

    def place_children(self, ui: Interface) -> None:
        self.shown = self._picture = None

    def display(self) -> DisplayList:
        """The chart at its present size."""
        if self.shown is None:
            self.shown = self.make(self.rect.width, self.rect.height)
            self.value = self.shown.description
        return self.shown

    @property
    def points(self) -> tuple[tuple[str, str], ...]:
        """Label and value of each point, in reading order."""
        return self.given if self.given is not None else self.display().points

    def on_key(self, ui: Interface, key: int) -> bool:
        by = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(key, 0)
        if not by or not self.points:
            return False
        at = ui.point_of(self.name)
        last = len(self.points) - 1
        at = (0 if by > 0 else last) if at is None else max(0, min(at + by, last))
        ui.choose_point(self, at)
        return True

    def point_tip(self, at: int) -> str:
        """What the tip says of a point."""
        label, value = self.points[at]
        return f"{label}: {value}"

    def point_rect(self, at: int) -> pygame.Rect:
        """Where a point lies on the screen; the whole chart when that is not known."""
        places = self.display().places
        if at >= len(places):
            return self.rect
        place = places[at]
        spot = pygame.Rect(round(place.x), round(place.y), round(place.width), round(place.height))
        return spot.move(self.rect.topleft)

    def point_at(self, place: tuple[int, int]) -> int | None:
        """The point under the pointer."""
        for i in range(min(len(self.points), len(self.display().places))):
            if self.point_rect(i).collidepoint(place):
                return i
        return None

    def paint(self, ui: Interface, surface: pygame.Surface) -> None:
        if self.rect.width < 8 or self.rect.height < 8:
            return
        if self._picture is None:
            from game.desktop.chart_surface import chart_picture

            self._picture = chart_picture(self.display(), ui.theme, ui.painter, self.ground)
        surface.blit(self._picture, self.rect)
        at = ui.point_of(self.name)
        if at is not None and at < len(self.points):
            ui.painter.box(surface, self.point_rect(at).inflate(6, 6), None, 4, "focus", 2)
