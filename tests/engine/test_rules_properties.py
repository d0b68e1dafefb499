"""What holds in every game, whatever is tried: by a player who tries everything."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.scenario import Scenario
from game.engine.action import Action, from_words, to_words
from game.engine.apply import Applied, Refused, apply
from game.engine.deal import options_open
from game.engine.decisions import effects_of
from game.engine.game_state import GameState, Phase
from game.engine.later import first_year
from game.engine.resources import effort_left, room_left_nok
from game.engine.save import fingerprint, read, reopen, write
from game.engine.session import Session, new_session
from game.engine.setup import Setup
from game.engine.snapshot import from_snapshot, to_snapshot
from game.engine.standing import ELECTION_YEARS
from game.engine.trials import open_trials
from tests.engine.wild import (
    DIFFICULTIES,
    PRESETS,
    a_setup,
    a_wild_game,
    same,
    tried,
    walk,
    where_all_is_cheap,
)
from tests.kit import fjellvik

SEEDS = st.integers(0, 10_000)
REMEMBERED = ("pledges", "seats", "goals", "goals_since", "specials", "cases", "projects")
REMEMBERED_TOO = ("bills", "queue", "chosen", "seen", "deep_dive", "guesses", "setup", "table")


@cache
def cheap() -> Scenario:
    """Fjellvik, where nearly everything can be paid."""
    return where_all_is_cheap(fjellvik())


def a_start(luck: Random) -> Session:
    """Any game at its first picture: real prices or low ones."""
    scenario = luck.choice((fjellvik(), cheap()))
    return new_session(scenario, luck.randrange(1000), a_setup(luck))


def taken(luck: Random, tries: int = 200) -> list[tuple[GameState, Action, GameState]]:
    """The steps of a game: the state before, the action, and the state after."""
    told = walk(a_start(luck), luck, tries)
    return [(before, act, done.state) for before, act, done in told if isinstance(done, Applied)]


@given(SEEDS)
@settings(max_examples=8)
def test_whatever_is_tried_a_refusal_changes_nothing_and_apply_is_pure(seed: int) -> None:
    luck = Random(seed)
    session = a_start(luck)
    for _ in range(60):
        before, mark = session.state, fingerprint(session.state)
        action = tried(before, session.scenario, luck)
        count = len(session.taken)

        result = session.do(action)
        again = apply(before, action, session.scenario)

        assert fingerprint(before) == mark
        if isinstance(result, Refused):
            assert result == again
            assert session.state is before and len(session.taken) == count
        else:
            assert isinstance(again, Applied) and same(result.state, again.state)
        if session.state.is_over:
            return


@given(SEEDS)
@settings(max_examples=8)
def test_the_council_has_35_seats_and_only_an_election_moves_them(seed: int) -> None:
    for before, _, after in taken(Random(seed)):
        assert sum(after.seats) == 35 and min(after.seats) >= 0
        passed = {record.year for record in after.records[len(before.records) :]}
        if not passed & set(ELECTION_YEARS):
            assert after.seats == before.seats


@given(SEEDS)
@settings(max_examples=8)
def test_effort_and_room_are_never_below_zero_unless_they_were(seed: int) -> None:
    luck = Random(seed)
    session = a_start(luck)
    for before, _, result in walk(session, luck, 200):
        if not isinstance(result, Applied) or before.turn != result.state.turn:
            continue
        if result.state.phase not in (Phase.PICTURE, Phase.EVENT, Phase.MEASURES):
            continue
        scenario, after = session.scenario, result.state
        assert effort_left(after, scenario) >= min(0, effort_left(before, scenario))
        assert room_left_nok(after, scenario) >= min(0.0, room_left_nok(before, scenario)) - 1e-6


@given(SEEDS)
@settings(max_examples=8)
def test_undo_gives_the_very_same_state_back(seed: int) -> None:
    luck = Random(seed)
    session = a_start(luck)
    walk(session, luck, luck.randrange(150))
    before, count = session.state, len(session.taken)
    if before.is_over:
        return
    result = session.do(tried(before, session.scenario, luck))
    if isinstance(result, Refused) or not session.can_undo():
        return

    session.undo()

    assert same(session.state, before)
    assert len(session.taken) == count


@pytest.mark.parametrize("difficulty", DIFFICULTIES)
@pytest.mark.parametrize("preset", PRESETS)
def test_a_saved_game_opens_as_the_same_game(preset: str, difficulty: str, tmp_path: Path) -> None:
    luck, file = Random(11), tmp_path / "game.jsonl"
    session = new_session(cheap(), 11, Setup.of(preset, difficulty))
    for tries in (25, 90, 400):
        walk(session, luck, tries)
        write(session, file)

        opened = reopen(read(file), session.scenario, file)

        assert opened.is_same
        assert same(opened.session.state, session.state)
        assert opened.session.setup == session.setup


@pytest.mark.parametrize("difficulty", DIFFICULTIES)
@pytest.mark.parametrize("preset", PRESETS)
def test_a_snapshot_keeps_all_that_the_rules_remember(preset: str, difficulty: str) -> None:
    session = a_wild_game(cheap(), 3, Setup.of(preset, difficulty))
    starts = list(session.year_starts.values())[1::4]

    for start in starts:
        opened = from_snapshot(to_snapshot(start), session.scenario)

        assert fingerprint(opened) == fingerprint(start)
        for name in (*REMEMBERED, *REMEMBERED_TOO):
            assert getattr(opened, name) == getattr(start, name), (name, start.year)


@given(SEEDS)
@settings(max_examples=8)
def test_every_action_that_was_taken_can_be_written_and_read_back(seed: int) -> None:
    for _, action, _ in taken(Random(seed), 100):
        assert from_words(to_words(action)) == action


@given(SEEDS)
@settings(max_examples=8)
def test_an_open_trial_holds_effort_until_it_is_stopped_or_put_to_use(seed: int) -> None:
    luck = Random(seed)
    session = a_start(luck)
    for _, _, result in walk(session, luck, 200):
        if isinstance(result, Applied):
            state = result.state
            held = {p.what: p.effort for p in state.projects if p.until is None}
            assert set(held) == set(open_trials(state, session.scenario))
            assert all(effort >= 1 for effort in held.values())


@given(SEEDS)
@settings(max_examples=8)
def test_a_role_uses_its_own_card_once_a_game(seed: int) -> None:
    luck = Random(seed)
    session = a_start(luck)
    walk(session, luck, 250)

    roles = [special.role for special in session.state.specials]

    assert len(roles) == len(set(roles))


@given(SEEDS)
@settings(max_examples=8)
def test_a_promise_is_kept_or_broken_once_and_stays_so(seed: int) -> None:
    luck = Random(seed)
    session = new_session(cheap(), seed, Setup.of(luck.choice(("double", "day", "free"))))
    known: dict[tuple[str, int, int], bool] = {}
    for _, _, result in walk(session, luck, 500):
        pledges = result.state.pledges if isinstance(result, Applied) else ()
        for row, pledge in enumerate(pledges):
            settled = known.get((pledge.party, pledge.year, row))
            assert settled is None or pledge.kept is settled
            if pledge.kept is not None:
                known[pledge.party, pledge.year, row] = pledge.kept
    state = session.state
    told = [entry.what for entry in state.chosen]
    kept = [pledge.kept for pledge in state.pledges]

    assert told.count("pledge_kept") == kept.count(True)
    assert told.count("pledge_broken") == kept.count(False)
    last = state.records[-1].year
    assert all(pledge.kept is not None or pledge.until > last for pledge in state.pledges)


@given(SEEDS)
@settings(max_examples=8)
def test_a_hearing_takes_a_year_and_no_haste_goes_back_in_time(seed: int) -> None:
    luck = Random(seed)
    session = new_session(cheap(), seed, Setup.of(luck.choice(("lesson", "double", "free"))))
    for before, _, result in walk(session, luck, 250):
        if not isinstance(result, Applied):
            continue
        after = result.state
        used = {(s.role, s.what) for s in before.specials if s.year == before.year}
        for entry in after.chosen[len(before.chosen) :]:
            heard = any(case.what == entry.what and case.hearing for case in before.prepared)
            late = heard and ("union", entry.what) not in used
            moved = ("finance", entry.what) in used
            hasted = ("director", entry.what) in used
            assert entry.delay == late + moved - hasted
        for bill in after.bills[len(before.bills) :]:
            assert bill.first >= before.year
        for promise in after.queue:
            effect = effects_of(promise.cause, session.scenario)[promise.effect]
            assert first_year(promise, effect) >= promise.year


@given(SEEDS)
@settings(max_examples=8)
def test_a_turn_at_a_stand_is_one_event_with_two_answers_and_no_cards(seed: int) -> None:
    luck = Random(seed)
    session = new_session(fjellvik(), seed, Setup.of("stand", luck.choice(DIFFICULTIES)))
    events = {event.id: event for event in fjellvik().events}
    for before, _, _ in walk(session, luck, 200):
        assert before.phase is not Phase.MEASURES and not before.table
        if before.phase is Phase.EVENT and before.event:
            assert len(options_open(events[before.event], before)) == 2
