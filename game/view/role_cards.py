"""The roles' own cards, one each, once a game: what they are and what they can be used on now."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.common.roles import Role, load_roles
from game.content.scenario import Scenario
from game.engine.game_state import GameState
from game.engine.specials import is_used, roles_in, targets
from game.text.translate import Translator
from game.view.names import cause_name


@dataclass(frozen=True)
class TargetView:
    """What a card can be used on; without a name it needs nothing."""

    name: str
    label: str


@dataclass(frozen=True)
class RoleCardView:
    """One role's card. `used` is the year it was used, or 0; `used_now` can be taken back."""

    role: str
    letter: str
    role_name: str
    name: str
    text: str
    used: int
    used_now: bool
    used_on: str
    targets: tuple[TargetView, ...]
    status: str

    @property
    def enabled(self) -> bool:
        """Whether it can be used, or taken back."""
        return self.used_now or (not self.used and bool(self.targets))


def role_of(id_: str) -> Role:
    """The role with this id. Raises StopIteration when there is none."""
    return next(role for role in load_roles() if role.id == id_)


def letter_of(id_: str, t: Translator) -> str:
    """The letter of a role: one its name has in the language that is read."""
    return t(f"role.letter.{id_}")


def role_cards(state: GameState, scenario: Scenario, t: Translator) -> tuple[RoleCardView, ...]:
    """One for each role at the table."""
    return tuple(_card(role_of(id_), state, scenario, t) for id_ in roles_in(state))


def _card(role: Role, state: GameState, scenario: Scenario, t: Translator) -> RoleCardView:
    special = next((one for one in state.specials if one.role == role.id), None)
    used_now = special is not None and special.year == state.year
    open_to = () if is_used(role.id, state) else targets(role.id, state, scenario)
    on = cause_name(special.what, scenario, t) if special and special.what else ""
    return RoleCardView(
        role=role.id,
        letter=letter_of(role.id, t),
        role_name=t.pick(role.name),
        name=t.pick(role.special.name),
        text=t.pick(role.special.text),
        used=special.year if special else 0,
        used_now=used_now,
        used_on=on,
        targets=tuple(
            TargetView(name, cause_name(name, scenario, t) if name else "") for name in open_to
        ),
        status=_status(special.year if special else 0, used_now, bool(open_to), t),
    )


def _status(year: int, used_now: bool, ready: bool, t: Translator) -> str:
    if used_now:
        return t("rule.special.used_now")
    if year:
        return t("rule.special.used", year=year)
    return t("rule.special.ready" if ready else "rule.special.waits")
