"""What the players' games show: doing nothing fails, a sound plan does clearly better."""

from __future__ import annotations

import pytest

from game.content.common.goals import load_goals
from game.engine.action import (
    Action,
    AnswerCouncil,
    ChooseMeasure,
    ChooseOption,
    DeepDive,
    DropMeasure,
    GoBack,
    GoOn,
    GuessCause,
    Lead,
    LeaveUnanswered,
    ParkMeasure,
    PrepareCase,
    SetStrategy,
    UseSpecial,
)
from game.engine.council import needs_council
from game.engine.game_state import GameState
from game.engine.save import fingerprint
from game.engine.session import Session, new_session
from game.engine.setup import Setup
from game.engine.shadow import without_players
from game.engine.trials import open_trials
from game.lab.players import ALL_PLAYERS, NAMES, PLAYERS, STRATEGIES, NotAllowed, play
from game.lab.players.sound import SOUND
from game.lab.players.typical import ELECTIONS, TYPICAL
from game.lab.score import at_the_end, score
from game.model.axes import LEADERSHIP
from tests.kit import a_game, final_state, fjellvik

SEEDS = range(1, 5)
ONLY_PEOPLE_DO = {GoBack, DropMeasure}
"""Looking again and putting back: a player without a window never changes its mind."""


def played(player: str, seed: int, preset: str = "free") -> Session:
    return play(new_session(fjellvik(), seed, Setup.of(preset)), ALL_PLAYERS[player])


def end(player: str, seed: int) -> float:
    meters = at_the_end(final_state(player, seed).records)
    return sum(meters) / len(meters)


@pytest.mark.parametrize("seed", SEEDS)
def test_without_you_the_municipality_gets_worse_and_does_not_mend_by_itself(seed: int) -> None:
    records = final_state("nothing", seed).records

    assert score(records[-1].values) < score(records[0].values) - 10.0
    assert records[-1].values["staffing"] < 0.85


@pytest.mark.parametrize("line", [strategy.id for strategy in SOUND])
def test_each_sound_line_does_clearly_better_than_nobody(line: str) -> None:
    for seed in SEEDS:
        meters = at_the_end(played(line, seed).state.records)

        assert sum(meters) / len(meters) > end("nothing", seed) + 8.0


def test_the_nullbane_is_the_game_of_the_player_who_does_nothing() -> None:
    assert without_players(fjellvik(), 7) == final_state("nothing", 7).records


@pytest.mark.parametrize("player", ["random", "H", "greedy"])
def test_the_same_seed_and_player_give_the_same_game_to_the_last_digit(player: str) -> None:
    first, second = (played(player, 7, "lesson").state for _ in range(2))

    assert first.records == second.records
    assert fingerprint(first) == fingerprint(second)


@pytest.mark.parametrize("preset", ["stand", "lesson", "double"])
@pytest.mark.parametrize("player", ALL_PLAYERS)
def test_every_player_comes_to_the_end_and_is_never_refused(player: str, preset: str) -> None:
    assert played(player, 2, preset).state.is_over


def test_a_player_who_breaks_the_rules_is_told_so_with_year_and_reason() -> None:
    with pytest.raises(NotAllowed, match=r"2026: GuessCause.*not_now"):
        play(a_game(), lambda state, scenario: GuessCause("trust", "wages"))


def test_play_by_luck_uses_every_kind_of_action() -> None:
    used: set[type[Action]] = set()
    for seed in range(4):
        used |= {type(entry.action) for entry in played("random", seed).taken}

    everything = {
        GoOn,
        ChooseOption,
        LeaveUnanswered,
        ChooseMeasure,
        ParkMeasure,
        PrepareCase,
        AnswerCouncil,
        SetStrategy,
        Lead,
        UseSpecial,
        DeepDive,
        GuessCause,
    }
    assert everything - used <= {LeaveUnanswered, AnswerCouncil}
    assert not used & ONLY_PEOPLE_DO


def test_play_by_luck_answers_differently_in_different_games() -> None:
    answers: set[str] = set()
    for seed in range(4):
        for entry in final_state("random", seed).chosen:
            event, _, option = entry.what.partition(".")
            if event in ELECTIONS:
                answers.add(option)

    assert answers == {"explain", "adjust", "promise"}


def test_strategies_only_name_what_the_game_has() -> None:
    scenario, goals = fjellvik(), {goal.id for goal in load_goals()}
    cards = {measure.id for measure in scenario.measures}
    pillars = {measure.pillar for measure in scenario.measures}

    for strategy in STRATEGIES.values():
        named = {name.partition(".")[0] for name in (*strategy.wants, *strategy.avoids)}
        assert named <= cards, (strategy.id, named - cards)
        assert set(strategy.pillars) <= pillars
        assert set(strategy.goals) <= goals
        assert set(strategy.areas) <= set(LEADERSHIP)
        assert not set(strategy.wants) & set(strategy.avoids)


def test_most_named_answers_are_answers_of_the_game() -> None:
    """A place may lack an event, so a name may be passed over; but not because it is misspelt."""
    scenario = fjellvik()
    events = {event.id for event in scenario.events}

    for strategy in STRATEGIES.values():
        here = {f"{e}.{o}" for e, o in strategy.answers.items() if e in events}
        assert here <= set(scenario.decisions), (strategy.id, here - set(scenario.decisions))
        assert len(here) >= len(strategy.answers) * 2 // 3


def test_there_are_eight_typical_strategies_and_three_sound_lines_with_names() -> None:
    assert [strategy.id for strategy in TYPICAL] == list("ABCDEFGH")
    assert len(SOUND) == 3
    assert set(NAMES) == set(ALL_PLAYERS)
    assert set(PLAYERS) <= set(ALL_PLAYERS)


def test_the_pilot_factory_leaves_its_trials_standing() -> None:
    state = played("C", 1).state

    assert len(open_trials(state, fjellvik())) >= 3
    assert not [entry for entry in state.chosen if entry.what.endswith(".put_to_use")]


def test_new_ways_measures_its_trials_and_puts_them_to_use() -> None:
    decided = [entry.what for entry in played("ways", 1).state.chosen]
    used = [name for name in decided if name.endswith(".put_to_use")]

    assert len(used) >= 2
    for name in used:
        card = name.partition(".")[0]
        assert decided.index(f"{card}.evaluated") < decided.index(name)


def cases_of(state: GameState) -> list[tuple[int, str]]:
    return [(c.year, c.what) for c in state.chosen if needs_council(c.what, state, fjellvik())]


def test_the_patient_builder_asks_the_unions_first_and_full_time_at_once_does_not() -> None:
    asked = {id_: [] for id_ in "HE"}
    for seed in SEEDS:
        for player, found in asked.items():
            session = played(player, seed)
            prepared = {
                (entry.year, entry.action.measure): entry.action.involve
                for entry in session.taken
                if isinstance(entry.action, PrepareCase)
            }
            found += [prepared[case] for case in cases_of(session.state)]

    assert asked["H"] and sum(asked["H"]) >= 0.8 * len(asked["H"])
    assert not any(asked["E"])


def test_the_greedy_player_takes_no_card_that_lowers_the_meters_at_once() -> None:
    better = 0
    for seed in (1, 2):
        session = new_session(fjellvik(), seed, Setup.of("lesson"))
        alone = without_players(fjellvik(), seed, Setup.of("lesson"))
        greedy = play(session, ALL_PLAYERS["greedy"]).state.records
        better += score(greedy[3].values) >= score(alone[3].values)

    assert better == 2
