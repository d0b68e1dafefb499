"""The third depth of the report: each cause told, and the newspaper to its last letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from game.desktop import widgets as w
from game.desktop.scene import Dialog, Pop
from game.desktop.scenes.cast import quoted
from game.desktop.scenes.loop_book import loop_drawing
from game.engine.game_state import GameState
from game.view.report import CauseView, ReportView, causes_told


class CausesDialog(Dialog):
    """Every bar in words: what began it, which loop it is part of, and whom it met."""

    width = 860
    first_focus = "close"

    def __init__(self, game: Any, meter: str, years: Sequence[GameState], title: str) -> None:
        self.game, self.meter, self.years, self.heading = game, meter, years, title

    def build(self, ui: Any) -> w.Widget:
        self.title = self.heading
        state, scenario = self.game.state, self.game.scenario
        told = causes_told(state, scenario, self.meter, ui.t, self.years)
        close = w.Button(ui.t("interface.close"), Pop(), "primary", name="close")
        return w.Column(
            w.Label(self.title, "heading"),
            *[self._cause(ui, cause) for cause in told],
            w.Row(
                w.Label(ui.t("report.cause.everyday"), "caption", "muted"),
                close,
                weights=(1, 0),
                gap=16,
            ),
            gap=12,
        )

    def _cause(self, ui: Any, cause: CauseView) -> w.Widget:
        bar = cause.bar
        tone = "good" if bar.meaning == "good" else "crisis"
        head = w.Row(
            w.Label(bar.label, "strong"), w.Label(bar.text, "strong", tone), weights=(1, 0), gap=12
        )
        because = w.Label(bar.cause, "body") if bar.cause else None
        loop = None
        if cause.loop is not None:
            words = ui.t("report.cause.loop", name=cause.loop.name)
            loop = w.Column(w.Label(words, "small"), loop_drawing(cause.loop), gap=4)
        said = quoted(cause.quote, 40) if cause.quote else None
        when = w.Label(cause.when, "caption", "muted") if cause.when else None
        return w.Panel(w.Column(head, because, when, loop, said, gap=5), "sunken", 12, shadow=False)


class PaperDialog(Dialog):
    """The article, what people say, and a letter from a reader."""

    width = 760
    first_focus = "close"

    def __init__(self, view: ReportView, name: str) -> None:
        self.view, self.paper = view, name

    def build(self, ui: Any) -> w.Widget:
        view = self.view
        self.title = view.headline
        close = w.Button(ui.t("interface.close"), Pop(), "primary", name="close")
        return w.Column(
            w.Label(ui.t("scene.paper.name", name=self.paper), "small", "muted"),
            w.Label(view.headline, "heading"),
            w.Label(view.lead, "strong") if view.lead else None,
            w.Label(view.article) if view.article else None,
            *[quoted(quote, 46) for quote in view.quotes],
            w.Panel(w.Label(view.letter), "sunken", 12, shadow=False) if view.letter else None,
            w.Row(w.Spacer(), close),
            gap=12,
        )
