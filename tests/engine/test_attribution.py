"""What the choices and the luck did: shares that add up, pairs, and what one leaves out."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest

from game.engine.setup import Setup
from game.engine.turn import METERS
from game.engine.what_if import attribution
from game.engine.what_if.attribution import (
    LUCK_KINDS,
    by_pillar,
    leave_one_out,
    luck_shares,
    shares,
)
from game.engine.what_if.lane_luck import OwnLuck
from game.engine.what_if.lanes import Lanes, replay
from game.engine.what_if.shapley import (
    all_subsets,
    pair_interactions,
    sampled_orders,
    sampled_values,
    shapley_values,
)
from game.engine.what_if.story import story_of
from game.model.draws import NORMALS, no_luck
from game.model.lanes import Levers
from game.model.step import step
from tests.engine.what_if_kit import a_short_story, a_story, forced
from tests.engine.wild import a_wild_game, where_all_is_cheap
from tests.kit import fjellvik


def by_all_orders(values: np.ndarray, players: int) -> np.ndarray:
    """The share of each player as it is defined: the mean gain over every order of coming."""
    share = np.zeros(players)
    orders = list(permutations(range(players)))
    for order in orders:
        come = 0
        for player in order:
            share[player] += values[come | 1 << player] - values[come]
            come |= 1 << player
    return share / len(orders)


def test_a_share_is_the_mean_gain_over_every_order() -> None:
    values = np.random.default_rng(2).normal(size=2**5)

    assert shapley_values(values, 5) == pytest.approx(by_all_orders(values, 5))


def test_what_two_do_only_together_is_shared_in_halves_and_told_as_a_pair() -> None:
    has = all_subsets(4)
    values = 3.0 * has[0] + 1.0 * has[1] + 8.0 * (has[1] & has[3])

    pairs = pair_interactions(values, 4)

    assert shapley_values(values, 4) == pytest.approx([3.0, 5.0, 0.0, 4.0])
    assert pairs[1, 3] == pairs[3, 1] == pytest.approx(8.0)
    pairs[1, 3] = pairs[3, 1] = 0.0
    assert np.abs(pairs).max() < 1e-12


def test_those_who_hinder_each_other_have_a_pair_below_zero() -> None:
    has = all_subsets(3)

    pairs = pair_interactions(1.0 * (has[0] | has[2]), 3)

    assert pairs[0, 2] == pytest.approx(-1.0)


def test_the_shares_of_every_meter_in_every_year_add_up_to_all_less_none() -> None:
    story = a_short_story(10)

    found = shares(story, METERS)
    everything = replay(story, Lanes(story.everything(2)), METERS).values[..., 0]

    assert found.way == "exact" and found.shares.shape == (10, 15, len(METERS))
    assert (found.all_ == everything).all()
    assert found.shares.sum(axis=0) == pytest.approx(found.all_ - found.none, abs=1e-9)
    assert np.abs(found.all_ - found.none).max() > 1.0


def test_a_choice_has_no_share_in_the_years_before_it() -> None:
    story = a_short_story(8)

    found = shares(story, METERS)

    for row, entry in enumerate(story.decided):
        before = [number for number, year in enumerate(found.years) if year < entry.year]
        assert (found.shares[row, before] == 0.0).all()
        assert (found.shares[row] != 0.0).any()


def test_none_of_the_choices_is_the_game_the_engine_plays_without_them() -> None:
    story = a_short_story(6)

    found, end = shares(story, ("staffing",)), forced(story, ())

    assert found.none[-1, 0] == end.now["staffing"]


def test_many_choices_are_shared_by_a_sample_that_still_adds_up() -> None:
    story = a_story()

    found = shares(story, METERS, orders=40)

    assert len(story.decided) > 12 and found.way == "sampled"
    assert found.pairs is None
    assert found.shares.sum(axis=0) == pytest.approx(found.all_ - found.none, abs=1e-9)
    assert (found.error[:, -1] > 0.0).any()
    assert (shares(story, METERS, orders=40).shares == found.shares).all()


def test_the_sample_is_as_near_the_exact_shares_as_its_error_says() -> None:
    story = a_short_story(8)
    exact = shares(story, METERS)
    drawn = sampled_orders(8, seed=5, orders=200)
    found = replay(story, Lanes(story.with_choices(drawn.has)), METERS)

    share, error = sampled_values(found.values, drawn)

    off = np.abs(share - exact.shares)[:, -1]
    # what happens in few of the orders may be missed: at most a hundredth of the largest share
    unseen = 0.01 * np.abs(exact.shares[:, -1]).max(axis=0)
    assert (off <= 4.0 * error[:, -1] + unseen).all()
    # an error of ten times the truth would also contain it
    assert error[:, -1].max() < 0.1 * np.abs(exact.shares[:, -1]).max()


def test_an_order_is_followed_by_itself_backwards() -> None:
    drawn = sampled_orders(7, seed=5, orders=6)

    assert (drawn.order[1::2] == drawn.order[0::2, ::-1]).all()
    assert all(sorted(order) == list(range(7)) for order in drawn.order.tolist())
    assert not drawn.has[:, drawn.subset[0, 0]].any() and drawn.has[:, drawn.subset[0, -1]].all()


def test_choices_can_be_shared_by_pillar() -> None:
    story = a_story()
    groups = by_pillar(story)

    found = shares(story, METERS, groups)

    assert found.way == "exact" and set(found.players) == set(groups)
    assert sorted(row for rows in groups.values() for row in rows) == list(
        range(len(story.decided))
    )
    assert found.shares.sum(axis=0) == pytest.approx(found.all_ - found.none, abs=1e-9)


def test_the_steps_of_a_card_belong_to_its_pillar_and_answers_to_none() -> None:
    story = story_of(a_wild_game(where_all_is_cheap(fjellvik()), 3, Setup.of("free", "tough")))
    cards = {measure.id: measure.pillar for measure in fjellvik().measures}
    events = {event.id for event in fjellvik().events}

    found = {
        story.decided[row].what: pillar for pillar, rows in by_pillar(story).items() for row in rows
    }

    split = {what: what.partition(".") for what in found}
    steps = [what for what, (card, dot, _) in split.items() if dot and card in cards]
    assert len(steps) > 3
    assert all(found[what] == cards[split[what][0]] for what in steps)
    assert {split[what][0] in events for what in found if found[what] == "events"} == {True}


def test_without_a_choice_is_the_game_the_engine_plays_without_it() -> None:
    story = a_short_story(9)

    found = leave_one_out(story, METERS)

    for row in (0, 4, 8):
        kept = [entry for number, entry in enumerate(story.decided) if number != row]
        end = forced(story, kept)
        lost = [found.whole[-1, i] - end.now[meter] for i, meter in enumerate(METERS)]
        assert found.difference[row, -1].tolist() == lost


def test_too_many_players_for_every_subset_are_refused() -> None:
    with pytest.raises(ValueError, match="13"):
        all_subsets(13)


def test_lanes_in_several_blocks_are_the_same_as_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    story = a_short_story(8)
    whole = shares(story, METERS)

    monkeypatch.setattr(attribution, "BLOCK", 100)
    blocks = shares(story, METERS)

    assert (blocks.shares == whole.shares).all()


def test_without_luck_the_years_are_ordinary_years() -> None:
    story = replace(a_story("nothing", 3), happened=())

    found = luck_shares(story, METERS)

    state, p = story.start.municipality, story.start.parameters
    for index in range(15):
        state, year = step(state, Levers(2), no_luck(2), p, index)
    assert found.things[:2] == ("luck", "residents")
    row = METERS.index("staffing")
    assert found.whole[-1, row] - found.difference[0, -1, row] == year.staffing[0, 0, 0]


def test_each_kind_of_luck_is_taken_out_by_itself() -> None:
    story = a_story()
    on = np.ones((len(NORMALS), 1, 2))
    on[NORMALS.index("applicants"), 0, 1] = 0.0

    found = luck_shares(story, METERS)
    lanes = Lanes(story.everything(2), luck=OwnLuck(story.start.seed, on), apart=True)
    one = replay(story, lanes, METERS).values

    row = found.things.index("applicants")
    assert (found.difference[row] == one[..., 0] - one[..., 1]).all()
    assert (found.difference[1 : 1 + len(LUCK_KINDS)] != 0.0).any(axis=(1, 2)).all()


def test_an_event_is_taken_out_with_the_answer_to_it() -> None:
    story = a_story()
    answered = {(choice.year, choice.what.partition(".")[0]): choice for choice in story.decided}
    event = next(e for e in story.happened if (e.year, e.what) in answered)
    kept = [choice for choice in story.decided if choice != answered[event.year, event.what]]
    without = replace(story, happened=tuple(e for e in story.happened if e != event))

    found = luck_shares(story, METERS)
    end = forced(without, kept)

    row = found.things.index(f"{event.year} {event.what}")
    column = METERS.index("trust")
    assert found.whole[-1, column] - found.difference[row, -1, column] == pytest.approx(
        end.now["trust"], abs=1e-12
    )


def test_every_draw_belongs_to_one_kind_of_luck_and_no_death_is_told_as_good_luck() -> None:
    draws = [draw for kind in LUCK_KINDS.values() for draw in kind]

    assert sorted(draws) == sorted(NORMALS)
    assert not {"births", "deaths"} & set(LUCK_KINDS)
