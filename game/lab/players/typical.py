"""The eight strategies that groups often come to, A to H. Each has a fate of its own.

A card or answer that a scenario does not have is passed over.
"""

from __future__ import annotations

from dataclasses import replace

from game.engine.trials import GAINS
from game.lab.players.strategy import Strategy

SERVICE, CALM, SAVINGS = GAINS
TRIALS = (
    "medicine_dispenser",
    "night_supervision",
    "task_sharing",
    "everyday_rehabilitation",
    "ai_notes",
    "simpler_forms",
    "sensors",
)

PAY_WAR = Strategy(
    id="A",
    name="Lønnskrigen",
    wants={
        "recruitment_bonus": 10,
        "study_grant": 8,
        "newcomer_package": 6,
        "come_home_campaign": 5,
        "trainees": 3,
        "career_day": 1,
    },
    answers={
        "neighbour_bonus": "match",
        "three_bidders": "bid_more",
        "new_factory": "raise_pay",
        "resignations": "counter_offer",
        "famous_cook": "shiny",
        "farewell_cakes": "fill_fast",
        "leader_in_meeting": "hotline",
    },
    rule="at once",
)

AGENCY = Strategy(
    id="B",
    name="Vikarkommunen",
    wants={"agency_staff": 10, "come_home_campaign": 2, "activity_friends": 1},
    answers={
        "weekend_gap": "agency",
        "flu_winter": "agency",
        "kindergarten_sick_leave": "fill_in",
        "agency_bill": "pay",
        "temp_teaches": "go_on",
        "doctor_leaves": "locum",
        "solbakken_queue": "buy",
        "farewell_cakes": "fill_fast",
    },
    rule="at once",
)

PILOTS = Strategy(
    id="C",
    name="Pilotfabrikken",
    wants={**dict.fromkeys(TRIALS, 10.0), "idea_pot": 9, "service_design": 2},
    pillars={"innovation": 5},
    avoids=("gain_path",),
    answers={
        "all_in_one": "one_place",
        "school_breakfast": "one_school",
        "loved_trial": "extend",
        "pilot_park": "keep_all",
        "awkward_report": "hide",
        "caretaker_codes": "one_day",
        "always_done": "order",
    },
    rule="at once",
    most=4,
)

CHEESE_SLICER = Strategy(
    id="D",
    name="Ostehøvelen",
    wants={
        "sensors": 6,
        "simpler_forms": 5,
        "ai_notes": 4,
        "night_supervision": 4,
        "medicine_dispenser": 3,
        "hand_over": 3,
        "staffing_pool": 2,
        "shared_service": 5,
        "merge_municipalities": 7,
    },
    answers={"state_budget": "cut_all", "red_warning": "unpopular_plan", "red_list": "hard_plan"},
    rule="money",
    most=1,
    room_share=0.5,
    puts_to_use=True,
    gain=SAVINGS,
    offer="withdraw",
)

FULL_TIME_AT_ONCE = Strategy(
    id="E",
    name="Heltid over natta",
    wants={
        "whole_positions": 10,
        "forced_weekends": 9,
        "long_weekend_shifts": 6,
        "base_staffing": 3,
        "one_more_year": 2,
    },
    avoids=("ask_everyone", "partnership", "rota_together"),
    answers={
        "weekend_gap": "order",
        "aisha_full_time": "merge",
        "lars_part_time": "no",
        "saturday_adds_up": "savings",
        "kindergarten_sick_leave": "check_up",
    },
    rule="at once",
    offer="fight",
)

UNPAID_WORK = Strategy(
    id="F",
    name="Dugnadskommunen",
    wants={
        "hand_over": 10,
        "activity_friends": 6,
        "free_premises": 4,
        "volunteer_coordinator": 1,
    },
    answers={
        "pool_in_trouble": "club_guards",
        "cannot_volunteers": "try",
        "tired_volunteer": "push_on",
        "bjarne_coffee": "friend",
        "flood": "together",
        "snow_chaos": "neighbours",
        "own_chair": "thanks",
        "inspection": "polish",
        "waffle_day": "send_money",
    },
    rule="money",
    room_share=0.6,
)

ALL_AT_ONCE = Strategy(
    id="G",
    name="Alt på én gang",
    wants=dict.fromkeys(
        ("idea_pot", "come_home_campaign", "recruitment_bonus", "forced_weekends"), 6.0
    ),
    pillars=dict.fromkeys(
        ("recruitment", "full_time", "innovation", "volunteering", "leadership"), 5.0
    ),
    answers={"napkin_promise": "keep_late", "loved_trial": "scale_up"},
    rule="at once",
    most=5,
    offer="accept",
)

ELECTIONS = ("election", "election_quiz", "election_first_vote", "election_legacy")
OPEN_ANSWERS = {
    "open_books": "give_all",
    "inspection": "open",
    "medicine_error": "tell",
    "letter_in_paper": "meet",
    "awkward_report": "publish",
    "ai_letter": "stop_and_tell",
    "open_cabinet": "investigate",
    **dict.fromkeys(ELECTIONS, "explain"),
    "hearing_answers": "read_and_change",
    "torch_parade": "go_out",
    "napkin_promise": "own_up",
    "solbakken_queue": "open_list",
}
CLOSED_ANSWERS = {
    "open_books": "refuse",
    "inspection": "polish",
    "medicine_error": "keep_inside",
    "letter_in_paper": "short_reply",
    "awkward_report": "hide",
    "ai_letter": "blame_seller",
    "open_cabinet": "lock_it",
    **dict.fromkeys(ELECTIONS, "adjust"),
    "hearing_answers": "decide",
    "torch_parade": "written",
    "napkin_promise": "explain",
}
"""The same events, answered by those who say as little as they can."""
QUICK_WINS = ("lifting_aids", "free_premises", "activity_friends", "career_day", "summer_jobs")
"""Cards that people notice the same year."""

PLANNED = Strategy(
    id="",
    name="",
    wants={},
    evaluates=True,
    puts_to_use=True,
    follows_up=True,
    involves=True,
    hears=True,
    uses_specials=True,
    money_floor=30.0,
)
"""How those play who make every case ready, measure what they try, and keep something by."""

PATIENT = replace(
    PLANNED,
    id="H",
    name="Den tålmodige byggeren",
    wants={
        "partnership": 12,
        "ask_everyone": 11,
        "rota_together": 10,
        "whole_positions": 7,
        "long_weekend_shifts": 6,
        "task_sharing": 9,
        "volunteer_coordinator": 3,
        "competence_map": 5,
        "best_together": 5,
        "staffing_pool": 4,
        **dict.fromkeys(QUICK_WINS, 2.0),
    },
    avoids=("forced_weekends", "agency_staff", "hand_over"),
    answers={**OPEN_ANSWERS, "weekend_gap": "plan", "neighbour_bonus": "offer"},
    gain=CALM,
    most_trials=2,
    goals=("full_time", "partnership", "attendance"),
    areas=("culture", "dialogue", "relations"),
)

PATIENT_AND_CLOSED = replace(
    PATIENT,
    id="H-",
    name="Byggeren uten raske gleder og åpenhet",
    wants={card: level for card, level in PATIENT.wants.items() if card not in QUICK_WINS},
    answers={**PATIENT.answers, **CLOSED_ANSWERS},
    hears=False,
)

TYPICAL = (
    PAY_WAR,
    AGENCY,
    PILOTS,
    CHEESE_SLICER,
    FULL_TIME_AT_ONCE,
    UNPAID_WORK,
    ALL_AT_ONCE,
    PATIENT,
)
