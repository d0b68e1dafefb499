"""What a game was made of: where it began, what was chosen, and which events came."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from game.content.scenario import Scenario
from game.engine.game_state import Chosen, GameState
from game.engine.session import Session

Has = NDArray[np.bool_]
"""What each lane has of a story, `(thing, lane)`: rows in the order of `Story.things`."""


@dataclass(frozen=True)
class Story:
    """Everything that set a game's course from `start` to `last_year`.

    `decided` are the players' choices (a measure, or `event.option`) and `happened` the events,
    both in the order of the years. What was decided before `start` lies in its own queue.
    """

    scenario: Scenario
    start: GameState
    decided: tuple[Chosen, ...]
    happened: tuple[Chosen, ...]
    last_year: int

    @cached_property
    def things(self) -> tuple[Chosen, ...]:
        """All that a lane may have or lack: the choices, then the events."""
        return self.decided + self.happened

    @property
    def years(self) -> range:
        """The years that were run."""
        return range(self.start.year, self.last_year + 1)

    def with_choices(self, kept: Has) -> Has:
        """Lanes with these choices `(choice, lane)` and every event."""
        return np.concatenate([kept, np.ones((len(self.happened), kept.shape[1]), dtype=bool)])

    def everything(self, lanes: int = 1) -> Has:
        """Lanes with every choice and every event: the game as it was."""
        return np.ones((len(self.things), lanes), dtype=bool)


def story_of(session: Session) -> Story:
    """The finished years of a game, from where the session began."""
    start = session.year_starts[min(session.year_starts)]
    return story_between(session.scenario, start, session.state)


def story_between(scenario: Scenario, start: GameState, end: GameState) -> Story:
    """The finished years from the beginning of one year to a later state of the same game."""
    return Story(
        scenario=scenario,
        start=start,
        decided=tuple(entry for entry in end.chosen if entry.year >= start.year),
        happened=tuple(entry for entry in end.seen if entry.year >= start.year),
        last_year=end.records[-1].year,
    )
