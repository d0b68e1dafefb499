"""Words for tests of replays: a story of a game, and the same game forced through the engine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import numpy as np

from game.content.scenario import Scenario
from game.engine.game_state import Chosen, GameState, Phase
from game.engine.later import promises
from game.engine.lock import Locking
from game.engine.session import Session, new_session
from game.engine.turn import METERS, year_passed
from game.engine.what_if.story import Story, story_of
from game.lab.players import PLAYERS, play
from tests.kit import fjellvik

WATCHED = (*METERS, "population", "sick_leave_rate", "reserve_fund", "change_capacity", "year")


@cache
def a_played_game(player: str, seed: int) -> Session:
    """A whole game of Fjellvik."""
    return play(new_session(fjellvik(), seed), PLAYERS[player])


@cache
def a_story(player: str = "balanced", seed: int = 3) -> Story:
    """What that game was made of."""
    return story_of(a_played_game(player, seed))


def a_short_story(choices: int) -> Story:
    """A game where only some of the choices were made, spread over the years."""
    story = a_story()
    rows = np.linspace(0, len(story.decided) - 1, choices).astype(int)
    return replace(story, decided=tuple(story.decided[row] for row in rows))


def forced(story: Story, kept: Iterable[Chosen], scenario: Scenario | None = None) -> GameState:
    """The engine's own game with the story's events, and only these of its choices.

    No rule of what may be chosen is asked, and none adds anything: each is decided in its year
    with the weight and the delay it had, and the years pass one by one.
    """
    scenario, left = scenario or story.scenario, tuple(kept)
    state = replace(story.start, phase=Phase.PASSING)
    for year in story.years:
        events = [entry for entry in story.happened if entry.year == year]
        now = [entry for entry in left if entry.year == year]
        state = _decided(replace(state, year=year), events, now, scenario)
        state = year_passed(state, scenario)
    return state


def _decided(
    state: GameState, events: list[Chosen], now: list[Chosen], scenario: Scenario
) -> GameState:
    work = Locking(state, scenario, [*state.queue], [*state.bills], [*state.projects])
    for event in events:
        work.queue += promises(event.what, event.year, 1.0, scenario)
    for entry in now:
        work.decide(entry.what, entry.weight, entry.delay)
    return replace(
        state,
        queue=tuple(work.queue),
        bills=tuple(work.bills),
        projects=tuple(work.projects),
        chosen=(*state.chosen, *now),
        seen=(*state.seen, *events),
    )


def values_of(state: GameState, names: Iterable[str], first_year: int) -> np.ndarray:
    """What a game remembers, `(year, name)`."""
    wanted = tuple(names)
    kept = [record for record in state.records if record.year >= first_year]
    return np.array([[record.values[name] for name in wanted] for record in kept])
