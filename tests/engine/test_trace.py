"""Where a number came from: every quantity of a year with the terms of its own equation."""

from __future__ import annotations

import inspect
import sys
from dataclasses import fields
from functools import cache

import numpy as np
import pytest

from game.engine.what_if.equations import equations_by_code
from game.engine.what_if.trace import Traced, trace, where
from game.model import money, need, people, service, society, workforce
from game.model.draws import year_luck
from game.model.lanes import LEVERS, Levers, State
from game.model.step import step
from game.model.variables import VARIABLES
from game.model.year import Year
from tests.engine.what_if_kit import a_played_game

MODULES = (people, need, workforce, service, money, society)


@cache
def a_year() -> tuple[dict[str, Traced], State, Year]:
    """A year in the middle of a game with something done in it, traced and as it was."""
    state = a_played_game("balanced", 3).year_starts[2032]
    levers = Levers(2)
    for number, name in enumerate(LEVERS):
        levers.of(name)[:] = 1e-4 * (number + 1)
    given = (state.municipality, levers, year_luck(3, 2032, 2), state.parameters, state.index)
    after, year = step(*given)
    return trace(*given), after, year


def test_every_quantity_of_the_year_is_there_with_its_own_value() -> None:
    traced, _, year = a_year()

    for entry in fields(Year):
        assert (traced[entry.name].value == getattr(year, entry.name)[..., 0]).all(), entry.name
        assert traced[entry.name].inputs, entry.name


def test_every_stock_that_an_equation_writes_is_there() -> None:
    traced, after, _ = a_year()

    for name in ("population", "staff", "soft"):
        assert (traced[f"after.{name}"].value == getattr(after, name)[..., 0]).all()


def test_what_an_equation_gives_is_what_its_inputs_make() -> None:
    traced, _, _ = a_year()
    functions = {name: f for module in MODULES for name, f in inspect.getmembers(module)}
    tried = 0
    for quantity in traced.values():
        function = functions.get(quantity.equation)
        if function is None or not _takes_arrays_only(quantity, function):
            continue
        given = {i.name: np.repeat(i.value[..., None], 2, -1) for i in quantity.inputs}
        tried += 1
        assert function(**given)[..., 0] == pytest.approx(quantity.value), quantity.name
    assert tried >= 20


def _takes_arrays_only(quantity: Traced, function: object) -> bool:
    names = list(inspect.signature(function).parameters)  # type: ignore[arg-type]
    wide = all(entry.value.ndim == 2 for entry in quantity.inputs)
    return wide and [entry.name for entry in quantity.inputs] == names


def test_one_can_walk_back_from_a_meter_to_stocks_choices_luck_and_records() -> None:
    traced, _, _ = a_year()
    seen: set[str] = set()
    kinds: set[str] = set()
    left = ["staffing", "services", "after.soft", "money"]
    while left:
        name = left.pop()
        if name in seen:
            continue
        seen.add(name)
        for entry in traced[name].inputs:
            kinds.add(entry.origin.kind)
            if entry.origin.kind == "quantity":
                left.append(entry.origin.name)

    assert {"stock", "change", "lever", "record", "start", "quantity"} <= kinds
    assert {"needed_fte", "present_fte", "sick_by_profession", "drivers"} <= seen


def test_an_equation_comes_with_symbol_unit_source_and_words() -> None:
    traced, _, _ = a_year()
    sick = traced["sick_by_profession"]

    assert (sick.equation, sick.symbol, sick.unit) == ("sick_leave_rate", "k", "share")
    assert sick.source == "relative_sick_leave" and "k = base" in sick.formula
    assert [entry.name for entry in sick.inputs] == ["base", "factor", "shift"]
    assert sick.inputs[2].origin.name == "sick_leave_rate"


def test_a_plain_share_comes_with_the_expression_the_model_writes() -> None:
    staffing = a_year()[0]["staffing"]

    assert not staffing.equation
    assert "needed_fte" in staffing.formula
    assert "needed_fte" in {entry.origin.name for entry in staffing.inputs}


def test_every_equation_of_a_year_is_heard() -> None:
    traced, _, _ = a_year()
    heard = {quantity.equation for quantity in traced.values()} - {""}
    known = {equation.name for equation in equations_by_code().values()}
    at_start_only = {"fte_per_resident", "staffing_norm"}

    assert heard <= known
    assert len(heard) >= len(known - at_start_only) * 0.9, known - heard


def test_nothing_is_listened_to_afterwards() -> None:
    a_year.cache_clear()
    before = sys.getprofile()
    a_year()

    assert sys.getprofile() is before


@pytest.mark.parametrize("name", sorted(VARIABLES))
def test_where_a_variable_is_read_from_is_a_traced_quantity(name: str) -> None:
    found = where(name)

    if found is None:
        return
    quantity, row = found
    assert a_year()[0][quantity].value.shape[0] > row
