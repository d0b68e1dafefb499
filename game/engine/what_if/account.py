"""All that is asked of a finished game, asked once: choices, pairs, loops and luck."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from game.content.loops import Loop, load_loops
from game.engine.turn import METERS
from game.engine.what_if.attribution import Shares, Without, by_pillar, luck_shares, shares
from game.engine.what_if.links import what_loops_did
from game.engine.what_if.story import Story


@dataclass(frozen=True)
class Account:
    """What did what in a game, for the five meters in every year.

    Each part is worked out when it is first asked for and then kept. Many choices one by one take
    the longest, about half a second on a slow machine; the rest a tenth of that.
    """

    story: Story

    @cached_property
    def by_choice(self) -> Shares:
        """What each choice did."""
        return shares(self.story, METERS)

    @cached_property
    def by_pillar(self) -> Shares:
        """What the measures of each pillar did, and the answers to events together."""
        return shares(self.story, METERS, by_pillar(self.story))

    @cached_property
    def luck(self) -> Without:
        """What chance did: all of it, each kind, each event."""
        return luck_shares(self.story, METERS)

    @cached_property
    def loops(self) -> tuple[Loop, ...]:
        """The twelve loops."""
        return load_loops()

    @cached_property
    def by_loop(self) -> Without:
        """What each loop did."""
        return what_loops_did(self.story, METERS, self.loops)


def account_of(story: Story) -> Account:
    """The account of a game. Raises ValueError when it has no finished year."""
    if not story.years:
        raise ValueError("no year has passed yet")
    return Account(story)
