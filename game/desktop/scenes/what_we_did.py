"""«Hva gjorde valgene deres?»: the whole difference shared out, the loops, and the luck."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from typing import Any

from game.charts.effect_bars import effect_bars
from game.charts.waterfall import waterfall
from game.desktop import widgets as w
from game.desktop.scene import Answer, Dialog, Pop
from game.engine.game_state import GameState
from game.engine.turn import METERS
from game.engine.what_if.account import Account, account_of
from game.engine.what_if.story import story_of
from game.view.attribution import AccountView, By, LoopView, PairView, attribution
from game.view.meters import value_text
from game.view.parts import BarView, WaterfallView

TABS = ("pillar", "choice", "loops", "luck")
EXACT = 12
"""Up to so many choices each is shown by itself at once; more take a moment to share out."""
CHART, LOW_CHART, LAST = 348, 250, 48  # dp
A_ROW = 29  # dp, a line of the loops
LOW = 700  # dp


@dataclass
class Counted:
    """The account of a game as it stands, and the ways of sharing that are ready to be shown."""

    state: GameState
    account: Account
    ready: set[str] = field(default_factory=set)


class WhatWeDidDialog(Dialog):
    """One meter at a time; counted beside the window, with a word while it lasts."""

    width = 1064
    first_focus = "close"

    def __init__(self, game: Any, meter: str = "staffing") -> None:
        self.game, self.meter = game, meter
        self.counted = _counted_of(game)
        self.account = self.counted.account
        self.tab = "choice" if len(self.account.story.decided) <= EXACT else "pillar"
        self._running: tuple[str, Future[None]] | None = None

    # Counting

    @property
    def by(self) -> By:
        """How the choices are shared out on the tab one looks at."""
        return "choice" if self.tab == "choice" else "pillar"

    def _begin(self) -> None:
        by = self.by
        if by in self.counted.ready or self._running is not None:
            return
        self._running = (by, self.game.beside.do(lambda: _count(self.account, by)))

    def _take(self) -> None:
        if self._running is not None:
            (by, running), self._running = self._running, None
            running.result()
            self.counted.ready.add(by)

    def handle(self, intent: Any) -> Answer:
        match intent:
            case ("meter", meter):
                self.meter = meter
            case ("tab", tab):
                self.tab = tab
        return None

    def tick(self, now: float) -> bool:
        """Shows what has been counted."""
        if self._running is not None and self._running[1].done():
            self._take()
            self.ui.rebuild()
        return self._running is not None

    def finish(self) -> None:
        """Waits until it is counted, for pictures and tests."""
        while self._running is not None:
            self._running[1].exception()
            self._take()
            self.ui.rebuild()

    # What is shown

    def build(self, ui: Any) -> w.Widget:
        self._begin()
        self.title = ui.t("account.title")
        meters = tuple((meter, ui.t(f"meter.{meter}")) for meter in METERS)
        tabs = tuple((tab, ui.t(f"account.tab.{tab}")) for tab in TABS)
        what = _choice(ui.t("account.tab"), "tab", tabs, self.tab)
        chosen = _choice(ui.t("future.meter"), "meter", meters, self.meter)
        return w.Column(
            w.Row(w.Label(self.title, "heading"), w.Spacer(), what, gap=16),
            chosen,
            *self._body(),
            gap=12,
        )

    def _body(self) -> tuple[w.Widget, w.Widget]:
        """The chart with its words, and the last lines."""
        ui = self.ui
        if self.by not in self.counted.ready:
            wait = w.Label(ui.t("future.counting"), "title", "muted", name="counting")
            return w.Column(wait, w.Spacer(self._high() + 36), gap=6), self._last(())
        view = attribution(self.account, self.meter, ui.t, self.by)
        if self.tab == "loops":
            bars = tuple(_loop_bar(loop) for loop in view.loops)
            return self._effects(view.loops_title, view.loops_text, bars)
        if self.tab == "luck":
            words = f"{view.luck_sentence} {ui.t('account.luck.text') if view.luck else ''}"
            dated = tuple(
                replace(bar, label=f"{bar.label} {bar.since}".strip(), since="")
                for bar in view.luck
            )
            return self._effects(view.luck_title, words.strip(), dated)
        return self._shares(view)

    def _high(self) -> float:
        return CHART if self.ui.height_dp >= LOW else LOW_CHART

    def _shares(self, view: AccountView) -> tuple[w.Widget, w.Widget]:
        ui = self.ui
        words = w.Column(
            w.Label(view.whole, "title", name="whole"),
            w.Label(view.sentence, tone="muted") if view.sentence else None,
            gap=2,
        )
        shown = self._waterfall(view)
        chart = w.Chart(
            lambda width, height: waterfall(
                shown, width, height, ui.chart_text_width, t=ui.t, scale=ui.scale, titled=False
            ),
            view.title,
            height=self._high(),
            fill=True,
            ground="raised",
            name="shares",
        )
        lines = [("heart-handshake", pair.sentence) for pair in _best_pair(view)]
        lines.append(("dices", view.luck_sentence))
        if view.note:
            lines.append(("info", view.note))
        return w.Column(words, chart if view.bars else None, gap=6), self._last(tuple(lines))

    def _last(self, lines: tuple[tuple[str, str], ...]) -> w.Widget:
        """The pair that did most together, the luck, how sure the sharing is; and the way out."""
        close = w.Button(self.ui.t("interface.close"), Pop(), "primary", name="close")
        told = [
            w.Row(w.Icon(icon, 18, "accent"), w.Label(text, "caption"), weights=(0, 1), gap=10)
            for icon, text in lines
        ]
        # as high without lines, so that the dialog stands still from tab to tab
        words = w.Sized(w.Column(*told, gap=4), least_height=LAST)
        return w.Row(words, close, weights=(1, 0), gap=16)

    def _waterfall(self, view: AccountView) -> WaterfallView:
        t = self.ui.t
        return WaterfallView(
            title=view.title,
            unit="%" if self.meter == "staffing" else "",
            start=view.start,
            end=view.end,
            start_text=value_text(self.meter, view.start, t),
            end_text=value_text(self.meter, view.end, t),
            bars=_told_apart(view.bars),
            sentence=f"{view.whole} {view.sentence}".strip(),
            start_label=t("account.before"),
            end_label=t("account.after"),
        )

    def _effects(
        self, title: str, words: str, bars: tuple[BarView, ...]
    ) -> tuple[w.Widget, w.Widget]:
        ui = self.ui
        chart = w.Chart(
            lambda width, height: effect_bars(
                title, words, bars, width, height, ui.chart_text_width, t=ui.t, scale=ui.scale,
                titled=False,
            ),
            title,
            height=max(self._high(), A_ROW * len(bars)) if ui.columns > 1 else 52 * len(bars),
            fill=True,
            ground="raised",
            name="effects",
        )  # fmt: skip
        heading = w.Label(title, "title")
        told = w.Column(heading, w.Label(words, tone="muted"), gap=2)
        return w.Column(told, chart if bars else None, gap=6), self._last(())


def _choice(label: str, name: str, options: tuple[tuple[str, str], ...], value: str) -> w.Choice:
    """One of several, in a line; choosing one is told as `(name, which)`."""
    return w.Choice(label, options, value, lambda which: (name, which), name=name, show_label=False)


def _counted_of(game: Any) -> Counted:
    """What is kept of this game as it stands, else a new account."""
    kept = game.counted
    if not isinstance(kept, Counted) or kept.state is not game.state:
        kept = game.counted = Counted(game.state, account_of(story_of(game.session)))
    return kept


def _count(account: Account, by: By) -> None:
    """Everything the tabs of this way of sharing need; what is counted is kept in the account."""
    _ = account.by_choice if by == "choice" else account.by_pillar
    _ = account.luck, account.by_loop


def _best_pair(view: AccountView) -> tuple[PairView, ...]:
    """The pair that helped each other most; when none did, the one that took from each other."""
    helped = tuple(pair for pair in view.pairs if pair.amount > 0)
    return (helped or view.pairs)[:1]


def _told_apart(bars: tuple[BarView, ...]) -> tuple[BarView, ...]:
    """What was chosen twice with the year in its name."""
    often = Counter(bar.label for bar in bars)
    return tuple(
        replace(bar, label=f"{bar.label} ({bar.since})", since="")
        if often[bar.label] > 1 and bar.since
        else bar
        for bar in bars
    )


def _loop_bar(loop: LoopView) -> BarView:
    """A loop as a bar, with its number and its sentence for those who ask."""
    return BarView(
        f"{loop.number} {loop.name}", loop.amount, loop.text, loop.meaning, loop.sentence, ""
    )
