"""What must come out the same: lanes alone or together, a game resumed, twice the municipality.

All to the last bit, except twice the municipality, which may differ by rounding.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from game.lab.properties.accounts import pull_everything
from game.lab.properties.ground import Trial, quantities, texts, the_start, town
from game.model.lanes import Array, Levers, State
from game.model.parameter_set import Start

LANES = 7
ALONE = 3
SEED = 7
FIRST_YEARS, LATER_YEARS = 2, 2
ROUNDING = 1e-9


def lane_faults() -> list[str]:
    """A lane has the same year alone, in a batch, and in another order."""
    batch = town(LANES)
    pull_everything(batch, SEED)
    together = quantities(*batch.run())
    alone = quantities(*_rearranged(batch, np.array([ALONE, ALONE])).run())
    order = np.arange(LANES)[::-1]
    turned = quantities(*_rearranged(batch, order).run())
    found = []
    for name, numbers in together.items():
        if not _same(numbers[..., ALONE], alone[name][..., 0]):
            found.append(f"{name} er ulik alene og sammen med andre")
        if not _same(numbers[..., order], turned[name]):
            found.append(f"{name} følger rekkefølgen på banene")
    return found


def _rearranged(trial: Trial, lanes: NDArray[np.intp]) -> Trial:
    def picked(flat: Array) -> Array:
        return np.ascontiguousarray(flat.reshape(-1, trial.lanes)[:, lanes]).ravel()

    count = len(lanes)
    return Trial(
        State(count, picked(trial.state.flat)),
        Levers(count, picked(trial.levers.flat)),
        trial.luck[..., lanes],
        trial.p,
        trial.index,
    )


def repeat_faults() -> list[str]:
    """A year leaves all it was given untouched, comes out the same twice, and can be resumed."""
    trial = town(LANES)
    pull_everything(trial, SEED)
    resumed = trial.copy()
    given = trial.copy()
    first, second = quantities(*trial.run()), quantities(*trial.run())
    found = [
        f"{name} blir en annen når året kjøres om igjen"
        for name in first
        if not _same(first[name], second[name])
    ]
    for name, called in (("state", "beholdningene"), ("levers", "spakene")):
        if not _same(getattr(trial, name).flat, getattr(given, name).flat):
            found.append(f"året endrer det det fikk: {called}")
    if not _same(trial.luck, given.luck):
        found.append("året endrer det det fikk: flaksen")
    trial.go_on(FIRST_YEARS + LATER_YEARS)
    resumed.go_on(FIRST_YEARS)
    later = resumed.copy()
    later.go_on(LATER_YEARS)
    if not _same(trial.state.flat, later.state.flat):
        found.append("et spill som tas opp igjen, går en annen vei")
    return found


def scale_faults() -> list[str]:
    """Twice the municipality gives twice the persons, hours and kroner, and the same shares."""
    one, two = town(2), town(2, twice(the_start()))
    doubles = set(texts("accounts")["doubles"].split())
    found = []
    for _ in range(FIRST_YEARS):
        (one.state, small), (two.state, large) = one.run(), two.run()
        here, there = quantities(one.state, small), quantities(two.state, large)
        for name, numbers in here.items():
            wanted = numbers * (2.0 if name.rstrip("'") in doubles else 1.0)
            scale = float(np.abs(wanted).max(initial=1.0))
            if not np.abs(there[name] - wanted).max(initial=0.0) <= ROUNDING * scale:
                found.append(f"{name} følger ikke størrelsen på kommunen")
        one.index = two.index = one.index + 1
    return found


def twice(start: Start) -> Start:
    """The same municipality twice over: every count and every sum of kroner doubled."""
    counts = {
        name: 2.0 * getattr(start, name)
        for name in vars(start)
        if name == "population" or name.endswith("_nok")
    }
    return replace(start, **counts)


def _same(one: Array, other: Array) -> bool:
    return np.ascontiguousarray(one).tobytes() == np.ascontiguousarray(other).tobytes()
