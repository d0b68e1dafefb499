"""«Videre»: the steps a chosen card can take, with what each does, and the chips there."""

from __future__ import annotations

from typing import Any

from game.desktop import widgets as w
from game.desktop.scene import Answer, Dialog, Pop
from game.desktop.scenes.effects import described, effect_rows, price
from game.desktop.scenes.marks import Cap
from game.desktop.scenes.signs import Chip
from game.view.steps import PathView, StepView, paths

LETTERS = "ABCDE"
MOST_CHIPS = 2


def step_chips(ui: Any, views: tuple[PathView, ...], most: int = MOST_CHIPS) -> list[Chip]:
    """A chip for each card that can be taken further; the last one holds those left over."""
    shown = views if len(views) <= most else views[: most - 1]
    chips = [
        Chip(
            ui.t("rule.steps.of", what=view.title), ("steps", view.card), view.icon, view.pillar,
            f"step:{view.card}", tip=view.stage_text, on=bool(view.picked),
            key="v" if view is views[0] else None, text=view.title,
        )
        for view in shown
    ]  # fmt: skip
    rest = views[len(shown) :]
    if rest:
        label = ui.t("rule.steps.more", n=len(rest))
        on = any(view.picked for view in rest)
        key = None if shown else "v"
        first = ("steps", rest[0].card)
        chips.append(Chip(label, first, "continue", name="step:rest", on=on, key=key))
    return chips


class StepsDialog(Dialog):
    """One card at a time: «Hva gjør dere videre?»"""

    width = 1080

    def __init__(self, game: Any, card: str) -> None:
        self.game, self.card = game, card
        self.first_focus = "further:A"

    def _views(self) -> tuple[PathView, ...]:
        return paths(self.game.state, self.game.scenario, self.ui.t)

    def handle(self, intent: Any) -> Answer:
        match intent:
            case ("step", name):
                self.ui.sound("choose")
                answer: Answer = self.game.toggle(name, self.ui.t)
                return answer
            case ("turn", by):
                cards = [view.card for view in self._views()]
                self.card = cards[(cards.index(self.card) + by) % len(cards)]
        return None

    def build(self, ui: Any) -> w.Widget:
        self.title = ui.t("rule.steps.question")
        views = self._views()
        view = next((one for one in views if one.card == self.card), views[0])
        self.card = view.card
        steps = [
            self._step(letter, step) for letter, step in zip(LETTERS, view.steps, strict=False)
        ]
        close = w.Button(ui.t("interface.close"), Pop(), "primary", name="close")
        return w.Column(
            self._head(view, len(views) > 1),
            w.Grid(*steps, least_width=260, most_columns=3),
            w.Row(w.Spacer(), close),
            gap=16,
        )

    def _head(self, view: PathView, several: bool) -> w.Widget:
        t = self.ui.t
        under = " ".join(part for part in (view.result or self.title,) if part)
        words = w.Column(w.Label(view.title, "heading"), w.Label(under, "body", "muted"), gap=0)
        turn = w.Row(
            w.IconButton(t("rule.advice.previous"), "chevron-left", ("turn", -1), name="previous"),
            w.IconButton(t("rule.advice.next"), "chevron-right", ("turn", 1), name="next"),
            gap=4,
        )
        return w.Row(
            w.Icon(view.icon, 26, view.pillar, plate=True),
            words,
            w.Tag(view.stage_text, "accent") if view.stage else None,
            turn if several else None,
            weights=(0, 1, 0, 0),
            gap=14,
        )

    def _step(self, letter: str, view: StepView) -> w.Widget:
        body = w.Column(
            w.Row(
                Cap(letter, view.selected),
                w.Label(view.label, "strong", "ink" if view.enabled else "muted"),
                weights=(0, 1),
                gap=10,
            ),
            w.Label(view.text, "caption", "muted") if view.text else None,
            effect_rows(self.ui, view.effects),
            w.Spacer(),
            price(self.ui, view.cost_text, view.effort),
            gap=8,
        )
        return w.Card(
            body,
            ("step", view.name),
            label=view.label,
            selected=view.selected,
            enabled=view.enabled,
            edge=view.pillar,
            name=f"further:{letter}",
            key=letter.lower(),
            pad=12,
            tip=view.why_not,
            description=described(self.ui, view.effects, view.text, view.cost_text),
        )
