"""Many sets of levers in one run: each lane is as it would have been alone."""

from __future__ import annotations

import pytest

from game.content.parameter_files import load_national
from game.engine.start import starting_point
from game.engine.trial_years import Trial, values_after
from game.model.parameter_set import Start
from tests.kit import fjellvik

TRIALS = (
    Trial.of({}, 3),
    Trial.of({"applicants": 0.2}, 3),
    Trial.of({"wellbeing": -15.0, "turnover_rate": 0.03}, 5),
)


def start() -> Start:
    return starting_point(fjellvik().municipality, load_national())


@pytest.mark.parametrize("trial", TRIALS, ids=str)
def test_a_trial_among_others_gives_what_it_gives_alone(trial: Trial) -> None:
    together = values_after(TRIALS, load_national(), start())

    alone = values_after([trial], load_national(), start())

    assert together[trial] == alone[trial]


def test_a_stock_is_pushed_once_and_a_rate_is_held() -> None:
    pushed, held = Trial.of({"reserve_fund": 1e6}, 2), Trial.of({"revenue": 1e6}, 2)
    plain = Trial.of({}, 2)

    values = values_after([plain, pushed, held], load_national(), start())

    # one million once, and one million in each of two years, to the fund or off the debt
    wealth = {at: found["reserve_fund"] - found["debt"] for at, found in values.items()}
    gained = [wealth[trial] - wealth[plain] for trial in (pushed, held)]
    assert gained == pytest.approx([1e6, 2e6], rel=0.01)


def test_no_trials_take_no_years() -> None:
    assert values_after([], load_national(), start()) == {}
