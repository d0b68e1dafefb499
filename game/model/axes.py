"""The rows and columns of every array, in file order. Nothing here is ever renumbered."""

from __future__ import annotations

SEXES = ("women", "men")
AGES = 106
"""Single ages 0 to 104, and 105 and over."""

AGE_GROUPS = ("0", "1-2", "3-5", "6-9", "10-15", "16-24", "25-66", "67-79", "80-89", "90+")
AGE_GROUP_STARTS = (0, 1, 3, 6, 10, 16, 25, 67, 80, 90, AGES)
YOUTH_GROUP = AGE_GROUPS.index("16-24")
"""Those who choose an education."""

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

BANDS = ("18-24", "25-29", "30-34", "35-44", "45-54", "55-59", "60-61", "62-64", "65-66", "67+")
"""Age bands of employees, narrow where people retire."""

TRAINEES = ("apprentice", "student")
TRAINEE_YEARS = 3
"""Years left of the training, one column each; the first column is done at the end of the year."""

SOFT = (
    "wellbeing",
    "trust",
    "reputation",
    "partnership",
    "dialogue",
    "structure",
    "relations",
    "development",
    "culture",
    "surroundings",
    "competence_match",
    "full_time_culture",
    "trials",
    "proven",
    "innovation",
    "volunteers",
    "change_capacity",
    "neighbour_pay",
)
"""The soft stocks, index 0-100, kept as rows of one array so that one equation moves them all."""

LEADERSHIP = ("dialogue", "structure", "relations", "development", "culture", "surroundings")
"""The six areas of leadership, next to each other in SOFT; `leadership` is their mean."""
LEADERSHIP_ROWS = slice(SOFT.index(LEADERSHIP[0]), SOFT.index(LEADERSHIP[-1]) + 1)

FLOW_DRIVERS = (
    "gap",
    "services",
    "agency",
    "money",
    "projects",
    "continuity",
    "span",
    "unqualified",
    "few_heads",
    "put_to_use",
    "weakest_leadership",
    "pay_offer",
    "volunteer_use",
    "robek",
)
"""What else than other soft stocks moves them, in points counted from the level at the start."""
DRIVERS = (*FLOW_DRIVERS, *SOFT)

REVENUES = ("tax", "grant", "property_tax", "fees", "earmarked")
"""The sources of revenue, in the order of the rows that hold them."""

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

TASKS_FROM = ("nurse", "social_educator", "kindergarten_teacher", "teacher")
TASKS_TO = ("care_worker", "care_worker", "child_youth_worker", "child_youth_worker")
"""Who can hand tasks to whom."""

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
LEAST = 1e-6
"""What nothing counts as where something is divided by it."""
TEN_POINTS = 10.0
HALF_SCALE = 50.0
