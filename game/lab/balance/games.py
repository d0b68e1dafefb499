"""One game by one player, and what is kept of it for the gates."""

from __future__ import annotations

import traceback
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from game.content.load import load_scenario
from game.content.loops import load_loops
from game.content.presets import preset
from game.content.scenario import Scenario
from game.engine.game_state import GameState
from game.engine.session import Session, new_session
from game.engine.setup import Setup
from game.engine.shadow import end_without_players
from game.engine.trials import pillar_of
from game.engine.turn import METERS
from game.engine.what_if.attribution import Groups, Without, leave_one_out
from game.engine.what_if.links import what_loops_did
from game.engine.what_if.story import Story, story_of
from game.lab.balance.endings_reached import endings_of
from game.lab.players import ALL_PLAYERS, play
from game.lab.score import END_YEARS, at_the_end, on_one_scale
from game.model.lanes import Array

PLACES = ("fjellvik", "havnes", "kvitfoss", "lysebygd", "storvag", "ytterskjaer")
PRESETS = ("stand", "lesson", "double", "day", "free")
ELECTION = 2031
YEARS = 15
SLOW = 7.0
"""How many games a game takes that looks ahead before every choice."""
PILLARS = ("recruitment", "full_time", "innovation", "volunteering")
"""The four pillars of the booklet; leadership carries them all."""


@dataclass(frozen=True)
class Games:
    """One game by each of some players, all in one place and with the same luck.

    They are played together because luck that is drawn once is remembered for a while.
    """

    players: tuple[str, ...]
    place: str
    seed: int
    preset: str = "free"
    difficulty: str = "usual"
    loops: bool = False
    """Whether to ask what each loop did."""
    pillars: tuple[str, ...] = ()
    """The players to ask what each pillar did for."""
    endings: bool = True
    """Whether to ask how each game ended, for which nobody's game must be played too."""

    def work(self) -> list[Game]:
        """Play them."""
        scenario, setup = scenario_of(self.place), Setup.of(self.preset, self.difficulty)
        alone = end_without_players(scenario, self.seed, setup) if self.endings else None
        return [_played(self, player, setup, alone) for player in self.players]

    @property
    def weight(self) -> float:
        """About how long it takes, in games of fifteen turns."""
        turns = preset(self.preset).lengths(YEARS)
        slow = SLOW * ("greedy" in self.players)
        return (
            (1.0 + 0.5 * self.loops)
            * (self.endings + len(self.players) + slow)
            * len(turns)
            / YEARS
        )


@dataclass(frozen=True)
class Game:
    """What came of one game. `fault` tells of an exception or a refused action, if there was one.

    `meters` are the means of the last years, in the order of `METERS`; `loops` what each loop did
    to the meter it moved most, and `pillars` what each pillar did to the mean of the meters.
    """

    player: str
    place: str
    seed: int
    preset: str
    meters: tuple[float, ...] = ()
    decided: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    dealt: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    seats_before: float = 0.0
    """Friendly seats in the year before the second election."""
    seats_after: float = 0.0
    loops: tuple[float, ...] = ()
    pillars: tuple[float, ...] = ()
    fault: str = ""

    @property
    def mean(self) -> float:
        """The mean of the meters at the end."""
        return sum(self.meters) / len(METERS)

    @property
    def where(self) -> tuple[str, int]:
        """The municipality and its luck: what games are compared within."""
        return self.place, self.seed


@lru_cache(maxsize=8)
def scenario_of(place: str) -> Scenario:
    """A scenario, read once a process."""
    return load_scenario(place)


def _played(task: Games, player: str, setup: Setup, alone: GameState | None) -> Game:
    empty = Game(player, task.place, task.seed, task.preset)
    try:
        return _finished(task, empty, setup, alone)
    except Exception:
        # one broken game must not hide what all the others tell
        return replace(empty, fault=traceback.format_exc(limit=-3))


def _finished(task: Games, game: Game, setup: Setup, alone: GameState | None) -> Game:
    scenario = scenario_of(task.place)
    session = new_session(scenario, game.seed, setup)
    dealt: dict[str, None] = {}
    session.listeners.append(lambda now: dealt.update(dict.fromkeys(now.state.table)))
    state = play(session, ALL_PLAYERS[game.player]).state
    story = story_of(session)
    return replace(
        game,
        meters=at_the_end(state.records),
        decided=tuple(dict.fromkeys(entry.what for entry in state.chosen)),
        events=tuple(dict.fromkeys(entry.what for entry in state.seen)),
        dealt=tuple(dealt),
        endings=endings_of(state, scenario, alone) if alone else (),
        seats_before=_friendly(state, ELECTION - 1),
        seats_after=_friendly(state, ELECTION),
        loops=what_loops_moved(story) if task.loops else (),
        pillars=what_pillars_did(story) if game.player in task.pillars else (),
    )


def _friendly(state: GameState, year: int) -> float:
    return next(r.values["friendly_seats"] for r in state.records if r.year == year)


def what_loops_moved(story: Story) -> tuple[float, ...]:
    """For each loop, how far it moved the meter it moved most, two years running, in points."""
    moved = np.abs(_difference(what_loops_did(story, METERS, load_loops())))
    running = np.minimum(moved[:, 1:], moved[:, :-1])
    return tuple(float(most) for most in running.max(axis=(1, 2)))


def what_pillars_did(story: Story) -> tuple[float, ...]:
    """What the mean of the meters would lose without the decisions of each pillar, in points."""
    found = leave_one_out(story, METERS, _by_pillar(story))
    lost = _difference(found)[:, -END_YEARS:].mean(axis=(1, 2))
    return tuple(float(points) for points in lost)


def _by_pillar(story: Story) -> Groups:
    """The cards of each pillar with all their steps."""
    groups: dict[str, list[int]] = {pillar: [] for pillar in PILLARS}
    for row, entry in enumerate(story.decided):
        pillar = pillar_of(entry.what, story.scenario)
        if pillar in groups:
            groups[pillar].append(row)
    return groups


def _difference(found: Without) -> Array:
    """The game less the game without each thing, `(thing, year, meter)`, on one scale."""
    without = on_one_scale(np.moveaxis(found.whole - found.difference, 0, -1))
    whole = on_one_scale(found.whole[..., None])
    return np.moveaxis(whole - without, -1, 0)


def seeds_from(first: int, count: int) -> tuple[int, ...]:
    """So many seeds in a row."""
    return tuple(range(first, first + count))


def a_session(place: str, seed: int, preset: str) -> Session:
    """A new game at the usual difficulty."""
    return new_session(scenario_of(place), seed, Setup.of(preset))
