"""«Slik kan det gå»: futures that are the same in both arms, and the doubt they differ by."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.engine.game_state import Chosen, GameState, Phase
from game.engine.turn import METERS
from game.engine.what_if.doubt import Doubt, doubts_at, drawn_factors, triangular
from game.engine.what_if.forecast import (
    LEVELS,
    Forecaster,
    bands_of,
    decided_so_far,
    futures_seed,
    story_ahead,
)
from game.engine.what_if.lane_luck import ManyFutures
from game.engine.what_if.lanes import Lanes, replay
from game.lab.players import PLAYERS
from game.model.draws import NORMALS, year_luck
from tests.engine.what_if_kit import a_played_game, forced, values_of
from tests.kit import a_game, fjellvik

PLAN, NEEDS = Chosen(2030, "competence_map"), Chosen(2030, "competence_map.needs")


@cache
def ahead() -> Forecaster:
    return Forecaster(fjellvik())


@cache
def in_2031(phase: Phase = Phase.MEASURES) -> GameState:
    session = a_game(3)
    while (session.state.year, session.state.phase) != (2031, phase):
        session.do(PLAYERS["balanced"](session.state, session.scenario))
    return session.state


def a_card() -> str:
    return in_2031().table[0]


def test_the_fan_reaches_from_this_year_to_the_last() -> None:
    fan = ahead().fan(in_2031(), METERS, futures=64)

    assert fan.years == tuple(range(2031, 2041))
    assert fan.values.shape == (10, 5, 64) and fan.bands.shape == (5, 10, 5)
    assert (np.diff(fan.bands, axis=0) >= 0.0).all()
    assert fan.of("trust").std(axis=-1).min() > 0.0


def test_whoever_analyses_the_staff_sees_a_narrower_fan() -> None:
    wide, plan, needs = (
        ahead().fan(replace(in_2031(), chosen=known), ("staffing",), futures=512).band("staffing")
        for known in ((), (PLAN,), (PLAN, NEEDS))
    )

    first, second, third = (float(band[-1, -1] - band[0, -1]) for band in (wide, plan, needs))
    assert first > second > third > 0.5 * first


def test_it_is_the_same_each_time_one_looks() -> None:
    first = ahead().fan(in_2031(), METERS, futures=40)
    again = Forecaster(fjellvik()).fan(in_2031(), METERS, futures=40)

    assert (first.values == again.values).all()


def test_a_future_is_the_same_among_few_and_among_many() -> None:
    few = ahead().fan(in_2031(), METERS, futures=64).values
    many = ahead().fan(in_2031(), METERS, futures=300).values

    assert (few == many[..., :64]).all()


def test_when_the_year_has_passed_one_looks_from_the_next() -> None:
    fan = ahead().fan(in_2031(Phase.REPORT), METERS, futures=8)
    over = ahead().fan(a_played_game("balanced", 3).state, METERS, futures=8)

    assert fan.years[0] == 2032
    assert over.years == ()


def test_one_may_look_only_some_years_ahead() -> None:
    assert ahead().fan(in_2031(), METERS, futures=8, until=2034).years[-1] == 2034


def test_a_choice_makes_no_difference_to_itself() -> None:
    kept = (a_card(),)

    found = ahead().what_if(in_2031(), METERS, chosen=(), kept=kept, futures=16)

    assert (found.difference.values == 0.0).all()
    assert (found.with_.values == ahead().fan(in_2031(), METERS, 16, kept).values).all()


def test_with_and_without_are_the_two_fans_and_their_difference() -> None:
    found = ahead().what_if(in_2031(), METERS, (a_card(),), futures=32)

    assert (found.without.values == ahead().fan(in_2031(), METERS, 32).values).all()
    assert (found.with_.values == ahead().fan(in_2031(), METERS, 32, (a_card(),)).values).all()
    assert (found.difference.values == found.with_.values - found.without.values).all()
    assert np.abs(found.difference.values).max() > 0.0


def test_paired_futures_say_more_about_a_choice_than_futures_apart() -> None:
    found = ahead().what_if(in_2031(), ("staffing", "wellbeing"), (a_card(),), futures=128)

    paired = found.difference.values[-1].std(axis=-1)
    apart = np.sqrt(2.0) * found.without.values[-1].std(axis=-1)
    assert (paired < 0.5 * apart).all()


def test_many_futures_are_run_in_blocks_that_change_nothing() -> None:
    both = ahead().what_if(in_2031(), METERS, (a_card(),), futures=700)
    few = ahead().what_if(in_2031(), METERS, (a_card(),), futures=50)

    assert (both.with_.values[..., :50] == few.with_.values).all()


def test_nothing_of_what_will_happen_in_the_game_is_told() -> None:
    state = in_2031()
    other = replace(state, queue=tuple(replace(p, factor=9.0) for p in state.queue))
    hidden = state.municipality.copy()
    hidden.true_effect[:] = 5.0

    mine = ahead().fan(state, METERS, futures=16).values
    luck = year_luck(futures_seed(state.seed), 2031, 16)

    assert (ahead().fan(other, METERS, futures=16).values == mine).all()
    assert (ahead().fan(replace(state, municipality=hidden), METERS, 16).values == mine).all()
    own = year_luck(state.seed, 2031, 1)[:, :, 0]
    assert np.abs(luck[:, 0] - own).min() > 0.0


def test_without_any_doubt_a_future_is_the_year_the_engine_would_run() -> None:
    """Luck and strength held still, no number in doubt: one path, stepped by the engine's rules."""
    story = story_ahead(in_2031(), fjellvik(), (a_card(),))
    still = ManyFutures(1, 2, 1, np.zeros((len(NORMALS), 1, 2)), np.zeros(2))

    found = replay(story, Lanes(story.everything(2), luck=still, apart=True), METERS)

    own = Lanes(story.everything(2), apart=True)
    real = replay(story, own, METERS).values[:, :, 0]
    end = forced(story, story.decided)
    assert found.values.shape == (10, 5, 2)
    assert (found.values[..., 0] == found.values[..., 1]).all()
    assert real[-1].tolist() == [end.now[name] for name in METERS]
    # the luck of the game itself is near, but not the same
    assert 0.0 < np.abs(found.values[-1, 0, 0] - real[-1, 0]) < 0.3


def test_this_years_event_is_part_of_what_lies_ahead() -> None:
    state = in_2031()
    quiet = replace(state, event=None)
    moving = next(event.id for event in fjellvik().events if event.effects)

    with_event = ahead().fan(replace(state, event=moving), METERS, futures=16).values
    without = ahead().fan(quiet, METERS, futures=16).values

    assert np.abs(with_event - without).max() > 0.0


def test_the_shares_of_doubt_sum_to_one_and_the_largest_has_a_name() -> None:
    found = ahead().largest_doubts(in_2031(), METERS, futures=48)

    assert found.share.sum(axis=0) == pytest.approx(1.0)
    assert set(NORMALS) < set(found.sources) and "measures" in found.sources
    name, share = found.largest("staffing")
    assert name in found.sources and share == found.share[:, -1, 0].max()


def test_a_doubt_that_is_much_larger_than_all_else_is_the_one_that_is_named() -> None:
    wild = Doubt("applicants_by_reputation", "workforce", 0.0, 40.0)

    found = Forecaster(fjellvik(), [wild]).largest_doubts(in_2031(), ("staffing",), futures=48)
    calm = Forecaster(fjellvik(), []).largest_doubts(in_2031(), ("staffing",), futures=48)

    assert found.largest("staffing")[0] == "workforce"
    assert "workforce" not in calm.sources


def test_the_numbers_of_the_model_can_be_doubted_one_by_one() -> None:
    found = ahead().largest_doubts(in_2031(), ("staffing",), futures=24, each_record=True)

    assert set(found.sources) > {doubt.record for doubt in ahead().doubts}
    assert found.share.sum(axis=0) == pytest.approx(1.0)


def test_what_is_chosen_but_not_locked_can_be_kept_in_both_arms() -> None:
    state = replace(in_2031(), picked=in_2031().table[:2])

    assert decided_so_far(state, fjellvik())[-2:] == in_2031().table[:2]


def test_the_bands_are_the_quantiles_numpy_gives() -> None:
    values = np.random.default_rng(1).normal(size=(3, 2, 37))

    assert bands_of(values) == pytest.approx(np.quantile(values, LEVELS, axis=-1))


# --- which numbers are in doubt ------------------------------------------------------------------


def test_numbers_that_say_how_strongly_something_acts_are_in_doubt_and_amounts_are_not() -> None:
    doubts = {doubt.record: doubt for doubt in doubts_at(a_game(1).state)}

    assert {"sick_leave_by_gap", "quits_by_wellbeing", "applicants_by_reputation"} <= set(doubts)
    # amounts would move the opening year; choices for the game are not in doubt; nor are measured
    assert not {"pay_nok", "real_growth_rate", "users_per_resident", "influence"} & set(doubts)
    assert all(doubt.lowest <= 1.0 <= doubt.highest for doubt in doubts.values())
    assert len({doubt.group for doubt in doubts.values()}) >= 3


def test_a_draw_stays_in_its_range_with_its_peak_where_the_record_is() -> None:
    doubt = Doubt("sick_leave_by_gap", "workforce", 0.4, 2.0)

    drawn = drawn_factors([doubt], seed=1, futures=4000)[0]

    assert drawn.min() >= 0.4 and drawn.max() <= 2.0
    assert drawn.mean() == pytest.approx((0.4 + 1.0 + 2.0) / 3.0, abs=0.02)
    counts, edges = np.histogram(drawn, bins=8)
    peak = int(counts.argmax())
    assert edges[peak] <= 1.1 and edges[peak + 1] >= 0.9


def test_the_ends_of_a_draw_are_the_ends_of_the_range() -> None:
    found = triangular(np.array([0.0, 0.375, 1.0 - 1e-12]), 0.4, 2.0)

    assert found == pytest.approx([0.4, 1.0, 2.0], abs=1e-5)


def test_a_record_is_as_far_off_in_a_future_whatever_other_records_are_in_doubt() -> None:
    one = Doubt("sick_leave_by_gap", "workforce", 0.4, 2.0)
    other = Doubt("quits_by_gap", "workforce", 0.0, 3.0)

    assert (drawn_factors([one], 1, 9)[0] == drawn_factors([other, one], 1, 30)[1, :9]).all()


def test_eight_in_ten_outcomes_lie_where_eight_in_ten_were_promised() -> None:
    inside = []
    for seed in range(40, 56):
        session = a_game(seed)
        while session.state.year < 2031:
            session.do(PLAYERS["balanced"](session.state, session.scenario))
        fan = ahead().fan(session.state, METERS, futures=100, until=2034)
        while session.state.year < 2035:
            session.do(PLAYERS["nothing"](session.state, session.scenario))
        came = values_of(session.state, METERS, 2031)[:4]
        inside.append((fan.bands[0] <= came) & (came <= fan.bands[-1]))

    # the outcomes have new events and the fan has none, and a game draws the luck of one life
    assert 0.6 <= np.mean(inside) <= 0.95
