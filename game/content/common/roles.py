"""The roles round the table: what each sees alone, wants, and says as an adviser in solo play."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field, ValidationInfo, field_validator, model_validator

from game.content.common.reading import load_common
from game.content.common.told import (
    CommonFile,
    Direction,
    KnownName,
    MeasuredName,
    RoleId,
    Slip,
    Told,
    change_in_unit,
    not_all_there,
    whole_number,
    written_twice,
)
from game.content.effects import Condition
from game.content.fields import Id, Line, Word, YesNo
from game.content.form import Form
from game.content.quantity import Unclear

Fact = Literal[
    "state_grant",
    "who_quits",
    "true_costs",
    "trial_results",
    "organisations",
    "rota_mood",
    "graduating_class",
]
"""The kind of private fact a role is told; the engine knows how to fill each."""
AimKind = Literal[
    "change", "always", "no_meter_in_crisis", "solutions_in_use", "cases_discussed_early"
]
QUANTITY = "quantity"


class Aim(Form):
    """One test of a role's goal. All tests of a role must hold.

    `change`: the variable has moved `by` since the start. `always`: `holds` was true every year.
    `solutions_in_use`: at least `count` trials are put to use. The two others need nothing more.
    """

    kind: Annotated[AimKind, Word]
    variable: MeasuredName | None = None
    direction: Annotated[Direction, Word] = "up"
    by: float = 0.0
    holds: Condition | None = None
    count: Annotated[int, whole_number(1, 10)] = 1

    @field_validator("by", mode="before")
    @classmethod
    def _in_the_right_unit(cls, written: object, info: ValidationInfo) -> object:
        return change_in_unit(written, info.data.get("variable") or "")

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Aim:
        needed = {"change": self.variable, "always": self.holds}
        if self.kind in needed and needed[self.kind] is None:
            field = "variable" if self.kind == "change" else "holds"
            raise Unclear(f"«{self.kind}» trenger «{field}».", f"Legg til «{field}: …».")
        return self


class Reason(Form):
    """Why a role argues for or against a card that moves one of these quantities that way.

    Where there are several quantities the text holds `{quantity}`, their name in the glossary.
    """

    moves: tuple[KnownName, ...] = Field(min_length=1)
    direction: Annotated[Direction, Word]
    stance: Annotated[Literal["for", "against"], Word]
    text: Told

    @model_validator(mode="after")
    def _names_what_moves(self) -> Reason:
        for said in (self.text.nb, self.text.nn, self.text.en):
            named = {name for _, name, _, _ in Formatter().parse(said) if name is not None}
            if named - {QUANTITY}:
                what = f"«{{{min(named)}}}» kan ikke stå i teksten."
                raise Unclear(what, f"Bruk bare «{{{QUANTITY}}}».")
            if len(self.moves) > 1 and not named:
                what = "Teksten gjelder flere størrelser, men sier ikke hvilken."
                raise Unclear(what, f"Skriv «{{{QUANTITY}}}» der navnet skal stå.")
        return self


class Special(Form):
    """What a role can do once in a game."""

    id: Id
    name: Told
    text: Told


class Role(Form):
    """One seat at the table. `pulls_against` are the roles it will often disagree with."""

    id: Id
    name: Told
    letter: Line
    knows: Annotated[Fact, Word]
    sees_alone: Told
    goal: Told
    aims: tuple[Aim, ...] = Field(min_length=1)
    pulls_against: tuple[Annotated[RoleId, Word], ...] = Field(min_length=1)
    special: Special
    replaces_any: YesNo = False
    reasons: tuple[Reason, ...] = Field(min_length=6)


class RolesFile(CommonFile):
    """roles.yaml."""

    name: ClassVar[str] = "roles.yaml"
    roles: tuple[Role, ...] = Field(min_length=1)

    def slips(self) -> Iterator[Slip]:
        """Roles that are missing or there twice."""
        yield from written_twice("roles", self.roles)
        yield from not_all_there("roles", self.roles, get_args(RoleId))


def load_roles() -> tuple[Role, ...]:
    """The six roles, and last the leader of the youth council who can stand in for any."""
    return load_common(RolesFile).roles
