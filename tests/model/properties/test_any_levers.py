"""Any levers, any luck, any parameters within their ranges: the model stays a model."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.parameter_files import load_national, records
from game.lab.properties import bounds
from game.lab.properties.ground import Trial, town
from game.lab.properties.records import range_of
from game.model.draws import year_luck
from game.model.lanes import LEVERS
from game.model.parameter_set import National
from game.model.variables import VARIABLES

parts = st.floats(-1.0, 1.0)
pulls = st.lists(parts, min_size=len(LEVERS), max_size=len(LEVERS))
RECORDS = records()
places = st.lists(st.floats(0.0, 1.0), min_size=len(RECORDS), max_size=len(RECORDS))


def pulled(trial: Trial, amounts: list[float]) -> None:
    """Every lever as far as this part of all its variable can be."""
    for name, amount in zip(LEVERS, amounts, strict=True):
        most = VARIABLES[name].highest - VARIABLES[name].lowest
        trial.levers.of(name)[:] = amount * most


def somewhere(where: list[float]) -> National:
    """All numbers, each at a place of its own within its range."""
    national = load_national()
    moved = {}
    for record, place in zip(RECORDS, where, strict=True):
        low, high, times = range_of(record)
        end = low + place * (high - low)
        value = getattr(national, record.id)
        moved[record.id] = value * end if times else np.full_like(value, end)
    return replace(national, **moved)


def stays_a_model(trial: Trial, seed: int, years: int) -> None:
    """Play on and look at every number of every year."""
    for year in range(years):
        trial.luck = year_luck(seed, 2026 + year, trial.lanes)
        faults = bounds.faults(trial.state, trial.go_on(1))
        assert not faults, "\n".join(faults)


@given(pulls, st.integers(0, 2**31))
@settings(max_examples=40)
def test_all_levers_at_once_however_far(amounts: list[float], seed: int) -> None:
    trial = town(2)
    pulled(trial, amounts)

    stays_a_model(trial, seed, years=5)


@given(places, pulls, st.integers(0, 2**31))
@settings(max_examples=25)
def test_any_parameters_with_any_levers(
    where: list[float], amounts: list[float], seed: int
) -> None:
    trial = town(2, n=somewhere(where))
    pulled(trial, [amount / 10.0 for amount in amounts])

    stays_a_model(trial, seed, years=4)
