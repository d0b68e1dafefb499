"""People are born, die, move and grow older, and nobody is lost or made on the way."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.content.parameter_files import load_national
from game.lab.demography import aged
from game.lab.norwegian_place import place
from game.model.axes import (
    AGES,
    FIRST_YEAR,
    LABOUR_MARKETS,
    MOVING_FROM,
    MOVING_TO,
    OLD_FROM,
    YEARS,
)
from game.model.lanes import Array
from game.model.parameter_set import People
from game.model.people import Moves, a_year_later, births
from game.model.start_people import death_probabilities, people_at_start

LANES = 2
NATIONAL = load_national()
COUNTRYSIDE, CITY = LABOUR_MARKETS.index("under 5 000"), LABOUR_MARKETS.index("over 500 000")


def some_people() -> Array:
    """Women and men of one place, fewer the older they are, `(2, 106)`."""
    return np.tile(np.linspace(120.0, 1.0, AGES), (2, 1))


def rates(labour_market: int = CITY, **others: int) -> People:
    start = place(some_people(), labour_market=labour_market, **others)
    return people_at_start(NATIONAL, start, some_people()[:, :, None])


def moves(attraction: float = 1.0, out_shift: float = 0.0, death_shift: float = 0.0) -> Moves:
    of = np.ones((1, 1, LANES))
    return Moves(of * attraction, of * out_shift, of * death_shift)


def a_year(p: People, bent: Moves, newborn: float = 0.0, index: int = 0) -> Array:
    now = np.repeat(some_people()[:, :, None], LANES, axis=2)
    later = np.full_like(now, np.nan)
    a_year_later(now, p, index, bent, np.full((2, 1, LANES), newborn), later)
    return later[:, :, 0]


def test_with_nobody_coming_going_or_dying_everyone_is_a_year_older() -> None:
    p = rates()
    still = replace(
        p,
        keep_rate=tuple(np.ones_like(keep) for keep in p.keep_rate),
        death_probability=tuple(np.zeros_like(died) for died in p.death_probability),
        out_rate=np.zeros_like(p.out_rate),
    )

    later = a_year(still, moves(attraction=0.0), newborn=7.0)

    now = some_people()
    np.testing.assert_array_equal(later[:, 0], 7.0)
    np.testing.assert_array_equal(later[:, 1:-1], now[:, :-2])
    np.testing.assert_array_equal(later[:, -1], now[:, -2] + now[:, -1])


def test_those_who_come_are_as_many_as_attraction_says() -> None:
    p = rates()

    more = a_year(p, moves(attraction=1.5)) - a_year(p, moves())

    np.testing.assert_allclose(more.sum(), 0.5 * p.in_moves[0].sum())


def test_a_shift_of_out_moves_touches_only_the_young() -> None:
    p = rates()

    fewer = a_year(p, moves()) - a_year(p, moves(out_shift=0.2))

    young = slice(MOVING_FROM + 1, MOVING_TO + 1)
    out = (some_people() * p.out_rate[0, :, 0])[:, MOVING_FROM:MOVING_TO]
    np.testing.assert_allclose(fewer[:, young], 0.2 * out)
    assert np.abs(np.delete(fewer, np.arange(AGES)[young], axis=1)).max() < 1e-12


def test_bad_luck_with_deaths_touches_only_the_old() -> None:
    p = rates()

    fewer = a_year(p, moves()) - a_year(p, moves(death_shift=0.3))

    died = (some_people() * p.death_probability[0][:, :, 0])[:, OLD_FROM:]
    np.testing.assert_allclose(fewer.sum(), 0.3 * died.sum())
    assert np.abs(fewer[:, : OLD_FROM + 1]).max() < 1e-12


@pytest.mark.parametrize("shift", [-1.0, 1.0])
def test_nobody_is_fewer_than_none_however_far_the_rates_are_bent(shift: float) -> None:
    later = a_year(rates(COUNTRYSIDE), moves(0.0, shift, shift))

    assert (later >= 0.0).all()


def test_births_follow_the_women_and_wobble_by_their_square_root() -> None:
    now = np.repeat(some_people()[:, :, None], LANES, axis=2)
    fertility = rates().fertility[0]
    expected = births(now, fertility, np.zeros((1, 1, LANES)))
    lucky = births(now, fertility, np.ones((1, 1, LANES)))

    np.testing.assert_allclose(lucky - expected, np.sqrt(expected))
    np.testing.assert_allclose(births(2.0 * now, fertility, 0.0 * lucky), 2.0 * expected)
    assert births(now, fertility, np.full((1, 1, LANES), -99.0)).max() == 0.0


def test_no_men_no_matter_and_no_women_no_births() -> None:
    now = np.repeat(some_people()[:, :, None], LANES, axis=2)
    no_men, no_women = now.copy(), now.copy()
    no_men[1], no_women[0] = 0.0, 0.0
    fertility, calm = rates().fertility[0], np.zeros((1, 1, LANES))

    np.testing.assert_array_equal(births(no_men, fertility, calm), births(now, fertility, calm))
    assert births(no_women, fertility, calm).max() == 0.0


def test_places_with_rates_of_their_own_do_not_disturb_each_other() -> None:
    countryside, city = rates(COUNTRYSIDE), rates(CITY)
    width = min(countryside.in_moves[0].shape[1], city.in_moves[0].shape[1])
    both = replace(
        city,
        in_moves=tuple(
            np.concatenate([one[:, :width], other[:, :width]], axis=2)
            for one, other in zip(countryside.in_moves, city.in_moves, strict=True)
        ),
        keep_rate=tuple(np.repeat(keep, LANES, axis=2) for keep in city.keep_rate),
    )
    now = np.repeat(some_people()[:, :, None], LANES, axis=2)
    later = np.empty_like(now)

    a_year_later(now, both, 0, moves(), np.zeros((2, 1, LANES)), later)

    np.testing.assert_array_equal(
        later[:, : width + 1, 0], a_year(countryside, moves())[:, : width + 1]
    )
    np.testing.assert_array_equal(later[:, : width + 1, 1], a_year(city, moves())[:, : width + 1])


def test_the_young_leave_the_countryside_and_come_to_the_city() -> None:
    young = slice(19, 31)

    assert NATIONAL.net_rate_by_age[COUNTRYSIDE, young].mean() < 0.0
    assert NATIONAL.net_rate_by_age[CITY, young].mean() > 0.0
    left = aged(NATIONAL, some_people(), COUNTRYSIDE, 5)[:, young].sum()
    came = aged(NATIONAL, some_people(), CITY, 5)[:, young].sum()
    assert left < came


def test_net_rates_are_by_age_at_the_end_of_the_year() -> None:
    p = rates(COUNTRYSIDE)
    age = 22
    came = p.in_moves[0][0, age, 0]
    level = 1.0 + NATIONAL.in_moves_growth[0, 0, 0]

    net = NATIONAL.net_rate_by_age[COUNTRYSIDE, age + 1, 0]
    rate = NATIONAL.out_rate_by_age[0, age, 0] + net
    assert came == pytest.approx(some_people()[0, age] * rate * level)


def test_death_rates_fall_every_year_and_rise_back_through_time() -> None:
    later = death_probabilities(NATIONAL, 0)
    earlier = death_probabilities(NATIONAL, -6)

    assert len(later) == YEARS and len(earlier) == YEARS + 6
    np.testing.assert_allclose(earlier[6], later[0], rtol=1e-12)
    for one, next_year in zip(earlier, earlier[1:], strict=False):
        assert (next_year < one).all()


def test_a_later_first_year_starts_further_into_the_tables() -> None:
    now, later = rates(), rates(first_year=FIRST_YEAR + 4)

    np.testing.assert_allclose(later.death_probability[0], now.death_probability[4])
    np.testing.assert_allclose(later.fertility[0], now.fertility[4])
    np.testing.assert_allclose(later.in_moves[0], now.in_moves[4])
    assert len(later.keep_rate) == YEARS - 4


def test_a_long_life_of_a_place_stays_finite_and_inhabited() -> None:
    for labour_market in range(len(LABOUR_MARKETS)):
        people = aged(NATIONAL, some_people(), labour_market, YEARS)

        assert np.isfinite(people).all() and (people >= 0.0).all()
        assert 0.3 < people.sum() / some_people().sum() < 3.0
