"""Knocked-out links: the same game with one arrow of the model taken away, lane by lane."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from game.content.loops import Link, Loop
from game.engine.what_if.attribution import Without, without
from game.engine.what_if.lanes import Lanes, replay
from game.engine.what_if.story import Story
from game.model.lanes import LEAST_LANES, Array
from game.model.parameter_set import National, Parameters


def switched_off(p: Parameters, off: Sequence[Iterable[Link]]) -> Parameters:
    """Parameters where lane `i` lacks the links `off[i]`: those coefficients are nought there.

    Everything worked out at the start is kept, so a lane begins as the others do and differs only
    in what is no longer fed back.
    """
    lanes = len(off)
    changed: dict[str, Array] = {}
    for lane, links in enumerate(off):
        for link in links:
            if link.record not in changed:
                changed[link.record] = _in_lanes(p.n, link.record, lanes)
            changed[link.record][(*link.cell(), lane)] = 0.0
    return replace(p, n=replace(p.n, **changed))


def _in_lanes(n: National, record: str, lanes: int) -> Array:
    whole: Array = getattr(n, record)
    return np.repeat(whole[:, :, :1], max(lanes, LEAST_LANES), axis=2)


def what_links_did(story: Story, names: Iterable[str], off: dict[str, tuple[Link, ...]]) -> Without:
    """The game less the game without each set of links, by the names of the sets."""
    cuts: list[tuple[Link, ...]] = [(), *off.values()]
    lanes = Lanes(
        has=story.everything(len(cuts)),
        parameters=switched_off(story.start.parameters, cuts),
        apart=True,
    )
    return without(replay(story, lanes, names), tuple(off))


def what_loops_did(story: Story, names: Iterable[str], loops: Iterable[Loop]) -> Without:
    """What each loop did: the game less the game with all links of the loop switched off."""
    return what_links_did(story, names, {loop.id: loop.links for loop in loops})


def what_each_link_did(story: Story, names: Iterable[str], loops: Iterable[Loop]) -> Without:
    """The same for every single link of the loops."""
    links: dict[str, tuple[Link, ...]] = {
        link.name: (link,) for loop in loops for link in loop.links
    }
    return what_links_did(story, names, links)
