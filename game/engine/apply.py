"""`apply`: the only way the game moves. Same input, same answer, on any machine."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.content.scenario import Event, Scenario
from game.engine.action import (
    Action,
    ChooseMeasure,
    ChooseOption,
    DropMeasure,
    GoBack,
    GoOn,
    LeaveUnanswered,
    Reason,
)
from game.engine.game_state import GameState, Phase
from game.engine.happening import Happening
from game.engine.resources import (
    effort_left,
    find_measure,
    first_cost_nok,
    room_left_nok,
)
from game.engine.turn import after_picture, close_year, next_year

UNANSWERED = ""
"""The option of an event that was left without an answer."""


@dataclass(frozen=True)
class Applied:
    """The action was taken; `happenings` is what it added to the log."""

    state: GameState
    happenings: tuple[Happening, ...]


@dataclass(frozen=True)
class Refused:
    """The action was not taken; `missing` is kroner or effort where that is the reason."""

    reason: Reason
    missing: float = 0.0


def apply(state: GameState, action: Action, scenario: Scenario) -> Applied | Refused:
    """Take one action. A refused action changes nothing."""
    if state.is_over:
        return Refused(Reason.GAME_OVER)
    match action:
        case GoOn():
            return _go_on(state, scenario)
        case GoBack():
            return _go_back(state)
        case ChooseOption(option):
            return _choose_option(state, option, scenario)
        case LeaveUnanswered():
            return _leave_unanswered(state)
        case ChooseMeasure(measure):
            return _choose_measure(state, measure, scenario)
        case DropMeasure(measure):
            return _drop_measure(state, measure)


def _applied(before: GameState, after: GameState) -> Applied:
    return Applied(after, after.happenings[len(before.happenings) :])


def _go_on(state: GameState, scenario: Scenario) -> Applied | Refused:
    match state.phase:
        case Phase.PICTURE:
            return _applied(state, after_picture(state))
        case Phase.EVENT if state.option is None:
            return Refused(Reason.UNANSWERED)
        case Phase.EVENT:
            return _applied(state, replace(state, phase=Phase.MEASURES))
        case Phase.MEASURES:
            return _applied(state, close_year(state, scenario))
        case Phase.PASSING:
            return _applied(state, replace(state, phase=Phase.REPORT))
        case _:
            return _applied(state, next_year(state, scenario))


def _go_back(state: GameState) -> Applied | Refused:
    match state.phase:
        case Phase.MEASURES:
            before = Phase.EVENT if state.event else Phase.PICTURE
        case Phase.EVENT:
            before = Phase.PICTURE
        case _:
            return Refused(Reason.NOT_NOW)
    return _applied(state, replace(state, phase=before))


def _event(state: GameState, scenario: Scenario) -> Event | None:
    return next((event for event in scenario.events if event.id == state.event), None)


def _choose_option(state: GameState, option_id: str, scenario: Scenario) -> Applied | Refused:
    if state.phase is not Phase.EVENT:
        return Refused(Reason.NOT_NOW)
    event = _event(state, scenario)
    option = next((o for o in event.choices if o.id == option_id), None) if event else None
    if option is None:
        return Refused(Reason.UNKNOWN)
    without = replace(state, option=None)
    refusal = _cannot_afford(without, option.effort, _cost(option, state), scenario)
    return refusal or _applied(state, replace(state, option=option_id))


def _leave_unanswered(state: GameState) -> Applied | Refused:
    if state.phase is not Phase.EVENT:
        return Refused(Reason.NOT_NOW)
    return _applied(state, replace(state, option=UNANSWERED))


def _choose_measure(state: GameState, measure_id: str, scenario: Scenario) -> Applied | Refused:
    if state.phase is not Phase.MEASURES:
        return Refused(Reason.NOT_NOW)
    measure = find_measure(measure_id, scenario)
    if measure is None or measure_id not in state.table:
        return Refused(Reason.UNKNOWN)
    if measure_id in state.picked:
        return Refused(Reason.ALREADY_CHOSEN)
    refusal = _cannot_afford(state, measure.effort, _cost(measure, state), scenario)
    return refusal or _applied(state, replace(state, picked=(*state.picked, measure_id)))


def _drop_measure(state: GameState, measure_id: str) -> Applied | Refused:
    if state.phase is not Phase.MEASURES:
        return Refused(Reason.NOT_NOW)
    if measure_id not in state.picked:
        return Refused(Reason.NOT_CHOSEN)
    kept = tuple(picked for picked in state.picked if picked != measure_id)
    return _applied(state, replace(state, picked=kept))


def _cost(costly: object, state: GameState) -> float:
    return first_cost_nok(costly, state.now["population"])  # type: ignore[arg-type]


def _cannot_afford(
    state: GameState, effort: int, cost_nok: float, scenario: Scenario
) -> Refused | None:
    missing_nok = cost_nok - room_left_nok(state, scenario)
    if cost_nok > 0 and missing_nok > 0:
        return Refused(Reason.TOO_EXPENSIVE, missing_nok)
    missing = effort - effort_left(state, scenario)
    if effort > 0 and missing > 0:
        return Refused(Reason.TOO_MUCH_AT_ONCE, float(missing))
    return None
