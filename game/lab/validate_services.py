"""V7, V8 and V11: the work that the model sees in a population, beside what Norway reports."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from pathlib import Path

import numpy as np

from game.content.parameter_files import load_national
from game.lab.norwegian_place import by_sex, place
from game.lab.statistics import (
    BY_AGE_AND_SEX,
    COST_BY_AGE,
    KEY_FIGURES,
    NEED_INDEX,
    NORWAY_BY_AGE,
    NORWAY_BY_SEX,
    NORWAY_PROJECTED,
    OUTCOMES,
    PROJECTIONS,
    CannotRead,
    key_figure,
    municipalities,
    municipality,
    norway_by_age,
    norway_by_sex,
    norway_in_round,
    norway_outcome,
    norway_projected,
    number,
    table,
)
from game.lab.validation import INDEPENDENT, PARTLY, Check, Sheet, told
from game.model import need, people
from game.model.axes import AGE_GROUPS, AGES, SERVICES
from game.model.draws import no_luck
from game.model.lanes import Array, Levers
from game.model.parameter_set import Parameters
from game.model.start import begin
from game.model.step import observe
from game.text.numbers import number as written

HEALTH = ("home_care", "nursing_home", "health")
NORWAY_LIMIT, PLACE_LIMIT = 8.0, 20.0
"""Per cent off at most: the country, and one municipality."""
LEAST_CORRELATION = 0.7
LEAST_GROWTH, MOST_GROWTH = 10.0, 13.0
FROM, TO = 2021, 2031
LARGE = 5_000

HEALTH_FTE = "Årsverk helse/omsorg per 10 000 innbygger"
USERS_OVER_80 = {
    "home_care": "Andel innb. 80+ som bruker hjemmetjenester",
    "nursing_home": "Andel innb. 80+ med institusjonsopphold",
}
FROM_80 = AGE_GROUPS.index("80-89")
CHILDREN, PUPILS = slice(1, 6), slice(6, 16)
"""The ages that KOSTRA counts the cost of kindergarten and school for."""
PLACES = {"Oslo": "0301", "Lillestrøm": "3205", "Lørenskog": "3222"}
COUNTRY = "Landet"
"""What KOSTRA calls it."""
OWN_USE = "med egen bruk blant dem over 80"
AGES_OF = 2024
YEAR = 2025
"""Of KOSTRA, which the numbers of the model are set from. The country is known by age to the end of
that year; municipalities only to 1 January 2024."""


@dataclass(frozen=True)
class Seen:
    """What the model sees in one place."""

    name: str
    by_age: Array
    """Residents by single age."""
    fte: Array
    """Needed FTE by service from age alone."""
    fte_own_use: Array
    """The same when those over 80 use as much care as KOSTRA has for the place."""
    wages: Array
    """Wages of the needed FTE by service from age alone, kroner."""
    wages_own_use: Array
    """The same with that use."""

    @property
    def residents(self) -> float:
        """Everyone who lives there."""
        return float(self.by_age.sum())


def constant_use(
    population: Array, use: dict[str, float] | None = None
) -> tuple[Array, Parameters]:
    """Needed FTE by service in the first year of an average place, and what it came from.

    `population` is `(2, 106)`; `use` shifts the need of a service, relative.
    """
    state, p = begin(load_national(), place(population, care_use_decline_rate=0.0))
    levers = Levers(state.lanes)
    for service, shift in (use or {}).items():
        levers.of(f"{service}_need")[:] = shift
    return observe(state, levers, no_luck(state.lanes), p, 0).needed[:, 0, 0], p


@told(
    "V7",
    "Tjenestebehov og kostnad mot KOSTRA",
    (KEY_FIGURES, OUTCOMES, NORWAY_BY_SEX, BY_AGE_AND_SEX),
    PARTLY,
    "Landet er bygd på de samme KOSTRA-tallene; de tre kommunene er uavhengige.",
)
def services_and_cost(folder: Path, sheet: Sheet) -> None:
    """V7: health FTE per 10 000 and net cost by sector, the country and three municipalities."""
    shape = norway_by_sex(folder, AGES_OF).sum(axis=0)
    country = _seen(folder, COUNTRY, by_sex(norway_outcome(folder, YEAR + 1, shape)))
    seen = [_seen(folder, name, municipality(folder, knr)) for name, knr in PLACES.items()]
    order = [country, *seen]
    reported = [key_figure(folder, HEALTH_FTE, one.name, YEAR) for one in order]
    _beside(sheet, "Norge, fra alder", country.fte, country, reported[0], NORWAY_LIMIT)
    for one, theirs in zip(seen, reported[1:], strict=True):
        _beside(sheet, f"{one.name}, fra alder", one.fte, one, theirs, PLACE_LIMIT)
        _beside(sheet, f"– {OWN_USE}", one.fte_own_use, one, theirs, inf)
        _costs(folder, sheet, one, country)
    words = "Plasser feil i rekkefølgen av de fire, årsverk i helse og omsorg"
    sheet.want(words, _misplaced([_health_fte(one.fte, one) for one in order], reported), 0, 0)
    own = [_health_fte(one.fte_own_use, one) for one in order]
    sheet.show(f"– {OWN_USE}", _misplaced(own, reported))


def _misplaced(ours: list[float], theirs: list[float]) -> int:
    """How many stand in another place when put in order."""
    return int((np.argsort(ours) != np.argsort(theirs)).sum())


def _seen(folder: Path, name: str, population: Array) -> Seen:
    fte, p = constant_use(population)
    by_age = population.sum(axis=0)
    groups = people.residents_by_age_group(by_age.reshape(-1, 1, 1))[:, 0, 0]
    shifts = {}
    for service, indicator in USERS_OVER_80.items():
        row = list(USERS_OVER_80).index(service)
        users = p.n.users_per_resident[row, :, 0] * groups
        expected = users[FROM_80:].sum() / groups[FROM_80:].sum()
        shifts[service] = key_figure(folder, indicator, name, YEAR) / 100.0 / expected - 1.0
    own, _ = constant_use(population, shifts)
    cost = (p.work.profession_mix[:, :, 0] * p.economy.cost_nok[:, :, 0]).sum(axis=0)
    return Seen(name, by_age, fte, own, fte * cost, own * cost)


def _health_fte(fte: Array, seen: Seen) -> float:
    """FTE in health and care per 10 000 residents."""
    rows = [SERVICES.index(name) for name in HEALTH]
    return float(fte[rows].sum() / seen.residents * 10_000.0)


def _beside(sheet: Sheet, words: str, fte: Array, seen: Seen, theirs: float, limit: float) -> None:
    ours = _health_fte(fte, seen)
    name = (
        f"{words}: årsverk i helse og omsorg per 10 000, {written(ours, 1)} "
        f"mot {written(theirs, 1)} (KOSTRA 12209, {YEAR})"
    )
    off = 100.0 * (ours / theirs - 1.0)
    if limit == inf:
        sheet.show(name, off, "%")
    else:
        sheet.want(name, off, -limit, limit, "%")


def _costs(folder: Path, sheet: Sheet, seen: Seen, country: Seen) -> None:
    """Net cost by sector when a krone of wages brings the same other cost as in the country."""
    theirs, reported = _reported_costs(folder, seen), _reported_costs(folder, country)

    def off(ours: Array, at_home: Array) -> dict[str, float]:
        wages, country_wages = _by_sector(ours), _by_sector(at_home)
        return {
            sector: 100.0 * (wages[sector] * reported[sector] / country_wages[sector] / cost - 1.0)
            for sector, cost in theirs.items()
        }

    from_age, own = off(seen.wages, country.wages), off(seen.wages_own_use, country.wages_own_use)
    for sector, value in from_age.items():
        name = f"– netto utgift til {sector} når en lønnskrone koster som i landet (KOSTRA {YEAR})"
        sheet.want(name, value, -PLACE_LIMIT, PLACE_LIMIT, "%")
        if own[sector] != value:
            sheet.show(f"– – {OWN_USE}", own[sector], "%")


def _by_sector(wages: Array) -> dict[str, float]:
    rows = {name: float(wages[SERVICES.index(name)]) for name in SERVICES}
    return {
        "barnehage": rows["kindergarten"],
        "skole": rows["school"],
        "helse og omsorg": sum(rows[name] for name in HEALTH),
    }


def _reported_costs(folder: Path, seen: Seen) -> dict[str, float]:
    """Net operating expenditure by sector, kroner; care from its share of the whole."""

    def figure(indicator: str) -> float:
        return key_figure(folder, indicator, seen.name, YEAR)

    school = figure("Netto driftsutgifter til grunnskole per innbygger 6-15 år")
    school *= float(seen.by_age[PUPILS].sum())
    whole = school / figure("Netto driftsutgifter grunnskole i % av tot. netto driftsutgifter")
    care = figure("Netto driftsutgifter omsorg i % av tot. netto driftsutg.")
    health = figure("Netto driftsutgifter kommunehelse i % av tot. netto driftsutg.")
    kindergarten = figure("Netto driftsutgifter barnehage per innb. 1-5 år")
    return {
        "barnehage": kindergarten * float(seen.by_age[CHILDREN].sum()),
        "skole": school,
        "helse og omsorg": whole * (care + health),
    }


@told(
    "V8",
    "Utgiftsbehov ut fra alder alene mot statens indeks",
    (NEED_INDEX, BY_AGE_AND_SEX, COST_BY_AGE),
    INDEPENDENT,
    "Modellen ser bare alder, og er ikke stilt inn etter indeksen.",
)
def need_index(folder: Path, sheet: Sheet) -> None:
    """V8: the need a resident in each municipality, against the state's index of need."""
    rows = table(folder, NEED_INDEX, ("knr", "dki2026"))
    official = {row["knr"]: number(row, "dki2026", NEED_INDEX) for row in rows}
    places = {knr: p for knr, p in municipalities(folder).items() if knr in official}
    if not places:
        raise CannotRead(f"«{NEED_INDEX}» og «{BY_AGE_AND_SEX}» har ingen kommuner felles.")
    populations = np.stack(list(places.values()), axis=2)
    ours = _need_per_resident(populations)
    theirs = np.array([official[knr] for knr in places])
    weight = populations.sum(axis=(0, 1))
    words = f"Samvariasjon i {len(places)} kommuner, hver teller likt (KDD 2026, SSB 07459)"
    sheet.want(words, _correlation(ours, theirs), LEAST_CORRELATION, inf)
    sheet.show("– hver innbygger teller likt", _correlation(ours, theirs, weight))
    large = weight >= LARGE
    words = (
        f"– hver kommune teller likt, de {int(large.sum())} med minst {written(LARGE)} innbyggere"
    )
    sheet.show(words, _correlation(ours[large], theirs[large]))
    state = (_cost_by_age(folder) * populations.sum(axis=0)).sum(axis=0) / weight
    sheet.show(
        "– til sammenlikning statens egen kostnad etter alder, alle", _correlation(state, theirs)
    )


def _need_per_resident(populations: Array) -> Array:
    """FTE a resident, `(lane,)`; `populations` is `(2, 106, lane)`, one municipality a lane."""
    _, p = constant_use(populations[:, :, 0])
    groups = people.residents_by_age_group(people.residents_by_age(populations))
    fte = need.base_need_fte(groups, p.work.need_rate[0])
    return fte.sum(axis=(0, 1)) / populations.sum(axis=(0, 1))


def _cost_by_age(folder: Path) -> Array:
    """What the state's cost key gives a resident of each age, kroner, `(106, 1)`."""
    cost = np.zeros((AGES, 1))
    for row in table(folder, COST_BY_AGE, ("aldersgruppe", "kr_full_fordeling")):
        first, _, last = row["aldersgruppe"].rstrip("+").partition("-")
        ages = [first, last or first]
        if not all(age.isdigit() for age in ages):
            raise CannotRead(f"«{COST_BY_AGE}» har en aldersgruppe «{row['aldersgruppe']}».")
        end = AGES if row["aldersgruppe"].endswith("+") else int(ages[1]) + 1
        cost[int(first) : end] = number(row, "kr_full_fordeling", COST_BY_AGE)
    return cost


def _correlation(one: Array, other: Array, weight: Array | None = None) -> float:
    share = np.ones_like(one) if weight is None else weight
    a, b = (x - np.average(x, weights=share) for x in (one, other))
    both = float(np.sqrt((share * a * a).sum() * (share * b * b).sum()))
    # where nothing varies there is nothing to agree on
    return float((share * a * b).sum()) / both if both > 0.0 else 0.0


@told(
    "V11",
    "Årsverk landet trenger i 2031 mot 2021, med samme bruk",
    (NORWAY_BY_AGE, NORWAY_PROJECTED, PROJECTIONS),
    INDEPENDENT,
    "Bruken er lest av KOSTRA for ett år, og ikke stilt inn etter veksten som KS regnet seg til.",
)
def national_need(folder: Path, sheet: Sheet) -> None:
    """V11: the extra work that the population of 2031 asks for, done as today."""
    before, _ = constant_use(by_sex(norway_by_age(folder, FROM)))
    care = [SERVICES.index(name) for name in HEALTH]
    for words, residents in (
        ("SSB 13599, runden 2022", norway_projected(folder, TO)),
        ("SSB 14746, runden 2026", norway_in_round(folder, 2026, TO)),
    ):
        after, _ = constant_use(by_sex(residents))
        growth = 100.0 * (after.sum() / before.sum() - 1.0)
        name = f"Vekst {FROM}–{TO}, SSB 10211 og {words} (KS regnet 11,6 %)"
        sheet.want(name, growth, LEAST_GROWTH, MOST_GROWTH, "%")
        sheet.show(
            f"– av dette i helse og omsorg, {words}", (after - before)[care].sum(), "årsverk"
        )


CHECKS: tuple[Check, ...] = (services_and_cost, need_index, national_need)
