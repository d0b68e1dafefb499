"""«Slik kan det gå»: many futures from where a game stands, with or without something chosen.

A future is a lane: its own luck every year, its own wave of moves, its own guess at each number in
doubt, its own true strength of every measure. Future 17 is the same with and without a choice, so
their difference is the choice and not the luck. Whoever has analysed the staff guesses nearer about
them. No new events are foreseen: nobody knows which will
come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.content.scenario import Scenario
from game.engine.game_state import Chosen, GameState, Phase
from game.engine.resources import decided_now, delay_of
from game.engine.start import new_game
from game.engine.weight import weight_of
from game.engine.what_if.doubt import (
    STAFF,
    Doubt,
    believed,
    doubts_at,
    drawn_factors,
    left_after_analysis,
)
from game.engine.what_if.lane_luck import ManyFutures
from game.engine.what_if.lanes import Lanes, replay
from game.engine.what_if.story import Story
from game.engine.what_if.tables_ahead import (
    SOURCES,
    drawn_ahead,
    luck_ahead,
    table_doubts,
    with_tables,
)
from game.model.batch import many_lanes
from game.model.draws import MEAN_OF_FOUR, NORMALS, SPREAD_OF_FOUR, stream_of
from game.model.lanes import Array, State
from game.model.parameter_set import Parameters

WHILE_DRAGGING, ON_RELEASE = 256, 1000
FOR_DOUBT = 128
"""Futures for each thing in doubt when the largest is looked for."""
MOST_LANES = 512
"""Arms are run side by side up to so many lanes."""
LEVELS = (0.10, 0.25, 0.50, 0.75, 0.90)
MEASURES = "measures"
"""The doubt about how strong measures and new ways turn out."""
ANY_SEED = 1


@dataclass(frozen=True)
class Fan:
    """Where it may go: `values` is `(year, name, future)`, `bands` `(level, year, name)`."""

    years: tuple[int, ...]
    names: tuple[str, ...]
    values: Array
    bands: Array

    def of(self, name: str) -> Array:
        """One variable, `(year, future)`."""
        return self.values[:, self.names.index(name)]

    def band(self, name: str) -> Array:
        """The levels of one variable, `(level, year)`."""
        return self.bands[:, :, self.names.index(name)]


@dataclass(frozen=True)
class WhatIf:
    """The same futures with and without a choice; `difference` is with less without."""

    without: Fan
    with_: Fan
    difference: Fan


@dataclass(frozen=True)
class LargestDoubts:
    """What the spread of the futures comes from: `share` is `(source, year, name)`.

    The shares of a variable in a year sum to 1, or are 0 where nothing is in doubt. A source is a
    kind of luck, something the tables ahead are made from, a file of parameters, or `measures`.
    """

    years: tuple[int, ...]
    names: tuple[str, ...]
    sources: tuple[str, ...]
    share: Array

    def largest(self, name: str, year: int | None = None) -> tuple[str, float]:
        """The source that does most to a variable in a year (else in the last), and its share."""
        row = -1 if year is None else self.years.index(year)
        share = self.share[:, row, self.names.index(name)]
        most = int(share.argmax())
        return self.sources[most], float(share[most])


@dataclass(frozen=True)
class _Arm:
    """One run of all the futures: whether it has the choices, and what stands still in it."""

    chosen: bool = False
    still: str = ""


@dataclass(frozen=True)
class _Believed:
    """What the lanes go by, `of` which parameters, and what it is `about`."""

    about: tuple[object, ...]
    of: Parameters
    parameters: Parameters
    luck: dict[int, Array]


class Forecaster:
    """Looks ahead in the games of one scenario. Keeps what is the same from one look to the next.

    >>> ahead = Forecaster(scenario)
    >>> ahead.fan(state, ("staffing", "trust"), futures=256)
    """

    def __init__(
        self,
        scenario: Scenario,
        doubts: Sequence[Doubt] | None = None,
        breathe: Callable[[], object] | None = None,
    ) -> None:
        """For one scenario; the numbers in doubt are found at its opening unless given.

        `breathe` is called before each year of futures, see `replay`.
        """
        self.scenario = scenario
        self.breathe = breathe
        opening = new_game(scenario, ANY_SEED)
        found = doubts_at(opening) if doubts is None else doubts
        self.doubts: tuple[Doubt, ...] = tuple(found)
        self._table_doubts = table_doubts(opening.parameters.n)
        self._drawn: dict[tuple[int, int], Array] = {}
        self._believed: _Believed | None = None

    @property
    def sources(self) -> tuple[str, ...]:
        """Everything that may be in doubt, the numbers of the model by file."""
        groups = dict.fromkeys(doubt.group for doubt in self.doubts)
        return (*NORMALS, *SOURCES, *groups, MEASURES)

    @property
    def every_source(self) -> tuple[str, ...]:
        """Everything that may be in doubt, the numbers of the model one by one."""
        return (*NORMALS, *SOURCES, *(doubt.record for doubt in self.doubts), MEASURES)

    def fan(
        self,
        state: GameState,
        names: Iterable[str],
        futures: int = WHILE_DRAGGING,
        chosen: Sequence[str] = (),
        until: int | None = None,
    ) -> Fan:
        """The futures when this is chosen in the year to come, and nothing more after it."""
        story = story_ahead(state, self.scenario, chosen, until)
        (values,) = self._run(story, tuple(names), futures, [_Arm(chosen=True)])
        return _fan(story, tuple(names), values)

    def what_if(
        self,
        state: GameState,
        names: Iterable[str],
        chosen: Sequence[str],
        kept: Sequence[str] = (),
        futures: int = WHILE_DRAGGING,
        until: int | None = None,
    ) -> WhatIf:
        """The futures with and without `chosen`; `kept` is decided in both."""
        story = story_ahead(state, self.scenario, (*kept, *chosen), until)
        always = story_ahead(state, self.scenario, kept, until)
        wanted = tuple(names)
        rows = len(always.decided)
        without, with_ = self._run(story, wanted, futures, [_Arm(False), _Arm(True)], rows)
        return WhatIf(
            without=_fan(story, wanted, without),
            with_=_fan(story, wanted, with_),
            difference=_fan(story, wanted, with_ - without),
        )

    def largest_doubts(
        self,
        state: GameState,
        names: Iterable[str],
        futures: int = FOR_DOUBT,
        chosen: Sequence[str] = (),
        until: int | None = None,
        each_record: bool = False,
    ) -> LargestDoubts:
        """What the futures differ by: each source held still in turn, all else as it was drawn.

        The numbers of the model are taken file by file, or `each_record` by itself.
        """
        story = story_ahead(state, self.scenario, chosen, until)
        sources = self.every_source if each_record else self.sources
        arms = [_Arm(True), *(_Arm(True, still) for still in sources)]
        wanted = tuple(names)
        whole, *parts = self._run(story, wanted, futures, arms)
        moved = np.stack([((whole - part) ** 2).mean(axis=-1) for part in parts])
        total = moved.sum(axis=0)
        share = np.divide(moved, total, out=np.zeros_like(moved), where=total > 0.0)
        return LargestDoubts(tuple(story.years), wanted, sources, share)

    def _run(
        self,
        story: Story,
        names: tuple[str, ...],
        futures: int,
        arms: Sequence[_Arm],
        kept: int = 0,
    ) -> list[Array]:
        """The values of each arm, `(year, name, future)`; the first `kept` choices are in all."""
        at_once = max(1, MOST_LANES // futures)
        found: list[Array] = []
        for first in range(0, len(arms), at_once):
            block = arms[first : first + at_once]
            lanes = self._lanes(story, futures, block, kept)
            values = replay(story, lanes, names, self.breathe).values
            found += np.split(values, len(block), axis=-1)
        return found

    def _lanes(self, story: Story, futures: int, arms: Sequence[_Arm], kept: int) -> Lanes:
        has = story.everything(futures * len(arms))
        luck_on = np.ones((len(NORMALS), 1, futures * len(arms)))
        strength_on = np.ones(futures * len(arms))
        for number, arm in enumerate(arms):
            here = slice(number * futures, (number + 1) * futures)
            has[kept : len(story.decided), here] = arm.chosen
            if arm.still in NORMALS:
                luck_on[NORMALS.index(arm.still), 0, here] = 0.0
            if arm.still == MEASURES:
                strength_on[here] = 0.0
        believes = self._what_is_believed(story, futures, tuple(arm.still for arm in arms))
        luck = ManyFutures(
            futures_seed(story.start.seed),
            futures,
            len(arms),
            None if luck_on.all() else luck_on,
            None if strength_on.all() else strength_on,
            believes.luck,
        )
        return Lanes(
            has=has,
            luck=luck,
            parameters=believes.parameters,
            start=_with_hidden_effect(story.start, luck),
            apart=True,
        )

    def _what_is_believed(self, story: Story, futures: int, stills: tuple[str, ...]) -> _Believed:
        """What each lane goes by; kept, for it is the same while a control is dragged."""
        start, years = story.start, len(story.years)
        left = left_after_analysis(start)
        about = (start.seed, start.year, years, futures, stills, left)
        kept = self._believed
        if kept and kept.about == about and kept.of is start.parameters:
            return kept
        seed = futures_seed(start.seed)
        drawn = drawn_ahead(self._table_doubts, start, years, seed, futures)
        ahead = drawn.in_arms(stills)
        p = believed(start.parameters, self.doubts, self._factors(seed, futures, stills, left))
        with many_lanes():
            p = with_tables(p, start.index, ahead.factors)
        more = luck_ahead(start.parameters, start, ahead)
        self._believed = _Believed(about=about, of=start.parameters, parameters=p, luck=more)
        return self._believed

    def _factors(self, seed: int, futures: int, stills: tuple[str, ...], left: float) -> Array:
        if (seed, futures) not in self._drawn:
            self._drawn = {(seed, futures): drawn_factors(self.doubts, seed, futures)}
        factors = np.tile(self._drawn[seed, futures], len(stills))
        staff = [row for row, doubt in enumerate(self.doubts) if doubt.group == STAFF]
        factors[staff] = 1.0 + left * (factors[staff] - 1.0)
        for number, still in enumerate(stills):
            for row, doubt in enumerate(self.doubts):
                if still in (doubt.group, doubt.record):
                    factors[row, number * futures : (number + 1) * futures] = 1.0
        return factors


def futures_seed(seed: int) -> int:
    """A seed of its own, so that no future is what is going to happen in the game."""
    return stream_of(f"futures of {seed}")


def decided_so_far(state: GameState, scenario: Scenario) -> tuple[str, ...]:
    """What is chosen this year and not yet locked: what a look ahead usually keeps in both arms."""
    return tuple(what for what, _ in decided_now(state, scenario))


def story_ahead(
    state: GameState, scenario: Scenario, chosen: Sequence[str] = (), until: int | None = None
) -> Story:
    """The years still to be run: what is on its way, this year's event, and these choices now."""
    done = state.phase in (Phase.PASSING, Phase.REPORT, Phase.OVER)
    start = replace(state, year=state.year + 1, event=None) if done else state
    return Story(
        scenario=scenario,
        start=start,
        decided=tuple(
            Chosen(start.year, what, weight_of(what, start, scenario), delay_of(what, start))
            for what in chosen
        ),
        happened=(Chosen(start.year, start.event),) if start.event else (),
        last_year=min(until or state.last_year, state.last_year),
    )


def _with_hidden_effect(start: GameState, luck: ManyFutures) -> State:
    """The stocks in every lane. How well new ways turn out here is as unknown as the luck."""
    lanes = luck.futures * luck.arms
    stocks = start.municipality.repeated(lanes)
    slots = [luck.fractions(0, "true_effect", slot) for slot in range(4)]
    normal = (sum(slots) - MEAN_OF_FOUR) / SPREAD_OF_FOUR
    if luck.strength_on is not None:
        normal = normal * luck.strength_on
    spread = start.parameters.n.true_effect_spread[0, 0]
    stocks.true_effect[0, 0] = np.maximum(0.0, 1.0 + spread * normal)
    return stocks


def _fan(story: Story, names: tuple[str, ...], values: Array) -> Fan:
    return Fan(tuple(story.years), names, values, bands_of(values))


def bands_of(values: Array) -> Array:
    """The quantiles LEVELS over the last axis, `(level, ...)`, with straight lines between values.

    The same as numpy's, but sorted once for all of them: a fan is drawn while a control is dragged.
    """
    in_order = np.sort(values, axis=-1)
    at = np.array(LEVELS) * (values.shape[-1] - 1)
    below = at.astype(np.intp)
    part = at - below
    above = np.minimum(below + 1, values.shape[-1] - 1)
    bands = in_order[..., below] * (1.0 - part) + in_order[..., above] * part
    return np.moveaxis(bands, -1, 0)
