"""What the council's meeting shows: seats, offers, answers and promises, as the engine has them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine.action import AnswerCouncil, GoOn
from game.engine.apply import Applied, apply
from game.engine.council import vote_on
from game.engine.game_state import GameState, Offer, Phase, Pledge, Prepared, Vote
from game.engine.standing import SEATS
from game.text.translate import Translator, load_catalogue
from game.view.council import council
from tests.kit import a_game, fjellvik, go_to

CASE = "rota_together"


def nb() -> Translator:
    return Translator("nb", load_catalogue())


def in_council(kind: str = "", **changes) -> GameState:
    """A meeting about one case; with a kind, the town list makes an offer."""
    state = go_to(a_game(), Phase.MEASURES).state
    state = replace(state, table=(CASE,), picked=(CASE,), **changes)
    offer = Offer("town_list", kind, "innovation") if kind else None
    vote = Vote(CASE, (8, 0, 0, 7, 0), 18, offer)
    return replace(state, phase=Phase.COUNCIL, votes=(vote,))


def test_the_seats_shown_are_all_the_seats_and_vote_as_counted():
    state = in_council()
    state = replace(state, votes=(vote_on(CASE, state, fjellvik()),))
    view = council(state, fjellvik(), nb()).votes[0]
    assert sum(group.seats for group in view.groups) == SEATS
    assert view.yes == sum(state.votes[0].yes)
    assert view.yes + view.no == SEATS


def test_a_case_without_enough_votes_and_without_an_offer_is_rejected():
    view = council(in_council(), fjellvik(), nb()).votes[0]
    assert view.result_text == "AVVIST"
    assert view.sentence == "Det mangler 3."
    assert view.answers == ()


def test_an_offer_waits_for_one_of_three_answers_and_a_fight_costs_trust():
    view = council(in_council("smaller"), fjellvik(), nb()).votes[0]
    assert view.waits
    assert [answer.letter for answer in view.answers] == ["A", "B", "C"]
    fight = view.answers[1].effects
    assert [(effect.name, effect.meaning) for effect in fight] == [("Tillit", "bad")]


@pytest.mark.parametrize(("answer", "says"), [("accept", "VEDTATT"), ("withdraw", "TRUKKET")])
def test_an_answer_shows_in_the_result(answer, says):
    result = apply(in_council("smaller"), AnswerCouncil(CASE, answer), fjellvik())
    assert isinstance(result, Applied)
    view = council(result.state, fjellvik(), nb())
    assert view.votes[0].result_text == says
    assert view.is_done


def test_who_gets_what_it_asked_for_sits_among_those_who_say_yes():
    result = apply(in_council("smaller"), AnswerCouncil(CASE, "accept"), fjellvik())
    view = council(result.state, fjellvik(), nb()).votes[0]
    assert {group.id: group.yes for group in view.groups}["town_list"]
    assert view.yes >= view.needed


def test_a_smaller_case_says_how_much_is_left_of_it():
    state = in_council("smaller")
    share = round(float(state.parameters.n.smaller_factor[0, 0, 0]) * 100)
    assert f"{share}\u00a0%" in council(state, fjellvik(), nb()).votes[0].offer_text


def test_a_promise_is_remembered_with_the_year_it_must_be_kept():
    state = in_council("pledge")
    after = apply(state, AnswerCouncil(CASE, "accept"), fjellvik()).state
    after = apply(after, GoOn(), fjellvik()).state
    (pledge,) = council(replace(after, phase=Phase.COUNCIL), fjellvik(), nb()).pledges
    assert pledge.status == "open"
    assert str(after.pledges[0].until) in pledge.status_text


def test_open_promises_stand_before_those_that_are_kept_or_broken():
    pledges = tuple(
        Pledge("town_list", "innovation", year, year + 4, kept)
        for year, kept in ((2026, True), (2027, None), (2028, False))
    )
    view = council(in_council(pledges=pledges), fjellvik(), nb())
    assert [pledge.status for pledge in view.pledges] == ["open", "broken", "kept"]


def test_the_meeting_tells_how_the_case_was_made_ready():
    rushed = council(in_council(), fjellvik(), nb()).votes[0]
    heard = council(in_council(prepared=(Prepared(CASE, True, True),)), fjellvik(), nb()).votes[0]
    assert rushed.prepared_text == "Rask gang"
    assert heard.prepared_text == "Drøftet med de tillitsvalgte · Sendt på høring"
    assert heard.anchoring > rushed.anchoring
