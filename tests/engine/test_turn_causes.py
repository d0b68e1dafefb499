"""What moved a meter through a turn, what may be guessed, and which loops are found by it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from game.content.loops import load_loops
from game.engine.action import GoOn, GuessCause
from game.engine.crisis import level
from game.engine.explain import Contribution
from game.engine.game_state import GameState, Phase
from game.engine.loops_found import LEAST_PULL, drives, loops_found, pulls, turn_ends
from game.engine.session import Session, new_session, replayed
from game.engine.setup import Setup
from game.engine.turn import METERS
from game.engine.turn_causes import (
    OPTIONS,
    causes_over,
    end_of_turn,
    guess_options,
    latest_years,
    main_cause,
    right_guesses,
    without_each,
    years_of_turn,
)
from game.engine.what_if.lanes import Lanes, replay
from game.engine.what_if.story import story_of
from game.lab.players import PLAYERS
from tests.kit import fjellvik

LENGTHS = ("stand", "lesson", "double", "free")


def a_turn(session: Session) -> GameState:
    """The state at the report of the turn that is played."""
    while session.state.phase is not Phase.REPORT:
        session.do(PLAYERS["balanced"](session.state, session.scenario))
    return session.state


def a_game_of(preset: str, seed: int = 3) -> Session:
    return new_session(fjellvik(), seed, Setup.of(preset))


def most_moved(start: GameState, end: GameState) -> str:
    return max(METERS, key=lambda m: abs(level(end.now, m) - level(start.now, m)))


@cache
def a_game_of_good_guesses(preset: str = "double") -> Session:
    """A game in which the players always guess right, when they are asked."""
    session = a_game_of(preset)
    while not session.state.is_over:
        if session.state.phase is Phase.REPORT and session.state.turn >= 2:
            guess_right(session)
        session.do(PLAYERS["balanced"](session.state, session.scenario))
    return session


def guess_right(session: Session) -> None:
    years = latest_years(session)
    meter = most_moved(session.turn_start, session.state)
    cause = main_cause(causes_over(years, meter))
    if cause:
        session.do(GuessCause(meter, cause))


@pytest.mark.parametrize("preset", LENGTHS)
def test_the_causes_of_a_turn_sum_to_the_change_of_all_its_years(preset: str) -> None:
    session = a_game_of(preset)
    for _ in range(4):
        start = session.state
        end = a_turn(session)
        years = years_of_turn(start, end, fjellvik())
        assert len(years) == start.turn_years
        for meter in METERS:
            whole = sum(part.amount for part in causes_over(years, meter))
            assert whole == pytest.approx(level(end.now, meter) - level(start.now, meter))
        session.do(GoOn())


def test_the_years_of_a_turn_are_those_that_were_played() -> None:
    session = a_game_of("lesson")
    start, end = session.state, a_turn(session)

    years = years_of_turn(start, end, fjellvik())

    assert [state.records[-1] for state in years] == list(end.records[-3:])


def test_the_last_turn_can_be_told_of_also_after_the_next_has_begun() -> None:
    session = a_game_of("lesson")
    end = a_turn(session)
    session.do(GoOn())

    years = latest_years(session)

    assert session.state.phase is Phase.PICTURE
    assert years[-1].records == end.records
    assert len(years) == 3


def test_before_the_first_turn_has_passed_there_is_nothing_to_tell() -> None:
    session = a_game_of("free")

    assert latest_years(session) == ()
    assert end_of_turn(session, 2026) is None


def test_the_right_answer_is_always_among_three_and_in_no_fixed_place() -> None:
    session, places = a_game_of("free"), set()
    while not session.state.is_over:
        state = a_turn(session)
        causes = causes_over((state,), "staffing")
        options = [part.cause for part in guess_options(causes, "staffing", 3, state.year)]
        assert len(set(options)) == OPTIONS
        places.add(options.index(main_cause(causes)))
        session.do(GoOn())

    assert places == {0, 1, 2}


def test_the_main_cause_pulls_the_way_the_meter_went() -> None:
    parts = [Contribution("wages", -9.0), Contribution("revenue", 12.0), Contribution("rest", 40.0)]

    assert main_cause(parts) == "revenue"
    assert main_cause([*parts, Contribution("gap_cost", -60.0)]) == "gap_cost"
    assert main_cause([Contribution("rest", 1.0)]) == ""
    assert guess_options([Contribution("rest", 1.0)], "money", 1, 2030) == ()


# --- «uten …» -------------------------------------------------------------------------------------


def test_without_the_choice_is_what_the_game_comes_to_when_it_is_left_out() -> None:
    session = a_game_of("free", seed=5)
    for _ in range(4):
        a_turn(session)
        session.do(GoOn())
    a_turn(session)
    found = without_each(story_of(session))["trust"]
    assert found is not None

    story = story_of(session)
    others = tuple(entry for entry in story.decided if entry.what != found.what)
    shorter = replace(story, decided=others)
    again = replay(shorter, Lanes(shorter.everything()), ("trust",))

    assert found.value == pytest.approx(again.of("trust")[0])
    assert abs(found.value - session.state.now["trust"]) > 0.01


def test_a_game_without_choices_has_nothing_to_be_without() -> None:
    session = a_game_of("free")
    while session.state.phase is not Phase.REPORT:
        session.do(PLAYERS["nothing"](session.state, session.scenario))

    assert set(without_each(story_of(session)).values()) == {None}


# --- the loops ------------------------------------------------------------------------------------


def test_what_a_loop_did_in_each_turn_sums_to_what_it_did_in_all() -> None:
    session = a_game_of_good_guesses()
    ends = turn_ends(session)
    by_turn = pulls(story_of(session), ends)
    whole = pulls(story_of(session), ends[-1:])

    assert by_turn.sum(axis=1) == pytest.approx(whole[:, 0])


def test_a_loop_drives_when_it_pulls_the_same_way_two_turns_running() -> None:
    session = a_game_of_good_guesses()
    found = drives(story_of(session), turn_ends(session))

    assert found
    assert all(abs(drive.points) >= LEAST_PULL for drive in found)
    assert min(drive.year for drive in found) > turn_ends(session)[0]
    assert drives(story_of(session), turn_ends(session)[:1]) == ()


def test_who_guesses_right_finds_loops_and_at_most_one_a_guess() -> None:
    session = a_game_of_good_guesses()
    found = loops_found(session)

    assert len(right_guesses(session)) == len(session.state.guesses) > 3
    assert 2 <= len(found) <= len(session.state.guesses)
    assert len({one.loop for one in found}) == len(found)
    assert {one.loop for one in found} <= {loop.id for loop in load_loops()}


def test_who_guesses_wrong_finds_nothing_and_loses_nothing() -> None:
    session = a_game_of("double")
    while not session.state.is_over:
        if session.state.phase is Phase.REPORT and session.state.turn >= 2:
            years = latest_years(session)
            right = main_cause(causes_over(years, "trust"))
            before = session.state.now
            session.do(GuessCause("trust", "wages"))
            assert right != "wages"
            assert session.state.now == before
        session.do(PLAYERS["balanced"](session.state, session.scenario))

    assert session.state.guesses
    assert loops_found(session) == ()


def test_a_game_that_is_opened_again_has_found_the_same_loops() -> None:
    session = a_game_of_good_guesses()
    actions = [entry.action for entry in session.taken]
    again = replayed(fjellvik(), session.seed, actions, setup=session.setup)

    assert loops_found(again) == loops_found(session)
