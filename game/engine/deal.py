"""Which event comes, and which six cards lie on the table. Luck is addressed, never in turn."""

from __future__ import annotations

from typing import TypeVar

from game.content.scenario import Event, Measure, Scenario
from game.engine.conditions import all_hold
from game.engine.game_state import Chosen, GameState
from game.model.draws import chance
from game.model.lanes import Array
from game.model.parameter_set import National

Luck = TypeVar("Luck", float, Array)

PILLARS = ("recruitment", "full_time", "innovation", "volunteering", "leadership")
CARDS = 6
CHANCE_SLOT, ORDER_SLOT, STRENGTH_SLOT, TABLE_SLOT = 0, 1, 2, 3
"""Slots of a thing's own stream; never reused for anything else."""


def chosen_names(state: GameState) -> frozenset[str]:
    """What has been chosen in locked years; an event's option also counts its measure-like name."""
    return frozenset(entry.what for entry in state.chosen)


def event_of_year(state: GameState, scenario: Scenario) -> Event | None:
    """The event that comes this year: urgent ones first, else by luck; None in a quiet year."""
    ready = [event for event in scenario.events if _may_come(event, state)]
    return min(ready, key=lambda event: _order(event, state), default=None)


def _may_come(event: Event, state: GameState) -> bool:
    last = _last(state.seen, event.id)
    if last is not None and (event.once or event.repeat_after is None):
        return False
    if last is not None and state.year < last + (event.repeat_after or 0):
        return False
    luck = chance(state.seed, state.year, event.id, CHANCE_SLOT)
    values = {**state.now, "year": float(state.year)}
    return all_hold(event.when, values, chosen_names(state), luck)


def _order(event: Event, state: GameState) -> tuple[bool, float]:
    return not event.urgent, chance(state.seed, state.year, event.id, ORDER_SLOT)


def _last(entries: tuple[Chosen, ...], what: str) -> int | None:
    return max((entry.year for entry in entries if entry.what == what), default=None)


def table_of_year(state: GameState, scenario: Scenario) -> tuple[str, ...]:
    """Six cards: one for each pillar, and a joker that the situation proposes."""
    available = [measure for measure in scenario.measures if _may_be_chosen(measure, state)]
    available.sort(key=lambda measure: _table_order(measure, state))
    table = [_first_of(pillar, available) for pillar in PILLARS]
    laid = [measure for measure in table if measure is not None]
    rest = [measure for measure in available if measure not in laid]
    joker = next((m for m in rest if m.joker_when and _suits(m, state)), None)
    fill = [measure for measure in rest if measure is not joker]
    # the joker lies last; where a pillar has run out, its place is filled from the others
    laid += fill[: CARDS - len(laid) - (joker is not None)]
    return tuple(measure.id for measure in [*laid, *([joker] if joker else [])])


def joker_of(table: tuple[str, ...], state: GameState, scenario: Scenario) -> str | None:
    """The last card of a full table, when the situation proposed it."""
    last = next((m for m in scenario.measures if table and m.id == table[-1]), None)
    return last.id if last and last.joker_when and _suits(last, state) else None


def _first_of(pillar: str, available: list[Measure]) -> Measure | None:
    return next((measure for measure in available if measure.pillar == pillar), None)


def _suits(measure: Measure, state: GameState) -> bool:
    return _holds(measure.joker_when, state)


def _holds(conditions: tuple[object, ...], state: GameState) -> bool:
    values = {**state.now, "year": float(state.year)}
    return all_hold(conditions, values, chosen_names(state))  # type: ignore[arg-type]


def _may_be_chosen(measure: Measure, state: GameState) -> bool:
    last = _last(state.chosen, measure.id)
    if last is not None:
        if measure.repeat_after is None or state.year < last + measure.repeat_after:
            return False
    return _holds(measure.when, state)


def _table_order(measure: Measure, state: GameState) -> float:
    return chance(state.seed, state.year, measure.id, TABLE_SLOT)


def strength(measure: Measure, state: GameState) -> float:
    """How strong the true effect turns out in this game, around 1."""
    luck = chance(state.seed, state.year, measure.id, STRENGTH_SLOT)
    return strength_from(measure, state.parameters.n, luck)


def strength_from(measure: Measure, n: National, luck: Luck) -> Luck:
    """The true effect that a fraction of luck gives: the more uncertain, the wider around 1."""
    spread = {
        "certain": n.certain_spread,
        "likely": n.likely_spread,
        "uncertain": n.uncertain_spread,
    }[measure.certainty]
    return 1.0 + float(spread[0, 0, 0]) * (2.0 * luck - 1.0)
