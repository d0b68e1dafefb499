"""The table: six measures, the purse, and the lock."""

from __future__ import annotations

from typing import Any

from game.desktop import widgets as w
from game.desktop.scene import Answer, Push
from game.desktop.scenes.base import GAP, GameScene
from game.desktop.scenes.effects import described, effect_rows, price
from game.desktop.scenes.follow import CardThatTells, Follow
from game.desktop.scenes.future import future_button
from game.desktop.scenes.lock import LockDialog
from game.desktop.scenes.marks import Bolts
from game.view.measures import CardView, MeasuresView, measures

SHOWN_EFFECTS = 3
ROOMY = 860  # dp: from this height everything stands on the cards


class MeasuresScene(GameScene):
    """Choose among six cards with the money and the effort there is."""

    step = "measures"
    gap = 8
    first_focus = "card:1"

    def own(self, intent: Any) -> Answer:
        match intent:
            case ("card", measure):
                self.ui.sound("choose")
                return self.game.toggle(measure, self.ui.t)
            case "lock":
                return Push(LockDialog(self.game))
            case "locked":
                self.ui.sound("lock")
                self.game.meters_before = self._view().meters
                return self.game.go_on(self.ui.t)
        return None

    def go_on(self) -> Answer:
        """A clicker's «next» asks as the lock does."""
        return Push(LockDialog(self.game))

    def _view(self) -> MeasuresView:
        return measures(self.game.state, self.game.scenario, self.ui.t)

    def build(self, ui: Any) -> w.Widget:
        view = self._view()
        self.title = ui.t("scene.measures.title", year=view.year)
        # Where the page scrolls a strip would be out of sight; where there is room, none is needed.
        tells = ui.width_dp >= 1000 and 640 <= ui.height_dp < ROOMY
        cards = [self._card(i, card, tells) for i, card in enumerate(view.cards, 1)]
        lock = w.Button(
            ui.t("scene.measures.lock"), "lock", "primary", icon="lock", key="l", name="lock"
        )
        undo = w.Button(
            ui.t("scene.undo"), "undo", icon="undo", key="z", name="undo",
            enabled=self.game.can_undo(), why_not=ui.t("scene.undo.nothing"),
        )  # fmt: skip
        return self.page(
            self.meters(view.meters, low=ui.columns > 1),
            self._purse(view),
            w.Grid(*cards, least_width=300, gap=GAP, most_columns=3),
            self._follow(view) if tells else w.Spacer(),
            foot=self.foot(lock, future_button(ui), undo),
        )

    # The purse

    def _purse(self, view: MeasuresView) -> w.Widget:
        ui = self.ui
        room = w.Column(
            w.Row(
                w.Label(ui.t("scene.room"), "small", "muted"),
                w.Spacer(),
                w.Label(view.room_left_text, "strong"),
                w.Label(ui.t("scene.room.of", total=view.room_total_text), "caption", "muted"),
                gap=6,
            ),
            w.Bar(view.room_left_share * 100, name="room", label=ui.t("scene.room"), thickness=9),
            gap=4,
        )
        left = ui.t("scene.effort.left", n=view.effort_left, total=view.effort_total)
        effort = w.Column(
            w.Label(ui.t("scene.effort.name"), "small", "muted"),
            w.Row(Bolts(view.effort_left, view.effort_total, left, 20), w.Label(left, "small")),
            gap=0,
        )
        heading = w.Column(
            w.Label(ui.t("scene.measures.question"), "title"),
            w.Label(view.summary, "caption", "muted"),
            gap=0,
        )
        return w.Panel(w.Row(heading, room, effort, weights=(1, 1, 0), gap=28), pad=10)

    # The cards

    def _card(self, number: int, view: CardView, tells: bool) -> w.Widget:
        ui = self.ui
        head = w.Row(
            w.Icon(view.icon, 24, view.pillar, plate=True),
            w.Column(
                w.Label(view.title, "strong", "ink" if view.enabled else "muted"),
                w.Label(self._kind(view, tells), "caption", "muted"),
                gap=0,
            ),
            w.Tag(str(number), "neutral", icon=None if view.enabled else "lock"),
            weights=(0, 1, 0),
            gap=12,
            align="start",
        )
        body = w.Column(
            head,
            None if tells else w.Label(view.text),
            effect_rows(ui, view.effects[: self._shown(tells)]),
            w.Spacer(),
            None if tells else self._opinions(view),
            price(ui, view.cost_text, view.effort, w.Tag(view.certainty_text)),
            gap=6,
        )
        return CardThatTells(
            body,
            ("card", view.id),
            label=view.title,
            selected=view.selected,
            enabled=view.enabled,
            edge=view.pillar,
            name=f"card:{number}",
            key=str(number),
            pad=10,
            tip=view.why_not,
            description=described(ui, view.effects, view.text, view.liked_by, view.disliked_by),
        )

    def _shown(self, tells: bool) -> int:
        return SHOWN_EFFECTS if tells else 9

    def _kind(self, view: CardView, tells: bool) -> str:
        t, parts = self.ui.t, [view.pillar_name]
        if not view.enabled:
            return t("scene.measures.closed")
        if view.is_joker:
            parts.insert(0, t("scene.joker"))
        if len(view.effects) > self._shown(tells):
            parts.append(t("scene.measures.effects", n=len(view.effects)))
        elif view.takes_text:
            parts.append(view.takes_text.lower())
        return " · ".join(parts)

    # More about the card one looks at

    def _follow(self, view: MeasuresView) -> w.Widget:
        hint = w.Column(
            w.Label(self.ui.t("scene.measures.hint"), "body", "muted"),
            *[self._running(view)] if view.running else [],
            gap=4,
        )
        parts = {f"card:{i}": self._more(card) for i, card in enumerate(view.cards, 1)}
        return w.Panel(Follow(hint, parts), "sunken", 10, shadow=False)

    def _running(self, view: MeasuresView) -> w.Widget:
        return w.Label(self.ui.t("scene.running", what=", ".join(view.running)), "caption", "muted")

    def _more(self, view: CardView) -> w.Widget:
        title = " · ".join(part for part in (view.title, view.takes_text.lower()) if part)
        words = w.Column(w.Label(title, "strong"), w.Label(view.text), gap=2)
        rest = view.effects[self._shown(True) :]
        also = w.Column(w.Label(self.ui.t("scene.measures.also"), "small", "muted"),
                        effect_rows(self.ui, rest), gap=2) if rest else None  # fmt: skip
        return w.Row(words, also, self._opinions(view), weights=(7, 5, 5), gap=26, align="start")

    def _opinions(self, view: CardView) -> w.Widget:
        lines = [
            self._opinion("thumbs-up", "scene.liked_by", view.liked_by),
            self._opinion("thumbs-down", "scene.disliked_by", view.disliked_by),
        ]
        return w.Column(*lines, gap=4)

    def _opinion(self, icon: str, key: str, who: str) -> w.Widget | None:
        if not who:
            return None
        words = w.Label(self.ui.t(key, who=who), "caption")
        return w.Row(w.Icon(icon, 18, "muted"), words, weights=(0, 1), gap=10)
