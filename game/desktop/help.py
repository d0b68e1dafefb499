"""The dialog of F1: every key, first those of the picture one came from."""

from __future__ import annotations

from typing import Any

from game.desktop.keys import HELP, single_keys
from game.desktop.scene import Dialog, Pop, ShowTerms
from game.desktop.widgets.base import Widget
from game.desktop.widgets.boxes import Column, Row
from game.desktop.widgets.button import Button
from game.desktop.widgets.frames import Sized
from game.desktop.widgets.label import Divider, Label, Tag


class KeyHelp(Dialog):
    """Lists keys and what they do."""

    width = 620

    def __init__(self, widgets: list[Widget]) -> None:
        self.own = single_keys(widgets)

    def build(self, ui: Any) -> Widget:
        self.title = ui.t("interface.help_title")
        own = [self._line(ui.key_name(key), label) for key, label in self.own]
        everywhere = [self._line(key, ui.t(text)) for key, text in HELP]
        return Column(
            Label(self.title, "heading"),
            Column(Label(ui.t("interface.help_here"), "title"), *own, gap=6) if own else None,
            Divider() if own else None,
            Column(Label(ui.t("interface.help_everywhere"), "title"), *everywhere, gap=6),
            Row(
                Button(ui.t("interface.close"), Pop(), "primary", name="close"),
                Button(ui.t("terms.title"), ShowTerms(), icon="book-open", name="terms"),
                gap=8,
            ),
            gap=16,
        )

    def _line(self, key: str, text: str) -> Widget:
        return Row(Sized(Tag(key), width=150), Label(text), weights=(0, 1), gap=12)
