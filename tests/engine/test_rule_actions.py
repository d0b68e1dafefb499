"""What players can do besides choosing cards, and why not when they cannot."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine.action import (
    Action,
    AnswerCouncil,
    ChooseMeasure,
    DeepDive,
    DropMeasure,
    GoBack,
    GoOn,
    GuessCause,
    Lead,
    ParkMeasure,
    PrepareCase,
    Reason,
    SetStrategy,
    UseSpecial,
)
from game.engine.apply import Applied, Refused
from game.engine.game_state import Chosen, Offer, Phase, Project, Special
from game.engine.resources import effort_left
from game.engine.session import Session
from game.engine.specials import targets
from tests.kit import a_game, fjellvik, go_to, with_cards

CASE, CARD = "rota_together", "apprentices"
TRIAL = "medicine_dispenser"
GOALS = ("full_time", "together", "competence")
OWNERS = ("hr", "cocreation", "director")
PLAN = SetStrategy(GOALS, OWNERS)


def at(phase: Phase, preset: str = "free", *chosen: str) -> Session:
    """A game at a phase of its first turn, with these cards chosen."""
    session = go_to(a_game(preset=preset), min(phase, Phase.MEASURES, key=list(Phase).index))
    if phase in (Phase.PICTURE, Phase.EVENT):
        return session
    with_cards(session, CASE, CARD)
    for card in chosen:
        assert isinstance(session.do(ChooseMeasure(card)), Applied)
    while session.state.phase is not phase:
        assert isinstance(session.do(GoOn()), Applied)
    return session


def before_the_council(offer: Offer | None, answer: str = "") -> Session:
    """A game where a group has said what it wants for its votes."""
    session = at(Phase.COUNCIL, "free", CASE)
    (vote,) = session.state.votes
    vote = replace(vote, yes=(0, 0, 0, 0, 0), offer=offer, answer=answer)
    session.state = replace(session.state, votes=(vote,))
    return session


REFUSED: list[tuple[str, Phase, Action, Reason]] = [
    ("free", Phase.PICTURE, ParkMeasure(CARD), Reason.NOT_NOW),
    ("free", Phase.MEASURES, ParkMeasure("bingo"), Reason.UNKNOWN),
    ("free", Phase.PICTURE, PrepareCase(CASE), Reason.NOT_NOW),
    ("free", Phase.MEASURES, PrepareCase(CASE), Reason.NOT_CHOSEN),
    ("free", Phase.MEASURES, AnswerCouncil(CASE, "accept"), Reason.NOT_NOW),
    ("free", Phase.MEASURES, PLAN, Reason.NOT_NOW),
    ("lesson", Phase.PICTURE, PLAN, Reason.NOT_IN_THIS_GAME),
    ("free", Phase.PICTURE, SetStrategy(GOALS[:2], OWNERS[:2]), Reason.UNKNOWN),
    ("free", Phase.PICTURE, SetStrategy((*GOALS[:2], "together"), OWNERS), Reason.UNKNOWN),
    ("free", Phase.PICTURE, SetStrategy((*GOALS[:2], "win"), OWNERS), Reason.UNKNOWN),
    ("free", Phase.PICTURE, SetStrategy(GOALS, ("hr", "hr", "union")), Reason.UNKNOWN),
    ("free", Phase.PICTURE, SetStrategy(GOALS, (*OWNERS[:2], "mayor")), Reason.UNKNOWN),
    ("free", Phase.PICTURE, Lead("culture"), Reason.NOT_NOW),
    ("free", Phase.MEASURES, Lead("charm"), Reason.UNKNOWN),
    ("lesson", Phase.MEASURES, Lead("culture"), Reason.NOT_IN_THIS_GAME),
    ("free", Phase.PICTURE, UseSpecial("hr"), Reason.NOT_NOW),
    ("free", Phase.MEASURES, UseSpecial("mayor"), Reason.NOT_IN_THIS_GAME),
    ("lesson", Phase.MEASURES, UseSpecial("finance", CARD), Reason.NOT_IN_THIS_GAME),
    ("free", Phase.MEASURES, UseSpecial("finance", CARD), Reason.UNKNOWN),
    ("free", Phase.MEASURES, UseSpecial("development", CARD), Reason.UNKNOWN),
    ("free", Phase.MEASURES, DeepDive("trust"), Reason.NOT_NOW),
    ("free", Phase.PICTURE, DeepDive("luck"), Reason.UNKNOWN),
    ("free", Phase.MEASURES, GuessCause("trust", "year"), Reason.NOT_NOW),
    ("stand", Phase.PASSING, GuessCause("trust", "year"), Reason.NOT_IN_THIS_GAME),
    ("free", Phase.PICTURE, GoBack(), Reason.NOT_NOW),
    ("free", Phase.PASSING, GoBack(), Reason.NOT_NOW),
    ("free", Phase.PICTURE, ChooseMeasure(CARD), Reason.NOT_NOW),
    ("free", Phase.PICTURE, DropMeasure(CARD), Reason.NOT_NOW),
    ("free", Phase.MEASURES, DropMeasure(CARD), Reason.NOT_CHOSEN),
]


@pytest.mark.parametrize(("preset", "phase", "action", "why"), REFUSED)
def test_what_cannot_be_done_is_refused_with_its_reason(
    preset: str, phase: Phase, action: Action, why: Reason
) -> None:
    session = go_to(a_game(preset=preset), phase)
    before = session.state

    assert session.do(action) == Refused(why)
    assert session.state is before


def test_a_card_that_is_chosen_is_not_kept_for_later() -> None:
    session = at(Phase.MEASURES, "free", CARD)

    assert session.do(ParkMeasure(CARD)) == Refused(Reason.ALREADY_CHOSEN)


def test_a_kept_card_is_no_longer_kept_when_it_is_chosen() -> None:
    session = at(Phase.MEASURES)
    session.do(ParkMeasure(CARD))

    session.do(ChooseMeasure(CARD))

    assert session.state.parked is None


def test_a_kept_card_lies_on_the_table_of_the_next_turn_and_of_no_other() -> None:
    session = at(Phase.MEASURES)
    session.do(ParkMeasure(CARD))
    session.do(GoOn())

    go_to(session, Phase.PICTURE)

    assert CARD in session.state.table
    assert session.state.parked is None


def test_keeping_none_lets_the_kept_card_go() -> None:
    session = at(Phase.MEASURES)
    session.do(ParkMeasure(CARD))

    session.do(ParkMeasure())

    assert session.state.parked is None


def test_a_trial_is_not_begun_again_in_the_turn_in_which_it_is_stopped() -> None:
    session = at(Phase.MEASURES)
    begun = Chosen(2024, "medicine_dispenser")
    session.state = replace(session.state, chosen=(begun,))
    with_cards(session, "medicine_dispenser")
    session.do(ChooseMeasure("medicine_dispenser.stopped"))

    assert session.do(ChooseMeasure("medicine_dispenser")) == Refused(Reason.ALREADY_CHOSEN)


def a_second_turn_with_a_trial() -> Session:
    session = with_cards(go_to(a_game(), Phase.MEASURES), TRIAL)
    assert isinstance(session.do(ChooseMeasure(TRIAL)), Applied)
    session.do(GoOn())
    return go_to(go_to(session, Phase.PICTURE), Phase.MEASURES)


@pytest.mark.parametrize("end", [f"{TRIAL}.put_to_use", f"{TRIAL}.stopped"])
def test_a_trial_that_begins_again_does_not_end_in_the_same_turn(end: str) -> None:
    session = a_second_turn_with_a_trial()

    assert isinstance(session.do(UseSpecial("development", TRIAL)), Applied)

    assert session.do(ChooseMeasure(end)) == Refused(Reason.BEGINS_AGAIN)
    assert isinstance(session.do(ChooseMeasure(f"{TRIAL}.evaluated")), Applied)


@pytest.mark.parametrize("end", [f"{TRIAL}.put_to_use", f"{TRIAL}.stopped"])
def test_a_trial_that_ends_this_turn_does_not_begin_again(end: str) -> None:
    session = a_second_turn_with_a_trial()

    assert targets("development", session.state, fjellvik()) == (TRIAL,)
    assert isinstance(session.do(ChooseMeasure(end)), Applied)

    assert targets("development", session.state, fjellvik()) == ()
    assert session.do(UseSpecial("development", TRIAL)) == Refused(Reason.BEGINS_AGAIN)


def test_only_a_case_for_the_council_is_prepared() -> None:
    session = at(Phase.MEASURES, "free", CARD)

    assert session.do(PrepareCase(CARD, involve=True)) == Refused(Reason.NOT_IN_THIS_GAME)


def test_talks_with_the_unions_take_one_effort() -> None:
    session = at(Phase.MEASURES, "free", CASE)
    before = effort_left(session.state, fjellvik())

    session.do(PrepareCase(CASE, involve=True))

    assert effort_left(session.state, fjellvik()) == before - 1


def test_no_talks_are_begun_without_the_effort_for_them() -> None:
    session = at(Phase.MEASURES, "free", CASE)
    left = effort_left(session.state, fjellvik())
    busy = Project("everything_else", left, None)
    session.state = replace(session.state, projects=(busy,))

    refused = session.do(PrepareCase(CASE, involve=True))

    assert refused == Refused(Reason.TOO_MUCH_AT_ONCE, 1.0)


def test_a_case_that_is_put_back_forgets_how_it_was_prepared() -> None:
    session = at(Phase.MEASURES, "free", CASE)
    session.do(PrepareCase(CASE, involve=True, hearing=True))
    session.do(UseSpecial("union", CASE))

    session.do(DropMeasure(CASE))

    assert session.state.prepared == ()
    assert session.state.specials == ()


def test_the_council_is_asked_only_when_a_case_is_chosen() -> None:
    assert at(Phase.PASSING, "free", CARD).state.votes == ()
    assert [vote.what for vote in at(Phase.COUNCIL, "free", CASE).state.votes] == [CASE]


def test_an_offer_must_be_answered_before_the_year_passes() -> None:
    session = before_the_council(Offer("care_list", "smaller"))

    assert session.do(GoOn()) == Refused(Reason.NEEDS_ANSWER)
    session.do(AnswerCouncil(CASE, "withdraw"))
    assert isinstance(session.do(GoOn()), Applied)


def test_an_answer_to_the_council_stands() -> None:
    session = before_the_council(Offer("care_list", "smaller"))
    session.do(AnswerCouncil(CASE, "withdraw"))

    assert session.do(AnswerCouncil(CASE, "accept")) == Refused(Reason.ALREADY_CHOSEN)
    assert not session.can_undo()


def test_only_three_answers_can_be_given_to_an_offer() -> None:
    session = before_the_council(Offer("care_list", "smaller"))

    assert session.do(AnswerCouncil(CASE, "shout")) == Refused(Reason.UNKNOWN_ANSWER)
    assert session.do(AnswerCouncil(CARD, "accept")) == Refused(Reason.UNKNOWN)


def test_there_is_nothing_to_answer_without_an_offer() -> None:
    session = before_the_council(None)

    assert session.do(AnswerCouncil(CASE, "accept")) == Refused(Reason.UNKNOWN_ANSWER)
    assert isinstance(session.do(GoOn()), Applied)
    assert CASE not in [entry.what for entry in session.state.chosen]


def test_a_case_that_was_heard_can_be_taken_back_though_it_has_the_votes() -> None:
    session = at(Phase.MEASURES, "free", CASE)
    session.do(PrepareCase(CASE, hearing=True))
    session.do(GoOn())
    (vote,) = session.state.votes
    session.state = replace(session.state, votes=(replace(vote, yes=(8, 7, 8, 7, 5), offer=None),))

    session.do(AnswerCouncil(CASE, "withdraw"))
    session.do(GoOn())

    assert CASE not in [entry.what for entry in session.state.chosen]


def test_an_accepted_pledge_is_remembered_with_four_years_to_keep_it() -> None:
    session = before_the_council(Offer("care_list", "pledge", "full_time"))

    session.do(AnswerCouncil(CASE, "accept"))
    session.do(GoOn())

    (pledge,) = session.state.pledges
    assert (pledge.party, pledge.pillar, pledge.kept) == ("care_list", "full_time", None)
    assert (pledge.year, pledge.until) == (2026, 2030)


def test_the_case_that_brought_the_pledge_does_not_itself_keep_it() -> None:
    session = before_the_council(Offer("care_list", "pledge", "full_time"))
    session.do(AnswerCouncil(CASE, "accept"))

    session.do(GoOn())

    assert [entry.what for entry in session.state.chosen if entry.what == CASE] == [CASE]
    assert [pledge.kept for pledge in session.state.pledges] == [None]


def test_a_fight_is_told_whether_it_is_won_or_not() -> None:
    session = before_the_council(Offer("care_list", "smaller"))

    session.do(AnswerCouncil(CASE, "fight"))
    session.do(GoOn())

    assert "council_fight" in [entry.what for entry in session.state.chosen]


def test_a_strategy_may_be_chosen_again_in_the_same_turn_at_no_cost() -> None:
    session = a_game()
    before = effort_left(session.state, fjellvik())

    session.do(PLAN)
    session.do(SetStrategy(("innovation", "together", "competence"), OWNERS))

    assert [goal.id for goal in session.state.goals][0] == "innovation"
    assert effort_left(session.state, fjellvik()) == before


def test_a_strategy_that_is_changed_later_takes_one_effort() -> None:
    session = a_game()
    session.do(PLAN)
    session.state = replace(session.state, goals_since=2022)
    before = effort_left(session.state, fjellvik())

    session.do(SetStrategy(("innovation", "together", "competence"), OWNERS))

    assert effort_left(session.state, fjellvik()) == before - 1


def test_a_strategy_is_not_changed_without_the_effort_for_it() -> None:
    session = a_game()
    session.do(PLAN)
    busy = Project("everything", effort_left(session.state, fjellvik()), None)
    session.state = replace(session.state, goals_since=2022, projects=(busy,))

    refused = session.do(SetStrategy(("innovation", "together", "competence"), OWNERS))

    assert refused == Refused(Reason.TOO_MUCH_AT_ONCE)


def test_leading_can_be_changed_and_let_go() -> None:
    session = at(Phase.MEASURES)

    session.do(Lead("culture"))
    led = session.state.lead
    session.do(Lead())

    assert (led, session.state.lead) == ("culture", None)


def test_a_role_takes_its_card_back_in_the_same_turn() -> None:
    session = at(Phase.MEASURES)

    session.do(UseSpecial("hr"))
    used = session.state.specials
    session.do(UseSpecial("hr"))

    assert used == (Special("hr", 2026, ""),)
    assert session.state.specials == ()


def test_a_card_used_in_an_earlier_turn_is_used_up() -> None:
    session = at(Phase.MEASURES)
    session.state = replace(session.state, specials=(Special("hr", 2024),))

    assert session.do(UseSpecial("hr")) == Refused(Reason.USED_UP)


def test_a_case_that_is_heard_is_not_rushed_as_well() -> None:
    session = at(Phase.MEASURES, "free", CASE)
    session.do(PrepareCase(CASE, hearing=True))

    assert session.do(UseSpecial("director", CASE)) == Refused(Reason.UNKNOWN)


def test_one_look_closer_is_all_there_is() -> None:
    session = a_game()
    session.do(DeepDive("turnover_rate"))

    assert session.do(DeepDive("trust")) == Refused(Reason.USED_UP)


def test_one_guess_a_turn() -> None:
    session = at(Phase.PASSING)
    session.do(GuessCause("trust", "year"))

    assert session.do(GuessCause("money", "year")) == Refused(Reason.USED_UP)
    assert [(guess.meter, guess.cause) for guess in session.state.guesses] == [("trust", "year")]
