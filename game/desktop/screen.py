"""What is drawn again, and when: dirty places, layers, the scrim, focus ring and cross-fades."""

from __future__ import annotations

from typing import Any

import pygame

from game.desktop.motion import CALM, ease
from game.desktop.widgets.picture import Picture

MANY = 12  # more dirty places than this are drawn as one
AMBIENT = 1 / 30  # seconds between frames when only a living picture moves
REST_AFTER = 20.0  # seconds without key, mouse or touch before living pictures stand still


class Screen:
    """Keeps the list of dirty places and draws the layers into them."""

    def __init__(self, ui: Any, rest_after: float = REST_AFTER) -> None:
        self.ui = ui
        self.rest_after = rest_after
        self.living_now = 0.0
        """The clock of living pictures: it stands while they rest, so that nothing leaps."""
        self._input_at = self._clock_at = 0.0
        self._is_woken = self._rests = False
        self._dirty: list[pygame.Rect] = []
        self._all = True
        self._canvases: dict[str, tuple[pygame.Surface, Any]] = {}
        self._fade_from: pygame.Surface | None = None
        self._fade_began = 0.0
        self._fade_wanted = False
        self._drawn_once = False
        self._ambient_due = 0.0
        self._ticking = False
        self._postponed = False

    # Dirty places

    def damage(self, rect: pygame.Rect | None) -> None:
        """Marks a place; None for everything."""
        if rect is None:
            self._all = True
            self._dirty.clear()
        elif not self._all:
            self._dirty.append(pygame.Rect(rect))

    def _take(self, window: pygame.Rect) -> list[pygame.Rect]:
        if self._all or len(self._dirty) > MANY:
            places = [window] if self._all else [self._dirty[0].unionall(self._dirty[1:])]
        else:
            places = _joined(self._dirty)
        self._all = False
        self._dirty = []
        clipped = [place.clip(window) for place in places]
        return [place for place in clipped if place.width and place.height]

    # Time

    def wake(self) -> None:
        """Someone is there: living pictures move again from the next turn."""
        self._is_woken = True

    def _keep_clock(self) -> None:
        now = self.ui.now
        if self._is_woken:
            # The clock is read here and not in `wake`, where it may be as old as the last sleep.
            self._input_at, self._is_woken = now, False
            self._clock_at = now if self._rests else self._clock_at
        self._rests = now - self._input_at >= self.rest_after
        if not self._rests:
            self.living_now += now - self._clock_at
        self._clock_at = now

    def advance(self) -> None:
        """Lets moving things mark their places."""
        ui = self.ui
        self._keep_clock()
        for place in ui.motion.advance(ui.now):
            ui.damage(place.inflate(ui.dp(8), ui.dp(8)))
        if self._fade_from is not None:
            ui.damage(None)
        # A turn that comes too soon is made up for later, or a scene that has begun to move would
        # wait for the next key.
        self._postponed = ui.now < self._ambient_due
        if ui.layers and not self._postponed:
            self._ambient_due = ui.now + AMBIENT
            self._ticking = bool(ui.top.scene.tick(ui.now))
            for picture in self._living():
                for place in picture.advance(ui):
                    ui.damage(place)

    def _living(self) -> list[Picture]:
        """Pictures that move: in the top layer, when motion is wanted and someone is there."""
        if not self.ui.layers or self.ui.settings.motion != "full" or self._rests:
            return []
        widgets = self.ui.top.by_name.values()
        return [w for w in widgets if isinstance(w, Picture) and w.is_live()]

    @property
    def busy(self) -> bool:
        """Whether frames are wanted as fast as the screen gives them."""
        return (
            self.ui.motion.moving or self._fade_from is not None or self._all or bool(self._dirty)
        )

    @property
    def ambient(self) -> bool:
        """Whether frames are wanted now and then."""
        return self._ticking or self._postponed or bool(self._living())

    # Canvases

    def canvas(self, name: str, size: tuple[int, int], owner: Any) -> tuple[pygame.Surface, bool]:
        """A surface kept under a name, and whether it is new: of another size or owner."""
        kept = self._canvases.get(name)
        if kept is not None and kept[0].get_size() == size and kept[1] is owner:
            return kept[0], False
        made = pygame.Surface(size).convert()
        self._canvases[name] = (made, owner)
        return made, True

    def forget_canvases(self) -> None:
        """Lets go of the surfaces of pictures that no scene shows any more."""
        shown = {name for layer in self.ui.layers for name in layer.by_name}
        self._canvases = {name: kept for name, kept in self._canvases.items() if name in shown}

    # Drawing

    def begin_fade(self) -> None:
        """Lets the next picture come softly over this one, when motion is wanted."""
        self._fade_wanted = self._drawn_once and self.ui.settings.motion == "full"

    def draw(self, surface: pygame.Surface) -> list[pygame.Rect]:
        """Draws what is dirty and gives the places."""
        if not self.ui.layers:
            return []
        if self._fade_wanted:
            self._fade_from, self._fade_began = surface.copy(), self.ui.now
            self._fade_wanted = False
        places = self._take(surface.get_rect())
        for place in places:
            surface.set_clip(place)
            self._paint(surface)
        surface.set_clip(None)
        if self._fade_from is not None:
            self._paint_fade(surface)
        self._drawn_once = True
        return places

    def _paint_fade(self, surface: pygame.Surface) -> None:
        share = (self.ui.now - self._fade_began) / CALM
        old = self._fade_from
        if share >= 1 or old is None or old.get_size() != surface.get_size():
            self._fade_from = None
            return
        old.set_alpha(round(255 * (1 - ease(share))))
        surface.blit(old, (0, 0))

    def _paint(self, surface: pygame.Surface) -> None:
        ui = self.ui
        first = max(i for i, layer in enumerate(ui.layers) if i == 0 or not layer.scene.modal)
        ui.painter.fill(surface, surface.get_clip(), "background")
        for layer in ui.layers[first:]:
            if layer.scene.modal:
                ui.painter.fill(surface, surface.get_clip(), "scrim")
            layer.root.draw(ui, surface)
        self._paint_ring(surface)
        ui.tips.paint(surface)

    def _paint_ring(self, surface: pygame.Surface) -> None:
        ui = self.ui
        held = ui.focus
        if not ui.ring or held is None:
            return
        before = surface.get_clip()
        for area in ui.top.scrolls_around(held):
            if area.most:
                surface.set_clip(area.window(ui).clip(surface.get_clip()))
        ui.painter.focus_ring(surface, held.rect, held.radius)
        surface.set_clip(before)


def _joined(places: list[pygame.Rect]) -> list[pygame.Rect]:
    """Places that touch become one, so that nothing is drawn twice."""
    joined: list[pygame.Rect] = []
    for place in places:
        whole = place.copy()
        while (hit := whole.collidelist(joined)) >= 0:
            whole.union_ip(joined.pop(hit))
        joined.append(whole)
    return joined
