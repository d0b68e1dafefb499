"""Family members and long runs: other municipalities, shocks that fade, and five hundred years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import numpy as np

from game.lab.properties import bounds, lines
from game.lab.properties.accounts import between, pull_everything
from game.lab.properties.ground import Trial, texts, the_start, town
from game.model import axes
from game.model.draws import NORMALS
from game.model.lanes import LEVERS, Array
from game.model.parameter_set import Start
from game.model.variables import VARIABLES

MEMBERS, FEW, YEARS = 50, 2, 15
SEED = 50
TRAITS = 12
"""How many numbers make a member different from the others."""
SHOCK_YEARS = 25
ALL_BAD = 2.0
BAD_YEAR = {"sick_leave": 2.0, "quits": 2.0, "applicants": -2.0}
ENOUGH = "lever applicants = 0.7"
FADED = 0.5
"""How much of a shock may be left at the end."""
LONG_YEARS, FAR_YEARS = 500, 6


def members(count: int = MEMBERS) -> Iterator[Start]:
    """Synthetic municipalities: small and large, young and old, rich and poor, well run or not."""
    start = the_start()
    traits = between(SEED, TRAITS, count)
    for lane in range(count):
        size, age, market, money, fund, ill, quits, *rest = traits[:, lane]
        population = start.population * _by_age(age) * 8.0**size
        scale = population.sum() / start.population.sum()
        yield replace(
            start,
            population=population,
            labour_market=int((1.0 + market) / 2.0 * len(axes.LABOUR_MARKETS)),
            general_revenue_nok=start.general_revenue_nok * scale * (1.0 + 0.1 * money),
            reserve_fund_nok=start.reserve_fund_nok * scale * (1.0 + 0.8 * fund),
            sick_leave_rate=start.sick_leave_rate * (1.0 + 0.25 * ill),
            turnover_rate=start.turnover_rate * (1.0 + 0.2 * quits),
            position_size=start.position_size + 0.06 * rest[0],
            vacancy_share=start.vacancy_share * (1.0 + rest[1]),
            agency_share=start.agency_share * (1.0 + 0.8 * rest[2]),
            soft=tuple(value * (1.0 + 0.2 * rest[3]) for value in start.soft),
        )


def _by_age(tilt: float) -> Array:
    """More of the old and fewer of the young, or the other way, for `tilt` from -1 to 1."""
    ages = np.linspace(-1.0, 1.0, axes.AGES)
    return 1.0 + 0.5 * tilt * ages


def _member(number: int, lane: int) -> str:
    return f"kommune {number}"


def few_faults() -> list[str]:
    """The first few members: enough to find a broken equation."""
    return faults(FEW)


def faults(count: int = MEMBERS) -> list[str]:
    """Members that leave their bands in a quiet game."""
    found = []
    for number, start in enumerate(members(count)):
        trial = town(2, start)
        residents = trial.state.population.sum(axis=(0, 1), keepdims=True)
        for _ in range(YEARS):
            year = trial.go_on(1)
            found += bounds.faults(trial.state, year, partial(_member, number))
        now = trial.state.population.sum(axis=(0, 1), keepdims=True)
        names = {
            "growth": now / residents,
            "employees_per_resident": year.employees / now,
            **{name: getattr(year, name) for name in ("staffing", "services", "result_share")},
            "turnover": year.leavers.sum(axis=(0, 1), keepdims=True) / year.employees,
            "sick": 1.0 - year.present_fte / year.employed_fte,
        }
        bands = texts("reality")["family"]
        found += [f"kommune {number}: {fault}" for fault in lines.faults(bands, names)]
    return found


def shock_faults() -> list[str]:
    """A bad year shows, and fades again: in staffing, services and well-being.

    The place has applicants enough: where it lacks them, one who came or left is missed for long.
    Those born, moved or dead, and money saved, do not come back, so their luck is not asked.
    """
    trial = town(len(BAD_YEAR) + 2)
    trial.change(slice(None), ENOUGH)
    for lane, (name, luck) in enumerate(BAD_YEAR.items(), 1):
        trial.change(lane, f"luck {name} = {luck}")
    apart: list[Array] = []
    for _ in range(SHOCK_YEARS):
        year = trial.go_on(1)
        trial.luck[:] = 0.0
        wellbeing = trial.state.soft[axes.SOFT.index("wellbeing")][None]
        marks = np.concatenate([axes.PERCENT * year.staffing, year.services, wellbeing])[:, 0]
        apart.append(np.abs(marks - marks[:, :1]).max(axis=0))
    last, most = apart[-1], np.max(apart, axis=0)
    return [
        f"luck {name}: {last[lane]:.3g} av {most[lane]:.3g} poeng er igjen"
        for lane, name in enumerate(BAD_YEAR, 1)
        if not last[lane] < FADED * most[lane]
    ]


def long_faults() -> list[str]:
    """Five hundred years in which nothing is done, and with bad luck every year."""
    trial = town(len(NORMALS) + 2)
    for lane, name in enumerate(NORMALS, 1):
        trial.change(lane, f"luck {name} = {-ALL_BAD if lane % 2 else ALL_BAD}")
    return _long(trial)


def _long(trial: Trial) -> list[str]:
    for _ in range(LONG_YEARS):
        year = trial.go_on(1)
        found = bounds.faults(trial.state, year)
        if found:
            return found
    return []


def far_faults(lanes: int, seed: int, years: int, strength: float) -> list[str]:
    """Every lever at random, far beyond what any card can do, year after year."""
    trial = town(lanes)
    found: list[str] = []
    for index in range(years):
        pull_everything(trial, seed + index, strength)
        found += bounds.faults(trial.state, trial.go_on(1))
    return list(dict.fromkeys(found))


def lever_faults() -> list[str]:
    """Every lever as far as its variable goes, up and down, for some years."""
    trial = town(2 * len(LEVERS) + 2)
    for row, name in enumerate(LEVERS):
        variable = VARIABLES[name]
        most = variable.highest - variable.lowest
        trial.levers.of(name)[..., 2 * row + 1] = most
        trial.levers.of(name)[..., 2 * row + 2] = -most
    found: list[str] = []
    for _ in range(FAR_YEARS):
        found += bounds.faults(trial.state, trial.go_on(1), _lever_called)
    return list(dict.fromkeys(found))


def _lever_called(lane: int) -> str:
    way = "mest" if lane % 2 else "minst"
    return f"lever {LEVERS[(lane - 1) // 2]} så {way} som råd" if lane else "ingenting gjort"
