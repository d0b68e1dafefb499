"""What if the use of care fell otherwise: the same game up to now, less or more need after it."""

from __future__ import annotations

import numpy as np
import pytest

from game.content.load import load_scenario
from game.engine.start import new_game
from game.engine.what_if.assumed import assuming_use_decline, use_decline_of, use_decline_range
from game.engine.what_if.forecast import Forecaster
from game.model.axes import YEARS
from game.model.start_work import CARE, OLD_GROUPS, with_use_decline

SEED = 7


@pytest.fixture(scope="module")
def scenario():
    return load_scenario("fjellvik")


@pytest.fixture(scope="module")
def opening(scenario):
    return new_game(scenario, SEED)


def test_the_game_reckons_with_the_number_of_its_record(opening):
    assert use_decline_of(opening) == pytest.approx(
        opening.parameters.n.care_use_decline_rate.item()
    )
    low, high = use_decline_range()
    assert low <= use_decline_of(opening) <= high


def test_years_up_to_now_stay_and_care_for_the_old_falls_after_them(opening):
    changed = with_use_decline(opening.parameters, 0.02, index=4).work.need_rate
    before = opening.parameters.work.need_rate
    assert len(changed) == YEARS
    assert all(np.array_equal(changed[year], before[year]) for year in range(5))
    care = changed[6][CARE, OLD_GROUPS] / before[4][CARE, OLD_GROUPS]
    assert care == pytest.approx(np.full_like(care, 0.98**2))
    rest = np.delete(changed[6], np.arange(CARE.start, CARE.stop), axis=0)
    assert np.array_equal(rest, np.delete(before[6], np.arange(CARE.start, CARE.stop), axis=0))


def test_its_own_number_changes_nothing(opening):
    same = assuming_use_decline(opening, use_decline_of(opening)).parameters.work.need_rate
    for mine, theirs in zip(same, opening.parameters.work.need_rate, strict=True):
        assert mine == pytest.approx(theirs)


def test_a_larger_fall_leaves_less_to_do_in_every_future(scenario, opening):
    ahead = Forecaster(scenario)
    as_it_is = ahead.fan(opening, ("needed_fte",), 64)
    less = ahead.fan(assuming_use_decline(opening, 0.03), ("needed_fte",), 64)
    assert (less.of("needed_fte")[-1] < as_it_is.of("needed_fte")[-1]).all()


@pytest.mark.parametrize("decline", [-0.01, 1.0])
def test_a_share_that_cannot_be_is_refused(opening, decline):
    with pytest.raises(ValueError, match="share"):
        with_use_decline(opening.parameters, decline, 0)


def test_a_year_that_is_not_there_is_refused(opening):
    with pytest.raises(ValueError, match="no year"):
        with_use_decline(opening.parameters, 0.01, YEARS)
