"""A drawn picture with rounded corners: still, or alive with things that move."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import pygame

from game.desktop.interface import Interface
from game.desktop.widgets.base import Widget


class LivePicture(Protocol):
    """A picture that draws itself as time goes and tells what it changed."""

    @property
    def is_moving(self) -> bool: ...

    def draw(self, surface: Any, rect: Any, now: float) -> list[Any]: ...

    def refresh(self) -> None: ...


class Picture(Widget):
    """Shows what `paint` draws: a function from size to surface, or an object that moves.

    `lines` say in words what can be seen. Give a height in dp, or an aspect of width to height;
    with `fill` it takes what is left of the page.
    """

    role = "picture"
    stretches = True
    radius = 14.0

    def __init__(
        self,
        paint: Callable[[tuple[int, int]], pygame.Surface] | LivePicture,
        label: str,
        height: float | None = None,
        lines: tuple[str, ...] = (),
        aspect: float = 16 / 9,
        fill: bool = False,
        least_height: float = 160,
        rounded: bool = True,
        name: str | None = None,
    ) -> None:
        super().__init__(label=label, name=name or f"picture:{label}")
        self.source = paint
        self.wanted = height
        self.value = " ".join(lines)
        self.aspect = aspect
        self.grows = 1.0 if fill else 0.0
        self.least_height = least_height
        self.radius = 14.0 if rounded else 0.0
        self._shown = False

    def wish(self, ui: Interface) -> int:
        return ui.dp((self.wanted or 240) * self.aspect)

    def need(self, ui: Interface) -> int:
        return ui.dp(120)

    def measure(self, ui: Interface, width: int) -> int:
        if self.wanted is not None:
            return ui.dp(self.wanted)
        if self.grows and not ui.page_scrolls:
            return ui.dp(self.least_height)
        return max(1, round(width / self.aspect))

    def is_live(self) -> bool:
        """Whether it has anything to show as time goes."""
        return bool(getattr(self.source, "is_moving", False))

    def advance(self, ui: Interface) -> list[pygame.Rect]:
        """Moves a living picture on and gives the places on the screen that changed."""
        changed = self._draw_live(ui)[1]
        return [area.move(self.rect.topleft) for area in changed]

    def _draw_live(self, ui: Interface) -> tuple[pygame.Surface, list[pygame.Rect]]:
        source: Any = self.source
        canvas, fresh = ui.canvas(self.name, self.rect.size, source)
        if fresh:
            source.refresh()
        self._shown = True
        return canvas, source.draw(canvas, canvas.get_rect(), ui.living_now)

    def paint(self, ui: Interface, surface: pygame.Surface) -> None:
        if self.rect.width < 1 or self.rect.height < 1:
            return
        picture = self._picture(ui)
        corners = ui.painter.corners_under(surface, self.rect, self.radius)
        surface.blit(picture, self.rect, (0, 0, *self.rect.size))
        ui.painter.put_back(surface, corners)
        if ui.theme.outlined:
            ui.painter.box(surface, self.rect, None, self.radius, "border", 2)

    def _picture(self, ui: Interface) -> pygame.Surface:
        if not hasattr(self.source, "draw"):
            still: Any = self.source
            picture: pygame.Surface = still(self.rect.size)
            return picture
        if not self._shown:
            # The first time after each build: the scene may have given it something new to show.
            return self._draw_live(ui)[0]
        return ui.canvas(self.name, self.rect.size, self.source)[0]
