"""What may become of moves, incomes, care and free hands: as unsure as the past has shown."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.content.parameter_files import load_national
from game.content.scenario import Scenario
from game.engine.start import new_game, starting_point
from game.engine.what_if.doubt import fractions_once
from game.engine.what_if.forecast import Forecaster
from game.engine.what_if.lane_luck import ManyFutures
from game.engine.what_if.tables_ahead import (
    CARE_USE,
    FREE_HANDS,
    INCOMES,
    LIFESPANS,
    RECORDS,
    SOURCES,
    Ahead,
    half_below,
    luck_ahead,
    table_doubts,
    wave_height,
    with_tables,
)
from game.model.draws import NORMALS
from game.model.lanes import Array
from game.model.parameter_set import Parameters
from game.model.start import begin
from game.model.start_work import with_use_decline
from tests.kit import a_game, a_municipality, fjellvik

FOUND = (0.037, 0.053)
"""How far off eight in ten of the municipalities with 6 500-10 000 residents were after ten years,
2014-2024 and 2010-2020 (SSB 07459), and the half of the band that the backcast itself foresaw."""


def of_size(times: float) -> Scenario:
    """Fjellvik with so many times as many people of every age."""
    place = fjellvik().municipality
    people = {age: round(count * times) for age, count in place.inhabitants.items()}
    return fjellvik().model_copy(
        update={"municipality": place.model_copy(update={"inhabitants": people})}
    )


@cache
def half_band(times: float) -> float:
    """Half of where eight in ten futures lie after ten years, relative to the middle."""
    scenario = of_size(times)
    fan = Forecaster(scenario, []).fan(new_game(scenario, 3), ("population",), 400, until=2035)
    low, _, middle, _, high = fan.band("population")[:, -1]
    return float((high - low) / 2.0 / middle)


def test_the_band_of_the_population_is_as_wide_as_the_backcast_found() -> None:
    assert FOUND[0] <= half_band(1.0) <= FOUND[1]


def test_the_population_of_a_small_place_is_more_in_doubt_than_of_a_large_one() -> None:
    assert half_band(0.15) > 1.3 * half_band(1.0)
    assert half_band(6.0) < 0.8 * half_band(1.0)


def test_the_wave_is_as_high_as_the_record_says_in_a_place_of_ten_thousand() -> None:
    n = load_national()

    assert wave_height(n, 10_000.0) == pytest.approx(n.moves_wave_spread[0, 0, 0])
    assert wave_height(n, 1_000.0) > wave_height(n, 10_000.0) > wave_height(n, 100_000.0)


def test_what_is_most_in_doubt_about_the_population_is_who_moves() -> None:
    ahead = Forecaster(fjellvik())

    found = ahead.largest_doubts(a_game(3).state, ("population", "money", "staffing"), 96)

    assert set(SOURCES) <= set(found.sources)
    assert found.largest("population")[0] == "moves"
    # each of them does something to some of it
    moved = {source: found.share[found.sources.index(source), -1].max() for source in SOURCES}
    assert all(share > 0.0 for share in moved.values())
    assert moved[CARE_USE] > 0.1 and moved[INCOMES] > 0.05


# --- each table is the one the game would have begun with ----------------------------------------


def begun_with(**numbers: float) -> Parameters:
    """Fjellvik if some national numbers were others."""
    national = load_national()
    changed = {name: getattr(national, name) * times for name, times in numbers.items()}
    other = replace(national, **changed)
    return begin(other, starting_point(fjellvik().municipality, other))[1]


def lane_of(tables: tuple[Array, ...], lane: int) -> list[Array]:
    return [table[..., min(lane, table.shape[-1] - 1)] for table in tables]


FACTORS = np.array([1.0, 0.7, 1.6])


def test_other_growth_is_the_growth_the_game_would_have_begun_with() -> None:
    _, p = a_municipality()

    found = with_tables(p, 0, {INCOMES: FACTORS}).economy.growth_level

    for lane, factor in enumerate(FACTORS):
        asked = begun_with(real_growth_rate=factor).economy.growth_level
        assert np.allclose(lane_of(found, lane), lane_of(asked, 0))


def test_other_use_of_care_is_the_use_the_slider_would_have_given() -> None:
    _, p = a_municipality()
    decline = float(p.n.care_use_decline_rate[0, 0, 0])

    found = with_tables(p, 4, {CARE_USE: FACTORS * 3.0}).work.need_rate

    for lane, factor in enumerate(FACTORS * 3.0):
        asked = with_use_decline(p, decline * factor, 4).work.need_rate
        assert np.allclose(lane_of(found, lane), lane_of(asked, 0))


def test_another_pull_from_the_country_is_the_one_the_game_would_have_begun_with() -> None:
    _, p = a_municipality()

    found = with_tables(p, 0, {FREE_HANDS: FACTORS}).work.supply_level

    for lane, factor in enumerate(FACTORS):
        asked = begun_with(supply_by_national_need=factor).work.supply_level
        assert np.allclose(lane_of(found, lane), lane_of(asked, 0))


def test_longer_lives_are_about_the_deaths_the_game_would_have_begun_with() -> None:
    state = a_game(3).state
    p, old = state.parameters, slice(67, None)
    ahead = Ahead({LIFESPANS: FACTORS}, np.zeros((15, 2, len(FACTORS))))

    luck = luck_ahead(p, state, ahead)

    people = state.municipality.population[:, old, :1]
    for lane, factor in enumerate(FACTORS):
        other = begun_with(death_rate_decline_by_age=factor).people.death_probability
        usual, asked = (
            (people * table[:, old]).sum() for table in (p.people.death_probability[14], other[14])
        )
        # luck is one number for all the old, the table has one for each age
        told = 1.0 + luck[2040][NORMALS.index("deaths"), 0, lane] * p.people.death_wobble[0, 0, 0]
        assert told == pytest.approx(asked / usual, abs=0.02)


def test_the_year_that_is_now_is_not_in_doubt() -> None:
    _, p = a_municipality()

    found = with_tables(p, 3, {source: FACTORS for source in (INCOMES, CARE_USE, FREE_HANDS)})

    for year in range(4):
        assert found.economy.growth_level[year] is p.economy.growth_level[year]
        assert found.work.need_rate[year] is p.work.need_rate[year]
        assert found.work.supply_level[year] is p.work.supply_level[year]
    assert np.ptp(found.economy.growth_level[4]) > 0.0


# --- the draws -----------------------------------------------------------------------------------


def test_half_of_the_futures_lie_under_what_the_game_goes_by() -> None:
    for doubt in table_doubts(load_national()):
        drawn = half_below(fractions_once(doubt.record, 1, 4000), doubt.lowest, doubt.highest)

        assert drawn.min() >= doubt.lowest and drawn.max() <= doubt.highest
        assert np.mean(drawn < 1.0) == pytest.approx(0.5, abs=0.03)


def test_every_number_behind_a_table_that_is_not_measured_is_in_doubt() -> None:
    doubts = {doubt.group: doubt.record for doubt in table_doubts(load_national())}

    assert doubts == RECORDS


def test_a_wave_is_added_to_the_luck_and_is_there_when_the_luck_stands_still() -> None:
    wave = np.full((len(NORMALS), 1, 3), 0.25)
    still = np.zeros((len(NORMALS), 1, 3))

    luck = ManyFutures(1, 3, luck_on=still, more={2030: wave})

    assert (luck.of_year(2030) == wave).all() and (luck.of_year(2031) == 0.0).all()
