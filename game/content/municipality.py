"""The form of a municipality as it is on the day the game starts.

The limits are as wide as the model can bear: within them every game can be played to its end.
"""

from __future__ import annotations

from pydantic import ValidationInfo, field_validator

from game.content.fields import (
    AgencyShare,
    ApplicantLevel,
    DebtShare,
    FullTimeShare,
    Index,
    Kroner,
    LabourMarket,
    Landscape,
    Line,
    PayrollTaxShare,
    Persons,
    PositionSize,
    ResultShare,
    Revenue,
    SickLeaveRate,
    TurnoverRate,
    UseDecline,
    VacancyShare,
)
from game.content.form import Form
from game.content.quantity import Unclear
from game.content.words import AGE_GROUPS, AgeGroup
from game.text.numbers import number

FEWEST, MOST = 200, 800_000
"""Inhabitants: a little beyond the smallest and the largest municipality there is."""
LOWEST_FUND, HIGHEST_FUND = -0.20, 1.0
"""Parts of a year's revenue."""


def _mnok(amount: float) -> str:
    """A limit as an author may write it, in whole millions inside the limit."""
    return f"{number(int(amount / 1_000_000))} mnok"


class Municipality(Form):
    """The municipality on the day the game starts."""

    name: Line
    landscape: Landscape
    labour_market: LabourMarket
    inhabitants: dict[AgeGroup, Persons]
    position_size: PositionSize
    full_time_share: FullTimeShare
    sick_leave_rate: SickLeaveRate
    turnover_rate: TurnoverRate
    agency_share: AgencyShare
    vacancy_share: VacancyShare
    revenue_per_inhabitant: Revenue
    # after the revenue and the inhabitants, which it is checked against
    reserve_fund: Kroner
    net_operating_result_share: ResultShare
    payroll_tax_share: PayrollTaxShare
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
    # what an author may leave out
    partnership: Index = 50.0
    trials: Index = 25.0
    proven: Index = 25.0
    debt_share: DebtShare = 1.14
    applicant_level: ApplicantLevel = 1.0
    care_use_decline_rate: UseDecline | None = None

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

    @field_validator("inhabitants")
    @classmethod
    def _the_size_of_a_municipality(cls, inhabitants: dict[AgeGroup, int]) -> dict[AgeGroup, int]:
        total = sum(inhabitants.values())
        if not FEWEST <= total <= MOST:
            raise Unclear(
                f"Til sammen bor det {number(total)} i kommunen. Det er utenfor grensene.",
                f"Alle gruppene skal til sammen være fra {FEWEST} til {number(MOST)}.",
            )
        return inhabitants

    @field_validator("reserve_fund")
    @classmethod
    def _a_fund_the_revenue_can_bear(cls, fund: float, info: ValidationInfo) -> float:
        inhabitants = info.data.get("inhabitants")
        for_each = info.data.get("revenue_per_inhabitant")
        if inhabitants is None or for_each is None:
            return fund
        revenue = for_each * sum(inhabitants.values())
        lowest, highest = LOWEST_FUND * revenue, HIGHEST_FUND * revenue
        if not lowest <= fund <= highest:
            raise Unclear(
                f"«{{written}}» er utenfor grensene i spillet: fra {number(LOWEST_FUND * 100)} % "
                f"til {number(HIGHEST_FUND * 100)} % av det kommunen får inn på ett år.",
                f"Skriv et beløp fra {_mnok(lowest)} til {_mnok(highest)}.",
            )
        return fund
