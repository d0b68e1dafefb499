"""A drawn picture with rounded corners: still, or alive with things that move."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import pygame

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

    def wish(self, ui: Any) -> int:
        return int(ui.dp((self.wanted or 240) * self.aspect))

    def need(self, ui: Any) -> int:
        return int(ui.dp(120))

    def measure(self, ui: Any, width: int) -> int:
        if self.wanted is not None:
            return int(ui.dp(self.wanted))
        if self.grows and not ui.page_scrolls:
            return int(ui.dp(self.least_height))
        return max(1, round(width / self.aspect))

    def is_live(self) -> bool:
        """Whether it has anything to show as time goes."""
        return bool(getattr(self.source, "is_moving", False))

    def advance(self, ui: Any) -> list[pygame.Rect]:
        """Moves a living picture on and gives the places on the screen that changed."""
        canvas, fresh = ui.canvas(self.name, self.rect.size)
        source: Any = self.source
        if fresh:
            source.refresh()
        changed = source.draw(canvas, canvas.get_rect(), ui.now)
        return [self.rect if fresh else area.move(self.rect.topleft) for area in changed]

    def paint(self, ui: Any, surface: pygame.Surface) -> None:
        if self.rect.width < 1 or self.rect.height < 1:
            return
        picture = self._picture(ui)
        corners = ui.painter.corners_under(surface, self.rect, self.radius)
        surface.blit(picture, self.rect, (0, 0, *self.rect.size))
        ui.painter.put_back(surface, corners)
        if ui.theme.outlined:
            ui.painter.box(surface, self.rect, None, self.radius, "border", 2)

    def _picture(self, ui: Any) -> pygame.Surface:
        if not hasattr(self.source, "draw"):
            return self.source(self.rect.size)  # type: ignore[operator]
        canvas, fresh = ui.canvas(self.name, self.rect.size)
        if ui.screen.owner_changed(self.name, self.source) or fresh:
            self.source.refresh()
        if not self._shown:
            # The first time after each build, since the scene may have given it something new to show.
            self.source.draw(canvas, canvas.get_rect(), ui.now)
            self._shown = True
        return canvas  # type: ignore[no-any-return]
