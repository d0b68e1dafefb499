"""The form of a scenario: what an author fills in, and what the engine gets.

Frozen, and closed: a field that is not named here does not exist. All numbers are in base units
(shares 0-1, money in kroner, years as whole numbers). How values are written is in `fields.py`;
conditions and effects are in `effects.py`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from game.content.effects import Condition, Effect
from game.content.fields import (
    CalendarYear,
    Count,
    Effort,
    Id,
    Index,
    Kroner,
    Line,
    Share,
    SomeYears,
    Turns,
    WideShare,
    Word,
    Years,
    YesNo,
)
from game.content.form import Amount, Form, Text
from game.content.quantity import Unclear
from game.content.words import AGE_GROUPS, AgeGroup, Certainty, LabourMarket, Language, Pillar

__all__ = [
    "Amount",
    "Condition",
    "Effect",
    "Event",
    "Form",
    "Measure",
    "Municipality",
    "Option",
    "Scenario",
    "ScenarioHead",
    "Text",
]

NOTHING = Amount(value=0.0)


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


class Measure(Costly):
    """Something the players can decide to do: a card."""

    id: Id
    pillar: Annotated[Pillar, Word]
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


class Option(Costly):
    """One answer to an event. In the file the key is `choices`."""

    id: Id
    label: Text
    effects: tuple[Effect, ...] = ()


class Event(Form):
    """Something that happens, and that the players must answer."""

    id: Id
    icon: Line
    title: Text
    text: Text
    talk: Text | None = None
    when: tuple[Condition, ...] = ()
    urgent: YesNo = False
    once: YesNo = True
    repeat_after: SomeYears | None = None
    who: Text | None = None
    effects: tuple[Effect, ...] = ()
    choices: tuple[Option, ...] = Field(min_length=2, max_length=3)

    @model_validator(mode="before")
    @classmethod
    def _what_repeats_is_not_once(cls, written: object) -> object:
        if isinstance(written, dict) and "repeat_after" in written and "once" not in written:
            return {**written, "once": False}
        return written


class Municipality(Form):
    """The municipality on the day the game starts."""

    name: Line
    landscape: Line
    labour_market: Annotated[LabourMarket, Word]
    inhabitants: dict[AgeGroup, Count]
    position_size: Share
    full_time_share: Share
    sick_leave_rate: Share
    turnover_rate: Share
    agency_share: Share
    vacancy_share: Share
    reserve_fund: Kroner
    debt_share: WideShare
    revenue_per_inhabitant: Kroner
    net_operating_result_share: WideShare
    payroll_tax_share: Share
    trust: Index
    wellbeing: Index
    reputation: Index
    leadership: Index
    competence_match: Index
    full_time_culture: Index
    innovation: Index
    volunteers: Index
    change_capacity: Index
    neighbour_pay: Index

    @property
    def total_inhabitants(self) -> int:
        """Everyone who lives there."""
        return sum(self.inhabitants.values())

    @field_validator("inhabitants")
    @classmethod
    def _every_age_group(cls, inhabitants: dict[AgeGroup, int]) -> dict[AgeGroup, int]:
        absent = [group for group in AGE_GROUPS if group not in inhabitants]
        if absent:
            raise Unclear(
                f"«inhabitants» mangler {', '.join(absent)}.",
                f"Skriv alle: {', '.join(AGE_GROUPS)}.",
            )
        return inhabitants


class ScenarioHead(Form):
    """All of a scenario but its measures and events: enough to present it in a menu."""

    format: Literal[1]
    id: Id
    language: Annotated[Language, Word]
    title: Text
    summary: Text
    strength: Text
    knot: Text
    starts: CalendarYear
    turns: Turns
    municipality: Municipality

    @model_validator(mode="before")
    @classmethod
    def _format_is_a_number(cls, written: object) -> object:
        if isinstance(written, dict) and str(written.get("format", "")).strip() == "1":
            return {**written, "format": 1}
        return written


class Scenario(ScenarioHead):
    """A whole scenario, with the measures and events it uses looked up in the library."""

    measures: tuple[Measure, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def last_year(self) -> int:
        """The last year that is played."""
        return self.starts + self.turns - 1
