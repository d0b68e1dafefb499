"""A game replayed in lanes: the lane that has everything is the game, to the last digit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.content.effects import Condition, Effect
from game.content.form import Amount, Text
from game.content.scenario import Scenario
from game.engine.conditions import all_hold
from game.engine.session import new_session
from game.engine.what_if.lane_conditions import all_hold_in_lanes
from game.engine.what_if.lanes import Lanes, Replay, replay
from game.engine.what_if.story import Has, Story, story_between, story_of
from game.lab.players import PLAYERS, play
from tests.engine.what_if_kit import WATCHED, a_played_game, a_story, forced, values_of
from tests.kit import fjellvik

GAMES = [("balanced", 1), ("balanced", 2), ("random", 1), ("random", 5), ("nothing", 3)]


def some_lanes(story: Story, lanes: int, seed: int = 1) -> Has:
    """All choices, none, and then a random part of them in each lane."""
    kept = np.random.default_rng(seed).random((len(story.decided), lanes)) < 0.5
    kept[:, 0], kept[:, 1] = True, False
    return kept


def stocks(found: Replay, lane: int) -> np.ndarray:
    return found.state.flat.reshape(-1, found.state.lanes)[:, found.lane_of[lane]]


@pytest.mark.parametrize(("player", "seed"), GAMES)
def test_the_lane_with_all_choices_is_the_game_to_the_last_digit(player: str, seed: int) -> None:
    story, end = a_story(player, seed), a_played_game(player, seed).state

    found = replay(story, Lanes(story.with_choices(some_lanes(story, 40))), WATCHED)

    assert (found.values[:, :, 0] == values_of(end, WATCHED, story.start.year)).all()
    assert (stocks(found, 0) == end.municipality.flat.reshape(-1, 2)[:, 0]).all()


@pytest.mark.parametrize(("player", "seed"), GAMES[:4])
def test_every_other_lane_is_the_game_the_engine_plays_with_those_choices(
    player: str, seed: int
) -> None:
    story = a_story(player, seed)
    kept = some_lanes(story, 40)

    found = replay(story, Lanes(story.with_choices(kept)), WATCHED)

    for lane in (1, 2, 17, 39):
        chosen = [entry for row, entry in enumerate(story.decided) if kept[row, lane]]
        end = forced(story, chosen)
        assert (found.values[:, :, lane] == values_of(end, WATCHED, story.start.year)).all()
        assert (stocks(found, lane) == end.municipality.flat.reshape(-1, 2)[:, 0]).all()


def test_with_no_choices_and_the_events_of_the_nullbane_it_is_the_nullbane() -> None:
    story, nullbane = a_story("nothing", 3), a_played_game("nothing", 3).state

    found = replay(story, Lanes(story.everything(2)), WATCHED)

    assert not story.decided
    assert (found.values[:, :, 1] == values_of(nullbane, WATCHED, 2026)).all()


def test_a_lane_is_the_same_alone_and_among_a_thousand() -> None:
    story = a_story()
    kept = some_lanes(story, 1000)

    many = replay(story, Lanes(story.with_choices(kept)), WATCHED)
    few = replay(story, Lanes(story.with_choices(kept[:, 400:403])), WATCHED)

    assert (many.values[:, :, 400:403] == few.values).all()


def test_lanes_are_stepped_together_until_something_tells_them_apart() -> None:
    story = a_story()
    kept = np.ones((len(story.decided), 64), dtype=bool)
    kept[-1, 32:] = False

    found = replay(story, Lanes(story.with_choices(kept)), WATCHED)

    assert found.state.lanes == 2
    assert (found.lane_of[:32] == found.lane_of[0]).all()
    assert (found.lane_of[32:] == found.lane_of[-1]).all()


@pytest.mark.parametrize("year", [2029, 2034, 2040])
def test_a_replay_can_begin_in_any_year_with_what_was_on_its_way(year: int) -> None:
    session = a_played_game("balanced", 2)
    story = story_between(session.scenario, session.year_starts[year], session.state)

    found = replay(story, Lanes(story.everything(3)), WATCHED)

    assert found.years == tuple(range(year, 2041))
    assert (found.values[:, :, 1] == values_of(session.state, WATCHED, year)).all()


def test_a_game_under_way_is_replayed_as_far_as_it_has_come() -> None:
    session = new_session(fjellvik(), 4)
    while session.state.year < 2029:
        session.do(PLAYERS["balanced"](session.state, session.scenario))
    story = story_of(session)

    found = replay(story, Lanes(story.everything(2)), WATCHED)

    assert found.years == (2026, 2027, 2028)
    assert (found.values[:, :, 0] == values_of(session.state, WATCHED, 2026)).all()


def test_before_any_year_has_passed_there_is_nothing_to_replay() -> None:
    story = story_of(new_session(fjellvik(), 4))

    found = replay(story, Lanes(story.everything(2)), WATCHED)

    assert found.years == () and found.values.shape == (0, len(WATCHED), 2)


def a_hard_scenario() -> Scenario:
    """Fjellvik with every kind of effect, condition and cost on every measure."""
    either = Condition(any=(Condition(chose="rota_together"), Condition(chance=0.5)))
    poor = Condition(variable="trust", test="below", value=55.0)
    why = Text(nb="prøve")
    more = (
        Effect(change="revenue", by=40.0, **{"(per inhabitant)": True}, over=2, because=why),
        Effect(change="trust", by=-3.0, after=1, lasts=2, **{"if": (either,)}, because=why),
        Effect(change="wellbeing", by=4.0, over=3, **{"if": (poor,)}, because=why),
        Effect(change="sick_leave_rate", by=-0.004, over=2, lasts=4, because=why),
    )
    measures = tuple(
        measure.model_copy(
            update={
                "effects": (*measure.effects, *more),
                "cost": Amount(value=30.0, per_inhabitant=True),
                "yearly_cost": Amount(value=9.0, per_inhabitant=True),
                "cost_lasts": 3,
                "takes": max(measure.takes, 2),
            }
        )
        for measure in fjellvik().measures
    )
    return fjellvik().model_copy(update={"measures": measures})


def test_every_kind_of_effect_condition_and_cost_is_as_in_the_game() -> None:
    scenario = a_hard_scenario()
    session = play(new_session(scenario, 6), PLAYERS["random"])
    story = story_of(session)
    kept = some_lanes(story, 200)

    found = replay(story, Lanes(story.with_choices(kept)), WATCHED)

    assert (found.values[:, :, 0] == values_of(session.state, WATCHED, 2026)).all()
    for lane in (1, 50, 199):
        chosen = [entry for row, entry in enumerate(story.decided) if kept[row, lane]]
        end = forced(story, chosen)
        assert (found.values[:, :, lane] == values_of(end, WATCHED, 2026)).all()


def test_an_event_can_be_taken_out_of_a_lane() -> None:
    story = a_story("nothing", 3)
    moving = {event.id for event in story.scenario.events if event.effects}
    row = next(row for row, entry in enumerate(story.happened) if entry.what in moving)
    has = story.everything(2)
    has[len(story.decided) + row, 1] = False
    without = replace(story, happened=story.happened[:row] + story.happened[row + 1 :])

    found = replay(story, Lanes(has), WATCHED)
    end = forced(without, ())

    assert (found.values[:, :, 1] == values_of(end, WATCHED, 2026)).all()
    assert (found.values[..., 0] != found.values[..., 1]).any()


CONDITIONS = [
    Condition(variable="trust", test=test, value=limit)
    for test in ("above", "below", "at least", "at most")
    for limit in (40.0, 50.0)
] + [
    Condition(chose="rota"),
    Condition(not_chosen="rota"),
    Condition(chance=0.3),
    Condition(any=(Condition(chose="rota"), Condition(variable="trust", test="above", value=45.0))),
]


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_condition_holds_in_the_lanes_where_it_would_in_a_game(condition: Condition) -> None:
    trust = np.array([40.0, 45.0, 50.0, 40.0, 55.0])
    rota = np.array([True, False, True, False, False])
    luck = np.array([0.1, 0.3, 0.5, 0.29, 0.9])

    found = all_hold_in_lanes([condition, condition], {"trust": trust}, lambda _: rota, luck)

    for lane in range(5):
        chosen = frozenset({"rota"} if rota[lane] else ())
        expected = all_hold([condition], {"trust": trust[lane]}, chosen, luck[lane])
        assert np.broadcast_to(found, 5)[lane] == expected
