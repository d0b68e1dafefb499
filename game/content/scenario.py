"""The form of a scenario: what an author fills in, and what the engine gets.

Frozen, and closed: a field that is not named here does not exist. All numbers are in base units
(shares 0-1, money in kroner, years as whole numbers). How values are written is in `fields.py`;
conditions and effects are in `effects.py`.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from game.content.effects import Condition, Effect
from game.content.fields import (
    LAST_YEAR,
    Effort,
    FirstYear,
    Id,
    Line,
    SomeYears,
    Turns,
    Word,
    Years,
    YesNo,
)
from game.content.form import Amount, Form, Text
from game.content.municipality import Municipality
from game.content.place_names import PlaceNames
from game.content.quantity import Unclear
from game.content.words import Certainty, InnovationKind, Language, Party, Pillar

__all__ = [
    "Amount",
    "Condition",
    "Effect",
    "Event",
    "FollowUp",
    "Form",
    "Measure",
    "Municipality",
    "Option",
    "Scenario",
    "ScenarioHead",
    "Text",
]

NOTHING = Amount(value=0.0)
PUT_TO_USE = "put_to_use"
TRIAL_STAGES = ("evaluated", "stopped", "gain_service", "gain_calm", "gain_savings", "lab_day")
"""What every innovation project can go through, besides what its own card says."""


class Costly(Form):
    """What both a measure and a choice cost: money, money each year, effort and time.

    `cost_lasts` is how many years the yearly cost runs; 0 means for as long as the game lasts.
    `takes` is how many years the work holds on to the effort; 0 means it is done at once.
    """

    cost: Amount = NOTHING
    yearly_cost: Amount = NOTHING
    cost_lasts: Years = 0
    effort: Effort = 0
    takes: Years = 0

    @field_validator("cost", "yearly_cost")
    @classmethod
    def _no_income(cls, amount: Amount) -> Amount:
        if amount.value < 0:
            raise Unclear(
                "En kostnad kan ikke være negativ.",
                "Skriv inntekten som en virkning: «change: reserve_fund» eller «change: revenue».",
            )
        return amount


class Option(Costly):
    """One answer to an event. In the file the key is `choices`."""

    id: Id
    label: Text
    when: tuple[Condition, ...] = ()
    effects: tuple[Effect, ...] = ()


class FollowUp(Option):
    """A step that can be taken once its card is chosen. `ready_after` is counted from the card."""

    text: Text | None = None
    ready_after: Years = 0


class Measure(Costly):
    """Something the players can decide to do: a card.

    A card with a follow-up called `put_to_use` is an innovation project: its own effects are those
    of the trial, and the gain comes when it is put to use. A case for the `council` needs a vote.
    """

    id: Id
    pillar: Annotated[Pillar, Word]
    dealt: YesNo = True
    council: YesNo = False
    welcomed_by: tuple[Annotated[Party, Word], ...] = ()
    feared_by: tuple[Annotated[Party, Word], ...] = ()
    innovation_kind: Annotated[InnovationKind, Word] | None = None
    icon: Line
    title: Text
    text: Text
    repeat_after: SomeYears | None = None
    certainty: Annotated[Certainty, Word] = "likely"
    liked_by: Text | None = None
    disliked_by: Text | None = None
    source: Line | None = None
    when: tuple[Condition, ...] = ()
    joker_when: tuple[Condition, ...] = ()
    effects: tuple[Effect, ...] = Field(min_length=1)
    follow_ups: tuple[FollowUp, ...] = Field(default=(), max_length=7)

    @property
    def put_to_use(self) -> FollowUp | None:
        """The last stage of an innovation project; None for other cards."""
        return next((step for step in self.follow_ups if step.id == PUT_TO_USE), None)


class Event(Form):
    """Something that happens, and that the players must answer."""

    id: Id
    icon: Line
    title: Text
    text: Text
    talk: Text | None = None
    when: tuple[Condition, ...] = ()
    urgent: YesNo = False
    council: YesNo = False
    """Whether it comes only where there is a council."""
    # before `once`, which is checked against it
    repeat_after: SomeYears | None = None
    once: YesNo = True
    who: Text | None = None
    effects: tuple[Effect, ...] = ()
    choices: tuple[Option, ...] = Field(min_length=2, max_length=3)

    @model_validator(mode="before")
    @classmethod
    def _what_repeats_is_not_once(cls, written: object) -> object:
        if isinstance(written, dict) and "repeat_after" in written and "once" not in written:
            return {**written, "once": False}
        return written

    @field_validator("once")
    @classmethod
    def _says_when_it_comes_again(cls, once: bool, info: ValidationInfo) -> bool:
        if "repeat_after" not in info.data:
            return once
        repeats = info.data["repeat_after"] is not None
        if not once and not repeats:
            raise Unclear(
                "«once: no» virker ikke alene. Spillet vet ikke når hendelsen kan komme igjen.",
                "Legg til «repeat_after: 4 years», eller fjern linja.",
            )
        if once and repeats:
            raise Unclear(
                "«once» og «repeat_after» sier imot hverandre.",
                "Skriv «once: no», eller fjern «repeat_after».",
            )
        return once


class ScenarioHead(Form):
    """All of a scenario but its measures and events: enough to present it in a menu."""

    format: Literal[1]
    id: Id
    language: Annotated[Language, Word]
    title: Text
    summary: Text
    strength: Text
    knot: Text
    starts: FirstYear
    turns: Turns
    municipality: Municipality
    names: PlaceNames = PlaceNames()

    @model_validator(mode="before")
    @classmethod
    def _format_is_a_number(cls, written: object) -> object:
        if isinstance(written, dict) and str(written.get("format", "")).strip() == "1":
            return {**written, "format": 1}
        return written

    @field_validator("turns")
    @classmethod
    def _ends_while_the_tables_hold(cls, turns: int, info: ValidationInfo) -> int:
        starts = info.data.get("starts")
        if starts is not None and starts + turns - 1 > LAST_YEAR:
            raise Unclear(
                f"Spillet ville slutte i {starts + turns - 1}, men tallene rekker bare "
                f"til {LAST_YEAR}.",
                f"Skriv høyst {LAST_YEAR - starts + 1}, eller begynn før.",
            )
        return turns


class Scenario(ScenarioHead):
    """A whole scenario, with the measures and events it uses looked up in the library."""

    measures: tuple[Measure, ...] = ()
    events: tuple[Event, ...] = ()

    @cached_property
    def decisions(self) -> dict[str, Costly]:
        """Everything that can be decided, by name: `card`, `card.step` or `event.option`.

        An innovation project also goes through the shared stages: `card.evaluated`, and so on.
        """
        found: dict[str, Costly] = {measure.id: measure for measure in self.measures}
        for event in self.events:
            found |= {f"{event.id}.{option.id}": option for option in event.choices}
        for measure in self.measures:
            found |= {f"{measure.id}.{step.id}": step for step in measure.follow_ups}
            if measure.put_to_use:
                shared = [stage for stage in TRIAL_STAGES if f"trial_{stage}" in found]
                found |= {f"{measure.id}.{stage}": found[f"trial_{stage}"] for stage in shared}
        return found

    @cached_property
    def causes(self) -> dict[str, tuple[Effect, ...]]:
        """The effects of every decision, and of every event that has its own, by name."""
        found = {name: tuple(getattr(d, "effects", ())) for name, d in self.decisions.items()}
        return found | {event.id: event.effects for event in self.events}

    @property
    def last_year(self) -> int:
        """The last year that is played."""
        return self.starts + self.turns - 1
