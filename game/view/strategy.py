"""Arbeidsgiverstrategien: eight goals to choose three among, and a role that owns each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from game.content.common.goals import Goal as GoalForm
from game.content.common.goals import load_goals
from game.content.scenario import Scenario
from game.engine.game_state import GameState
from game.engine.specials import roles_in
from game.engine.strategy import GOALS, living_goals, may_set, reached
from game.model.variables import VARIABLES
from game.text.numbers import number, percent
from game.text.translate import Translator
from game.view.meters import meters
from game.view.parts import MeterView
from game.view.role_cards import letter_of, role_of

PERCENT, NEAR = 100.0, 1e-6


@dataclass(frozen=True)
class GoalView:
    """One goal. `state` is «chosen», «alive», «asleep» or «reached» once it is set, else empty."""

    id: str
    icon: str
    name: str
    sentence: str
    target: str
    follow_up: str
    pillar: str
    owner: str
    status: str
    status_text: str


@dataclass(frozen=True)
class OwnerView:
    """A role that can own a goal."""

    id: str
    letter: str
    name: str


@dataclass(frozen=True)
class StrategyView:
    """The choice of goals. A change later than the first time takes effort."""

    year: int
    goals: tuple[GoalView, ...]
    owners: tuple[OwnerView, ...]
    count: int
    is_open: bool
    is_set: bool
    price: str
    meters: tuple[MeterView, ...]


def strategy(state: GameState, scenario: Scenario, t: Translator) -> StrategyView:
    """The eight goals as they stand."""
    alive = living_goals(state, scenario)
    later = state.goals_since is not None and state.goals_since < state.year
    return StrategyView(
        year=state.year,
        goals=tuple(_goal(form, state, alive, t) for form in load_goals()),
        owners=tuple(
            OwnerView(id_, letter_of(id_, t), t.pick(role_of(id_).name)) for id_ in roles_in(state)
        ),
        count=GOALS,
        is_open=may_set(state),
        is_set=bool(state.goals),
        price=t("rule.strategy.price") if later else "",
        meters=meters(state, t),
    )


def _goal(form: GoalForm, state: GameState, alive: tuple[str, ...], t: Translator) -> GoalView:
    chosen = next((goal for goal in state.goals if goal.id == form.id), None)
    status = _status(form.id, state, alive) if chosen else ""
    return GoalView(
        id=form.id,
        icon=form.icon,
        name=t.pick(form.name),
        sentence=t.pick(form.sentence),
        target=target_text(form, state, t),
        follow_up=", ".join(t(f"pillar.{pillar}") for pillar in form.follow_up),
        pillar=form.follow_up[0],
        owner=chosen.owner if chosen else "",
        status=status,
        status_text=t(f"rule.goal.{status}") if status else "",
    )


def _status(id_: str, state: GameState, alive: tuple[str, ...]) -> str:
    if reached(id_, state):
        return "reached"
    return "alive" if id_ in alive else "asleep"


def target_text(form: GoalForm, state: GameState, t: Translator) -> str:
    """«Andel på heltid: 55 % nå, 73 % i 2040»: of what, from where and how far.

    What is only counted against the first day is told as a change since then.
    """
    first, now = state.opening[form.variable], state.now[form.variable]
    name, year = t(f"variable.{form.variable}"), state.last_year
    if VARIABLES[form.variable].unit == "relative":
        return t(
            "goal.since",
            name=name,
            goal=_signed_percent(form.signed, t),
            first=state.first_year,
            year=year,
            now=_signed_percent(now - first, t),
        )
    value = partial(_value, form, t=t)
    return t("goal.from_to", name=name, now=value(now), goal=value(first + form.signed), year=year)


def _signed_percent(share: float, t: Translator) -> str:
    shown = percent(share, 0, t.language)
    return f"+{shown}" if round(PERCENT * share) > 0 else shown


def _value(form: GoalForm, value: float, t: Translator) -> str:
    """A share in per cent, with a decimal where the goal is less than a whole one."""
    if VARIABLES[form.variable].unit != "share":
        return number(value, 0, t.language)
    by = PERCENT * form.by
    return percent(value, 0 if abs(by - round(by)) < NEAR else 1, t.language)
