"""How a game is played: its length, how hard it is, and the place and luck of the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from game.content.presets import Preset, preset
from game.model.draws import chance

USUAL_PRESET = "free"
TODAY = "place of the day"


class Difficulty(Enum):
    """How much there is to spend, and how people feel on the first day."""

    CALM = "calm"
    USUAL = "usual"
    TOUGH = "tough"


ROOM_FACTOR = {Difficulty.CALM: 1.25, Difficulty.USUAL: 1.0, Difficulty.TOUGH: 0.8}
SOFT_SHIFT = {Difficulty.CALM: 3.0, Difficulty.USUAL: 0.0, Difficulty.TOUGH: -5.0}
"""Points added to trust and well-being on the first day."""


def _usual() -> Preset:
    return preset(USUAL_PRESET)


@dataclass(frozen=True)
class Setup:
    """What is decided before the first year."""

    preset: Preset = field(default_factory=_usual)
    difficulty: Difficulty = Difficulty.USUAL

    @classmethod
    def of(cls, preset_id: str = USUAL_PRESET, difficulty: str = Difficulty.USUAL.value) -> Setup:
        """From the words of a save or a command. Raises KeyError or ValueError."""
        return cls(preset(preset_id), Difficulty(difficulty))

    @property
    def room_factor(self) -> float:
        """How many times the usual room to act there is."""
        return ROOM_FACTOR[self.difficulty]


def place_of_the_day(day: date, scenario_ids: Sequence[str]) -> tuple[str, int]:
    """«Dagens kommune»: the same place and the same luck for all who play on a day."""
    seed = day.toordinal()
    order = sorted(scenario_ids)
    return order[int(chance(seed, 0, TODAY) * len(order))], seed
