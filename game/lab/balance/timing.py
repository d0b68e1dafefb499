"""When does a card do most? One that does most at the very end is a way to loot the game.

The end counts twice: the last year that is played, and the same place five quiet years later.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.engine.session import Session
from game.engine.turn import METERS
from game.engine.what_if.lane_luck import ManyFutures
from game.engine.what_if.lanes import Lanes, replay
from game.lab.balance.games import a_session
from game.lab.balance.packages import (
    cards_and_years,
    cards_of,
    packed,
    random_answers,
    random_cards,
)
from game.lab.players import PLAYERS, play
from game.lab.score import on_one_scale
from game.model.lanes import Array

YEARS = (2026, 2029, 2032, 2035, 2037, 2039, 2040)
LATE = 2
"""The last two turns of a game of a year a turn."""
AFTERWARDS = 5
SHARE = 0.2
"""The part of the cards that a context has besides."""
LEAST = 0.1
"""Points that are worth looting for."""
SURE = 2.0
"""Standard errors that luck does not make up."""
FIRST_SEED = 7_000


@dataclass(frozen=True)
class ByYear:
    """What a card did by the year it was taken, `(card, year, context)`, in points."""

    cards: tuple[str, ...]
    effect: Array


@dataclass(frozen=True)
class Timing:
    """Some contexts in one place where no card is there but those that luck gave."""

    place: str
    seed: int
    count: int

    def work(self) -> ByYear:
        """Each card in each year, against none of it."""
        session = play(a_session(self.place, self.seed, "free"), PLAYERS["random"])
        return effects_by_year(session, self.seed, self.count)

    @property
    def weight(self) -> float:
        """A block of lanes takes as long as some games."""
        return 8.0


def effects_by_year(session: Session, seed: int, count: int) -> ByYear:
    """What each card does by its year, in some contexts with the events of a played game."""
    all_ = packed(session, YEARS, AFTERWARDS)
    luck = np.random.Generator(np.random.PCG64([seed, 2]))
    base, _ = random_cards(all_, count, np.full(count, SHARE), luck)
    answers = random_answers(all_, count, luck)
    cards, years = cards_and_years(all_)
    lanes = [_card_by_year(base, card, cards, years) for card in range(cards)]
    arms = cards * (1 + years)
    has = all_.lanes(np.concatenate(lanes, axis=1), np.tile(answers, (1, arms)))
    own = Lanes(has, luck=ManyFutures(seed, count, arms), apart=True)
    values = on_one_scale(replay(all_.story, own, METERS).values)
    ends = values[[-1 - AFTERWARDS, -1]].mean(axis=(0, 1)).reshape(cards, 1 + years, count)
    names = tuple(card.id for card in cards_of(session.scenario))
    return ByYear(names, ends[:, 1:] - ends[:, :1])


def _card_by_year(base: np.ndarray, card: int, cards: int, years: int) -> np.ndarray:
    """The contexts without the card, then with it in each of the years."""
    contexts = base.shape[1]
    by_year = base.reshape(cards, years, contexts)
    arms = []
    for year in range(-1, years):
        arm = by_year.copy()
        arm[card] = False
        if year >= 0:
            arm[card, year] = True
        arms.append(arm.reshape(cards * years, contexts))
    return np.concatenate(arms, axis=1)


def timing(places: Sequence[str], blocks: int, contexts: int) -> list[Timing]:
    """Tasks for so many blocks of contexts, spread evenly over the places."""
    return [
        Timing(places[number % len(places)], FIRST_SEED + number, contexts)
        for number in range(blocks)
    ]


def by_year(parts: Sequence[ByYear]) -> dict[str, Array]:
    """For each card its effects, `(year, context)`, in the contexts where it is there."""
    names = tuple(dict.fromkeys(card for part in parts for card in part.cards))
    return {
        name: np.concatenate(
            [part.effect[part.cards.index(name)] for part in parts if name in part.cards], axis=1
        )
        for name in names
    }


def is_looting(effects: Array) -> bool:
    """Whether a card does more in the last turns than it ever did before, and not by luck."""
    means = effects.mean(axis=1)
    early = int(means[:-LATE].argmax())
    late = len(means) - LATE + int(means[-LATE:].argmax())
    apart = effects[late] - effects[early]
    error = float(apart.std()) / max(1.0, float(len(apart)) ** 0.5)
    return bool(means[late] > LEAST and apart.mean() > max(LEAST, SURE * error))
