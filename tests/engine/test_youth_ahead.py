"""Ungdomsløpet: what the model says of the young in the next four years."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.engine.action import ChooseMeasure
from game.engine.game_state import GameState, Phase
from game.engine.what_if.youth import still_open, youth_ahead
from game.model.axes import PROFESSIONS, TRAINEES
from tests.kit import a_game, fjellvik, go_to, with_cards

APPRENTICE, STUDENT = (TRAINEES.index(kind) for kind in ("apprentice", "student"))


def choosing(*cards: str) -> GameState:
    """The first year with these cards chosen, and nothing locked."""
    session = with_cards(go_to(a_game(), Phase.MEASURES), *cards)
    for card in cards:
        session.do(ChooseMeasure(card))
    return session.state


def test_with_nothing_chosen_as_many_begin_as_usual() -> None:
    ahead = youth_ahead(go_to(a_game(), Phase.MEASURES).state, fjellvik())

    assert ahead.years == (2026, 2027, 2028, 2029)
    assert np.allclose(ahead.begin, ahead.usual)


def test_more_places_for_apprentices_pay_back_two_years_later() -> None:
    plain = youth_ahead(choosing(), fjellvik())
    lifted = youth_ahead(choosing("apprentices"), fjellvik())
    more = lifted.hired[:, APPRENTICE] - plain.hired[:, APPRENTICE]

    assert (lifted.begin[:, APPRENTICE] > 1.5 * plain.begin[:, APPRENTICE]).all()
    assert np.allclose(more[:2], 0.0, atol=0.05)
    assert (more[2:] > 2.0).all()
    assert np.allclose(lifted.begin[:, STUDENT], plain.begin[:, STUDENT], rtol=0.02)


def test_those_who_finish_this_year_are_the_ones_with_a_year_left() -> None:
    state = choosing()
    ahead = youth_ahead(state, fjellvik())
    dropout = state.parameters.n.trainee_dropout_rate[:, 0, 0]

    left = state.municipality.trainees[:, 0, 0] * (1.0 - dropout)
    assert np.allclose(ahead.finish[0], left)
    assert (ahead.hired[0] < ahead.finish[0]).all()


def test_the_first_year_comes_out_as_the_year_that_is_played() -> None:
    session = go_to(a_game(), Phase.MEASURES)
    foreseen = youth_ahead(session.state, session.scenario)
    played = go_to(session, Phase.REPORT).state.latest

    stayed = foreseen.hired[0].sum()
    assert abs(stayed - float(played.graduates[:, 0, 0].sum())) < 0.5
    assert np.allclose(foreseen.begin[0], played.intake[:, 0, 0], rtol=0.05)


def test_where_nobody_is_wanted_nobody_is_hired_however_many_finish() -> None:
    state = choosing()
    crowded = state.municipality.copy()
    crowded.staff[:] *= 3.0
    ahead = youth_ahead(replace(state, municipality=crowded), fjellvik())

    assert ahead.finish[0].sum() > 5.0
    assert ahead.hired[0].sum() < 0.1


def test_hired_by_profession_and_by_kind_are_the_same_people() -> None:
    ahead = youth_ahead(choosing("apprentices", "summer_jobs"), fjellvik())

    assert ahead.hired_as.shape == (4, len(PROFESSIONS))
    assert np.allclose(ahead.hired_as.sum(axis=1), ahead.hired.sum(axis=1))
    assert ahead.hired_as[:, PROFESSIONS.index("care_worker")].min() > 1.0


def test_what_was_locked_is_not_counted_twice() -> None:
    session = with_cards(go_to(a_game(), Phase.MEASURES), "apprentices")
    session.do(ChooseMeasure("apprentices"))
    assert "apprentices" in still_open(session.state, session.scenario)
    before = youth_ahead(session.state, session.scenario)
    report = go_to(session, Phase.REPORT).state
    after = youth_ahead(report, session.scenario)

    assert still_open(report, session.scenario) == ()
    assert after.years == (2027, 2028, 2029, 2030)
    assert np.allclose(after.begin[0], before.begin[1], rtol=0.05)
