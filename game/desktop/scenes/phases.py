"""Which scene belongs to which phase."""

from __future__ import annotations

from typing import Any

from game.desktop.scene import Scene
from game.desktop.scenes.council import CouncilScene
from game.desktop.scenes.ending import EndScene
from game.desktop.scenes.event import EventScene
from game.desktop.scenes.measures import MeasuresScene
from game.desktop.scenes.passing import PassingScene
from game.desktop.scenes.report import ReportScene
from game.desktop.scenes.strategy import PictureWithGoals
from game.engine.game_state import Phase

SCENES: dict[Phase, type[Scene]] = {
    Phase.PICTURE: PictureWithGoals,
    Phase.EVENT: EventScene,
    Phase.MEASURES: MeasuresScene,
    Phase.COUNCIL: CouncilScene,
    Phase.PASSING: PassingScene,
    Phase.REPORT: ReportScene,
    Phase.OVER: EndScene,
}


def scene_of(phase: Phase, play: Any) -> Scene:
    """A fresh scene for a phase of the game that is being played."""
    return SCENES[phase](play)  # type: ignore[call-arg]
