"""The gates notice what they are there for: each is shown a game that is out of balance."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import pytest

from game.cli import main
from game.content.scenario import Measure, Scenario
from game.engine.session import Session, new_session
from game.engine.setup import Setup
from game.engine.turn import METERS
from game.engine.what_if.lanes import Lanes, replay
from game.lab.balance import report
from game.lab.balance.card_gates import context_gates, search_gates, stand_gates, timing_gates
from game.lab.balance.contexts import joined, toggled
from game.lab.balance.coverage import coverage_gates, everything
from game.lab.balance.game_gates import (
    COMPARED,
    NOTHING,
    SOUND_IDS,
    Table,
    best_on_most,
    in_the_top,
    majority_lost,
    pillars,
    random_play,
    sound_lines,
    worst_somewhere,
)
from game.lab.balance.games import PILLARS, Game, Games
from game.lab.balance.gate import Gate, at_least, at_most, between, listed, told
from game.lab.balance.packages import packed
from game.lab.balance.pairs import Sample, pairs
from game.lab.balance.plan import QUICK, Size, judged, tasks_of
from game.lab.balance.pool import Processes, alone, run
from game.lab.balance.search import MOST_A_TURN, NEVER, Search, Searched, drawn, searched
from game.lab.balance.stand import (
    Answers,
    answers,
    judged_in,
    never_on_the_stand,
    together,
)
from game.lab.balance.timing import by_year, effects_by_year
from game.lab.players import PLAYERS, play
from game.lab.score import at_the_end, meters, on_one_scale, score
from tests.kit import final_state, fjellvik

PLACES = ("fjellvik",)


def a_game(player: str, *five: float, seed: int = 1, **more: object) -> Game:
    return Game(player, "fjellvik", seed, "free", meters=five, **more)  # type: ignore[arg-type]


def games(**means: tuple[float, ...]) -> list[Game]:
    """A game by every ranked player, at 50 on all meters unless told otherwise."""
    names = {id_.replace("-", "_"): id_ for id_ in (*COMPARED, NOTHING)}
    return [a_game(id_, *means.get(name, (50.0,) * 5)) for name, id_ in names.items()]


# --- the meters on one scale ----------------------------------------------------------------------


def test_more_people_than_are_needed_count_as_enough() -> None:
    values = {"staffing": 1.2, "services": 60.0, "wellbeing": 40.0, "trust": 50.0, "money": 30.0}

    assert meters(values) == (100.0, 60.0, 40.0, 50.0, 30.0)
    assert score(values) == pytest.approx(56.0)
    lanes = np.array([values[name] for name in METERS]).reshape(1, 5, 1)
    assert on_one_scale(lanes).ravel().tolist() == [100.0, 60.0, 40.0, 50.0, 30.0]


def test_a_game_is_judged_by_its_last_three_years() -> None:
    records = final_state("nothing", 1).records
    last = [meters(record.values)[4] for record in records[-3:]]

    assert at_the_end(records)[4] == pytest.approx(sum(last) / 3)


# --- gates of whole games -------------------------------------------------------------------------


def test_a_player_who_is_best_on_three_meters_is_too_good() -> None:
    gate = best_on_most(Table(games(B=(90.0, 90.0, 90.0, 50.0, 50.0))))

    assert not gate.holds
    assert gate.value >= 3 and "B" in gate.note


def test_a_strategy_without_a_weak_side_is_told_of() -> None:
    low = (10.0, 50.0, 50.0, 50.0, 50.0)
    weak = dict.fromkeys("ABCD", low)
    gates = {gate.name[2]: gate for gate in worst_somewhere(Table(games(**weak, G=(60.0,) * 5)))}

    assert gates["A"].holds
    assert not gates["G"].holds
    assert "H" not in gates


def test_sound_lines_must_be_near_each_other_and_each_best_at_something() -> None:
    people, ways, together = SOUND_IDS
    apart = {people: (60.0, 50.0, 50.0, 50.0, 50.0), ways: (50.0, 60.0, 50.0, 50.0, 50.0)}
    fine = sound_lines(Table(games(**apart, **{together: (50.0, 50.0, 60.0, 50.0, 50.0)})))
    uneven = sound_lines(Table(games(**apart, **{together: (80.0,) * 5})))

    assert [gate.holds for gate in fine] == [True, True]
    assert [gate.holds for gate in uneven] == [False, False]


def test_a_card_in_all_of_the_best_games_is_told_of() -> None:
    best = [
        a_game(id_, *(80.0,) * 5, decided=("agency_staff", "task_sharing.evaluated", "hearing"))
        for id_ in COMPARED
    ]
    gate = in_the_top(Table([*best, a_game(NOTHING, *(50.0,) * 5)]))

    assert not gate.holds
    assert gate.note == "agency_staff 1.00"


def test_the_patient_builder_should_lose_the_election_now_and_then() -> None:
    def elections(*seats: float) -> list[Game]:
        return [a_game("H-", seed=n, seats_after=after) for n, after in enumerate(seats)]

    assert majority_lost(elections(17, 20, 22)).holds
    assert not majority_lost(elections(20, 20, 22)).holds
    assert not majority_lost(elections(10, 10, 22)).holds


def test_play_by_luck_should_end_about_where_nobody_does() -> None:
    near, worst = random_play(Table(games(random=(45.0,) * 5)))
    lucky, _ = random_play(Table(games(random=(60.0,) * 5)))
    _, fell = random_play(Table(games(random=(37.0,) * 5)))

    assert near.holds and worst.holds
    assert not lucky.holds
    assert not fell.holds


def test_each_pillar_must_matter_to_a_sound_line() -> None:
    idle = [a_game(line, *(50.0,) * 5, pillars=(1.0, 4.0, 0.0, 0.0)) for line in SOUND_IDS]

    assert [gate.holds for gate in pillars(idle)] == [False, True, False, False]
    assert len(PILLARS) == 4


# --- games as they are played ---------------------------------------------------------------------


@cache
def some_games() -> tuple[Game, ...]:
    """One game by each of three players, with all that is asked of games."""
    task = Games(("nothing", "random", "together"), "fjellvik", 1, loops=True, pillars=SOUND_IDS)
    return tuple(task.work())


def test_a_game_tells_what_was_met_decided_and_reached() -> None:
    nothing, random, together = some_games()

    assert not any(game.fault for game in some_games())
    assert nothing.decided == () and len(nothing.events) > 5
    assert len(random.dealt) > 20 and any("." in name for name in random.decided)
    assert any(ending.startswith("title ") for ending in together.endings)
    assert 0 <= together.seats_after <= 35


def test_loops_and_pillars_of_a_game_are_measured_by_playing_it_without_them() -> None:
    nothing, random, together = some_games()

    assert len(nothing.loops) == 12 and max(nothing.loops) > 1.0
    assert random.pillars == ()
    volunteering = together.pillars[PILLARS.index("volunteering")]
    assert volunteering > 0.5


def test_one_broken_game_is_told_of_and_does_not_stop_the_others() -> None:
    task = replace(Games(("nobody_there", "nothing"), "fjellvik", 1))
    broken, fine = task.work()

    assert "KeyError" in broken.fault and not fine.fault
    gate = coverage_gates([broken, fine], PLACES)[-1]
    assert not gate.holds and "nobody_there" in gate.note


def test_what_nobody_met_is_counted_by_kind() -> None:
    gates = {gate.name: gate for gate in coverage_gates(some_games(), PLACES)}
    there = everything(PLACES)

    met = {event for game in some_games() for event in game.events}
    assert gates["hendelser ingen møtte"].value == len(there["events"] - met)
    assert not gates["svar ingen ga"].holds
    assert f"av {len(there['options'])}" in gates["svar ingen ga"].note


# --- cards in lanes -------------------------------------------------------------------------------


def planted(**changes: tuple[tuple[str, float, int], ...]) -> Scenario:
    """Fjellvik with three cards only, some with other effects: variable, size and delay."""
    kept = ("career_day", "lifting_aids", "gain_path")
    base = fjellvik()
    cards = []
    for measure in base.measures:
        if measure.id in kept or not measure.dealt:
            cards.append(_with_effects(measure, changes.get(measure.id, ())))
    changed = base.model_copy(update={"measures": tuple(cards)})
    for worked_out in ("decisions", "causes"):
        # a copy remembers what was worked out for the original
        changed.__dict__.pop(worked_out, None)
    return changed


def _with_effects(measure: Measure, told_: tuple[tuple[str, float, int], ...]) -> Measure:
    if not told_:
        return measure
    pattern = measure.effects[0]
    effects = tuple(
        pattern.model_copy(update={"change": variable, "by": by, "after": after, "lasts": None})
        for variable, by, after in told_
    )
    return measure.model_copy(update={"effects": effects, "joker_when": (), "when": ()})


def a_played(scenario: Scenario) -> Session:
    # with no answers and no cards, what is planted is all there is
    return play(new_session(scenario, 3, Setup.of("free")), PLAYERS["nothing"])


def test_a_card_that_costs_nothing_and_helps_everywhere_is_a_free_lunch() -> None:
    gift = planted(career_day=(("wellbeing", 6.0, 0), ("reserve_fund", 4e7, 0)))
    found = joined([toggled(a_played(gift), 3, 30)])
    lunch, settled, _ = context_gates(found)

    assert not lunch.holds and "career_day" in lunch.note
    assert "career_day" in settled.note
    assert not settled.holds


def test_a_card_that_gives_now_and_takes_later_is_found_by_its_timing() -> None:
    loot = planted(career_day=(("trust", 12.0, 0), ("trust", -14.0, 3)))
    effects = by_year([effects_by_year(a_played(loot), 3, 8)])
    (gate,) = timing_gates(effects)

    assert "career_day" in gate.note
    assert effects["career_day"].mean(axis=1)[0] < 0.0


def test_two_cards_that_need_each_other_stand_out_from_a_straight_line() -> None:
    luck = np.random.Generator(np.random.PCG64(1))
    has = (luck.random((600, 6)) < 0.4).astype(np.float64)
    score_ = has @ np.array([1.0, 2.0, 0.0, -1.0, 0.5, 0.0]) + 4.0 * has[:, 1] * has[:, 4]
    found = pairs([Sample(tuple("abcdef"), has, score_ + luck.normal(0.0, 0.3, 600))])

    assert found.top[0][:2] == ("b", "e")
    assert found.top[0][2] == pytest.approx(4.0, abs=0.5)
    assert 0.5 < found.explained < 1.0


def test_lanes_with_nothing_taken_are_the_game_of_nobody() -> None:
    session = a_played(fjellvik())
    all_ = packed(session, (2026, 2031))
    none = np.zeros((len(all_.packages), 2), dtype=bool)
    unanswered = np.zeros((sum(map(len, all_.answers)), 2), dtype=bool)
    found = replay(all_.story, Lanes(all_.lanes(none, unanswered)), METERS)

    own = [[record.values[name] for name in METERS] for record in session.state.records[1:]]
    assert np.array_equal(found.values[:, :, 0], np.array(own))


def test_a_card_belongs_to_its_lane_with_all_its_steps_and_to_no_other() -> None:
    all_ = packed(a_played(fjellvik()), (2026, 2031))
    place = next(n for n, p in enumerate(all_.packages) if (p.card, p.year) == ("sensors", 2026))
    one = np.zeros((len(all_.packages), 2), dtype=bool)
    one[place, 1] = True
    unanswered = np.zeros((sum(map(len, all_.answers)), 2), dtype=bool)
    has = all_.lanes(one, unanswered)

    taken = {
        entry.what for entry, there in zip(all_.story.decided, has[:, 1], strict=False) if there
    }
    assert {"sensors", "sensors.evaluated", "sensors.put_to_use"} < taken
    assert all(name.startswith("sensors") for name in taken)
    assert not has[: len(all_.story.decided), 0].any()


def test_no_plan_takes_more_cards_in_a_turn_than_may_be() -> None:
    odds = np.full((12, 4), 0.25)
    plans = drawn(odds, 50, np.random.Generator(np.random.PCG64(2)))

    counts = np.stack([(plans == turn).sum(axis=0) for turn in range(3)])
    assert counts.max() == MOST_A_TURN
    assert plans.min() == NEVER and plans.max() == 2


def test_a_search_finds_a_plan_that_is_better_than_nothing_also_with_luck_it_never_saw() -> None:
    good = planted(career_day=(("wellbeing", 6.0, 4),), lifting_aids=(("wellbeing", -4.0, 0),))
    found = searched(new_session(good, 1, Setup.of("free")), lanes=32, generations=4, unseen=4)

    assert found.best > found.greedy
    assert "career_day" in [card for _, card in found.plan]
    assert "lifting_aids" not in [card for _, card in found.plan]


def test_whoever_looks_one_turn_ahead_must_be_behind() -> None:
    (behind,) = search_gates([Searched("here", 5.0, 10.0, ()), Searched("there", 9.0, 10.0, ())])
    (level,) = search_gates([Searched("here", 9.9, 10.0, ())])

    assert behind.holds and behind.value == pytest.approx(0.3)
    assert not level.holds


# --- the stand ------------------------------------------------------------------------------------


def on_the_stand(seed: int, scenario: Scenario | None = None) -> Session:
    """A game of five answers by luck."""
    session = new_session(scenario or fjellvik(), seed, Setup.of("stand"))
    return play(session, PLAYERS["random"])


def test_on_the_stand_every_event_that_could_come_is_answered_both_ways() -> None:
    session = on_the_stand(1)
    found = list(judged_in(session, futures=3))
    came = {(entry.what, entry.year) for entry in session.state.seen}

    assert came <= {(one.event, one.year) for one in found}
    assert len(found) > 20 * len(came)
    assert all(one.apart.shape == (3,) and one.apart.any() for one in found)


def test_an_event_is_judged_in_many_courses_of_the_same_game() -> None:
    found = {(one.event, one.year): one.apart for one in judged_in(on_the_stand(2), futures=4)}
    spread = [float(np.ptp(apart)) for apart in found.values()]

    assert np.mean(spread) > 0.05


def test_an_answer_that_only_gives_is_better_on_the_stand_in_every_context() -> None:
    plain = fjellvik()
    event = next(event for event in plain.events if event.id == "club_at_solbakken")
    best, empty = (choice.model_copy(deep=True) for choice in event.choices[:2])
    gain = best.effects[0].model_copy(update={"change": "wellbeing", "by": 5.0})
    best, empty = (
        best.model_copy(update={"effects": (gain,)}),
        empty.model_copy(update={"effects": ()}),
    )
    other = event.model_copy(update={"choices": (best, empty, *event.choices[2:])})
    events = tuple(other if one.id == other.id else one for one in plain.events)
    fresh = Scenario(**{name: getattr(plain, name) for name in type(plain).model_fields})
    session = on_the_stand(1, fresh.model_copy(update={"events": events}))

    found = [one.apart for one in judged_in(session, 2) if one.event == other.id]
    assert found and all((apart > 0.0).all() for apart in found)


def test_the_wins_of_many_games_are_counted_together() -> None:
    wins = Answers("fjellvik", (1,)).work()

    assert sum(a + b for a, b in wins.values()) > 200
    assert together([{"flood": (1, 2)}, {"flood": (3, 0), "robot": (0, 1)}]) == {
        "flood": (4, 2),
        "robot": (0, 1),
    }


def test_no_two_places_share_a_seed_on_the_stand() -> None:
    tasks = answers(("fjellvik", "havnes"), 12)

    assert len({seed for task in tasks for seed in task.seeds}) == 24


def test_what_needs_a_card_or_the_council_can_never_come_on_the_stand() -> None:
    never = never_on_the_stand(PLACES)

    assert {"pilot_park", "napkin_promise", "ai_letter"} <= never
    assert not {"weekend_gap", "inspection", "agency_bill"} & never


def test_an_event_where_one_answer_nearly_always_wins_is_told_of() -> None:
    wins = {"flood": (40, 0), "bus": (3, 97), "election": (30, 20)}
    (gate,) = stand_gates(wins, ["flood", "bus", "election", "robot", "pilot_park"])

    assert gate.value == 2 and not gate.holds
    assert "flood A 40–0" in gate.note and "bus B 97–3" in gate.note
    assert "election" not in gate.note and "190 sammenhenger" in gate.note
    assert "kommunestyre: pilot_park;" in gate.note and gate.note.endswith("spillene: robot")


# --- how it is run and told -----------------------------------------------------------------------


@dataclass(frozen=True)
class Doubled:
    """A task for the pool."""

    number: int

    def work(self) -> int:
        return 2 * self.number

    @property
    def weight(self) -> float:
        return float(self.number)


def test_results_come_in_the_order_of_the_tasks_whoever_does_them() -> None:
    tasks = [Doubled(number) for number in (1, 5, 2, 4)]

    assert run(tasks, alone) == [2, 10, 4, 8]
    assert run(tasks, Processes(2)) == [2, 10, 4, 8]


def test_a_dask_cluster_gives_the_same() -> None:
    pytest.importorskip("distributed")
    from game.lab.balance.on_dask import MEMORY, cluster

    assert set(MEMORY) == {"MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_"}
    with cluster(1) as on_dask:
        assert run([Doubled(3), Doubled(1)], on_dask) == [6, 2]


def test_a_gate_tells_its_limit() -> None:
    assert at_most("a", 2.0, 2.0) == Gate("a", 2.0, "<= 2", True)
    assert not at_least("a", 0.1, 0.25).holds
    assert between("a", 0.3, 0.25, 0.5).limit == "0.25..0.5"
    assert told("a", 9.0).holds
    assert listed("dbca", 2) == "a, b og 2 til"


def test_the_list_of_gates_can_be_read_by_a_program() -> None:
    rows = json.loads(report.as_json([at_most("a", 2.0, 1.0, "for mye")]))

    assert rows == [{"name": "a", "value": 2.0, "limit": "<= 1", "holds": False, "note": "for mye"}]


def test_the_table_has_a_line_for_each_player_against_nobody() -> None:
    lines = list(report.table(games(A=(60.0,) * 5), "free"))

    assert len(lines) == 1 + len(COMPARED) + 1
    assert lines[1].split()[:2] == ["A", "Lønnskrigen"] and "+10,0" in lines[1]
    words = list(report.gate_lines([at_most("a", 2.0, 1.0), told("b", 1.0)]))
    assert words[0].startswith("HOLDER IKKE") and words[-1] == "0 av 1 krav holder."


def test_every_task_of_a_judgement_has_a_gate_that_reads_it() -> None:
    small = replace(
        QUICK, seeds=1, contexts=8, timing_blocks=1, timing_contexts=1, pair_blocks=1, places=PLACES
    )
    kinds = {type(task).__name__ for task in tasks_of(small)}

    assert kinds == {"Games", "Contexts", "Timing", "Sampled", "Answers"}
    assert Search in {type(task) for task in tasks_of(Size())}
    assert callable(judged)


def test_bad_use_of_the_commands_is_told_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lab", "balance", "--games", "0"]) == 2
    assert "minst 1 spill" in capsys.readouterr().err
    assert main(["lab", "play", "--place", "oslo"]) == 2
    assert "«oslo» er ingen kommune" in capsys.readouterr().err


def test_random_games_are_played_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    told_ = main("lab play --games 2 --preset stand --place fjellvik --workers 1".split())

    assert told_ == 0
    assert capsys.readouterr().out == "2 spill, 0 brøt sammen.\n"
