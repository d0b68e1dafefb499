"""All that is worked out for one judgement of the balance: the tasks, and the gates they answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from game.lab.balance.card_gates import (
    context_gates,
    pair_gates,
    search_gates,
    stand_gates,
    timing_gates,
)
from game.lab.balance.contexts import Contexts, contexts, joined
from game.lab.balance.coverage import coverage_gates, everything
from game.lab.balance.game_gates import COMPARED, NOTHING, RANDOM, SOUND_IDS, game_gates
from game.lab.balance.games import PLACES, PRESETS, Game, Games, scenario_of, seeds_from
from game.lab.balance.gate import Gate
from game.lab.balance.packages import cards_of
from game.lab.balance.pairs import Sampled, pairs, samples
from game.lab.balance.pool import Map, Progress, Task, run
from game.lab.balance.search import Search
from game.lab.balance.stand import Answers, answers, together
from game.lab.balance.timing import Timing, by_year, timing
from game.lab.players.typical import PATIENT_AND_CLOSED

SEEDS = 12
"""Games of each player in each place."""
RANKED = (*COMPARED, NOTHING, PATIENT_AND_CLOSED.id)
FULL, LIKE_FULL = "free", "day"
"""Both have a turn a year and all the rules."""
GREEDY_SEEDS, LOOP_SEEDS, RANDOM_SEEDS = 2, 3, 5
RANDOM_DAYS = 20
OTHER_SEED, SEEDS_APART = 101, 100
SEARCHED = (("fjellvik", 1), ("storvag", 2))


@dataclass(frozen=True)
class Size:
    """How much is worked out."""

    seeds: int = SEEDS
    contexts: int = 1_000
    timing_blocks: int = 30
    timing_contexts: int = 3
    pair_blocks: int = 12
    stand_games: int = 24
    places: tuple[str, ...] = PLACES
    searched: tuple[tuple[str, int], ...] = SEARCHED


def size_for(quick: bool, games: int | None) -> Size:
    """The small size, or the full one with as many games of each player in each place."""
    return QUICK if quick else Size(seeds=games or SEEDS)


@dataclass(frozen=True)
class Judged:
    """All games, and what every gate says."""

    games: tuple[Game, ...]
    gates: tuple[Gate, ...]


def judge(size: Size, spread: Map, progress: Progress | None = None) -> Judged:
    """Work it all out, and put it to the gates."""
    tasks = tasks_of(size)
    results = run(tasks, spread, progress)
    return judged(size, tasks, results)


def tasks_of(size: Size) -> list[Task]:
    """Everything that is worked out, in parts that can be given to any process."""
    cards = len(cards_of(scenario_of(size.places[0])))
    return [
        *ranked_games(size),
        *other_games(size),
        *contexts(size.places, size.contexts, cards),
        *timing(size.places, size.timing_blocks, size.timing_contexts),
        *samples(size.places, size.pair_blocks),
        *answers(size.places, size.stand_games),
        *(Search(place, seed) for place, seed in size.searched),
    ]


def ranked_games(size: Size) -> list[Task]:
    """The games that are compared: every player in every place with the same luck."""
    found: list[Task] = []
    for number, seed in enumerate(seeds_from(1, size.seeds)):
        players = (*RANKED, *(("greedy",) if number < GREEDY_SEEDS else ()))
        for place in size.places:
            asked = number < LOOP_SEEDS
            found.append(Games(players, place, seed, FULL, loops=asked, pillars=SOUND_IDS))
    return found


def other_games(size: Size) -> list[Task]:
    """The other lengths, to see that everything is reached."""
    found: list[Task] = []
    for preset_id in PRESETS:
        if preset_id == FULL:
            continue
        for at, place in enumerate(size.places):
            only_random = preset_id == LIKE_FULL
            count = RANDOM_DAYS if only_random else RANDOM_SEEDS
            # with the same seed the same events would come, and be answered alike, in every place
            for number, seed in enumerate(seeds_from(OTHER_SEED + SEEDS_APART * at, count)):
                players = (RANDOM,) if only_random or number else COMPARED
                ends = not only_random or number < RANDOM_SEEDS
                found.append(Games(players, place, seed, preset_id, endings=ends))
    return found


def judged(size: Size, tasks: Sequence[Task], results: Sequence[Any]) -> Judged:
    """What the gates say to what came of the tasks."""

    def of(kind: type) -> list[Any]:
        return [
            result for task, result in zip(tasks, results, strict=True) if isinstance(task, kind)
        ]

    games = [game for part in of(Games) for game in part]
    whole = [game for game in games if not game.fault]
    full = [game for game in whole if game.preset == FULL]
    events = sorted(everything(size.places)["events"])
    gates = [
        *game_gates(full),
        *stand_gates(together(of(Answers)), events),
        *context_gates(joined(of(Contexts))),
        *timing_gates(by_year(of(Timing))),
        *pair_gates(pairs(of(Sampled))),
        *(search_gates(of(Search)) if of(Search) else ()),
        *coverage_gates(games, size.places),
    ]
    return Judged(tuple(games), tuple(gates))


QUICK = Size(
    seeds=LOOP_SEEDS,
    contexts=100,
    timing_blocks=6,
    pair_blocks=6,
    stand_games=4,
    searched=(),
)
"""A first look in some tens of seconds. Too little to judge by."""
