"""The phases of a turn as a list one can read, and what it takes to run its years."""

from __future__ import annotations

from dataclasses import replace

from game.content.scenario import Scenario
from game.engine.council import (
    after_election,
    broken_pledges,
    friendly_seats,
    needs_council,
    vote_on,
)
from game.engine.deal import event_of_turn, table_of_turn
from game.engine.game_state import Chosen, GameState, Phase, Record
from game.engine.happening import Happening, Push
from game.engine.later import (
    Promise,
    effect_of,
    first_year,
    is_finished,
    levers_from,
    pushes_in,
)
from game.engine.lock import locked, settle_pledges
from game.engine.measured import measured
from game.engine.resources import bills_in, once_in, running
from game.engine.standing import ELECTION_YEARS
from game.engine.trials import open_trials
from game.model.draws import year_luck
from game.model.step import step

METERS = ("staffing", "services", "wellbeing", "trust", "money")


def open_turn(state: GameState, scenario: Scenario) -> GameState:
    """Find the event and lay the cards of the turn that begins."""
    fresh = replace(
        state,
        phase=Phase.PICTURE,
        event=None,
        option=None,
        picked=(),
        table=(),
        prepared=(),
        votes=(),
        revised=False,
        lead=None,
    )
    event = event_of_turn(fresh, scenario)
    fresh = replace(fresh, event=event.id if event else None)
    return replace(fresh, table=table_of_turn(fresh, scenario), parked=None)


def after_picture(state: GameState) -> GameState:
    """To the event; straight to the measures in a quiet turn."""
    return replace(state, phase=Phase.EVENT if state.event else Phase.MEASURES)


def after_event(state: GameState, scenario: Scenario) -> GameState:
    """To the measures; where the answer is all there is to choose, the years pass."""
    if state.setup.preset.answers_only:
        return close_turn(state, scenario)
    return replace(state, phase=Phase.MEASURES)


def after_measures(state: GameState, scenario: Scenario) -> GameState:
    """To the council with its cases; without any, the years pass."""
    cases = [name for name in state.picked if needs_council(name, state, scenario)]
    if not cases:
        return close_turn(state, scenario)
    votes = tuple(vote_on(name, state, scenario) for name in cases)
    return replace(state, phase=Phase.COUNCIL, votes=votes)


def close_turn(state: GameState, scenario: Scenario) -> GameState:
    """Lock what is chosen, set its effects in motion, and let the years of the turn pass."""
    going, last = locked(state, scenario), state.year + state.turn_years - 1
    while True:
        going = settle_pledges(going, scenario)
        going = year_passed(going, scenario)
        if going.year >= last:
            return replace(going, phase=Phase.PASSING)
        going = replace(going, year=going.year + 1)


def year_passed(state: GameState, scenario: Scenario) -> GameState:
    """One year later: its pushes worked out, the model stepped, what happened written down."""
    pushes = _pushes(state, scenario)
    before, lanes = state.municipality, state.municipality.lanes
    projects = sum(project.effort for project in running(state))
    cost = once_in(state, state.year) + bills_in(state, state.year)
    levers = levers_from(pushes, projects, cost, lanes)
    luck = year_luck(state.seed, state.year, lanes)
    after, year = step(before, levers, luck, state.parameters, state.index)
    record = Record(state.year, measured(after, year, state.parameters, state.year))
    passed = replace(
        state,
        municipality=after,
        earlier=state.latest,
        latest=year,
        records=(*state.records, record),
        queue=_still_open(state.queue, state.year + 1, scenario),
        earlier_pushes=state.pushes,
        pushes=pushes,
    )
    passed = _counted(_elected(passed), scenario)
    lines = _log(state, scenario, passed.records[-1], pushes)
    return replace(passed, happenings=state.happenings + lines)


def _pushes(state: GameState, scenario: Scenario) -> tuple[Push, ...]:
    values = {**state.now, "year": float(state.year)}
    chosen = frozenset(entry.what for entry in state.chosen)
    residents = state.now["population"]
    return pushes_in(state.queue, state.year, scenario, values, chosen, residents, state.seed)


def _elected(state: GameState) -> GameState:
    """A new council at the end of an election year."""
    return replace(state, seats=after_election(state)) if state.year in ELECTION_YEARS else state


def _counted(state: GameState, scenario: Scenario) -> GameState:
    """The last record with what only the rules know."""
    last = state.records[-1]
    values = {**last.values, **rule_values(state, scenario)}
    return replace(state, records=(*state.records[:-1], replace(last, values=values)))


def rule_values(state: GameState, scenario: Scenario) -> dict[str, float]:
    """What conditions may read of the rules: open trials, friendly seats, broken promises."""
    return {
        "trials_waiting": float(len(open_trials(state, scenario))),
        "friendly_seats": float(friendly_seats(state)),
        "broken_pledges": float(broken_pledges(state)),
    }


def next_turn(state: GameState, scenario: Scenario) -> GameState:
    """The year after, or the end of the game."""
    if state.year >= state.last_year:
        return replace(state, phase=Phase.OVER)
    return open_turn(replace(state, year=state.year + 1), scenario)


def _is_of(promise: Promise, push: Push) -> bool:
    return (promise.cause, promise.effect, promise.year) == (push.cause, push.effect, push.since)


def _still_open(queue: tuple[Promise, ...], year: int, scenario: Scenario) -> tuple[Promise, ...]:
    return tuple(p for p in queue if not is_finished(p, effect_of(p, scenario), year))


def _log(
    state: GameState, scenario: Scenario, record: Record, pushes: tuple[Push, ...]
) -> tuple[Happening, ...]:
    came = any(entry == Chosen(state.year, str(state.event)) for entry in state.seen)
    lines = [Happening(state.year, "event", str(state.event))] if came else []
    lines += [
        Happening(state.year, "chosen", entry.what)
        for entry in state.chosen
        if entry.year == state.year
    ]
    for push in pushes:
        promise = next(p for p in state.queue if _is_of(p, push))
        effect = effect_of(promise, scenario)
        if effect.after and first_year(promise, effect) == state.year:
            lines.append(
                Happening(state.year, "landed", push.cause, push.variable, 0.0, push.amount)
            )
    before = state.records[-1].values
    lines += [
        Happening(state.year, "passed", "year", meter, before[meter], record.values[meter])
        for meter in METERS
    ]
    return tuple(lines)
