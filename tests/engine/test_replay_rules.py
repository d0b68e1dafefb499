"""What the rules do is in a replay too: weights, delays, trials, moved bills, turns of years."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from game.engine.council import first_seats
from game.engine.session import Session
from game.engine.setup import Setup
from game.engine.what_if.lanes import Lanes, replay
from game.engine.what_if.story import Story, story_between, story_of
from game.model.variables import VARIABLES
from tests.engine.what_if_kit import WATCHED, a_played_game, forced, values_of
from tests.engine.wild import DIFFICULTIES, PRESETS, a_wild_game, where_all_is_cheap
from tests.kit import fjellvik

KNOWN_TO_THE_RULES = ("trials_waiting", "friendly_seats", "broken_pledges")
EVERYTHING = tuple(name for name in VARIABLES if name not in KNOWN_TO_THE_RULES)
GAMES = [
    (preset, seed) for row, preset in enumerate(PRESETS) for seed in range(6 * row, 6 * row + 5)
]


@cache
def a_full_game(preset: str, seed: int) -> Session:
    """A game in which everything was tried, and most of it could be paid."""
    setup = Setup.of(preset, DIFFICULTIES[seed % 3])
    return a_wild_game(where_all_is_cheap(fjellvik()), seed, setup)


@cache
def its_story(preset: str, seed: int) -> Story:
    return story_of(a_full_game(preset, seed))


@pytest.mark.parametrize(("preset", "seed"), GAMES)
def test_a_wild_game_is_replayed_to_the_last_digit_in_every_preset(preset: str, seed: int) -> None:
    story, end = its_story(preset, seed), a_full_game(preset, seed).state
    measured = tuple(name for name in EVERYTHING if name in end.now)

    found = replay(story, Lanes(story.everything(2)), measured)

    assert (found.values[:, :, 0] == values_of(end, measured, story.start.year)).all()
    assert (
        found.state.flat.reshape(-1, 2)[:, 0] == end.municipality.flat.reshape(-1, 2)[:, 0]
    ).all()


@pytest.mark.parametrize(("preset", "seed"), GAMES)
def test_a_lane_with_some_choices_is_the_game_that_makes_those_choices(
    preset: str, seed: int
) -> None:
    story = its_story(preset, seed)
    kept = np.random.default_rng(seed).random((len(story.decided), 40)) < 0.6

    found = replay(story, Lanes(story.with_choices(kept)), WATCHED)

    for lane in (0, 13, 39):
        chosen = [entry for row, entry in enumerate(story.decided) if kept[row, lane]]
        end = forced(story, chosen)
        assert (found.values[:, :, lane] == values_of(end, WATCHED, story.start.year)).all()


@pytest.mark.parametrize("preset", PRESETS)
def test_a_replay_from_any_turn_has_what_was_on_its_way(preset: str) -> None:
    session = a_full_game(preset, 4)

    for year, start in session.year_starts.items():
        story = story_between(session.scenario, start, session.state)
        found = replay(story, Lanes(story.everything(2)), WATCHED)

        assert (found.values[:, :, 0] == values_of(session.state, WATCHED, year)).all(), year


def test_an_election_changes_the_seats_and_nothing_else() -> None:
    end = a_game_of_nobody().state
    story = story_of(a_game_of_nobody())

    without_a_council = replay(story, Lanes(story.everything(2)), EVERYTHING)

    assert end.seats != first_seats()
    assert (without_a_council.values[:, :, 0] == values_of(end, EVERYTHING, 2026)).all()


def a_game_of_nobody() -> Session:
    """Fifteen years and four elections, and nobody at the wheel."""
    return a_played_game("nothing", 3)


def test_these_games_are_full_of_what_the_rules_can_do() -> None:
    games = [a_full_game(preset, seed) for preset, seed in GAMES]
    chosen = [entry for game in games for entry in game.state.chosen]
    steps = {entry.what.partition(".")[2] for entry in chosen}
    names = {entry.what for entry in chosen}

    assert {"evaluated", "stopped", "put_to_use"} <= steps
    assert {"hearing", "backlash", "council_fight"} <= names
    assert any(name.startswith("lead_") for name in names)
    assert {entry.delay for entry in chosen} >= {-1, 0, 1}
    assert len({entry.weight for entry in chosen}) > 50
