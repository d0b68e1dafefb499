"""The small frozen pieces that every view is made of; all texts are finished, colours are meanings.

Made by the builders in this package; drawn by charts, the desktop and (later) web pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Band = Literal["good", "ok", "crisis"]
Meaning = Literal["good", "bad", "neutral"]
Arrow = Literal["up", "down", "flat"]


@dataclass(frozen=True)
class MeterView:
    """One of the five headline meters; `value` is 0-100 for the bar, words come first."""

    id: str
    name: str
    question: str
    value: float
    previous: float | None
    value_text: str
    band: Band
    band_text: str
    arrow: Arrow
    change_text: str
    change_word: str


@dataclass(frozen=True)
class HoursPart:
    """A piece of one of the two bars of Timeregnskapet, in full-time equivalents."""

    id: str
    label: str
    fte: float
    text: str
    kind: Literal["own", "hired", "missing", "need", "saved"]


@dataclass(frozen=True)
class HoursView:
    """Timeregnskapet: the hours we have against the hours we need."""

    have: tuple[HoursPart, ...]
    need: tuple[HoursPart, ...]
    total_have: float
    total_need: float
    sentence: str
    formula: tuple[str, ...]


@dataclass(frozen=True)
class EffectView:
    """What a choice is expected to do to one quantity, shown before the choice.

    `strength` is 1-3 by its size in the quantity's own points.
    """

    name: str
    direction: Literal["up", "down"]
    strength: int
    delay_text: str
    meaning: Meaning
    because: str
    condition: str = ""
    """«hvis …»: what must hold before it comes."""


@dataclass(frozen=True)
class ReactionView:
    """Something the picture of the town shows; `line` is its sentence in «Hva ser vi?»."""

    id: str
    level: float
    line: str


@dataclass(frozen=True)
class TownView:
    """All that the picture of the town has to show this year."""

    reactions: tuple[ReactionView, ...]

    def levels(self) -> dict[str, float]:
        """Reaction id to level, as the painter wants it."""
        return {reaction.id: reaction.level for reaction in self.reactions}


@dataclass(frozen=True)
class PipelineItem:
    """An effect on its way («I røret»)."""

    year: int
    text: str
    icon: str
    meaning: Meaning


@dataclass(frozen=True)
class BarView:
    """One cause in a waterfall; `cause` is the author's «because», empty for a plain factor."""

    label: str
    amount: float
    text: str
    meaning: Meaning
    since: str
    cause: str


@dataclass(frozen=True)
class WaterfallView:
    """«Hvorfor?»: from the value of last year to this year's, cause by cause."""

    title: str
    unit: str
    start: float
    end: float
    start_text: str
    end_text: str
    bars: tuple[BarView, ...]
    sentence: str
    start_label: str = ""
    """What the first and last total are called, when not «Før» and «Nå»."""
    end_label: str = ""


@dataclass(frozen=True)
class SeriesView:
    """A line through the years, with or without the players."""

    label: str
    years: tuple[int, ...]
    values: tuple[float, ...]
    style: Literal["with", "without"]


@dataclass(frozen=True)
class PyramidView:
    """The population by sex in five-year age groups."""

    title: str
    men: tuple[float, ...]
    women: tuple[float, ...]
    labels: tuple[str, ...]
    year: int
