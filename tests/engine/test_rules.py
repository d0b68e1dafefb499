"""The rules of play, told through the only function that moves the game."""

from __future__ import annotations

from game.engine.action import (
    Action,
    ChooseMeasure,
    ChooseOption,
    DropMeasure,
    GoBack,
    GoOn,
    LeaveUnanswered,
    Reason,
    from_words,
    to_words,
)
from game.engine.apply import Refused
from game.engine.game_state import Phase
from game.engine.resources import (
    cost_nok,
    effort_left,
    effort_total,
    room_left_nok,
    room_total_nok,
)
from game.engine.save import fingerprint
from game.engine.session import Session
from game.lab.players import PLAYERS, play
from tests.engine.wild import same
from tests.kit import a_game, fjellvik, go_to


def test_a_year_goes_through_its_phases_in_order() -> None:
    session, phases = a_game(), []

    while session.state.year == 2026:
        phases.append(session.state.phase)
        if session.state.phase is Phase.EVENT:
            session.do(LeaveUnanswered())
        session.do(GoOn())

    order = [Phase.PICTURE, Phase.EVENT, Phase.MEASURES, Phase.PASSING, Phase.REPORT]
    assert phases == order
    assert session.state.year == 2027


def test_fifteen_years_are_played_and_then_the_game_is_over() -> None:
    session = play(a_game(), PLAYERS["nothing"])

    years = [record.year for record in session.state.records[1:]]
    assert years == list(range(2026, 2041))
    assert session.state.is_over
    assert session.do(GoOn()) == Refused(Reason.GAME_OVER)


def test_an_event_must_be_answered_before_the_year_goes_on() -> None:
    session = go_to(a_game(), Phase.EVENT)

    assert session.do(GoOn()) == Refused(Reason.UNANSWERED)


def test_an_answer_may_be_changed_until_the_year_is_locked() -> None:
    session = go_to(a_game(), Phase.EVENT)
    event = next(e for e in fjellvik().events if e.id == session.state.event)

    session.do(ChooseOption(event.choices[0].id))
    session.do(ChooseOption(event.choices[1].id))

    assert session.state.option == event.choices[1].id


def test_going_back_lets_nothing_go_that_was_chosen() -> None:
    session = go_to(a_game(), Phase.MEASURES)
    session.do(ChooseMeasure(session.state.table[0]))
    chosen = session.state

    session.do(GoBack())
    event = session.state
    session.do(GoBack())
    picture = session.state
    for _ in range(2):
        session.do(GoOn())

    assert (event.phase, picture.phase) == (Phase.EVENT, Phase.PICTURE)
    assert session.do(GoBack()) != Refused(Reason.NOT_NOW)
    session.do(GoOn())
    assert same(session.state, chosen)


def test_a_dearer_answer_is_refused_rather_than_a_card_let_go() -> None:
    session = go_to(a_game(), Phase.MEASURES)
    for card in session.state.table:
        session.do(ChooseMeasure(card))
    picked = session.state.picked
    session.do(GoBack())
    event = next(e for e in fjellvik().events if e.id == session.state.event)

    for option in event.choices:
        session.do(ChooseOption(option.id))

    assert session.state.picked == picked
    assert room_left_nok(session.state, fjellvik()) >= 0
    assert effort_left(session.state, fjellvik()) >= 0


def test_six_cards_lie_on_the_table_with_all_five_pillars_among_them() -> None:
    state = go_to(a_game(), Phase.MEASURES).state
    pillars = [next(m.pillar for m in fjellvik().measures if m.id == id_) for id_ in state.table]

    assert len(state.table) == len(set(state.table)) == 6
    assert len(set(pillars)) == 5


def test_a_card_costs_room_and_effort_and_gives_them_back_when_it_is_dropped() -> None:
    session = go_to(a_game(), Phase.MEASURES)
    before = session.state
    card = next(m for m in fjellvik().measures if m.id == before.table[0])

    session.do(ChooseMeasure(card.id))
    chosen = session.state
    session.do(DropMeasure(card.id))

    cost = cost_nok(card.id, before, fjellvik())
    left = room_left_nok(before, fjellvik())
    assert abs(left - room_left_nok(chosen, fjellvik()) - cost) < 1e-6
    assert effort_left(before, fjellvik()) - effort_left(chosen, fjellvik()) == card.effort
    assert same(session.state, before)


def test_what_costs_more_than_the_room_is_refused_with_the_missing_sum() -> None:
    session = go_to(a_game(), Phase.MEASURES)
    refused = None
    for card in session.state.table:
        refused = session.do(ChooseMeasure(card))
        if isinstance(refused, Refused):
            break

    assert isinstance(refused, Refused)
    assert refused.reason in (Reason.TOO_EXPENSIVE, Reason.TOO_MUCH_AT_ONCE)
    assert refused.missing > 0


def test_effort_lies_between_one_and_its_most() -> None:
    session = a_game()
    while not session.state.is_over:
        assert 1 <= effort_total(session.state) <= 6
        assert room_total_nok(session.state) >= 0
        session.do(PLAYERS["random"](session.state, session.scenario))


def test_a_running_project_holds_its_effort_until_it_is_finished() -> None:
    session = go_to(a_game(), Phase.MEASURES)
    cards = {m.id: m for m in fjellvik().measures}
    on_the_table = [cards[id_] for id_ in session.state.table]
    long = next(card for card in on_the_table if card.takes >= 2 and not card.council)
    session.do(ChooseMeasure(long.id))
    session.do(GoOn())

    held = [project for project in session.state.projects if project.what == long.id]

    assert [(project.effort, project.until) for project in held] == [
        (long.effort, 2026 + long.takes)
    ]


def test_a_year_that_has_passed_cannot_be_undone() -> None:
    session = go_to(a_game(), Phase.PASSING)

    assert not session.can_undo()
    assert not session.undo()


def test_a_rerun_goes_back_to_a_year_and_leaves_the_first_game_alone() -> None:
    session = play(a_game(), PLAYERS["balanced"])
    end = fingerprint(session.state)

    again = session.rerun_from(2032)

    assert (again.state.year, again.state.phase) == (2032, Phase.PICTURE)
    assert same(again.state, session.year_starts[2032])
    assert fingerprint(play(again, PLAYERS["balanced"]).state) == end


def test_listeners_hear_of_every_action_that_was_taken_and_of_no_refusal() -> None:
    session, heard = a_game(), []
    session.listeners.append(lambda told: heard.append(told.state.phase))

    session.do(ChooseOption("nonsense"))
    session.do(GoOn())

    assert heard == [Phase.EVENT]


def test_every_action_can_be_written_as_words_and_read_back() -> None:
    actions: list[Action] = [
        GoOn(),
        GoBack(),
        LeaveUnanswered(),
        ChooseOption("a"),
        ChooseMeasure("b"),
        DropMeasure("c"),
    ]

    assert [from_words(to_words(action)) for action in actions] == actions


def test_what_lands_is_logged_with_its_cause_and_its_size() -> None:
    session = play(a_game(), PLAYERS["balanced"])

    landed = [entry for entry in session.state.happenings if entry.what == "landed"]

    assert landed
    assert all(entry.after and entry.quantity and entry.cause for entry in landed)


def test_happenings_say_what_was_chosen_and_how_each_meter_moved() -> None:
    session: Session = go_to(a_game(), Phase.PASSING)

    told = [(h.what, h.quantity) for h in session.state.happenings if h.year == 2026]

    assert ("event", "") in told
    assert ("chosen", "") in told
    assert ("passed", "staffing") in told
