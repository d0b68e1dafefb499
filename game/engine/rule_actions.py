"""What players can do besides choosing cards: prepare cases, lead, plan, use their role.

Each takes the state and gives the new one, or the reason why not.
"""

from __future__ import annotations

from dataclasses import replace

from game.content.scenario import Scenario
from game.engine.action import (
    AnswerCouncil,
    DeepDive,
    GuessCause,
    Lead,
    ParkMeasure,
    PrepareCase,
    Reason,
    SetStrategy,
    UseSpecial,
)
from game.engine.council import answered, answers_to, needs_council
from game.engine.game_state import GameState, Goal, Guess, Phase, Prepared, Special
from game.engine.resources import effort_left, room_left_nok
from game.engine.specials import DEVELOPMENT, ends_now, is_used, roles_in, targets
from game.engine.strategy import GOALS, goal_form, may_set
from game.model.axes import LEADERSHIP
from game.model.variables import VARIABLES

Answer = GameState | Reason


def park_measure(state: GameState, action: ParkMeasure, scenario: Scenario) -> Answer:
    """Keep one card of the table that is not chosen."""
    if state.phase is not Phase.MEASURES:
        return Reason.NOT_NOW
    if not action.measure:
        return replace(state, parked=None)
    if action.measure not in state.table:
        return Reason.UNKNOWN
    if action.measure in state.picked:
        return Reason.ALREADY_CHOSEN
    return replace(state, parked=action.measure)


def prepare_case(state: GameState, action: PrepareCase, scenario: Scenario) -> Answer:
    """Say how a chosen case is made ready."""
    if state.phase is not Phase.MEASURES:
        return Reason.NOT_NOW
    if action.measure not in state.picked:
        return Reason.NOT_CHOSEN
    if not needs_council(action.measure, state, scenario):
        return Reason.NOT_IN_THIS_GAME
    if action.hearing and state.uses_special("director", action.measure):
        return Reason.ALREADY_CHOSEN
    others = tuple(case for case in state.prepared if case.what != action.measure)
    case = Prepared(action.measure, bool(action.involve), bool(action.hearing))
    after = replace(state, prepared=(*others, case))
    # a case that is not heard falls due at once
    return after if room_left_nok(after, scenario) >= 0 else Reason.TOO_EXPENSIVE


def answer_council(state: GameState, action: AnswerCouncil, scenario: Scenario) -> Answer:
    """Answer the group that offers its votes. An answer stands."""
    if state.phase is not Phase.COUNCIL:
        return Reason.NOT_NOW
    vote = next((vote for vote in state.votes if vote.what == action.measure), None)
    if vote is None:
        return Reason.UNKNOWN
    if vote.answer:
        return Reason.ALREADY_CHOSEN
    if action.answer not in answers_to(vote, state):
        return Reason.UNKNOWN_ANSWER
    new = answered(vote, action.answer, state)
    return replace(state, votes=tuple(new if one is vote else one for one in state.votes))


def set_strategy(state: GameState, action: SetStrategy, scenario: Scenario) -> Answer:
    """Choose three different goals and three different owners; a change takes effort."""
    if not state.setup.preset.strategy:
        return Reason.NOT_IN_THIS_GAME
    if state.phase is not Phase.PICTURE or not may_set(state):
        return Reason.NOT_NOW
    known = all(goal_form(id_) for id_ in action.goals)
    here = set(action.owners) <= set(roles_in(state))
    three = len(set(action.goals)) == len(set(action.owners)) == len(action.goals) == GOALS
    if not (known and here and three and len(action.owners) == GOALS):
        return Reason.UNKNOWN
    goals = tuple(Goal(id_, owner) for id_, owner in zip(action.goals, action.owners, strict=True))
    changed = state.revised or (state.goals_since is not None and state.goals_since < state.year)
    after = replace(state, goals=goals, goals_since=state.year, revised=changed)
    short = changed and effort_left(after, scenario) < 0
    return Reason.TOO_MUCH_AT_ONCE if short else after


def lead(state: GameState, action: Lead, scenario: Scenario) -> Answer:
    """Choose what the leaders practise this turn."""
    if not state.setup.preset.leading:
        return Reason.NOT_IN_THIS_GAME
    if state.phase is not Phase.MEASURES:
        return Reason.NOT_NOW
    if action.area and action.area not in LEADERSHIP:
        return Reason.UNKNOWN
    return replace(state, lead=action.area or None)


def use_special(state: GameState, action: UseSpecial, scenario: Scenario) -> Answer:
    """Use a role's own card, or take back one that was used this turn."""
    if action.role not in roles_in(state):
        return Reason.NOT_IN_THIS_GAME
    if state.phase is not Phase.MEASURES:
        return Reason.NOT_NOW
    now = next((s for s in state.specials if (s.role, s.year) == (action.role, state.year)), None)
    if now is not None:
        kept = tuple(special for special in state.specials if special is not now)
        after = replace(state, specials=kept)
        return after if room_left_nok(after, scenario) >= 0 else Reason.TOO_EXPENSIVE
    if is_used(action.role, state):
        return Reason.USED_UP
    if action.role == DEVELOPMENT and ends_now(action.measure, state):
        return Reason.BEGINS_AGAIN
    if action.measure not in targets(action.role, state, scenario):
        return Reason.UNKNOWN
    used = Special(action.role, state.year, action.measure)
    after = replace(state, specials=(*state.specials, used))
    return after if room_left_nok(after, scenario) >= 0 else Reason.TOO_EXPENSIVE


def deep_dive(state: GameState, action: DeepDive, scenario: Scenario) -> Answer:
    """Look closer at one quantity of the monitor."""
    if state.phase not in (Phase.PICTURE, Phase.REPORT):
        return Reason.NOT_NOW
    if state.deep_dive is not None:
        return Reason.USED_UP
    if action.area not in VARIABLES:
        return Reason.UNKNOWN
    return replace(state, deep_dive=action.area)


def guess_cause(state: GameState, action: GuessCause, scenario: Scenario) -> Answer:
    """Guess once a turn what moved a meter most. Costs nothing, right or wrong."""
    if not state.setup.preset.guess_from_turn:
        return Reason.NOT_IN_THIS_GAME
    if state.phase not in (Phase.PASSING, Phase.REPORT):
        return Reason.NOT_NOW
    if any(guess.year == state.year for guess in state.guesses):
        return Reason.USED_UP
    guess = Guess(state.year, action.meter, action.cause)
    return replace(state, guesses=(*state.guesses, guess))
