"""Every number of the model is a record with unit, range, status and source."""

from __future__ import annotations

import re

import numpy as np
import pytest

from game.content.parameter_files import (
    STATUSES,
    Record,
    load_national,
    records,
    sources,
)
from game.engine.start import population_by_age
from game.model.axes import AGE_GROUP_STARTS, FIRST_YEAR
from game.model.draws import no_luck
from game.model.lanes import Levers
from game.model.parameter_set import shapes
from game.model.start_people import death_probabilities
from game.model.step import observe
from tests.kit import a_municipality, fjellvik

ALL = records()


@pytest.mark.parametrize("record", ALL, ids=lambda record: record.id)
def test_a_record_says_what_it_is_and_how_we_know(record: Record) -> None:
    body = record.body

    assert set(body["name"]) == {"nb", "nn", "en"}
    assert body["unit"]
    assert " to " in body["range"]
    assert record.status in STATUSES
    if record.status in ("measured", "estimated"):
        assert body["source"]["id"] in sources()
    if record.status == "estimated":
        assert body["how"]
    if record.status in ("assumed", "game choice"):
        assert body["note"]
    if "source" in body:
        assert body["source"]["id"] in sources()


@pytest.mark.parametrize(
    "record", [r for r in ALL if "value" in r.body], ids=lambda record: record.id
)
def test_a_value_lies_within_its_own_range(record: Record) -> None:
    low, high = (
        float(part.replace(",", ".").replace(" ", ""))
        for part in record.body["range"].split(" to ")
    )
    value = float(record.body["value"].replace(",", ".").replace(" ", ""))

    assert low <= value <= high


def test_every_source_is_used_by_a_number() -> None:
    used = {record.body["source"]["id"] for record in ALL if "source" in record.body}

    assert used == set(sources())


def test_every_record_is_used_and_every_field_has_a_record() -> None:
    assert {record.id for record in ALL} == set(shapes())


def test_every_parameter_is_read_somewhere_in_the_game() -> None:
    from pathlib import Path

    game = Path(__file__).parents[2] / "game"
    code = "\n".join(
        path.read_text("utf-8") for path in game.rglob("*.py") if path.name != "parameter_set.py"
    )
    unread = [name for name in shapes() if not re.search(rf"\b{name}\b", code)]

    assert not unread


def test_shares_sum_to_one_where_they_must() -> None:
    n = load_national()

    np.testing.assert_allclose(n.profession_mix.sum(axis=1), 1.0)
    np.testing.assert_allclose(n.staff_share_by_band.sum(), 1.0)
    np.testing.assert_allclose(n.hire_share_by_band.sum(), 1.0)
    np.testing.assert_allclose(n.service_weight.sum(), 1.0)
    weights = (
        n.quality_weight_coverage
        + n.quality_weight_continuity
        + n.quality_weight_competence
        + n.quality_weight_innovation
    )
    np.testing.assert_allclose(weights, 1.0)


def test_death_rates_agree_with_the_register_at_the_ages_that_count() -> None:
    women, men = death_probabilities(load_national(), 2022 - FIRST_YEAR)[0][:, :, 0]

    # share of a cohort gone in a year, Norway 2020-24, SSB 07459: women, men
    for age, share_women, share_men in ((80, 0.034, 0.051), (85, 0.069, 0.098), (90, 0.136, 0.174)):
        assert abs(women[age] - share_women) < 0.006
        assert abs(men[age] - share_men) < 0.006


def test_the_start_population_keeps_every_age_group_of_the_scenario() -> None:
    place = fjellvik().municipality

    by_age = population_by_age(place.inhabitants, load_national()).sum(axis=0)

    np.testing.assert_allclose(by_age.sum(), sum(place.inhabitants.values()))
    np.testing.assert_allclose(by_age[80:90].sum(), place.inhabitants["80-89"])
    assert AGE_GROUP_STARTS[-2] == 90


def test_the_first_year_is_what_the_scenario_says() -> None:
    place = fjellvik().municipality
    state, p = a_municipality()

    year = observe(state, Levers(2), no_luck(2), p, 0)

    employed = float(year.employed_fte[0, 0, 0])
    position = employed / float(year.employees[0, 0, 0])
    sick = 1.0 - float(year.present_fte[0, 0, 0]) / employed
    assert abs(position - place.position_size) < 0.01
    assert abs(sick - place.sick_leave_rate) < 0.005
    assert abs(float(year.result_share[0, 0, 0]) - place.net_operating_result_share) < 1e-9
    covered = 1.0 - place.vacancy_share * (1.0 - place.agency_share)
    assert abs(float(year.staffing[0, 0, 0]) - covered) < 0.002


def test_wages_are_the_largest_part_of_spending() -> None:
    state, p = a_municipality()

    year = observe(state, Levers(2), no_luck(2), p, 0)

    spending = float((year.revenue_nok - year.result_nok)[0, 0, 0])
    # 64-68 % of gross spending in the country, from memory; buildings and grants make it less here
    assert 0.48 < float(year.wage_cost_nok[0, 0, 0]) / spending < 0.70


def test_employees_per_resident_are_as_in_norwegian_municipalities() -> None:
    state, p = a_municipality()

    year = observe(state, Levers(2), no_luck(2), p, 0)

    per_thousand = (
        1000.0 * float(year.employed_fte[0, 0, 0]) / float(state.population[:, :, 0].sum())
    )
    # 75.7 FTE per 1 000 residents with the counties (KS, end of 2024); small places have more
    assert 65.0 < per_thousand < 95.0
