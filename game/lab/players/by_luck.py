"""A player who does everything the rules allow, by luck. Finds what no planner would try."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.content.common.goals import load_goals
from game.content.scenario import Scenario
from game.engine.action import (
    Action,
    AnswerCouncil,
    ChooseMeasure,
    ChooseOption,
    DeepDive,
    GoOn,
    GuessCause,
    Lead,
    ParkMeasure,
    PrepareCase,
    SetStrategy,
    UseSpecial,
)
from game.engine.council import ANSWERS, needs_council
from game.engine.game_state import GameState, Phase
from game.engine.shadow import passive
from game.engine.specials import is_used, roles_in, targets
from game.engine.strategy import GOALS, may_set
from game.engine.trials import steps_open
from game.engine.turn import METERS
from game.lab.players.common import (
    first_allowed,
    must_answer,
    offered,
    options_now,
)
from game.model.axes import LEADERSHIP
from game.model.draws import chance
from game.model.variables import VARIABLES

EVENT_SLOT, MEASURE_SLOT = 4, 5
"""Slots of a thing's own stream that no rule of play uses."""
OWN = "player by luck: "
"""Begins the names of this player's own luck, which no thing in the game can have."""
TAKES, SELDOM, RARELY = 1 / 2, 1 / 4, 1 / 8


def random(state: GameState, scenario: Scenario) -> Action:
    """Answers and picks by luck; takes a card with the chance of one in two."""
    if offer := offered(state):
        luck = chance(state.seed, state.year, offer.what, EVENT_SLOT)
        return AnswerCouncil(offer.what, _one_of(ANSWERS, luck))
    match state.phase:
        case Phase.PICTURE:
            tries = _at_the_picture(state)
        case Phase.EVENT if must_answer(state):
            tries = _answers(state, scenario)
        case Phase.MEASURES:
            tries = _at_the_measures(state, scenario)
        case Phase.PASSING | Phase.REPORT:
            tries = _guesses(state)
        case _:
            tries = iter(())
    usual = passive(state) if must_answer(state) else GoOn()
    return first_allowed(state, tries, scenario) or usual


def _luck(state: GameState, name: str) -> float:
    return chance(state.seed, state.year, OWN + name)


def _one_of(things: Sequence[str], luck: float) -> str:
    return things[int(luck * len(things))]


def _shuffled(state: GameState, things: Sequence[str], name: str) -> list[str]:
    return sorted(things, key=lambda thing: _luck(state, f"{name} {thing}"))


def _at_the_picture(state: GameState) -> Iterator[Action]:
    wants = state.goals_since is None or _luck(state, "strategy") < SELDOM
    if state.goals_since != state.year and wants and may_set(state):
        goals = _shuffled(state, [goal.id for goal in load_goals()], "goal")
        owners = _shuffled(state, roles_in(state), "owner")
        yield SetStrategy(tuple(goals[:GOALS]), tuple(owners[:GOALS]))
    if state.deep_dive is None and _luck(state, "deep dive") < RARELY:
        yield DeepDive(_one_of(tuple(VARIABLES), _luck(state, "where")))


def _answers(state: GameState, scenario: Scenario) -> Iterator[Action]:
    options = [option.id for option in options_now(state, scenario)]
    name = f"{state.event}."
    options.sort(key=lambda id_: chance(state.seed, state.year, name + id_, EVENT_SLOT))
    yield from (ChooseOption(id_) for id_ in options)


def _at_the_measures(state: GameState, scenario: Scenario) -> Iterator[Action]:
    yield from (ChooseMeasure(name) for name in _taken(state, scenario))
    yield from _preparations(state, scenario)
    yield from _specials(state, scenario)
    preset = state.setup.preset
    if preset.leading and state.lead is None and _luck(state, "leads") < 1 - RARELY:
        yield Lead(_one_of(LEADERSHIP, _luck(state, "area")))
    if state.parked is None and _luck(state, "parks") < TAKES:
        left = [name for name in state.table if name not in state.picked]
        yield from (ParkMeasure(name) for name in _shuffled(state, left, "park"))


def _taken(state: GameState, scenario: Scenario) -> list[str]:
    """What luck wants of the cards and steps, first what it wants most."""
    found = []
    for name in (*state.table, *steps_open(state, scenario)):
        luck = chance(state.seed, state.year, name, MEASURE_SLOT)
        # what is picked or parked stays so
        if luck < TAKES and name not in state.picked and name != state.parked:
            found.append((luck, name))
    return [name for _, name in sorted(found)]


def _preparations(state: GameState, scenario: Scenario) -> Iterator[Action]:
    ready = {case.what for case in state.prepared}
    for name in state.picked:
        if name not in ready and needs_council(name, state, scenario):
            involve = _luck(state, f"involve {name}") < TAKES
            hearing = _luck(state, f"hearing {name}") < TAKES
            yield PrepareCase(name, involve, hearing)
            yield PrepareCase(name, False, hearing)


def _specials(state: GameState, scenario: Scenario) -> Iterator[Action]:
    for role in roles_in(state):
        if is_used(role, state) or _luck(state, f"special {role}") >= SELDOM:
            continue
        yield from (
            UseSpecial(role, target)
            for target in _shuffled(state, targets(role, state, scenario), role)
        )


def _guesses(state: GameState) -> Iterator[Action]:
    if not any(guess.year == state.year for guess in state.guesses):
        if _luck(state, "guesses") < TAKES:
            meter = _one_of(METERS, _luck(state, "meter"))
            yield GuessCause(meter, _one_of(METERS, _luck(state, "cause")))
