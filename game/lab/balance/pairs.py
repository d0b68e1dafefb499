"""Which two cards do more, or less, together than apart: what a straight line does not explain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.engine.turn import METERS
from game.engine.what_if.lanes import Lanes, replay
from game.lab.balance.contexts import FEWEST, MOST, YEARS
from game.lab.balance.games import a_session
from game.lab.balance.packages import (
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

FIRST_SEED = 9_000
TOLD = 3
"""Pairs that are told of."""


@dataclass(frozen=True)
class Sample:
    """Which cards each lane had, `(lane, card)`, and the mean of its meters, `(lane,)`."""

    cards: tuple[str, ...]
    has: Array
    score: Array


@dataclass(frozen=True)
class Sampled:
    """A block of random plans in one game, all with the luck of that game."""

    place: str
    seed: int

    def work(self) -> Sample:
        """Run them."""
        session = play(a_session(self.place, self.seed, "free"), PLAYERS["random"])
        all_ = packed(session, YEARS)
        luck = np.random.Generator(np.random.PCG64([self.seed, 3]))
        share = luck.uniform(FEWEST, MOST, BLOCK)
        base, _ = random_cards(all_, BLOCK, share, luck)
        has = all_.lanes(base, random_answers(all_, BLOCK, luck))
        found = replay(all_.story, Lanes(has, apart=True), METERS)
        ends = np.asarray(on_one_scale(found.values)[-END_YEARS:].mean(axis=(0, 1)))
        cards, years = cards_and_years(all_)
        any_year = base.reshape(cards, years, BLOCK).any(axis=1)
        had = np.asarray(any_year.T, dtype=np.float64)
        return Sample(tuple(card.id for card in cards_of(session.scenario)), had, ends)

    @property
    def weight(self) -> float:
        """A block of lanes takes as long as some games."""
        return 6.0


@dataclass(frozen=True)
class Pairs:
    """How much a straight line explains, and what is left for the pairs that have most of it."""

    explained: float
    top: tuple[tuple[str, str, float], ...]


def samples(places: Sequence[str], blocks: int) -> list[Sampled]:
    """Tasks for so many blocks, spread evenly over the places."""
    return [Sampled(places[number % len(places)], FIRST_SEED + number) for number in range(blocks)]


def pairs(parts: Sequence[Sample]) -> Pairs:
    """Fit a line to each block by itself, and look for pairs in what it leaves."""
    names = sorted(set.intersection(*(set(part.cards) for part in parts)))
    centred, left, total = [], [], 0.0
    for part in parts:
        has = part.has[:, [part.cards.index(name) for name in names]]
        has, score = has - has.mean(axis=0), part.score - part.score.mean()
        slopes, *_ = np.linalg.lstsq(has, score, rcond=None)
        centred.append(has)
        left.append(score - has @ slopes)
        total += float(score @ score)
    has, rest = np.concatenate(centred), np.concatenate(left)
    explained = 1.0 - float(rest @ rest) / total
    # what two cards do together beyond the line, in points
    both = (has * rest[:, None]).T @ has
    often = (has**2).T @ has**2
    effect = both / np.maximum(often, 1.0)
    clear = np.abs(effect) * np.sqrt(often)
    first, second = np.triu_indices(len(names), 1)
    order = np.argsort(-clear[first, second])[:TOLD]
    top = tuple(
        (names[a], names[b], float(effect[a, b]))
        for a, b in zip(first[order], second[order], strict=True)
    )
    return Pairs(explained, top)
