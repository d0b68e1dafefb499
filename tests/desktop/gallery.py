"""A scene with every widget, and a dialog, for the tests of the toolkit."""

from __future__ import annotations

from typing import Any

import pygame

from game.charts.display_list import Box, DisplayList, Rect, TextItem
from game.desktop import widgets as w
from game.desktop.scene import Answer, Dialog, Pop, Push, Scene
from game.view.parts import MeterView

METERS = (
    MeterView("staffing", "Folk på jobb", "Har vi nok folk?", 91, 93, "91 %", "ok", "OK", "down",
              "−2", "verre"),
    MeterView("services", "Gode tjenester", "", 55, 55, "55", "ok", "OK", "flat", "0", "som før"),
    MeterView("wellbeing", "Trivsel på jobb", "", 68, 61, "68", "good", "BRA", "up", "+7", "bedre"),
    MeterView("trust", "Tillit", "", 72, 70, "72", "good", "BRA", "up", "+2", "bedre"),
    MeterView("money", "Økonomi", "", 24, 30, "−4 mill. kr", "crisis", "KRISE", "down", "−6",
              "verre"),
)  # fmt: skip
LONG = "Samskapingskoordinatoren møter Hovedtillitsvalgte om arbeidstidsordninger i helgene."


class Question(Dialog):
    """Asks whether to lock."""

    title = "Låse valgene?"

    def build(self, ui: Any) -> w.Widget:
        return w.Column(
            w.Label(self.title, "title"),
            w.Label(LONG, tone="muted"),
            w.Flow(w.Button("Avbryt", Pop()), w.Button("Lås", Pop("locked"), "primary")),
        )


class Gallery(Scene):
    """Every widget once or more; remembers what was sent."""

    title = "Galleri"

    def __init__(self) -> None:
        self.sent: list[Any] = []
        self.amount = 25.0
        self.on = True
        self.pillar = "all"
        self.chosen: set[str] = set()

    def handle(self, intent: Any) -> Answer:
        self.sent.append(intent)
        match intent:
            case ("amount", value):
                self.amount = value
            case "switch":
                self.on = not self.on
            case ("pillar", value):
                self.pillar = value
            case ("card", name):
                self.chosen ^= {name}
            case "ask":
                return Push(Question())
        return None

    def build(self, ui: Any) -> w.Widget:
        return w.Column(
            self._head(),
            w.Grid(*[w.Meter(view, ("why", view.id)) for view in METERS], least_width=190),
            w.Split(w.Scroll(self._cards(), "cards"), w.Scroll(self._side(), "side")),
            pad=20,
            gap=16,
        )

    def _head(self) -> w.Widget:
        return w.Row(
            w.Label("Fjellvik kommune", "heading"),
            w.Spacer(),
            w.IconButton("Innstillinger", "settings", "settings"),
            w.Button("Hvorfor?", "why", icon="why", key="H"),
            w.Button("Lås valgene", "ask", "primary", icon="lock", key="L"),
        )

    def _cards(self) -> w.Widget:
        choices = (("all", "Alle"), ("full_time", "Heltid og nærvær"), ("innovation", "Nytt"))
        cards = [self._card(str(number)) for number in range(5)]
        return w.Column(
            w.Choice("Vis tiltak", choices, self.pillar, lambda value: ("pillar", value)),
            w.Grid(*cards, least_width=270, gap=16),
            w.Chart(_chart, "Folk på jobb", height=160),
            w.Picture(_flat_picture, "Byen", height=160, lines=("Lyset er på.",)),
        )

    def _card(self, name: str) -> w.Widget:
        body = w.Column(
            w.Row(w.Icon("rota", 22, "full_time", plate=True), w.Label("Årsturnus", "title")),
            w.Label(LONG, tone="muted"),
            w.Flow(w.Tag("Folk på jobb", "accent", "sign-up"), w.Tag("trolig")),
            w.Row(w.Label("2 mill. kr", "strong"), w.Spacer(), w.Label("1", "strong")),
        )
        return w.Card(
            body,
            ("card", name),
            label=f"Årsturnus {name}",
            selected=name in self.chosen,
            edge="full_time",
            name=f"card {name}",
            key=name,
        )

    def _side(self) -> w.Widget:
        return w.Panel(
            w.Column(
                w.Label("Budsjett", "title"),
                w.Slider("Lønnstillegg", 0, 60, 5, self.amount, f"{self.amount:.0f} tusen kr",
                         lambda value: ("amount", value)),
                w.Switch("Mønstre på farger", self.on, "switch"),
                w.Divider(),
                w.Flow(w.Tag("BRA", "good"), w.Tag("OK", "ok"), w.Tag("KRISE", "crisis")),
                w.Bar(40, label="Fond", value_text="40 %"),
                w.Flow(
                    w.Button("Angre", "undo", key="Z"),
                    w.Button("Parker", "park", key="X", enabled=False, why_not="Ett kort i året."),
                    w.Button("Slett", "delete", "danger"),
                    w.Button("Les mer", "more", "quiet"),
                ),
            )
        )  # fmt: skip


def _chart(width: int, height: int) -> DisplayList:
    bars = tuple(Rect(i * 40.0, 20.0, 30.0, 80.0, "series1") for i in range(3))
    places = tuple(Box(bar.x, bar.y, bar.width, bar.height) for bar in bars)
    points = (("2026", "91 %"), ("2027", "92 %"), ("2028", "93 %"))
    words = (TextItem(4.0, 10.0, "Folk", 14),)
    return DisplayList(float(width), float(height), bars + words, "Folk", "Opp", points, places)


def _flat_picture(size: tuple[int, int]) -> pygame.Surface:
    picture = pygame.Surface(size).convert()
    picture.fill((120, 160, 200))
    return picture
