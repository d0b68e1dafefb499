"""A game being played: its scenario, its seed and every action so far.

Undo, rerun and what-if are all the same thing: the actions, played again from a year's start.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from game.content.scenario import Scenario
from game.engine.action import Action
from game.engine.apply import Applied, Refused, apply
from game.engine.game_state import GameState, Phase
from game.engine.setup import Setup
from game.engine.snapshot import Plain, from_snapshot
from game.engine.start import new_game

Listener = Callable[["Session"], None]


@dataclass(frozen=True)
class Taken:
    """An action and the year it was taken in."""

    year: int
    action: Action


@dataclass
class Session:
    """One game in progress. `state` moves only through `do`, `undo` and `rerun_from`."""

    scenario: Scenario
    seed: int
    state: GameState
    taken: list[Taken] = field(default_factory=list)
    year_starts: dict[int, GameState] = field(default_factory=dict)
    listeners: list[Listener] = field(default_factory=list)
    base: Plain | None = None
    """The snapshot the actions start from, in a game opened under changed rules."""

    def do(self, action: Action) -> Applied | Refused:
        """Take an action and tell the listeners, unless it was refused."""
        result = apply(self.state, action, self.scenario)
        if isinstance(result, Applied):
            self.taken.append(Taken(self.state.year, action))
            self._move_to(result.state)
            self._tell()
        return result

    def can_undo(self) -> bool:
        """Whether something of this year can be taken back: not once the year has passed."""
        open_phases = (Phase.PICTURE, Phase.EVENT, Phase.MEASURES)  # what the council said, stands
        acted = bool(self.taken) and self.taken[-1].year == self.state.year
        return acted and self.state.phase in open_phases

    def undo(self) -> bool:
        """Take back the last action of this year. False when there is none."""
        if not self.can_undo():
            return False
        self.taken.pop()
        self._replay_year(self.state.year)
        self._tell()
        return True

    def rerun_from(self, year: int) -> Session:
        """The same game up to the start of `year`, open to be played otherwise."""
        kept = [entry for entry in self.taken if entry.year < year]
        actions = [entry.action for entry in kept]
        return replayed(self.scenario, self.seed, actions, self.base, self.setup)

    @property
    def setup(self) -> Setup:
        """What was decided before the first year."""
        return self.state.setup

    @property
    def turn_start(self) -> GameState:
        """The state at the beginning of the turn that is played, or that has just passed."""
        return self.year_starts[max(year for year in self.year_starts if year <= self.state.year)]

    def _replay_year(self, year: int) -> None:
        self.state = self.year_starts[year]
        for entry in [entry for entry in self.taken if entry.year == year]:
            result = apply(self.state, entry.action, self.scenario)
            assert isinstance(result, Applied)  # it was applied before, from the same state
            self.state = result.state

    def _move_to(self, state: GameState) -> None:
        if state.phase is Phase.PICTURE and state.year not in self.year_starts:
            self.year_starts[state.year] = state
        self.state = state

    def _tell(self) -> None:
        for listener in self.listeners:
            listener(self)


def new_session(scenario: Scenario, seed: int, setup: Setup | None = None) -> Session:
    """A game at its first picture."""
    state = new_game(scenario, seed, setup)
    return Session(scenario, seed, state, year_starts={state.year: state})


def session_from(scenario: Scenario, base: Plain) -> Session:
    """A game that goes on from a snapshot."""
    state = from_snapshot(base, scenario)
    return Session(scenario, state.seed, state, year_starts={state.year: state}, base=base)


def replayed(
    scenario: Scenario,
    seed: int,
    actions: list[Action],
    base: Plain | None = None,
    setup: Setup | None = None,
) -> Session:
    """A session with these actions taken, from the opening or from `base`.

    Raises ValueError at an action that is refused.
    """
    session = session_from(scenario, base) if base else new_session(scenario, seed, setup)
    for number, action in enumerate(actions):
        result = session.do(action)
        if isinstance(result, Refused):
            raise ValueError(f"handling {number + 1} ble avvist: {result.reason.value}")
    return session
