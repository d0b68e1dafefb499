"""The roles' own cards, one each, once a game: what each may be used on."""

from __future__ import annotations

from game.content.scenario import Scenario
from game.engine.council import needs_council
from game.engine.game_state import GameState
from game.engine.trials import open_trials, pillar_of

ROLES = ("director", "hr", "finance", "development", "cocreation", "union")
DEVELOPMENT, HR = "development", "hr"
MOST_ROLES = len(ROLES)


def roles_in(state: GameState) -> tuple[str, ...]:
    """The roles at the table; with four, finance and co-creation are played by others."""
    few = ("director", "hr", "development", "union")
    count = state.setup.preset.roles
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
            return open_trials(state, scenario)
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


def decision_of(role: str, target: str) -> str:
    """What a role's card is as a decision of its own; empty when it only changes another."""
    if role == HR:
        return "special_hr"
    return f"{target}.lab_day" if role == DEVELOPMENT else ""
