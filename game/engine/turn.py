"""The phases of a year as a list one can read, and what it takes to run the year."""

from __future__ import annotations

from dataclasses import replace

from game.content.scenario import Costly, Scenario
from game.engine.deal import event_of_year, strength, table_of_year
from game.engine.game_state import Bill, Chosen, GameState, Phase, Project, Record
from game.engine.happening import Happening, Push
from game.engine.later import (
    Promise,
    effect_of,
    first_year,
    is_finished,
    levers_from,
    promises,
    pushes_in,
)
from game.engine.measured import measured
from game.engine.resources import bills_in, decided_now, find_measure, running
from game.model.draws import year_luck
from game.model.step import step

METERS = ("staffing", "services", "wellbeing", "trust", "money")


def open_year(state: GameState, scenario: Scenario) -> GameState:
    """Find the event and lay the cards of the year that begins."""
    fresh = replace(state, phase=Phase.PICTURE, event=None, option=None, picked=(), table=())
    event = event_of_year(fresh, scenario)
    return replace(fresh, event=event.id if event else None, table=table_of_year(fresh, scenario))


def after_picture(state: GameState) -> GameState:
    """To the event; straight to the measures in a quiet year."""
    return replace(state, phase=Phase.EVENT if state.event else Phase.MEASURES)


def close_year(state: GameState, scenario: Scenario) -> GameState:
    """Lock what is chosen, set its effects in motion, and let the year pass."""
    locked = _locked(state, scenario)
    values = {**locked.now, "year": float(locked.year)}
    chosen = frozenset(entry.what for entry in locked.chosen)
    residents = locked.now["population"]
    pushes = pushes_in(locked.queue, locked.year, scenario, values, chosen, residents, locked.seed)
    return _passed(locked, scenario, pushes)


def _passed(state: GameState, scenario: Scenario, pushes: tuple[Push, ...]) -> GameState:
    before, lanes = state.municipality, state.municipality.lanes
    projects = sum(project.effort for project in running(state))
    once = sum(bill.nok for bill in state.bills if bill.first == bill.until == state.year)
    cost = once + bills_in(state, state.year)
    levers = levers_from(pushes, projects, cost, lanes)
    luck = year_luck(state.seed, state.year, lanes)
    after, year = step(before, levers, luck, state.parameters, state.index)
    record = Record(state.year, measured(after, year, state.parameters, state.year))
    return replace(
        state,
        phase=Phase.PASSING,
        municipality=after,
        earlier=state.latest,
        latest=year,
        records=(*state.records, record),
        queue=_still_open(state.queue, state.year + 1, scenario),
        earlier_pushes=state.pushes,
        pushes=pushes,
        happenings=state.happenings + _log(state, scenario, record, pushes),
    )


def next_year(state: GameState, scenario: Scenario) -> GameState:
    """The year after, or the end of the game."""
    if state.year >= state.last_year:
        return replace(state, phase=Phase.OVER)
    return open_year(replace(state, year=state.year + 1), scenario)


def _locked(state: GameState, scenario: Scenario) -> GameState:
    queue = [*state.queue]
    bills, projects, chosen = [*state.bills], [*state.projects], [*state.chosen]
    if state.event:
        queue += promises(state.event, state.year, 1.0, scenario)
    for what, costly in decided_now(state, scenario):
        measure = find_measure(what, scenario)
        factor = strength(measure, state) if measure else 1.0
        queue += promises(what, state.year, factor, scenario)
        bills += _bills(what, costly, state)
        if costly.effort and costly.takes:
            projects.append(Project(what, costly.effort, state.year + costly.takes))
        chosen.append(Chosen(state.year, what))
    seen = state.seen + ((Chosen(state.year, state.event),) if state.event else ())
    return replace(
        state,
        queue=tuple(queue),
        bills=tuple(bills),
        projects=tuple(projects),
        chosen=tuple(chosen),
        seen=seen,
    )


def _bills(what: str, costly: Costly, state: GameState) -> list[Bill]:
    residents = state.now["population"]
    bills = []
    if costly.cost.value:
        # a cost that falls once is a bill that ends the year it begins
        bills.append(Bill(what, costly.cost.total(residents), state.year, state.year))
    if costly.yearly_cost.value:
        until = state.year + costly.cost_lasts if costly.cost_lasts else None
        bills.append(Bill(what, costly.yearly_cost.total(residents), state.year, until))
    return bills


def _still_open(queue: tuple[Promise, ...], year: int, scenario: Scenario) -> tuple[Promise, ...]:
    return tuple(p for p in queue if not is_finished(p, effect_of(p, scenario), year))


def _log(
    state: GameState, scenario: Scenario, record: Record, pushes: tuple[Push, ...]
) -> tuple[Happening, ...]:
    lines = [Happening(state.year, "event", state.event)] if state.event else []
    lines += [
        Happening(state.year, "chosen", entry.what)
        for entry in state.chosen
        if entry.year == state.year
    ]
    for push in pushes:
        promise = Promise(push.cause, push.effect, push.since)
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
