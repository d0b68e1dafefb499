"""The pause: go on, settings, keys, or back to the title. The game is always saved already."""

from __future__ import annotations

from typing import Any

from game.desktop import widgets as w
from game.desktop.scene import Answer, Dialog, Pop, Push, ShowHelp, ShowTerms


class PauseDialog(Dialog):
    """What one can do between two choices."""

    width = 420
    first_focus = "resume"

    def handle(self, intent: Any) -> Answer:
        if intent == "settings":
            from game.desktop.scenes.settings import SettingsDialog

            return Push(SettingsDialog())
        if intent == "help":
            return ShowHelp()
        return None

    def build(self, ui: Any) -> w.Widget:
        self.title = ui.t("scene.pause.title")
        return w.Column(
            w.Label(self.title, "heading"),
            w.Label(ui.t("scene.pause.saved"), tone="muted"),
            w.Button(ui.t("scene.pause.resume"), Pop(), "primary", icon="play", name="resume"),
            w.Button(ui.t("scene.settings"), "settings", icon="settings", name="settings"),
            w.Button(ui.t("scene.help"), "help", icon="help", name="keys"),
            w.Button(ui.t("terms.title"), ShowTerms(), icon="book-open", name="terms"),
            w.Button(ui.t("scene.pause.leave"), Pop("leave"), icon="home", name="leave"),
            gap=12,
        )
