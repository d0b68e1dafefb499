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


Rising = Literal["good", "bad", "neutral"]
_TABLE: tuple[tuple[str, Unit, Change, Rising, float, float], ...] = (
    # the five meters
    ("staffing", "share", "read_only", "good", 0.0, 2.0),
    ("services", "index", "read_only", "good", 0.0, 100.0),
    ("wellbeing", "index", "stock", "good", 0.0, 100.0),
    ("trust", "index", "stock", "good", 0.0, 100.0),
    ("money", "index", "read_only", "good", 0.0, 100.0),
    # soft stocks
    ("reputation", "index", "stock", "good", 0.0, 100.0),
    ("partnership", "index", "stock", "good", 0.0, 100.0),
    ("dialogue", "index", "stock", "good", 0.0, 100.0),
    ("structure", "index", "stock", "good", 0.0, 100.0),
    ("relations", "index", "stock", "good", 0.0, 100.0),
    ("development", "index", "stock", "good", 0.0, 100.0),
    ("culture", "index", "stock", "good", 0.0, 100.0),
    ("surroundings", "index", "stock", "good", 0.0, 100.0),
    ("competence_match", "index", "stock", "good", 0.0, 100.0),
    ("full_time_culture", "index", "stock", "good", 0.0, 100.0),
    ("trials", "index", "stock", "good", 0.0, 100.0),
    ("proven", "index", "stock", "good", 0.0, 100.0),
    ("innovation", "index", "stock", "good", 0.0, 100.0),
    ("volunteers", "index", "stock", "good", 0.0, 100.0),
    ("change_capacity", "index", "stock", "good", 0.0, 100.0),
    ("neighbour_pay", "index", "stock", "bad", 0.0, 100.0),
    # all six areas of leadership at once; read, it is their mean
    ("leadership", "index", "stock", "good", 0.0, 100.0),
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
    ("apprentices", "relative", "rate", "good", 0.0, 5.0),
    ("study_places", "relative", "rate", "good", 0.0, 5.0),
    ("pay_offer", "index", "rate", "neutral", -100.0, 100.0),
    ("task_sharing", "share", "rate", "good", 0.0, 0.5),
    # the work to be done: each is the need itself, so less is relief
    ("kindergarten_need", "relative", "rate", "bad", 0.0, 3.0),
    ("school_need", "relative", "rate", "bad", 0.0, 3.0),
    ("home_care_need", "relative", "rate", "bad", 0.0, 3.0),
    ("nursing_home_need", "relative", "rate", "bad", 0.0, 3.0),
    ("health_need", "relative", "rate", "bad", 0.0, 3.0),
    ("technical_need", "relative", "rate", "bad", 0.0, 3.0),
    ("administration_need", "relative", "rate", "bad", 0.0, 3.0),
    ("prevention_share", "share", "rate", "good", 0.0, 1.0),
    ("volunteer_use", "index", "rate", "neutral", -100.0, 100.0),
    # people who move, and money
    ("in_moves", "relative", "rate", "good", 0.0, 3.0),
    ("out_moves", "relative", "rate", "bad", 0.0, 3.0),
    ("housing", "relative", "rate", "good", 0.0, 3.0),
    ("property_tax", "relative", "rate", "neutral", 0.0, 5.0),
    ("fees", "relative", "rate", "bad", 0.0, 3.0),
    ("reserve_fund", "nok", "stock", "good", -1e12, 1e12),
    ("debt", "nok", "stock", "bad", -1e12, 1e12),
    ("operating_cost", "nok", "rate", "bad", -1e12, 1e12),
    ("revenue", "nok", "rate", "good", 0.0, 1e12),
    # read only
    ("reserve_fund_share", "share", "read_only", "good", -50.0, 50.0),
    ("net_operating_result_share", "share", "read_only", "good", -50.0, 50.0),
    ("debt_share", "share", "read_only", "bad", 0.0, 10.0),
    ("robek", "share", "read_only", "bad", 0.0, 1.0),
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
    # what the rules of play count; the model only passes them on
    ("trials_waiting", "persons", "read_only", "bad", 0.0, 100.0),
    ("friendly_seats", "persons", "read_only", "good", 0.0, 35.0),
    ("broken_pledges", "persons", "read_only", "bad", 0.0, 100.0),
    ("year", "year", "read_only", "neutral", 2000.0, 2100.0),
)
VARIABLES: dict[str, Variable] = {row[0]: Variable(*row) for row in _TABLE}
CHANGEABLE: tuple[str, ...] = tuple(v.id for v in VARIABLES.values() if v.change != "read_only")
