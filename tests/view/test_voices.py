"""What the town says of a year: once in a game, true, and never a cheer in a crisis."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from game.content.load import list_scenarios, load_scenario
from game.content.voices import Voice, load_voices
from game.engine.game_state import Chosen, GameState, Record
from game.engine.session import new_session
from game.engine.setup import Setup
from game.lab.players import PLAYERS, play
from game.model.variables import VARIABLES
from game.text.translate import LANGUAGES, Translator, load_catalogue
from game.view.passing import LINES_A_SEASON, SEASONS, passing
from game.view.picture import picture
from game.view.report import report
from game.view.voices import Paper, filled, moved_most, paper_view, papers
from tests.kit import a_game, final_state, fjellvik

RANDOM_GAMES = 60
SHORT = ("stand", "lesson")
LENGTHS = (*SHORT, "double", *SHORT, "day", *SHORT, *SHORT, "free")
"""Mostly the short ones, which are quick to play."""


@cache
def some_games() -> tuple[GameState, ...]:
    """Sixty random games, spread over the municipalities and the lengths of a game."""
    scenarios = [load_scenario(listed.path) for listed in list_scenarios()]
    return tuple(
        play(
            new_session(
                scenarios[seed % len(scenarios)], seed, Setup.of(LENGTHS[seed % len(LENGTHS)])
            ),
            PLAYERS["random"],
        ).state
        for seed in range(RANDOM_GAMES)
    )


@cache
def their_papers() -> tuple[tuple[Paper, ...], ...]:
    return tuple(papers(state) for state in some_games())


def said(paper: Paper) -> Iterator[Voice]:
    """Everything a reader meets, in the paper and over the next picture."""
    single = (paper.headline, paper.article, paper.letter, paper.aside)
    yield from (voice for voice in single if voice is not None)
    yield from paper.quotes


def words(language: str) -> Translator:
    return Translator(language, load_catalogue())


def a_story(*years: dict[str, float], seed: int = 7) -> GameState:
    """A game whose records are told: the opening, then each year with what is new in it."""
    state = a_game(seed).state
    values = dict(state.records[0].values)
    records = [state.records[0]]
    for number, new in enumerate(years):
        values = {**values, **new}
        records.append(Record(state.first_year + number, values))
    return replace(state, records=tuple(records), year=records[-1].year)


def test_sixty_random_games_never_repeat_a_text() -> None:
    for game in their_papers():
        used = Counter(voice.id for paper in game for voice in said(paper))

        assert [id_ for id_, times in used.items() if times > 1] == []


def test_sixty_random_games_are_never_without_a_paper() -> None:
    for game in their_papers():
        for number, paper in enumerate(game):
            assert paper.headline is not None
            assert paper.article is not None
            assert len(paper.quotes) == (2 if number else 0)
            assert (paper.letter is not None) == bool(number)
            assert paper.aside is not None


@pytest.mark.parametrize("player", ["nothing", "balanced"])
def test_fifteen_reports_of_one_long_game_are_all_different_and_whole(player: str) -> None:
    game = papers(final_state(player, 7))
    used = [voice.id for paper in game for voice in said(paper)]

    assert len(game) == 15
    assert len(set(used)) == len(used)
    assert all(paper.headline and paper.article for paper in game)
    assert all(paper.letter and len(paper.quotes) == 2 for paper in game[1:])


def test_no_text_of_a_game_has_a_placeholder_without_a_value() -> None:
    span = their_papers()[0][-1].span
    for language in LANGUAGES:
        t = words(language)
        for voice in load_voices().entries:
            assert not re.search(r"[{}]|\bnan\b|\bNone\b", filled(voice, span, fjellvik(), t)), (
                voice.id
            )


def test_two_games_with_different_luck_read_different_papers() -> None:
    first, other = (papers(a_story({}, {}, seed=seed))[-1] for seed in (1, 2))

    assert [voice.id for voice in said(first)] != [voice.id for voice in said(other)]


def test_the_same_game_reads_the_same_every_time() -> None:
    assert papers(final_state("random", 7)) == papers(final_state("random", 7))


def test_the_town_is_silent_in_the_first_turn() -> None:
    state = a_story({"trust": 45.0})

    (first,) = papers(state)

    assert first.headline is not None
    assert first.quotes == ()
    assert first.letter is None
    assert first.aside is not None


def test_what_was_decided_is_told_before_what_moved() -> None:
    state = a_story({"trust": 20.0})
    state = replace(state, chosen=(Chosen(state.year, "forced_weekends"),))

    (paper,) = papers(state)

    assert paper.headline is not None and paper.headline.about == "forced_weekends"
    assert paper.article is not None and paper.article.about == "forced_weekends"


@pytest.mark.parametrize("name", ["apprentices", "partnership", "task_sharing"])
def test_a_measure_with_the_name_of_a_number_is_only_told_of_when_it_is_decided(name: str) -> None:
    state = a_story({}, {}, {})
    decided = replace(state, chosen=(Chosen(state.year, name),))

    assert all(voice.about != name for paper in papers(state) for voice in said(paper))
    assert any(voice.about == name for voice in said(papers(decided)[-1]))


def test_what_happened_in_an_earlier_report_is_no_longer_news() -> None:
    state = a_story({"trust": 45.0}, {"trust": 45.0})
    state = replace(state, chosen=(Chosen(state.first_year, "forced_weekends"),))

    assert all(voice.about != "forced_weekends" for voice in said(papers(state)[-1]))


@pytest.mark.parametrize("seed", range(8))
def test_the_meter_that_moved_most_makes_the_headline(seed: int) -> None:
    state = a_story({"services": 30.0}, seed=seed)
    state = replace(state, records=tuple(quiet_but_for("services", state)))
    headline = papers(state)[-1].headline

    assert moved_most(state.records[0], state.records[1])[0] == "services"
    assert headline is not None and headline.about == "services"


def quiet_but_for(meter: str, state: GameState) -> Iterator[Record]:
    opening, now = state.records
    yield opening
    yield Record(now.year, {**opening.values, meter: now.values[meter]})


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("meter", ["services", "wellbeing", "trust", "money"])
def test_a_rise_deep_in_a_crisis_is_never_cheered(meter: str, seed: int) -> None:
    state = a_story({meter: 10.0}, {meter: 30.0}, seed=seed)
    for voice in said(papers(state)[-1]):
        if voice.about == meter and voice.way == "better":
            assert any(condition.variable == meter for condition in voice.when), voice.id


def test_two_quotes_of_a_year_are_by_two_people() -> None:
    for game in their_papers():
        for paper in game[1:]:
            assert len({quote.who for quote in paper.quotes}) == 2


def test_a_report_of_several_years_tells_what_happened_in_all_of_them() -> None:
    state = a_story({"trust": 50.0}, {"trust": 48.0}, {"trust": 30.0})
    state = replace(state, chosen=(Chosen(state.first_year + 1, "forced_weekends"),))

    (paper,) = papers(state, reports=[state.first_year + 2])

    assert paper.span.before is state.records[0]
    assert paper.headline is not None and paper.headline.about == "forced_weekends"


def test_a_report_is_written_when_a_turn_ends() -> None:
    state = replace(a_story({"trust": 50.0}, {"trust": 48.0}, {"trust": 30.0}), turns=(2, 1))

    years = [paper.span.now.year - state.first_year for paper in papers(state)]

    assert years == [1, 2]


def test_numbers_are_filled_in_from_the_year() -> None:
    state = a_story({"trust": 50.0, "sick_leave_rate": 0.0973})
    voice = load_voices().entries[0]
    text = voice.text.model_copy(
        update={"nb": "{sick_leave_rate}, {trust_before}, {trust_change}, {name}, {year}"}
    )
    span = papers(state)[-1].span

    said_ = filled(
        voice.model_copy(update={"text": text, "who": None}), span, fjellvik(), words("nb")
    )

    assert said_ == f"9,7\u00a0%, 52, 2, {fjellvik().municipality.name}, {state.year}"


def test_a_quote_ends_with_the_one_who_says_it() -> None:
    state = a_story({"trust": 45.0}, {"trust": 30.0})
    view = paper_view(state, fjellvik(), words("nb"))

    assert all(re.fullmatch(r"«[^«»]+» – \w+, [\w ]+", quote) for quote in view.quotes)
    assert view.lead.endswith((".", "!", "?"))
    assert "**" not in view.lead + view.article


def test_the_picture_after_a_report_lets_someone_speak() -> None:
    state = a_story({"trust": 45.0})
    state = replace(state, year=state.year + 1)

    view = picture(state, fjellvik(), words("nb"))

    assert view.quote == paper_view(state, fjellvik(), words("nb")).aside != ""


def test_the_report_carries_all_that_is_said() -> None:
    state = final_state("random", 7)
    view = report(state, fjellvik(), words("nn"))

    assert view.headline and view.lead and view.article and view.letter
    assert view.quote == view.quotes[0]
    assert len(view.quotes) == 2


def test_no_line_of_a_passing_year_is_met_twice_in_fifteen_years() -> None:
    state = final_state("nothing", 7)
    met: Counter[str] = Counter()
    for end in range(2, len(state.records) + 1):
        so_far = replace(state, records=state.records[:end])
        met.update(one.line for one in passing(so_far, fjellvik(), words("nb")).seasons)

    assert met.total() == 15 * len(SEASONS)
    assert [line for line, times in met.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lines_of_a_passing_year_are_short_and_hold_no_figure(language: str) -> None:
    t = words(language)
    for season in SEASONS:
        for number in range(1, LINES_A_SEASON + 1):
            line = t(f"passing.{season}.{number}")
            assert not re.search(r"\d|passing\.", line), line
            assert all(len(part.split()) <= 14 for part in line.split(". ")), line


def test_every_text_of_the_files_can_be_reached() -> None:
    """Each is the first of its kind in some year where all that it asks for holds."""
    state = a_story({})
    for voice in load_voices().entries:
        told = _told_of(voice, state)
        only = replace(load_voices(), entries=(voice,))
        met = [v.id for paper in papers(told, voices=only) for v in said(paper)]
        assert met == [voice.id]


def _told_of(voice: Voice, state: GameState) -> GameState:
    """A year in which everything a voice asks for is so, by its conditions and its cause."""
    values = dict(state.records[0].values)
    for condition in voice.when:
        step = 1e-3 if condition.test in ("above", "at least") else -1e-3
        asked = [c for c in voice.when if c.variable == condition.variable]
        middle = sum(c.value for c in asked) / len(asked)
        values[condition.variable] = middle if len(asked) > 1 else condition.value + step
    before, chosen = dict(values), ()
    if voice.way in ("better", "worse"):
        up = (voice.way == "better") == (VARIABLES[voice.about].rising_is == "good")
        before[voice.about] = values[voice.about] * (0.5 if up else 2.0)
    elif voice.about and not voice.is_about_a_quantity:
        chosen = (Chosen(state.first_year + 1, voice.about),)
    opening = Record(state.first_year - 1, before)
    first, then = Record(state.first_year, before), Record(state.first_year + 1, values)
    return replace(state, records=(opening, first, then), chosen=chosen)
