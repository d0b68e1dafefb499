"""The closed lists of content: every word a scenario may use where it is not free text."""

from __future__ import annotations

from typing import Literal

Pillar = Literal["recruitment", "full_time", "innovation", "volunteering", "leadership"]
Certainty = Literal["certain", "likely", "uncertain"]
Test = Literal["above", "below", "at least", "at most"]
Language = Literal["nb", "nn", "en"]
LabourMarket = Literal[
    "under 5 000",
    "5 000-10 000",
    "10 000-20 000",
    "20 000-50 000",
    "50 000-150 000",
    "150 000-500 000",
    "over 500 000",
]
AgeGroup = Literal[
    "0-5", "6-15", "16-19", "20-24", "25-34", "35-44", "45-54", "55-66", "67-79", "80-89", "90+"
]

AGE_GROUPS: tuple[str, ...] = (
    *("0-5", "6-15", "16-19", "20-24", "25-34", "35-44"),
    *("45-54", "55-66", "67-79", "80-89", "90+"),
)
TESTS: tuple[str, ...] = ("at least", "at most", "above", "below")
YES: frozenset[str] = frozenset({"yes", "true", "ja"})
NO: frozenset[str] = frozenset({"no", "false", "nei"})
SPECIAL_CONDITIONS: tuple[str, ...] = ("chose", "not_chosen", "chance", "any")
