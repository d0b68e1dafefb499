"""The roles' own cards, one each, once a game: what each may be used on."""

from __future__ import annotations

from game.content.scenario import Scenario
from game.engine.council import needs_council
from game.engine.decisions import lab_day_of
from game.engine.game_state import GameState
from game.engine.trials import excludes, open_trials, pillar_of

ROLES = ("director", "hr", "finance", "development", "cocreation", "union")
DEVELOPMENT, HR = "development", "hr"
MOST_ROLES = len(ROLES)


def roles_in(state: GameState) -> tuple[str, ...]:
    """The roles at the table of a game."""
    return roles_at(state.setup.preset.roles)


def roles_at(count: int) -> tuple[str, ...]:
    """The roles at a table of so many; with four, finance and co-creation are played by others."""
    few = ("director", "hr", "development", "union")
    return ROLES if count >= MOST_ROLES else few[:count]


def is_used(role: str, state: GameState) -> bool:
    """Whether a role has used its card."""
    return any(special.role == role for special in state.specials)


def targets(role: str, state: GameState, scenario: Scenario) -> tuple[str, ...]:
    """What a role's card can be used on this turn; `("",)` when it needs nothing."""
    picked = state.picked
    match role:
        case "hr":
            return ("",)
        case "development":
            trials = open_trials(state, scenario)
            return tuple(trial for trial in trials if not ends_now(trial, state))
        case "cocreation":
            return tuple(p for p in picked if pillar_of(p, scenario) == "volunteering")
        case "union":
            return tuple(p for p in picked if needs_council(p, state, scenario))
        case "director":
            return tuple(p for p in picked if "." not in p and not _is_late(p, state))
        case _:
            return tuple(p for p in picked if "." not in p)


def _is_late(name: str, state: GameState) -> bool:
    return any(case.what == name and case.hearing for case in state.prepared)


def ends_now(trial: str, state: GameState) -> bool:
    """Whether a trial is stopped or put to use this turn, and so cannot begin again."""
    return any(excludes(lab_day_of(trial), picked) for picked in state.picked)


def begins_again(name: str, state: GameState) -> bool:
    """Whether a step would end a trial that a lab day begins again this turn."""
    return any(
        special.role == DEVELOPMENT
        and special.year == state.year
        and excludes(lab_day_of(special.what), name)
        for special in state.specials
    )


def decision_of(role: str, target: str) -> str:
    """What a role's card is as a decision of its own; empty when it only changes another."""
    if role == HR:
        return "special_hr"
    return lab_day_of(target) if role == DEVELOPMENT else ""
