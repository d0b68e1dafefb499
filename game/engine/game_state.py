"""Everything about one game at one moment. Frozen: the only way to another is `apply`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from game.engine.happening import Happening, Push
from game.engine.later import Promise
from game.model.lanes import State
from game.model.parameter_set import Parameters
from game.model.year import Year


class Phase(Enum):
    """The phases of a year, in order; after the last report the game is over."""

    PICTURE = "picture"
    EVENT = "event"
    MEASURES = "measures"
    PASSING = "passing"
    REPORT = "report"
    OVER = "over"


@dataclass(frozen=True)
class Chosen:
    """Something decided in a locked year: a measure's id, or `event.option`."""

    year: int
    what: str


@dataclass(frozen=True)
class Project:
    """A decision that holds effort until it is finished."""

    what: str
    effort: int
    until: int
    """The first year it no longer holds."""


@dataclass(frozen=True)
class Bill:
    """A yearly cost that was promised."""

    what: str
    nok: float
    first: int
    until: int | None
    """The first year without it; None for as long as the game lasts."""


@dataclass(frozen=True)
class Record:
    """What is remembered of a finished year: every variable by name, as it was."""

    year: int
    values: Mapping[str, float]


@dataclass(frozen=True)
class GameState:
    """One game. `municipality` is the start of `year`, or its end once the year has passed."""

    seed: int
    year: int
    first_year: int
    last_year: int
    phase: Phase
    municipality: State
    parameters: Parameters
    latest: Year
    """The year that was run last; before the first, the first year as it would be at rest."""
    earlier: Year
    """The year before `latest`."""
    records: tuple[Record, ...]
    """The opening, then one for each finished year."""
    queue: tuple[Promise, ...] = ()
    projects: tuple[Project, ...] = ()
    bills: tuple[Bill, ...] = ()
    chosen: tuple[Chosen, ...] = ()
    seen: tuple[Chosen, ...] = ()
    """Events that have happened, with the year."""
    event: str | None = None
    option: str | None = None
    table: tuple[str, ...] = ()
    picked: tuple[str, ...] = ()
    pushes: tuple[Push, ...] = ()
    """What was pushed in the year run last, by cause."""
    earlier_pushes: tuple[Push, ...] = ()
    happenings: tuple[Happening, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether the last report has been read."""
        return self.phase is Phase.OVER

    @property
    def index(self) -> int:
        """Years since the first."""
        return self.year - self.first_year

    @property
    def now(self) -> Mapping[str, float]:
        """The variables as they stood when the last year ended (or at the opening)."""
        return self.records[-1].values
