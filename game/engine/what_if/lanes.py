"""A game replayed in lanes, each with its own part of what was chosen, drawn and believed.

Every lane steps through `game.model.step` as the game did: conditions are tried on the lane's own
values, costs are counted by its own inhabitants, and the lane that has everything is the game to
the last digit. Lanes are told apart only when something that separates them has begun, so a
thousand lanes that differ late cost little early.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from game.content.form import Amount
from game.engine.conditions import has_chance
from game.engine.measured import Moment, in_every_lane
from game.engine.resources import chosen_names
from game.engine.what_if.lane_conditions import all_hold_in_lanes
from game.engine.what_if.lane_luck import InLanes, Luck, OwnLuck
from game.engine.what_if.plan import AtWork, Owner, Plan, plan_of
from game.engine.what_if.story import Has, Story
from game.model.batch import many_lanes
from game.model.lanes import LEAST_LANES, Array, Levers, State
from game.model.parameter_set import Parameters
from game.model.step import step
from game.model.year import Year

Rows = NDArray[np.intp]

FEW_LANES = 32
"""Up to so many it costs more to find out which lanes are still alike than to step them all."""


@dataclass(frozen=True)
class Lanes:
    """What the lanes of a replay have.

    `has` is `(thing, lane)` over `Story.things`. `luck` is the game's own unless told otherwise.
    `parameters` may hold arrays over the lanes. Lanes that differ in luck or parameters are
    `apart` from the first year.
    """

    has: Has
    luck: Luck | None = None
    parameters: Parameters | None = None
    start: State | None = None
    apart: bool = False


class Beside(Protocol):
    """Someone who stands beside a replay whose lanes are apart, and sees more than variables."""

    def pull(self, levers: Levers) -> None:
        """Pulls at levers before a year, besides what the story does."""

    def see(self, year: int, flows: Year) -> None:
        """Sees the whole of a year."""


@dataclass(frozen=True)
class Replay:
    """What became of each lane: `values` is `(year, name, lane)`, the variables as they ended."""

    years: tuple[int, ...]
    names: tuple[str, ...]
    values: Array
    state: State
    """The stocks at the end, one lane for each that turned out different."""
    lane_of: Rows
    """The lane of `state` that each lane of the replay lies in."""

    def of(self, name: str, year: int | None = None) -> Array:
        """A variable at the end of a year (else of the last), shape (lane,)."""
        row = -1 if year is None else self.years.index(year)
        return self.values[row, self.names.index(name)]


def replay(
    story: Story,
    lanes: Lanes,
    names: Iterable[str],
    breathe: Callable[[], object] | None = None,
    beside: Beside | None = None,
) -> Replay:
    """The years of a story in every lane, with these variables read at the end of each.

    `breathe` is called before each year, for those who run it beside something that must not wait.
    """
    with many_lanes():
        return _Run(story, lanes, tuple(names), beside).to_the_end(breathe)


@dataclass
class _Bill:
    nok: InLanes
    first: int
    until: int | None
    owner: Owner

    def falls_in(self, year: int) -> bool:
        """Whether it is paid as a promised yearly cost."""
        return self.first <= year and (self.until is None or year < self.until)

    def is_once(self, year: int) -> bool:
        """Whether it is paid this year and never more."""
        return self.first == self.until == year


class _Run:
    """The lanes on their way through the years. Only lanes that differ by now are stepped."""

    def __init__(
        self, story: Story, lanes: Lanes, names: tuple[str, ...], beside: Beside | None = None
    ) -> None:
        self.story, self.lanes, self.names, self.beside = story, lanes, names, beside
        self.luck = lanes.luck or OwnLuck(story.start.seed)
        self.plan: Plan = plan_of(story, self.luck)
        self.parameters = lanes.parameters or story.start.parameters
        count = lanes.has.shape[1]
        self.apart = lanes.apart or count <= FEW_LANES
        self.group: Rows = np.arange(count) if self.apart else np.zeros(count, dtype=np.intp)
        self.first: Rows = np.arange(count) if self.apart else np.zeros(1, dtype=np.intp)
        self.different = len(self.first)
        if self.different < LEAST_LANES:
            self.first = np.repeat(self.first, LEAST_LANES)
        self.known = chosen_names(story.start)
        self.rows_of: dict[str, list[int]] = {}
        for row, entry in enumerate(story.decided):
            self.rows_of.setdefault(entry.what, []).append(row)
        self.varies = np.ptp(lanes.has.astype(np.int8), axis=1)
        self.state = lanes.start or story.start.municipality.repeated(len(self.first))
        self.levers = Levers(len(self.first))
        self.values: dict[str, InLanes] = dict(story.start.now)
        self.bills = [_Bill(b.nok, b.first, b.until, None) for b in story.start.bills]
        self._fetch_masks()

    def to_the_end(self, breathe: Callable[[], object] | None = None) -> Replay:
        """Run every year and gather what was read."""
        years, found = tuple(self.story.years), []
        watched = {*self.names, *self.plan.compared} - {"year"}
        if self.plan.by_residents:
            watched.add("population")
        for year in years:
            if breathe is not None:
                breathe()
            self._branch(self.plan.toggles[year])
            self._pass(year, watched)
            read = {**self.values, "year": np.full(len(self.first), float(year))}
            found.append(np.stack([read[name] for name in self.names])[:, self.group])
        shape = (0, len(self.names), len(self.group))
        values = np.stack(found) if found else np.zeros(shape)
        return Replay(years, self.names, values, self.state, self.group)

    def _pass(self, year: int, watched: set[str]) -> None:
        start = self.story.start
        self._new_bills(year)
        self._pull_levers(year)
        if self.beside is not None:
            self.beside.pull(self.levers)
        index = year - start.first_year
        luck = self.luck.of_year(year)
        if luck.shape[2] != len(self.first):
            luck = np.repeat(luck, len(self.first), 2)
        self.state, flows = step(self.state, self.levers, luck, self.parameters, index)
        if self.beside is not None:
            self.beside.see(year, flows)
        self.values = dict(in_every_lane(Moment(self.state, flows, self.parameters, year), watched))

    # --- telling lanes apart -----------------------------------------------------------------

    def _branch(self, rows: tuple[int, ...]) -> None:
        """Split the lanes that differ in what begins this year."""
        rows = tuple(row for row in rows if self.varies[row])
        if self.apart or not rows:
            return
        key = self.group << len(rows)
        for bit, row in enumerate(rows):
            key = key | (self.lanes.has[row].astype(np.intp) << bit)
        _, first, group = np.unique(key, return_index=True, return_inverse=True)
        if len(first) == self.different:
            return
        parent = self.group[first]
        self.group, self.first, self.different = group, first, len(first)
        self._spread(parent)
        self._fetch_masks()

    def _spread(self, parent: Rows) -> None:
        """Give each new lane the past of the lane it came from."""
        old, count = self.state, len(parent)
        self.state = State(count, old.flat.reshape(-1, old.lanes)[:, parent].ravel())
        self.levers = Levers(count)
        self.values = {name: _taken(value, parent) for name, value in self.values.items()}
        for bill in self.bills:
            bill.nok = _taken(bill.nok, parent)

    def _fetch_masks(self) -> None:
        self.chosen = self.lanes.has[:, self.first]
        self.mask = self.chosen.astype(np.float64)

    # --- one year ----------------------------------------------------------------------------

    def _masked(self, amount: InLanes, owner: Owner) -> InLanes:
        return amount if owner is None else amount * self.mask[owner]

    def _without(self, amount: InLanes, rows: Iterable[int]) -> InLanes:
        for row in rows:
            amount = amount * (1.0 - self.mask[row])
        return amount

    def _new_bills(self, year: int) -> None:
        for cost in self.plan.costs[year]:
            once, yearly, lasts = cost.costly.cost, cost.costly.yearly_cost, cost.costly.cost_lasts
            if once.value:
                nok = self._total(once)
                self.bills.append(_Bill(nok, cost.first, cost.first, cost.owner))
            if yearly.value:
                nok = self._total(yearly)
                until = cost.first + lasts if lasts else None
                self.bills.append(_Bill(nok, cost.first, until, cost.owner))

    def _total(self, amount: Amount) -> InLanes:
        if not amount.per_inhabitant:
            return amount.value
        return amount.value * self.values["population"]

    def _pull_levers(self, year: int) -> None:
        self.levers.flat[:] = 0.0
        values = {**self.values, "year": float(year)}
        for work in self.plan.at_work[year]:
            row = getattr(self.levers, work.line.effect.change)[0, 0]
            row += self._amount(work, year, values)
        for held in self.plan.held:
            if held.first <= year and (held.until is None or year < held.until):
                ends = [row for row in held.ended_by if self.story.decided[row].year <= year]
                row = self.levers.of("running_projects")[0, 0]
                row += self._without(self._masked(float(held.effort), held.owner), ends)
        # what falls once and what falls each year are summed apart, as the game does
        once = sum(self._masked(b.nok, b.owner) for b in self.bills if b.is_once(year))
        yearly = sum(self._masked(b.nok, b.owner) for b in self.bills if b.falls_in(year))
        self.levers.of("operating_cost")[0, 0] += once + yearly

    def _amount(self, work: AtWork, year: int, values: dict[str, InLanes]) -> InLanes:
        line, effect = work.line, work.line.effect
        size: InLanes = effect.by
        if effect.per_inhabitant:
            size = size * values["population"]
        amount = self._masked(size * work.share * line.strength, line.owner)
        amount = self._without(self._masked(amount, line.along), line.without)
        if not effect.if_:
            return amount
        name = f"{line.promise.cause}#{line.promise.effect}"
        luck = self.luck.condition(year, name) if has_chance(effect.if_) else 0.0
        holds = all_hold_in_lanes(effect.if_, values, lambda what: self._chose(what, year), luck)
        return amount * np.asarray(holds, dtype=np.float64)

    def _chose(self, what: str, year: int) -> bool | NDArray[np.bool_]:
        """The lanes where something has been decided by now."""
        if what in self.known:
            return True
        rows = [row for row in self.rows_of.get(what, ()) if self.story.decided[row].year <= year]
        return np.asarray(self.chosen[rows].any(axis=0)) if rows else False


def _taken(value: InLanes, parent: Rows) -> InLanes:
    return value[parent] if isinstance(value, np.ndarray) else value
