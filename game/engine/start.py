"""A new game: from a scenario and a seed to the first state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from game.content.parameter_files import load_national
from game.content.scenario import Municipality, Scenario
from game.content.words import AgeGroup
from game.engine.council import MOST, first_seats, friendly_seats
from game.engine.game_state import GameState, Phase, Record
from game.engine.measured import measured
from game.engine.setup import SOFT_SHIFT, Difficulty, Setup
from game.engine.turn import open_turn
from game.model.axes import AGES, LABOUR_MARKETS, LEADERSHIP, SOFT
from game.model.draws import MEAN_OF_FOUR, SPREAD_OF_FOUR, chance, no_luck
from game.model.lanes import Array, Levers
from game.model.parameter_set import National, Start
from game.model.start import begin
from game.model.step import observe

LANES = 2


def new_game(scenario: Scenario, seed: int, setup: Setup | None = None) -> GameState:
    """The opening of the first year."""
    national, setup = load_national(), setup or Setup()
    start = replace(starting_point(scenario.municipality, national), first_year=scenario.starts)
    start = replace(start, soft=_as_hard(start.soft, setup.difficulty))
    municipality, parameters = begin(national, start, LANES)
    municipality.true_effect[:] = true_effect(seed, national)
    rest = observe(municipality, Levers(LANES), no_luck(LANES), parameters, 0)
    turns = setup.preset.lengths(scenario.turns)
    opening = Record(scenario.starts - 1, measured(municipality, rest, parameters, scenario.starts))
    state = GameState(
        seed=seed,
        year=scenario.starts,
        first_year=scenario.starts,
        last_year=scenario.starts + sum(turns) - 1,
        phase=Phase.PICTURE,
        setup=setup,
        turns=turns,
        municipality=municipality,
        parameters=parameters,
        latest=rest,
        earlier=rest,
        records=(opening,),
        seats=first_seats(),
    )
    values = {**opening.values, "friendly_seats": float(friendly_seats(state))}
    return open_turn(replace(state, records=(replace(opening, values=values),)), scenario)


def _as_hard(soft: tuple[float, ...], difficulty: Difficulty) -> tuple[float, ...]:
    """The first day's mood, a little better or worse where the game is easier or harder."""
    shift = dict.fromkeys(("trust", "wellbeing"), SOFT_SHIFT[difficulty])
    return tuple(
        min(MOST, max(0.0, level + shift.get(name, 0.0)))
        for name, level in zip(SOFT, soft, strict=True)
    )


def true_effect(seed: int, national: National) -> float:
    """How well new ways turn out in this game: near 1, drawn once, never shown."""
    fours = [chance(seed, 0, "true_effect", slot) for slot in range(4)]
    normal = (sum(fours) - MEAN_OF_FOUR) / SPREAD_OF_FOUR
    return max(0.0, 1.0 + float(national.true_effect_spread[0, 0, 0]) * normal)


def starting_point(place: Municipality, national: National) -> Start:
    """What the scenario says of the municipality, as the model wants it."""
    residents = sum(place.inhabitants.values())
    return Start(
        population=population_by_age(place.inhabitants, national),
        labour_market=LABOUR_MARKETS.index(place.labour_market),
        position_size=place.position_size,
        full_time_share=place.full_time_share,
        sick_leave_rate=place.sick_leave_rate,
        turnover_rate=place.turnover_rate,
        agency_share=place.agency_share,
        vacancy_share=place.vacancy_share,
        reserve_fund_nok=place.reserve_fund,
        general_revenue_nok=place.revenue_per_inhabitant * residents,
        net_operating_result_share=place.net_operating_result_share,
        payroll_tax_share=place.payroll_tax_share,
        debt_share=place.debt_share,
        soft=tuple(_soft(place, name) for name in SOFT),
        applicant_level=place.applicant_level,
        care_use_decline_rate=place.care_use_decline_rate,
    )


def _soft(place: Municipality, name: str) -> float:
    # a scenario tells of leadership as one number, which all six areas start from
    return float(getattr(place, "leadership" if name in LEADERSHIP else name))


def population_by_age(groups: Mapping[AgeGroup, int], national: National) -> Array:
    """Age groups spread on single ages by survival, and on sex by the country's shares, `(2, 106)`.

    Within a group an age has as many people as would be left of the age before it.
    """
    women = national.women_share_by_age[0, :, 0]
    deaths = (national.death_rate_women + national.death_rate_men)[0, :, 0] / 2.0
    by_age = np.zeros(AGES)
    for group, count in groups.items():
        first, last = _span(group)
        left = np.cumprod(1.0 - np.minimum(deaths[first : last + 1], 1.0))
        by_age[first : last + 1] = count * left / left.sum()
    return np.stack([by_age * women, by_age * (1.0 - women)])


def _span(group: str) -> tuple[int, int]:
    first, _, last = group.rstrip("+").partition("-")
    return int(first), int(last) if last else AGES - 1
