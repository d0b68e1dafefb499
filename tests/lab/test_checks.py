"""The statements about the model: all hold, and one that does not is told as such."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.content.behaviour_checks import Check, behaviour_checks
from game.content.parameter_files import load_national
from game.engine.behaviour import Outcome, try_checks
from game.lab.checks import printed

ALL = behaviour_checks()


@cache
def tried() -> dict[Check, Outcome]:
    return dict(zip(ALL, try_checks(ALL, load_national()), strict=True))


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.it)
def test_the_model_behaves_as_those_who_know_the_field_say(check: Check) -> None:
    outcome = tried()[check]

    assert outcome.holds, "\n".join(printed([outcome]))


def test_there_are_enough_statements_to_be_worth_reading() -> None:
    assert len(ALL) >= 25
    assert len({check.it for check in ALL}) == len(ALL)


def test_the_opposite_of_a_statement_does_not_hold() -> None:
    # a statement that holds whatever the model does would hold turned round as well
    check = next(check for check in ALL if check.vary == "turnover_rate")
    turned = replace(check, expect=(("staffing", "rises"),))

    (outcome,) = try_checks([turned], load_national())

    assert not outcome.holds
    assert printed([outcome])[0].startswith("STEMMER IKKE")
    assert "skal øke" in printed([outcome])[1]


def test_a_link_that_is_switched_off_is_felt() -> None:
    national = load_national()
    check = next(check for check in ALL if check.without == "sick_leave_by_gap")
    off = replace(national, sick_leave_by_gap=np.zeros_like(national.sick_leave_by_gap))

    (outcome,) = try_checks([check], off)

    # with the link gone from the start there is nothing left to switch off
    assert not outcome.holds
