"""The arbeidsgiverstrategi: three of eight goals, each with an owner, alive while followed up."""

from __future__ import annotations

from game.content.common.goals import Goal as GoalForm
from game.content.common.goals import load_goals
from game.content.scenario import Scenario
from game.engine.game_state import GameState
from game.engine.standing import number_of
from game.engine.trials import pillar_of

GOALS = 3


def goal_form(id_: str) -> GoalForm | None:
    """The goal with this id."""
    return next((goal for goal in load_goals() if goal.id == id_), None)


def may_set(state: GameState) -> bool:
    """Whether the strategy can be chosen or changed this turn."""
    if not state.setup.preset.strategy:
        return False
    if state.goals_since is None:
        return True
    years = int(number_of(state.parameters.n.strategy_years))
    return state.goals_since == state.year or state.year >= state.goals_since + years


def living_goals(state: GameState, scenario: Scenario) -> tuple[str, ...]:
    """The goals that somebody has followed up lately; the others are only words."""
    memory = int(number_of(state.parameters.n.goal_memory_years))
    since = state.goals_since
    if since is None:
        return ()
    fresh = state.year < since + memory
    lately = {
        pillar_of(entry.what, scenario)
        for entry in state.chosen
        if entry.year > state.year - memory - 1 and entry.year >= since
    }
    found = []
    for goal in state.goals:
        form = goal_form(goal.id)
        if form is not None and (fresh or lately & set(form.follow_up)):
            found.append(goal.id)
    return tuple(found)


def stands_behind(pillar: str, state: GameState, scenario: Scenario) -> bool:
    """Whether a living goal is followed up by cards of a pillar."""
    forms = [goal_form(id_) for id_ in living_goals(state, scenario)]
    return any(form is not None and pillar in form.follow_up for form in forms)


def reached(goal_id: str, state: GameState) -> bool:
    """Whether a goal is reached now, counted from the first day."""
    form = goal_form(goal_id)
    if form is None:
        return False
    moved = state.now[form.variable] - state.opening[form.variable]
    return moved >= form.signed if form.signed >= 0 else moved <= form.signed
