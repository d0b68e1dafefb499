"""Numbers as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.text.numbers import MINUS, SPACE, nok, nok_millions, number, percent, signed


@pytest.mark.parametrize(
    ("value", "decimals", "language", "shown"),
    [
        (1234.5, 1, "nb", "1\u00a0234,5"),
        (1234.5, 1, "en", "1,234.5"),
        (-3.25, 1, "nn", "\u22123,2"),
        (0.0, 0, "nb", "0"),
        (-0.04, 1, "nb", "0,0"),
        (1_000_000, 0, "nb", "1\u00a0000\u00a0000"),
        (float("nan"), 1, "nb", "–"),
        (float("inf"), 1, "nb", "–"),
    ],
)
def test_a_number_is_shown_as_people_write_it(
    value: float, decimals: int, language: str, shown: str
) -> None:
    assert number(value, decimals, language) == shown


def test_a_share_is_shown_in_per_cent() -> None:
    assert percent(0.0973, 1, "nb") == "9,7\u00a0%"
    assert percent(0.0973, 1, "en") == "9.7%"


def test_a_change_has_a_sign_unless_it_rounds_to_nothing() -> None:
    assert signed(1.4, 1) == "+1,4"
    assert signed(-0.8, 1) == "\u22120,8"
    assert signed(0.04, 1) == "0,0"
    assert signed(-0.04, 1) == "0,0"
    assert signed(float("nan")) == "–"


def test_money_is_shown_in_millions_or_whole_kroner() -> None:
    assert nok_millions(14_200_000, "nb") == "14,2\u00a0mill.\u00a0kr"
    assert nok_millions(14_200_000, "en") == "NOK\u00a014.2\u00a0million"
    assert nok(250_000) == "250\u00a0000\u00a0kr"
    assert nok(-250_000, "en") == "NOK\u00a0\u2212250,000"


@given(st.floats(-1e12, 1e12), st.integers(0, 3))
def test_a_shown_number_read_back_is_the_rounded_number(value: float, decimals: int) -> None:
    shown = number(value, decimals)

    read = float(shown.replace(SPACE, "").replace(",", ".").replace(MINUS, "-"))

    assert read == float(f"{value:.{decimals}f}")


@given(st.floats(-1e9, 1e9), st.integers(0, 2))
def test_a_number_never_breaks_over_two_lines(value: float, decimals: int) -> None:
    assert " " not in nok_millions(value, "nb", decimals)
