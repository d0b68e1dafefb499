"""The interface: scenes in layers, what has focus, what must be drawn again. No window of its own.

The app feeds it events and a surface; tests do the same without a window.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from contextlib import nullcontext
from functools import cached_property
from typing import Any

import pygame

from game.desktop import dump, layout
from game.desktop.keys import Keyboard
from game.desktop.layer import Layer
from game.desktop.motion import Motion
from game.desktop.painter import Painter
from game.desktop.pointer import Pointer
from game.desktop.scene import Scene
from game.desktop.screen import REST_AFTER, Screen
from game.desktop.settings import Settings
from game.desktop.stage import Stage
from game.desktop.theme import Theme, load_theme
from game.desktop.tips import Tips
from game.desktop.widgets.base import Widget
from game.text.translate import Catalogue, Translator, load_catalogue

SOMEONE_IS_THERE = frozenset(
    (pygame.KEYDOWN, pygame.KEYUP, pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP)
    + (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEWHEEL)
)


class Ui:
    """Everything a widget or a scene may ask: scale, theme, words, focus, drawing again."""

    def __init__(
        self,
        size: tuple[int, int],
        settings: Settings | None = None,
        catalogue: Catalogue | None = None,
        rest_after: float = REST_AFTER,
    ) -> None:
        """`rest_after` is how long living pictures move with nobody there, in seconds."""
        self.size = size
        self.settings = settings or Settings()
        self.now = 0.0
        self.ring = False
        self.finished = False
        self.stage = Stage(self)
        self.sound: Callable[[str], None] = lambda name: None
        self.on_setting: Callable[[Settings], None] = lambda settings: None
        self._catalogue = catalogue if catalogue is not None else load_catalogue()
        self.painter = Painter(load_theme(self.settings.theme))
        self.dp = self.painter.dp  # pixels for a size in dp; asked hundreds of times a frame
        self.motion = Motion()
        self.pointer = Pointer(self)
        self.keyboard = Keyboard(self)
        self.tips = Tips(self)
        self.screen = Screen(self, rest_after)
        self._take_settings()

    # What widgets ask for

    @property
    def scale(self) -> float:
        """Pixels per dp."""
        return self.painter.scale

    @property
    def theme(self) -> Theme:
        """The colours."""
        return self.painter.theme

    @cached_property
    def chart_text_width(self) -> Callable[[str, int, str], float]:
        """The measure that chart functions ask for."""
        from game.desktop.chart_surface import text_width_of

        return text_width_of(self.painter)

    @property
    def living_now(self) -> float:
        """The clock of living pictures, which stands while they rest."""
        return self.screen.living_now

    @property
    def width_dp(self) -> float:
        """How wide the window is in dp, for breakpoints."""
        return self.size[0] / self.painter.scale

    @property
    def height_dp(self) -> float:
        """How high the window is in dp."""
        return self.size[1] / self.painter.scale

    @property
    def columns(self) -> int:
        """How many columns there is room for: 3, 2 or 1."""
        return layout.columns(self.width_dp)

    @property
    def page_scrolls(self) -> bool:
        """Whether the page being placed is too high for the window."""
        return self.stage.building.page_scrolls

    @property
    def missing(self) -> list[str]:
        """Sentences about parts of the installation that are not there."""
        sentences = []
        if not self.painter.lettering.complete:
            sentences.append(self.t("interface.missing_font"))
        if not self.painter.icons.complete:
            sentences.append(self.t("interface.missing_icons"))
        return sentences

    def key_name(self, key: str | None) -> str:
        """What a key is called on the screen."""
        name = key or ""
        entry = f"interface.key_{name.lower().replace(' ', '_')}"
        return str(self.t(entry)) if entry in self.t else name[:1].upper() + name[1:]

    # Scenes

    @property
    def layers(self) -> list[Layer]:
        """The scenes from the bottom to the top."""
        return self.stage.layers

    @property
    def top(self) -> Layer:
        """The layer that gets the input."""
        return self.stage.layers[-1]

    def push(self, scene: Scene) -> None:
        """Puts a scene on top."""
        self.stage.push(scene)

    def emit(self, intent: Any) -> None:
        """Hands an intent to the top scene and does what it answers."""
        self.stage.emit(intent)

    def rebuild(self) -> None:
        """Builds the top scene again; focus and scrolling stay by name."""
        self.stage.rebuild()

    def escape(self) -> None:
        """The Esc key: the scene decides."""
        intent = self.top.scene.on_escape()
        if intent is not None:
            self.emit(intent)

    # Settings

    def change_setting(self, name: str, value: Any) -> None:
        """Changes a setting, tells the app, and builds everything again."""
        self.settings = dataclasses.replace(self.settings, **{name: value})
        self._take_settings()
        self.on_setting(self.settings)

    def _take_settings(self) -> None:
        if self.painter.theme.name != self.settings.theme:
            self.painter.theme = load_theme(self.settings.theme)
        self.painter.scale = layout.screen_scale(*self.size) * self.settings.text_scale / 100
        self.motion.allowed = self.settings.motion == "full"
        self.t = Translator(self.settings.language, self._catalogue)
        self.stage.rebuild_all()

    def resize(self, size: tuple[int, int]) -> None:
        """The window has a new size."""
        if size != self.size:
            self.size = size
            self._take_settings()

    # Focus

    @property
    def focus(self) -> Widget | None:
        """The widget that has focus in the top layer."""
        return self.top.focused if self.layers else None

    @property
    def hovered(self) -> Widget | None:
        """The widget under the pointer."""
        return self.top.by_name.get(self.pointer.hovered or "")

    def is_hovered(self, widget: Widget) -> bool:
        """Whether the pointer is on this widget, in the layer that gets input."""
        return self.pointer.hovered == widget.name and self.hovered is widget

    def is_pressed(self, widget: Widget) -> bool:
        """Whether the widget is being held down."""
        return self.pointer.pressed == widget.name and self.is_hovered(widget)

    def move_focus(self, name: str | None) -> None:
        """Gives focus to a widget by keyboard: with ring, and in sight."""
        self.damage_names(self.top.focus, name)
        self.top.focus, self.top.focus_is_given = name, False
        self.show_ring(True)
        self.reveal_focus()
        self.damage_names(name)
        self.tips.look()

    def reveal_focus(self) -> None:
        """Scrolls what has focus into sight."""
        held = self.focus
        if held is not None:
            for area in self.top.scrolls_around(held):
                area.reveal(self, held.rect)
            self.pointer.refresh()

    def focus_by_pointer(self, widget: Widget) -> None:
        """Gives focus without a ring."""
        self.top.focus, self.top.focus_is_given = widget.name, False

    def show_ring(self, on: bool) -> None:
        """The ring shows after the keyboard has been used, and hides after the pointer."""
        if self.ring != on:
            self.ring = on
            self.damage_names(self.top.focus)
            self.tips.look()

    def press(self, widget: Widget) -> None:
        """Activates a widget; one that cannot be used says why."""
        if not widget.enabled:
            self.sound("no")
            if self.pointer.hovered != widget.name:
                self.move_focus(widget.name)
            self.tips.show_now()
            return
        widget.activate(self)

    # Memory by name

    def scroll_of(self, name: str) -> int:
        """How far a scroll area was scrolled."""
        return self.stage.building.offsets.get(name, 0)

    def remember_scroll(self, name: str, offset: int) -> None:
        """Keeps how far a scroll area is scrolled."""
        self.stage.building.offsets[name] = offset

    def point_of(self, name: str) -> int | None:
        """The chosen point of a chart."""
        return self.top.points.get(name) if self.layers else None

    def choose_point(self, chart: Widget, at: int | None) -> None:
        """Chooses a point of a chart, or none."""
        if self.point_of(chart.name) == at:
            return
        if at is None:
            self.top.points.pop(chart.name, None)
        else:
            self.top.points[chart.name] = at
        self.damage_names(chart.name)
        self.tips.look()

    # Events and drawing

    def event(self, event: pygame.event.Event) -> bool:
        """Takes an event; True when it was of use."""
        if event.type in SOMEONE_IS_THERE:
            self.screen.wake()
        return bool(self.layers) and (self.pointer.event(event) or self.keyboard.event(event))

    def advance(self, now: float) -> None:
        """Moves the clock: motion, tips, living pictures and the scene's own tick."""
        self.now = now
        self.screen.advance()
        self.tips.advance()

    def draw(self, surface: pygame.Surface) -> list[pygame.Rect]:
        """Draws what has changed and gives the places."""
        with self.top.scene.while_drawing if self.layers else nullcontext():
            return self.screen.draw(surface)

    def damage(self, rect: pygame.Rect | None) -> None:
        """Marks a place to be drawn again; None for everything."""
        self.screen.damage(rect)

    def damage_names(self, *names: str | None) -> None:
        """Marks widgets to be drawn again, with shadow and focus ring."""
        for name in names:
            widget = self.top.by_name.get(name or "") if self.layers else None
            if widget is not None:
                self.damage(widget.rect.inflate(2 * self.dp(20), 2 * self.dp(20)))

    def canvas(self, name: str, size: tuple[int, int], owner: Any) -> tuple[pygame.Surface, bool]:
        """A picture's own surface, kept between builds, and whether it is new."""
        return self.screen.canvas(name, size, owner)

    # Looking in

    def find_all(
        self, role: str | None = None, label: str | None = None, name: str | None = None
    ) -> list[Widget]:
        """The widgets of the top scene with this role, label and name."""
        found = self.top.root.walk()
        return [widget for widget in found if dump.matches(widget, role, label, name)]

    def find(
        self, role: str | None = None, label: str | None = None, name: str | None = None
    ) -> Widget:
        """The first such widget; a LookupError with the whole tree when there is none."""
        found = self.find_all(role, label, name)
        if not found:
            raise LookupError(f"no {role or 'widget'} «{label or name}» in\n{self.tree()}")
        return found[0]

    def tree(self, places: bool = False) -> str:
        """The top scene as text, one line a widget."""
        return dump.dump(self.top.root, self.top.focus, places)
