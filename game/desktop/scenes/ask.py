"""Small questions that must be answered before something is lost or locked."""

from __future__ import annotations

from typing import Any

from game.desktop import widgets as w
from game.desktop.scene import Dialog, Pop


class AskToReplace(Dialog):
    """A game is under way: should a new one take its place?"""

    first_focus = "keep"

    def __init__(self, scenario_id: str) -> None:
        self.scenario_id = scenario_id

    def build(self, ui: Any) -> w.Widget:
        self.title = ui.t("scene.replace.title")
        start = ("start", self.scenario_id)
        return w.Column(
            w.Label(self.title, "heading"),
            w.Label(ui.t("scene.replace.text")),
            w.Flow(
                w.Button(ui.t("scene.replace.keep"), Pop(), name="keep"),
                w.Button(ui.t("scene.replace.start"), Pop(start), "primary", name="replace"),
                align="right",
            ),
            gap=16,
        )
