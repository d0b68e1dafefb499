"""Tries the statements about the model in the running model: same years, with and without a change.

Luck is off, so that what differs is the change alone. Both the lab and the book call this.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from game.content.behaviour_checks import EVERY_LEVER, EVERYTHING, SIZE, Check, Words
from game.content.load import load_scenario
from game.content.loops import Link
from game.engine.start import starting_point
from game.engine.trial_years import STOCK, Trial, values_after
from game.model.draws import no_luck
from game.model.lanes import LEAST_LANES, LEVERS, Levers
from game.model.parameter_set import National, Start
from game.model.start import begin
from game.model.step import observe
from game.model.variables import CHANGEABLE, VARIABLES

SCENARIO = "fjellvik"
SAME = 1e-9
"""Two numbers closer than this, against their size, are the same."""
MONEY_SHARE = 0.1
"""How much of a year's revenue a money lever is moved when every lever is tried at its ends."""
MOST_PROJECTS = 20.0
SLACK = 1e-6
MOST_TOLD = 3
MAY_BE_NEGATIVE = frozenset({"reserve_fund_nok", "debt_nok", "true_effect"})


@dataclass(frozen=True)
class Finding:
    """One expectation of a statement: the number without and with the change."""

    variable: str
    words: Words
    plain: float
    changed: float
    holds: bool


@dataclass(frozen=True)
class Outcome:
    """What came of one statement."""

    check: Check
    findings: tuple[Finding, ...]
    broken: str = ""
    """The variable, or the lever and variable, that left its limits, in words."""

    @property
    def holds(self) -> bool:
        """Whether all of it is so."""
        return not self.broken and all(finding.holds for finding in self.findings)


def try_checks(checks: Iterable[Check], national: National) -> tuple[Outcome, ...]:
    """Every statement tried in Fjellvik with these national numbers."""
    checks = tuple(checks)
    start = starting_point(load_scenario(SCENARIO).municipality, national)
    # a division by nought is told as a statement that does not hold, not as a warning
    with np.errstate(all="ignore"):
        revenue = _revenue(national, start)
        trials = [trial for check in checks for trial in _trials(check, revenue)]
        values = values_after(trials, national, start)
        return tuple(_tried(check, values, national, start, revenue) for check in checks)


def _trials(check: Check, revenue: float) -> list[Trial]:
    """What must be tried with the numbers as they are: without the change, and with it."""
    if check.vary == EVERY_LEVER:
        return [Trial.of(levers, check.after) for levers in _ends(revenue)]
    plain = Trial.of(dict(check.given), check.after)
    return [plain] if check.links or check.vary == SIZE else [plain, _changed(check)]


def _changed(check: Check) -> Trial:
    given = dict(check.given)
    return Trial.of({**given, check.vary: given.get(check.vary, 0.0) + check.amount}, check.after)


def _tried(
    check: Check,
    values: Mapping[Trial, dict[str, float]],
    national: National,
    start: Start,
    revenue: float,
) -> Outcome:
    if check.vary == EVERY_LEVER:
        return Outcome(check, (), _outside(_trials(check, revenue), values))
    plain = Trial.of(dict(check.given), check.after)
    if check.links:
        changed = values_after([plain], _without(check.links, national), start)[plain]
    elif check.vary == SIZE:
        changed = values_after([plain], national, _times(start, check.amount))[plain]
    else:
        changed = values[_changed(check)]
    findings = [
        _finding(name, words, values[plain][name], changed[name])
        for name, words in check.expect
        if name != EVERYTHING
    ]
    broken = _faults(changed) if (EVERYTHING, "within limits") in check.expect else ""
    return Outcome(check, tuple(findings), broken)


def _without(links: Iterable[Link], national: National) -> National:
    """The numbers with some links at nought."""
    for link in links:
        values = getattr(national, link.record).copy()
        values[link.cell()] = 0.0
        national = replace(national, **{link.record: values})
    return national


def _times(start: Start, times: float) -> Start:
    return replace(
        start,
        population=start.population * times,
        reserve_fund_nok=start.reserve_fund_nok * times,
        general_revenue_nok=start.general_revenue_nok * times,
    )


def _finding(name: str, words: Words, plain: float, changed: float) -> Finding:
    difference, closest = changed - plain, SAME * max(1.0, abs(plain))
    holds = {
        "rises": difference > closest,
        "falls": difference < -closest,
        "holds": abs(difference) <= closest,
        "not higher": difference <= closest,
        "not lower": difference >= -closest,
        "within limits": not _fault(name, changed),
    }
    return Finding(name, words, plain, changed, holds[words])


def _fault(name: str, value: float) -> str:
    if not math.isfinite(value):
        return f"{name} er ikke et tall"
    if name.startswith(STOCK):
        is_wrong = value < 0.0 and name.removeprefix(STOCK) not in MAY_BE_NEGATIVE
        return f"{name} er under null" if is_wrong else ""
    variable = VARIABLES.get(name)
    if variable is None or variable.unit == "year":
        return ""
    if variable.unit == "relative":
        # how far above the usual a thing can come has no end
        return f"{name} er under null" if value < 0.0 else ""
    slack = SLACK * max(1.0, abs(variable.highest))
    if not variable.lowest - slack <= value <= variable.highest + slack:
        return f"{name} er {value:.4g}"
    return ""


def _faults(values: dict[str, float]) -> str:
    found = [fault for name, value in values.items() if (fault := _fault(name, value))]
    more = [f"og {len(found) - MOST_TOLD} til"] if len(found) > MOST_TOLD else []
    return ", ".join([*found[:MOST_TOLD], *more])


def _outside(trials: Iterable[Trial], values: Mapping[Trial, dict[str, float]]) -> str:
    """Which lever took what out of its limits; nothing when none did."""
    for trial in trials:
        if found := _faults(values[trial]):
            names = [name for name, _ in trial.levers]
            return f"{names[0] if len(names) == 1 else 'alle spaker'}: {found}"
    return ""


def _revenue(national: National, start: Start) -> float:
    state, p = begin(national, start, LEAST_LANES)
    year = observe(state, Levers(LEAST_LANES), no_luck(LEAST_LANES), p, 0)
    return float(year.revenue_nok[0, 0, 0])


def _ends(revenue: float) -> list[dict[str, float]]:
    """Each lever alone at both ends, then all of them down and all of them up."""
    lows, highs = ({name: _end(name, end, revenue) for name in LEVERS} for end in (0, 1))
    return [*({name: end[name]} for name in LEVERS for end in (lows, highs)), lows, highs]


def _end(name: str, end: int, revenue: float) -> float:
    """How far a lever can be pulled down (0) or up (1)."""
    if name not in CHANGEABLE:
        return MOST_PROJECTS * end
    if VARIABLES[name].unit == "nok":
        return revenue * MONEY_SHARE * (1.0 if end else -1.0)
    span = VARIABLES[name].highest - VARIABLES[name].lowest
    return span if end else -span
