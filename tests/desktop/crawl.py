"""An interface with any scene in it, keys and clicks, and a crawler that finds faults."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pygame

from game.desktop.scene import Scene
from game.desktop.settings import Settings
from game.desktop.ui import Ui
from game.desktop.widgets import Widget
from game.text.translate import load_catalogue

CATALOGUE = load_catalogue()
LEAST_TARGET = 36  # dp


def ui_with(scene: Scene, size: tuple[int, int] = (1280, 720), **settings: Any) -> Ui:
    """An interface showing the scene, with motion off unless asked for."""
    ui = Ui(size, Settings(**{"motion": "off", **settings}), CATALOGUE)
    ui.push(scene)
    return ui


def key(code: int, mod: int = 0, letter: str = "") -> pygame.event.Event:
    """A key going down."""
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=letter)


def click(ui: Ui, place: tuple[int, int]) -> None:
    """The pointer moves to a place, goes down and comes up."""
    for kind, more in (
        (pygame.MOUSEMOTION, {"rel": (0, 0), "buttons": (0, 0, 0)}),
        (pygame.MOUSEBUTTONDOWN, {"button": 1}),
        (pygame.MOUSEBUTTONUP, {"button": 1}),
    ):
        ui.event(pygame.event.Event(kind, pos=place, **more))


def faults_of(ui: Ui) -> list[str]:
    """What is wrong with the top scene, in words; nothing when all is well."""
    widgets = [widget for widget in ui.top.root.walk() if widget.role != "space"]
    found = [fault for widget in widgets for fault in _faults_of_one(ui, widget)]
    return found + _keyboard_faults(ui)


def _faults_of_one(ui: Ui, widget: Widget) -> list[str]:
    who, rect = f"{widget.role} «{widget.label or widget.name}»", widget.rect
    found = []
    if rect.width < widget.least(ui):
        found.append(f"{who} is {rect.width} wide and needs {widget.least(ui)}")
    rolls = widget.role == "scroll" or (widget.role == "dialog" and ui.page_scrolls)
    if not rolls and rect.height < widget.height(ui, rect.width):
        found.append(f"{who} is {rect.height} high and needs {widget.height(ui, rect.width)}")
    if rect.left < 0 or rect.right > ui.size[0]:
        found.append(f"{who} sticks out of the window at the side")
    least = ui.dp(LEAST_TARGET)
    if widget.focusable and min(rect.size) < least:
        found.append(f"{who} is {rect.size}, smaller than {least}")
    if widget.role != "stack":
        found += _overlaps(widget, who)
    return found


def _overlaps(widget: Widget, who: str) -> list[str]:
    shown = [child for child in widget.children if child.rect.width and child.rect.height]
    return [
        f"in {who}: «{a.label or a.name}» and «{b.label or b.name}» overlap"
        for a, b in combinations(shown, 2)
        if a.rect.colliderect(b.rect)
    ]


def _keyboard_faults(ui: Ui) -> list[str]:
    """Tabs through everything; each stop must be in sight and none may be left out."""
    wanted = {widget.name for widget in ui.top.order}
    seen: set[str] = set()
    found = []
    for _ in range(len(wanted) + 1):
        ui.event(key(pygame.K_TAB))
        held = ui.focus
        if held is None:
            break
        seen.add(held.name)
        if not _in_sight(ui, held):
            found.append(f"«{held.label or held.name}» has focus out of sight at {held.rect}")
    return found + [f"«{name}» cannot be reached by Tab" for name in sorted(wanted - seen)]


def _in_sight(ui: Ui, widget: Widget) -> bool:
    """The whole widget shows, or its top when it is taller than what shows of it."""
    view = pygame.Rect((0, 0), ui.size)
    for area in ui.top.scrolls_around(widget):
        view = view.clip(area.rect)
    tall = widget.rect.height > view.height
    part = pygame.Rect(widget.rect.left, widget.rect.top, 1, 1) if tall else widget.rect
    return bool(view.contains(part))
