"""Does it pay to think ahead? The best plan a search finds, against one that looks a turn ahead.

A plan is the turn each card is taken in, at most three a turn, with a penalty for spending more
than there is. Both are looked for with the luck of one game, and judged by luck that neither saw.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.content.scenario import Scenario
from game.engine.resources import room_total_nok
from game.engine.session import Session
from game.engine.turn import METERS
from game.engine.what_if.lane_luck import Luck, ManyFutures, OwnLuck
from game.engine.what_if.lanes import Lanes, replay
from game.engine.what_if.story import Has
from game.lab.balance.games import a_session
from game.lab.balance.packages import Packed, cards_and_years, packed
from game.lab.players import PLAYERS, play
from game.lab.score import END_YEARS, on_one_scale
from game.model.lanes import Array

YEARS = (2026, 2028, 2030, 2032, 2034, 2036, 2038)
TURN_YEARS = 2
MOST_A_TURN = 3
PENALTY = 20.0
"""Points for spending twice what there is in every turn."""
LANES, GENERATIONS, UNSEEN = 512, 16, 64
"""Plans tried at a time, how many times, and the lucks that the best is judged by."""
ELITE_SHARE, KEPT = 0.05, 0.3
"""How many of the best teach the next round, and how much of the old odds is kept."""
UNSEEN_SEED = 99_001
NEVER = -1


@dataclass(frozen=True)
class Searched:
    """The gain over doing nothing, in points of the mean of the meters, by unseen luck."""

    place: str
    greedy: float
    best: float
    plan: tuple[tuple[int, str], ...]
    """The best plan, as years and cards."""


@dataclass(frozen=True)
class Search:
    """One game to plan for."""

    place: str
    seed: int
    lanes: int = LANES
    generations: int = GENERATIONS
    unseen: int = UNSEEN

    def work(self) -> Searched:
        """Look for both plans and judge them."""
        session = a_session(self.place, self.seed, "free")
        return searched(session, self.lanes, self.generations, self.unseen)

    @property
    def weight(self) -> float:
        """A search takes as long as many games."""
        return 250.0


def searched(session: Session, lanes: int, generations: int, unseen: int) -> Searched:
    """The best plan for a new game, the plan of one who looks a turn ahead, and their gains."""
    ground = _Ground(session)
    luck = np.random.Generator(np.random.PCG64([session.seed, 4]))
    greedy = _one_turn_ahead(ground)
    best = _cross_entropy(ground, luck, lanes, generations)
    three = np.stack([np.full_like(best, NEVER), greedy, best], axis=1)
    futures = ManyFutures(UNSEEN_SEED, unseen, three.shape[1])
    ends = ground.score(np.repeat(three, unseen, axis=1), futures)
    nothing, by_greed, by_plan = ends.reshape(three.shape[1], unseen).mean(axis=1)
    plan = sorted((YEARS[turn], ground.cards[card]) for card, turn in enumerate(best) if turn >= 0)
    gains = float(by_greed - nothing), float(by_plan - nothing)
    return Searched(session.scenario.id, *gains, tuple(plan))


class _Ground:
    """The game that is planned for. A plan is `(card,)` turns, or `NEVER`; plans `(card, lane)`."""

    def __init__(self, session: Session) -> None:
        self.room = room_total_nok(session.state) * TURN_YEARS
        self.residents = session.state.now["population"]
        self.packed: Packed = packed(play(session, PLAYERS["nothing"]), YEARS)
        self.seed = session.seed
        self.cards = tuple(dict.fromkeys(taken.card for taken in self.packed.packages))

    @property
    def scenario(self) -> Scenario:
        """Where the decisions are written."""
        return self.packed.story.scenario

    def has(self, plans: np.ndarray) -> Has:
        """What each lane has of the packages."""
        cards, years = cards_and_years(self.packed)
        turns = np.arange(years)[None, :, None]
        return (plans[:, None, :] == turns).reshape(cards * years, plans.shape[1])

    def meters(self, plans: np.ndarray, luck: Luck | None = None) -> Array:
        """The mean of the meters each year, `(year, lane)`."""
        count = sum(len(numbers) for numbers in self.packed.answers)
        unanswered = np.zeros((count, plans.shape[1]), dtype=bool)
        has = self.packed.lanes(self.has(plans), unanswered)
        lanes = Lanes(has, luck=luck or OwnLuck(self.seed), apart=True)
        return on_one_scale(replay(self.packed.story, lanes, METERS).values).mean(axis=1)

    def score(self, plans: np.ndarray, luck: Luck | None = None) -> Array:
        """How well each plan ends, less what it spends too much, `(lane,)`."""
        ends = self.meters(plans, luck)[-END_YEARS:].mean(axis=0)
        return ends - PENALTY * self.overspent(plans).mean(axis=0)

    def overspent(self, plans: np.ndarray) -> Array:
        """How far above what there is each turn spends, as a part of it, `(turn, lane)`."""
        spent = self.costs.T @ self.has(plans)
        return np.asarray(np.maximum(0.0, spent / self.room - 1.0))

    @cached_property
    def costs(self) -> Array:
        """What each package costs in each turn, `(package, turn)`."""
        found = np.zeros((len(self.packed.packages), len(YEARS)))
        for entry, owner in zip(self.packed.story.decided, self.packed.owner, strict=True):
            if owner < 0:
                continue
            costly = self.scenario.decisions[entry.what]
            lasts = costly.cost_lasts or len(YEARS) * TURN_YEARS
            for turn, first in enumerate(YEARS):
                years = range(first, first + TURN_YEARS)
                paid = sum(entry.year <= year < entry.year + lasts for year in years)
                found[owner, turn] += paid * costly.yearly_cost.total(self.residents)
                found[owner, turn] += (entry.year in years) * costly.cost.total(self.residents)
        return found


def _one_turn_ahead(ground: _Ground) -> np.ndarray:
    """In each turn the cards that leave the meters highest at its end."""
    plan = np.full(len(ground.cards), NEVER)
    for turn, year in enumerate(YEARS):
        end = year + TURN_YEARS - 1 - ground.packed.story.years.start
        for _ in range(MOST_A_TURN):
            free = np.flatnonzero(plan == NEVER)
            tries = np.repeat(plan[:, None], len(free) + 1, axis=1)
            tries[free, np.arange(1, len(free) + 1)] = turn
            gain = ground.meters(tries)[end] - PENALTY * ground.overspent(tries)[turn]
            best = int(gain.argmax())
            if best == 0:
                break
            plan = tries[:, best]
    return plan


def _cross_entropy(
    ground: _Ground, luck: np.random.Generator, lanes: int, generations: int
) -> np.ndarray:
    """The best of many plans, where each round is drawn more like the best of the round before."""
    cards, turns = len(ground.cards), len(YEARS)
    odds = np.full((cards, turns + 1), 0.3 / turns)
    odds[:, NEVER] = 0.7
    best, level = np.full(cards, NEVER), -np.inf
    for _ in range(generations):
        plans = drawn(odds, lanes, luck)
        score = ground.score(plans)
        elite = plans[:, np.argsort(-score)[: max(2, int(ELITE_SHARE * lanes))]]
        if score.max() > level:
            best, level = plans[:, int(score.argmax())], float(score.max())
        places = np.where(elite == NEVER, turns, elite)
        seen = np.stack([(places == place).mean(axis=1) for place in range(turns + 1)], axis=1)
        odds = KEPT * odds + (1.0 - KEPT) * seen
    return best


def drawn(odds: np.ndarray, lanes: int, luck: np.random.Generator) -> np.ndarray:
    """Plans drawn by these odds, with no more cards in a turn than there may be."""
    cards, places = odds.shape
    edges = np.cumsum(odds, axis=1)[:, :, None]
    place_of = (luck.random((cards, 1, lanes)) * edges[:, -1:] > edges).sum(axis=1)
    plans = np.where(place_of == places - 1, NEVER, place_of)
    order = luck.random((cards, lanes))
    for turn in range(places - 1):
        here = plans == turn
        # those that luck puts last are left out
        place = np.argsort(np.argsort(np.where(here, order, 2.0), axis=0), axis=0)
        plans[here & (place >= MOST_A_TURN)] = NEVER
    return plans
