"""V10: the budgets of 2020 to 2025 with the incomes that came, the country and municipalities."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from pathlib import Path

import numpy as np

from game.content.parameter_files import load_national
from game.lab.norwegian_place import by_sex, place
from game.lab.statistics import (
    KEY_FIGURES,
    NORWAY_BY_SEX,
    OUTCOMES,
    PLACES_BY_AGE,
    key_figure,
    norway_by_sex,
    norway_outcome,
    places_by_age,
)
from game.lab.validation import INDEPENDENT, Check, Sheet, told
from game.model.axes import REVENUES
from game.model.draws import no_luck, year_luck
from game.model.lanes import Array, Levers
from game.model.start import begin
from game.model.step import observe, step
from game.text.numbers import signed

FROM, TO = 2020, 2025
LAST_BY_AGE = 2024
COUNTRY = "Landet"
RESULT = "Netto driftsresultat i % av brutto driftsinntekter"
FREE_INCOME = "Frie inntekter per innbygger"
PRICE_GROWTH = {2021: 0.033, 2022: 0.067, 2023: 0.043, 2024: 0.043, 2025: 0.039}
"""The municipal deflator as KS and the ministry told of it: 2021 the estimate of autumn 2021, 2022
and 2023 from what KS in June 2024 said the budgets had missed by, 2024 and 2025 estimates made in
the years themselves."""
UNSAFE = "1160 1576 5503 1508 1580 1577 4649 1816 3228 1535".split()
"""Municipalities whose numbers were weighted when borders changed."""
GENERAL = slice(REVENUES.index("tax"), REVENUES.index("grant") + 1)
LEAST_SPREAD, MOST_SPREAD = 3.0, 4.0
SEED = 1

PopulationOf = Callable[[int], Array]
"""Women and men by age, `(2, 106)`, 1 January of a year."""


@dataclass(frozen=True)
class Incomes:
    """Free income a resident in the country, in the prices of the last year, by year."""

    real_nok: dict[int, float]

    @classmethod
    def of(cls, folder: Path) -> Incomes:
        """From KOSTRA, with the growth of prices taken out. Raises CannotRead."""
        level, found = 1.0, {}
        for year in range(TO, FROM - 1, -1):
            found[year] = key_figure(folder, FREE_INCOME, COUNTRY, year) * level
            level *= 1.0 + PRICE_GROWTH.get(year, 0.0)
        return cls(found)


@told(
    "V10",
    "Økonomien 2020–2025 med inntektene som kom",
    (KEY_FIGURES, NORWAY_BY_SEX, OUTCOMES, PLACES_BY_AGE),
    INDEPENDENT,
    "Modellen får inntektene som kom, og resultatet i 2020; ingen tall er stilt inn etter resten.",
)
def economy(folder: Path, sheet: Sheet) -> None:
    """V10: net operating result, the direction it goes, and how municipalities spread."""
    incomes = Incomes.of(folder)
    reported = {year: key_figure(folder, RESULT, COUNTRY, year) for year in range(FROM, TO + 1)}
    first = reported[FROM] / 100.0
    country = country_budgets(_norway(folder), incomes, first)
    ours = country.results
    for year in range(FROM + 1, TO + 1):
        rise, theirs = ours[year] - ours[year - 1], reported[year] - reported[year - 1]
        words = f"Endring i netto driftsresultat {year}, mot {signed(theirs, 1)} (KOSTRA 12134)"
        if year in (2023, 2024):
            sheet.want(words, rise, -inf, 0.0, "poeng")
        else:
            sheet.show(words, rise, "poeng")
    spread = _spread(folder, incomes, first, country)
    words = f"Spredning mellom kommuner i {LAST_BY_AGE} (standardavvik, SSB 07459)"
    sheet.want(words, spread, LEAST_SPREAD, MOST_SPREAD, "poeng")


@dataclass(frozen=True)
class Budgets:
    """Some years of one place."""

    results: dict[int, float]
    """Net operating result in per cent of revenue, by year."""
    income_level: dict[int, float]
    """Free income that came against what the model reckons by itself, by year."""


def country_budgets(population: PopulationOf, incomes: Incomes, first: float) -> Budgets:
    """The country with the free income that came. `first` is the result of the first year."""

    def came(year: int, people: Array, own: float) -> float:
        return incomes.real_nok[year] * float(people.sum()) / own

    return _budgets(population, incomes, first, came, TO, None)


def place_budgets(
    population: PopulationOf, incomes: Incomes, first: float, country: Budgets, lane: int
) -> Budgets:
    """A place with a lane's luck, whose free income rose and fell as the country's did."""

    def came(year: int, people: Array, own: float) -> float:
        return country.income_level[year]

    return _budgets(population, incomes, first, came, LAST_BY_AGE, lane)


def _budgets(
    population: PopulationOf,
    incomes: Incomes,
    first: float,
    came: Callable[[int, Array, float], float],
    to: int,
    lane: int | None,
) -> Budgets:
    people = population(FROM)
    free = incomes.real_nok[FROM] * float(people.sum())
    start = place(people, general_revenue_nok=free, net_operating_result_share=first)
    state, p = begin(load_national(), start)
    found = Budgets({}, {})
    for index, number in enumerate(range(FROM, to + 1)):
        now = population(number)
        state.population[:] = now[:, :, None]
        calm = lane is None
        luck = no_luck(state.lanes) if calm else year_luck(SEED, number, state.lanes, lane or 0)
        levers = Levers(state.lanes)
        own = observe(state, levers, luck, p, index).revenue_by_source[GENERAL].sum(axis=0)
        found.income_level[number] = came(number, now, float(own[0, 0]))
        levers.of("revenue")[:] = own * (found.income_level[number] - 1.0)
        state, year = step(state, levers, luck, p, index)
        found.results[number] = 100.0 * float(year.result_share[0, 0, 0])
    return found


def _norway(folder: Path) -> PopulationOf:
    def population(year: int) -> Array:
        if year <= LAST_BY_AGE:
            return norway_by_sex(folder, year)
        shape = norway_by_sex(folder, LAST_BY_AGE).sum(axis=0)
        return by_sex(norway_outcome(folder, year, shape))

    return population


def _by_year(known: dict[int, Array]) -> PopulationOf:
    return lambda year: by_sex(known[year])


def _spread(folder: Path, incomes: Incomes, first: float, country: Budgets) -> float:
    """How far municipalities lie from each other in the last year known by age, points."""
    years = range(FROM, LAST_BY_AGE + 1)
    places = {k: v for k, v in places_by_age(folder, years).items() if k not in UNSAFE}
    last = []
    for row, known in enumerate(places.values()):
        # two lanes each, so that no two places share their luck
        budgets = place_budgets(_by_year(known), incomes, first, country, 2 * row)
        last.append(budgets.results[LAST_BY_AGE])
    return float(np.std(last))


CHECKS: tuple[Check, ...] = (economy,)
