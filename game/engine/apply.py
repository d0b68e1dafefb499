"""`apply`: the only way the game moves. Same input, same answer, on any machine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.content.scenario import Event, Scenario
from game.engine import rule_actions
from game.engine.action import (
    Action,
    AnswerCouncil,
    ChooseMeasure,
    ChooseOption,
    DeepDive,
    DropMeasure,
    GoBack,
    GoOn,
    GuessCause,
    Lead,
    LeaveUnanswered,
    ParkMeasure,
    PrepareCase,
    Reason,
    SetStrategy,
    UseSpecial,
)
from game.engine.council import needs_council
from game.engine.deal import options_open
from game.engine.game_state import GameState, Phase
from game.engine.happening import Happening
from game.engine.resources import cost_nok, effort_left, effort_of, room_left_nok
from game.engine.specials import begins_again
from game.engine.trials import excludes, is_closing, steps_open
from game.engine.turn import (
    after_event,
    after_measures,
    after_picture,
    close_turn,
    next_turn,
)

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
    found = _TAKEN[type(action)](state, action, scenario)
    if isinstance(found, GameState):
        return Applied(found, found.happenings[len(state.happenings) :])
    return Refused(found) if isinstance(found, Reason) else found


Answer = GameState | Reason | Refused
"""The new state, or why not."""


def _go_on(state: GameState, action: GoOn, scenario: Scenario) -> Answer:
    match state.phase:
        case Phase.PICTURE:
            return after_picture(state)
        case Phase.EVENT if state.option is None:
            return Reason.UNANSWERED
        case Phase.EVENT:
            return after_event(state, scenario)
        case Phase.MEASURES:
            return after_measures(state, scenario)
        case Phase.COUNCIL if any(vote.waits for vote in state.votes):
            return Reason.NEEDS_ANSWER
        case Phase.COUNCIL:
            return close_turn(state, scenario)
        case Phase.PASSING:
            return replace(state, phase=Phase.REPORT)
        case _:
            return next_turn(state, scenario)


def _go_back(state: GameState, action: GoBack, scenario: Scenario) -> Answer:
    match state.phase:
        case Phase.MEASURES:
            before = Phase.EVENT if state.event else Phase.PICTURE
        case Phase.EVENT:
            before = Phase.PICTURE
        case _:
            return Reason.NOT_NOW
    return replace(state, phase=before)


def _event(state: GameState, scenario: Scenario) -> Event | None:
    return next((event for event in scenario.events if event.id == state.event), None)


def _choose_option(state: GameState, action: ChooseOption, scenario: Scenario) -> Answer:
    if state.phase is not Phase.EVENT:
        return Reason.NOT_NOW
    event = _event(state, scenario)
    options = options_open(event, state) if event else ()
    if action.option not in [option.id for option in options]:
        return Reason.UNKNOWN
    without = replace(state, option=None)
    refusal = _cannot_afford(without, f"{state.event}.{action.option}", scenario)
    return refusal or replace(state, option=action.option)


def _leave_unanswered(state: GameState, action: LeaveUnanswered, scenario: Scenario) -> Answer:
    if state.phase is not Phase.EVENT:
        return Reason.NOT_NOW
    return replace(state, option=UNANSWERED)


def _choose_measure(state: GameState, action: ChooseMeasure, scenario: Scenario) -> Answer:
    name = action.measure
    if state.phase is not Phase.MEASURES:
        return Reason.NOT_NOW
    if name not in state.table and name not in steps_open(state, scenario):
        return Reason.UNKNOWN
    if name in state.picked or any(excludes(name, other) for other in state.picked):
        return Reason.ALREADY_CHOSEN
    if begins_again(name, state):
        return Reason.BEGINS_AGAIN
    if not _council_has_time_for(name, state, scenario):
        return Reason.USED_UP
    refusal = _cannot_afford(state, name, scenario)
    parked = None if state.parked == name else state.parked
    return refusal or replace(state, picked=(*state.picked, name), parked=parked)


def _council_has_time_for(name: str, state: GameState, scenario: Scenario) -> bool:
    """Whether one more case can be put to the council in this game."""
    if not needs_council(name, state, scenario):
        return True
    now = sum(needs_council(picked, state, scenario) for picked in state.picked)
    return state.cases + now < state.setup.preset.cases


def _drop_measure(state: GameState, action: DropMeasure, scenario: Scenario) -> Answer:
    if state.phase is not Phase.MEASURES:
        return Reason.NOT_NOW
    if action.measure not in state.picked:
        return Reason.NOT_CHOSEN
    after = replace(
        state,
        picked=tuple(picked for picked in state.picked if picked != action.measure),
        prepared=tuple(case for case in state.prepared if case.what != action.measure),
        specials=tuple(
            s for s in state.specials if (s.year, s.what) != (state.year, action.measure)
        ),
    )
    # a trial that is no longer finished holds its effort again
    return _within_effort(after, scenario) if is_closing(action.measure) else after


def _prepare_case(state: GameState, action: PrepareCase, scenario: Scenario) -> Answer:
    found = rule_actions.prepare_case(state, action, scenario)
    return _within_effort(found, scenario) if isinstance(found, GameState) else found


def _within_effort(after: GameState, scenario: Scenario) -> Answer:
    """The state, unless it holds more effort than there is."""
    missing = -effort_left(after, scenario)
    return Refused(Reason.TOO_MUCH_AT_ONCE, float(missing)) if missing > 0 else after


def _cannot_afford(state: GameState, name: str, scenario: Scenario) -> Refused | None:
    cost, effort = cost_nok(name, state, scenario), effort_of(name, state, scenario)
    missing_nok = cost - room_left_nok(state, scenario)
    if cost > 0 and missing_nok > 0:
        return Refused(Reason.TOO_EXPENSIVE, missing_nok)
    added = replace(state, picked=(*state.picked, name)) if "." in name else state
    left = effort_left(added, scenario) + (effort if added is not state else 0)
    missing = effort - left
    if effort > 0 and missing > 0:
        return Refused(Reason.TOO_MUCH_AT_ONCE, float(missing))
    return None


Taker = Callable[..., Answer]
_TAKEN: dict[type[Action], Taker] = {
    GoOn: _go_on,
    GoBack: _go_back,
    ChooseOption: _choose_option,
    LeaveUnanswered: _leave_unanswered,
    ChooseMeasure: _choose_measure,
    DropMeasure: _drop_measure,
    PrepareCase: _prepare_case,
    ParkMeasure: rule_actions.park_measure,
    AnswerCouncil: rule_actions.answer_council,
    SetStrategy: rule_actions.set_strategy,
    Lead: rule_actions.lead,
    UseSpecial: rule_actions.use_special,
    DeepDive: rule_actions.deep_dive,
    GuessCause: rule_actions.guess_cause,
}
