"""Every quantity that content may read or change: name, unit, and how a change to it works.

The list is closed. Scenario files, the checker, «Hvorfor?» and the book all read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["index", "share", "relative", "nok", "fte", "persons", "year"]
Change = Literal["stock", "rate", "read_only"]


@dataclass(frozen=True)
class Variable:
    """One named quantity.

    `unit`: index is 0-100; share is 0-1 (shown in per cent); relative is a factor around 1
    (changed in per cent); nok is whole kroner; fte and persons are counts.

    `change`: a change to a *stock* is added once, and the stock then lives on by its own equation.
    A change to a *rate* is a shift that stays for as long as the effect lasts. *read_only* can be
    used in conditions but not in effects.
    """

    id: str
    unit: Unit
    change: Change
    rising_is: Literal["good", "bad", "neutral"]
    lowest: float
    highest: float


def _table() -> tuple[Variable, ...]:
    rows: list[tuple[str, Unit, Change, Literal["good", "bad", "neutral"], float, float]] = [
        # the five meters
        ("staffing", "share", "read_only", "good", 0.0, 2.0),
        ("services", "index", "read_only", "good", 0.0, 100.0),
        ("wellbeing", "index", "stock", "good", 0.0, 100.0),
        ("trust", "index", "stock", "good", 0.0, 100.0),
        ("money", "index", "read_only", "good", 0.0, 100.0),
        # soft stocks
        ("reputation", "index", "stock", "good", 0.0, 100.0),
        ("leadership", "index", "stock", "good", 0.0, 100.0),
        ("competence_match", "index", "stock", "good", 0.0, 100.0),
        ("full_time_culture", "index", "stock", "good", 0.0, 100.0),
        ("innovation", "index", "stock", "good", 0.0, 100.0),
        ("volunteers", "index", "stock", "good", 0.0, 100.0),
        ("change_capacity", "index", "stock", "good", 0.0, 100.0),
        ("neighbour_pay", "index", "stock", "bad", 0.0, 100.0),
        # the work force
        ("sick_leave_rate", "share", "rate", "bad", 0.0, 1.0),
        ("turnover_rate", "share", "rate", "bad", 0.0, 1.0),
        ("position_size", "share", "rate", "good", 0.0, 1.0),
        ("agency_share", "share", "rate", "bad", 0.0, 1.0),
        ("retirement_rate", "relative", "rate", "bad", 0.0, 3.0),
        ("applicants", "relative", "rate", "good", 0.0, 3.0),
        ("care_applicants", "relative", "rate", "good", 0.0, 3.0),
        ("nurse_applicants", "relative", "rate", "good", 0.0, 3.0),
        ("teacher_applicants", "relative", "rate", "good", 0.0, 3.0),
        ("technical_applicants", "relative", "rate", "good", 0.0, 3.0),
        # the work to be done: each is the need itself, so less is relief
        ("kindergarten_need", "relative", "rate", "bad", 0.0, 3.0),
        ("school_need", "relative", "rate", "bad", 0.0, 3.0),
        ("home_care_need", "relative", "rate", "bad", 0.0, 3.0),
        ("nursing_home_need", "relative", "rate", "bad", 0.0, 3.0),
        ("health_need", "relative", "rate", "bad", 0.0, 3.0),
        ("technical_need", "relative", "rate", "bad", 0.0, 3.0),
        ("administration_need", "relative", "rate", "bad", 0.0, 3.0),
        ("prevention_share", "share", "rate", "good", 0.0, 0.5),
        # people who move, and money
        ("in_moves", "relative", "rate", "good", 0.0, 3.0),
        ("out_moves", "relative", "rate", "bad", 0.0, 3.0),
        ("reserve_fund", "nok", "stock", "good", -1e12, 1e12),
        ("operating_cost", "nok", "rate", "bad", -1e12, 1e12),
        ("revenue", "nok", "rate", "good", 0.0, 1e12),
        # read only
        ("reserve_fund_share", "share", "read_only", "good", -5.0, 5.0),
        ("net_operating_result_share", "share", "read_only", "good", -5.0, 5.0),
        ("vacancy_share", "share", "read_only", "bad", 0.0, 1.0),
        ("full_time_share", "share", "read_only", "good", 0.0, 1.0),
        ("population", "persons", "read_only", "neutral", 0.0, 1e8),
        ("children_0_5", "persons", "read_only", "neutral", 0.0, 1e8),
        ("persons_20_66", "persons", "read_only", "neutral", 0.0, 1e8),
        ("persons_80_plus", "persons", "read_only", "neutral", 0.0, 1e8),
        ("employees", "persons", "read_only", "good", 0.0, 1e8),
        ("needed_fte", "fte", "read_only", "bad", 0.0, 1e8),
        ("present_fte", "fte", "read_only", "good", 0.0, 1e8),
        ("agency_fte", "fte", "read_only", "bad", 0.0, 1e8),
        ("running_projects", "persons", "read_only", "neutral", 0.0, 100.0),
        ("year", "year", "read_only", "neutral", 2000.0, 2100.0),
    ]
    return tuple(Variable(*row) for row in rows)


VARIABLES: dict[str, Variable] = {variable.id: variable for variable in _table()}
CHANGEABLE: tuple[str, ...] = tuple(v.id for v in VARIABLES.values() if v.change != "read_only")
