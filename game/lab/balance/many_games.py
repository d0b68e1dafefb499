"""Many games where only one thing is asked: did any of them break?"""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from dataclasses import dataclass

from game.content.presets import preset
from game.engine.session import new_session
from game.engine.setup import Setup
from game.lab.balance.games import YEARS, scenario_of, seeds_from
from game.lab.players import ALL_PLAYERS, play

EACH = 20
"""Games in one task."""


@dataclass(frozen=True)
class Played:
    """Some games of one player in one place and one length."""

    player: str
    place: str
    preset: str
    difficulty: str
    seeds: tuple[int, ...]

    def work(self) -> tuple[str, ...]:
        """What went wrong, a game each; nothing when all came to their end."""
        setup, scenario = Setup.of(self.preset, self.difficulty), scenario_of(self.place)
        found = []
        for seed in self.seeds:
            try:
                play(new_session(scenario, seed, setup), ALL_PLAYERS[self.player])
            except Exception:
                # every other game is still to be played
                found.append(f"frø {seed}\n{traceback.format_exc()}")
        return tuple(found)

    @property
    def weight(self) -> float:
        """About how long it takes, in games of fifteen turns."""
        return len(self.seeds) * len(preset(self.preset).lengths(YEARS)) / YEARS


def games_in(
    places: Sequence[str],
    presets: Sequence[str],
    games: int,
    first: int,
    player: str,
    difficulty: str,
) -> list[Played]:
    """Tasks for so many games in every place and length."""
    return [
        Played(player, place, length, difficulty, seeds_from(at, min(EACH, first + games - at)))
        for place in places
        for length in presets
        for at in range(first, first + games, EACH)
    ]


def broken_in(tasks: Sequence[Played], found: Sequence[tuple[str, ...]]) -> list[str]:
    """Every fault, with where it was."""
    return [
        f"{task.player} i {task.place}, {task.preset}, {fault}"
        for task, faults in zip(tasks, found, strict=True)
        for fault in faults
    ]
