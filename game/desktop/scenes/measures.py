"""The table: six measures, the purse, and the lock."""

from __future__ import annotations

from typing import Any

from game.desktop import widgets as w
from game.desktop.scene import Answer, Push
from game.desktop.scenes.advisers import AdviceDialog, advice_button
from game.desktop.scenes.base import GAP, PAD, GameScene
from game.desktop.scenes.effects import described, effect_rows, price, waits_for
from game.desktop.scenes.follow import CardThatTells, Follow
from game.desktop.scenes.future import future_button
from game.desktop.scenes.lock import LockDialog
from game.desktop.scenes.marks import Bolts
from game.desktop.scenes.more import MoreDialog, StandingDialog
from game.desktop.scenes.signs import Chip
from game.desktop.scenes.steps import StepsDialog, step_chips
from game.view.measures import CardView, CaseView, MeasuresView, measures

SHOWN_EFFECTS = 3
ROOMY = 860  # dp: from this height everything stands on the cards


class MeasuresScene(GameScene):
    """Choose among six cards with the money and the effort there is."""

    step = "measures"
    gap = 6
    first_focus = "card:1"

    def __init__(self, play: Any) -> None:
        super().__init__(play)
        self.case = ""
        """The case that is being made ready: the one chosen last, or turned to."""

    def own(self, intent: Any) -> Answer:
        match intent:
            case ("card", measure):
                return self._toggle(measure)
            case ("park", measure):
                self.ui.sound("choose")
                return self.game.park(measure, self.ui.t)
            case ("prepare", measure, part):
                self.ui.sound("choose")
                return self.game.prepare(measure, part, self.ui.t)
            case ("case", measure):
                self.case = measure
                return None
            case ("steps", card):
                return Push(StepsDialog(self.game, card))
            case "standing":
                return Push(StandingDialog(self.game))
            case "more":
                return Push(MoreDialog(self.game))
            case "advice":
                return Push(AdviceDialog(self.game, self.game.state.table, self._looked_at()))
        return self._lock(intent)

    def _lock(self, intent: Any) -> Answer:
        match intent:
            case "lock":
                return Push(LockYear(self.game))
            case "locked":
                self.ui.sound("lock")
                self.game.meters_before = self._view().meters
                return self.game.go_on(self.ui.t)
        return None

    def _toggle(self, measure: str) -> Answer:
        self.ui.sound("choose")
        answer: Answer = self.game.toggle(measure, self.ui.t)
        if measure in self.game.state.picked:
            self.case = measure
        return answer

    def _looked_at(self) -> int:
        """The place of the card with focus, else of the first that is chosen."""
        held, state = self.ui.focus, self.game.state
        if held is not None and held.name.startswith("card:"):
            return int(held.name.partition(":")[2]) - 1
        chosen = [at for at, card in enumerate(state.table) if card in state.picked]
        return chosen[0] if chosen else 0

    def on_key(self, name: str) -> Any:
        held = self.ui.focus
        is_card = held is not None and held.name.startswith("card:")
        if name == "x" and is_card and self.ui.settings.single_keys:
            return ("park", self.game.state.table[self._looked_at()])
        return super().on_key(name)

    def go_on(self) -> Answer:
        """A clicker's «next» asks as the lock does."""
        return Push(LockYear(self.game))

    def _view(self) -> MeasuresView:
        return measures(self.game.state, self.game.scenario, self.ui.t)

    def build(self, ui: Any) -> w.Widget:
        view = self._view()
        self.title = ui.t("scene.measures.title", year=view.year)
        # Where the page scrolls a strip would be out of sight; where there is room, none is needed.
        tells = ui.width_dp >= 1000 and 640 <= ui.height_dp < ROOMY
        cards = [self._card(i, card, tells) for i, card in enumerate(view.cards, 1)]
        words = "scene.measures.lock" if view.years == 1 else "rule.lock.years"
        lock = w.Button(
            ui.t(words, n=view.years), "lock", "primary", icon="lock", key="l", name="lock"
        )
        more = w.Button(ui.t("rule.more"), "more", icon="menu", key="e", name="more")
        undo = w.Button(
            ui.t("scene.undo"), "undo", icon="undo", key="z", name="undo",
            enabled=self.game.can_undo(), why_not=ui.t("scene.undo.nothing"),
        )  # fmt: skip
        return self.page(
            self.meters(view.meters, low=ui.columns > 1),
            self._purse(view),
            w.Grid(*cards, least_width=300, gap=GAP, most_columns=3),
            self._follow(view) if tells else self._cases_below(view),
            foot=self.foot(lock, advice_button(ui, self.game.state), more, self._ahead(), undo),
        )

    def _ahead(self) -> w.Widget | None:
        return future_button(self.ui) if self.game.state.setup.preset.forecast else None

    def foot(self, primary: w.Widget, *others: w.Widget | None) -> w.Widget:
        """With the steps of the year where there is room for them beside the buttons."""
        self.step = "measures"
        whole = super().foot(primary, *others)
        if whole.natural(self.ui) <= self.ui.size[0] - 2 * self.ui.dp(PAD):
            return whole
        self.step = ""
        return super().foot(primary, *others)

    # The purse

    def _purse(self, view: MeasuresView) -> w.Widget:
        ui = self.ui
        room = w.Column(
            w.Row(
                w.Label(ui.t("scene.room"), "small", "muted"),
                w.Label(view.room_bound_text, "caption", "muted") if view.room_bound_text else None,
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
        heading = w.Column(w.Label(self._question(view), "title"), self._chips(view), gap=2)
        return w.Panel(w.Row(heading, room, effort, weights=(5, 3, 0), gap=28), pad=8)

    def _question(self, view: MeasuresView) -> str:
        if view.years == 1:
            return str(self.ui.t("scene.measures.question"))
        return str(self.ui.t("rule.question.years", n=view.years))

    def _chips(self, view: MeasuresView) -> w.Widget:
        """The states one is in, and what can be taken further; else how much is chosen."""
        chips: list[w.Widget] = []
        if view.standings:
            first = view.standings[0]
            more = len(view.standings) - 1
            label = f"{first.name} +{more}" if more else first.name
            chips.append(
                Chip(label, "standing", first.icon, "crisis", "standing", tip=first.way_out)
            )
        if view.paths:
            chips.append(w.Label(self.ui.t("rule.steps"), "caption", "muted"))
            chips += step_chips(self.ui, view.paths)
        if view.pledges:
            more = len(view.pledges) - 1
            words = f"{view.pledges[0]} +{more}" if more else view.pledges[0]
            sign = w.Icon("partnership", 16, "accent")
            chips.append(w.Row(sign, w.Label(words, "caption", "accent"), gap=5))
        if not chips:
            return w.Label(view.summary, "caption", "muted")
        return w.Flow(*chips)

    # The cards

    def _card(self, number: int, view: CardView, tells: bool) -> w.Widget:
        ui = self.ui
        head = w.Row(
            w.Icon(view.icon, 24, view.pillar, plate=True),
            w.Column(
                w.Label(view.title, "strong", "ink" if view.enabled else "muted"),
                self._under(view, tells),
                gap=0,
            ),
            w.Tag(str(number), "neutral", icon=None if view.enabled else "lock"),
            weights=(0, 1, 0),
            gap=10,
            align="start",
        )
        body = w.Column(
            head,
            None if tells else w.Label(view.text),
            effect_rows(ui, view.effects[: self._shown(tells)], tells),
            w.Spacer(),
            None if tells else self._opinions(view),
            price(ui, view.cost_text, view.effort, w.Tag(view.certainty_text)),
            gap=5,
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
            tip=view.why_not or (waits_for(view.effects) if tells else ""),
            description=described(
                ui,
                view.effects,
                view.text,
                ui.t("rule.case") if view.is_case else "",
                view.liked_by,
                view.disliked_by,
            ),
        )

    def _under(self, view: CardView, tells: bool) -> w.Widget:
        """What kind of card it is, with the scales of a case for the council."""
        kind = w.Label(self._kind(view, tells), "caption", "muted")
        if not view.is_case:
            return kind
        scales = w.Icon("scale", 18, "accent", label=self.ui.t("rule.case"))
        return w.Row(scales, kind, weights=(0, 1), gap=6)

    def _shown(self, tells: bool) -> int:
        return SHOWN_EFFECTS if tells else 9

    def _kind(self, view: CardView, tells: bool) -> str:
        t, parts = self.ui.t, [view.pillar_name]
        if view.is_parked:
            parts.insert(0, t("rule.parked"))
        elif not view.enabled:
            return str(t("scene.measures.closed"))
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
        case = self._case_at(view)
        parts = {
            f"card:{i}": self._more(card, with_opinions=case is None)
            for i, card in enumerate(view.cards, 1)
        }
        told = Follow(hint, parts)
        if case is None:
            return w.Panel(told, "sunken", 10, shadow=False)
        beside = w.Row(told, self._case(case, view), weights=(5, 4), gap=20)
        return w.Panel(beside, "sunken", 10, shadow=False)

    def _running(self, view: MeasuresView) -> w.Widget:
        return w.Label(self.ui.t("scene.running", what=", ".join(view.running)), "caption", "muted")

    def _more(self, view: CardView, with_opinions: bool) -> w.Widget:
        title = " · ".join(part for part in (view.title, view.takes_text.lower()) if part)
        words = w.Column(w.Label(title, "strong"), w.Label(view.text), gap=2)
        rest = view.effects[self._shown(True) :]
        if not with_opinions:
            # Beside a case there is less room: smaller words, and nothing over the effects.
            words = w.Column(w.Label(title, "strong"), w.Label(view.text, "caption"), gap=2)
            also = effect_rows(self.ui, rest[:SHOWN_EFFECTS], True) if rest else None
            return w.Row(words, also, weights=(7, 6), gap=22, align="start")
        more = w.Column(
            w.Label(self.ui.t("scene.measures.also"), "small", "muted"),
            effect_rows(self.ui, rest, True),
            gap=2,
        )
        return w.Row(
            words, more if rest else None, self._opinions(view), weights=(7, 5, 5), gap=26,
            align="start",
        )  # fmt: skip

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

    # The cases that are made ready

    def _case_at(self, view: MeasuresView) -> CaseView | None:
        """The case that is shown: the one chosen last or turned to, else the first."""
        return next((case for case in view.cases if case.id == self.case),
                    view.cases[0] if view.cases else None)  # fmt: skip

    def _cases_below(self, view: MeasuresView) -> w.Widget:
        """All of them below the cards, where there is room or the page scrolls."""
        panels = [w.Panel(self._case(case, view, alone=True), pad=12) for case in view.cases]
        return w.Column(*panels, w.Spacer(), gap=8) if panels else w.Spacer()

    def _case(self, case: CaseView, view: MeasuresView, alone: bool = False) -> w.Widget:
        t, several = self.ui.t, len(view.cases) > 1 and not alone
        after = view.cases[(view.cases.index(case) + 1) % len(view.cases)]
        turn = w.IconButton(
            t("rule.case.next"), "chevron-right", ("case", after.id), name="next_case"
        )
        head = w.Row(
            w.Icon("scale", 20, "accent"),
            w.Label(case.title, "strong"),
            w.Label(case.sentence, "caption", "muted"),
            w.Tag(case.word, case.band),
            turn if several else None,
            weights=(0, 1, 0, 0, 0),
            gap=10,
        )
        name = t("rule.case.anchoring")
        bar = w.Bar(
            case.anchoring, tone=case.band, label=name, value_text=case.word,
            thickness=9, name=f"anchoring:{case.id}",
        )  # fmt: skip
        toggles = w.Flow(
            self._way(case, "involve", "effort", "t", case.involved, case.may_involve),
            self._way(case, "hear", "clock", "g", case.heard, case.may_hear),
        )
        return w.Column(head, bar, toggles, gap=6)

    def _way(self, case: CaseView, what: str, icon: str, key: str, on: bool, may: bool) -> w.Widget:
        t, part = self.ui.t, "involve" if what == "involve" else "hearing"
        return w.Button(
            t(f"rule.case.{what}"), ("prepare", case.id, part), icon="check" if on else icon,
            key=key, enabled=may, why_not=case.why_not, pressed=on, name=f"{what}:{case.id}",
            tip=t(f"rule.case.{what}.tip"),
        )  # fmt: skip


class LockYear(LockDialog):
    """The lock, with the steps that are taken further above the new cards."""

    def _answer(self, ui: Any) -> list[w.Widget]:
        view = measures(self.game.state, self.game.scenario, ui.t)
        taken = [
            self._line(step.icon, step.pillar, step.label, path.title)
            for path in view.paths
            for step in path.picked
        ]
        return [*super()._answer(ui), *taken]
