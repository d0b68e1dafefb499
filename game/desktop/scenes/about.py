"""«Om og kilder»: what the game is, what it keeps, and where its figures come from."""

from __future__ import annotations

from typing import Any

from game.desktop import widgets as w
from game.desktop.scene import Dialog, Pop
from game.view.about import AboutPart, SourceView, about


class AboutDialog(Dialog):
    """Five short answers, and the list of sources below."""

    width = 900
    first_focus = "close"

    def build(self, ui: Any) -> w.Widget:
        view = about(ui.t)
        self.title = view.title
        close = w.Button(ui.t("interface.close"), Pop(), "primary", name="close")
        parts = [self._part(part) for part in view.parts]
        listed = [self._source(source) for source in view.sources]
        return w.Column(
            w.Row(
                w.Label(view.title, "heading"), w.Spacer(), w.Label(view.version, "small", "muted"),
                close, gap=16, align="center",
            ),
            w.Grid(*parts, least_width=380, gap=16, most_columns=2),
            w.Divider(),
            w.Label(view.heading, "title"),
            w.Grid(*listed, least_width=380, gap=8, most_columns=2),
            gap=14,
        )  # fmt: skip

    def _part(self, part: AboutPart) -> w.Widget:
        words = w.Column(w.Label(part.heading, "strong"), w.Label(part.text), gap=2)
        return w.Row(
            w.Icon(part.icon, 24, "accent", plate=True), words, weights=(0, 1), gap=12,
            align="start",
        )  # fmt: skip

    def _source(self, source: SourceView) -> w.Widget:
        return w.Column(
            w.Label(source.title, "small"), w.Label(source.where, "caption", "muted"), gap=0
        )
