"""Our way: every number of all runs at once, arrays `(row, column, lane)`, the lane last.

The equations read as in `ccm25`; this is how the model of the game is written.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from benchmarks import ccm25
from benchmarks.ccm25 import AGES, BAND, BANDS, MOVING_AGES, SEXES, YEARS

Array = NDArray[np.float64]

STAY: Array = np.array(ccm25.stay())[:, :, None]
MOVING_IN: Array = np.array(ccm25.moving_in())[:, :, None]
START: Array = np.array(ccm25.start_population())[:, :, None]
USE: Array = np.array(ccm25.USE).reshape(BANDS, 1, 1)
FERTILITY: Array = np.array(ccm25.FERTILITY).reshape(-1, 1, 1)
BY_SEX: Array = np.array([1.0 - ccm25.BOYS, ccm25.BOYS]).reshape(SEXES, 1, 1)


def pulls(lanes: int) -> Array:
    """What the lanes differ in, `(1, 1, lane)`."""
    return np.array([ccm25.pull(lane) for lane in range(lanes)]).reshape(1, 1, lanes)


def run(pull: Array) -> tuple[Array, Array, Array]:
    """25 years in every lane of `pull`: residents, employees and reputation, `(lane,)` each."""
    lanes = pull.shape[-1]
    # Cohorts stay where they lie, and the ages move past them: year by year the window that is
    # the population starts one row earlier, and the newborn are written there.
    cohorts = np.empty((SEXES, YEARS + AGES, lanes))
    cohorts[:, YEARS:] = START
    staff = np.full((1, 1, lanes), ccm25.START_STAFF)
    reputation = np.full((1, 1, lanes), ccm25.START_REPUTATION)
    for first in range(YEARS, 0, -1):
        population = cohorts[:, first : first + AGES]
        bands = by_band(population)
        people = (bands[0] + bands[1])[:, None]
        need = total(USE * people)
        load = need / staff
        over = load - 1.0
        sick = between(ccm25.LEAST_SICK, ccm25.SICK + ccm25.SICK_BY_LOAD * over, ccm25.MOST_SICK)
        quits = staff * between(0.0, ccm25.QUIT + ccm25.QUIT_BY_LOAD * over, ccm25.MOST_QUIT)
        stayers = staff - quits
        applicants = total(people[ccm25.WORKING_BANDS]) * (ccm25.APPLICANTS * reputation)
        hires = np.minimum(np.maximum(0.0, need - stayers), applicants)
        drawn = pull * (reputation - 1.0) - ccm25.TIRED * (sick - ccm25.SICK)
        attraction = np.maximum(0.0, 1.0 + drawn)
        births = total(FERTILITY * bands[0, ccm25.MOTHER_BANDS, None])

        cohorts[:, first - 1 : first] = births * BY_SEX
        live_and_move(population, attraction)
        staff = stayers + hires
        cover = (1.0 - sick) / load
        reputation += ccm25.REPUTATION_SPEED * (cover / ccm25.START_COVER - reputation)
    return cohorts[:, :AGES].sum(axis=(0, 1)), staff[0, 0], reputation[0, 0]


def by_band(population: Array) -> Array:
    """Five-year bands of each sex, `(2, band, lane)`."""
    whole = BANDS * BAND
    bands = population[:, :whole].reshape(SEXES, BANDS, BAND, -1).sum(axis=2)
    bands[:, -1] += population[:, whole]
    return bands


def live_and_move(population: Array, attraction: Array) -> None:
    """Everyone a year later, where they lie: those who stayed, and those who moved in."""
    population *= STAY
    population[:, :MOVING_AGES] += MOVING_IN * attraction
    # in a year those of 104 and of 105 and over are one age
    population[:, -2] += population[:, -1]


def total(rows: Array) -> Array:
    """The sum over the first axis, which stays as one."""
    return rows.sum(axis=0, keepdims=True)


def between(low: float, values: Array, high: float) -> Array:
    """The values, kept between two numbers."""
    return np.minimum(high, np.maximum(low, values))
