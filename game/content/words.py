"""The closed lists of content: every word a scenario may use where it is not free text."""

from __future__ import annotations

from typing import Literal, get_args

Pillar = Literal["recruitment", "full_time", "innovation", "volunteering", "leadership"]
Certainty = Literal["certain", "likely", "uncertain"]
Party = Literal["village_list", "town_list", "care_list", "growth_list", "thrift_list"]
InnovationKind = Literal["task_solving", "recruitment", "organisation", "leadership"]
Test = Literal["above", "below", "at least", "at most"]
Language = Literal["nb", "nn", "en"]
AgeGroup = Literal[
    "0-5", "6-15", "16-19", "20-24", "25-34", "35-44", "45-54", "55-66", "67-79", "80-89", "90+"
]

AGE_GROUPS: tuple[str, ...] = get_args(AgeGroup)
"""As authors count people; the model's own groups in `axes` are fewer."""
TESTS: tuple[str, ...] = get_args(Test)
PARTIES: tuple[str, ...] = get_args(Party)
"""The five invented groups of the council."""
OTHER_WORDS_FOR_TESTS: dict[Test, tuple[str, ...]] = {
    "at least": ("minst", "fra og med", ">=", "≥"),
    "at most": ("høyst", "maks", "til og med", "<=", "≤"),
    "above": ("over", "mer enn", "høyere enn", "større enn", "more than", ">"),
    "below": ("under", "mindre enn", "lavere enn", "less than", "<"),
}
"""What authors write for each test, the longer signs before the shorter ones."""
YES: frozenset[str] = frozenset({"yes", "true", "ja"})
NO: frozenset[str] = frozenset({"no", "false", "nei"})
SPECIAL_CONDITIONS: tuple[str, ...] = ("chose", "not_chosen", "chance", "any")
NOT_MEASURED: frozenset[str] = frozenset(
    {"retirement_rate", "out_moves", "housing", "property_tax", "fees"}
)
"""What effects may change, but no year records: a condition on it would never turn."""

LANDSCAPES = ("valley", "town", "hamlet", "industry", "commuters", "coast")
"""The towns there are pictures of."""
