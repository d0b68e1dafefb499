"""What the council's meeting shows: seats, offers, answers and promises, as the engine has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from game.content.common.parties import load_parties
from game.content.load import list_scenarios, load_scenario
from game.engine.action import AnswerCouncil, GoOn
from game.engine.apply import Applied, apply
from game.engine.council import vote_on
from game.engine.game_state import Chosen, GameState, Offer, Phase, Pledge, Prepared, Vote
from game.engine.session import new_session
from game.engine.setup import Setup
from game.engine.standing import SEATS
from game.lab.players import ALL_PLAYERS
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


def said_in(place: str, player: str, seed: int) -> Iterator[tuple[int, str, str]]:
    """What each group says in each meeting of a whole game, with the number of the case."""
    scenario, t = load_scenario(place), nb()
    session = new_session(scenario, seed, Setup.of("free"))
    while not session.state.is_over:
        state = session.state
        if state.phase is Phase.COUNCIL:
            for number, vote in enumerate(council(state, scenario, t).votes, state.cases + 1):
                yield from ((number, group.id, group.says) for group in vote.groups)
        session.do(ALL_PLAYERS[player](state, scenario))


@pytest.mark.parametrize("player", ["random", "balanced"])
def test_no_group_says_a_line_to_two_cases_of_a_game(player):
    heard = 0
    for listed in list_scenarios():
        for seed in range(3):
            said = set(said_in(listed.path, player, seed))
            lines = [(group, line) for _, group, line in said]
            assert len(set(lines)) == len(lines), (listed.path, seed)
            heard += len(lines)
    assert heard


def test_eight_cases_that_all_fall_are_met_with_eight_answers_from_each_group():
    state = in_council()
    for carried in (True, False):
        yes = state.seats if carried else (0,) * len(state.seats)
        meetings = [
            replace(state, cases=n, votes=(Vote(CASE, yes, 18),), chosen=()) for n in range(8)
        ]
        views = [council(meeting, fjellvik(), nb()).votes[0] for meeting in meetings]
        for row, _ in enumerate(load_parties()):
            assert len({view.groups[row].says for view in views}) == len(views)


def test_a_case_about_the_neighbour_is_not_met_with_words_about_volunteers():
    for party in load_parties():
        about = {line.nb for one in party.about for line in (one.yes, one.no)}
        for case in ("shared_service", "merge_municipalities"):
            for yes in (0, 7):
                state = replace(in_council(), votes=(Vote(case, (yes,) * 5, 18),))
                groups = council(state, fjellvik(), nb()).votes[0].groups
                assert not about & {group.says for group in groups}


def test_the_line_about_a_pillar_is_said_to_its_first_case_and_not_again():
    first = in_council()
    again = replace(first, chosen=(Chosen(first.year - 1, CASE),), cases=1)
    about = {line.nb for p in load_parties() for a in p.about for line in (a.yes, a.no)}
    said = [
        {group.says for group in council(state, fjellvik(), nb()).votes[0].groups}
        for state in (first, again)
    ]
    assert said[0] <= about
    assert not said[1] & about
