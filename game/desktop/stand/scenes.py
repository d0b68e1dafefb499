"""The three pictures of a game on the stand: the question, what came of it, and the card."""

from __future__ import annotations

from itertools import accumulate
from typing import Any

from game.desktop import widgets as w
from game.desktop.scene import Answer, Dialog, Pop, Scene
from game.desktop.scenes.cast import Figure, speaker
from game.desktop.scenes.effects import described, effect_rows
from game.desktop.scenes.gauge import gauges
from game.desktop.scenes.marks import Cap, Stamp
from game.engine.turn_causes import latest_years
from game.view.ending import EndRow, EndView, ending
from game.view.event_card import EventView, OptionView, event_card
from game.view.jobs import JobView
from game.view.report import ReportView, report

SHOWN_EFFECTS = 3
LEAST_BUTTON = 72.0  # dp, for a finger in passing
PAD, GAP = 24, 16
JOBS = 3
ROOMY, LOW_TOWN = 700.0, 150
SIZES = (
    ("display", "heading", 220.0),
    ("display", "heading", 150.0),
    ("heading", "title", 150.0),
    ("heading", "title", 0.0),
    ("title", "body", 0.0),
)
"""How large an event is told: its title, its text and, in dp, the one who tells it."""


class StandScene(Scene):
    """What the three share."""

    def __init__(self, play: Any) -> None:
        self.play = play

    @property
    def state(self) -> Any:
        """The game as it stands."""
        return self.play.game.state

    @property
    def scenario(self) -> Any:
        """What is played."""
        return self.play.game.scenario

    @property
    def is_upright(self) -> bool:
        """Whether things stand below each other: on an upright screen, and in a narrow window."""
        width, height = self.ui.size
        return bool(height > width or self.ui.columns == 1)

    def big(self, words: str, intent: Any, name: str, icon: str = "continue") -> w.Widget:
        """The one button, high enough for a finger in passing, in the lower right corner."""
        button = w.Button(words, intent, "primary", icon=icon, name=name)
        return w.Sized(button, width=320, least_height=LEAST_BUTTON)

    def heading(self) -> w.Widget:
        """Where and when, and how many questions are left."""
        ui, state = self.ui, self.state
        turns = state.setup.preset.turns
        ends = accumulate(turns, initial=state.first_year)
        turn = sum(first <= state.year for first in ends)
        name = self.scenario.municipality.name
        where = w.Label(ui.t("stand.at", name=name, year=state.year), "heading")
        count = ui.t("stand.turn", n=min(turn, len(turns)), total=len(turns))
        return w.Row(where, w.Spacer(), w.Label(count, "title", "muted"), align="center")


class QuestionScene(StandScene):
    """Something happens. One press answers, and three years go by."""

    first_focus = "option:A"

    def handle(self, intent: Any) -> Answer:
        match intent:
            case ("answer", option):
                self.ui.sound("choose")
                answered: Answer = self.play.answer(option, self.ui.t)
                return answered
        return None

    def _view(self) -> EventView:
        return event_card(self.state, self.scenario, self.ui.t)

    def build(self, ui: Any) -> w.Widget:
        view = self._view()
        self.title = view.title
        options = [self._option(option) for option in view.options]
        if not any(option.enabled for option in view.options):
            options.append(self.big(ui.t("stand.pass"), ("answer", ""), "pass"))
        return w.Column(
            self.heading(),
            gauges(ui, view.meters),
            self._story(view),
            w.Grid(*options, least_width=340, gap=GAP, most_columns=2),
            pad=PAD,
            gap=GAP,
        )

    def _story(self, view: EventView) -> w.Widget:
        ui = self.ui
        town = self.play.town.widget(ui, view.town, ui.t("scene.town.label"), least_height=LOW_TOWN)
        told = w.Fitting(*[self._told(view, *sizes) for sizes in SIZES])
        if self.is_upright:
            return w.Column(town, w.Panel(self._told(view, *SIZES[1]), pad=18), gap=GAP)
        return w.Split(w.Panel(told, pad=18), town, side_width=ui.width_dp * 0.42, gap=GAP)

    def _told(self, view: EventView, title: str, text: str, tall: float) -> w.Widget:
        """What happens, and the one who tells it; the largest that fits is shown."""
        words = w.Column(w.Label(view.title, title), w.Label(view.text, text), gap=8)
        name = speaker(view.who)
        if not name or not tall:
            return words
        stand = w.Column(w.Spacer(), Figure(name, tall), gap=0)
        return w.Row(words, stand, weights=(1, 0), gap=16)

    def _option(self, option: OptionView) -> w.Widget:
        ui = self.ui
        shown = option.effects[: SHOWN_EFFECTS if ui.height_dp >= ROOMY else 2]
        head = w.Row(
            Cap(option.letter, on=True), w.Label(option.label, "heading"), weights=(0, 1), gap=14
        )
        return w.Card(
            w.Column(head, effect_rows(ui, shown, short=True), gap=10),
            ("answer", option.id),
            label=option.label,
            enabled=option.enabled,
            name=f"option:{option.letter}",
            key=option.letter.lower(),
            tip=option.why_not,
            description=described(ui, shown, option.cost_text),
            pad=20,
        )


class AnsweredScene(StandScene):
    """Three years later: the town as it is now, the headline, and what it came of."""

    first_focus = "go_on"

    def handle(self, intent: Any) -> Answer:
        if intent == "go_on":
            gone: Answer = self.play.go_on()
            return gone
        return None

    def on_key(self, name: str) -> Any:
        """Both keys of a stand with two keys lead on."""
        return "go_on" if name in ("a", "b") else None

    def build(self, ui: Any) -> w.Widget:
        game = self.play.controller
        view = report(self.state, self.scenario, ui.t, years=latest_years(game.session))
        self.title = view.headline
        last = ui.t("stand.to_card" if view.is_last else "stand.next")
        return w.Column(
            w.Label(view.years_text, "heading"),
            gauges(ui, view.meters, moves=True),
            self._picture(view),
            w.Row(w.Spacer(), self.big(last, "go_on", "go_on")),
            pad=PAD,
            gap=GAP,
        )

    def _picture(self, view: ReportView) -> w.Widget:
        ui = self.ui
        town = self.play.town.widget(ui, view.town, ui.t("scene.town.label"), least_height=LOW_TOWN)
        if self.is_upright:
            return w.Column(town, w.Panel(self._said(view, "display", True), pad=20), gap=GAP)
        said = w.Fitting(self._said(view, "display", True), self._said(view, "heading", False))
        return w.Split(town, w.Panel(said, pad=20), side_width=ui.width_dp * 0.4, gap=GAP)

    def _said(self, view: ReportView, style: str, with_quote: bool) -> w.Widget:
        quote = view.quote if with_quote else ""
        return w.Column(
            w.Label(view.headline, style),
            w.Label(view.lead, "title") if view.lead else None,
            w.Divider(),
            w.Label(view.why.title, "strong", "muted"),
            w.Label(view.why.sentence, "title"),
            w.Label(quote, "body", "muted") if quote else None,
            gap=10,
        )


class CardScene(StandScene):
    """The card: how it went, against a town without anyone at the wheel, and three jobs met."""

    first_focus = "again"

    def handle(self, intent: Any) -> Answer:
        match intent:
            case "again":
                begun: Answer = self.play.begin()
                return begun
            case "leave":
                left: Answer = self.play.leave()
                return left
        return None

    def on_key(self, name: str) -> Any:
        """A plays again, B lets the next one come."""
        return {"a": "again", "b": "leave"}.get(name)

    def _view(self) -> EndView:
        game = self.play.controller
        return ending(game.state, game.without(), game.scenario, self.ui.t)

    def build(self, ui: Any) -> w.Widget:
        view = self._view()
        self.title = view.title.name
        town = self.play.town.widget(ui, view.town, ui.t("scene.town.label"), least_height=LOW_TOWN)
        stamp = Stamp(view.title.name, "display" if len(view.title.name) < 24 else "heading",
                      "accent")  # fmt: skip
        over = w.Column(w.Row(w.Spacer(), stamp, w.Spacer()), w.Spacer(), pad=18)
        picture = w.Column(stamp, town) if ui.columns == 1 else w.Stack(town, over)
        return w.Column(
            w.Row(
                w.Label(ui.t("scene.end.title", name=view.municipality), "heading"), w.Spacer(),
                w.Label(ui.t("scene.end.without_with"), "strong", "muted"), align="center",
            ),
            w.Grid(*[self._row(row) for row in view.rows], least_width=170, gap=10),
            w.Column(picture, self._side(view), gap=GAP)
            if self.is_upright
            else w.Split(picture, self._side(view), side_width=ui.width_dp * 0.42, gap=GAP),
            self._foot(),
            pad=PAD,
            gap=GAP,
        )  # fmt: skip

    def _row(self, row: EndRow) -> w.Widget:
        ui = self.ui
        tone = "good" if row.is_better else "crisis"
        numbers = w.Row(
            w.Label(row.without_text, "title", "muted"),
            w.Icon("arrow-right", 20, "muted"),
            w.Label(row.with_text, "number"),
            w.Spacer(),
            w.Label(row.better_text, "strong", tone),
            gap=8,
        )
        status = w.Tag(ui.t(f"band.{row.with_band}"), row.with_band)
        head = w.Row(w.Label(row.name, "small", "muted"), w.Spacer(), status, gap=6)
        return w.Panel(w.Column(head, numbers, gap=4), pad=12)

    def _side(self, view: EndView) -> w.Widget:
        ui = self.ui
        jobs = [self._job(job) for job in view.jobs.jobs if not job.is_surprise][:JOBS]
        short = [self._job(job, False) for job in view.jobs.jobs if not job.is_surprise][:JOBS]
        heading = ui.t("stand.jobs")
        told = [w.Column(w.Label(heading, "title"), *lines, gap=12) for lines in (jobs, short)]
        return w.Panel(told[0] if self.is_upright else w.Fitting(*told), pad=18)

    def _job(self, job: JobView, full: bool = True) -> w.Widget:
        does = w.Label(job.does, "body" if full else "caption")
        way = w.Label(job.way, "small", "muted") if full else None
        words = w.Column(w.Label(job.name, "title" if full else "strong"), does, way, gap=0)
        return w.Row(
            w.Icon(job.icon, 32, "accent", plate=True), words, weights=(0, 1), gap=14,
            align="start",
        )  # fmt: skip

    def _foot(self) -> w.Widget:
        ui = self.ui
        talk = w.Label(ui.t("stand.talk"), "title", "accent")
        leave = w.Button(ui.t("stand.done"), "leave", icon="home", name="leave")
        again = self.big(ui.t("stand.again"), "again", "again", "undo")
        if ui.columns == 1:
            return w.Column(talk, again, leave)
        return w.Row(talk, w.Spacer(), leave, again, gap=16, align="center")


class AreYouThereDialog(Dialog):
    """The first of two steps: whoever is there presses anything."""

    first_focus = "here"
    width = 560

    def build(self, ui: Any) -> w.Widget:
        self.title = ui.t("stand.there")
        return w.Column(
            w.Label(self.title, "display"),
            w.Label(ui.t("stand.there.text"), "title", "muted"),
            w.Button(ui.t("stand.there.yes"), Pop(), "primary", icon="check", name="here"),
            gap=20,
        )
