"""The end: a title with its sentence, the 2045 test, badges, jobs, and three cards for the talk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest

from game.content.common.discussion import load_discussion_cards
from game.content.common.occupations import load_occupations
from game.content.load import list_scenarios
from game.content.presets import load_presets
from game.engine.action import DeepDive
from game.engine.game_state import GameState, Phase
from game.engine.session import Session, new_session
from game.engine.setup import Setup, place_of_the_day
from game.engine.shadow import end_without_players
from game.engine.similar import nearest, residents
from game.engine.turn import METERS
from game.engine.what_if.recruitment import recruitment_ahead
from game.engine.what_if.story import story_of
from game.lab.players import PLAYERS, play
from game.model.axes import PROFESSIONS
from game.text.translate import LANGUAGES, Translator, load_catalogue
from game.view.choose_municipality import difficulty_choices, length_choices
from game.view.discussion import DiscussionView, dealt_cards
from game.view.ending import EndView, ending
from game.view.jobs import jobs_met
from game.view.monitor import deep_dive, is_new, may_dive, monitor, readings
from game.view.recruitment import recruitment
from tests.kit import fjellvik


@cache
def words(language: str = "nb") -> Translator:
    return Translator(language, load_catalogue())


@cache
def a_game_that_is_over(preset: str, player: str = "balanced", seed: int = 3) -> Session:
    return play(new_session(fjellvik(), seed, Setup.of(preset)), PLAYERS[player])


def end_of(session: Session, language: str = "nb") -> EndView:
    without = end_without_players(fjellvik(), session.seed, session.setup).records
    return ending(session.state, without, fjellvik(), words(language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("preset", ["stand", "lesson", "double"])
def test_the_end_is_whole_in_every_language(preset: str, language: str) -> None:
    view = end_of(a_game_that_is_over(preset), language)

    assert view.title.name
    assert view.test.heading and view.test.sentence and view.test.how
    assert [row.meter for row in view.rows] == list(METERS)
    assert len(view.cards) == 3
    assert len(view.jobs.jobs) == 4


def test_on_the_stand_one_line_is_all_there_is() -> None:
    view = end_of(a_game_that_is_over("stand"))

    assert view.title.sentence == ""
    assert view.badges == ()
    assert view.goals == ()


def test_a_badge_that_is_not_won_says_what_the_goal_was() -> None:
    view = end_of(a_game_that_is_over("lesson", "nothing"))

    director = next(badge for badge in view.badges if badge.role == "director")
    assert [badge.letter for badge in view.badges] == ["K", "H", "U", "T"]
    assert not director.is_won
    assert director.name == "Målet ble ikke nådd"
    assert director.sentence.startswith("Mål: ")
    assert "krise" in director.sentence


@pytest.mark.parametrize("preset", ["stand", "lesson", "double"])
def test_a_turning_point_is_the_first_year_of_a_turn_and_can_be_played_again(preset: str) -> None:
    session = a_game_that_is_over(preset)
    points = end_of(session).turning_points

    assert points
    for point in points:
        assert point.year in session.year_starts
        again = session.rerun_from(point.year).state
        assert (again.phase, again.year) == (Phase.PICTURE, point.year)


def test_the_test_counts_points_ahead_or_behind_in_whole_words() -> None:
    nobody = end_of(a_game_that_is_over("free", "nothing"))

    assert nobody.test.result == "slides_back"
    assert "likt med «uten dere»" in nobody.test.how


# --- jobs and talk --------------------------------------------------------------------------------


def test_three_jobs_are_behind_own_choices_and_one_is_not() -> None:
    session = a_game_that_is_over("double")
    view = jobs_met(session.state, fjellvik(), words())

    *behind, surprise = view.jobs
    known = {job.id for job in load_occupations()}
    assert {job.id for job in view.jobs} <= known
    assert len({job.id for job in view.jobs}) == 4
    assert all(job.why.startswith("Bak valget deres") for job in behind)
    assert surprise.is_surprise
    assert "utdanning.no" in view.check


def test_the_three_cards_are_what_went_well_what_hurt_and_home() -> None:
    session = a_game_that_is_over("double")
    without = end_without_players(fjellvik(), session.seed, session.setup).records
    dealt = dealt_cards(session.state, without, fjellvik(), words())

    by_id = {card.id: card for card in load_discussion_cards()}
    assert [by_id[card.id].deal for card in dealt] == ["well", "hurt", "home"]
    assert len({card.suit_id for card in dealt}) == 3


def test_different_games_are_dealt_different_cards() -> None:
    dealt = set()
    for seed in range(1, 5):
        session = a_game_that_is_over("lesson", "random", seed)
        without = end_without_players(fjellvik(), seed, session.setup).records
        dealt |= {card.id for card in dealt_cards(session.state, without, fjellvik(), words())}

    assert len(dealt) >= 5


def ended_at(levels: float, before: float, **values: float) -> GameState:
    """A game that is over with all meters at a level, and what it opened with."""
    state = a_game_that_is_over("double").state
    scale = {meter: 0.01 if meter == "staffing" else 1.0 for meter in METERS}
    meters = {meter: levels * scale[meter] for meter in METERS}
    last = replace(state.records[-1], values={**state.now, **meters, **values})
    first = replace(state.records[0], values={**state.records[0].values, "innovation": before})
    return replace(state, records=(first, *state.records[1:-1], last))


def dealt_of(state: GameState, without: GameState) -> tuple[DiscussionView, ...]:
    return dealt_cards(state, without.records, fjellvik(), words())


def test_nothing_is_said_to_have_gone_well_when_every_meter_fell() -> None:
    alone = ended_at(60.0, 38.0)

    assert [card.deal for card in dealt_of(ended_at(54.0, 38.0), alone)] == [
        "Det dere prøvde", "Det gjorde vondt", "Hjemme",
    ]  # fmt: skip
    assert [card.deal for card in dealt_of(ended_at(90.0, 38.0), alone)] == [
        "Det gikk bra", "Det vanskelige", "Hjemme",
    ]  # fmt: skip


def test_a_card_that_claims_something_is_only_dealt_where_it_is_true() -> None:
    claims = {"saved_time", "broken_promise", "not_finished"}
    quiet = {"innovation": 30.0, "broken_pledges": 0.0, "trials_waiting": 0.0}
    dealt = set()
    for seed in range(60):
        state = replace(ended_at(90.0, 38.0, **quiet), seed=seed)
        dealt |= {card.id for card in dealt_of(state, ended_at(60.0, 38.0))}

    assert dealt and not dealt & claims


# --- the monitor ----------------------------------------------------------------------------------


def at_report(preset: str, year: int) -> Session:
    session = new_session(fjellvik(), 3, Setup.of(preset))
    while (session.state.phase, session.state.year) != (Phase.REPORT, year):
        session.do(PLAYERS["balanced"](session.state, session.scenario))
    return session


def test_the_monitor_comes_every_second_year() -> None:
    first, second, third = (at_report("free", year).state for year in (2026, 2027, 2028))

    assert monitor(first, first.records, words()) is None
    assert readings(third) == (2027,)
    assert [is_new(state) for state in (first, second, third)] == [False, True, False]
    assert is_new(at_report("lesson", 2028).state)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reading_has_eight_numbers_with_trend_and_what_nobody_would_have_done(
    language: str,
) -> None:
    session = at_report("free", 2029)
    without = end_without_players(fjellvik(), 3).records
    view = monitor(session.state, without, words(language))

    assert view is not None
    assert view.year == 2029
    assert len(view.rows) == 8
    assert all(row.value_text and row.without_text and row.change_text for row in view.rows)
    ill = next(row for row in view.rows if row.variable == "sick_leave_rate")
    if ill.arrow != "flat":
        assert ill.meaning == ("bad" if ill.arrow == "up" else "good")


def test_the_group_is_the_two_nearest_in_size_and_never_oneself() -> None:
    heads = [one.head for one in list_scenarios() if one.head is not None]
    place = fjellvik().municipality
    group = nearest(place, heads)

    sizes = {head.id: residents(head.municipality) for head in heads}
    far = [sizes[id_] / residents(place) for id_ in sizes if id_ not in (*group, "fjellvik")]
    near = [sizes[id_] / residents(place) for id_ in group]
    assert len(group) == 2
    assert "fjellvik" not in group
    assert max(max(r, 1 / r) for r in near) <= min(max(r, 1 / r) for r in far)


def test_there_is_one_deep_dive_in_a_game_and_it_names_a_choice_and_a_loop() -> None:
    session = at_report("free", 2031)
    assert may_dive(session.state)
    session.do(DeepDive("full_time_share"))
    without = end_without_players(fjellvik(), 3).records
    view = deep_dive(session.state, story_of(session), without, words())

    assert not may_dive(session.state)
    assert view is not None
    assert view.series[0].years[-1] == view.series[1].years[-1] == 2031
    assert view.series[1].values[-1] == pytest.approx(100.0 * session.state.now["full_time_share"])
    assert len(view.sentences) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_forecast_of_recruitment_puts_the_worst_off_first(language: str) -> None:
    session = at_report("free", 2028)
    ahead = recruitment_ahead(session.state, fjellvik(), futures=12)
    view = recruitment(ahead, words(language))

    assert {row.id for row in view.rows} == set(PROFESSIONS)
    assert view.rows[0].meaning == "bad"
    assert view.rows[0].name.lower() in view.sentence
    assert view.rows[0].series[0].values[-1] > view.rows[0].series[1].values[-1]
    assert "{" not in view.note + view.sentence


# --- before the first year ------------------------------------------------------------------------


def test_five_lengths_and_three_levels_are_offered_with_their_minutes() -> None:
    lengths = length_choices(words())

    assert [one.id for one in lengths] == [preset.id for preset in load_presets()]
    assert lengths[1].label == "Én time · 45 min"
    assert lengths[-1].label == "Fritt spill"
    assert [level for level, _ in difficulty_choices(words())] == ["calm", "usual", "tough"]


def test_all_who_play_on_a_day_get_the_same_place_and_luck() -> None:
    ids = [one.id for one in list_scenarios()]
    day = date(2026, 8, 17)
    assert place_of_the_day(day, ids) == place_of_the_day(day, list(reversed(ids)))
    places = {place_of_the_day(day + timedelta(days=n), ids)[0] for n in range(60)}
    assert places == set(ids)
