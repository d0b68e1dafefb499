"""What all municipalities share: roles, council groups, goals, titles, occupations and words.

One small file for each form; each `load_…` reads its file in scenarios/common once.
"""

from game.content.common.discussion import (
    DiscussionCard,
    Suit,
    load_discussion_cards,
    load_suits,
)
from game.content.common.goals import Goal, Value, load_goals, load_values
from game.content.common.monitor import Area, Indicator, load_areas, load_monitor
from game.content.common.occupations import Occupation, load_occupations, where_to_check_ways
from game.content.common.parties import Party, Promise, load_parties
from game.content.common.roles import Aim, Reason, Role, Special, load_roles
from game.content.common.terms import Term, load_terms
from game.content.common.titles import (
    Badge,
    Result,
    StandEnding,
    Title,
    load_badges,
    load_results,
    load_stand_endings,
    load_titles,
)
from game.content.common.told import Told

__all__ = [
    "Aim",
    "Area",
    "Badge",
    "DiscussionCard",
    "Goal",
    "Indicator",
    "Occupation",
    "Party",
    "Promise",
    "Reason",
    "Result",
    "Role",
    "Special",
    "StandEnding",
    "Suit",
    "Term",
    "Title",
    "Told",
    "Value",
    "load_areas",
    "load_badges",
    "load_discussion_cards",
    "load_goals",
    "load_monitor",
    "load_occupations",
    "load_parties",
    "load_results",
    "load_roles",
    "load_stand_endings",
    "load_suits",
    "load_terms",
    "load_titles",
    "load_values",
    "where_to_check_ways",
]
