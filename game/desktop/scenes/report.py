"""The year report: the front page, and «Hvorfor?» for any of the five meters."""

from __future__ import annotations

from typing import Any

from game.desktop import widgets as w
from game.desktop.scene import Answer
from game.desktop.scenes.base import GAP, GameScene
from game.desktop.scenes.cast import quoted
from game.desktop.scenes.gauge import gauges
from game.desktop.scenes.why import why_chart
from game.view.report import ReportView, report

WHY_SHARE = 0.56


class ReportScene(GameScene):
    """What happened, and why."""

    step = "report"
    first_focus = "go_on"

    def __init__(self, play: Any) -> None:
        super().__init__(play)
        self._meter: str | None = None

    def handle(self, intent: Any) -> Answer:
        """«Hvorfor?» is answered on the page here, not in a dialog."""
        match intent:
            case ("why", meter):
                self._meter = meter
                return None
            case "why":
                self._meter = self._next()
                return None
        return super().handle(intent)

    def _next(self) -> str:
        """The meter with focus, else the one after the one that is explained."""
        held = self.ui.focus
        if held is not None and held.name.startswith("meter:"):
            return str(held.name.partition(":")[2])
        view = self._view()
        ids = [meter.id for meter in view.meters]
        return ids[(ids.index(view.why_meter) + 1) % len(ids)]

    def _view(self) -> ReportView:
        return report(self.game.state, self.game.scenario, self.ui.t, self._meter)

    def build(self, ui: Any) -> w.Widget:
        view = self._view()
        self.title = ui.t("scene.report.title", year=view.year)
        words = "scene.report.end" if view.is_last else "scene.report.go_on"
        go_on = w.Button(
            ui.t(words, year=view.year + 1), "go_on", "primary", icon="continue", name="go_on"
        )
        why = w.Button(ui.t("scene.why"), "why", icon="why", key="h", name="why")
        meters = gauges(ui, view.meters, lambda id_: ("why", id_), True, view.why_meter)
        return self.page(
            meters,
            w.Split(
                self._paper(view),
                self._waterfall(view),
                side_width=ui.width_dp * WHY_SHARE,
                gap=GAP,
                breakpoint=980,
            ),
            foot=self.foot(go_on, why),
        )

    # The front page

    def _paper(self, view: ReportView) -> w.Widget:
        ui = self.ui
        name = self.game.scenario.municipality.name
        head = w.Column(
            w.Divider(),
            w.Row(
                w.Label(ui.t("scene.paper.name", name=name), "title"),
                w.Spacer(),
                w.Label(ui.t("scene.paper.date", year=view.year), "caption", "muted"),
            ),
            w.Divider(),
            w.Divider(),
            gap=3,
        )
        town = None
        if not self.is_low or ui.columns == 1:
            town = self.play.town.widget(ui, view.town, ui.t("scene.town.label"), least_height=120)
        return w.Panel(
            w.Column(
                head,
                w.Label(view.headline, "heading"),
                town,
                quoted(view.quote, 46),
                w.Divider(),
                self._decisions(view),
                self._hook(view),
                gap=9,
            ),
            pad=18,
        )

    def _decisions(self, view: ReportView) -> w.Widget | None:
        if not view.decisions:
            return None
        text = self.ui.t("scene.paper.decided", what=", ".join(view.decisions))
        return w.Label(text, "caption", "muted")

    def _hook(self, view: ReportView) -> w.Widget | None:
        if not view.hook or view.is_last:
            return None
        words = w.Label(view.hook, "strong", "on_accent_soft")
        row = w.Row(w.Icon("eye", 20, "on_accent_soft"), words, weights=(0, 1), gap=10)
        return w.Panel(row, "accent_soft", 10, shadow=False)

    # Why

    def _waterfall(self, view: ReportView) -> w.Widget:
        why = view.why
        words = w.Column(w.Label(why.title, "title"), w.Label(why.sentence, tone="muted"), gap=2)
        return w.Panel(w.Column(words, why_chart(self.ui, why), gap=6), pad=18)
