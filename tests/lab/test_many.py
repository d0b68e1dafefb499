"""Many lanes give the same numbers however they are cut up and whoever steps them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import pytest

from game.content.load import load_scenario
from game.content.parameter_files import load_national
from game.engine.start import starting_point
from game.lab.many import (
    FromStart,
    FromState,
    Journey,
    Lanes,
    Workers,
    at_rest,
    blocks,
    luck_of,
    run_lanes,
)
from game.model.draws import year_luck
from game.model.lanes import Array, Levers, State
from game.model.parameter_set import National, Start
from game.model.start import begin
from game.model.step import step
from game.model.year import Year

SEED, YEARS = 7, 4


@cache
def fjellvik() -> tuple[National, Start]:
    national = load_national()
    return national, starting_point(load_scenario("fjellvik").municipality, national)


def everything(year: Year, state: State) -> Array:
    """All stocks and one flow, so that no difference can hide."""
    return np.concatenate([state.flat.reshape(-1, state.lanes), year.staffing[0]])


def in_the_end(every_year: Array) -> Array:
    return every_year[-1]


@dataclass(frozen=True)
class Campaign:
    """Lane 3, 6, 9 … works on well-being, each a little more than the one before."""

    points: float

    def __call__(self, lanes: Lanes, index: int) -> Levers:
        levers = Levers(lanes.count)
        numbers = np.array(lanes.numbers)
        levers.of("wellbeing")[:] = np.where(numbers % 3 == 0, self.points * numbers, 0.0)
        return levers


def a_journey(**changed: object) -> Journey:
    told = {
        "opening": FromStart(*fjellvik()),
        "years": YEARS,
        "seed": SEED,
        "keep": everything,
        "decisions": Campaign(0.01),
    }
    return Journey(**{**told, **changed})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(2) as two:
        yield two


def test_lanes_are_what_stepping_them_by_hand_gives() -> None:
    state, parameters = begin(*fjellvik(), 5)
    found = run_lanes(a_journey(decisions=at_rest), 5)

    for index in range(YEARS):
        luck = year_luck(SEED, 2026 + index, 5)
        state, year = step(state, Levers(5), luck, parameters, index)
        assert np.array_equal(found[index], everything(year, state))


@pytest.mark.parametrize("block", [2, 3, 7, 10, 1024])
def test_no_size_of_block_changes_a_bit(block: int) -> None:
    whole = run_lanes(a_journey(), 21)

    assert np.array_equal(run_lanes(a_journey(), 21, block=block), whole)


def test_two_processes_give_the_same_bits_as_one(workers: Workers) -> None:
    alone = run_lanes(a_journey(), 21)

    assert np.array_equal(run_lanes(a_journey(), 21, block=4, workers=workers), alone)
    assert np.array_equal(run_lanes(a_journey(), 21, block=1024, workers=workers), alone)


def test_the_same_workers_serve_one_journey_after_another(workers: Workers) -> None:
    for points in (0.0, 0.5):
        journey = a_journey(decisions=Campaign(points), finish=in_the_end)

        assert np.array_equal(
            run_lanes(journey, 8, block=2, workers=workers), run_lanes(journey, 8)
        )


def test_a_lane_is_known_by_its_number_not_by_its_place() -> None:
    whole = run_lanes(a_journey(), 20)

    assert np.array_equal(run_lanes(a_journey(), 6, first_lane=11), whole[..., 11:17])
    assert not np.array_equal(whole[..., 0], whole[..., 1])


def test_decisions_reach_their_own_lanes_only() -> None:
    with_ = run_lanes(a_journey(decisions=Campaign(1.0)), 12)
    without = run_lanes(a_journey(decisions=at_rest), 12)

    different = (with_ != without).any(axis=(0, 1))
    assert different.tolist() == [lane % 3 == 0 and lane > 0 for lane in range(12)]


def test_a_journey_goes_on_from_the_middle_of_a_game() -> None:
    whole = run_lanes(a_journey(decisions=at_rest), 2)
    state, parameters = begin(*fjellvik())
    for index in range(2):
        state, _ = step(state, Levers(2), year_luck(SEED, 2026 + index, 2), parameters, index)

    rest = a_journey(
        opening=FromState.of(state, parameters), decisions=at_rest, years=2, first_index=2
    )

    assert np.array_equal(run_lanes(rest, 6)[..., 0], whole[2:, :, 0])


def test_lanes_can_share_their_luck_to_be_compared_in_pairs() -> None:
    shared = a_journey(shared_luck=3)
    luck = luck_of(shared, Lanes(4, 5), 1)

    assert np.array_equal(luck, year_luck(SEED, 2027, 3)[..., [1, 2, 0, 1, 2]])
    at_ease = run_lanes(a_journey(shared_luck=3, decisions=at_rest), 7, block=2)
    assert np.array_equal(at_ease[..., 0:3], at_ease[..., 3:6])


def test_only_what_finish_keeps_comes_back() -> None:
    whole = run_lanes(a_journey(), 6)

    assert np.array_equal(run_lanes(a_journey(finish=in_the_end), 6, block=2), whole[-1])


@pytest.mark.parametrize(("count", "block"), [(2, 2), (3, 2), (5, 2), (9, 4), (1025, 1024), (7, 9)])
def test_blocks_cover_every_lane_once_and_none_is_alone(count: int, block: int) -> None:
    parts = list(blocks(Lanes(100, count), block))

    assert [number for part in parts for number in part.numbers] == list(range(100, 100 + count))
    assert min(part.count for part in parts) >= 2
    assert max(part.count for part in parts) <= max(block, 3)


@pytest.mark.parametrize(("lanes", "block"), [(1, 1024), (0, 1024), (10, 1)])
def test_a_lane_alone_is_refused(lanes: int, block: int) -> None:
    with pytest.raises(ValueError, match="at least 2 lanes"):
        run_lanes(a_journey(), lanes, block=block)


def test_numpy_is_left_as_it_was() -> None:
    before = np.getbufsize()
    run_lanes(a_journey(), 4)

    assert np.getbufsize() == before
