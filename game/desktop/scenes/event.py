"""The event of the year: what happens, and two or three answers with what they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from game.desktop import widgets as w
from game.desktop.scene import Answer, Push
from game.desktop.scenes.advisers import AdviceDialog, advice_button
from game.desktop.scenes.base import GAP, GameScene
from game.desktop.scenes.cast import Figure, speaker
from game.desktop.scenes.effects import described, effect_rows, price
from game.desktop.scenes.gauge import NARROW
from game.desktop.scenes.marks import Cap
from game.view.event_card import EventView, OptionView, event_card


@dataclass(frozen=True)
class Size:
    """How large an event is told: the styles of its words."""

    title: str
    text: str
    talk: str


SIZES = (
    Size("display", "heading", "title"),
    Size("display", "heading", "body"),
    Size("heading", "heading", "body"),
    Size("display", "title", "body"),
    Size("heading", "title", "body"),
)
"""The largest first; the first that fits is used."""

PERSONS = (320.0, 290.0, 260.0, 230.0, 200.0, 170.0, 140.0)
"""Heights in dp of a person in front of the town, tried the same way."""


class EventScene(GameScene):
    """Something happens; the players answer."""

    step = "event"

    def own(self, intent: Any) -> Answer:
        match intent:
            case ("answer", option):
                self.ui.sound("choose")
                answer = self.game.answer(option, self.ui.t)
                if self.ui.hovered is None:
                    # Chosen by key: the next thing to press is at hand, another letter still works.
                    self.ui.move_focus("go_on")
                return answer
            case "advice":
                return self._advice()
        return None

    def _advice(self) -> Answer:
        """About the answer with focus first."""
        view, held = self._view(), self.ui.focus
        names = tuple(f"{self.game.state.event}.{option.id}" for option in view.options)
        looked = [
            at
            for at, option in enumerate(view.options)
            if held is not None and held.name == f"option:{option.letter}"
        ]
        chosen = [at for at, option in enumerate(view.options) if option.selected]
        return Push(AdviceDialog(self.game, names, next(iter((*looked, *chosen)), 0)))

    def go_on(self) -> Answer:
        view = self._view()
        if view.ends_turn:
            self.game.meters_before = view.meters
        if _is_stuck(view):
            return self.game.leave_unanswered(self.ui.t)
        return super().go_on()

    def _view(self) -> EventView:
        return event_card(self.game.state, self.game.scenario, self.ui.t)

    def build(self, ui: Any) -> w.Widget:
        view = self._view()
        stuck = _is_stuck(view)
        self.title = f"{view.title} ({view.year})"
        chosen = next((option.letter for option in view.options if option.selected), "A")
        # Enter must not swap what is chosen for the first answer when one comes back.
        self.first_focus = "go_on" if stuck else f"option:{chosen}"
        go_on = w.Button(
            ui.t("scene.event.go_on"), "go_on", "primary", icon="continue",
            enabled=view.is_answered or stuck, why_not=ui.t("refused.unanswered"), name="go_on",
        )  # fmt: skip
        undo = w.Button(
            ui.t("scene.undo"), "undo", icon="undo", key="z",
            enabled=view.is_answered, why_not=ui.t("scene.undo.nothing"), name="undo",
        )  # fmt: skip
        options = [self._option(option) for option in view.options]
        return self.page(
            self.meters(view.meters),
            self._story(view),
            w.Grid(*options, least_width=300, gap=GAP, most_columns=3),
            foot=self.foot(go_on, advice_button(ui, self.game.state), undo),
        )

    def _story(self, view: EventView) -> w.Widget:
        ui = self.ui
        told = w.Fitting(*[self._told(view, size) for size in SIZES])
        if ui.width_dp < NARROW:
            return w.Panel(self._with_speaker(view, told), pad=14)
        town = self.play.town.widget(ui, view.town, ui.t("scene.town.label"))
        place = w.Stack(town, self._in_front(view)) if speaker(view.who) else town
        words = w.Panel(told, pad=22)
        return w.Split(words, place, side_width=ui.width_dp * 0.47, breakpoint=1000, gap=GAP)

    def _told(self, view: EventView, size: Size) -> w.Widget:
        head = w.Row(
            w.Icon(view.icon, 40, "accent", plate=True),
            w.Column(
                w.Label(self.ui.t("scene.event.now", year=view.year), "small", "muted"),
                w.Label(view.title, size.title),
                gap=0,
            ),
            weights=(0, 1),
            gap=16,
        )
        talk = self._talk(view, size.talk)
        return w.Column(head, w.Label(view.text, size.text), w.Spacer(), talk, gap=12)

    def _with_speaker(self, view: EventView, text: w.Widget) -> w.Widget:
        """The text with the one who speaks beside it, where there is no town to stand in."""
        name = speaker(view.who)
        if not name or self.ui.columns == 1:
            return text
        who = w.Sized(w.Label(view.who, "caption", "muted", "center"), width=116)
        stand = w.Column(w.Spacer(), Figure(name, 120), who, gap=6, align="center")
        return w.Row(text, stand, weights=(1, 0), gap=18)

    def _in_front(self, view: EventView) -> w.Widget:
        """The one who speaks, as tall as the picture of the town allows, with a name plate."""
        return w.Fitting(*[self._standing(view, tall) for tall in PERSONS])

    def _standing(self, view: EventView, tall: float) -> w.Widget:
        who = w.Column(w.Panel(w.Label(view.who, "caption"), pad=8), w.Spacer(8), gap=0)
        stand = w.Row(Figure(speaker(view.who), tall), who, w.Spacer(), gap=6, align="end")
        return w.Column(w.Spacer(), stand, pad=10)

    def _talk(self, view: EventView, style: str) -> w.Widget | None:
        """The question for all at the table, or that there is nothing to ask."""
        icon, text = "ask-all", view.talk
        if _is_stuck(view):
            icon, text = "warning", self.ui.t("scene.event.stuck")
        if not text:
            return None
        row = w.Row(
            w.Icon(icon, 22, "on_accent_soft"),
            w.Label(text, style, "on_accent_soft"),
            weights=(0, 1),
            gap=10,
        )
        return w.Panel(row, "accent_soft", 10, shadow=False)

    def _option(self, view: OptionView) -> w.Widget:
        ui = self.ui
        head = w.Row(
            Cap(view.letter, view.selected), w.Label(view.label, "strong"), weights=(0, 1), gap=12
        )
        body = w.Column(
            head,
            effect_rows(ui, view.effects),
            w.Spacer(),
            price(ui, view.cost_text, view.effort),
            gap=10,
        )
        return w.Card(
            body,
            ("answer", view.id),
            label=view.label,
            selected=view.selected,
            enabled=view.enabled,
            name=f"option:{view.letter}",
            key=view.letter.lower(),
            tip=view.why_not,
            description=described(ui, view.effects, view.cost_text),
        )


def _is_stuck(view: EventView) -> bool:
    """Whether no answer can be taken, so that the year must go on without one."""
    return not view.is_answered and not any(option.enabled for option in view.options)
