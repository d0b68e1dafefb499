"""All numbers of the model, as frozen arrays `(row, column, 1)` that broadcast over the lanes.

`National` is read from the records in parameters/*.yaml (by content). `Parameters` adds what is
calculated once from it for one municipality. Values never change during a game.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields

import numpy as np
from numpy.typing import NDArray

from game.model.axes import FIRST_YEAR
from game.model.lanes import Array

Shape = str
"""One of: number, age, sex_age, age_group, service, profession, band, soft, and pairs of them."""


def _shaped(shape: Shape) -> Array:
    # dataclass fields carry the shape that the reader of the YAML record must produce
    result: Array = field(metadata={"shape": shape})
    return result


@dataclass(frozen=True)
class National:
    """One field a record of parameters/*.yaml; the record gives unit, range, status and source."""

    # people
    fertility_by_age: Array = _shaped("age")
    fertility_growth: Array = _shaped("year")
    boys_share: Array = _shaped("number")
    death_rate_women: Array = _shaped("age")
    death_rate_men: Array = _shaped("age")
    death_rate_decline_by_age: Array = _shaped("age")
    out_rate_by_age: Array = _shaped("age")
    net_rate_by_age: Array = _shaped("labour_market_age")
    in_moves_growth: Array = _shaped("year")
    women_share_by_age: Array = _shaped("age")
    in_moves_by_reputation: Array = _shaped("number")
    in_moves_by_services: Array = _shaped("number")
    in_moves_by_jobs: Array = _shaped("number")
    in_moves_by_housing: Array = _shaped("number")
    out_moves_by_study_places: Array = _shaped("number")
    # need
    users_per_resident: Array = _shaped("user_service_age_group")
    fte_per_user: Array = _shaped("user_service_age_group")
    children_per_adult: Array = _shaped("age_group")
    kindergarten_share: Array = _shaped("age_group")
    pupils_per_teacher: Array = _shaped("age_group")
    assistants_per_pupil: Array = _shaped("number")
    common_fte_per_resident: Array = _shaped("common_service")
    care_use_decline_rate: Array = _shaped("number")
    need_by_innovation: Array = _shaped("service")
    need_by_match: Array = _shaped("service")
    prevention_by_gap: Array = _shaped("number")
    true_effect_spread: Array = _shaped("number")
    # workforce
    profession_mix: Array = _shaped("service_profession")
    task_sharing_reach: Array = _shaped("profession")
    soundness_limit: Array = _shaped("number")
    relative_position_size: Array = _shaped("profession")
    unchosen_part_time_share: Array = _shaped("profession")
    unchosen_fall_share: Array = _shaped("number")
    position_by_full_time_culture: Array = _shaped("number")
    relative_sick_leave: Array = _shaped("profession")
    sick_leave_by_band: Array = _shaped("band")
    sick_leave_by_gap: Array = _shaped("number")
    sick_leave_by_fragmentation: Array = _shaped("number")
    sick_leave_by_wellbeing: Array = _shaped("number")
    sick_leave_by_relations: Array = _shaped("number")
    turnover_by_profession: Array = _shaped("profession")
    relative_quits_by_band: Array = _shaped("band")
    quits_by_wellbeing: Array = _shaped("number")
    quits_by_gap: Array = _shaped("number")
    quits_by_neighbour_pay: Array = _shaped("number")
    quits_by_reputation: Array = _shaped("number")
    retirement_by_band: Array = _shaped("band")
    staff_share_by_band: Array = _shaped("band")
    hire_share_by_band: Array = _shaped("band")
    band_years: Array = _shaped("band")
    trainees_per_youth: Array = _shaped("trainee")
    trainee_years: Array = _shaped("trainee")
    trainee_dropout_rate: Array = _shaped("trainee")
    trainee_stay_share: Array = _shaped("trainee")
    trainee_professions: Array = _shaped("profession_trainee")
    applicants_per_employee: Array = _shaped("profession")
    supply_by_national_need: Array = _shaped("number")
    applicants_by_reputation: Array = _shaped("number")
    applicants_by_full_time_culture: Array = _shaped("number")
    applicants_by_pay_offer: Array = _shaped("number")
    applicants_by_neighbour_pay: Array = _shaped("number")
    unqualified_share: Array = _shaped("number")
    applicants_by_in_moves: Array = _shaped("number")
    quits_by_out_moves: Array = _shaped("number")
    full_time_share_by_position: Array = _shaped("number")
    # services
    service_weight: Array = _shaped("service")
    lowest_coverage: Array = _shaped("number")
    quality_weight_coverage: Array = _shaped("number")
    quality_weight_continuity: Array = _shaped("number")
    quality_weight_competence: Array = _shaped("number")
    quality_weight_innovation: Array = _shaped("number")
    continuity_by_agency: Array = _shaped("number")
    # money
    revenue_share: Array = _shaped("revenue")
    tax_equalisation_share: Array = _shaped("number")
    interest_rate: Array = _shaped("number")
    interest_exposure_share: Array = _shaped("number")
    instalment_share: Array = _shaped("number")
    invested_result_share: Array = _shaped("number")
    pay_offer_cost_share: Array = _shaped("number")
    robek_deficit_share: Array = _shaped("number")
    robek_hiring_cut_share: Array = _shaped("number")
    pay_nok: Array = _shaped("profession")
    social_cost_share: Array = _shaped("number")
    sick_pay_refund_share: Array = _shaped("number")
    agency_price_ratio: Array = _shaped("number")
    gap_cost_ratio: Array = _shaped("number")
    real_growth_rate: Array = _shaped("number")
    national_need_growth: Array = _shaped("year")
    national_population_growth: Array = _shaped("year")
    national_working_age_growth: Array = _shaped("year")
    grant_per_resident_nok: Array = _shaped("age_group")
    money_by_fund: Array = _shaped("number")
    money_by_result: Array = _shaped("number")
    money_neutral: Array = _shaped("number")
    sound_fund_share: Array = _shaped("number")
    least_presence_share: Array = _shaped("number")
    least_hiring_share: Array = _shaped("number")
    # society
    soft_speed: Array = _shaped("soft")
    influence: Array = _shaped("soft_driver")
    # luck
    sick_leave_spread: Array = _shaped("number")
    quits_spread: Array = _shaped("number")
    applicants_spread: Array = _shaped("number")
    revenue_spread: Array = _shaped("number")
    moves_wave_spread: Array = _shaped("number")
    moves_wave_memory: Array = _shaped("number")
    moves_wave_by_size: Array = _shaped("number")
    # rules of play, read by the engine
    room_share_of_revenue: Array = _shaped("number")
    room_share_of_fund: Array = _shaped("number")
    room_least_share: Array = _shaped("number")
    room_fund_floor_share: Array = _shaped("number")
    effort_least: Array = _shaped("number")
    effort_most: Array = _shaped("number")
    effort_per_capacity: Array = _shaped("number")
    certain_spread: Array = _shaped("number")
    likely_spread: Array = _shaped("number")
    uncertain_spread: Array = _shaped("number")
    empty_trial_share: Array = _shaped("number")
    evaluated_factor: Array = _shaped("number")
    designed_factor: Array = _shaped("number")
    spillover_by_kind: Array = _shaped("number")
    analysed_doubt_share: Array = _shaped("number")
    spoke_share: Array = _shaped("number")
    goal_factor: Array = _shaped("number")
    goal_memory_years: Array = _shaped("number")
    strategy_years: Array = _shaped("number")
    anchoring_start: Array = _shaped("number")
    anchoring_involved: Array = _shaped("number")
    anchoring_heard: Array = _shaped("number")
    anchoring_by_partnership: Array = _shaped("number")
    anchoring_prepared: Array = _shaped("number")
    anchored_least: Array = _shaped("number")
    anchored_most: Array = _shaped("number")
    backlash_below: Array = _shaped("number")
    backlash_chance: Array = _shaped("number")
    vote_by_trust: Array = _shaped("number")
    vote_by_anchoring: Array = _shaped("number")
    vote_by_fit: Array = _shaped("number")
    vote_by_price: Array = _shaped("number")
    vote_by_broken: Array = _shaped("number")
    vote_by_kept: Array = _shaped("number")
    vote_luck: Array = _shaped("number")
    support_start: Array = _shaped("number")
    vote_start: Array = _shaped("number")
    compromise_reach: Array = _shaped("number")
    smaller_factor: Array = _shaped("number")
    fight_reach: Array = _shaped("number")
    pledge_years: Array = _shaped("number")
    support_by_change: Array = _shaped("number")
    election_by_support: Array = _shaped("number")
    election_luck: Array = _shaped("number")
    minority_effort: Array = _shaped("number")
    mistrust_below: Array = _shaped("number")
    emergency_below: Array = _shaped("number")


def shapes() -> dict[str, Shape]:
    """Record id to the shape its value must have."""
    return {entry.name: entry.metadata["shape"] for entry in fields(National)}


@dataclass(frozen=True)
class Start:
    """One municipality at the start: what a scenario says, in base units.

    `population` is `(2, 106)` persons, `labour_market` a row of `axes.LABOUR_MARKETS`. Shares are
    0-1, soft stocks 0-100 in the order of `axes.SOFT`, money whole kroner.
    """

    population: Array
    labour_market: int
    position_size: float
    full_time_share: float
    sick_leave_rate: float
    turnover_rate: float
    agency_share: float
    vacancy_share: float
    reserve_fund_nok: float
    general_revenue_nok: float
    net_operating_result_share: float
    payroll_tax_share: float
    debt_share: float
    soft: tuple[float, ...]
    first_year: int = FIRST_YEAR
    applicant_level: float = 1.0
    """How many apply here against an ordinary municipality of the country."""
    care_use_decline_rate: float | None = None
    """Instead of the record, for those who read the fall in use otherwise."""


@dataclass(frozen=True)
class People:
    """What moves the population of one municipality; one array a year where years differ."""

    keep_rate: tuple[Array, ...]
    """Share that neither dies nor moves out, `(2, 106, 1)` a year."""
    death_probability: tuple[Array, ...]
    fertility: tuple[Array, ...]
    """Births a woman of each childbearing age, `(1, ages, 1)` a year."""
    births_split: Array
    out_rate: Array
    in_moves: tuple[Array, ...]
    """Persons at the start's attraction, `(2, ages, 1)` a year, up to the last age that moves."""
    in_wobble: Array
    out_wobble: Array
    death_wobble: Array


@dataclass(frozen=True)
class Work:
    """What need and workforce start from in one municipality."""

    need_rate: tuple[Array, ...]
    """FTE a resident, `(service, age_group, 1)` a year."""
    profession_mix: Array
    """`(profession, service, 1)`: shares of each service's hours."""
    chosen_part_time: Array
    unchosen_part_time: tuple[Array, ...]
    """Share of full time that each profession lacks without having chosen it; one a year."""
    position_reach: Array
    """How much of a general rise in position size reaches each profession."""
    sick_leave_rate: Array
    quit_rate: Array
    """`(profession, band, 1)`, retirement not included."""
    applicants: Array
    supply_level: tuple[Array, ...]
    trainee_entry: Array
    """1 in the column where those who begin have all their years left, `(trainee, years, 1)`."""
    band_move_share: Array
    agency_share: Array
    full_time_share: Array
    mean_position_size: Array


@dataclass(frozen=True)
class Economy:
    """What the budget of one municipality starts from."""

    revenue_nok: Array
    """By source, `(revenue, 1, 1)`."""
    debt_nok: Array
    growth_level: tuple[Array, ...]
    national_need_level: tuple[Array, ...]
    national_population_level: tuple[Array, ...]
    national_working_age_level: tuple[Array, ...]
    other_cost_nok: Array
    cost_nok: Array
    """Full cost of an FTE by profession."""


@dataclass(frozen=True)
class Society:
    """Which drivers move each soft stock: the numbers of the table that are not nought.

    Both are `(soft, link)`; a row with fewer links than the longest is filled with cells that are
    nought. `cell` is the place in the table read as one long row.
    """

    driver: NDArray[np.intp]
    cell: NDArray[np.intp]


@dataclass(frozen=True)
class Reference:
    """The levels at the start, from which drivers are counted; all `(., 1, 1)`."""

    soft: Array
    flow_drivers: Array
    pressure: Array
    fragmentation: Array
    staff_age: Array
    span: Array
    employed_fte: Array
    agency_hours_share: Array
    working_age: Array
    residents: Array
    grant_criteria_nok: Array
    base_need_fte: Array
    services: Array


@dataclass(frozen=True)
class Parameters:
    """Everything `step` needs besides the state, the levers and the luck."""

    n: National
    people: People
    work: Work
    economy: Economy
    society: Society
    reference: Reference
