"""Everything about one game at one moment. Frozen: the only way to another is `apply`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from game.engine.happening import Happening, Push
from game.engine.later import Promise
from game.engine.setup import Setup
from game.model.lanes import State
from game.model.parameter_set import Parameters
from game.model.year import Year


class Phase(Enum):
    """The phases of a year, in order; after the last report the game is over."""

    PICTURE = "picture"
    EVENT = "event"
    MEASURES = "measures"
    COUNCIL = "council"
    PASSING = "passing"
    REPORT = "report"
    OVER = "over"


@dataclass(frozen=True)
class Chosen:
    """Something decided in a locked year: a card, `card.step`, `event.option`, or by the rules.

    `weight` is how many times as strong it works for how it was decided; `delay` is how many years
    later (or, below zero, sooner) than written. `involved` says that the unions were asked early.
    """

    year: int
    what: str
    weight: float = 1.0
    delay: int = 0
    involved: bool = False


@dataclass(frozen=True)
class Project:
    """A decision that holds effort until it is finished."""

    what: str
    effort: int
    until: int | None
    """The first year it no longer holds; None for a trial that nobody has finished."""


@dataclass(frozen=True)
class Bill:
    """A yearly cost that was promised."""

    what: str
    nok: float
    first: int
    until: int | None
    """The first year without it; None for as long as the game lasts."""


@dataclass(frozen=True)
class Prepared:
    """How a case for the council is made ready: with the unions early, and with a hearing or not.

    Without a hearing it takes the quick road.
    """

    what: str
    involve: bool = False
    hearing: bool = False


@dataclass(frozen=True)
class Offer:
    """What a group wants for its votes: a smaller case, or a promise of a card from a pillar."""

    party: str
    kind: str
    """`smaller` or `pledge`."""
    pillar: str = ""


@dataclass(frozen=True)
class Vote:
    """What the council said to a case. `yes` are seats by group, in the order of `PARTIES`."""

    what: str
    yes: tuple[int, ...]
    needed: int
    offer: Offer | None = None
    answer: str = ""
    """`accept`, `fight` or `withdraw`, once an offer is answered."""

    @property
    def carried(self) -> bool:
        """Whether the case goes through."""
        if self.answer in ("accept", "withdraw"):
            return self.answer == "accept"
        return sum(self.yes) >= self.needed

    @property
    def waits(self) -> bool:
        """Whether an answer is needed before the year can pass."""
        return self.offer is not None and not self.answer


@dataclass(frozen=True)
class Pledge:
    """A promise to a group: a card from a pillar before the year `until` is out."""

    party: str
    pillar: str
    year: int
    until: int
    kept: bool | None = None
    """None while it is still open."""


@dataclass(frozen=True)
class Goal:
    """One of the three goals of the strategy, and the role that answers for it."""

    id: str
    owner: str


@dataclass(frozen=True)
class Special:
    """A role's own card, used once. `what` is the decision it was used on, if any."""

    role: str
    year: int
    what: str = ""


@dataclass(frozen=True)
class Guess:
    """What the players thought moved a meter most, before they were told."""

    year: int
    meter: str
    cause: str


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
    setup: Setup
    turns: tuple[int, ...]
    """The years of each turn."""
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
    parked: str | None = None
    """A card that is kept for the next turn."""
    prepared: tuple[Prepared, ...] = ()
    votes: tuple[Vote, ...] = ()
    """What the council said this turn."""
    cases: int = 0
    """How many cases the council has had."""
    seats: tuple[int, ...] = ()
    """By group, in the order of `PARTIES`."""
    pledges: tuple[Pledge, ...] = ()
    goals: tuple[Goal, ...] = ()
    goals_since: int | None = None
    revised: bool = False
    """Whether the strategy was changed this turn."""
    lead: str | None = None
    """The area of leadership that is practised this turn."""
    specials: tuple[Special, ...] = ()
    deep_dive: str | None = None
    guesses: tuple[Guess, ...] = ()
    pushes: tuple[Push, ...] = ()
    """What was pushed in the year run last, by cause."""
    earlier_pushes: tuple[Push, ...] = ()
    happenings: tuple[Happening, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether the last report has been read."""
        return self.phase is Phase.OVER

    @property
    def turn(self) -> int:
        """The number of the turn, from 0."""
        left, number = self.year - self.first_year, 0
        while number < len(self.turns) - 1 and left >= self.turns[number]:
            left -= self.turns[number]
            number += 1
        return number

    @property
    def turn_years(self) -> int:
        """How many years the turn takes."""
        return self.turns[self.turn]

    def uses_special(self, role: str, what: str) -> bool:
        """Whether a role has used its own card on this decision this turn."""
        return Special(role, self.year, what) in self.specials

    @property
    def opening(self) -> Mapping[str, float]:
        """The variables on the day the game began."""
        return self.records[0].values

    @property
    def index(self) -> int:
        """Years since the first."""
        return self.year - self.first_year

    @property
    def now(self) -> Mapping[str, float]:
        """The variables as they stood when the last year ended (or at the opening)."""
        return self.records[-1].values
