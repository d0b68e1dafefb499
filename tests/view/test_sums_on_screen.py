"""What stands side by side on the screen adds up: numbers, changes, guesses, turns and choices."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.charts.comparison_plot import Figures
from game.engine.game_state import Guess, Phase
from game.engine.session import Session
from game.engine.turn import METERS
from game.engine.turn_causes import causes_over, latest_years, main_cause
from game.lab.players import PLAYERS, play
from game.text.numbers import signed
from game.text.translate import LANGUAGES, Translator, load_catalogue
from game.view.ending import EndView, TurningPoint, ending, largest_points
from game.view.guess import answer_view, guess_view
from game.view.meters import meter_view
from game.view.picture import picture
from game.view.waterfall import waterfall
from tests.kit import a_game, fjellvik, go_to

VALUES = st.floats(0.0, 100.0)


def words(language: str = "nb") -> Translator:
    return Translator(language, load_catalogue())


def read(text: str) -> int:
    """The whole number in a text, as a reader reads it."""
    return int(re.sub(r"[^\d-]", "", text.replace("\u2212", "-")) or 0)


# --- the difference of what is shown --------------------------------------------------------------


@pytest.mark.parametrize("meter", METERS)
@pytest.mark.parametrize("language", LANGUAGES)
@given(before=VALUES, now=VALUES)
def test_the_change_of_a_meter_is_the_difference_of_the_numbers_shown(
    meter: str, language: str, before: float, now: float
) -> None:
    scale = 0.01 if meter == "staffing" else 1.0
    then = {meter: before * scale}

    was = meter_view(meter, then, None, words(language))
    is_ = meter_view(meter, {meter: now * scale}, then, words(language))

    difference = read(is_.value_text) - read(was.value_text)
    assert read(is_.change_text) == difference
    assert (is_.arrow == "flat") == (difference == 0) == (not is_.change_text)


@given(one=VALUES, other=VALUES)
def test_two_lines_differ_by_what_is_written_at_their_ends_in_points_of_per_cent(
    one: float, other: float
) -> None:
    figures, t = Figures(0, "%"), words()

    told = figures.gap_text(one, other, t)

    ends = [read(figures.text(value, "nb")) for value in (one, other)]
    assert told == f"{abs(ends[0] - ends[1])} prosentpoeng"


def test_english_writes_per_cent_on_charts_as_on_meters() -> None:
    assert Figures(0, "%").text(77.0, "en") == "77%"
    assert Figures(0, "%").text(77.0, "nb") == "77\u00a0%"
    assert Figures(0, "%").gap_text(77.0, 76.0, words("en")) == "1 percentage point"


@pytest.mark.parametrize("meter", METERS)
def test_why_asks_about_the_way_that_its_own_two_ends_show(meter: str) -> None:
    session = go_to(a_game(preset="lesson"), Phase.REPORT)
    view = waterfall(session.state, fjellvik(), meter, words(), latest_years(session))

    change = read(view.end_text) - read(view.start_text)
    way = "ned" if change < 0 else "opp" if change else "stille"
    assert view.title.endswith(f"{way}?")


@pytest.mark.parametrize("turn", range(5))
def test_the_hours_that_stand_together_add_up(turn: int) -> None:
    view = picture(played("lesson", turn, Phase.PICTURE).state, fjellvik(), words()).hours
    parts = {part.kind: read(part.text) for part in (*view.have, *view.need)}

    assert parts["own"] + parts["hired"] == view.total_have
    assert view.total_have + parts.get("missing", 0) >= parts["need"] == view.total_need


# --- what was guessed, and what pulled most -------------------------------------------------------


def played(preset: str, turn: int, phase: Phase = Phase.REPORT) -> Session:
    """A balanced game as it stands in a turn, counted from nought."""
    session = a_game(preset=preset)
    while (session.state.phase, session.state.turn) != (phase, turn):
        session.do(PLAYERS["balanced"](session.state, session.scenario))
    return session


@cache
def answers() -> tuple[tuple[str, float, float, str], ...]:
    """For every guess that can be made in a lesson: the cause, its pull, the change, the answer."""
    found = []
    for turn in range(5):
        session = played("lesson", turn)
        years = latest_years(session)
        for meter in METERS:
            causes = causes_over(years, meter)
            asked = guess_view(years, meter, fjellvik(), words())
            pulls = {part.cause: part.amount for part in causes}
            for cause, _ in asked.options if asked else ():
                guess = Guess(session.state.year, meter, cause)
                told = answer_view(years, guess, fjellvik(), words()).text
                found.append((cause, pulls.get(cause, 0.0), pulls[main_cause(causes)], told))
    return tuple(found)


def test_an_answer_gives_what_was_guessed_its_own_number_and_then_what_pulled_most() -> None:
    wrong = [one for one in answers() if one[1] != one[2] and abs(one[1]) >= 0.05]

    assert wrong
    for cause, pull, most, told in wrong:
        assert 0 <= told.find(signed(pull, 1)) <= told.rfind(signed(most, 1)), (cause, told)


def test_a_guess_that_pulled_more_but_the_other_way_is_said_to_have_done_so() -> None:
    against = [one for one in answers() if one[1] * one[2] < 0 and abs(one[1]) >= 0.05]
    along = [one for one in answers() if one[1] * one[2] > 0 and one[1] != one[2]]

    assert against and along
    assert any(abs(pull) > abs(most) for _, pull, most, _ in against)
    assert all("motsatt vei" in told for *_, told in against)
    assert not any("motsatt vei" in told for *_, told in along)
    assert all(abs(pull) <= abs(most) for _, pull, most, _ in along)


# --- turns of several years -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nb", "Tur 2 av 5: 2029–2031"),
        ("nn", "Tur 2 av 5: 2029–2031"),
        ("en", "Turn 2 of 5: 2029–2031"),
    ],
)
def test_where_turns_have_several_years_it_is_turns_that_are_counted(
    language: str, expected: str
) -> None:
    state = played("lesson", 1, Phase.PICTURE).state
    assert picture(state, fjellvik(), words(language)).so_far == expected


@pytest.mark.parametrize(("preset", "often"), [("lesson", "Hver tur"), ("free", "Hvert år")])
def test_the_opening_says_how_often_one_is_asked(preset: str, often: str) -> None:
    assert often in picture(a_game(preset=preset).state, fjellvik(), words()).opening


# --- turning points and loops ---------------------------------------------------------------------


def the_end(preset: str, player: str = "balanced") -> EndView:
    session = play(a_game(preset=preset), PLAYERS[player])
    without = play(a_game(preset=preset), PLAYERS["nothing"]).state.records
    return ending(session.state, without, fjellvik(), words())


@pytest.mark.parametrize("preset", ["lesson", "double", "free"])
def test_no_two_turning_points_name_the_same_choice(preset: str) -> None:
    told = [point.text for point in the_end(preset).turning_points]
    named = [text.partition(": ")[2].partition(": ")[2] for text in told]

    assert len(told) > 1 and all(named)
    assert len(set(named)) == len(named)


def test_where_there_is_room_for_two_turning_points_the_two_largest_are_shown() -> None:
    points = [TurningPoint(2026, "", 0.2), TurningPoint(2029, "", -2.5), TurningPoint(2032, "", 1)]
    assert [point.year for point in largest_points(points, 2)] == [2029, 2032]


@pytest.mark.parametrize(("preset", "has"), [("stand", False), ("lesson", True)])
def test_loops_are_counted_only_where_someone_is_asked_to_guess(preset: str, has: bool) -> None:
    assert (the_end(preset).loops is not None) is has
