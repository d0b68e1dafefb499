"""On the stand a turn is A or B: which answer to an event ended better in that game?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.content.scenario import Scenario
from game.engine.game_state import Chosen
from game.engine.turn import METERS
from game.engine.what_if.lanes import Lanes, replay
from game.engine.what_if.story import Has, Story, story_of
from game.lab.balance.games import a_session, seeds_from
from game.lab.players import PLAYERS, play
from game.lab.score import END_YEARS, on_one_scale

PRESET = "stand"
FIRST_SEED = 20_000
EACH = 10
"""Games in one task."""
Wins = dict[str, tuple[int, int]]
"""By event: how often A ended better, and how often B."""


@dataclass(frozen=True)
class Answers:
    """Some games on the stand in one place."""

    place: str
    seeds: tuple[int, ...]

    def work(self) -> Wins:
        """Play each of them, and each of its events both ways."""
        found: Wins = {}
        for seed in self.seeds:
            session = play(a_session(self.place, seed, PRESET), PLAYERS["random"])
            for event, a_is_better in _both_ways(story_of(session), session.scenario).items():
                a, b = found.get(event, (0, 0))
                found[event] = (a + a_is_better, b + (not a_is_better))
        return found

    @property
    def weight(self) -> float:
        """About how long it takes, in games."""
        return 0.5 * len(self.seeds)


def answers(places: Sequence[str], games: int) -> list[Answers]:
    """Tasks for so many games in each place."""
    return [
        Answers(place, seeds_from(FIRST_SEED + first, min(EACH, games - first)))
        for place in places
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


def _both_ways(story: Story, scenario: Scenario) -> dict[str, bool]:
    """For each event of a game, whether A ended better than B with all the rest as it was."""
    given = {entry.what.partition(".")[0]: entry for entry in story.decided}
    options = {event.id: [o.id for o in event.choices[:2]] for event in scenario.events}
    asked = [entry for entry in story.happened if entry.what in given]
    weight = story.start.setup.preset.weight
    pairs = [
        Chosen(event.year, f"{event.what}.{id_}", weight)
        for event in asked
        for id_ in options[event.what]
    ]
    others = [entry for entry in story.decided if entry.what.partition(".")[0] not in options]
    all_ = replace(story, decided=tuple(sorted([*others, *pairs], key=lambda one: one.year)))
    if not asked:
        return {}
    has = np.repeat(_as_it_was(all_, story)[:, None], 2 * len(asked), axis=1)
    for place, event in enumerate(asked):
        for which, id_ in enumerate(options[event.what]):
            _answer(has, all_, event, id_, 2 * place + which)
    found = replay(all_, Lanes(has, apart=True), METERS)
    ends = on_one_scale(found.values)[-END_YEARS:].mean(axis=(0, 1))
    return {
        event.what: bool(ends[2 * place] > ends[2 * place + 1]) for place, event in enumerate(asked)
    }


def _as_it_was(all_: Story, story: Story) -> Has:
    given = {(entry.year, entry.what) for entry in story.decided}
    rows = [(entry.year, entry.what) in given for entry in all_.decided]
    return np.array(rows + [True] * len(all_.happened))


def _answer(has: Has, all_: Story, event: Chosen, option: str, lane: int) -> None:
    for row, entry in enumerate(all_.decided):
        if entry.year == event.year and entry.what.partition(".")[0] == event.what:
            has[row, lane] = entry.what == f"{event.what}.{option}"
