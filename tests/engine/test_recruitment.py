"""Rekrutteringsmodellen: ten years of people by profession, from the model's own years."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine.what_if.recruitment import FACTORS, YEARS, recruitment_ahead
from game.lab.players import PLAYERS, play
from game.model.axes import PROFESSIONS
from tests.kit import a_game, fjellvik


def test_it_looks_ten_years_ahead_for_every_profession_also_past_2040() -> None:
    now = recruitment_ahead(a_game().state, fjellvik(), futures=8)
    late = recruitment_ahead(play(a_game(), PLAYERS["nothing"]).state, fjellvik(), futures=8)

    assert now.years == tuple(range(2026, 2036))
    assert late.years[-1] == 2040 + YEARS
    assert now.need.shape == (YEARS, len(PROFESSIONS), 8)
    assert (late.have >= 0).all()


def test_the_first_year_needs_what_the_game_itself_will_need() -> None:
    session = a_game()
    ahead = recruitment_ahead(session.state, fjellvik(), futures=8)
    state = play(session, PLAYERS["nothing"]).year_starts[2027]

    game = state.latest.needed_by_profession[:, 0, 0]
    assert ahead.need[0].mean(axis=-1) == pytest.approx(game, rel=0.02)


def test_nobody_is_told_the_luck_that_is_to_come() -> None:
    ahead = recruitment_ahead(a_game(7).state, fjellvik(), futures=16)

    assert (np.ptp(ahead.have[-1], axis=-1) > 0).all()
    low, middle, high = ahead.band(ahead.have, 0)
    assert low < middle < high


@pytest.mark.parametrize("factor", [f for f in FACTORS if f != "productivity"])
def test_each_factor_gives_more_people_at_work(factor: str) -> None:
    state = a_game().state
    plain = recruitment_ahead(state, fjellvik(), futures=8)
    held = recruitment_ahead(state, fjellvik(), (factor,), futures=8)

    assert held.have[-1].mean(axis=-1).sum() > plain.have[-1].mean(axis=-1).sum()


def test_smarter_ways_make_the_need_smaller_in_every_profession() -> None:
    state = a_game().state
    plain = recruitment_ahead(state, fjellvik(), futures=8)
    held = recruitment_ahead(state, fjellvik(), ("productivity",), futures=8)

    assert (held.need[-1].mean(axis=-1) < plain.need[-1].mean(axis=-1)).all()


def test_looking_changes_nothing_and_is_the_same_twice() -> None:
    state = a_game().state
    before = state.municipality.flat.copy()

    once, again = (recruitment_ahead(state, fjellvik(), futures=4) for _ in range(2))

    assert (once.have == again.have).all()
    assert (state.municipality.flat == before).all()
