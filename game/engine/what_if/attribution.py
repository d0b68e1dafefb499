"""What the choices did, what luck did: the same game with something taken out, lane by lane.

Leave-one-out answers «hva om vi ikke hadde …?», but such answers do not add up when choices lean on
each other. Shapley shares do: they sum to the game with all choices less the game with none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.engine.trials import pillar_of
from game.engine.what_if.lane_luck import OwnLuck
from game.engine.what_if.lanes import Lanes, Replay, replay
from game.engine.what_if.shapley import (
    MOST_PLAYERS,
    ORDERS,
    all_subsets,
    pair_interactions,
    sampled_orders,
    sampled_values,
    shapley_values,
)
from game.engine.what_if.story import Has, Story
from game.model.draws import NORMALS
from game.model.lanes import Array

BLOCK = 1024
"""Lanes run at a time: as many as a processor's nearest memory holds."""
EVENTS = "events"
"""The answers to events, which belong to no pillar."""
Groups = Mapping[str, Sequence[int]]
"""A name for each player, and the rows of `Story.decided` that come and go with it."""


@dataclass(frozen=True)
class Shares:
    """How a difference is shared; everything by year and variable.

    `all_` and `none` are `(year, name)`, `shares` and `error` `(player, year, name)`, and `pairs`
    `(player, player, year, name)` where it was worked out. The shares sum to `all_ - none`.
    `error` is a standard error; zero where the shares are exact.
    """

    years: tuple[int, ...]
    names: tuple[str, ...]
    players: tuple[str, ...]
    all_: Array
    none: Array
    shares: Array
    error: Array
    pairs: Array | None
    way: Literal["exact", "sampled"]
    orders: int = 0
    """How many orders were drawn, where the shares are sampled."""


@dataclass(frozen=True)
class Without:
    """What each thing did by itself: the game less the game without it, `(thing, year, name)`."""

    years: tuple[int, ...]
    names: tuple[str, ...]
    things: tuple[str, ...]
    whole: Array
    difference: Array


def one_by_one(story: Story) -> Groups:
    """Every choice as a player of its own, named `year what`."""
    return {f"{entry.year} {entry.what}": (row,) for row, entry in enumerate(story.decided)}


def by_pillar(story: Story) -> Groups:
    """The cards with all their steps by pillar, and the answers to events together."""
    groups: dict[str, list[int]] = {}
    for row, entry in enumerate(story.decided):
        pillar = pillar_of(entry.what, story.scenario) or EVENTS
        groups.setdefault(pillar, []).append(row)
    return groups


def shares(
    story: Story, names: Iterable[str], groups: Groups | None = None, orders: int = ORDERS
) -> Shares:
    """What each player did to each variable in each year.

    Exact, with all pairs, for up to 12 players; above that a sample of the orders in which they
    could have come. Without `groups` every choice is a player.
    """
    groups = one_by_one(story) if groups is None else groups
    if len(groups) > MOST_PLAYERS:
        return _sampled(story, tuple(names), groups, orders)
    return _exact(story, tuple(names), groups)


def _exact(story: Story, names: tuple[str, ...], groups: Groups) -> Shares:
    players = len(groups)
    found = _in_blocks(story, names, _lanes_of(story, groups, all_subsets(players)))
    values = found.values
    return Shares(
        years=found.years,
        names=names,
        players=tuple(groups),
        all_=values[..., -1],
        none=values[..., 0],
        shares=shapley_values(values, players),
        error=np.zeros((players, *values.shape[:-1])),
        pairs=pair_interactions(values, players),
        way="exact",
    )


def _sampled(story: Story, names: tuple[str, ...], groups: Groups, orders: int) -> Shares:
    drawn = sampled_orders(len(groups), story.start.seed, orders)
    found = _in_blocks(story, names, _lanes_of(story, groups, drawn.has))
    share, error = sampled_values(found.values, drawn)
    return Shares(
        years=found.years,
        names=names,
        players=tuple(groups),
        all_=found.values[..., drawn.subset[0, -1]],
        none=found.values[..., drawn.subset[0, 0]],
        shares=share,
        error=error,
        pairs=None,
        way="sampled",
        orders=len(drawn.order),
    )


def _lanes_of(story: Story, groups: Groups, players: Has) -> Has:
    """From lanes of players to lanes of things. Choices in no group are in every lane."""
    kept = np.ones((len(story.decided), players.shape[1]), dtype=bool)
    for row, members in enumerate(groups.values()):
        kept[list(members)] = players[row]
    return story.with_choices(kept)


def _in_blocks(story: Story, names: tuple[str, ...], has: Has) -> Replay:
    """A replay of any number of lanes; the last block is what is asked about the end state."""
    parts = [
        replay(story, Lanes(has[:, first : first + BLOCK]), names)
        for first in range(0, has.shape[1], BLOCK)
    ]
    if len(parts) == 1:
        return parts[0]
    values = np.concatenate([part.values for part in parts], axis=-1)
    return Replay(parts[-1].years, names, values, parts[-1].state, parts[-1].lane_of)


def leave_one_out(story: Story, names: Iterable[str], groups: Groups | None = None) -> Without:
    """«Hva om vi ikke hadde …?»: the game less the game without each of its choices."""
    groups = one_by_one(story) if groups is None else groups
    players = np.ones((len(groups), len(groups) + 1), dtype=bool)
    players[:, 1:] = ~np.eye(len(groups), dtype=bool)
    found = replay(story, Lanes(_lanes_of(story, groups, players)), names)
    return without(found, tuple(groups))


def without(found: Replay, things: tuple[str, ...]) -> Without:
    """Of a replay where lane 0 is the whole and each lane after it lacks one thing."""
    whole = found.values[..., :1]
    difference = np.moveaxis(whole - found.values[..., 1:], -1, 0)
    return Without(found.years, found.names, things, whole[..., 0], difference)


LUCK_KINDS: dict[str, tuple[str, ...]] = {
    "residents": ("births", "deaths", "in_moves", "out_moves"),
    "sick_leave": ("sick_leave",),
    "quits": ("quits",),
    "applicants": ("applicants",),
    "revenue": ("revenue",),
}
"""The kinds of luck that are told of, and the draws of each. Who lives here is one kind: nobody
should read that a death was good luck."""


def luck_shares(story: Story, names: Iterable[str]) -> Without:
    """What chance did: all draws together, each kind of draw, and each event that came.

    The things are `luck`, then the kinds in the order of LUCK_KINDS, then the events as `year id`.
    An event is taken out with the answers to it.
    """
    kinds, events = len(LUCK_KINDS), len(story.happened)
    lanes = 2 + kinds + events
    on = np.ones((len(NORMALS), 1, lanes))
    on[:, :, 1] = 0.0
    for number, draws in enumerate(LUCK_KINDS.values()):
        on[[NORMALS.index(draw) for draw in draws], 0, 2 + number] = 0.0
    has = story.everything(lanes)
    for number, event in enumerate(story.happened):
        has[len(story.decided) + number, 2 + kinds + number] = False
        for row, entry in enumerate(story.decided):
            if entry.year == event.year and entry.what.startswith(f"{event.what}."):
                has[row, 2 + kinds + number] = False
    luck = OwnLuck(story.start.seed, on)
    found = replay(story, Lanes(has, luck=luck, apart=True), names)
    named = [f"{event.year} {event.what}" for event in story.happened]
    return without(found, ("luck", *LUCK_KINDS, *named))
