"""The council of 35: how well a case is anchored, who votes yes, who remembers, who is elected."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from game.engine.council import (
    after_election,
    anchoring,
    answered,
    first_seats,
    friendly_seats,
    has_backlash,
    memory,
    needs_council,
    vote_on,
)
from game.engine.game_state import Chosen, GameState, Offer, Pledge, Prepared, Record, Special, Vote
from game.engine.resources import cost_nok, price_nok
from game.engine.standing import Standing, cards_on_table, lost_effort, seats_needed, standings
from tests.kit import a_game, fjellvik

CASE = "rota_together"


@cache
def the_first_day() -> GameState:
    return a_game().state


def a_council(seed: int = 7, **levels: float) -> GameState:
    """The first day of a game, with some of the variables as told, and any luck."""
    state = the_first_day()
    values = {**state.now, "partnership": 50.0, **levels}
    return replace(state, seed=seed, picked=(CASE,), records=(Record(2025, values),))


def prepared(state: GameState, involve: bool = False, hearing: bool = False) -> GameState:
    return replace(state, prepared=(Prepared(CASE, involve, hearing),))


@pytest.mark.parametrize(
    ("involve", "hearing", "expected"),
    [(False, False, 30.0), (True, False, 60.0), (False, True, 50.0), (True, True, 80.0)],
)
def test_anchoring_is_30_and_talks_add_30_and_a_hearing_20(
    involve: bool, hearing: bool, expected: float
) -> None:
    assert anchoring(CASE, prepared(a_council(), involve, hearing)) == expected


def test_good_partnership_anchors_every_case_a_little() -> None:
    # 30 + 0.30 * (70 - 50) = 36
    assert anchoring(CASE, a_council(partnership=70.0)) == pytest.approx(36.0)


def test_a_workshop_and_partnership_as_a_habit_anchor_later_cases() -> None:
    known = (Chosen(2025, "co_creation_workshop"), Chosen(2025, "partnership"))

    # 30 + 2 * 8 = 46
    assert anchoring(CASE, replace(a_council(), chosen=known)) == 46.0


def test_the_unions_can_ask_for_a_hearing_of_their_own() -> None:
    state = a_council()

    assert anchoring(CASE, replace(state, specials=(Special("union", 2026, CASE),))) == 50.0


@pytest.mark.parametrize("partnership", [-400.0, 400.0])
def test_anchoring_is_never_outside_its_scale(partnership: float) -> None:
    assert 0.0 <= anchoring(CASE, a_council(partnership=partnership)) <= 100.0


def test_a_case_needs_18_of_35_and_24_where_trust_is_very_low() -> None:
    assert sum(first_seats()) == 35
    assert seats_needed(a_council(trust=30.0)) == 18
    assert seats_needed(a_council(trust=20.0)) == 24


def test_with_high_trust_a_case_goes_through_and_with_low_trust_it_does_not() -> None:
    high = vote_on(CASE, a_council(trust=90.0), fjellvik())
    low = vote_on(CASE, a_council(trust=5.0), fjellvik())

    assert high.carried and high.offer is None
    assert not low.carried


def test_a_group_that_wants_a_case_votes_for_it_before_one_that_fears_it() -> None:
    votes = [vote_on(CASE, a_council(seed, trust=35.0), fjellvik()).yes for seed in range(40)]
    care, thrift = 2, 4

    assert sum(yes[care] > 0 for yes in votes) > sum(yes[thrift] > 0 for yes in votes)


def test_an_offer_comes_from_a_group_whose_seats_are_enough() -> None:
    votes = [vote_on(CASE, a_council(seed, trust=50.0), fjellvik()) for seed in range(60)]
    offers = [vote for vote in votes if vote.offer is not None]
    order = ("village_list", "town_list", "care_list", "growth_list", "thrift_list")

    assert {vote.offer.kind for vote in offers if vote.offer} == {"smaller", "pledge"}
    assert all(not vote.carried and vote.waits for vote in offers)
    assert all(
        sum(vote.yes) + first_seats()[order.index(vote.offer.party)] >= 18
        for vote in offers
        if vote.offer
    )


@pytest.mark.parametrize(("year", "kinds"), [(2036, {"smaller", "pledge"}), (2037, {"smaller"})])
def test_nobody_asks_for_a_promise_that_is_due_when_the_game_is_over(
    year: int, kinds: set[str]
) -> None:
    states = [replace(a_council(seed, trust=50.0), year=year) for seed in range(60)]
    offers = [vote_on(CASE, state, fjellvik()).offer for state in states]

    assert {offer.kind for offer in offers if offer} == kinds


def test_the_council_looks_at_the_price_also_when_the_bill_comes_next_year() -> None:
    state = a_council()
    heard = prepared(state, hearing=True)
    moved = replace(state, specials=(Special("finance", 2026, CASE),))

    assert cost_nok(CASE, heard, fjellvik()) == cost_nok(CASE, moved, fjellvik()) == 0.0
    assert price_nok(CASE, heard, fjellvik()) == cost_nok(CASE, state, fjellvik()) > 0.0
    for seed in range(60):
        now, later = (replace(one, seed=seed) for one in (state, moved))
        assert vote_on(CASE, later, fjellvik()).yes == vote_on(CASE, now, fjellvik()).yes


def test_a_fight_is_won_by_some_and_gives_the_seats_of_the_group() -> None:
    vote = Vote(CASE, (8, 0, 0, 0, 5), 18, Offer("care_list", "smaller"))
    fights = [answered(vote, "fight", a_council(seed)) for seed in range(60)]
    won = [fight for fight in fights if fight.carried]

    # 10 / 16 / 2 = 0.31 of the fights
    assert 8 <= len(won) <= 30
    assert {fight.yes for fight in won} == {(8, 0, 8, 0, 5)}
    assert {fight.yes for fight in fights if not fight.carried} == {(8, 0, 0, 0, 5)}


@pytest.mark.parametrize(("answer", "carried"), [("accept", True), ("withdraw", False)])
def test_what_is_accepted_goes_through_and_what_is_withdrawn_does_not(
    answer: str, carried: bool
) -> None:
    vote = Vote(CASE, (0, 0, 0, 0, 0), 18, Offer("care_list", "smaller"))

    assert answered(vote, answer, a_council()).carried is carried


def test_a_broken_promise_weighs_more_than_a_kept_one() -> None:
    kept = Pledge("care_list", "full_time", 2026, 2030, True)
    broken = replace(kept, kept=False)
    state = replace(a_council(), pledges=(kept, broken, replace(kept, party="town_list")))

    # 5 - 14 = -9
    assert memory(state, "care_list") == -9.0
    assert memory(state, "town_list") == 5.0
    assert memory(state, "village_list") == 0.0


def test_broken_promises_turn_a_group_away() -> None:
    states = [a_council(seed, trust=55.0) for seed in range(20)]
    broken = tuple(Pledge("care_list", "full_time", 2026, 2030, False) for _ in range(3))
    before = sum(friendly_seats(state) for state in states)

    after = sum(friendly_seats(replace(state, pledges=broken)) for state in states)

    assert after < before


def test_six_in_ten_rushed_cases_meet_resistance_and_none_that_is_talked_about() -> None:
    rushed = [has_backlash(CASE, a_council(seed)) for seed in range(100)]
    talked = [has_backlash(CASE, prepared(a_council(seed), involve=True)) for seed in range(100)]

    # 0.60 * 100 = 60, and luck
    assert 45 <= sum(rushed) <= 75
    assert not any(talked)


@pytest.mark.parametrize("seed", range(25))
def test_an_election_fills_35_seats(seed: int) -> None:
    seats = after_election(a_council(seed, trust=float(4 * seed)))

    assert sum(seats) == 35
    assert min(seats) >= 0


def test_with_high_trust_the_groups_that_stand_behind_the_plan_grow() -> None:
    # the care list has been let down so often that it stands against the plan
    broken = tuple(Pledge("care_list", "full_time", 2026, 2030, False) for _ in range(4))
    games = [replace(a_council(seed, trust=80.0), pledges=broken) for seed in range(30)]

    of_care_list = sum(after_election(state)[2] for state in games)

    assert {friendly_seats(state) for state in games} == {27}
    # 30 games with 8 seats each had been 240
    assert of_care_list < 200


def test_there_is_no_council_at_a_stand() -> None:
    assert needs_council(CASE, a_game().state, fjellvik())
    assert not needs_council(CASE, a_game(preset="stand").state, fjellvik())


def test_a_red_list_leaves_three_cards_of_six() -> None:
    assert standings(a_council(robek=1.0))[0] is Standing.RED_LIST
    assert cards_on_table(6, a_council(robek=1.0)) == 3
    assert cards_on_table(6, a_council()) == 6


@pytest.mark.parametrize(("effort", "left"), [(6, 3), (5, 3), (1, 1)])
def test_an_emergency_takes_half_the_effort_and_always_leaves_one(effort: int, left: int) -> None:
    state = a_council(staffing=0.6, friendly_seats=35.0)

    assert lost_effort(effort, state) == left


def test_without_a_majority_one_effort_goes_to_explaining() -> None:
    def after_the_election(seats: float) -> GameState:
        return replace(a_council(friendly_seats=seats), year=2028)

    assert lost_effort(5, after_the_election(17.0)) == 4
    assert lost_effort(5, after_the_election(18.0)) == 5
    assert lost_effort(1, after_the_election(0.0)) == 1


def test_nobody_is_without_a_majority_before_the_voters_have_had_their_say() -> None:
    assert lost_effort(5, a_council(friendly_seats=0.0)) == 5
