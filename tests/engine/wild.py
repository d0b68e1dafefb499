"""A player who tries everything: every action there is, often where it makes no sense.

It draws from its own `random.Random`, so a red run can be run again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from random import Random

from game.content.common.goals import load_goals
from game.content.form import Amount
from game.content.scenario import Scenario
from game.content.words import PARTIES
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
    SetStrategy,
    UseSpecial,
)
from game.engine.apply import Applied, Refused
from game.engine.council import ANSWERS
from game.engine.game_state import GameState, Phase
from game.engine.save import fingerprint
from game.engine.session import Session, new_session
from game.engine.setup import Setup
from game.engine.specials import ROLES, targets
from game.engine.trials import steps_open
from game.model.axes import LEADERSHIP

NONSENSE = "no_such_thing"
PRESETS = ("stand", "lesson", "double", "day", "free")
DIFFICULTIES = ("calm", "usual", "tough")
HEAVY = ("municipality", "parameters", "latest", "earlier")
"""Fields of a state that hold arrays; the fingerprint stands for them."""

Try = Callable[[GameState, Scenario, Random], Action]


def a_setup(luck: Random) -> Setup:
    """Any length of game, and any difficulty."""
    return Setup.of(luck.choice(PRESETS), luck.choice(DIFFICULTIES))


def same(one: GameState, other: GameState) -> bool:
    """Whether two states are the same game at the same moment."""
    light = [entry.name for entry in fields(GameState) if entry.name not in HEAVY]
    alike = all(getattr(one, name) == getattr(other, name) for name in light)
    return alike and fingerprint(one) == fingerprint(other)


def tried(state: GameState, scenario: Scenario, luck: Random) -> Action:
    """Something to try: mostly what belongs to the phase, at times anything at all."""
    fitting = _BY_PHASE.get(state.phase, ())
    if luck.random() < 0.1 or not fitting:
        return luck.choice(_ALL)(state, scenario, luck)
    return luck.choice(fitting)(state, scenario, luck)


def walk(session: Session, luck: Random, tries: int) -> list[tuple[GameState, Action, object]]:
    """Try this many things, or until the game is over: the state before, and the answer."""
    told = []
    for _ in range(tries):
        if session.state.is_over:
            break
        before, action = session.state, tried(session.state, session.scenario, luck)
        told.append((before, action, session.do(action)))
    return told


def a_wild_game(scenario: Scenario, seed: int, setup: Setup) -> Session:
    """A whole game in which everything was tried."""
    session, luck = new_session(scenario, seed, setup), Random(seed)
    while not session.state.is_over:
        walk(session, luck, 100)
    return session


def was_taken(result: object) -> bool:
    """Whether an action was not refused."""
    assert isinstance(result, Applied | Refused)
    return isinstance(result, Applied)


def _one(of: Sequence[str], luck: Random) -> str:
    return luck.choice(of) if of and luck.random() < 0.95 else NONSENSE


def _go_on(state: GameState, scenario: Scenario, luck: Random) -> Action:
    return GoOn()


def _go_back(state: GameState, scenario: Scenario, luck: Random) -> Action:
    return GoBack()


def _answer(state: GameState, scenario: Scenario, luck: Random) -> Action:
    event = next((event for event in scenario.events if event.id == state.event), None)
    return ChooseOption(_one([option.id for option in event.choices] if event else [], luck))


def _leave(state: GameState, scenario: Scenario, luck: Random) -> Action:
    return LeaveUnanswered()


def _choose(state: GameState, scenario: Scenario, luck: Random) -> Action:
    return ChooseMeasure(_one(state.table, luck))


def _step(state: GameState, scenario: Scenario, luck: Random) -> Action:
    return ChooseMeasure(_one(steps_open(state, scenario), luck))


def _drop(state: GameState, scenario: Scenario, luck: Random) -> Action:
    return DropMeasure(_one(state.picked, luck))


def _park(state: GameState, scenario: Scenario, luck: Random) -> Action:
    return ParkMeasure(_one((*state.table, ""), luck))


def _prepare(state: GameState, scenario: Scenario, luck: Random) -> Action:
    picked = _one(state.picked, luck)
    return PrepareCase(picked, luck.random() < 0.5, luck.random() < 0.5)


def _bargain(state: GameState, scenario: Scenario, luck: Random) -> Action:
    waiting = [vote.what for vote in state.votes]
    return AnswerCouncil(_one(waiting, luck), _one(ANSWERS, luck))


def _plan(state: GameState, scenario: Scenario, luck: Random) -> Action:
    goals = luck.sample([goal.id for goal in load_goals()], 3)
    owners = luck.sample(ROLES, luck.choice((2, 3, 3, 3)))
    return SetStrategy(tuple(goals), tuple(owners))


def _lead(state: GameState, scenario: Scenario, luck: Random) -> Action:
    return Lead(_one((*LEADERSHIP, ""), luck))


def _special(state: GameState, scenario: Scenario, luck: Random) -> Action:
    role = _one(ROLES, luck)
    return UseSpecial(role, _one((*targets(role, state, scenario), *state.picked), luck))


def _dive(state: GameState, scenario: Scenario, luck: Random) -> Action:
    return DeepDive(_one(("turnover_rate", "trust"), luck))


def _guess(state: GameState, scenario: Scenario, luck: Random) -> Action:
    return GuessCause("trust", _one(("year", "hearing"), luck))


_BY_PHASE: dict[Phase, tuple[Try, ...]] = {
    Phase.PICTURE: (_go_on, _go_on, _plan, _dive),
    Phase.EVENT: (*(_go_on, _answer, _answer) * 2, _leave, _go_back),
    Phase.MEASURES: (*(_choose, _step, _prepare) * 4, *(_go_on, _special) * 2)
    + (_drop, _park, _lead, _go_back),
    Phase.COUNCIL: (_go_on, _bargain, _bargain),
    Phase.PASSING: (_go_on, _go_on, _guess),
    Phase.REPORT: (_go_on, _go_on, _guess, _dive),
}
_ALL: tuple[Try, ...] = (_go_back, _answer, _leave, _choose, _step, _drop, _park, _prepare) + (
    _bargain,
    _plan,
    _lead,
    _special,
    _dive,
    _guess,
)


def where_all_is_cheap(scenario: Scenario) -> Scenario:
    """The same place with cards that nearly all can be paid, and every other one a council case.

    Most groups fear the cases, and cards come again soon, trials too: such games are full of what
    the rules can do.
    """
    cards = tuple(
        measure.model_copy(
            update={
                "cost": Amount(value=20.0 + row, per_inhabitant=True),
                "yearly_cost": Amount(value=3.0 + row, per_inhabitant=True),
                "cost_lasts": row % 3,
                "effort": row % 2,
                "takes": row % 4,
                "council": row % 2 == 0,
                "welcomed_by": (),
                "feared_by": PARTIES[row % 3 :],
                "repeat_after": 2,
                "when": (),
            }
        )
        if measure.dealt
        else measure
        for row, measure in enumerate(scenario.measures)
    )
    return scenario.model_copy(update={"measures": cards})
