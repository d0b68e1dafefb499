"""Three lines that should be about equally good, each in its own way."""

from __future__ import annotations

from dataclasses import replace

from game.engine.trials import GAINS
from game.lab.players.typical import OPEN_ANSWERS, PLANNED, TRIALS

SERVICE, CALM, _ = GAINS
NEVER = ("forced_weekends", "agency_staff", "hand_over", "recruitment_bonus", "come_home_campaign")
"""Cards that look cheap and cost later."""

_CAREFUL = replace(PLANNED, avoids=NEVER, room_share=0.8)

PEOPLE_FIRST = replace(
    _CAREFUL,
    id="people",
    name="Folk først",
    wants={
        "ask_everyone": 12,
        "partnership": 11,
        "rota_together": 11,
        "whole_positions": 9,
        "staffing_pool": 8,
        "close_follow_up": 8,
        "base_staffing": 7,
        "best_together": 8,
        "competence_map": 7,
        "lifting_aids": 6,
        "long_weekend_shifts": 6,
        "fewer_per_leader": 5,
        "paid_further_education": 5,
        "one_more_year": 5,
        "apprentices": 6,
        "men_in_health": 5,
        "language_at_work": 5,
        "summer_jobs": 4,
        "task_sharing": 3,
    },
    answers={
        **OPEN_ANSWERS,
        "weekend_gap": "plan",
        "neighbour_bonus": "offer",
        "kindergarten_sick_leave": "more_adults",
    },
    gain=CALM,
    most_trials=1,
    goals=("full_time", "attendance", "partnership"),
    areas=("culture", "relations", "dialogue"),
)

NEW_WAYS = replace(
    _CAREFUL,
    id="ways",
    name="Ny måte",
    wants={
        "leader_lift": 12,
        "service_design": 11,
        "gain_path": 10,
        "task_sharing": 10,
        **dict.fromkeys((name for name in TRIALS if name != "task_sharing"), 9.0),
        "idea_pot": 4,
        "competence_map": 6,
        "trainees": 5,
        "study_grant": 4,
        "paid_further_education": 4,
        "staffing_pool": 4,
        "shared_service": 5,
        "apprentices": 3,
        "men_in_health": 3,
        "rota_together": 2,
        "activity_friends": 1,
    },
    answers={**OPEN_ANSWERS, "always_done": "teach_pairs", "pilot_park": "pick_one"},
    gain=CALM,
    most_trials=2,
    goals=("innovation", "leadership", "competence"),
    areas=("development", "dialogue", "structure"),
)

TOGETHER = replace(
    _CAREFUL,
    id="together",
    name="Sammen",
    wants={
        "co_creation_workshop": 11,
        "volunteer_coordinator": 12,
        "meeting_place": 10,
        "with_heart_network": 10,
        "activity_friends": 8,
        "free_premises": 8,
        "social_entrepreneur": 7,
        "shared_service": 7,
        "merge_municipalities": 4,
        "summer_jobs": 6,
        "language_at_work": 5,
        "apprentices": 5,
        "career_day": 3,
        "medicine_dispenser": 4,
        "night_supervision": 4,
    },
    answers={
        **OPEN_ANSWERS,
        "cannot_volunteers": "explain",
        "tired_volunteer": "relieve",
        "waffle_day": "show_up",
        "neighbour_bonus": "pact",
        "youth_council_seat": "right_to_propose",
    },
    gain=SERVICE,
    most_trials=1,
    goals=("together", "recruit_young", "leadership"),
    areas=("surroundings", "dialogue", "relations"),
)

SOUND = (PEOPLE_FIRST, NEW_WAYS, TOGETHER)
