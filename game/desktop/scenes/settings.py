"""Settings. Each takes effect at once, so that one sees what one chooses."""

from __future__ import annotations

from typing import Any

from game.desktop import widgets as w
from game.desktop.scene import Answer, ChangeSetting, Dialog, Pop
from game.desktop.scenes.title import LANGUAGES
from game.desktop.settings import CHOICES, LARGEST_TEXT, SMALLEST_TEXT


class SettingsDialog(Dialog):
    """Language, size of text, colours, motion, sound, keys and screen."""

    width = 900
    first_focus = "close"

    def handle(self, intent: Any) -> Answer:
        match intent:
            case ("set", name, value):
                return ChangeSetting(name, value)
            case ("toggle", name):
                return ChangeSetting(name, not getattr(self.ui.settings, name))
        return None

    def build(self, ui: Any) -> w.Widget:
        self.title = ui.t("scene.settings")
        looks = w.Column(
            w.Choice(
                ui.t("scene.language"), LANGUAGES, ui.settings.language,
                lambda value: ("set", "language", value),
            ),
            self._slider(ui, "text_scale", SMALLEST_TEXT, LARGEST_TEXT, 25),
            self._choice(ui, "theme"),
            self._choice(ui, "motion"),
            gap=18,
        )  # fmt: skip
        rest = w.Column(
            self._slider(ui, "volume", 0, 100, 10),
            self._switch(ui, "muted"),
            self._switch(ui, "single_keys"),
            self._switch(ui, "fullscreen"),
            gap=12,
        )
        close = w.Button(ui.t("interface.close"), Pop(), "primary", name="close")
        wide = ui.width_dp >= 980
        return w.Column(
            w.Label(self.title, "heading"),
            w.Row(looks, rest, weights=(1, 1), gap=44) if wide else w.Column(looks, rest, gap=18),
            w.Row(w.Spacer(), close),
            gap=20,
        )

    def _choice(self, ui: Any, name: str) -> w.Widget:
        options = tuple((value, ui.t(f"scene.{name}.{value}")) for value in CHOICES[name])
        return w.Choice(
            ui.t(f"scene.{name}"), options, getattr(ui.settings, name),
            lambda value: ("set", name, value),
        )  # fmt: skip

    def _slider(self, ui: Any, name: str, low: int, high: int, step: int) -> w.Widget:
        value = getattr(ui.settings, name)
        return w.Slider(
            ui.t(f"scene.{name}"), low, high, step, value, f"{value}\u00a0%",
            lambda chosen: ("set", name, int(chosen)),
        )  # fmt: skip

    def _switch(self, ui: Any, name: str) -> w.Widget:
        return w.Switch(ui.t(f"scene.{name}"), getattr(ui.settings, name), ("toggle", name))
