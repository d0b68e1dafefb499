"""«Hvorfor?»: the causes of a year's change in one meter, as a panel and as a dialog."""

from __future__ import annotations

from typing import Any

from game.charts.waterfall import waterfall
from game.desktop import widgets as w
from game.desktop.scene import Dialog, Pop
from game.engine.turn_causes import latest_years
from game.view.parts import WaterfallView
from game.view.report import waterfall as why_of

LOW, A_ROW = 200, 44  # dp


def why_chart(ui: Any, why: WaterfallView) -> w.Chart:
    """The waterfall; where the page scrolls anyway it takes all the height it likes."""
    comfortable = 60 + A_ROW * (len(why.bars) + 2)
    return w.Chart(
        lambda width, height: waterfall(
            why, width, height, ui.chart_text_width, t=ui.t, scale=ui.scale, titled=False
        ),
        why.title,
        height=comfortable if ui.columns == 1 else LOW,
        fill=True,
        name="why chart",
    )


class WhyDialog(Dialog):
    """Why a meter moved last year, asked from any scene of the year."""

    width = 860
    first_focus = "close"

    def __init__(self, game: Any, meter: str) -> None:
        self.game, self.meter = game, meter
        self.years = latest_years(game.session)

    def build(self, ui: Any) -> w.Widget:
        why = why_of(self.game.state, self.game.scenario, self.meter, ui.t, self.years)
        self.title = why.title
        chart = why_chart(ui, why)
        chart.wanted = 40 + A_ROW * (len(why.bars) + 2)
        return w.Column(
            w.Column(w.Label(why.title, "heading"), w.Label(why.sentence, tone="muted"), gap=2),
            chart,
            w.Row(w.Spacer(), w.Button(ui.t("interface.close"), Pop(), "primary", name="close")),
            gap=14,
        )
