"""Accounts: what goes in and out adds up, every year, whatever is done.

People are followed cohort by cohort here. All other accounts are lines of `accounts.yaml`, tried on
many lanes at once, each with levers and luck of its own.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from types import SimpleNamespace
from typing import Any

import numpy as np

from game.lab.properties import lines
from game.lab.properties.ground import STOCKS, Trial, texts, town
from game.model import axes
from game.model.draws import DROPPED_BITS, NORMALS, SLOTS, TO_FRACTION, stream_of, words
from game.model.lanes import LEVERS, Array, State
from game.model.variables import VARIABLES
from game.model.year import Year

LANES = 24
PUSH = {"index": 12.0, "share": 0.06, "relative": 0.3, "nok": 2e7, "persons": 3.0}
"""How far levers are pulled either way, by unit; not so far that every limit is reached."""
YEARS = (0, 4)
SEED = 2026
_ENDS = np.cumsum([len(NORMALS), len(axes.SOFT), len(axes.PROFESSIONS)])


def faults() -> list[str]:
    """Every account that does not add up."""
    found = []
    for trial in _trials():
        after, year = trial.run()
        names = names_of(trial, after, year)
        found += lines.faults(texts("accounts")["lines"], names)
        found += _people(trial, after, year)
    return found


def _trials() -> list[Trial]:
    """A quiet year, and years with levers and luck that differ from lane to lane."""
    trials = [town(2)]
    for index in YEARS:
        trial = town(LANES)
        trial.index = index
        pull_everything(trial, SEED + index)
        trials.append(trial)
    return trials


def pull_everything(trial: Trial, seed: int, strength: float = 1.0) -> None:
    """Give every lane but the first its own levers, luck and stocks, always the same."""
    amounts = len(axes.PROFESSIONS) + len(STOCKS)
    chances = between(seed, len(LEVERS) + len(NORMALS) + len(axes.SOFT) + amounts, trial.lanes)
    chances[:, 0] = 0.0
    for row, name in enumerate(LEVERS):
        unit = VARIABLES[name].unit if name in VARIABLES else "persons"
        trial.levers.of(name)[:] = strength * PUSH[unit] * chances[row]
    luck, soft, staff, stocks = np.split(chances[len(LEVERS) :], _ENDS)
    trial.luck[:] = 2.0 * luck[:, None]
    trial.state.staff *= 1.0 + 0.1 * staff[:, None]
    for row, name in enumerate(STOCKS):
        if name != "soft":
            # a fund can be many times as large, or gone; no other stock goes that far in a year
            spread = 2.0 if name == "reserve_fund_nok" else 0.1
            getattr(trial.state, name)[:] *= 1.0 + spread * stocks[row]
    trial.state.soft += strength * PUSH["index"] * soft[:, None]
    np.clip(trial.state.soft, 1.0, 99.0, out=trial.state.soft)


@cache
def _fractions(seed: int, rows: int, lanes: int) -> Array:
    streams = -(-rows // SLOTS)
    raw = [words(seed, 0, 0, lanes, stream_of(f"properties {i}")) for i in range(streams)]
    return (np.concatenate(raw, axis=1).T[:rows] >> DROPPED_BITS).astype(np.float64) * TO_FRACTION


def between(seed: int, rows: int, lanes: int) -> Array:
    """Numbers between -1 and 1 by address, `(rows, lanes)`."""
    return 2.0 * _fractions(seed, rows, lanes) - 1.0


def names_of(trial: Trial, after: State, year: Year) -> dict[str, Any]:
    """What a line may speak of: quantities, stocks before and after, levers, luck, parameters."""
    quantities = {entry.name: getattr(year, entry.name) for entry in fields(year)}
    rest = _at_rest()
    return {
        **quantities,
        "before": trial.state,
        "after": after,
        "lever": trial.levers.of,
        "luck": lambda name: trial.luck[NORMALS.index(name)][None],
        "soft": lambda name: trial.state.soft[axes.SOFT.index(name)][None],
        "soft_after": lambda name: after.soft[axes.SOFT.index(name)][None],
        "driver": lambda name: year.drivers[axes.DRIVERS.index(name)][None],
        "profession": lambda rows, name: rows[axes.PROFESSIONS.index(name)][None],
        "service": lambda rows, name: rows[axes.SERVICES.index(name)][None],
        "source": lambda rows, name: rows[axes.REVENUES.index(name)][None],
        "year_drivers": year.drivers.reshape(1, -1, year.drivers.shape[-1]),
        "rest": rest,
        "stand_in": np.reshape(axes.ASSISTANTS_STAND_IN, (-1, 1, 1)),
        "p": trial.p,
        "n": trial.p.n,
        "index": trial.index,
    }


def _at_rest() -> SimpleNamespace:
    """Every quantity of a first year in which nothing is done, in one lane."""
    trial = town(2)
    _, year = trial.run()
    found = {entry.name: getattr(year, entry.name)[..., :1] for entry in fields(year)}
    soft = {name: trial.state.soft[row][None, ..., :1] for row, name in enumerate(axes.SOFT)}
    return SimpleNamespace(**found, soft=lambda name: soft[name])


def _people(trial: Trial, after: State, year: Year) -> list[str]:
    """Cohort by cohort: those who neither died nor moved, and those who came, a year older."""
    p, index, before = trial.p.people, trial.index, trial.state.population
    moved_in = np.zeros_like(before)
    came = p.in_moves[index]
    moved_in[:, : came.shape[1]] = came * year.in_moves
    out, died = p.out_rate * before, p.death_probability[index] * before
    left = before + moved_in - out - died
    luck = dict(zip(NORMALS, trial.luck[:, None], strict=True))
    stay = trial.p.n.out_moves_by_study_places * trial.levers.of("study_places")
    shift = trial.levers.of("out_moves") - stay + p.out_wobble * luck["out_moves"]
    young, old = slice(axes.MOVING_FROM, axes.MOVING_TO), slice(axes.OLD_FROM, axes.AGES)
    left[:, young] -= (out * np.clip(shift, -1.0, 1.0))[:, young]
    left[:, old] -= (died * np.clip(p.death_wobble * luck["deaths"], -1.0, 1.0))[:, old]
    left[:, -2] += left[:, -1]
    expected = np.concatenate([year.births * p.births_split, left[:, :-1]], axis=1)
    off = np.abs(after.population - expected).max(axis=2)
    wrong = np.argwhere(~(off <= 1e-12 * np.abs(expected).max()))
    return [f"folketallet går ikke opp: {axes.SEXES[sex]}, {age} år" for sex, age in wrong[:3]]
