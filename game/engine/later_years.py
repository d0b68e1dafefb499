"""The 2045 test: five more years with nobody at the wheel, and one blow that all get alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.content.scenario import Scenario
from game.engine.crisis import Values, mean_level
from game.engine.game_state import GameState
from game.engine.later import levers_from, pushes_in
from game.engine.measured import measured
from game.engine.resources import bills_in, once_in, running
from game.engine.shadow import end_without_players
from game.model.draws import no_luck
from game.model.lanes import Levers
from game.model.step import step

YEARS = 5
SHOCK_YEAR = 2
"""Which of the five years the blow falls in, from 1."""
SHOCK: Mapping[str, float] = {"sick_leave_rate": 0.015, "applicants": -0.2}
"""A hard winter: more people ill, fewer who apply. It lasts a year."""
SHOCK_REVENUE = -0.02
"""And a poor tax year, as a share of revenue."""

FIRM_LEAD, FIRM_SHARE = 5.0, 0.75
"""Points ahead of «uten dere» in the mean meter after five years, and the share of the lead kept
that it takes to stand firm."""
BREATH_LEAD = 1.0
"""The points ahead that it takes to hold one's breath."""


@dataclass(frozen=True)
class Later:
    """What the five years made of the lead over «uten dere», in points of the mean meter."""

    result: str
    """`stands_firm`, `holds_breath` or `slides_back`."""
    lead_before: float
    lead_after: float
    years: tuple[Values, ...]
    """The variables in each of the five years."""


def test_2045(state: GameState, scenario: Scenario, alone: GameState | None = None) -> Later:
    """How a game that is over fares for five years on its own.

    The same five years pass over the municipality that nobody has steered, so that what the country
    does to both is not counted. `alone` is the end of that game, when it is known.
    """
    nobody = alone or end_without_players(scenario, state.seed, state.setup)
    years, others = years_after(state, scenario), years_after(nobody, scenario)
    before = mean_level(state.now) - mean_level(nobody.now)
    after = mean_level(years[-1]) - mean_level(others[-1])
    return Later(_result(before, after), before, after, years)


def years_after(state: GameState, scenario: Scenario) -> tuple[Values, ...]:
    """The variables in each of five years after the last: no luck, no choices, one blow."""
    found: list[Values] = []
    for number in range(1, YEARS + 1):
        state = replace(state, year=state.last_year + number)
        municipality, year = step(
            state.municipality,
            _levers(state, scenario, number),
            no_luck(state.municipality.lanes),
            state.parameters,
            state.index,
        )
        values = measured(municipality, year, state.parameters, state.year)
        # what only the rules count stands still
        record = replace(state.records[-1], year=state.year, values={**state.now, **values})
        state = replace(state, municipality=municipality, records=(*state.records, record))
        found.append(record.values)
    return tuple(found)


def _levers(state: GameState, scenario: Scenario, number: int) -> Levers:
    """What was decided goes on working and costing."""
    values = {**state.now, "year": float(state.year)}
    chosen = frozenset(entry.what for entry in state.chosen)
    residents = state.now["population"]
    pushes = pushes_in(state.queue, state.year, scenario, values, chosen, residents, state.seed)
    held = sum(project.effort for project in running(state))
    cost = once_in(state, state.year) + bills_in(state, state.year)
    levers = levers_from(pushes, held, cost, state.municipality.lanes)
    if number == SHOCK_YEAR:
        for name, amount in SHOCK.items():
            levers.of(name)[:] += amount
        levers.of("revenue")[:] += SHOCK_REVENUE * state.now["revenue"]
    return levers


def _result(before: float, after: float) -> str:
    if after >= FIRM_LEAD and after >= FIRM_SHARE * before:
        return "stands_firm"
    return "holds_breath" if after >= BREATH_LEAD else "slides_back"
