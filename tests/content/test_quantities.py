"""Amounts as authors write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import units
from game.content.quantity import Quantity, Unclear, quantity
from game.model.variables import VARIABLES
from game.text.numbers import number


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("6 mnok", "6", "mnok"),
        ("250 000 nok", "250000", "nok"),
        ("250\u00a0000 nok", "250000", "nok"),
        ("120 nok per inhabitant", "120", "nok per inhabitant"),
        ("+4 points", "4", "points"),
        ("-0,8 points", "-0.8", "points"),
        ("\u22120.8 points", "-0.8", "points"),
        ("- 3 %", "-3", "%"),
        ("10,4%", "10.4", "%"),
        ("1 year", "1", "years"),
        ("5 120", "5120", ""),
        ("0,125", "0.125", ""),
        ("40 % each year", "40", "% each year"),
    ],
)
def test_a_quantity_is_read_as_it_is_meant(written: str, value: str, unit: str) -> None:
    assert quantity(written) == Quantity(Decimal(value), unit)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "mye",
        "6.000",
        "12,500",
        "1 23",
        "5 1200",
        "1,2,3",
        "6 dollar",
        "2 år",
        "9" * 16,
        "1e400",
    ],
)
def test_what_is_not_clear_is_refused(written: str) -> None:
    with pytest.raises(Unclear):
        quantity(written)


def test_a_number_with_two_meanings_is_told_both_ways() -> None:
    with pytest.raises(Unclear) as caught:
        quantity("6.125")

    assert caught.value.what == "«6.125» kan bety både 6 125 og 6,1250."


def test_shares_become_parts_of_one_and_money_becomes_kroner() -> None:
    assert units.share("10,4 %") == 0.104
    assert units.money("6,5 mnok") == (6_500_000.0, False)
    assert units.money("120 nok per inhabitant") == (120.0, True)
    assert units.chance("40 % each year") == 0.4
    assert units.years("2 years") == 2


def test_a_change_is_read_in_the_unit_of_its_quantity() -> None:
    assert units.change("+4 points", VARIABLES["trust"]) == (4.0, False)
    assert units.change("-0,8 points", VARIABLES["sick_leave_rate"]) == (-0.008, False)
    assert units.change("-3 %", VARIABLES["home_care_need"]) == (-0.03, False)
    assert units.change("-2 mnok", VARIABLES["reserve_fund"]) == (-2_000_000.0, False)
    assert units.change("90 nok per inhabitant", VARIABLES["operating_cost"]) == (90.0, True)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("+4 %", "sick_leave_rate"),
        ("+4", "trust"),
        ("+4 points", "home_care_need"),
        ("+4", "applicants"),
        ("+4 %", "reserve_fund"),
    ],
)
def test_a_change_in_the_wrong_unit_is_refused(written: str, name: str) -> None:
    with pytest.raises(Unclear):
        units.change(written, VARIABLES[name])


def test_a_threshold_is_read_in_the_unit_of_its_quantity() -> None:
    assert units.threshold("40 points", VARIABLES["trust"]) == 40.0
    assert units.threshold("40", VARIABLES["trust"]) == 40.0
    assert units.threshold("10 %", VARIABLES["sick_leave_rate"]) == 0.1
    assert units.threshold("110 %", VARIABLES["home_care_need"]) == 1.1
    assert units.threshold("9 000", VARIABLES["population"]) == 9000.0
    assert units.threshold("2028", VARIABLES["year"]) == 2028.0
    assert units.threshold("20 mnok", VARIABLES["reserve_fund"]) == 20_000_000.0


@given(st.integers(-(10**9), 10**9), st.sampled_from([0, 1, 2, 4]))
def test_what_the_game_writes_the_reader_reads(whole: int, decimals: int) -> None:
    value = whole / 10**decimals

    assert float(quantity(number(value, decimals)).value) == pytest.approx(value)


@given(st.text(max_size=40))
def test_any_text_is_a_quantity_or_unclear(text: str) -> None:
    try:
        quantity(text)
    except Unclear as unclear:
        assert unclear.what and unclear.fix
