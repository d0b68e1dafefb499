"""What the stand shows while nobody plays: the town through the year, and a question."""

from __future__ import annotations

from typing import Any

from game.content.load import load_scenario
from game.content.scenario import Event, Scenario
from game.desktop import widgets as w
from game.desktop.scene import Answer, Scene
from game.desktop.scenes.marks import Cap

SLIDE_SECONDS = 6.0
QUESTIONS = ("weekend_gap", "water_park", "cyber_attack", "snow_chaos", "missing_bus")
"""Five questions of the game that need no explanation; the loop lasts half a minute."""
LOOKS = (
    {"season": 0.25, "evening": 0.5},
    {"season": 0.25, "evening": 0.0, "playground": 0.9},
    {"season": 0.5, "evening": 0.5},
    {"season": 0.75, "evening": 1.0, "snow": 0.8},
    {"season": 0.0, "evening": 0.0, "benches": 0.8},
)


class AttractScene(Scene):
    """The town fills the window. Whatever is pressed begins a game."""

    first_focus = "begin"

    def __init__(self, play: Any) -> None:
        self.play = play
        self._slide = 0
        self._scenario: Scenario | None = None

    def turn(self, now: float) -> None:
        """Shows the slide of this moment; a still picture where motion is not wanted."""
        is_still = self.ui.settings.motion == "off"
        wished = 0 if is_still else int(now / SLIDE_SECONDS) % len(QUESTIONS)
        if wished != self._slide:
            self._slide = wished
            self.ui.rebuild()

    def handle(self, intent: Any) -> Answer:
        started: Answer = self.play.begin() if intent == "begin" else None
        return started

    def build(self, ui: Any) -> w.Widget:
        self._scenario = self._scenario or load_scenario(self.play.place)
        self.title = ui.t("stand.title")
        town = self.play.town.of_levels(
            ui, LOOKS[self._slide], ui.t("scene.town.label"), rounded=False,
            landscape=self._scenario.municipality.landscape,
        )  # fmt: skip
        page = w.Column(
            w.Row(self._plate(ui), w.Spacer()),
            w.Spacer(),
            self._question(ui),
            self._begin(ui),
            pad=32,
            gap=20,
        )
        return w.Stack(town, page)

    def _plate(self, ui: Any) -> w.Widget:
        assert self._scenario is not None
        name = self._scenario.municipality.name
        words = w.Column(
            w.Label(ui.t("interface.game_title"), "display"),
            w.Label(ui.t("stand.where", name=name), "title", "muted"),
            gap=0,
        )
        return w.Panel(words, pad=20)

    def _question(self, ui: Any) -> w.Widget:
        event = self._event()
        told = w.Column(
            w.Label(ui.t.pick(event.text), "heading"),
            w.Label(ui.t("stand.you"), "display", "accent"),
            self._answers(ui, event),
            gap=10,
        )
        return w.Row(w.Sized(w.Panel(told, pad=24), most_width=900), w.Spacer())

    def _answers(self, ui: Any, event: Event) -> w.Widget:
        pairs = zip("AB", event.choices, strict=False)
        rows = [
            w.Row(Cap(letter, on=True), w.Label(ui.t.pick(answer.label), "title"), gap=12)
            for letter, answer in pairs
        ]
        return w.Flow(*rows, gap=24)

    def _event(self) -> Event:
        """A real question of the game; each slide its own."""
        assert self._scenario is not None
        known = {event.id: event for event in self._scenario.events}
        return known.get(QUESTIONS[self._slide], self._scenario.events[0])

    def _begin(self, ui: Any) -> w.Widget:
        words = w.Panel(w.Label(ui.t("stand.how"), "strong"), pad=12)
        begin = w.Button(ui.t("stand.begin"), "begin", "primary", icon="play", name="begin")
        if ui.columns == 1:
            return w.Column(begin, words)
        return w.Row(words, w.Spacer(), w.Sized(begin, width=300), gap=16, align="center")
