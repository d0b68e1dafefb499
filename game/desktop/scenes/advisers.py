"""«Råd»: two who disagree about a card or an answer, and what one role alone knows."""

from __future__ import annotations

from typing import Any

from game.desktop import widgets as w
from game.desktop.scene import Answer, Dialog, Pop
from game.desktop.scenes.marks import Cap
from game.engine.specials import roles_in
from game.view.advisers import AdviceView, Voice, advice, knows_most
from game.view.private_facts import FactView, private_fact
from game.view.role_cards import letter_of


def advice_button(ui: Any, state: Any) -> w.Button | None:
    """The way in, with its key; none where nobody has a role."""
    if not roles_in(state):
        return None
    return w.Button(ui.t("rule.advice"), "advice", icon="ask-all", key="d", name="advice")


class AdviceDialog(Dialog):
    """One decision at a time; the arrows go to the next one."""

    width = 760
    first_focus = "close"

    def __init__(self, game: Any, names: tuple[str, ...], at: int = 0) -> None:
        self.game, self.names, self.at = game, names, at
        self.role = ""
        """Whose fact is asked for; at first one's own, or that of the one who knows most."""

    def handle(self, intent: Any) -> Answer:
        match intent:
            case ("turn", by):
                self.at = (self.at + by) % len(self.names)
            case ("role", role):
                self.role = role
        return None

    def build(self, ui: Any) -> w.Widget:
        self.title = ui.t("rule.advice.title")
        state, scenario = self.game.state, self.game.scenario
        view = advice(self.names[self.at], state, scenario, ui.t)
        seat = ui.settings.seat if ui.settings.seat in roles_in(state) else ""
        role = self.role or seat or knows_most(self.names[self.at], state, scenario)
        fact = private_fact(role, state, scenario, ui.t)
        close = w.Button(ui.t("interface.close"), Pop(), "primary", name="close")
        return w.Column(
            self._head(view),
            self._voices(view),
            w.Divider(),
            self._fact(fact),
            w.Row(w.Spacer(), close),
            gap=14,
        )

    # Two voices

    def _head(self, view: AdviceView) -> w.Widget:
        t = self.ui.t
        words = w.Column(
            w.Label(view.title, "heading"), w.Label(view.sentence, "small", "muted"), gap=0
        )
        turn = w.Row(
            w.IconButton(t("rule.advice.previous"), "chevron-left", ("turn", -1), name="previous"),
            w.IconButton(t("rule.advice.next"), "chevron-right", ("turn", 1), name="next"),
            gap=4,
        )
        return w.Row(
            w.Icon(view.icon, 26, "accent", plate=True),
            words,
            turn if len(self.names) > 1 else None,
            weights=(0, 1, 0),
            gap=14,
        )

    def _voices(self, view: AdviceView) -> w.Widget | None:
        if not view.disagree:
            return None
        return w.Grid(*[self._voice(v) for v in view.disagree], least_width=280, most_columns=2)

    def _voice(self, voice: Voice) -> w.Widget:
        tone = "good" if voice.stance == "for" else "crisis"
        head = w.Row(
            Cap(voice.letter), w.Label(voice.name, "strong"), w.Tag(voice.stance_text, tone),
            weights=(0, 1, 0), gap=10,
        )  # fmt: skip
        return w.Panel(w.Column(head, w.Label(voice.text), gap=8), "sunken", 14, shadow=False)

    # What one of them knows

    def _fact(self, fact: FactView) -> w.Widget:
        t, state = self.ui.t, self.game.state
        choice = w.Choice(
            t("rule.advice.alone"),
            tuple((id_, letter_of(id_, t)) for id_ in roles_in(state)),
            fact.role,
            lambda role: ("role", role),
            name="fact",
        )
        told = w.Row(
            w.Icon("eye", 22, "on_accent_soft"),
            w.Column(
                w.Label(fact.name, "small", "on_accent_soft"),
                w.Label(fact.text, "body", "on_accent_soft"),
                gap=2,
            ),
            weights=(0, 1),
            gap=12,
        )
        return w.Column(choice, w.Panel(told, "accent_soft", 12, shadow=False), gap=10)
