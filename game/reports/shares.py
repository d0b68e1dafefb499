"""How many of the numbers are measured, estimated, assumed and chosen for play."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.content.parameter_files import STATUSES, Record


@dataclass(frozen=True)
class Shares:
    """Counts in the order of STATUSES."""

    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """How many records there are."""
        return sum(self.counts)

    def percents(self) -> tuple[int, ...]:
        """Whole per cents that add up to 100: the largest remainders are rounded up."""
        if not self.total:
            return tuple(0 for _ in self.counts)
        exact = [100 * count / self.total for count in self.counts]
        whole = [int(share) for share in exact]
        order = sorted(range(len(exact)), key=lambda at: (whole[at] - exact[at], at))
        for at in order[: 100 - sum(whole)]:
            whole[at] += 1
        return tuple(whole)


def shares_of(records: Iterable[Record]) -> Shares:
    """The counts of some records."""
    statuses = [record.status for record in records]
    return Shares(tuple(statuses.count(status) for status in STATUSES))
