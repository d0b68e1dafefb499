"""The report of a turn: the front page, a guess, and «Hvorfor?» for any of the five meters."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

from game.desktop import widgets as w
from game.desktop.scene import Answer, Push
from game.desktop.scenes.base import GAP, GameScene
from game.desktop.scenes.cast import quoted
from game.desktop.scenes.gauge import gauges
from game.desktop.scenes.loop_book import LoopBookDialog
from game.desktop.scenes.monitor import MonitorDialog
from game.desktop.scenes.report_more import CausesDialog, PaperDialog
from game.desktop.scenes.why import why_chart
from game.engine.action import GuessCause
from game.engine.game_state import GameState
from game.engine.loops_found import loops_found
from game.engine.turn_causes import Without, latest_years, without_each
from game.engine.what_if.story import story_of
from game.view.guess import (
    AnswerView,
    GuessView,
    answer_view,
    asks_at_all,
    guess_of,
    guess_view,
    may_guess,
)
from game.view.report import ReportView, asked_about, report

WHY_SHARE = 0.56


class ReportScene(GameScene):
    """What happened, and why."""

    step = "report"
    first_focus = "go_on"

    def __init__(self, play: Any) -> None:
        super().__init__(play)
        self._years: Sequence[GameState] = latest_years(self.game.session)
        self._meter: str | None = None
        self._skipped = False
        self._running: Future[Any] | None = None
        self._without: dict[str, Without | None] = {}

    def handle(self, intent: Any) -> Answer:
        """«Hvorfor?» is answered on the page here, not in a dialog."""
        match intent:
            case ("why", meter):
                self._meter = meter
                self._skipped = True
                return None
            case "why":
                self._meter = self._next()
                self._skipped = True
                return None
            case ("guess", cause):
                asked = self._asked_meter()
                self._meter = asked
                return self.game.do(GuessCause(asked, cause), self.ui.t)
            case "skip":
                self._skipped = True
                return None
        return super().handle(intent)

    def own(self, intent: Any) -> Answer:
        match intent:
            case "monitor":
                return Push(MonitorDialog(self.game))
            case "loops":
                return Push(LoopBookDialog(self.game))
            case "more":
                view = self._view()
                meter, title = view.why_meter, view.why.title
                return Push(CausesDialog(self.game, meter, self._years, title))
            case "paper":
                return Push(PaperDialog(self._view(), self.game.scenario.municipality.name))
        return None

    # What is counted beside the window

    def tick(self, now: float) -> bool:
        """Shows the «uten»-sentence when the game has been played again without each choice."""
        if self._running is None:
            story = story_of(self.game.session)
            self._running = self.game.beside.do(lambda: without_each(story))
        elif not self._without and self._running.done():
            self._without = self._running.result()
            self.ui.rebuild()
        return not self._without

    def finish(self) -> None:
        """Waits until it is counted, for pictures and tests."""
        self.tick(0.0)
        if self._running is not None:
            self._running.exception()
            self.tick(0.0)

    # What is asked and shown

    def _next(self) -> str:
        """The meter with focus, else the one after the one that is explained."""
        held = self.ui.focus
        if held is not None and held.name.startswith("meter:"):
            return str(held.name.partition(":")[2])
        view = self._view()
        ids = [meter.id for meter in view.meters]
        return ids[(ids.index(view.why_meter) + 1) % len(ids)]

    def _asked_meter(self) -> str:
        return asked_about(self.game.state, self._years)

    def _view(self) -> ReportView:
        state = self.game.state
        meter = self._meter or self._asked_meter()
        return report(
            state, self.game.scenario, self.ui.t, meter, years=self._years,
            without=self._without.get(meter),
        )  # fmt: skip

    def _question(self) -> GuessView | None:
        state = self.game.state
        if self._skipped or not may_guess(state):
            return None
        return guess_view(self._years, self._asked_meter(), self.game.scenario, self.ui.t)

    def _answer(self) -> AnswerView | None:
        guess = guess_of(self.game.state)
        if guess is None or guess.meter != (self._meter or self._asked_meter()):
            return None
        found = loops_found(self.game.session)
        return answer_view(self._years, guess, self.game.scenario, self.ui.t, found)

    def build(self, ui: Any) -> w.Widget:
        view, question = self._view(), self._question()
        self.title = ui.t("report.title.years", years=view.years_text)
        words = "scene.report.end" if view.is_last else "scene.report.go_on"
        go_on = w.Button(
            ui.t(words, year=view.year + 1), "go_on", "primary", icon="continue", name="go_on"
        )
        why = w.Button(ui.t("scene.why"), "why", icon="why", key="h", name="why")
        monitor = None
        if not self.game.state.setup.preset.answers_only:
            monitor = w.IconButton(ui.t("monitor.open"), "gauge", "monitor", name="monitor")
        loops = None
        if asks_at_all(self.game.state):
            loops = w.IconButton(ui.t("loops.open"), "repeat", "loops", name="loops")
        marked = "" if question else view.why_meter
        meters = gauges(ui, view.meters, lambda id_: ("why", id_), True, marked)
        side = self._guess(question) if question else self._waterfall(view)
        return self.page(
            meters,
            w.Split(
                self._paper(view),
                side,
                side_width=ui.width_dp * WHY_SHARE,
                gap=GAP,
                breakpoint=980,
            ),
            foot=self.foot(go_on, monitor, loops, why),
        )

    # The front page

    def _paper(self, view: ReportView) -> w.Widget:
        ui = self.ui
        town = None
        if not self.is_low or ui.columns == 1:
            town = self.play.town.widget(ui, view.town, ui.t("scene.town.label"), least_height=96)
        lead = view.lead or view.article
        said = view.quotes[:1]
        return w.Panel(
            w.Column(
                self._masthead(view),
                w.Label(view.headline, "heading"),
                town,
                w.Label(lead, "strong") if lead else None,
                *[quoted(quote, 44) for quote in said],
                self._read_on(view),
                self._hook(view),
                gap=9,
            ),
            pad=18,
        )

    def _masthead(self, view: ReportView) -> w.Widget:
        ui, name = self.ui, self.game.scenario.municipality.name
        return w.Column(
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

    def _read_on(self, view: ReportView) -> w.Widget:
        button = w.Button(self.ui.t("report.paper"), "paper", icon="newspaper", name="paper")
        if not view.decisions:
            return w.Row(button, w.Spacer())
        text = self.ui.t("scene.paper.decided", what=", ".join(view.decisions))
        decided = w.Label(text, "caption", "muted")
        if self.ui.columns == 1:
            return w.Column(decided, button, gap=6)
        return w.Row(decided, button, weights=(1, 0), gap=12)

    def _hook(self, view: ReportView) -> w.Widget | None:
        if not view.hook or view.is_last:
            return None
        words = w.Label(view.hook, "strong", "on_accent_soft")
        row = w.Row(w.Icon("eye", 20, "on_accent_soft"), words, weights=(0, 1), gap=10)
        return w.Panel(row, "accent_soft", 10, shadow=False)

    # Guess first

    def _guess(self, question: GuessView) -> w.Widget:
        icon = "arrow-up" if question.direction == "up" else "arrow-down"
        head = w.Row(
            w.Icon(icon, 26, "accent", plate=True),
            w.Label(question.question, "heading"),
            weights=(0, 1),
            gap=14,
        )
        options = [
            w.Card(
                w.Row(w.Tag("ABC"[number], "accent"), w.Label(words, "title"),
                      weights=(0, 1), gap=12),
                ("guess", cause), label=words, name=f"guess:{cause}", key="abc"[number],
            )
            for number, (cause, words) in enumerate(question.options)
        ]  # fmt: skip
        skip = w.Button(self.ui.t("guess.skip"), "skip", name="skip")
        foot = w.Row(w.Label(question.hint, "caption", "muted"), skip, weights=(1, 0), gap=12)
        return w.Panel(w.Column(head, w.Spacer(), *options, w.Spacer(), foot, gap=12), pad=20)

    # Why

    def _waterfall(self, view: ReportView) -> w.Widget:
        why, answer = view.why, self._answer()
        words = w.Column(w.Label(why.title, "title"), w.Label(why.sentence, tone="muted"), gap=2)
        chart = why_chart(self.ui, why)
        return w.Panel(
            w.Column(self._verdict(answer) if answer else words, chart, self._last(view), gap=6),
            pad=18,
        )

    def _verdict(self, answer: AnswerView) -> w.Widget:
        """What came of the guess, and the loop that was found by it."""
        icon = "check" if answer.is_right else "why"
        head = w.Row(
            w.Icon(icon, 22, "good" if answer.is_right else "accent"),
            w.Label(answer.heading, "title"),
            gap=10,
        )
        found = None
        if answer.found is not None:
            words = w.Label(
                self.ui.t("guess.found", name=answer.found.name), "strong", "on_accent_soft"
            )
            row = w.Row(w.Icon("repeat", 20, "on_accent_soft"), words, weights=(0, 1), gap=10)
            found = w.Panel(row, "accent_soft", 8, shadow=False)
        return w.Column(head, w.Label(answer.text, tone="muted"), found, gap=4)

    def _last(self, view: ReportView) -> w.Widget:
        more = w.Button(self.ui.t("report.more"), "more", icon="plus", name="more")
        words = w.Label(view.without, "strong", name="without") if view.without else w.Label("")
        if self.ui.columns == 1:
            return w.Column(words, more, gap=6)
        return w.Row(words, more, weights=(1, 0), gap=12)
