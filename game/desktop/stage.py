"""The stack of scenes, and doing what scenes ask for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pygame

from game.desktop.layer import Layer
from game.desktop.scene import (
    Change,
    ChangeSetting,
    Pop,
    Push,
    Quit,
    Replace,
    Reset,
    Say,
    Scene,
    ShowHelp,
    ShowTerms,
    Stay,
)

SHADOW = 20.0  # dp that the shadow and the focus ring reach beyond a dialog


class Stage:
    """Puts scenes on top of each other and builds them; only the top one gets input."""

    def __init__(self, ui: Any) -> None:
        self.ui = ui
        self.layers: list[Layer] = []
        self.building = Layer(Scene())

    def push(self, scene: Scene) -> None:
        """Puts a scene on top."""
        self.layers.append(Layer(scene))
        self._changed_scene()

    def pop(self) -> None:
        """Closes the top scene. Closing the last one ends the program."""
        self.layers.pop()
        if self.layers:
            self._changed_scene()
        else:
            self.ui.finished = True

    def replace(self, scene: Scene) -> None:
        """Puts a scene in the place of the top one."""
        self.layers[-1:] = [Layer(scene)]
        self.ui.tips.hush()
        self._changed_scene()

    def reset(self, scene: Scene) -> None:
        """Leaves every scene and starts with this one."""
        self.layers = [Layer(scene)]
        self.ui.tips.hush()
        self._changed_scene()

    def _changed_scene(self) -> None:
        self.ui.screen.begin_fade()
        self.ui.motion.forget()
        self.rebuild()
        self.ui.screen.forget_canvases()

    def rebuild(self) -> None:
        """Builds the top scene again."""
        top = self.layers[-1:]
        before = top[0].root.rect.copy() if top else None
        self._build(top, before)

    def rebuild_all(self) -> None:
        """Builds every layer again, after a change of size, theme or language."""
        self._build(self.layers)

    def _build(self, layers: list[Layer], before: pygame.Rect | None = None) -> None:
        for layer in layers:
            self.building = layer
            layer.build(self.ui)
        if layers and layers[-1].focus_was_lost and self.ui.ring:
            self.ui.reveal_focus()
        if layers:
            self.ui.pointer.refresh()
            self.ui.tips.look()
        self.ui.damage(self._changed(before))

    def _changed(self, before: pygame.Rect | None) -> pygame.Rect | None:
        """A dialog that stands where it stood changes nothing outside itself; else everything."""
        top = self.layers[-1] if self.layers else None
        if before is None or top is None or not top.scene.modal or top.root.rect != before:
            return None
        around = 2 * self.ui.dp(SHADOW)
        return before.inflate(around, around)

    # Intents

    def emit(self, intent: Any) -> None:
        """Hands an intent to the top scene and does what it answers."""
        change = isinstance(intent, Change)
        self.perform(intent if change else self.layers[-1].scene.handle(intent))

    def perform(self, answer: Change | Iterable[Change] | None) -> None:
        """Does what a scene answered; None means: build me again."""
        if answer is None:
            self.rebuild()
        elif isinstance(answer, Change):
            self._do(answer)
        else:
            for change in answer:
                self._do(change)

    def _do(self, change: Change) -> None:
        if isinstance(change, Push):
            self.push(change.scene)
        elif isinstance(change, Replace):
            self.replace(change.scene)
        elif isinstance(change, Reset):
            self.reset(change.scene)
        elif isinstance(change, Pop):
            self._close(change.intent)
        elif isinstance(change, ChangeSetting):
            self.ui.change_setting(change.name, change.value)
        elif isinstance(change, Say):
            self.rebuild()
            self.ui.tips.say(change.text)
        elif isinstance(change, ShowHelp):
            self.ui.keyboard.show_help()
        elif isinstance(change, ShowTerms):
            self.ui.keyboard.show_terms()
        elif isinstance(change, Quit):
            self.ui.finished = True
        elif not isinstance(change, Stay):
            raise TypeError(f"not a change the interface knows: {change!r}")

    def _close(self, intent: Any) -> None:
        self.pop()
        if intent is not None and self.layers:
            self.emit(intent)
