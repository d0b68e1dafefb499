"""Arbeidsgivermonitoren and the rekrutteringsmodell: how we are as employers, and whom we need."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Any

from game.charts.comparison import comparison
from game.charts.comparison_plot import Figures
from game.content.load import list_scenarios
from game.desktop import widgets as w
from game.desktop.scene import Answer, Dialog, Pop
from game.desktop.scenes.youth import youth_panel, youth_view
from game.desktop.widgets.meter import ARROWS
from game.engine.action import DeepDive
from game.engine.similar import Similar, similar_to
from game.engine.what_if.recruitment import recruitment_ahead
from game.engine.what_if.story import story_of
from game.view.monitor import DiveView, IndicatorView, MonitorView, deep_dive, monitor
from game.view.parts import SeriesView
from game.view.recruitment import ProfessionView, RecruitmentView, recruitment

TONES = {"good": "good", "bad": "crisis", "neutral": "muted"}
NUMBER, WIDE_NUMBER = 92, 132  # dp, the columns of figures
CHART, LOW_CHART = 320, 250  # dp
LOW = 700  # dp


class MonitorDialog(Dialog):
    """Eight numbers, ten years ahead, and the one deep dive of a game."""

    width = 1120
    first_focus = "close"

    def __init__(self, game: Any) -> None:
        self.game = game
        self.tab = "numbers"
        self.profession = ""
        self.factors: tuple[str, ...] = ()
        self._group: tuple[Similar, ...] = ()
        self._running: Future[Any] | None = None
        self._dive: DiveView | None = None

    def handle(self, intent: Any) -> Answer:
        match intent:
            case ("tab", tab):
                self.tab = tab
            case ("profession", one):
                self.profession = one
            case ("factor", factor):
                left = tuple(one for one in self.factors if one != factor)
                self.factors = left if factor in self.factors else (*self.factors, factor)
            case ("dive", variable):
                self.tab = "dive"
                answer: Answer = self.game.do(DeepDive(variable), self.ui.t)
                return answer
        return None

    # The municipalities alike are counted beside the window

    def tick(self, now: float) -> bool:
        """Fills in the group when it has been worked out."""
        game = self.game
        if self._running is None:
            heads = [one.head for one in list_scenarios() if one.head is not None]
            self._running = game.beside.do(lambda: similar_to(game.state, game.scenario, heads))
        elif not self._group and self._running.done():
            self._group = self._running.result()
            self.ui.rebuild()
            return False
        return not self._group and not self._running.done()

    def finish(self) -> None:
        """Waits until it is counted, for pictures and tests."""
        self.tick(0.0)
        if self._running is not None:
            self._running.exception()
            self.tick(0.0)

    def build(self, ui: Any) -> w.Widget:
        game = self.game
        view = monitor(game.state, game.without(), ui.t, self._group)
        self.title = view.title if view else ui.t("monitor.open")
        tabs = ["numbers", "recruitment", "youth"] + (["dive"] if game.state.deep_dive else [])
        chosen = w.Choice(
            ui.t("monitor.tab"), tuple((tab, ui.t(f"monitor.tab.{tab}")) for tab in tabs),
            self.tab, lambda tab: ("tab", tab), name="tab", show_label=False,
        )  # fmt: skip
        body, note = self._body(view)
        if self.tab == "youth":
            self.title = ui.t("youth.title")  # of the years ahead, not of the last reading
        close = w.Button(ui.t("interface.close"), Pop(), "primary", name="close")
        return w.Column(
            w.Row(w.Label(self.title, "heading"), w.Spacer(), chosen, gap=16),
            body,
            w.Row(w.Label(note, "caption", "muted"), close, weights=(1, 0), gap=16),
            gap=12,
        )

    def _body(self, view: MonitorView | None) -> tuple[w.Widget, str]:
        if self.tab == "recruitment":
            game = self.game
            ahead = recruitment_ahead(game.state, game.scenario, self.factors)
            found = recruitment(ahead, self.ui.t)
            return self._recruitment(found), found.note
        if self.tab == "youth":
            path = youth_view(self.game, self.ui.t)
            return youth_panel(self.ui, path), path.note
        if self.tab == "dive":
            return self._deep(), ""
        if view is None:
            return w.Label(self.ui.t("monitor.none"), "title"), ""
        return self._numbers(view), f"{view.compared} {view.dive_hint}".strip()

    # Eight numbers

    def _numbers(self, view: MonitorView) -> w.Widget:
        rows = [self._indicator(row) for row in view.rows]
        if self.ui.columns == 1:
            return w.Column(*rows, gap=10)
        return w.Column(self._head(view), w.Divider(), *rows, gap=3)

    def _head(self, view: MonitorView) -> w.Widget:
        t = self.ui.t
        words = ("monitor.now", "monitor.change", "monitor.without", "monitor.similar")
        cells = [self._cell(w.Label(t(key), "caption", "muted")) for key in words]
        last = w.Sized(w.Label("", "caption"), width=WIDE_NUMBER) if _dives(view) else None
        return w.Row(w.Spacer(), *cells, last, gap=8)

    def _cell(self, child: w.Widget) -> w.Widget:
        return w.Sized(child, width=NUMBER)

    def _indicator(self, row: IndicatorView) -> w.Widget:
        name = w.Column(
            w.Label(row.name, "strong"), w.Label(row.question, "caption", "muted"), gap=0
        )
        trend = w.Row(
            w.Icon(ARROWS[row.arrow], 10, TONES[row.meaning]),
            w.Label(row.change_text, "small", TONES[row.meaning]), weights=(0, 1), gap=6,
        )  # fmt: skip
        figures = [
            w.Label(row.value_text, "title"),
            trend,
            w.Label(row.without_text, "body", "muted"),
            w.Label(row.group_text or "…", "body", "muted"),
        ]
        dive = self._dive_button(row)
        if self.ui.columns == 1:
            return w.Column(name, w.Grid(*self._named(figures), least_width=120), dive, gap=4)
        cells = [self._cell(figure) for figure in figures]
        button = w.Sized(dive, width=WIDE_NUMBER) if dive else None
        weights = (1, *(0 for _ in cells), *((0,) if button else ()))
        return w.Row(name, *cells, button, weights=weights, gap=8, align="center")

    def _named(self, figures: list[w.Widget]) -> list[w.Widget]:
        words = ("monitor.now", "monitor.change", "monitor.without", "monitor.similar")
        return [
            w.Column(w.Label(self.ui.t(key), "caption", "muted"), figure, gap=0)
            for key, figure in zip(words, figures, strict=True)
        ]

    def _dive_button(self, row: IndicatorView) -> w.Widget | None:
        if not row.may_dive:
            return None
        return w.Button(
            self.ui.t("monitor.dive"), ("dive", row.variable), name=f"dive:{row.variable}",
            tip=self.ui.t("monitor.dive.of", name=row.name),
        )  # fmt: skip

    # The deep dive

    def _deep(self) -> w.Widget:
        game = self.game
        if self._dive is None:
            story = story_of(game.session)
            self._dive = deep_dive(game.state, story, game.without(), self.ui.t)
        if self._dive is None:
            return w.Label(self.ui.t("monitor.none"), "title")
        view = self._dive
        lines = [w.Label(sentence) for sentence in view.sentences]
        chart = self._chart(view.series, view.title, view.unit)
        return w.Column(w.Label(view.title, "title"), *lines, chart, gap=8)

    # Ten years ahead

    def _recruitment(self, view: RecruitmentView) -> w.Widget:
        ui = self.ui
        chosen = next((row for row in view.rows if row.id == self.profession), view.rows[0])
        switches = [
            w.Switch(words, factor in self.factors, ("factor", factor), name=f"factor:{factor}")
            for factor, words in view.factors
        ]
        table = w.Column(
            self._recruitment_head(), *[self._profession(row, chosen) for row in view.rows], gap=1
        )
        side = w.Column(
            w.Label(chosen.name, "title"),
            self._chart(chosen.series, chosen.name, ""),
            w.Label(ui.t("recruitment.what_if"), "small", "muted"),
            w.Grid(*switches, least_width=200, gap=10),
            gap=6,
        )
        heading = w.Label(view.sentence, "title", name="sentence")
        split = w.Split(table, side, side_width=440, gap=24, breakpoint=900)
        return w.Column(heading, split, gap=6)

    def _recruitment_head(self) -> w.Widget | None:
        if self.ui.columns == 1:
            return None
        keys = ("recruitment.need", "recruitment.have", "")
        cells = [
            w.Sized(w.Label(self.ui.t(key) if key else "", "caption", "muted"), width=width)
            for key, width in zip(keys, (62, WIDE_NUMBER, 108), strict=True)
        ]
        return w.Row(w.Spacer(), *cells, gap=8)

    def _profession(self, row: ProfessionView, chosen: ProfessionView) -> w.Widget:
        missing = w.Label(row.missing_text, "strong", TONES[row.meaning])
        have, need = w.Label(row.have_text), w.Label(row.need_text, "strong")
        if self.ui.columns == 1:
            body: w.Widget = w.Column(
                w.Label(row.name, "strong"),
                w.Flow(need, w.Label("·", "body", "muted"), have, missing, gap=8),
                gap=0,
            )
        else:
            body = w.Row(
                w.Label(row.name), w.Sized(need, width=62), w.Sized(have, width=WIDE_NUMBER),
                w.Sized(missing, width=108), weights=(1, 0, 0, 0), gap=8,
            )  # fmt: skip
        return w.Card(
            body, ("profession", row.id), label=row.name, selected=row is chosen, pad=4,
            name=f"profession:{row.id}", description=f"{row.need_text}, {row.have_text}",
        )  # fmt: skip

    def _chart(self, series: tuple[SeriesView, SeriesView], name: str, unit: str) -> w.Widget:
        ui = self.ui
        high = CHART if self.tab == "dive" else 180
        return w.Chart(
            lambda width, height: comparison(
                series, width, height, ui.chart_text_width, t=ui.t, scale=ui.scale,
                figures=Figures(0, unit), titled=False,
            ),
            name,
            height=high if ui.height_dp >= LOW else LOW_CHART if self.tab == "dive" else 170,
            fill=True,
            ground="raised",
            name="years",
        )  # fmt: skip


def _dives(view: MonitorView) -> bool:
    return any(row.may_dive for row in view.rows)
