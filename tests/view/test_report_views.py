"""The report asks before it tells, tells of all the years of a turn, and of what was left out."""

from __future__ import annotations

from functools import cache

import pytest

from game.content.loops import load_loops
from game.engine.action import GoOn, GuessCause
from game.engine.game_state import Phase
from game.engine.loops_found import Found, loops_found
from game.engine.session import Session, new_session
from game.engine.setup import Setup
from game.engine.turn import METERS
from game.engine.turn_causes import Without, causes_over, latest_years, main_cause, without_each
from game.engine.what_if.story import story_of
from game.lab.players import PLAYERS
from game.text.translate import LANGUAGES, Translator, load_catalogue
from game.view.guess import answer_view, guess_of, guess_view, may_guess
from game.view.loop_book import loop_book
from game.view.meters import points
from game.view.passing import passing
from game.view.report import asked_about, causes_told, hook, report, waterfall
from tests.kit import fjellvik


@cache
def words(language: str = "nb") -> Translator:
    return Translator(language, load_catalogue())


def at_report(preset: str, turn: int, seed: int = 3) -> Session:
    """A game at the report of this turn, from 0."""
    session = new_session(fjellvik(), seed, Setup.of(preset))
    while (session.state.phase, session.state.turn) != (Phase.REPORT, turn):
        session.do(PLAYERS["balanced"](session.state, session.scenario))
    return session


def test_a_report_of_three_years_tells_of_the_change_of_all_three() -> None:
    session = at_report("lesson", 1)
    state, years = session.state, latest_years(session)
    for meter in METERS:
        why = waterfall(state, fjellvik(), meter, words(), years)
        before = session.turn_start.now

        assert why.start == pytest.approx(points(before, meter))
        assert why.end == pytest.approx(points(state.now, meter))
        total = why.start + sum(bar.amount for bar in why.bars)
        assert total == pytest.approx(why.end, abs=0.06)


def test_the_arrows_of_a_report_are_those_of_the_whole_turn() -> None:
    session = at_report("lesson", 2)
    view = report(session.state, fjellvik(), words(), years=latest_years(session))

    previous = {meter.id: meter.previous for meter in view.meters}
    assert previous["trust"] == pytest.approx(session.turn_start.now["trust"])
    assert view.years_text == "2032–2034"


def test_a_report_of_one_year_names_one_year() -> None:
    session = at_report("free", 2)

    assert report(session.state, fjellvik(), words()).years_text == "2028"


# --- guess first ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("preset", "turn", "asks"),
    [("free", 1, False), ("free", 2, True), ("lesson", 2, True), ("stand", 4, False)],
)
def test_the_report_asks_from_the_third_turn_and_never_on_the_stand(
    preset: str, turn: int, asks: bool
) -> None:
    assert may_guess(at_report(preset, turn).state) is asks


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_question_has_three_answers_that_all_pull_the_way_the_meter_went(
    language: str,
) -> None:
    session, t = at_report("lesson", 2), words(language)
    years = latest_years(session)
    asked = guess_view(years, asked_about(session.state, years), fjellvik(), t)

    assert asked is not None
    assert len({label for _, label in asked.options}) == 3
    assert asked.direction in ("up", "down")
    assert "{" not in asked.question + asked.hint


def guessed(right: bool) -> tuple[Session, str]:
    session = at_report("double", 4)
    years = latest_years(session)
    meter = asked_about(session.state, years)
    best = main_cause(causes_over(years, meter))
    view = guess_view(years, meter, fjellvik(), words())
    assert view is not None
    wrong = next(cause for cause, _ in view.options if cause != best)
    session.do(GuessCause(meter, best if right else wrong))
    return session, best


@pytest.mark.parametrize("right", [True, False])
def test_right_or_wrong_the_answer_names_what_pulled_most(right: bool) -> None:
    session, best = guessed(right)
    guess = guess_of(session.state)
    assert guess is not None
    years = latest_years(session)
    found = loops_found(session)
    answer = answer_view(years, guess, fjellvik(), words(), found)

    bars = waterfall(session.state, fjellvik(), guess.meter, words(), years).bars
    named = [bar.label for bar in bars if bar.label in answer.text]
    assert answer.is_right is right
    assert named
    assert (answer.found is not None) == (right and bool(found))
    assert not may_guess(session.state)
    assert best


def test_a_loop_that_is_found_stands_in_the_book_and_the_others_only_hint() -> None:
    found = (Found("full_time_wheel", "wellbeing", 2031),)
    book = loop_book(found, words())

    third, *_ = [page for page in book.pages if page.is_found]
    hidden = next(page for page in book.pages if not page.is_found)
    assert [page.number for page in book.pages] == list(range(1, 13))
    assert (third.name, third.kind_text) == ("Heltidshjulet", "Forsterker seg selv")
    assert "2031" in third.when
    assert hidden.chain == ()
    assert hidden.name == "Sløyfe 1"
    assert book.count_text == "1 av 12 sløyfer funnet"


# --- «uten …» and the third depth -----------------------------------------------------------------


def test_the_sentence_names_the_choice_and_both_numbers() -> None:
    session = at_report("free", 6)
    without = without_each(story_of(session))
    told = [
        report(session.state, fjellvik(), words(), meter, without=without[meter]).without
        for meter in METERS
    ]

    assert any(told)
    assert all(text.startswith("Uten ") and "Nå: " in text for text in told if text)


def test_what_makes_no_difference_is_not_told() -> None:
    session = at_report("free", 3)
    same = Without("whole_positions", 2027, session.state.now["trust"])

    view = report(session.state, fjellvik(), words(), "trust", without=same)

    assert view.without == ""


def test_every_bar_can_be_told_with_its_year_its_loop_and_the_words_of_someone() -> None:
    session = at_report("lesson", 3)
    years = latest_years(session)
    told = [
        cause
        for meter in METERS
        for cause in causes_told(session.state, fjellvik(), meter, words(), years)
    ]

    names = {loop.id for loop in load_loops()}
    assert any(cause.loop is not None for cause in told)
    assert {cause.loop.id for cause in told if cause.loop} <= names
    assert any(cause.when for cause in told)
    assert all(bool(cause.bar.since) == bool(cause.when) for cause in told)
    assert any(cause.quote for cause in told)


def test_the_hook_looks_ahead_and_the_last_report_has_none() -> None:
    session = at_report("free", 0)
    while not session.state.is_over:
        if session.state.phase is Phase.REPORT:
            text = hook(session.state, fjellvik(), words())
            assert bool(text) == (session.state.year < session.state.last_year)
        session.do(PLAYERS["balanced"](session.state, session.scenario))


# --- the time that passes -------------------------------------------------------------------------


def test_a_turn_of_three_years_passes_in_three_pictures_and_one_of_a_year_in_four_seasons() -> None:
    long, short = at_report("lesson", 1), at_report("free", 1)
    three = passing(long.state, fjellvik(), words(), latest_years(long))
    four = passing(short.state, fjellvik(), words())

    assert [picture.name for picture in three.seasons] == ["2029", "2030", "2031"]
    assert three.years_text == "2029–2031"
    assert [picture.id for picture in four.seasons] == ["spring", "summer", "autumn", "winter"]


def test_what_lands_is_told_in_the_year_it_lands() -> None:
    session = at_report("lesson", 0)
    for _ in range(4):
        view = passing(session.state, fjellvik(), words(), latest_years(session))
        landed = {h.year for h in session.state.happenings if h.what == "landed"}
        for picture in view.seasons:
            assert bool(picture.landed) == (int(picture.name) in landed)
        session.do(GoOn())
        while session.state.phase is not Phase.REPORT:
            session.do(PLAYERS["balanced"](session.state, session.scenario))
