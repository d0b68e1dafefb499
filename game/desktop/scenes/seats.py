"""«Hvem er du i planteamet?» The seats at the table, and the taken one as it shows in a game."""

from __future__ import annotations

import random
from typing import Any

from game.desktop import widgets as w
from game.desktop.scene import Answer, ChangeSetting, Pop, Scene
from game.desktop.scenes.marks import Cap
from game.engine.setup import Setup
from game.view.own_role import TEAM, OwnRoleView, SeatView, own_role, seats


def seat_button(ui: Any, setup: Setup) -> w.Button | None:
    """The way to the seats, with the one that is taken; none where nobody has a role."""
    found = seats(setup, ui.t)
    if not found:
        return None
    taken = next((one for one in found if one.id == ui.settings.seat), found[0])
    return w.Button(
        ui.t("seat.button", name=taken.name), "seats", icon="ask-all", name="seats",
        tip=ui.t("seat.explain"),
    )  # fmt: skip


class SeatsScene(Scene):
    """One card a seat: what it sees alone, what it wants, and the card it has once."""

    first_focus = "take"

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._marked = ""

    def handle(self, intent: Any) -> Answer:
        match intent:
            case ("mark", seat):
                self._marked = seat
            case "draw":
                others = [one.id for one in self._seats if one.id not in (TEAM, self._now)]
                self._marked = random.SystemRandom().choice(others)
            case "take":
                return (ChangeSetting("seat", self._now), Pop())
        return None

    def on_escape(self) -> Any:
        return Pop()

    @property
    def _seats(self) -> tuple[SeatView, ...]:
        return seats(self._setup, self.ui.t)

    @property
    def _now(self) -> str:
        wished = self._marked or self.ui.settings.seat
        return wished if wished in [one.id for one in self._seats] else TEAM

    def build(self, ui: Any) -> w.Widget:
        self.title = ui.t("seat.title")
        found, now = self._seats, self._now
        marked = next(one for one in found if one.id == now)
        cards = [self._card(one, one.id == now) for one in found]
        return w.Column(
            w.Column(
                w.Label(self.title, "heading"), w.Label(ui.t("seat.explain"), tone="muted"), gap=2
            ),
            w.Split(
                w.Grid(*cards, least_width=230, gap=10),
                self._told(marked),
                side_width=400,
                gap=16,
            ),
            w.Spacer(),
            self._foot(marked),
            pad=20,
            gap=16,
        )

    def _card(self, seat: SeatView, is_taken: bool) -> w.Widget:
        body = w.Row(
            Cap(seat.letter, on=is_taken) if seat.letter else w.Icon("ask-all", 30, "accent"),
            w.Column(w.Label(seat.name, "strong"), w.Label(seat.sees, "caption", "muted"), gap=2),
            weights=(0, 1),
            gap=12,
            align="start",
        )
        return w.Card(
            body, ("mark", seat.id), label=seat.name, selected=is_taken, name=f"seat:{seat.id}"
        )

    def _told(self, seat: SeatView) -> w.Widget:
        t = self.ui.t
        parts = [("eye", "seat.sees", seat.sees), ("trophy", "seat.goal", seat.goal)]
        if seat.special:
            parts.append(("star", "seat.card", seat.special))
        lines = [self._line(icon, t(key), text) for icon, key, text in parts]
        return w.Panel(w.Column(w.Label(seat.name, "heading"), w.Divider(), *lines, gap=12), pad=18)

    def _line(self, icon: str, heading: str, text: str) -> w.Widget:
        words = w.Column(w.Label(heading, "small", "muted"), w.Label(text), gap=2)
        return w.Row(
            w.Icon(icon, 24, "accent", plate=True), words, weights=(0, 1), gap=12, align="start"
        )

    def _foot(self, marked: SeatView) -> w.Widget:
        t = self.ui.t
        back = w.Button(t("scene.back"), Pop(), icon="back", name="back")
        draw = w.Button(t("seat.draw"), "draw", icon="shuffle", name="draw")
        words = t("seat.choose", name=marked.name)
        take = w.Button(words, "take", "primary", icon="check", name="take")
        if self.ui.columns == 1:
            return w.Column(take, draw, back)
        return w.Row(back, w.Spacer(), draw, take, gap=12)


def own_panel(ui: Any, game: Any) -> w.Widget | None:
    """What the taken seat knows this year, and how its goal stands; nothing for the whole team."""
    view = own_role(ui.settings.seat, game.state, game.scenario, ui.t)
    return None if view is None else _own(ui, view)


def _own(ui: Any, view: OwnRoleView) -> w.Widget:
    head = w.Row(
        Cap(view.letter, on=True),
        w.Label(ui.t("seat.own", name=view.name), "strong", "on_accent_soft"),
        weights=(0, 1),
        gap=10,
    )
    goal = w.Row(
        w.Label(view.goal, "caption", "on_accent_soft"),
        w.Tag(view.standing, "good" if view.on_course else "neutral"),
        weights=(1, 0),
        gap=10,
    )
    words = w.Label(view.fact, "body", "on_accent_soft")
    return w.Panel(w.Column(head, words, goal, gap=6), "accent_soft", 12, shadow=False)
