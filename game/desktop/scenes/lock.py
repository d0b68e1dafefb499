"""«Lås året»: the one question before the year passes, with all that is decided on one page."""

from __future__ import annotations

from typing import Any

from game.desktop import widgets as w
from game.desktop.scene import Dialog, Pop
from game.view.event_card import event_card
from game.view.measures import measures
from game.view.turns import years_text


class LockDialog(Dialog):
    """Lists what is decided. Locking is the only thing that cannot be undone."""

    first_focus = "locked"

    def __init__(self, game: Any) -> None:
        self.game = game

    def build(self, ui: Any) -> w.Widget:
        view = measures(self.game.state, self.game.scenario, ui.t)
        first = self.game.state.year
        years = years_text(first, first + view.years - 1, ui.t)
        more = ".years" if view.years > 1 else ""
        self.title = ui.t("scene.lock.title", year=years)
        chosen = [self._line(card.icon, card.pillar, card.title) for card in view.cards
                  if card.selected]  # fmt: skip
        if not chosen:
            chosen = [self._line("clock", "muted", ui.t(f"scene.lock.nothing{more}"))]
        left = ui.t("scene.lock.left", room=view.room_left_text)
        return w.Column(
            w.Label(self.title, "heading"),
            w.Column(*self._answer(ui), *chosen, gap=10),
            w.Label(left, "caption", "muted"),
            w.Flow(
                w.Button(ui.t("scene.lock.wait"), Pop(), name="wait"),
                w.Button(
                    ui.t(f"scene.lock.yes{more}"), Pop("locked"), "primary", icon="lock",
                    key="l", name="locked",
                ),
                align="right",
            ),
            gap=16,
        )  # fmt: skip

    def _answer(self, ui: Any) -> list[w.Widget]:
        if not self.game.state.event:
            return []
        view = event_card(self.game.state, self.game.scenario, ui.t)
        picked = [option for option in view.options if option.selected]
        return [self._line(view.icon, "accent", option.label, view.title) for option in picked]

    def _line(self, icon: str, tone: str, text: str, above: str = "") -> w.Widget:
        words = w.Column(
            w.Label(above, "caption", "muted") if above else None, w.Label(text, "strong"), gap=0
        )
        return w.Row(w.Icon(icon, 22, tone, plate=True), words, weights=(0, 1), gap=12,
                     align="center")  # fmt: skip
