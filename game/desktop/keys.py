"""The keyboard: focus, single keys, and the commands that work everywhere.

Single letters can be switched off in the settings (WCAG 2.1.4); everything they do has a button.
"""

from __future__ import annotations

from typing import Any

import pygame

from game.desktop import focus
from game.desktop.settings import LARGEST_TEXT, SMALLEST_TEXT
from game.desktop.theme import THEMES
from game.desktop.widgets.base import Widget

ARROWS = {
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
}
SCROLLING = (
    pygame.K_UP,
    pygame.K_DOWN,
    pygame.K_PAGEUP,
    pygame.K_PAGEDOWN,
    pygame.K_HOME,
    pygame.K_END,
)
PRESSING = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
HELD_BACK = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META

# Keys and catalogue entries of the help, in the order they are shown.
HELP = (
    ("Tab", "interface.help_tab"),
    ("← ↑ → ↓", "interface.help_arrows"),
    ("Enter", "interface.help_enter"),
    ("Esc", "interface.help_escape"),
    ("Ctrl + / − / 0", "interface.help_size"),
    ("K", "interface.help_theme"),
    ("M", "interface.help_mute"),
    ("F11", "interface.help_fullscreen"),
    ("O", "terms.help"),
    ("F1", "interface.help_help"),
)


REPEATING = {*ARROWS, *SCROLLING, pygame.K_TAB}
"""Keys that go on moving while they are held."""


class Keyboard:
    """Turns keys into focus moves, presses and commands for one interface."""

    def __init__(self, ui: Any) -> None:
        self.ui = ui

    def event(self, event: pygame.event.Event) -> bool:
        """Takes a key; True when it was of use."""
        if event.type != pygame.KEYDOWN:
            return False
        if event.mod & HELD_BACK:
            return self._with_ctrl(event)
        return self._moves(event) or self._presses(event) or self._single(event)

    def _moves(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_TAB:
            self._tab(-1 if event.mod & pygame.KMOD_SHIFT else 1)
            return True
        held = self.ui.focus
        if held is not None and held.enabled and held.on_key(self.ui, event.key):
            self.ui.show_ring(True)
            return True
        if event.key in ARROWS and self._arrow(ARROWS[event.key]):
            return True
        return event.key in SCROLLING and self._scroll(event.key)

    def _tab(self, by: int) -> None:
        top = self.ui.top
        if top.focus_is_given and top.focused and not self.ui.ring:
            # The first Tab shows where one is; the next one moves.
            self.ui.move_focus(top.focus)
            return
        names = [widget.name for widget in top.order]
        current = names.index(top.focus) if top.focus in names else None
        place = focus.step(len(names), current, by)
        if place is not None:
            self.ui.move_focus(names[place])

    def _arrow(self, direction: str) -> bool:
        top = self.ui.top
        names = [widget.name for widget in top.order]
        if top.focus not in names:
            if names:
                self.ui.move_focus(names[0])
            return bool(names)
        boxes: list[Any] = [widget.rect for widget in top.order]
        place = focus.neighbour(boxes, names.index(top.focus), direction)
        if place is not None:
            self.ui.move_focus(names[place])
        return place is not None

    def _scroll(self, key: int) -> bool:
        held = self.ui.focus
        around = self.ui.top.scrolls_around(held) if held else ()
        first = [w for w in self.ui.top.by_name.values() if w.role == "scroll"]
        return any(area.on_key(self.ui, key) for area in (*reversed(around), *first))

    def _presses(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            self.ui.escape()
            return True
        held = self.ui.focus
        if event.key in PRESSING and held is not None:
            if not self.ui.top.is_in_sight(held):
                # What nobody has seen is shown before it is pressed.
                self.ui.move_focus(held.name)
                return True
            self.ui.show_ring(True)
            self.ui.press(held)
            return True
        return False

    def _single(self, event: pygame.event.Event) -> bool:
        # pygame has no name for æ, ø and å.
        name = pygame.key.name(event.key) or event.unicode.lower()
        if self.ui.settings.single_keys:
            wanted = {name.lower(), event.unicode.lower()} - {""}
            for widget in self.ui.top.by_name.values():
                if widget.key and widget.key.lower() in wanted:
                    self.ui.press(widget)
                    return True
        return self._scene_key(name) or self._command(event.key, event.mod)

    def _scene_key(self, name: str) -> bool:
        intent = self.ui.top.scene.on_key(name)
        if intent is None:
            return False
        self.ui.emit(intent)
        return True

    # Commands that work everywhere

    def _with_ctrl(self, event: pygame.event.Event) -> bool:
        if not event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
            return False
        if event.key in (pygame.K_PLUS, pygame.K_KP_PLUS, pygame.K_EQUALS):
            self._step_text_size(1)
        elif event.key in (pygame.K_MINUS, pygame.K_KP_MINUS):
            self._step_text_size(-1)
        elif event.key in (pygame.K_0, pygame.K_KP_0):
            self._step_text_size(0)
        else:
            return False
        return True

    def _command(self, key: int, mod: int) -> bool:
        if key == pygame.K_F1:
            self.show_help()
        elif key == pygame.K_F11:
            self.ui.change_setting("fullscreen", not self.ui.settings.fullscreen)
        elif key == pygame.K_k and self.ui.settings.single_keys:
            self._next_theme()
        elif key == pygame.K_m and self.ui.settings.single_keys:
            self.ui.change_setting("muted", not self.ui.settings.muted)
        elif key == pygame.K_o and self.ui.settings.single_keys:
            self.show_terms()
        else:
            return False
        return True

    def _step_text_size(self, by: int) -> None:
        """Larger, smaller or normal text."""
        wanted = self.ui.settings.text_scale + 25 * by if by else 100
        self.ui.change_setting("text_scale", max(SMALLEST_TEXT, min(LARGEST_TEXT, wanted)))

    def _next_theme(self) -> None:
        """Light, dark, contrast, and around."""
        place = (THEMES.index(self.ui.settings.theme) + 1) % len(THEMES)
        self.ui.change_setting("theme", THEMES[place])

    def show_help(self) -> None:
        """The dialog with all keys; only one at a time."""
        from game.desktop.help import KeyHelp

        if not isinstance(self.ui.top.scene, KeyHelp):
            self.ui.push(KeyHelp(list(self.ui.top.by_name.values())))

    def show_terms(self) -> None:
        """The dialog with all words, on the word of what has focus; only one at a time."""
        from game.desktop.scenes.terms import TermsDialog, asked_term

        if not isinstance(self.ui.top.scene, TermsDialog):
            self.ui.push(TermsDialog(asked_term(self.ui)))
            self.ui.reveal_focus()


def single_keys(widgets: list[Widget]) -> list[tuple[str, str]]:
    """Key and label of everything that has a single key, for the help."""
    return [(w.key, w.label) for w in widgets if w.key and w.label]
