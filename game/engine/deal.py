"""Which event comes, and which six cards lie on the table. Luck is addressed, never in turn."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping

from game.content.scenario import Event, Measure, Option, Scenario
from game.engine.conditions import all_hold, has_chance
from game.engine.game_state import Chosen, GameState
from game.engine.resources import chosen_names
from game.engine.standing import cards_on_table
from game.model.draws import chance

PILLARS = ("recruitment", "full_time", "innovation", "volunteering", "leadership")
CARDS = 6
MOST_LUCK = 0.0
"""The draw that every chance is held to hold by."""
CHANCE_SLOT, ORDER_SLOT, TABLE_SLOT, RED_SLOT = 0, 1, 3, 7
"""Slots of a thing's own stream; never reused for anything else.

2 and 6 are those of `decisions`, 4 and 5 those of the players in the lab.
"""


def event_of_turn(state: GameState, scenario: Scenario) -> Event | None:
    """The event that comes: urgent ones first, else by luck; None in a quiet turn.

    Where answers are all there is to choose, something always happens if anything can.
    """
    certain = state.setup.preset.answers_only
    ready = [event for event in scenario.events if _may_come(event, state, certain)]
    return min(ready, key=lambda event: _order(event, state), default=None)


def options_open(event: Event, state: GameState) -> tuple[Option, ...]:
    """The answers that can be given now; the first two where a turn is one choice of A or B."""
    found = tuple(option for option in event.choices if _holds(option.when, state))
    return found[:2] if state.setup.preset.answers_only else found


def _may_come(event: Event, state: GameState, certain: bool) -> bool:
    if event.council and not state.setup.preset.council:
        return False
    last = _last(state.seen, event.id)
    if last is not None and (event.once or event.repeat_after is None):
        return False
    if last is not None and state.year < last + (event.repeat_after or 0):
        return False
    values, chosen = _values(state), chosen_names(state)
    if not all_hold(event.when, values, chosen, MOST_LUCK):
        return False
    # luck is drawn last: most events are ruled out by what everyone can see
    if certain or not has_chance(event.when):
        return True
    return all_hold(event.when, values, chosen, _luckiest(event, state))


def _luckiest(event: Event, state: GameState) -> float:
    """A chance that is told for each year is tried once for each year of the turn."""
    years = range(state.year, state.year + state.turn_years)
    return min(chance(state.seed, year, event.id, CHANCE_SLOT) for year in years)


def _order(event: Event, state: GameState) -> tuple[bool, bool, float]:
    luck = chance(state.seed, state.year, event.id, ORDER_SLOT)
    return not event.urgent, not _in_the_calendar(event), luck


def _in_the_calendar(event: Event) -> bool:
    """Whether it is known years ahead, as elections are: nothing urgent may push it aside."""
    return bool(event.when) and all(condition.variable == "year" for condition in event.when)


def _last(entries: tuple[Chosen, ...], what: str) -> int | None:
    return max((entry.year for entry in entries if entry.what == what), default=None)


def table_of_turn(state: GameState, scenario: Scenario) -> tuple[str, ...]:
    """Six cards: one for each pillar, and a joker that the situation proposes.

    A parked card takes the place of its pillar. On the red list fewer cards are laid.
    """
    if state.setup.preset.answers_only:
        return ()
    available = [measure for measure in scenario.measures if may_be_chosen(measure, state)]
    available.sort(key=lambda m: (m.id != state.parked, _table_order(m, state)))
    laid = list({id(m): m for p in PILLARS if (m := _first_of(p, available))}.values())
    rest = [measure for measure in available if not any(measure is m for m in laid)]
    joker = next((m for m in rest if m.joker_when and _suits(m, state)), None)
    fill = [measure for measure in rest if measure is not joker]
    # the joker lies last; where a pillar has run out, its place is filled from the others
    laid += fill[: CARDS - len(laid) - (joker is not None)]
    table = [measure.id for measure in [*laid, *([joker] if joker else [])]]
    return _fewer(table, state)


def _fewer(table: list[str], state: GameState) -> tuple[str, ...]:
    """The whole table; on the red list the parked card and those that luck puts first."""
    count = cards_on_table(len(table), state)
    if count >= len(table):
        return tuple(table)
    order = sorted(
        table,
        key=lambda id_: (id_ != state.parked, chance(state.seed, state.year, id_, RED_SLOT)),
    )
    return tuple(id_ for id_ in table if id_ in order[:count])


def joker_of(table: tuple[str, ...], state: GameState, scenario: Scenario) -> str | None:
    """The last card of a full table, when the situation proposed it."""
    last = next((m for m in scenario.measures if table and m.id == table[-1]), None)
    return last.id if last and last.joker_when and _suits(last, state) else None


def _first_of(pillar: str, available: list[Measure]) -> Measure | None:
    return next((measure for measure in available if measure.pillar == pillar), None)


def _suits(measure: Measure, state: GameState) -> bool:
    return _holds(measure.joker_when, state)


def _holds(conditions: tuple[object, ...], state: GameState) -> bool:
    if not conditions:
        return True
    return all_hold(conditions, _values(state), chosen_names(state))  # type: ignore[arg-type]


def _values(state: GameState) -> Mapping[str, float]:
    return ChainMap({"year": float(state.year)}, state.now)  # type: ignore[arg-type]


def may_be_chosen(measure: Measure, state: GameState) -> bool:
    """Whether a card can be dealt this turn."""
    if not measure.dealt or (measure.council and not _council_has_time(state)):
        return False
    last = _last(state.chosen, measure.id)
    if last is not None:
        if measure.repeat_after is None or state.year < last + measure.repeat_after:
            return False
    return _holds(measure.when, state)


def _council_has_time(state: GameState) -> bool:
    preset = state.setup.preset
    return not preset.council or state.cases < preset.cases


def _table_order(measure: Measure, state: GameState) -> float:
    return chance(state.seed, state.year, measure.id, TABLE_SLOT)
