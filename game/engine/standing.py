"""Rød liste, mistillit, beredskap and no majority: states one is in, and climbs out of again."""

from __future__ import annotations

from enum import Enum

from game.engine.game_state import GameState
from game.model.lanes import Array

SEATS = 35
MAJORITY, TWO_THIRDS = 18, 24
ELECTION_YEARS = (2027, 2031, 2035, 2039)
FEWER_CARDS = 3


class Standing(Enum):
    """A state that changes the rules for as long as it lasts."""

    RED_LIST = "red_list"
    MISTRUST = "mistrust"
    EMERGENCY = "emergency"
    MINORITY = "minority"


def standings(state: GameState) -> tuple[Standing, ...]:
    """The states the municipality is in this turn."""
    n, now = state.parameters.n, state.now
    found = {
        Standing.RED_LIST: now["robek"] > 1 / 2,
        Standing.MISTRUST: now["trust"] < number_of(n.mistrust_below),
        Standing.EMERGENCY: now["staffing"] < number_of(n.emergency_below),
        Standing.MINORITY: _has_been_judged(state) and now["friendly_seats"] < MAJORITY,
    }
    return tuple(standing for standing, holds in found.items() if holds)


def _has_been_judged(state: GameState) -> bool:
    """Whether there is a council, and voters have had their say since the players took over."""
    elected = any(state.first_year <= year < state.year for year in ELECTION_YEARS)
    return state.setup.preset.council and elected


def lost_effort(effort: int, state: GameState) -> int:
    """The effort that is left when holes and quarrels have had theirs; always at least one."""
    here = standings(state)
    if Standing.EMERGENCY in here:
        effort = (effort + 1) // 2
    if Standing.MINORITY in here:
        effort -= int(number_of(state.parameters.n.minority_effort))
    return max(1, effort)


def seats_needed(state: GameState) -> int:
    """How many of the 35 a case needs."""
    return TWO_THIRDS if Standing.MISTRUST in standings(state) else MAJORITY


def cards_on_table(usual: int, state: GameState) -> int:
    """Fewer cards where every krone must be approved."""
    return FEWER_CARDS if Standing.RED_LIST in standings(state) else usual


def number_of(parameter: Array) -> float:
    """A parameter that is one number."""
    return float(parameter[0, 0, 0])
