"""«Årets bilde»: the town, the hours we have and need, and what is on its way."""

from __future__ import annotations

from typing import Any

from game.charts.hours_bars import hours_bars
from game.desktop import widgets as w
from game.desktop.scene import Answer, Dialog, Pop, Push
from game.desktop.scenes.base import GAP, GameScene
from game.desktop.scenes.cast import quoted
from game.desktop.scenes.future import future_button
from game.desktop.scenes.seats import own_panel
from game.view.parts import PipelineItem, TownView
from game.view.picture import PictureView, picture

ROOMY = 860
"""From this height in dp there is room for everything at the side of the town."""


class PictureScene(GameScene):
    """Where the municipality stands as a year begins."""

    step = "picture"
    first_focus = "go_on"

    def own(self, intent: Any) -> Answer:
        return Push(LookDialog(self._view().town)) if intent == "look" else None

    def _view(self) -> PictureView:
        return picture(self.game.state, self.game.scenario, self.ui.t)

    def build(self, ui: Any) -> w.Widget:
        view = self._view()
        self.title = ui.t("scene.picture.title", name=view.municipality, year=view.year)
        go_on = w.Button(
            ui.t("scene.picture.go_on"), "go_on", "primary", icon="continue", name="go_on"
        )
        return self.page(
            self.meters(view.meters),
            w.Split(self._town(view), self._side(view), side_width=384, gap=GAP),
            foot=self.foot(go_on, future_button(ui)),
        )

    # The town and what people say

    def _town(self, view: PictureView) -> w.Widget:
        ui = self.ui
        town = self.play.town.widget(ui, view.town, ui.t("scene.town.label"))
        words = view.opening or view.quote
        look = w.Button(ui.t("scene.look"), "look", icon="eye", name="look")
        if ui.columns == 1:
            return w.Column(self._name(view), town, w.Panel(quoted(words), pad=14), look)
        said = w.Sized(w.Panel(quoted(words), pad=12), most_width=500) if words else None
        over = w.Column(
            w.Row(self._name(view), w.Spacer(), align="start"),
            w.Spacer(),
            w.Row(said, w.Spacer(), look, gap=16, align="end"),
            pad=14,
        )
        return w.Stack(town, over)

    def _name(self, view: PictureView) -> w.Widget:
        return w.Panel(
            w.Column(
                w.Label(f"{view.municipality} {view.year}", "heading"),
                w.Label(view.so_far, "caption", "muted"),
                gap=0,
            ),
            pad=12,
        )

    # The side

    def _side(self, view: PictureView) -> w.Widget:
        own = own_panel(self.ui, self.game)
        tight = own is not None and self.ui.columns > 1 and self.ui.height_dp < ROOMY
        parts = [self._hours(view), own, self._news(view, 1 if tight else 3)]
        if not tight:  # what the seat knows takes the place of what stands under «Mer» as well
            parts.append(self._pipeline(view))
        return w.Column(*[part for part in parts if part is not None], gap=GAP)

    def _hours(self, view: PictureView) -> w.Widget:
        ui = self.ui
        chart = w.Chart(
            lambda width, height: hours_bars(
                view.hours, width, height, ui.chart_text_width, t=ui.t, scale=ui.scale, titled=False
            ),
            ui.t("charts.hours_title"),
            height=124 if self.is_low else 156,
            fill=True,
            name="hours",
        )
        heading = w.Label(view.hours.sentence, "title")
        return w.Panel(w.Column(heading, chart, gap=8), pad=16)

    def _news(self, view: PictureView, most: int) -> w.Widget | None:
        if not view.news:
            return None
        most = min(most, 2) if self.is_low and self.ui.columns > 1 else most
        lines = [
            w.Row(w.Icon("sign-dot", 7, "accent"), w.Label(line), weights=(0, 1), gap=10)
            for line in view.news[:most]
        ]
        heading = w.Label(self.ui.t("scene.news"), "small", "muted")
        return w.Panel(w.Column(heading, *lines, gap=4), pad=14)

    def _pipeline(self, view: PictureView) -> w.Widget | None:
        if not view.pipeline:
            return None
        heading = w.Label(self.ui.t("scene.pipeline"), "small", "muted")
        lines = [
            self._coming(item)
            for item in view.pipeline[: 2 if self.is_low and self.ui.columns > 1 else 3]
        ]
        return w.Panel(w.Column(heading, *lines, gap=6), pad=14)

    def _coming(self, item: PipelineItem) -> w.Widget:
        return w.Row(
            w.Icon(item.icon, 18, "accent"),
            w.Label(item.text, "body"),
            w.Tag(str(item.year), "neutral"),
            weights=(0, 1, 0),
            gap=10,
        )


class LookDialog(Dialog):
    """«Hva ser vi?»: the picture of the town in words."""

    width = 560

    def __init__(self, town: TownView) -> None:
        self.lines = tuple(reaction.line for reaction in town.reactions if reaction.line)

    def build(self, ui: Any) -> w.Widget:
        self.title = ui.t("scene.look")
        lines = [
            w.Row(w.Icon("eye", 18, "accent"), w.Label(line), weights=(0, 1), gap=12)
            for line in self.lines or (ui.t("scene.look.calm"),)
        ]
        return w.Column(
            w.Label(self.title, "heading"),
            w.Column(*lines, gap=8),
            w.Row(w.Spacer(), w.Button(ui.t("interface.close"), Pop(), "primary", name="close")),
            gap=16,
        )
