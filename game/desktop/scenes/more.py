"""«Mer»: leaders, the roles' own cards, money ahead, the card to keep, the path of the young."""

from __future__ import annotations

from typing import Any

from game.desktop import widgets as w
from game.desktop.scene import Answer, Dialog, Pop, Say
from game.desktop.scenes.marks import Cap
from game.desktop.scenes.signs import Wheel
from game.desktop.scenes.youth import youth_panel, youth_view
from game.engine.action import Lead, ParkMeasure, UseSpecial
from game.view.leadership import SpokeView, wheel
from game.view.measures import measures
from game.view.role_cards import RoleCardView, role_cards
from game.view.standing import StandingView, bound_views, standing_views

WIDTH, WIDE = 820, 1120  # dp
DEAR_FROM = 0.85
"""From this share of a year's money the bar is drawn as a warning."""


class MoreDialog(Dialog):
    """Only what the length of the game has."""

    def __init__(self, game: Any, tab: str = "") -> None:
        self.game = game
        preset = game.state.setup.preset
        here = {"lead": preset.leading, "roles": preset.roles > 0, "bound": True, "park": True,
                "youth": True}  # fmt: skip
        self.tabs = tuple(name for name, holds in here.items() if holds)
        self.tab = tab if tab in self.tabs else self.tabs[0]
        self.role = ""
        self.first_focus = f"tab:{self.tab}"

    @property
    def width(self) -> float:  # type: ignore[override]
        """The path of the young is a wide picture."""
        return WIDE if self.tab == "youth" else WIDTH

    def handle(self, intent: Any) -> Answer:
        t = self.ui.t
        match intent:
            case ("tab", tab):
                self.tab = tab
                return None
            case ("lead", area):
                chosen = self.game.state.lead == area
                return self._do(Lead("" if chosen else area))
            case ("role", role):
                self.role = role
                return None
            case ("special", role, target):
                return self._do(UseSpecial(role, target))
            case ("park", card):
                return self._do(ParkMeasure(card))
        return Say(t("refused.not_now"))

    def _do(self, action: Any) -> Answer:
        self.ui.sound("choose")
        answer: Answer = self.game.do(action, self.ui.t)
        return answer

    def build(self, ui: Any) -> w.Widget:
        self.title = ui.t("rule.more")
        tabs = w.Choice(
            ui.t("rule.more.tab"),
            tuple((name, ui.t(f"rule.more.{name}")) for name in self.tabs),
            self.tab,
            lambda name: ("tab", name),
            name="tab",
            show_label=False,
        )
        parts = {
            "lead": self._lead, "roles": self._roles, "bound": self._bound, "park": self._park,
            "youth": self._youth,
        }  # fmt: skip
        close = w.Button(ui.t("interface.close"), Pop(), "primary", name="close")
        return w.Column(tabs, parts[self.tab](), w.Row(w.Spacer(), close), gap=16)

    # The leaders

    def _lead(self) -> w.Widget:
        t = self.ui.t
        view = wheel(self.game.state, t)
        cards = [self._spoke(i, spoke) for i, spoke in enumerate(view.spokes, 1)]
        side = w.Column(
            w.Label(t("rule.lead.question"), "title"), w.Grid(*cards, least_width=230, gap=8),
            gap=10,
        )  # fmt: skip
        if self.ui.columns == 1:
            return side
        drawn = Wheel(view.spokes, t("rule.lead.wheel"), 220)
        return w.Row(drawn, side, weights=(0, 1), gap=20)

    def _spoke(self, number: int, spoke: SpokeView) -> w.Widget:
        t = self.ui.t
        weakest = w.Tag(t("rule.lead.weakest"), "crisis") if spoke.is_weakest else None
        carries = t("rule.lead.carries", what=spoke.carries)
        head = w.Row(
            Cap(str(number), spoke.selected), w.Label(spoke.name, "strong"),
            w.Label(spoke.value_text, "strong"), weights=(0, 1, 0), gap=10,
        )  # fmt: skip
        under = w.Row(w.Label(carries, "caption", "muted"), weakest, weights=(1, 0), gap=6)
        return w.Card(
            w.Column(head, under, gap=3), ("lead", spoke.id), label=spoke.name,
            selected=spoke.selected, name=f"lead:{spoke.id}", key=str(number), pad=9,
            description=f"{spoke.value_text}. {carries}",
        )  # fmt: skip

    # The roles' own cards

    def _roles(self) -> w.Widget:
        cards = role_cards(self.game.state, self.game.scenario, self.ui.t)
        looked = next((card for card in cards if card.role == self.role), cards[0])
        row = [self._role(card, card is looked) for card in cards]
        return w.Column(
            w.Label(self.ui.t("rule.special.question"), "body", "muted"),
            w.Grid(*row, least_width=210, gap=8, most_columns=3),
            self._special(looked),
            gap=12,
        )

    def _role(self, card: RoleCardView, looked: bool) -> w.Widget:
        body = w.Row(
            Cap(card.letter, looked),
            w.Column(w.Label(card.name, "strong"), w.Label(card.status, "caption", "muted"), gap=0),
            weights=(0, 1),
            gap=10,
        )
        return w.Card(
            body, ("role", card.role), label=card.name, selected=looked,
            name=f"role:{card.role}", pad=10, description=f"{card.role_name}. {card.text}",
        )  # fmt: skip

    def _special(self, card: RoleCardView) -> w.Widget:
        t = self.ui.t
        words = w.Column(
            w.Label(card.role_name, "small", "muted"), w.Label(card.text, "body"), gap=2
        )
        if card.used_now:
            uses = [self._use(card, t("rule.special.take_back"), "", 0)]
        else:
            uses = [
                self._use(
                    card,
                    t("rule.special.use_on", what=target.label) if target.label
                    else t("rule.special.use"),
                    target.name, i,
                )
                for i, target in enumerate(card.targets)
            ]  # fmt: skip
        return w.Panel(
            w.Column(words, w.Flow(*uses) if uses else None, gap=10), "sunken", 14, shadow=False
        )

    def _use(self, card: RoleCardView, words: str, target: str, number: int) -> w.Widget:
        return w.Button(words, ("special", card.role, target), name=f"use:{card.role}:{number}")

    # The money ahead

    def _bound(self) -> w.Widget:
        ui = self.ui
        rows = [
            w.Row(
                w.Label(str(one.year), "strong"),
                w.Bar(
                    one.share * 100, tone="crisis" if one.share >= DEAR_FROM else "accent",
                    label=f"{one.year}", value_text=one.text, thickness=14,
                    name=f"bound:{one.year}",
                ),
                w.Label(one.text, "small", "muted"),
                weights=(0, 1, 0),
                gap=14,
            )
            for one in bound_views(self.game.state, self.game.scenario, ui.t)
        ]  # fmt: skip
        return w.Column(
            w.Label(ui.t("rule.bound.question"), "title"),
            *rows,
            w.Label(ui.t("rule.bound.note"), "caption", "muted"),
            gap=12,
        )

    # The card to keep

    def _park(self) -> w.Widget:
        t, state = self.ui.t, self.game.state
        view = measures(state, self.game.scenario, t)
        free = tuple((card.id, card.title) for card in view.cards if not card.selected)
        choice = w.Choice(
            t("rule.park.question"), (("", t("rule.park.none")), *free), state.parked or "",
            lambda card: ("park", card), name="parked", show_label=False,
        )  # fmt: skip
        return w.Column(
            w.Label(t("rule.park.question"), "title"),
            choice,
            w.Label(t("rule.park.key"), "caption", "muted"),
            gap=10,
        )

    # The path of the young

    def _youth(self) -> w.Widget:
        view = youth_view(self.game, self.ui.t)
        return w.Column(youth_panel(self.ui, view), w.Label(view.note, "caption", "muted"), gap=8)


class StandingDialog(Dialog):
    """The states the municipality is in: what each does, and how to climb out."""

    width = 640
    first_focus = "close"

    def __init__(self, game: Any) -> None:
        self.game = game

    def build(self, ui: Any) -> w.Widget:
        self.title = ui.t("rule.standing.title")
        views = standing_views(self.game.state, ui.t)
        close = w.Button(ui.t("interface.close"), Pop(), "primary", name="close")
        return w.Column(
            w.Label(self.title, "heading"),
            *[self._standing(view) for view in views],
            w.Row(w.Spacer(), close),
            gap=16,
        )

    def _standing(self, view: StandingView) -> w.Widget:
        words = w.Column(
            w.Row(w.Label(view.name, "title"), gap=8),
            w.Label(view.effect, "body", "muted"),
            w.Label(view.way_out, "strong"),
            gap=3,
        )
        return w.Row(
            w.Icon(view.icon, 26, "crisis", plate=True), words, weights=(0, 1), gap=14,
            align="start",
        )  # fmt: skip
