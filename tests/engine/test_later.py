"""«I røret»: effects that wait, grow, end and ask for conditions."""

from __future__ import annotations

import pytest

from game.content.effects import Condition, Effect
from game.content.form import Text
from game.engine.conditions import all_hold
from game.engine.later import share_in_year


def an_effect(change: str, **timing: int) -> Effect:
    return Effect(change=change, by=6.0, because=Text(nb="prøve"), **timing)


@pytest.mark.parametrize(
    ("change", "timing", "shares"),
    [
        # a stock is added once, in equal parts
        ("trust", {}, [1, 0, 0, 0, 0]),
        ("trust", {"over": 2}, [0.5, 0.5, 0, 0, 0]),
        # and is taken back after it has lasted
        ("trust", {"lasts": 2}, [1, 0, -1, 0, 0]),
        ("trust", {"over": 2, "lasts": 2}, [0.5, 0.5, -0.5, -0.5, 0]),
        # a rate climbs and stays
        ("position_size", {"over": 3}, [1 / 3, 2 / 3, 1, 1, 1]),
        # or ends
        ("position_size", {"lasts": 2}, [1, 1, 0, 0, 0]),
    ],
)
def test_an_effect_works_in_its_years(
    change: str, timing: dict[str, int], shares: list[float]
) -> None:
    effect = an_effect(change, **timing)

    assert [share_in_year(effect, year) for year in range(5)] == pytest.approx(shares)
    assert share_in_year(effect, -1) == 0.0


def a_condition(**fields: object) -> Condition:
    return Condition.model_validate(fields)


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (a_condition(variable="trust", test="below", value=50.0), True),
        (a_condition(variable="trust", test="at most", value=40.0), True),
        (a_condition(variable="trust", test="above", value=40.0), False),
        (a_condition(variable="trust", test="at least", value=40.0), True),
        (a_condition(chose="rota"), True),
        (a_condition(not_chosen="rota"), False),
        (a_condition(chose="bonus"), False),
        (a_condition(chance=0.3), True),
        (a_condition(chance=0.1), False),
    ],
)
def test_a_condition_holds_or_not(condition: Condition, holds: bool) -> None:
    values, chosen, luck = {"trust": 40.0}, frozenset({"rota"}), 0.2

    assert all_hold([condition], values, chosen, luck) is holds


def test_any_needs_only_one_of_its_lines() -> None:
    either = a_condition(any=[a_condition(chose="bonus"), a_condition(chose="rota")])

    assert all_hold([either], {}, frozenset({"rota"}))
    assert not all_hold([either], {}, frozenset())
