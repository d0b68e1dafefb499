"""What the scenes of a year share: meters on top, what to do at the bottom, and the common keys."""

from __future__ import annotations

from typing import Any

from game.desktop import widgets as w
from game.desktop.scene import Answer, Push, Scene, ShowHelp, ShowTerms
from game.desktop.scenes.gauge import gauges
from game.desktop.scenes.marks import Steps

PAD, GAP = 18, 12
LOW = 680  # dp
STEPS = ("picture", "event", "measures", "passing", "report")
ANSWERS_ONLY = ("picture", "event", "passing", "report")
"""The steps when answers are all there is to choose: no measures are laid on the table."""
FORWARD, BACKWARD = ("page down",), ("page up",)  # a teacher's clicker


class GameScene(Scene):
    """A scene of the game that is being played."""

    step = "picture"
    gap = GAP

    def __init__(self, play: Any) -> None:
        self.play = play

    @property
    def is_low(self) -> bool:
        """Whether the window is so low that the least important must give way."""
        return bool(self.ui.height_dp < LOW)

    @property
    def game(self) -> Any:
        """The game that is being played."""
        return self.play.game

    # Intents

    def handle(self, intent: Any) -> Answer:
        """What every scene of a year answers the same way; `own` takes the rest."""
        t = self.ui.t
        match intent:
            case "go_on":
                return self.go_on()
            case "undo":
                return self.game.undo(t)
            case "back":
                return self.game.back(t)
            case "pause":
                return Push(self._pause())
            case ("why", meter):
                return Push(self._why(meter))
            case "future":
                return Push(self._future())
            case "leave":
                return self.play.leave()
            case "help":
                return ShowHelp()
        return self.own(intent)

    def own(self, intent: Any) -> Answer:
        """Answers an intent of the scene's own."""
        return None

    def go_on(self) -> Answer:
        """The primary button."""
        return self.game.go_on(self.ui.t)

    def _why(self, meter: str) -> Scene:
        from game.desktop.scenes.why import WhyDialog

        return WhyDialog(self.game, meter)

    def _future(self) -> Scene:
        from game.desktop.scenes.future import FutureDialog

        return FutureDialog(self.game, self._asked())

    def _pause(self) -> Scene:
        from game.desktop.scenes.pause import PauseDialog

        return PauseDialog()

    def on_escape(self) -> Any:
        """Back a step while the year is open, else the pause menu."""
        return "back" if self.game.can_go_back() else "pause"

    def on_key(self, name: str) -> Any:
        """Page keys are the next and previous step, as a teacher's clicker sends them."""
        if name in FORWARD:
            return "go_on"
        if name == "h" and self.ui.settings.single_keys and self._has_why():
            return ("why", self._asked())
        return "back" if name in BACKWARD and self.game.can_go_back() else None

    def _has_why(self) -> bool:
        """A change can be explained from the second year on."""
        return self.game.state.index > 0

    def _asked(self) -> str:
        """The meter that has focus, else the first."""
        held = self.ui.focus
        is_meter = held is not None and held.name.startswith("meter:")
        return str(held.name.partition(":")[2]) if is_meter else "staffing"

    # Pictures

    def page(self, meters: Any, *middle: w.Widget | None, foot: w.Widget) -> w.Widget:
        """Meters, the middle and the foot, in their fixed places."""
        return w.Column(meters, *middle, foot, pad=PAD, gap=self.gap)

    def meters(self, views: Any, low: bool = False) -> w.Widget:
        """The five meters; pressing one asks why it moved."""
        intent_of = (lambda id_: ("why", id_)) if self._has_why() else None
        return gauges(self.ui, views, intent_of, low=low)

    def foot(self, primary: w.Widget, *others: w.Widget | None) -> w.Widget:
        """Menu and help to the left, the steps of the year, and the primary button to the right."""
        ui = self.ui
        menu = w.Row(
            w.IconButton(ui.t("scene.menu"), "menu", "pause", name="menu"),
            w.IconButton(ui.t("scene.help"), "help", "help", name="help"),
            w.IconButton(ui.t("terms.title"), "book-open", ShowTerms(), name="terms"),
            gap=2,
        )
        if ui.columns == 1:
            return w.Column(primary, *others, menu, gap=10)
        steps = self._steps() if self.step and ui.width_dp >= 1000 else None
        return w.Row(menu, w.Spacer(), steps, w.Spacer(), *others, primary, gap=8)

    def _steps(self) -> w.Widget | None:
        short = self.game.state.setup.preset.answers_only
        steps = ANSWERS_ONLY if short else STEPS
        if self.step not in steps:
            return None
        passing = "passing.years" if self.game.state.turn_years > 1 else "passing"
        names = tuple(
            self.ui.t(f"scene.step.{passing if step == 'passing' else step}") for step in steps
        )
        return Steps(names, steps.index(self.step))
