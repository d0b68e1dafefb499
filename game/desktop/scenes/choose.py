"""«Hvor vil dere planlegge?» One card a municipality, and how long and how hard to play."""

from __future__ import annotations

from typing import Any

from game.content.load import list_scenarios
from game.desktop import widgets as w
from game.desktop.scene import Answer, ChangeSetting, Push, Reset, Scene
from game.desktop.scenes.seats import SeatsScene, seat_button
from game.desktop.scenes.title import TitleScene
from game.engine.setup import Setup, place_of_the_day
from game.view.choose_municipality import (
    MunicipalityCard,
    difficulty_choices,
    length_choices,
    municipality_cards,
)

MORNING = {"season": 0.25, "evening": 0.0}
"""How the towns look while one chooses."""


class ChooseScene(Scene):
    """The municipalities as cards; the strength and the knot of the one that is marked."""

    first_focus = "begin"

    def __init__(self, play: Any, of_the_day: bool = False) -> None:
        self.play = play
        self._seed: int | None = None
        listed = list_scenarios()
        self._heads = tuple(one.head for one in listed if one.head is not None)
        self._broken = tuple(one for one in listed if one.head is None)
        self._chosen = self._heads[0].id if self._heads else ""
        if of_the_day and self._heads:
            self._mark_today()

    def _mark_today(self) -> None:
        ids = [head.id for head in self._heads]
        self._chosen, self._seed = place_of_the_day(self.play.today(), ids)

    def handle(self, intent: Any) -> Answer:
        match intent:
            case ("mark", chosen):
                self._chosen, self._seed = chosen, None
                return None
            case "today":
                self._mark_today()
                return None
            case ("preset" | "difficulty" as name, chosen):
                return ChangeSetting(name, chosen)
            case "begin":
                return self.play.begin(self._chosen, self.ui.t, self._setup, self._seed)
            case ("start", chosen):
                return self.play.start(chosen, self.ui.t, self._setup, self._seed)
            case "seats":
                return Push(SeatsScene(self._setup))
            case "leave":
                return Reset(TitleScene(self.play))
        return None

    def on_escape(self) -> Any:
        return "leave"

    @property
    def _setup(self) -> Setup:
        """What was chosen last time is what is offered next time."""
        settings = self.ui.settings
        return Setup.of(settings.preset, settings.difficulty)

    def build(self, ui: Any) -> w.Widget:
        self.title = ui.t("scene.choose.title")
        cards = municipality_cards(self._heads, ui.t)
        marked = next((card for card in cards if card.id == self._chosen), None)
        return w.Column(
            self._heading(ui),
            self._poster(ui, marked) if marked else None,
            self._cards(ui, cards) if len(cards) > 1 else None,
            self._how(ui) if marked else None,
            self._faults(ui),
            self._foot(ui, marked),
            pad=20,
            gap=12,
        )

    def _heading(self, ui: Any) -> w.Widget:
        today = w.Button(
            ui.t("setup.day"), "today", icon="sunrise", name="today", tip=ui.t("setup.day.text")
        )
        title = w.Label(self.title, "heading")
        if ui.columns == 1:
            return w.Column(title, today)
        said = w.Label(ui.t("setup.day.text"), "caption", "muted") if self._seed else None
        return w.Row(title, w.Spacer(), said, today, gap=14, align="center")

    def _poster(self, ui: Any, card: MunicipalityCard) -> w.Widget:
        facts = self._facts(ui, card)
        if ui.width_dp < 1000:
            return w.Column(self._view(ui, card), facts)
        side = w.Column(w.Row(w.Spacer(), w.Sized(facts, width=460)), w.Spacer(), pad=16)
        return w.Stack(self._view(ui, card), side)

    def _view(self, ui: Any, card: MunicipalityCard) -> w.Widget:
        label = ui.t("scene.choose.picture", name=card.name)
        town = self.play.town.of_levels(ui, MORNING, label, landscape=card.landscape)
        plate = w.Panel(w.Label(card.name, "display"), pad=16)
        return w.Stack(town, w.Column(w.Row(plate, w.Spacer()), w.Spacer(), pad=16))

    def _facts(self, ui: Any, card: MunicipalityCard) -> w.Widget:
        return w.Panel(
            w.Column(
                w.Label(card.facts, "strong", "muted"),
                w.Label(card.summary, "title"),
                w.Divider(),
                self._point(ui, "volunteers", "good", "scene.choose.strength", card.strength),
                self._point(ui, "rota", "crisis", "scene.choose.knot", card.knot),
                gap=11,
            ),
            pad=18,
        )

    def _point(self, ui: Any, icon: str, tone: str, key: str, text: str) -> w.Widget:
        words = w.Column(w.Label(ui.t(key), "small", "muted"), w.Label(text), gap=2)
        return w.Row(
            w.Icon(icon, 26, tone, plate=True), words, weights=(0, 1), gap=14, align="start"
        )

    def _cards(self, ui: Any, cards: tuple[MunicipalityCard, ...]) -> w.Widget:
        marks = [self._card(card) for card in cards]
        return w.Grid(*marks, least_width=180)

    def _card(self, card: MunicipalityCard) -> w.Widget:
        body = w.Column(w.Label(card.name, "title"), w.Label(card.size, "caption", "muted"), gap=4)
        return w.Card(
            body, ("mark", card.id), label=card.name, selected=card.id == self._chosen,
            name=f"place:{card.id}",
        )  # fmt: skip

    def _how(self, ui: Any) -> w.Widget:
        lengths, settings = length_choices(ui.t), ui.settings
        length = w.Choice(
            ui.t("setup.length"),
            tuple((one.id, one.label) for one in lengths),
            settings.preset,
            lambda chosen: ("preset", chosen),
            name="preset",
        )
        level = w.Choice(
            ui.t("setup.level"),
            difficulty_choices(ui.t),
            settings.difficulty,
            lambda chosen: ("difficulty", chosen),
            name="difficulty",
        )
        if ui.columns == 1:
            return w.Column(length, self._told(ui), level, gap=12)
        return w.Row(length, w.Spacer(), level, gap=20)

    def _told(self, ui: Any) -> w.Widget:
        """What the marked length is like."""
        texts = {one.id: one.text for one in length_choices(ui.t)}
        return w.Label(texts[ui.settings.preset], "caption", "muted", name="length")

    def _faults(self, ui: Any) -> w.Widget | None:
        if not self._broken:
            return None
        names = ", ".join(one.id for one in self._broken)
        return w.Label(ui.t("scene.choose.broken", names=names), "caption", "muted")

    def _foot(self, ui: Any, marked: MunicipalityCard | None) -> w.Widget:
        back = w.Button(ui.t("scene.back"), "leave", icon="back", name="back")
        if marked is None:
            return w.Row(back)
        words = ui.t("scene.choose.begin", name=marked.name)
        begin = w.Button(words, "begin", "primary", icon="continue", name="begin")
        seat = seat_button(ui, self._setup)
        if ui.columns == 1:
            return w.Column(begin, seat, back)
        told = self._told(ui)
        return w.Row(back, told, seat, begin, weights=(0, 1, 0, 0), gap=16, align="center")
