"""The end: «uten dere → med dere», a title as a stamp, and what to talk about afterwards."""

from __future__ import annotations

from typing import Any

from game.charts.comparison import comparison
from game.charts.comparison_plot import Bands, Figures
from game.desktop import widgets as w
from game.desktop.scene import Answer, Push
from game.desktop.scenes.base import GAP, PAD, GameScene
from game.desktop.scenes.end_tabs import TABS, tab_of
from game.desktop.scenes.gauge import NARROW, Count
from game.desktop.scenes.loop_book import LoopBookDialog
from game.desktop.scenes.marks import Stamp
from game.desktop.scenes.what_we_did import WhatWeDidDialog
from game.engine.crisis import crisis_below, good_from
from game.engine.endings import test_2045
from game.engine.loops_found import loops_found
from game.view.ending import EndRow, EndView, TurningPoint, ending, largest_points
from game.view.guess import asks_at_all

ROOMY = 780  # dp; windows lower than this show two turning points
LONG = 22
"""Titles from so many letters are set smaller."""
TEST_ICONS = {"stands_firm": "mountain", "holds_breath": "wind", "slides_back": "trending-down"}


class EndScene(GameScene):
    """What the players left behind."""

    step = ""
    first_focus = "again"

    def __init__(self, play: Any) -> None:
        super().__init__(play)
        self._meter = "staffing"
        self._heard = False
        game = self.game
        self._tab = "jobs" if game.session.setup.preset.answers_only else "years"
        self._found = loops_found(game.session)
        alone = game.shadow.end(game.session.seed)
        self._later = test_2045(game.state, game.scenario, alone)

    def own(self, intent: Any) -> Answer:
        match intent:
            case ("meter", meter):
                self._meter, self._tab = meter, "years"
            case ("tab", tab):
                self._tab = tab
            case "loops":
                return Push(LoopBookDialog(self.game))
            case ("rerun", year):
                return self.game.rerun_from(year, self.ui.t)
            case "account":
                return Push(WhatWeDidDialog(self.game, self._meter))
            case "again":
                return self.play.start(self.game.scenario.id, self.ui.t, self.game.session.setup)
        return None

    def tick(self, now: float) -> bool:
        """Two notes when the stamp lands."""
        if not self._heard:
            self._heard = True
            self.ui.sound("chime")
        return False

    def on_key(self, name: str) -> Any:
        """A clicker has nothing to turn here."""
        return None

    def _view(self) -> EndView:
        game = self.game
        return ending(
            game.state, game.without(), game.scenario, self.ui.t, self._found, self._later
        )

    def build(self, ui: Any) -> w.Widget:
        view = self._view()
        self.title = ui.t("scene.end.title", name=view.municipality)
        rows = w.Grid(
            *[self._row(row, view) for row in view.rows],
            least_width=146 if ui.width_dp < NARROW else 206,
            gap=10,
        )
        heading = w.Row(
            w.Label(self.title, "heading"),
            w.Spacer(),
            w.Label(ui.t("scene.end.without_with"), "strong", "muted"),
        )
        return w.Column(
            w.Column(heading, rows, gap=8),
            w.Split(self._town(view), self._side(view), side_width=500, gap=GAP, breakpoint=980),
            self._foot(),
            pad=PAD,
            gap=GAP,
        )

    def _row(self, row: EndRow, view: EndView) -> w.Widget:
        ui = self.ui
        without, with_you = (line.values[-1] for line in view.series[row.meter])
        status = w.Tag(ui.t(f"band.{row.with_band}"), row.with_band)
        change = w.Label(row.better_text, "strong", "good" if row.is_better else "crisis")
        name = w.Label(row.name, "small", "muted")
        numbers = (
            w.Label(row.without_text, "title", "muted"),
            w.Icon("arrow-right", 18, "muted"),
            Count(row.with_text, without, with_you, f"end {row.meter}", "number"),
        )
        bar = w.Bar(with_you, tone=row.with_band, before=without, name=f"bar:{row.meter}")
        if ui.width_dp < NARROW:
            lines = [name, w.Row(*numbers, gap=6), w.Row(status, w.Spacer(), change, gap=6)]
        else:
            lines = [w.Row(name, w.Spacer(), status, gap=6),
                     w.Row(*numbers, w.Spacer(), change, gap=8), bar]  # fmt: skip
        return w.Card(
            w.Column(*lines, gap=4),
            ("meter", row.meter), label=row.name, selected=row.meter == self._meter,
            name=f"meter:{row.meter}", pad=11,
            description=ui.t("scene.end.row", without=row.without_text, with_you=row.with_text),
        )  # fmt: skip

    def _town(self, view: EndView) -> w.Widget:
        ui = self.ui
        town = self.play.town.widget(ui, view.town, ui.t("scene.town.label"), least_height=230)
        stamp = Stamp(view.title.name, "display" if len(view.title.name) < LONG else "heading",
                      "accent")  # fmt: skip
        words = w.Sized(w.Panel(self._told(view), pad=16), most_width=560)
        if ui.columns == 1:
            return w.Column(w.Row(w.Spacer(), stamp, w.Spacer()), town, words)
        over = w.Column(
            w.Row(w.Spacer(), stamp, w.Spacer()), w.Spacer(), w.Row(words, w.Spacer()), pad=18
        )
        return w.Stack(town, over)

    def _told(self, view: EndView) -> w.Widget:
        """The title in a sentence, and what five more years made of it."""
        test = view.test
        tone = {"stands_firm": "good", "holds_breath": "accent"}.get(test.result, "crisis")
        heading = w.Row(
            w.Icon(TEST_ICONS[test.result], 22, tone), w.Label(test.heading, "title"),
            weights=(0, 1), gap=10,
        )  # fmt: skip
        return w.Column(
            w.Label(view.title.sentence, "title") if view.title.sentence else None,
            w.Divider() if view.title.sentence else None,
            heading,
            w.Label(test.sentence),
            w.Label(test.how, "caption", "muted"),
            gap=7,
        )

    # The side: the years, the badges, the jobs or the talk

    def _side(self, view: EndView) -> w.Widget:
        ui = self.ui
        tabs = w.Choice(
            ui.t("end.tab"), tuple((tab, ui.t(f"end.tab.{tab}")) for tab in TABS), self._tab,
            lambda tab: ("tab", tab), name="tab", show_label=False,
        )  # fmt: skip
        if self._tab == "years":
            return w.Column(tabs, self._lines(view), self._turning(view), gap=GAP)
        return w.Column(tabs, tab_of(ui, self._tab, view), gap=GAP)

    def _lines(self, view: EndView) -> w.Widget:
        ui, meter = self.ui, self._meter
        bands = Bands(
            crisis_below(meter), good_from(meter),
            60.0 if meter == "staffing" else 0.0,
        )  # fmt: skip
        unit = "%" if meter == "staffing" else ""
        name = ui.t(f"meter.{meter}")
        chart = w.Chart(
            lambda width, height: comparison(
                view.series[meter], width, height, ui.chart_text_width, t=ui.t, scale=ui.scale,
                bands=bands, figures=Figures(0, unit), titled=False,
            ),
            name,
            height=220 if ui.columns == 1 else 100 if self.is_low else 146,
            fill=True,
            name="years",
        )  # fmt: skip
        return w.Panel(w.Column(w.Label(name, "title"), chart, gap=6), pad=16)

    def _turning(self, view: EndView) -> w.Widget | None:
        if not view.turning_points:
            return None
        ui = self.ui
        heading = w.Label(ui.t("scene.end.turning"), "small", "muted")
        room = 2 if ui.height_dp < ROOMY and ui.columns > 1 else 3
        points = [self._point(point) for point in largest_points(view.turning_points, room)]
        return w.Panel(w.Column(heading, *points, gap=8), pad=14)

    def _point(self, point: TurningPoint) -> w.Widget:
        words = self.ui.t("scene.end.rerun", year=point.year)
        button = w.Button(words, ("rerun", point.year), icon="undo", name=f"rerun:{point.year}")
        return w.Row(w.Label(point.text, "caption"), button, weights=(1, 0), gap=12)

    def _foot(self) -> w.Widget:
        ui = self.ui
        leave = w.Button(ui.t("scene.pause.leave"), "leave", icon="home", name="leave")
        again = w.Button(ui.t("scene.end.again"), "again", "primary", icon="play", name="again")
        account = w.Button(ui.t("account.open"), "account", icon="scale", key="v", name="account")
        loops = None
        if asks_at_all(self.game.state):
            loops = w.Button(ui.t("loops.open"), "loops", icon="repeat", name="loops")
        return self.foot(again, account, loops, leave)
