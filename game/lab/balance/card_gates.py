"""The gates that lanes answer: free lunches, cards that are always or never good, looting, luck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from game.lab.balance.contexts import Toggled, share_above
from game.lab.balance.games import PLACES
from game.lab.balance.gate import Gate, at_least, at_most, listed, told
from game.lab.balance.pairs import Pairs
from game.lab.balance.search import Searched
from game.lab.balance.stand import Wins, never_on_the_stand
from game.lab.balance.timing import is_looting
from game.model.lanes import Array

FREE, ALWAYS, NEVER = 0.97, 0.95, 0.05
MOST_DECIDED = 0.25
AHEAD = 0.05
SELDOM = 0.05
"""An answer that is better more seldom than this is a wrong one, not a dilemma."""
FEWEST = 30
"""Contexts that it takes to say so: five turns of six futures. In fewer they are much alike."""


def context_gates(found: Toggled) -> list[Gate]:
    """No free lunch, and few cards that need no thought."""
    good = share_above(found.score)
    known = ~np.isnan(found.score)
    both = ((found.score > 0.0) & (found.money > 0.0)).sum(axis=1) / np.maximum(
        1, known.sum(axis=1)
    )
    free = [f"{card} {part:.2f}" for card, part in _named(found, both) if part >= FREE]
    always = [f"{card} {part:.2f}" for card, part in _named(found, good) if part >= ALWAYS]
    never = [f"{card} {part:.2f}" for card, part in _named(found, good) if part <= NEVER]
    share = (len(always) + len(never)) / len(found.cards)
    note = f"alltid: {listed(always, 20) or 'ingen'}; aldri: {listed(never, 20) or 'ingen'}"
    closest = max(_named(found, both), key=lambda one: one[1])
    count = found.score.shape[1]
    return [
        at_most(
            "gratis lunsj", len(free), 0, listed(free) or f"nærmest {closest[0]} {closest[1]:.2f}"
        ),
        at_most("kort som alltid eller aldri er gode", share, MOST_DECIDED, note),
        told("sammenhenger kortene er prøvd i", count, f"{len(found.cards)} kort"),
    ]


def _named(found: Toggled, shares: Array) -> list[tuple[str, float]]:
    return [(card, float(part)) for card, part in zip(found.cards, shares, strict=True)]


def timing_gates(found: Mapping[str, Array]) -> list[Gate]:
    """No card does most at the very end."""
    looting = []
    for card, effects in found.items():
        if is_looting(effects):
            late = effects.mean(axis=1)
            looting.append(f"{card} {late[:-2].max():+.2f} → {late[-2:].max():+.2f}")
    return [at_most("kort som gir mest helt til slutt", len(looting), 0, listed(looting, 20))]


def pair_gates(found: Pairs) -> list[Gate]:
    """The pairs that do most beyond what each card does: only told."""
    note = "; ".join(f"{a} + {b} {points:+.1f}" for a, b, points in found.top)
    most = abs(found.top[0][2]) if found.top else 0.0
    return [told("sterkeste par", most, f"en rett linje forklarer {found.explained:.2f}; {note}")]


def search_gates(found: Sequence[Searched]) -> list[Gate]:
    """Whoever looks one turn ahead does worse than the best plan."""
    greedy, best = (sum(getattr(one, name) for one in found) for name in ("greedy", "best"))
    behind = 1.0 - greedy / best if best > 0.0 else 0.0
    note = "; ".join(f"{one.place}: {one.greedy:.1f} mot {one.best:.1f}" for one in found)
    return [at_least("grådig bak beste plan", behind, AHEAD, note)]


def stand_gates(wins: Wins, events: Sequence[str]) -> list[Gate]:
    """(g) On the stand each answer to each event is the better one now and then."""
    one_sided = [
        f"{event} {'A' if a > b else 'B'} {max(a, b)}–{min(a, b)}"
        for event, (a, b) in sorted(wins.items())
        if a + b >= FEWEST and min(a, b) < SELDOM * (a + b)
    ]
    seldom = sorted(event for event, (a, b) in wins.items() if a + b < FEWEST)
    unseen = set(events) - set(wins)
    never = unseen & never_on_the_stand(PLACES)
    notes = [
        listed(one_sided, 30),
        f"svarene er prøvd i {sum(a + b for a, b in wins.values())} sammenhenger",
        f"kan ikke komme på stand, for de krever kort, prøver eller kommunestyre: {listed(never)}",
        f"for sjelden til å dømmes: {listed(seldom, 30)}",
        f"kunne ikke komme i disse spillene: {listed(unseen - never, 30)}",
    ]
    told_of = "; ".join(note for note in notes if note and not note.endswith(": "))
    return [at_most("g hendelser der ett svar alltid er best", len(one_sided), 0, told_of)]
