"""Equations of the workforce: how much of it is there, who leaves, who comes."""

from __future__ import annotations

import numpy as np

from game.model.axes import HALF_SCALE, PERCENT, PROFESSIONS, TASKS_FROM, TASKS_TO, TEN_POINTS
from game.model.equation import equation
from game.model.lanes import Array
from game.model.parameter_set import National
from game.model.shares import per

FROM_ROWS = [PROFESSIONS.index(name) for name in TASKS_FROM]
TO_ROWS = [PROFESSIONS.index(name) for name in TASKS_TO]


@equation(symbol="n", unit="fte", source="profession_mix")
def needed_by_profession(needed_by_service: Array, mix: Array) -> Array:
    """The needed hours, by the profession that should do them. Shape (profession, 1, lane)."""
    by_service = needed_by_service.reshape(1, mix.shape[1], -1)
    return (mix * by_service).sum(axis=1, keepdims=True)


@equation(symbol="τ", unit="share", source="soundness_limit")
def shared_tasks_share(wanted: Array, match: Array, limit: Array) -> Array:
    """Share of their tasks that professionals hand on, never more than is sound.

        τ = wanted, between 0 and limit · match/50

    The better work is matched with competence, the more can be handed on safely.
    """
    sound = limit * match / HALF_SCALE
    return np.minimum(sound, np.maximum(0.0, wanted))


@equation(symbol="n", unit="fte", source="task_sharing_reach")
def with_tasks_shared(by_profession: Array, share: Array, reach: Array) -> Array:
    """The needed hours after tasks are handed on; the sum is the same.

    n[from] = n[from] · (1 - τ · reach),   n[to] = n[to] + what was handed on
    """
    handed = by_profession.take(FROM_ROWS, axis=0) * (share * reach.take(FROM_ROWS, axis=0))
    shared = by_profession.copy()
    for source, target, hours in zip(FROM_ROWS, TO_ROWS, handed, strict=True):
        shared[source] -= hours
        shared[target] += hours
    return shared


@equation(symbol="κ", unit="share", source="task_sharing_reach")
def coverage_of_tasks(by_profession: Array, share: Array, reach: Array) -> Array:
    """Coverage of the tasks each profession had: those handed on are covered as where they went.

    κ[from] = (1 - τ · reach) · c[from] + τ · reach · c[to]
    """
    covered = by_profession.copy()
    for source, target in zip(FROM_ROWS, TO_ROWS, strict=True):
        handed = (share * reach[source : source + 1])[0]
        covered[source] += handed * (by_profession[target] - by_profession[source])
    return covered


@equation(symbol="q", unit="share", source="position_by_full_time_culture")
def position_size(
    chosen: Array, unchosen: Array, culture: Array, by_culture: Array, reach: Array, shift: Array
) -> Array:
    """Mean position size of each profession: all, less part time by choice and without choice.

        q = 1 - chosen - unchosen · max(0, 1 - k · culture/100) + reach · shift, between 0 and 1

    Culture is counted from the start. Where positions are small there is more to gain.
    """
    left = np.maximum(0.0, 1.0 - by_culture * (culture / PERCENT))
    size = (1.0 - chosen) - unchosen * left + reach * shift
    return np.minimum(1.0, np.maximum(0.0, size))


@equation(symbol="φ", unit="points", source="identity")
def fragmentation(position: Array, reference: Array) -> Array:
    """Small positions make many faces: points more part time than at the start.

    φ = 100 · (1 - position) - reference
    """
    return PERCENT * (1.0 - position) - reference


@equation(symbol="β", unit="relative", source="sick_leave_by_band")
def age_factor(staff: Array, employees: Array, by_band: Array, reference: Array) -> Array:
    """Sick leave that follows from how old the employees are, against the start."""
    heads = staff.sum(axis=0, keepdims=True)
    return per((heads * by_band).sum(axis=1, keepdims=True), employees) / reference


@equation(symbol="g", unit="points", source="identity")
def pressure(needed_fte: Array, contracted_fte: Array, reference: Array) -> Array:
    """Work pressure: how many points more is missing, before sick leave, than at the start."""
    return PERCENT * (1.0 - per(contracted_fte, needed_fte)) - reference


@equation(symbol="f", unit="relative", source="sick_leave_by_gap")
def sick_leave_factor(
    workload: Array,
    fragments: Array,
    wellbeing: Array,
    relations: Array,
    n: National,
    luck: Array,
) -> Array:
    """Sick leave against the start: workload and fragments wear, well-being and leaders carry.

        f = max(0, (1 + (kg · g + kφ · φ - kw · wellbeing - kr · relations)/10) · (1 + luck))

    All in points from the start.
    """
    wear = n.sick_leave_by_gap * workload + n.sick_leave_by_fragmentation * fragments
    carry = n.sick_leave_by_wellbeing * wellbeing + n.sick_leave_by_relations * relations
    return np.maximum(0.0, (1.0 + (wear - carry) / TEN_POINTS) * (1.0 + luck))


@equation(symbol="k", unit="share", source="relative_sick_leave")
def sick_leave_rate(base: Array, factor: Array, shift: Array) -> Array:
    """Share of working days lost to sick leave, by profession.

    k = base · f + shift, between 0 and 1
    """
    return np.minimum(1.0, np.maximum(0.0, base * factor + shift))


@equation(symbol="h", unit="fte", source="identity")
def present_fte(employed_fte: Array, sick_rate: Array) -> Array:
    """Timeregnskapet, by profession: employees · position · presence."""
    return employed_fte * (1.0 - sick_rate)


@equation(symbol="x", unit="fte", source="agency_price_ratio")
def agency_fte(gap_fte: Array, agency_share: Array, shift: Array) -> Array:
    """Hours hired in: a share of what is missing in each profession.

    x = gap · (a + shift), between none and all of the gap
    """
    return gap_fte * np.minimum(1.0, np.maximum(0.0, agency_share + shift))


@equation(symbol="r", unit="relative", source="quits_by_wellbeing")
def quit_factor(
    workload: Array,
    neighbour_pay: Array,
    wellbeing: Array,
    reputation: Array,
    n: National,
    luck: Array,
) -> Array:
    """Quits against the start: more when work is hard, dull or better paid next door.

        r = max(0, (1 + (kg · g + kn · neighbour - kw · wellbeing - ko · reputation)/10)
                · (1 + luck))

    All in points from the start.
    """
    push = n.quits_by_gap * workload + n.quits_by_neighbour_pay * neighbour_pay
    hold = n.quits_by_wellbeing * wellbeing + n.quits_by_reputation * reputation
    return np.maximum(0.0, (1.0 + (push - hold) / TEN_POINTS) * (1.0 + luck))


@equation(symbol="l", unit="share", source="turnover_by_profession")
def leave_rate(
    quit_rate: Array, factor: Array, quit_shift: Array, retirement: Array, retirement_shift: Array
) -> Array:
    """Share of each profession and age band that leaves in the year.

    l = quit · r + quit shift + retirement · (1 + retirement shift), between 0 and 1
    """
    retired = retirement * np.maximum(0.0, 1.0 + retirement_shift)
    rate = quit_rate * factor
    rate += retired + quit_shift
    return np.clip(rate, 0.0, 1.0, out=rate)


@equation(symbol="S+1", unit="persons", source="band_years")
def employees_next(
    staff: Array, leavers: Array, hires: Array, move_share: Array, hire_share: Array, later: Array
) -> None:
    """Write into `later` those who stayed, some moved to the next band, and those hired.

        S+1[band] = (1 - m)(S - l)[band] + m (S - l)[band - 1] + hires · share[band]

    A band of five years hands on a fifth of its people. The last band has no next one: people leave
    it only by quitting or retiring.
    """
    np.subtract(staff, leavers, out=later)
    moving = later * move_share
    later -= moving
    later[:, 1:] += moving[:, :-1]
    later += np.multiply(hires, hire_share, out=moving)


@equation(symbol="ι", unit="persons", source="trainees_per_youth")
def trainee_intake(youth: Array, per_youth: Array, more: Array) -> Array:
    """Apprentices and students who begin: a share of the young, and more with more places.

    ι = share · young · max(0, 1 + more)
    """
    return per_youth * youth * np.maximum(0.0, 1.0 + more)


@equation(symbol="Y+1", unit="persons", source="trainee_dropout_rate")
def trainees_next(trainees: Array, intake: Array, entry: Array, dropout: Array) -> Array:
    """Everyone in training has a year less left; some gave up; the new ones begin.

    Y+1[years] = (1 - d) · Y[years + 1] + intake in the first year of the training
    """
    later = entry * intake
    later[:, :-1] += trainees[:, 1:] * (1.0 - dropout)
    return later


@equation(symbol="γ", unit="persons", source="trainee_stay_share")
def graduates(finishing: Array, dropout: Array, stay: Array, professions: Array) -> Array:
    """Those who finish their training and stay, by profession. Shape (profession, 1, lane)."""
    staying = finishing * (1.0 - dropout) * stay
    by_kind = staying.reshape(1, professions.shape[1], -1)
    return (professions * by_kind).sum(axis=1, keepdims=True)


@equation(symbol="v", unit="persons", source="identity")
def wanted_hires(
    needed_by_profession_fte: Array,
    present_per_employee: Array,
    least_presence: Array,
    stayers: Array,
    hiring_share: Array,
) -> Array:
    """Employees to look for: enough to cover the need, as far as the money allows.

        v = u · max(0, n / max(least, q (1 - k)) - S)

    Nobody plans for employees who are hardly ever there, so presence is reckoned to be something.
    """
    wanted = needed_by_profession_fte / np.maximum(least_presence, present_per_employee)
    return hiring_share * np.maximum(0.0, wanted - stayers)


@equation(symbol="c", unit="persons", source="applicants_per_employee")
def qualified_applicants(
    base: Array, working_age_level: Array, supply_level: Array, appeal: Array, shift: Array
) -> Array:
    """People who apply and can do the job; the pool shrinks with the working-age population."""
    return base * (working_age_level * supply_level * appeal) * np.maximum(0.0, 1.0 + shift)


@equation(symbol="y", unit="relative", source="applicants_by_reputation")
def appeal(
    reputation: Array,
    culture: Array,
    pay_offer: Array,
    neighbour_pay: Array,
    n: National,
    luck: Array,
) -> Array:
    """How attractive the jobs are, against the start.

        y = max(0, (1 + (kr · reputation + kc · culture + kb · offer - kn · neighbour)/10)
                · (1 + luck))

    The offer is what we pay over the usual; the neighbours answer it after a while.
    """
    draw = n.applicants_by_reputation * reputation + n.applicants_by_full_time_culture * culture
    pay = n.applicants_by_pay_offer * pay_offer - n.applicants_by_neighbour_pay * neighbour_pay
    return np.maximum(0.0, (1.0 + (draw + pay) / TEN_POINTS) * (1.0 + luck))
