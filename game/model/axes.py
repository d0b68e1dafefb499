"""The rows and columns of every array, in file order. Nothing here is ever renumbered."""

from __future__ import annotations

SEXES = ("women", "men")
AGES = 106
"""Single ages 0 to 104, and 105 and over."""

AGE_GROUPS = ("0", "1-5", "6-15", "16-24", "25-66", "67-79", "80-89", "90+")
AGE_GROUP_STARTS = (0, 1, 6, 16, 25, 67, 80, 90, AGES)

SERVICES = (
    "kindergarten",
    "school",
    "home_care",
    "nursing_home",
    "health",
    "technical",
    "administration",
)

PROFESSIONS = (
    "nurse",
    "social_educator",
    "care_worker",
    "assistant",
    "kindergarten_teacher",
    "child_youth_worker",
    "teacher",
    "engineer",
    "administrator",
    "leader",
)

BANDS = ("18-24", "25-29", "30-34", "35-39", "40-44", "45-49", "50-54", "55-59", "60-64", "65+")

SOFT = (
    "wellbeing",
    "trust",
    "reputation",
    "leadership",
    "competence_match",
    "full_time_culture",
    "innovation",
    "volunteers",
    "change_capacity",
    "neighbour_pay",
)
"""The soft stocks, index 0-100, kept as rows of one array so that one equation moves them all."""

DRIVERS = (
    "gap",
    "services",
    "agency",
    "money",
    "projects",
    "continuity",
    "wellbeing",
    "trust",
    "leadership",
    "full_time_culture",
    "volunteers",
)
"""What the soft stocks respond to. Each is in points and counted from its level at the start."""

LABOUR_MARKETS = (
    "under 5 000",
    "5 000-10 000",
    "10 000-20 000",
    "20 000-50 000",
    "50 000-150 000",
    "150 000-500 000",
    "over 500 000",
)
"""Size of the labour-market region the municipality belongs to, in residents."""

CARE_SERVICES = (0.0, 0.0, 1.0, 1.0, 1.0, 0.0, 0.0)
"""One for the services that prevention relieves, in the order of SERVICES."""

APPLICANT_GROUPS = (
    "care_applicants",
    "nurse_applicants",
    "teacher_applicants",
    "technical_applicants",
)
GROUP_OF_PROFESSION = {
    "nurse": "nurse_applicants",
    "social_educator": "care_applicants",
    "care_worker": "care_applicants",
    "assistant": "care_applicants",
    "kindergarten_teacher": "teacher_applicants",
    "child_youth_worker": "teacher_applicants",
    "teacher": "teacher_applicants",
    "engineer": "technical_applicants",
}
"""Which group of applicants means a profession; the others have none of their own."""

ASSISTANTS_STAND_IN = (1.0, 1.0, 1.0, 0.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0)
"""One for the professions whose holes assistants may fill, in the order of PROFESSIONS."""

ADULT_FROM, ADULT_TO = 20, 67
"""The ages that the labour market is counted over."""
MOVING_FROM, MOVING_TO = 18, 35
"""The ages whose out-moves the player can affect."""
OLD_FROM = 67
CHILDBEARING_FROM, CHILDBEARING_TO = 15, 50
FIRST_YEAR = 2026
YEARS = 35
"""Tables reach from 2026 to 2060."""

PERCENT = 100.0
TEN_POINTS = 10.0
HALF_SCALE = 50.0
