"""«Slik kan det gå»: the futures of one meter, and what a card or another number would change."""

from __future__ import annotations

from typing import Any

import pygame

from game.charts.fan import fan
from game.charts.fan_plot import Others
from game.desktop import widgets as w
from game.desktop.look_ahead import LookAhead, Question, Seen
from game.desktop.scene import Answer, Dialog, Pop
from game.engine.game_state import Phase
from game.engine.turn import METERS
from game.engine.what_if.assumed import use_decline_of, use_decline_range
from game.engine.what_if.forecast import decided_so_far
from game.text.numbers import number, percent
from game.view.forecast import MIDDLE, FanView, forecast, what_if
from game.view.measures import CardView, measures
from game.view.meters import points

SIDE = 356  # dp
CHART, LOW_CHART = 322, 236  # dp
LOW = 700  # dp; windows lower than this get the lower chart
STEP = 0.001  # of the slider, as a share a year


class MarkedSlider(w.Slider):
    """A slider with a notch where the game's own number is."""

    def __init__(self, mark: float, tip: str, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.mark, self.tip = mark, tip

    def paint(self, ui: Any, surface: pygame.Surface) -> None:
        track = self.track(ui)
        share = (self.mark - self.low) / ((self.high - self.low) or 1)
        notch = pygame.Rect(0, 0, ui.dp(3), ui.dp(22))
        notch.center = (track.left + round(track.width * share), track.centery)
        ui.painter.box(surface, notch, "ink", 1)
        super().paint(ui, surface)


def future_button(ui: Any) -> w.Button:
    """The way in, with its key."""
    return w.Button(
        ui.t("future.open"), "future", icon="trending-up", key="f", name="future",
        tip=ui.t("forecast.events"),
    )  # fmt: skip


class FutureDialog(Dialog):
    """The fan of one meter at a time, the cards one could take, and one number to question."""

    width = 1064
    first_focus = "close"

    def __init__(self, game: Any, meter: str = "staffing") -> None:
        self.game, self.meter = game, meter
        self.tried: tuple[str, ...] = ()
        self.decline: float | None = None
        self.while_drawing = self.ahead.gate

    # What is asked

    @property
    def ahead(self) -> LookAhead:
        """The one who counts."""
        found: LookAhead = self.game.ahead
        return found

    def _ask(self) -> None:
        state, scenario = self.game.state, self.game.scenario
        kept = decided_so_far(state, scenario)
        self.ahead.ask(Question(state, kept, self.tried, self.decline))

    def handle(self, intent: Any) -> Answer:
        self.ahead.gate.shut()
        match intent:
            case ("meter", meter):
                self.meter = meter
            case ("try", measure):
                left = tuple(one for one in self.tried if one != measure)
                self.tried = left if measure in self.tried else (*self.tried, measure)
            case ("decline", share):
                own = abs(share - use_decline_of(self.game.state)) < STEP / 2
                self.decline = None if own else share
        return None

    def tick(self, now: float) -> bool:
        """Shows what has been counted since the last frame."""
        if self.ahead.advance(now):
            self.ui.rebuild()
        return self.ahead.busy

    def finish(self) -> None:
        """Waits until all is counted, for pictures and tests."""
        self.ahead.finish()
        self.ui.rebuild()

    # What is shown

    def build(self, ui: Any) -> w.Widget:
        self._ask()
        self.title = ui.t("future.open")
        seen = self._seen()
        view = self._view(seen) if seen else None
        chosen = w.Choice(
            ui.t("future.meter"),
            tuple((meter, ui.t(f"meter.{meter}")) for meter in METERS),
            self.meter,
            lambda meter: ("meter", meter),
            name="meter",
            show_label=False,
        )
        close = w.Button(ui.t("interface.close"), Pop(), "primary", name="close")
        note = w.Label(ui.t("forecast.events"), "caption", "muted")
        return w.Column(
            w.Row(w.Label(self.title, "heading"), w.Spacer(), chosen, gap=16),
            w.Split(self._fan(view, seen), self._side(seen), side_width=SIDE, gap=24,
                    breakpoint=840),
            w.Row(note, close, weights=(1, 0), gap=16),
            gap=12,
        )  # fmt: skip

    def _seen(self) -> Seen | None:
        """The freshest answer about this game, even of a question just before the last one."""
        seen = self.ahead.seen
        return seen if seen is not None and seen.question.state is self.game.state else None

    def _view(self, seen: Seen) -> FanView:
        return forecast(self.game.state, seen.fan, self.meter, self.ui.t, seen.doubts)

    # The fan

    def _fan(self, view: FanView | None, seen: Seen | None) -> w.Widget:
        ui = self.ui
        high = CHART if ui.height_dp >= LOW else LOW_CHART
        if view is None or seen is None:
            wait = w.Label(ui.t("future.counting"), "title", "muted", name="counting")
            return w.Column(wait, w.Spacer(high + 96), gap=6)
        others = self._others(seen)
        chart = w.Chart(
            lambda width, height: fan(
                view, width, height, ui.chart_text_width, t=ui.t, scale=ui.scale, titled=False,
                others=others,
            ),
            f"{view.title}: {view.meter}",
            height=high,
            fill=True,
            ground="raised",
            name="fan",
        )  # fmt: skip
        doubt = view.doubt_sentence or ui.t("future.counting")
        counted = ui.t("future.futures", n=number(seen.futures, 0, ui.t.language))
        words = w.Column(
            w.Label(f"{view.band_sentence} {counted}", "caption", "muted", name="band"),
            w.Label(doubt, "caption", name="doubt"),
            gap=0,
        )
        return w.Column(w.Label(view.sentence, "title", name="sentence"), chart, words, gap=6)

    def _others(self, seen: Seen) -> Others:
        """«Uten dere» only so far: its years ahead would tell what luck is to come."""
        meter, state = self.meter, self.game.state
        years = {record.year for record in state.records}
        alone = [record for record in self.game.without() if record.year in years]
        before: tuple[float, ...] = ()
        if seen.what_if is not None:
            scale = 100.0 if meter == "staffing" else 1.0
            middle = seen.what_if.without.band(meter)[MIDDLE]
            before = tuple(float(value) * scale for value in middle)
        has_chosen = bool(state.chosen)
        return Others(
            tuple(record.year for record in alone) if has_chosen else (),
            tuple(points(record.values, meter) for record in alone) if has_chosen else (),
            before,
        )

    # The side

    def _side(self, seen: Seen | None) -> w.Widget:
        return w.Column(*self._cards(seen), w.Spacer(), self._slider(), gap=10)

    def _cards(self, seen: Seen | None) -> list[w.Widget]:
        ui, state = self.ui, self.game.state
        heading = w.Label(ui.t("future.try"), "title")
        if state.phase is not Phase.MEASURES:
            return [heading, w.Label(ui.t("future.try.later"), tone="muted")]
        cards = measures(state, self.game.scenario, ui.t).cards
        free = [card for card in cards if not card.selected]
        taken = [card.title for card in cards if card.selected]
        switches = [self._switch(card) for card in free]
        lines = [w.Label(ui.t("future.try.taken", what=", ".join(taken)), "caption", "muted")]
        return [
            heading,
            self._difference(seen),
            *(lines if taken else []),
            w.Column(*switches, gap=0),
        ]

    def _switch(self, card: CardView) -> w.Widget:
        return w.Switch(card.title, card.id in self.tried, ("try", card.id), name=f"try:{card.id}")

    def _difference(self, seen: Seen | None) -> w.Widget:
        """What all that is tried does to the meter: the same futures with and without."""
        ui = self.ui
        words = ui.t("future.try.hint")
        if self.tried:
            words = ui.t("future.counting")
            found = what_if(seen.what_if, self.meter, ui.t) if seen and seen.what_if else None
            words = found.sentence if found else words
        label = w.Label(words, "strong", "on_accent_soft", name="difference")
        return w.Sized(w.Panel(label, "accent_soft", 10, shadow=False), least_height=64)

    def _slider(self) -> w.Widget:
        ui = self.ui
        own = use_decline_of(self.game.state)
        low, high = use_decline_range()
        value = own if self.decline is None else self.decline
        return MarkedSlider(
            own, ui.t("future.decline.tip"), ui.t("future.decline"), low, high, STEP, value,
            ui.t("future.decline.value", share=percent(value, 1, ui.t.language)),
            lambda share: ("decline", share), name="decline",
        )  # fmt: skip
