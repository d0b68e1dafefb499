"""One player for all strategies: a strategy is what it wants, what it avoids, and how it decides.

The strategies themselves are tables in `typical` and `sound`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from game.content.effects import Effect
from game.content.scenario import PUT_TO_USE, Costly, Scenario
from game.engine.action import (
    Action,
    AnswerCouncil,
    ChooseMeasure,
    GoOn,
    Lead,
    ParkMeasure,
    PrepareCase,
    SetStrategy,
    UseSpecial,
)
from game.engine.council import needs_council
from game.engine.decisions import find_measure, is_trial, strength, was_redrawn
from game.engine.game_state import GameState, Phase
from game.engine.resources import chosen_names, cost_nok, effort_left, effort_of, room_total_nok
from game.engine.specials import is_used, roles_in, targets
from game.engine.strategy import may_set
from game.engine.trials import EVALUATED, GAINS, STOPPED, open_trials, pillar_of, steps_open
from game.lab.players.common import (
    Player,
    answer_in_order,
    first_allowed,
    must_answer,
    offered,
    options_now,
)
from game.lab.players.worth import kroner, worth, worth_at_once

Rule = Callable[[GameState, Costly, tuple[Effect, ...]], float]
RULES: dict[str, Rule] = {"ahead": worth, "at once": worth_at_once, "money": kroner}
"""How an answer that is not named is chosen."""
PLEDGED = 6.0
"""How much more a card is wanted when a promise to the council asks for its pillar."""
SHAPES = (EVALUATED, STOPPED, PUT_TO_USE, *GAINS, "lab_day")


@dataclass(frozen=True)
class Strategy:
    """How a group plays. What is not named in `wants` is taken by its pillar, else not at all."""

    id: str
    name: str
    wants: Mapping[str, float]
    """How much a card is wanted, the highest first. A step goes by `card.step`."""
    pillars: Mapping[str, float] = field(default_factory=dict)
    avoids: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    rule: str = "ahead"
    most: int = 2
    """Cards a year; a turn of more years takes a few more."""
    spare_effort: int = 0
    room_share: float = 1.0
    """The part of handlingsrom that is used."""
    money_floor: float = 0.0
    """Below this on the money meter, only steps and answers are paid for."""
    evaluates: bool = False
    puts_to_use: bool = False
    follows_up: bool = False
    """Whether the other steps of a card are taken."""
    gain: str = GAINS[1]
    most_trials: int = 99
    involves: bool = False
    hears: bool = False
    offer: str = "accept"
    goals: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    """What is practised in leadership, the weakest of them first."""
    uses_specials: bool = False


def player_of(strategy: Strategy) -> Player:
    """The player that follows a strategy."""

    def choose(state: GameState, scenario: Scenario) -> Action:
        if offer := offered(state):
            return AnswerCouncil(offer.what, strategy.offer)
        if must_answer(state):
            return answer_in_order(state, _answers(strategy, state, scenario), scenario)
        tries: Iterator[Action] = iter(())
        if state.phase is Phase.PICTURE:
            tries = _plan(strategy, state)
        elif state.phase is Phase.MEASURES:
            tries = _measures(strategy, state, scenario)
        return first_allowed(state, tries, scenario) or GoOn()

    return choose


def _answers(strategy: Strategy, state: GameState, scenario: Scenario) -> list[str]:
    named, value = strategy.answers.get(str(state.event)), RULES[strategy.rule]
    options = sorted(
        options_now(state, scenario),
        key=lambda option: (option.id != named, -value(state, option, option.effects)),
    )
    return [option.id for option in options]


def _plan(strategy: Strategy, state: GameState) -> Iterator[Action]:
    if strategy.goals and state.goals_since is None and may_set(state):
        owners = roles_in(state)[: len(strategy.goals)]
        yield SetStrategy(strategy.goals, owners)


def _measures(strategy: Strategy, state: GameState, scenario: Scenario) -> Iterator[Action]:
    # a case is made ready before anything else takes the strength that talks need
    yield from _prepared(strategy, state, scenario)
    yield from (ChooseMeasure(name) for name in _picks(strategy, state, scenario))
    if strategy.uses_specials:
        yield from _specials(state, scenario)
    if strategy.areas and state.lead is None and state.setup.preset.leading:
        yield Lead(min(strategy.areas, key=lambda area: state.now[area]))
    if state.parked is None:
        left = [name for name in _wanted(strategy, state, scenario) if name in state.table]
        yield from (ParkMeasure(name) for name in left[:1])


def _prepared(strategy: Strategy, state: GameState, scenario: Scenario) -> Iterator[Action]:
    ready = {case.what for case in state.prepared}
    for name in state.picked:
        if name not in ready and needs_council(name, state, scenario):
            yield PrepareCase(name, strategy.involves, strategy.hears)
            yield PrepareCase(name, strategy.involves, False)
            yield PrepareCase(name, False, strategy.hears)


def _specials(state: GameState, scenario: Scenario) -> Iterator[Action]:
    """Each role's own card as soon as it helps; a trial is begun again only by luck elsewhere."""
    for role in ("hr", "cocreation", "union"):
        if role in roles_in(state) and not is_used(role, state):
            yield from (UseSpecial(role, name) for name in targets(role, state, scenario))


def _picks(strategy: Strategy, state: GameState, scenario: Scenario) -> Iterator[str]:
    """What is taken next, the most wanted first, as long as there is room and strength for it."""
    yield from _steps(strategy, state, scenario)
    cards = [name for name in state.picked if "." not in name]
    if len(cards) >= strategy.most + (state.turn_years - 1) // 2:
        return
    if state.now["money"] < strategy.money_floor:
        return
    for name in _wanted(strategy, state, scenario):
        if _within(strategy, name, state, scenario):
            yield name


def _wanted(strategy: Strategy, state: GameState, scenario: Scenario) -> list[str]:
    """The cards of the table that the strategy wants, the most wanted first."""
    pledged = {pledge.pillar for pledge in state.pledges if pledge.kept is None}
    trials = len(open_trials(state, scenario))
    found = []
    for name in state.table:
        if name in state.picked or name in strategy.avoids:
            continue
        pillar = pillar_of(name, scenario)
        level = strategy.wants.get(name, strategy.pillars.get(pillar, 0.0))
        if pillar in pledged and strategy.offer == "accept":
            level += PLEDGED * (strategy.follows_up or level > 0.0)
        if is_trial(find_measure(name, scenario)) and trials >= strategy.most_trials:
            continue
        if level > 0.0:
            found.append((level, name))
    return [name for _, name in sorted(found, key=lambda one: -one[0])]


def _within(strategy: Strategy, name: str, state: GameState, scenario: Scenario) -> bool:
    """Whether a card leaves what the strategy wants to keep, and a case its talks."""
    spent = sum(cost_nok(picked, state, scenario) for picked in state.picked)
    cost = cost_nok(name, state, scenario)
    fits = spent + cost <= strategy.room_share * room_total_nok(state) or cost <= 0.0
    talks = int(strategy.involves and needs_council(name, state, scenario))
    keeps = strategy.spare_effort + talks
    left = effort_left(state, scenario) - effort_of(name, state, scenario)
    return fits and left >= keeps


def _steps(strategy: Strategy, state: GameState, scenario: Scenario) -> Iterator[str]:
    """The steps of earlier cards: a trial is measured before it is used, if one measures."""
    for name in steps_open(state, scenario):
        step = name.partition(".")[2]
        if name in state.picked or name in strategy.avoids:
            continue
        if step in (EVALUATED, STOPPED, PUT_TO_USE):
            if _ripe(strategy, name, state, scenario):
                yield name
        elif step == strategy.gain or name in strategy.wants:
            yield name
        elif step not in SHAPES and strategy.follows_up:
            yield name


def _ripe(strategy: Strategy, name: str, state: GameState, scenario: Scenario) -> bool:
    """Whether a trial goes to this stage now."""
    card, _, step = name.partition(".")
    decided = chosen_names(state)
    measured = f"{card}.{EVALUATED}" in decided
    if step == EVALUATED:
        last = state.year + state.turn_years > state.last_year
        return strategy.evaluates and not last
    if not strategy.puts_to_use or (strategy.evaluates and not measured):
        return False
    # whoever has measured a trial knows if it gives nothing
    redrawn = was_redrawn(name, decided)
    use = f"{card}.{PUT_TO_USE}"
    n = state.parameters.n
    empty = measured and strength(use, state.year, state.seed, n, scenario, redrawn) <= 0.0
    return empty == (step == STOPPED)
