"""Who deserves what of a joint result: exact shares, pairs, and shares from a sample of orders.

Pure arithmetic on the values of lanes; what the values are is the caller's business. A *player*
here is anything that a lane can have or lack: a choice, a group of choices, a kind of luck.
Subsets are numbered by their bits: bit `i` is set when player `i` takes part.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import factorial
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from game.engine.what_if.story import Has
from game.model.draws import stream_of, words
from game.model.lanes import Array

Numbers = TypeVar("Numbers", Array, NDArray[np.int_])

MOST_PLAYERS = 12
"""More than 2 to the 12th lanes is not worth the wait: group the players, or sample the orders."""
ORDERS = 200
ORDER_STREAM = stream_of("orders of the players")
FIRST_SLOT = 0


def all_subsets(players: int) -> Has:
    """Every subset of the players as a lane, `(player, 2**players)`. Raises ValueError over 12."""
    if players > MOST_PLAYERS:
        raise ValueError(f"{players} players are too many for every subset; 12 is the most")
    return (np.arange(1 << players) >> np.arange(players)[:, None]) & 1 == 1


def shapley_values(values: Array, players: int) -> Array:
    """Each player's exact share, `(player, ...)`, of values `(..., 2**players)`.

    The shares sum to the value with all less the value with none.
    """
    sizes = all_subsets(players).sum(axis=0)
    weight = np.array(
        [
            factorial(size) * factorial(players - size - 1) / factorial(players)
            for size in range(players)
        ]
    )
    shares = [_gain(values, player) @ weight[_without(sizes, player)] for player in range(players)]
    return np.array(shares).reshape(players, *values.shape[:-1])


def pair_interactions(values: Array, players: int) -> Array:
    """How much more two players do together than apart, `(player, player, ...)`, symmetric.

    The Shapley interaction index: above zero they helped each other, below they got in each
    other's way. The diagonal is zero.
    """
    sizes = all_subsets(players).sum(axis=0)
    weight = np.array(
        [
            factorial(size) * factorial(players - size - 2) / factorial(players - 1)
            for size in range(players - 1)
        ]
    )
    found = np.zeros((players, players, *values.shape[:-1]))
    for one in range(players):
        gain = _gain(values, one)
        left = _without(sizes, one)
        for other in range(one + 1, players):
            # with `one` taken out, the bits above it have moved one place down
            joint = _gain(gain, other - 1) @ weight[_without(left, other - 1)]
            found[one, other] = found[other, one] = joint
    return found


def _split(values: Numbers, player: int) -> Numbers:
    """Values as `(..., subsets above, without/with, subsets below)` of one player."""
    return values.reshape(*values.shape[:-1], -1, 2, 1 << player)


def _gain(values: Array, player: int) -> Array:
    """What the player adds to each subset of the others, `(..., subsets / 2)`."""
    split = _split(values, player)
    gained: Array = split[..., 1, :] - split[..., 0, :]
    return gained.reshape(*values.shape[:-1], -1)


def _without(sizes: NDArray[np.int_], player: int) -> NDArray[np.int_]:
    """The sizes of the subsets that the player is not in."""
    return _split(sizes, player)[..., 0, :].reshape(-1)


# --- more players than that: a sample of the orders they could have come in ----------------------


@dataclass(frozen=True)
class Orders:
    """Orders of the players, each followed by itself backwards, and the lanes they need."""

    order: NDArray[np.intp]
    """`(order, place)`: which player comes."""
    subset: NDArray[np.intp]
    """`(order, places + 1)`: the lane of those who have come before each place, and at the end."""
    has: Has
    """The different lanes, `(player, lane)`."""


def sampled_orders(players: int, seed: int, orders: int = ORDERS) -> Orders:
    """`orders` orders drawn by address; every second is the one before it backwards."""
    half = [_an_order(players, seed, number) for number in range((orders + 1) // 2)]
    order = np.array([way for forward in half for way in (forward, forward[::-1])])
    places = np.argsort(order, axis=1, kind="stable")
    come = places[:, :, None] < np.arange(players + 1)
    lanes = np.ascontiguousarray(come.transpose(0, 2, 1).reshape(-1, players))
    kept, lane = np.unique(lanes, axis=0, return_inverse=True)
    return Orders(order, lane.reshape(len(order), players + 1), kept.T)


def _an_order(players: int, seed: int, number: int) -> NDArray[np.intp]:
    drawn = words(seed, number, 0, players, ORDER_STREAM)[:, FIRST_SLOT]
    return np.argsort(drawn, kind="stable")


def sampled_values(values: Array, orders: Orders) -> tuple[Array, Array]:
    """Each player's share and its standard error, both `(player, ...)`, of values `(..., lane)`.

    The shares sum to all less none, since every order does. An order and its reverse count as one
    observation, for their errors pull opposite ways.
    """
    come = values[..., orders.subset]
    gained = np.diff(come, axis=-1)
    by_player = np.take_along_axis(gained, _as_wide(_place_of(orders), gained), axis=-1)
    pairs = (by_player[..., 0::2, :] + by_player[..., 1::2, :]) / 2.0
    count = pairs.shape[-2]
    error = pairs.std(axis=-2, ddof=1) / np.sqrt(count)
    return np.moveaxis(pairs.mean(axis=-2), -1, 0), np.moveaxis(error, -1, 0)


def _place_of(orders: Orders) -> NDArray[np.intp]:
    return np.argsort(orders.order, axis=1, kind="stable")


def _as_wide(index: NDArray[np.intp], like: Array) -> NDArray[np.intp]:
    return np.broadcast_to(index, like.shape)
