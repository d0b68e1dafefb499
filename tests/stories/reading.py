"""Reads what a story expects: `trust: above 50`, or `trust: higher here than there`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from game.content.effects import Condition
from game.engine.conditions import holds
from game.engine.council import broken_pledges
from game.engine.game_state import Chosen, GameState
from game.engine.resources import (
    bound_ahead,
    effort_left,
    effort_total,
    room_total_nok,
)
from game.engine.standing import seats_needed
from game.engine.strategy import living_goals
from game.engine.trials import open_trials
from game.model.variables import VARIABLES
from tests.stories.runner import Game

SIDES = {
    "higher here than there": lambda here, there, least: here > there + least,
    "lower here than there": lambda here, there, least: here < there - least,
    "the same here and there": lambda here, there, least: here == there,
}
SEEN = {"index": 0.1, "share": 0.0005}
"""The least difference that can be seen: a tenth of a point, a twentieth of a per cent."""
SEEN_OF_OTHERS = 0.0005
SEEN_IN_RULES = 0.005
NUMBER = re.compile(r"(above|below|at least|at most|is) (-?[\d,]+)$")
CHECKS: dict[str, Callable[[float, float], bool]] = {
    "above": lambda value, limit: value > limit,
    "below": lambda value, limit: value < limit,
    "at least": lambda value, limit: value >= limit,
    "at most": lambda value, limit: value <= limit,
    "is": lambda value, limit: value == limit,
}


def check(game: Game, year: int, name: str, said: str) -> None:
    """That what is said of a year is so. Raises AssertionError that tells what it is instead."""
    if name in ("happens", "never"):
        decided = {entry.what for entry in game.state.chosen if entry.year == year}
        assert (said in decided) is (name == "happens"), f"{year}: det skjedde: {sorted(decided)}"
        return
    value = value_of(game, year, name)
    assert _is_so(name, said, value), f"{year}: {name} er {value:.4g}, men skulle være {said}"


def compare(here: Game, there: Game, year: int, name: str, said: str) -> None:
    """That the two games differ as is said."""
    one, other = value_of(here, year, name), value_of(there, year, name)
    found = SIDES[said](one, other, _least(name, other))
    assert found, f"{year}: {name} er {one:.5g} her og {other:.5g} der, men skulle være {said}"


def value_of(game: Game, year: int, name: str) -> float:
    """A quantity at the end of a year, or what the rules count in it."""
    if name in VARIABLES:
        return next(r.values[name] for r in game.state.records if r.year == year)
    if name in RULES:
        return RULES[name](_at_start(game, year), game)
    what, _, card = name.rpartition(" ")
    if what == "seats for":
        return float(sum(game.votes[year, card].yes))
    entry = _decided(game, year, card)
    return {"strength of": entry.weight, "years late of": float(entry.delay)}[what]


def _at_start(game: Game, year: int) -> GameState:
    return game.session.year_starts[year]


def _decided(game: Game, year: int, card: str) -> Chosen:
    found = [entry for entry in game.state.chosen if (entry.year, entry.what) == (year, card)]
    assert found, f"{card} ble ikke bestemt i {year}"
    return found[0]


def _is_so(name: str, said: str, value: float) -> bool:
    if name in VARIABLES:
        condition = Condition.model_validate({name: said}, context={})
        return holds(condition, {name: value}, frozenset(), 0.0)
    match = NUMBER.match(str(said))
    assert match, f"«{said}» er ikke noe å måle mot"
    return CHECKS[match[1]](value, float(match[2].replace(",", ".")))


def _least(name: str, value: float) -> float:
    if name not in VARIABLES:
        return SEEN_IN_RULES
    return SEEN.get(VARIABLES[name].unit, SEEN_OF_OTHERS * abs(value))


RULES: Mapping[str, Callable[[GameState, Game], float]] = {
    "effort": lambda state, game: float(effort_total(state)),
    "effort left": lambda state, game: float(effort_left(state, game.session.scenario)),
    "room": lambda state, game: room_total_nok(state),
    "bound next year": lambda state, game: bound_ahead(state, game.session.scenario)[1],
    "cards on table": lambda state, game: float(len(state.table)),
    "open trials": lambda state, game: float(len(open_trials(state, game.session.scenario))),
    "goals alive": lambda state, game: float(len(living_goals(state, game.session.scenario))),
    "seats needed": lambda state, game: float(seats_needed(state)),
    "promises kept": lambda state, game: float(
        sum(pledge.kept is True for pledge in state.pledges)
    ),
    "promises broken": lambda state, game: float(broken_pledges(state)),
}
"""What the rules count at the start of a turn."""
