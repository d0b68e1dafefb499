"""How a game ends: each title says something true, and what was borrowed shows five years later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest

from game.content.common.titles import load_results, load_stand_endings, load_titles
from game.engine import endings, later_years
from game.engine.action import ChooseMeasure, GoOn, PrepareCase
from game.engine.crisis import crises, crisis_below, mean_level
from game.engine.endings import STAND_ENDINGS, TITLES, goals_reached, role_results, title_of
from game.engine.game_state import Chosen, GameState, Goal, Phase, Record
from game.engine.later_years import SHOCK, years_after
from game.engine.session import new_session, session_from
from game.engine.setup import Setup
from game.engine.shadow import end_without_players
from game.engine.snapshot import to_snapshot
from game.engine.turn import METERS
from game.lab.players import PLAYERS, play
from game.view.meters import band
from tests.kit import a_game, fjellvik, go_to, with_cards

Values = dict[str, float]


@cache
def alone(preset: str = "free") -> GameState:
    """«Uten dere» where people and trust hold: where all is in crisis, nothing is praised."""
    end = end_without_players(fjellvik(), 7, Setup.of(preset))
    held = {"staffing": 0.9, "trust": 50.0}
    return replace(
        end,
        records=tuple(
            replace(r, values={**r.values, **{k: max(v, r.values[k]) for k, v in held.items()}})
            for r in end.records
        ),
    )


def ended(
    gained: Mapping[str, float], chosen: tuple[str, ...] = (), preset: str = "free"
) -> GameState:
    """A game that ended as «uten dere», but for what was gained and decided."""
    end = alone(preset)
    last = end.records[-1]
    values = {**last.values, **{name: last.values[name] + by for name, by in gained.items()}}
    records = (*end.records[:-1], replace(last, values=values))
    years = range(end.first_year, end.last_year + 1)
    decided = tuple(Chosen(years[n % len(years)], what) for n, what in enumerate(chosen))
    return replace(end, records=records, chosen=decided)


def through_the_years(state: GameState, name: str, by: float) -> GameState:
    """The same with a quantity higher in every year."""
    records = tuple(
        replace(record, values={**record.values, name: record.values[name] + by})
        for record in state.records
    )
    return replace(state, records=records)


def calm(state: GameState) -> Values:
    """What it takes for every meter to end out of crisis."""
    return {m: 0.9 if m == "staffing" else 50.0 for m in METERS}


def set_to(state: GameState, values: Mapping[str, float]) -> GameState:
    last = state.records[-1]
    return replace(
        state,
        records=(*state.records[:-1], replace(last, values={**last.values, **values})),
    )


TRIAL = "medicine_dispenser"


def game_of(title: str) -> GameState:
    """A game that should be known for just this."""
    fires = tuple(f"weekend_gap.{id_}" for id_ in ("plan", "agency", "order"))
    match title:
        case "full_time_workshop":
            return ended({"position_size": 0.06, "full_time_culture": 12.0})
        case "attendance_municipality":
            return ended({"sick_leave_rate": -0.03})
        case "recruitment_magnet":
            return ended({"applicants": 0.5})
        case "trial_to_everyday":
            used = ("medicine_dispenser", "task_sharing", "night_supervision")
            return ended({"innovation": 15.0}, tuple(f"{card}.put_to_use" for card in used))
        case "community_builders":
            return ended({"volunteers": 25.0})
        case "open_municipality":
            return ended({"trust": 25.0})
        case "steady_course":
            return ended({m: 0.2 if m == "staffing" else 20.0 for m in METERS})
        case "turnaround":
            return set_to(alone(), {"services": 75.0})
        case "youth_municipality":
            return through_the_years(ended({}), "apprentices", 1.0)
        case "learning_team":
            steps = (f"{TRIAL}.evaluated", f"{TRIAL}.stopped")
            return ended({}, (TRIAL, *steps))
        case "good_neighbours":
            return ended({"neighbour_pay": -12.0}, ("shared_service", "with_heart_network"))
        case "money_box":
            return ended({"money": 40.0})
        case "pilot_park":
            return ended({}, (TRIAL, "night_supervision", "ai_notes", "sensors"))
        case _:
            return ended({}, fires)


def known_for(state: GameState, without: tuple[Record, ...]) -> str:
    return title_of(state, fjellvik(), without)


@pytest.mark.parametrize("title", [title.id for title in load_titles()])
def test_every_title_can_be_won_by_what_it_says(title: str) -> None:
    assert known_for(game_of(title), alone().records) == title


def test_the_titles_are_those_of_the_common_content() -> None:
    assert [profile.id for profile in TITLES] == [title.id for title in load_titles()]
    assert [p.id for p in STAND_ENDINGS] == [ending.id for ending in load_stand_endings()]


def test_a_game_in_which_nobody_did_anything_put_out_fires() -> None:
    assert known_for(alone(), alone().records) == "firefighters"


def test_a_trial_that_was_stopped_without_being_measured_taught_nobody_anything() -> None:
    state = ended({}, (TRIAL, f"{TRIAL}.stopped"))

    assert "learning_team" not in endings.title_scores(state, fjellvik(), alone().records)


def test_a_trial_that_is_put_to_use_is_no_statue() -> None:
    started = (TRIAL, "night_supervision")
    waiting = endings.title_scores(ended({}, started), fjellvik(), alone().records)
    used = (*started, f"{TRIAL}.put_to_use", "night_supervision.put_to_use")
    finished = endings.title_scores(ended({}, used), fjellvik(), alone().records)

    assert "pilot_park" in waiting
    assert "pilot_park" not in finished


def test_nobody_is_praised_where_nearly_every_meter_is_in_crisis() -> None:
    low = {"staffing": 0.7, "services": 30.0, "trust": 30.0, "wellbeing": 20.0}

    for title in ("full_time_workshop", "learning_team", "good_neighbours", "youth_municipality"):
        state = game_of(title)
        assert known_for(state, alone().records) == title
        assert known_for(set_to(state, low), alone().records) in endings.HONEST


def test_money_is_a_money_box_only_when_nothing_else_gained_as_much() -> None:
    rich = ended({"money": 20.0})
    rich_and_kind = ended({"money": 20.0, "trust": 25.0, "services": 22.0})

    assert known_for(rich, alone().records) == "money_box"
    assert "money_box" not in endings.title_scores(rich_and_kind, fjellvik(), alone().records)


@pytest.mark.parametrize(
    ("ending", "gained"),
    [
        ("waffles", {"volunteers": 12.0, "staffing": -0.06}),
        ("agency_favourite", {"agency_share": 0.8}),
        ("piggy_bank", {"money": 40.0}),
        ("pilot_park_opens", {"trials": 10.0}),
        ("weekend_gap_won", {"staffing": -0.2}),
        ("neighbour_calls", {"services": 30.0}),
        ("people_want_to_work_here", {"wellbeing": 25.0}),
        ("youth_took_over", {m: 0.15 if m == "staffing" else 15.0 for m in METERS}),
    ],
)
def test_every_line_of_the_stand_can_be_reached(ending: str, gained: Mapping[str, float]) -> None:
    state = ended(gained, preset="stand")

    assert endings.stand_ending(state, fjellvik(), alone("stand").records) == ending


def test_no_line_of_the_stand_tells_of_something_that_did_not_happen() -> None:
    fewer = {"agency_share": -0.1, "trials": -3.0, "volunteers": -3.0}
    worse = {"services": -6.0, "wellbeing": -6.0, "trust": -6.0, "money": -6.0}
    found = endings.stand_ending(
        ended({**fewer, **worse}, preset="stand"), fjellvik(), alone("stand").records
    )

    assert found == "weekend_gap_won"


def test_games_on_the_stand_end_in_many_ways() -> None:
    setup = Setup.of("stand")
    found = set()
    for seed in range(12):
        state = play(new_session(fjellvik(), seed, setup), PLAYERS["random"]).state
        without = end_without_players(fjellvik(), seed, setup)
        found.add(endings.stand_ending(state, fjellvik(), without.records))

    assert len(found) >= 4


def test_a_crisis_is_where_the_screen_says_crisis() -> None:
    for meter in METERS:
        limit = crisis_below(meter)
        assert band(meter, limit - 0.01) == "crisis"
        assert band(meter, limit) == "ok"


# --- the 2045 test --------------------------------------------------------------------------------


def test_nobody_who_did_nothing_has_anything_to_lose_and_slides_back() -> None:
    found = endings.test_2045(alone(), fjellvik(), alone())

    assert found.result == "slides_back"
    assert found.lead_before == found.lead_after == 0.0


def test_what_lasts_stands_firm_and_what_was_borrowed_slides_back() -> None:
    end = alone()
    sound = end.municipality.copy()
    sound.soft[:] = 85.0
    sound.reserve_fund_nok[:] = end.now["revenue"] * 0.3
    sound.staff[:] *= 1.25
    healthy = replace(end, municipality=sound)
    # the same municipality with meters that only look good on the last day
    dressed_up = set_to(end, {m: 0.99 if m == "staffing" else 90.0 for m in METERS})

    assert endings.test_2045(healthy, fjellvik(), end).result == "stands_firm"
    assert endings.test_2045(dressed_up, fjellvik(), end).result == "slides_back"


def test_the_five_years_hold_one_hard_winter_that_all_get_alike() -> None:
    first, second, third, *_ = years_after(alone(), fjellvik())

    assert second["sick_leave_rate"] > max(first["sick_leave_rate"], third["sick_leave_rate"])
    assert second["applicants"] < first["applicants"]
    assert SHOCK["sick_leave_rate"] > 0


def test_the_test_is_the_same_each_time_and_leaves_the_game_alone() -> None:
    end = play(a_game(5), PLAYERS["balanced"]).state
    before = end.municipality.flat.copy()

    once, again = (later_years.test_2045(end, fjellvik()) for _ in range(2))

    assert once == again
    assert (end.municipality.flat == before).all()
    assert once.result in {result.id for result in load_results()}
    assert len(once.years) == 5


def test_ends_are_told_in_words_the_lab_can_count() -> None:
    for preset, kind in (("stand", "stand_ending"), ("lesson", "title")):
        session = play(new_session(fjellvik(), 2, Setup.of(preset)), PLAYERS["balanced"])
        first, second = endings.endings_of(session)
        assert first.startswith(f"{kind} ")
        assert second.startswith("result ")


# --- roles and goals ------------------------------------------------------------------------------


def met(state: GameState) -> dict[str, bool]:
    return role_results(state, fjellvik())


def test_the_director_wants_no_meter_in_crisis() -> None:
    good = set_to(alone(), calm(alone()))

    assert crises(good.now) == ()
    assert met(good)["director"]
    assert not met(set_to(good, {"trust": 39.0}))["director"]


def test_the_head_of_finance_looks_at_every_year_and_not_only_the_last() -> None:
    rich = through_the_years(alone(), "reserve_fund_share", 1.0)
    third = rich.records[3]
    poor_once = replace(third, values={**third.values, "reserve_fund_share": 0.01})

    assert met(rich)["finance"]
    records = (*rich.records[:3], poor_once, *rich.records[4:])
    assert not met(replace(rich, records=records))["finance"]


def test_the_head_of_development_counts_different_solutions() -> None:
    one_twice = ended({}, (f"{TRIAL}.put_to_use", f"{TRIAL}.put_to_use"))
    two = ended({}, (f"{TRIAL}.put_to_use", "night_supervision.put_to_use"))

    assert not met(one_twice)["development"]
    assert met(two)["development"]


def test_the_union_wants_a_say_before_every_case_and_counts_none_as_none() -> None:
    first, second = [m.id for m in fjellvik().measures if m.council and m.dealt][:2]
    early, rushed = Chosen(2030, first, involved=True), Chosen(2031, second)

    assert met(replace(alone(), chosen=(early,)))["union"]
    assert not met(replace(alone(), chosen=(early, rushed)))["union"]
    assert not met(replace(alone(), chosen=(rushed,)))["union"]
    assert not met(alone())["union"]


@pytest.mark.parametrize("involve", [True, False])
def test_the_say_of_the_union_is_remembered_when_a_game_is_opened_under_new_rules(
    involve: bool,
) -> None:
    case = "rota_together"
    session = with_cards(go_to(a_game(), Phase.MEASURES), case)
    for action in (ChooseMeasure(case), PrepareCase(case, involve), GoOn()):
        session.do(action)
    (vote,) = session.state.votes
    carried = replace(vote, yes=session.state.seats, offer=None)
    session.state = replace(session.state, votes=(carried,))
    go_to(session, Phase.PICTURE)

    reopened = session_from(fjellvik(), to_snapshot(session.turn_start))
    end = play(reopened, PLAYERS["nothing"]).state

    assert role_results(end, fjellvik())["union"] is involve


def test_only_the_roles_at_the_table_have_a_badge() -> None:
    assert met(alone("stand")) == {}
    assert set(met(alone("lesson"))) == {"director", "hr", "development", "union"}
    assert len(met(alone())) == 6


def test_a_goal_of_the_strategy_is_reached_when_its_number_has_moved_far_enough() -> None:
    state = replace(alone(), goals=(Goal("attendance", "hr"), Goal("competence", "union")))
    start = state.opening["sick_leave_rate"]
    lower = set_to(state, {"sick_leave_rate": start - 0.006, "competence_match": 20.0})

    assert goals_reached(lower) == {"attendance": True, "competence": False}


def test_the_mean_of_the_meters_counts_per_cent_and_points_alike() -> None:
    assert mean_level(dict.fromkeys(METERS, 50.0) | {"staffing": 0.5}) == pytest.approx(50.0)
