"""Is a card good wherever it is taken? Each toggled in many random contexts, in lanes.

A context is a municipality with its events and luck, a random set of other cards in random years,
and random answers. A block of lanes holds some contexts, and each of them with every card toggled.
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
    Packed,
    cards_and_years,
    cards_of,
    packed,
    random_answers,
    random_cards,
)
from game.lab.many import BLOCK
from game.lab.players import PLAYERS, play
from game.lab.score import END_YEARS, on_one_scale
from game.model.lanes import Array

YEARS = (2026, 2029, 2032, 2035, 2037)
"""Years a card may be taken in. The last leaves a trial time to be put to use."""
FEWEST, MOST = 0.08, 0.35
"""The part of the cards that a context has: from five to twenty."""
FIRST_SEED = 5_000
MONEY = {"net_operating_result_share": 1.0, "reserve_fund_share": 1.0, "debt_share": -1.0}
"""What is left each year, what is put by and what is owed, of the revenue. The meter for money will
not do: it stands still at its ends, so a card could be free without its moving."""


@dataclass(frozen=True)
class Toggled:
    """What taking each card did in each context.

    `score` is to the mean of the meters in the last years, in points; `money` to the purse through
    all the years, as a share of the revenue.
    """

    cards: tuple[str, ...]
    score: Array
    """`(card, context)`."""
    money: Array


@dataclass(frozen=True)
class Contexts:
    """Some contexts in one place, with the events of one game."""

    place: str
    seed: int
    count: int

    def work(self) -> Toggled:
        """Toggle every card in each of them."""
        session = play(a_session(self.place, self.seed, "free"), PLAYERS["random"])
        return toggled(session, self.seed, self.count)

    @property
    def weight(self) -> float:
        """A block of lanes takes as long as some games."""
        return 6.0


def toggled(session: Session, seed: int, count: int) -> Toggled:
    """What taking each card does in some contexts with the events of a played game."""
    all_ = packed(session, YEARS)
    luck = np.random.Generator(np.random.PCG64([seed, 1]))
    share = luck.uniform(FEWEST, MOST, count)
    base, drawn = random_cards(all_, count, share, luck)
    answers = random_answers(all_, count, luck)
    turned = _turned(all_, base, drawn)
    arms = len(turned) + 1
    has = all_.lanes(np.concatenate([base, *turned], axis=1), np.tile(answers, (1, arms)))
    lanes = Lanes(has, luck=ManyFutures(seed, count, arms), apart=True)
    values = replay(all_.story, lanes, (*METERS, *MONEY)).values
    ends = on_one_scale(values[-END_YEARS:, : len(METERS)]).mean(axis=(0, 1)).reshape(arms, count)
    signs = np.array([*MONEY.values()])[:, None]
    purse = (values[:, len(METERS) :] * signs).sum(axis=1).mean(axis=0).reshape(arms, count)
    cards, years = cards_and_years(all_)
    had = base.reshape(cards, years, count).any(axis=1)
    way = np.where(had, -1.0, 1.0)
    names = tuple(card.id for card in cards_of(session.scenario))
    return Toggled(names, (ends[1:] - ends[:1]) * way, (purse[1:] - purse[:1]) * way)


def _turned(all_: Packed, base: np.ndarray, drawn: np.ndarray) -> list[np.ndarray]:
    """For each card the contexts with it turned the other way, in the year that was drawn."""
    cards, years = cards_and_years(all_)
    contexts = base.shape[1]
    found = []
    for card in range(cards):
        other = base.reshape(cards, years, contexts).copy()
        place = drawn[card], np.arange(contexts)
        other[card][place] = ~other[card][place]
        found.append(other.reshape(cards * years, contexts))
    return found


def contexts(places: Sequence[str], count: int, cards: int) -> list[Contexts]:
    """Tasks for so many contexts, spread evenly over the places."""
    each = max(1, BLOCK // (cards + 1))
    blocks = -(-count // each)
    return [
        Contexts(places[number % len(places)], FIRST_SEED + number, each)
        for number in range(blocks)
    ]


def joined(parts: Sequence[Toggled]) -> Toggled:
    """All contexts together; places may have different cards, and then a context lacks some."""
    names = tuple(dict.fromkeys(card for part in parts for card in part.cards))
    shape = len(names), sum(part.score.shape[1] for part in parts)
    score, money = np.full(shape, np.nan), np.full(shape, np.nan)
    first = 0
    for part in parts:
        rows = [names.index(card) for card in part.cards]
        last = first + part.score.shape[1]
        score[rows, first:last], money[rows, first:last] = part.score, part.money
        first = last
    return Toggled(names, score, money)


def share_above(values: Array) -> Array:
    """For each card, the part of its contexts where it did good."""
    known = ~np.isnan(values)
    return (np.where(known, values, 0.0) > 0.0).sum(axis=1) / np.maximum(1, known.sum(axis=1))
