"""Years in one municipality under many sets of levers at once, a lane each, without luck."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

import numpy as np

from game.engine.measured import measured
from game.model.axes import FIRST_YEAR
from game.model.draws import no_luck
from game.model.lanes import LEAST_LANES, STATE_LAYOUT, Array, Levers, State
from game.model.parameter_set import National, Start
from game.model.start import begin
from game.model.step import step
from game.model.variables import VARIABLES
from game.model.year import Year

STOCK = "stock "
"""What the name of a stock's smallest number begins with."""


@dataclass(frozen=True)
class Trial:
    """Levers that are pulled, and after how many years the municipality is looked at."""

    levers: tuple[tuple[str, float], ...]
    years: int

    @classmethod
    def of(cls, levers: Mapping[str, float], years: int) -> Trial:
        """The trial of these levers."""
        return cls(tuple(sorted(levers.items())), years)


def values_after(
    trials: Iterable[Trial], national: National, start: Start
) -> dict[Trial, dict[str, float]]:
    """Every variable at the end of each trial, and the smallest number of each stock.

    A lever that is a stock is pushed in the first year; a rate is held every year.
    """
    order = tuple(dict.fromkeys(trials))
    lanes = max(LEAST_LANES, len(order))
    state, p = begin(national, start, lanes)
    found: dict[Trial, dict[str, float]] = {}
    for index in range(max((trial.years for trial in order), default=0)):
        state, year = step(state, _levers(order, index, lanes), no_luck(lanes), p, index)
        for lane, trial in enumerate(order):
            if trial.years == index + 1:
                here = state.lane(lane)
                values = measured(here, _year_of(year, lane), p, FIRST_YEAR + index)
                found[trial] = values | _least_of_stocks(here)
    return found


def _levers(trials: tuple[Trial, ...], index: int, lanes: int) -> Levers:
    levers = Levers(lanes)
    for lane, trial in enumerate(trials):
        for name, amount in trial.levers:
            is_stock = name in VARIABLES and VARIABLES[name].change == "stock"
            if index == 0 or not is_stock:
                levers.of(name)[:, :, lane] = amount
    return levers


def _year_of(year: Year, lane: int) -> Year:
    """One lane of a year, in a year of its own."""
    return Year(**{entry.name: _lane(getattr(year, entry.name), lane) for entry in fields(Year)})


def _lane(values: Array, lane: int) -> Array:
    # what is the same for all lanes has only one
    own = values[..., lane : lane + 1] if values.shape[-1] > 1 else values
    return np.repeat(own, LEAST_LANES, -1)


def _least_of_stocks(state: State) -> dict[str, float]:
    return {STOCK + name: float(getattr(state, name).min()) for name, _, _ in STATE_LAYOUT}
