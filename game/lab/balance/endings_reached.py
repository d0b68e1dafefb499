"""Which endings a game reached: its title, its 2045 test, its line on the stand."""

from __future__ import annotations

from game.content.common.titles import load_results, load_stand_endings, load_titles
from game.content.scenario import Scenario
from game.engine.endings import stand_ending, title_of
from game.engine.game_state import GameState
from game.engine.later_years import test_2045


def endings_of(state: GameState, scenario: Scenario, alone: GameState) -> tuple[str, ...]:
    """`title full_time_workshop` or `stand_ending waffles`, then `result stands_firm` or so.

    `alone` is the end of the same game with no players.
    """
    if state.setup.preset.answers_only:
        name = f"stand_ending {stand_ending(state, scenario, alone.records)}"
    else:
        name = f"title {title_of(state, scenario, alone.records)}"
    return name, f"result {test_2045(state, scenario, alone).result}"


def every_ending() -> frozenset[str]:
    """All there are."""
    return frozenset(
        [f"title {title.id}" for title in load_titles()]
        + [f"result {result.id}" for result in load_results()]
        + [f"stand_ending {ending.id}" for ending in load_stand_endings()]
    )
