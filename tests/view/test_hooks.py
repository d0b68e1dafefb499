"""What a report asks us to look for next: curious, short, and never the same twice in a game."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from game.content.load import load_scenario
from game.engine.game_state import GameState, Phase
from game.engine.session import new_session
from game.engine.setup import Setup
from game.engine.turn import METERS
from game.lab.players import PLAYERS
from game.text.translate import LANGUAGES, Translator, load_catalogue
from game.view.report import ELECTION_HOOKS, HOOKS_OF_A_KIND, hook

GAMES = [
    ("fjellvik", "balanced", "free", 1),
    ("kvitfoss", "random", "free", 2),
    ("havnes", "random", "double", 3),
    ("storvag", "balanced", "double", 4),
    ("lysebygd", "random", "lesson", 5),
    ("ytterskjaer", "balanced", "stand", 6),
]
KINDS = (*METERS, "late", "pipeline")


@cache
def words(language: str = "nb") -> Translator:
    return Translator(language, load_catalogue())


@cache
def reports_of(place: str, player: str, preset: str, seed: int) -> tuple[GameState, ...]:
    """A whole game, stopped at each of its reports."""
    session = new_session(load_scenario(place), seed, Setup.of(preset))
    stops = []
    while not session.state.is_over:
        if session.state.phase is Phase.REPORT:
            stops.append(session.state)
        session.do(PLAYERS[player](session.state, session.scenario))
    return tuple(stops)


@pytest.mark.parametrize(("place", "player", "preset", "seed"), GAMES)
def test_no_hook_comes_twice_in_a_whole_game(
    place: str, player: str, preset: str, seed: int
) -> None:
    stops, scenario = reports_of(place, player, preset, seed), load_scenario(place)
    for language in LANGUAGES:
        told = [hook(state, scenario, words(language)) for state in stops]

        assert told.pop() == ""
        assert len(told) == len(stops) - 1 and all(told)
        assert [text for text, times in Counter(told).items() if times > 1] == []


def test_a_long_game_asks_about_what_is_coming_and_about_how_things_stand() -> None:
    stops, scenario = reports_of(*GAMES[0]), load_scenario("fjellvik")
    kinds = Counter(_kind(hook(state, scenario, words())) for state in stops[:-1])

    assert kinds["pipeline"] >= 3 and kinds["election"] == 4 and kinds["late"] >= 1
    assert sum(kinds[meter] for meter in METERS) >= 1


def test_a_hook_never_promises_something_after_the_last_year() -> None:
    for game in GAMES:
        for state in reports_of(*game)[:-1]:
            years = re.findall(r"\b20\d\d\b", hook(state, load_scenario(game[0]), words()))
            assert all(state.year < int(year) <= state.last_year for year in years)


def test_two_games_with_different_luck_do_not_begin_with_the_same_words() -> None:
    numbers = {seed: _numbers(("lysebygd", "random", "lesson", seed)) for seed in (5, 6)}

    assert numbers[5] != numbers[6]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_hook_is_one_or_two_short_sentences_and_no_two_are_alike(language: str) -> None:
    texts = list(_all(language).values())

    assert len(set(texts)) == len(texts) == len(KINDS) * HOOKS_OF_A_KIND + ELECTION_HOOKS
    for text in texts:
        assert 5 <= len(text.split()) <= 14, text
        assert len(re.findall(r"[.!?](?: |$)", text.replace("»", ""))) <= 2, text


def _all(language: str = "nb") -> dict[str, str]:
    t = words(language)
    keys = [f"{kind}.{n}" for kind in KINDS for n in range(1, HOOKS_OF_A_KIND + 1)]
    keys += [f"election.{n}" for n in range(1, ELECTION_HOOKS + 1)]
    return {key: t(f"hook.{key}", what="…", year="2030") for key in keys}


def _key(text: str) -> str:
    """The key a hook was made from, whatever was filled in."""
    for key, example in _all().items():
        pattern = re.escape(example).replace("…", ".+")
        if key.startswith("pipeline"):
            pattern = pattern.replace("2030", r"20\d\d")
        if re.fullmatch(pattern, text):
            return key
    raise AssertionError(text)


def _kind(text: str) -> str:
    return _key(text).partition(".")[0]


def _numbers(game: tuple[str, str, str, int]) -> list[str]:
    scenario = load_scenario(game[0])
    return [_key(hook(state, scenario, words())) for state in reports_of(*game)[:-1]]
