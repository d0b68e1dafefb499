"""On the stand a turn is A or B: which answer to an event ends better, and where?

In every turn of some games each event that could have come is put in the place of the one that
came, and answered both ways. All the rest is luck: what is answered later, and the luck of the
years from there on. Only then is the event judged in many places, years and courses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.content.effects import Condition
from game.content.scenario import Event, Scenario
from game.engine.deal import event_of_turn, options_open
from game.engine.game_state import Chosen, GameState
from game.engine.session import Session
from game.engine.turn import METERS
from game.engine.what_if.lane_luck import ManyFutures
from game.engine.what_if.lanes import Lanes, replay
from game.engine.what_if.story import Has, Story, story_between
from game.lab.balance.games import a_session, scenario_of, seeds_from
from game.lab.players import PLAYERS, play
from game.lab.score import END_YEARS, on_one_scale
from game.model.lanes import Array

PRESET = "stand"
FIRST_SEED, APART = 20_000, 1_000
"""No two places share a seed: events come in the same order wherever the luck is the same."""
EACH = 5
"""Games in one task."""
FUTURES = 6
"""Courses that each event of each turn is judged in."""
BOTH = 2
ANSWER_SLOT = 4
"""The slot of an event's own stream that the players of the lab answer by."""
NEEDS_MORE = ("trials_waiting", "broken_pledges")
"""What only cards and the council can set."""
Wins = dict[str, tuple[int, int]]
"""By event: how often A ended better, and how often B."""


@dataclass(frozen=True)
class Judged:
    """One event in one turn of one game: the mean of the meters at the end, A less B."""

    event: str
    place: str
    year: int
    apart: Array
    """One for each future."""


@dataclass(frozen=True)
class Answers:
    """Some games on the stand in one place."""

    place: str
    seeds: tuple[int, ...]

    def work(self) -> Wins:
        """Play each of them, and count which answers ended better."""
        found: Wins = {}
        for seed in self.seeds:
            session = play(a_session(self.place, seed, PRESET), PLAYERS["random"])
            for one in judged_in(session):
                a, b = found.get(one.event, (0, 0))
                better, worse = int((one.apart > 0.0).sum()), int((one.apart < 0.0).sum())
                found[one.event] = a + better, b + worse
        return found

    @property
    def weight(self) -> float:
        """About how long it takes, in games."""
        return 1.0 * len(self.seeds)


def answers(places: Sequence[str], games: int) -> list[Answers]:
    """Tasks for so many games in each place."""
    return [
        Answers(place, seeds_from(FIRST_SEED + APART * number + first, min(EACH, games - first)))
        for number, place in enumerate(places)
        for first in range(0, games, EACH)
    ]


def together(parts: Sequence[Wins]) -> Wins:
    """All games."""
    found: Wins = {}
    for part in parts:
        for event, (a, b) in part.items():
            old_a, old_b = found.get(event, (0, 0))
            found[event] = (old_a + a, old_b + b)
    return found


def never_on_the_stand(places: Sequence[str]) -> frozenset[str]:
    """The events that wait for a card, a trial or the council, which the stand does not have."""
    events = [event for place in places for event in scenario_of(place).events]
    return frozenset(
        e.id for e in events if e.council or any(_needs_more(one, events) for one in e.when)
    )


def _needs_more(condition: Condition, events: Sequence[Event]) -> bool:
    if condition.any:
        return all(_needs_more(part, events) for part in condition.any)
    if condition.chose is not None:
        event, _, option = condition.chose.partition(".")
        first = [o.id for e in events if e.id == event for o in e.choices[:BOTH]]
        return option not in first
    return condition.variable in NEEDS_MORE


def judged_in(session: Session, futures: int = FUTURES) -> Iterator[Judged]:
    """Every event that each turn of a played game could have begun with, answered both ways."""
    for start in session.year_starts.values():
        events = could_come(start, session.scenario)
        if events:
            turn = _Turn(start, session, events, futures)
            for event, apart in zip(events, turn.apart(), strict=True):
                yield Judged(event.id, session.scenario.id, start.year, apart)


def could_come(state: GameState, scenario: Scenario) -> list[Event]:
    """The events that a turn could begin with, were no other in the way."""
    return [
        event
        for event in scenario.events
        if event_of_turn(state, scenario.model_copy(update={"events": (event,)}))
        and len(options_open(event, state)) == BOTH
    ]


class _Turn:
    """Each event that could come this turn, both ways, in lanes: `(event, answer, future)`."""

    def __init__(
        self, start: GameState, session: Session, events: Sequence[Event], futures: int
    ) -> None:
        self.events, self.futures = events, futures
        told = story_between(session.scenario, start, session.state)
        by_id = {event.id: event for event in session.scenario.events}
        weight = start.setup.preset.weight
        asked = [Chosen(start.year, event.id) for event in events]
        later = [entry for entry in told.happened if entry.year > start.year]
        options = [[option.id for option in options_open(event, start)] for event in events] + [
            [option.id for option in by_id[entry.what].choices[:BOTH]] for entry in later
        ]
        happened = (*asked, *later)
        decided = tuple(
            Chosen(entry.year, f"{entry.what}.{id_}", weight)
            for entry, ids in zip(happened, options, strict=True)
            for id_ in ids
        )
        self.story: Story = replace(told, decided=decided, happened=happened)

    def apart(self) -> Array:
        """The mean of the meters at the end with A less that with B, `(event, future)`."""
        events, futures = len(self.events), self.futures
        luck = ManyFutures(self.story.start.seed, futures, BOTH * events)
        found = replay(self.story, Lanes(self._has(luck), luck, apart=True), METERS)
        ends = on_one_scale(found.values)[-END_YEARS:].mean(axis=(0, 1))
        by_answer = np.asarray(ends).reshape(events, BOTH, futures)
        return np.asarray(by_answer[:, 0] - by_answer[:, 1])

    def _has(self, luck: ManyFutures) -> Has:
        """Each lane has its own event and answer, and its future's answers to those later."""
        events, futures, happened = len(self.events), self.futures, self.story.happened
        came = np.zeros((len(happened), events, BOTH, futures), dtype=bool)
        given = np.zeros((len(happened), BOTH, events, BOTH, futures), dtype=bool)
        for row, entry in enumerate(happened):
            if row < events:
                came[row, row] = True
                for answer in range(BOTH):
                    given[row, answer, row, answer] = True
                continue
            # what has come once does not come again in the same game
            again = [entry.what != event.id or not event.once for event in self.events]
            came[row] = np.array(again)[:, None, None]
            draws = luck.fractions(entry.year, entry.what, ANSWER_SLOT)[:futures]
            second = draws * BOTH >= 1.0
            given[row] = came[row] & (second == np.arange(BOTH)[:, None, None, None])
        lanes = events * BOTH * futures
        return np.concatenate([given.reshape(-1, lanes), came.reshape(-1, lanes)])
