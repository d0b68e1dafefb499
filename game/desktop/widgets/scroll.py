"""A window onto something taller than itself."""

from __future__ import annotations

import pygame

from game.desktop.interface import Interface
from game.desktop.widgets.base import Widget

BAR = 7.0  # dp
VEIL = 22.0  # dp, how far the content fades out towards an edge it goes on beyond
PAGE = "page"
MORE = 30.0  # dp, the sign that a page goes on below
LEAST = 200.0  # dp: a lower window is no window, so the whole page scrolls instead


class Scroll(Widget):
    """Scrolls its child when it is too tall. The offset lives in the interface under the name.

    When the page as a whole has to scroll, it shows everything and stops scrolling itself. `ground`
    is the colour token it lies on.
    """

    role = "scroll"
    stretches = True
    grows = 1.0

    def __init__(
        self, child: Widget, name: str, least: float = LEAST, ground: str = "background"
    ) -> None:
        super().__init__(name=name)
        self.children = (child,)
        self.ground = ground
        self.least_height = least
        self.full = 0
        self.offset = 0

    def _gutter(self, ui: Interface) -> int:
        return ui.dp(BAR + 6)

    def wish(self, ui: Interface) -> int:
        return super().wish(ui) + self._gutter(ui)

    def need(self, ui: Interface) -> int:
        return super().need(ui) + self._gutter(ui)

    def measure(self, ui: Interface, width: int) -> int:
        full = self.children[0].height(ui, width)
        if ui.page_scrolls:
            return full
        return min(full, ui.dp(self.least_height))

    def place_children(self, ui: Interface) -> None:
        child = self.children[0]
        width = self.rect.width
        self.full = child.height(ui, width)
        if self.full > self.rect.height:
            width -= self._gutter(ui)
            self.full = child.height(ui, width)
        self.offset = max(0, min(ui.scroll_of(self.name), self.most))
        ui.remember_scroll(self.name, self.offset)
        height = max(self.full, self.rect.height) if child.grows else self.full
        top = self.rect.top - self.offset
        child.place(ui, pygame.Rect(self.rect.left, top, width, height))
        inside = any(widget.focusable for widget in child.walk())
        # A text that must be scrolled has to be reachable by keyboard even without buttons in it.
        self.focusable = self.most > 0 and not inside

    @property
    def most(self) -> int:
        """The largest offset."""
        return max(0, self.full - self.rect.height)

    def scroll_to(self, ui: Interface, offset: float) -> bool:
        """Moves to an offset in pixels; True when something moved."""
        wanted = max(0, min(round(offset), self.most))
        moved = self.offset - wanted
        if not moved:
            return False
        self.offset = wanted
        self.children[0].shift(moved)
        ui.remember_scroll(self.name, wanted)
        ui.damage(self.window(ui))
        return True

    def reveal(self, ui: Interface, rect: pygame.Rect) -> None:
        """Scrolls so that the rectangle shows, with a little air around."""
        air = min(ui.dp(16), max(0, (self.rect.height - rect.height) // 2))
        if rect.height > self.rect.height or rect.top < self.rect.top + air:
            self.scroll_to(ui, self.offset + rect.top - self.rect.top - air)
        elif rect.bottom > self.rect.bottom - air:
            self.scroll_to(ui, self.offset + rect.bottom - self.rect.bottom + air)

    def on_key(self, ui: Interface, key: int) -> bool:
        page = self.rect.height - ui.dp(48)
        steps = {
            pygame.K_PAGEDOWN: page,
            pygame.K_PAGEUP: -page,
            pygame.K_DOWN: ui.dp(60),
            pygame.K_UP: -ui.dp(60),
            pygame.K_HOME: -self.full,
            pygame.K_END: self.full,
        }
        return key in steps and self.scroll_to(ui, self.offset + steps[key])

    def window(self, ui: Interface) -> pygame.Rect:
        """Where its content may draw: a little outside, for shadows and focus rings."""
        return self.rect.inflate(2 * ui.dp(9), 2 * ui.dp(9))

    def draw(self, ui: Interface, surface: pygame.Surface) -> None:
        if not self.most:
            super().draw(ui, surface)
            return
        before = surface.get_clip()
        surface.set_clip(self.window(ui).clip(before))
        super().draw(ui, surface)
        self._paint_veils(ui, surface)
        surface.set_clip(before)
        self._paint_bar(ui, surface)
        if self.name == PAGE and self.offset < self.most:
            self._paint_more(ui, surface)

    def _paint_veils(self, ui: Interface, surface: pygame.Surface) -> None:
        """Lets the content fade where it goes on: a cut line would look like the end."""
        if ui.theme.outlined:
            return
        window, high = self.window(ui), ui.dp(VEIL)
        width = window.width - self._gutter(ui)
        if self.offset > 0:
            veil = ui.painter.veil(self.ground, width, high, False)
            surface.blit(veil, window.topleft, special_flags=pygame.BLEND_PREMULTIPLIED)
        if self.offset < self.most:
            veil = ui.painter.veil(self.ground, width, high, True)
            place = (window.left, window.bottom - high)
            surface.blit(veil, place, special_flags=pygame.BLEND_PREMULTIPLIED)

    def _paint_more(self, ui: Interface, surface: pygame.Surface) -> None:
        """A sign below the bar of a page that goes on: a veil alone is easily missed.

        It stands in the margin, where there is nothing to read.
        """
        size = ui.dp(MORE)
        plate = pygame.Rect(0, 0, size, size)
        plate.bottomright = (self.rect.right, self.rect.bottom - ui.dp(4))
        ui.painter.box(surface, plate, "accent", MORE / 2, "on_accent", 2)
        spot = plate.inflate(-ui.dp(12), -ui.dp(12))
        ui.painter.icon(surface, "arrow-down", spot, "on_accent")

    def thumb(self, ui: Interface) -> pygame.Rect:
        """The part of the scroll bar that can be held."""
        size = max(ui.dp(36), self.rect.height * self.rect.height // max(1, self.full))
        top = self.rect.top + (self.rect.height - size) * self.offset // max(1, self.most)
        return pygame.Rect(self.rect.right - ui.dp(BAR), top, ui.dp(BAR), size)

    def gutter(self, ui: Interface) -> pygame.Rect:
        """The strip of the scroll bar, wider than it looks so that it is easy to catch."""
        wide = ui.dp(18)
        return pygame.Rect(self.rect.right - wide, self.rect.top, wide + ui.dp(6), self.rect.height)

    def _paint_bar(self, ui: Interface, surface: pygame.Surface) -> None:
        thumb = self.thumb(ui)
        lane = pygame.Rect(thumb.left, self.rect.top, thumb.width, self.rect.height)
        ui.painter.box(surface, lane, ui.theme.blend("background", "track", 0.5), BAR / 2)
        ui.painter.box(surface, thumb, "border", BAR / 2)
