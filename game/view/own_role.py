"""The seats one can choose before a game, and what the chosen one sees and wants in it."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.common.roles import Role, load_roles
from game.content.scenario import Scenario
from game.engine.endings import role_results
from game.engine.game_state import GameState
from game.engine.setup import Setup
from game.engine.specials import is_used, roles_at, roles_in
from game.text.translate import Translator
from game.view.private_facts import private_fact
from game.view.role_cards import letter_of

TEAM = "team"
"""No seat of one's own: the player looks at the whole table."""


@dataclass(frozen=True)
class SeatView:
    """One seat that can be chosen. Without a letter it is the whole team."""

    id: str
    letter: str
    name: str
    sees: str
    goal: str
    special: str


@dataclass(frozen=True)
class OwnRoleView:
    """The chosen role in a game: what only it knows this year, and how its goal stands."""

    role: str
    letter: str
    name: str
    fact: str
    goal: str
    on_course: bool
    standing: str
    special: str
    special_left: bool


def seats(setup: Setup, t: Translator) -> tuple[SeatView, ...]:
    """The seats of a game of this length, the whole team first; none where nobody has a role."""
    at_table = roles_at(setup.preset.roles)
    if not at_table:
        return ()
    team = SeatView(TEAM, "", t("seat.team"), t("seat.team.sees"), t("seat.team.goal"), "")
    return (team, *(_seat(role, t) for role in load_roles() if role.id in at_table))


def _seat(role: Role, t: Translator) -> SeatView:
    return SeatView(
        id=role.id,
        letter=letter_of(role.id, t),
        name=t.pick(role.name),
        sees=t.pick(role.sees_alone),
        goal=t.pick(role.goal),
        special=t("seat.special", name=t.pick(role.special.name), text=t.pick(role.special.text)),
    )


def own_role(role: str, state: GameState, scenario: Scenario, t: Translator) -> OwnRoleView | None:
    """The chosen role in this game; None for the whole team, or where the role has no seat."""
    if role not in roles_in(state):
        return None
    form = next(one for one in load_roles() if one.id == role)
    fact = private_fact(role, state, scenario, t)
    on_course = role_results(state, scenario).get(role, False)
    return OwnRoleView(
        role=role,
        letter=fact.letter,
        name=fact.name,
        fact=fact.text,
        goal=t.pick(form.goal),
        on_course=on_course,
        standing=t("seat.goal.holds" if on_course else "seat.goal.not_yet"),
        special=t.pick(form.special.name),
        special_left=not is_used(role, state),
    )
