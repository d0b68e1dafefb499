"""Rekrutteringsmodellen: ten years of need, employees and leavers by profession, in many futures.

The municipality goes on as it is, with what is on its way and nothing more decided. A number that
is questioned, such as position size, is held otherwise in every year.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from game.content.scenario import Scenario
from game.engine.game_state import GameState
from game.engine.what_if.forecast import futures_seed, story_ahead
from game.engine.what_if.lane_luck import ManyFutures
from game.engine.what_if.lanes import Lanes, replay
from game.model.axes import SERVICES
from game.model.lanes import Array, Levers
from game.model.year import Year

YEARS = 10
FUTURES = 48
LOW, MIDDLE, HIGH = 0.1, 0.5, 0.9

FACTORS: dict[str, dict[str, float]] = {
    "position": {"position_size": 0.05},
    "presence": {"sick_leave_rate": -0.01},
    "retirement": {"retirement_rate": -0.2},
    "turnover": {"turnover_rate": -0.01},
    "productivity": {f"{service}_need": -0.05 for service in SERVICES},
}
"""What may be held otherwise, and how far: five of the factors that KS names."""


@dataclass(frozen=True)
class RecruitmentAhead:
    """Full-time equivalents and people by `(year, profession, future)`."""

    years: tuple[int, ...]
    need: Array
    have: Array
    leavers: Array
    wanted: Array

    def band(self, what: Array, row: int, year: int = -1) -> tuple[float, float, float]:
        """Low, middle and high of a profession in a year."""
        low, middle, high = np.quantile(what[year, row], (LOW, MIDDLE, HIGH))
        return float(low), float(middle), float(high)


@dataclass
class _Counting:
    """Keeps what a replay sees by profession."""

    held: Mapping[str, float]
    seen: list[tuple[Array, Array, Array, Array]] = field(default_factory=list)

    def pull(self, levers: Levers) -> None:
        for name, amount in self.held.items():
            levers.of(name)[:] += amount

    def see(self, year: int, flows: Year) -> None:
        self.seen.append(
            (
                flows.needed_by_profession[:, 0].copy(),
                flows.present_by_profession[:, 0].copy(),
                flows.leavers.sum(axis=1),
                flows.wanted_hires[:, 0].copy(),
            )
        )


def recruitment_ahead(
    state: GameState,
    scenario: Scenario,
    factors: Sequence[str] = (),
    futures: int = FUTURES,
) -> RecruitmentAhead:
    """Ten years from where a game stands; `factors` are names in FACTORS."""
    held: dict[str, float] = {}
    for factor in factors:
        held |= FACTORS[factor]
    story = story_ahead(state, scenario)
    story = replace(story, last_year=story.start.year + YEARS - 1)
    counting = _Counting(held)
    stocks = story.start.municipality.repeated(futures)
    stocks.true_effect[:] = 1.0  # nobody knows how well new ways will turn out here
    lanes = Lanes(
        has=story.everything(futures),
        luck=ManyFutures(futures_seed(state.seed), futures),
        start=stocks,
        apart=True,
    )
    replay(story, lanes, ("population",), beside=counting)
    need, have, leavers, wanted = (np.stack(rows) for rows in zip(*counting.seen, strict=True))
    return RecruitmentAhead(tuple(story.years), need, have, leavers, wanted)
