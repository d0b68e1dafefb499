"""V3 and V4: the model's people beside Statistics Norway's own projections, back and forward."""

from __future__ import annotations

from math import inf
from pathlib import Path

import numpy as np

from game.content.parameter_files import load_national
from game.content.population_file import PopulationFile
from game.lab.backcast.history import history_before
from game.lab.backcast.method import Method
from game.lab.backcast.project import projected
from game.lab.backcast.report import past_of, rows_used
from game.lab.demography import aged
from game.lab.norwegian_place import place
from game.lab.regions import (
    REGIONS,
    Totals,
    country_by_class,
    labour_markets,
    outcomes,
    projections,
    start_of_round,
    telemark,
)
from game.lab.statistics import (
    BY_AGE_AND_SEX,
    NORWAY,
    NORWAY_BY_SEX,
    OUTCOMES,
    PLACES_BY_AGE,
    PROJECTIONS,
    CannotRead,
    municipalities,
    population_file,
)
from game.lab.validate_rates import RATE_CHECKS
from game.lab.validation import PARTLY, Check, Sheet, told
from game.model.draws import no_luck
from game.model.lanes import LEAST_LANES, Array, Levers
from game.model.parameter_set import National
from game.model.start import begin
from game.model.step import step
from game.text.numbers import number as written

ROUNDS = {2010: (2015, 2020, 2026), 2014: (2019, 2024, 2026), 2018: (2026,), 2020: (2026,)}
"""First year of SSB's projection to the years it is compared with what came."""
MOST_RATIO = 1.0
LARGE = 5_000
ROUND, END = 2026, 2045
COUNTRY_LIMIT, PLACE_LIMIT = 3.0, 8.0
"""Per cent off at most among those over 80."""
OVER_80 = 80


@told(
    "V3",
    "Mot SSBs egne framskrivinger for Telemark",
    (PLACES_BY_AGE, PROJECTIONS, OUTCOMES),
    PARTLY,
    "Bare år før starten brukes, men ett fast tall er valgt fordi det treffer best for de eldste i "
    "Telemark.",
)
def against_own_projections(folder: Path, sheet: Sheet) -> None:
    """Error of the backcast over error of SSB's projection of the same year."""
    population, names, came = population_file(folder), telemark(folder), outcomes(folder)
    for start, ends in ROUNDS.items():
        theirs = projections(folder, start)
        ours = _projected(population, start, max(ends))
        off = {True: np.zeros(2), False: np.zeros(2)}
        for end in ends:
            off_now = {True: np.zeros(2), False: np.zeros(2)}
            for knr, name in names.items():
                if knr in ours and (name, end) in theirs and (name, end) in came:
                    guess = ours[knr][end - start]
                    off_now[True] += _off(_totals(guess), came[name, end])
                    off_now[False] += _off(theirs[name, end], came[name, end])
            total, old = off_now[True] / off_now[False]
            name = f"{start} til {end}, {{}}: modellens feil mot SSBs"
            sheet.want(name.format("alle"), total, -inf, MOST_RATIO)
            sheet.want(name.format("80+"), old, -inf, MOST_RATIO)
            for model in off:
                off[model] += off_now[model]
        total, old = off[True] / off[False]
        sheet.want(f"fra {start}, alle, snitt av årene", total, -inf, MOST_RATIO)
        sheet.want(f"fra {start}, 80+, snitt av årene", old, -inf, MOST_RATIO)


def _projected(population: PopulationFile, start: int, end: int) -> dict[str, Array]:
    """Municipality number to persons by year from the start and age, `(year, 106)`."""
    if start not in population.years:
        raise CannotRead(f"«{PLACES_BY_AGE}» har ikke året {start}.")
    rows, _ = rows_used(population, start)
    past, method = past_of(population, rows, start), Method()
    seen = projected(past, history_before(start, method), method, end - start).persons
    return {population.codes[row]: seen[:, :, place] for place, row in enumerate(rows)}


def _totals(by_age: Array) -> Totals:
    return Totals(float(by_age.sum()), float(by_age[OVER_80:].sum()))


def _off(guess: Totals, came: Totals) -> Array:
    return np.array(
        [abs(guess.everyone / came.everyone - 1.0), abs(guess.over_80 / came.over_80 - 1.0)]
    )


@told(
    "V4",
    f"Fram til {END} uten tiltak, mot SSBs framskriving {ROUND}",
    (PROJECTIONS, OUTCOMES, BY_AGE_AND_SEX, NORWAY_BY_SEX, REGIONS),
    PARTLY,
    "Fødsler og innflytting vokser som i den samme framskrivingen (MMMM); dødelighet og fordeling "
    "på kommuner gjør det ikke.",
)
def forward(folder: Path, sheet: Sheet) -> None:
    """The demography at rest, the country as the sum of its kinds of labour market."""
    n = load_national()
    main, low, high = (projections(folder, ROUND, name) for name in ("MMMM", "LLML", "HHMH"))
    parts = country_by_class(n, folder, ROUND)
    later = [aged(n, part, row, END - ROUND).sum(axis=0) for row, part in enumerate(parts)]
    country, key = _totals(np.sum(later, axis=0)), (NORWAY, END)
    limits = low[key].everyone, high[key].everyone
    sheet.want(f"Norge {END}, innbyggere", country.everyone, *limits)
    off = 100.0 * (country.over_80 / main[key].over_80 - 1.0)
    sheet.want(f"Norge {END}, 80+ mot MMMM", off, -COUNTRY_LIMIT, COUNTRY_LIMIT, "%")
    everyone = [_played(n, part, row) for row, part in enumerate(parts)]
    played = _totals(np.sum(everyone, axis=0))
    sheet.want(f"Norge {END}, hele modellen uten tiltak, innbyggere", played.everyone, *limits)
    off = 100.0 * (played.over_80 / main[key].over_80 - 1.0)
    name = f"Norge {END}, hele modellen uten tiltak, 80+ mot MMMM"
    sheet.want(name, off, -COUNTRY_LIMIT, COUNTRY_LIMIT, "%")
    markets, people = labour_markets(folder), municipalities(folder)
    inside, off_old, small_inside = [], [], []
    for knr, name in telemark(folder).items():
        if knr not in people:
            continue
        start = start_of_round(n, folder, ROUND, name, people[knr])
        seen, key = _totals(aged(n, start, markets[knr], END - ROUND).sum(axis=0)), (name, END)
        fits = low[key].everyone <= seen.everyone <= high[key].everyone
        if start.sum() >= LARGE:
            inside.append(fits)
            off_old.append(100.0 * abs(seen.over_80 / main[key].over_80 - 1.0))
        else:
            small_inside.append(fits)
    if not inside:
        raise CannotRead("finner ingen kommune i Telemark med minst 5 000 innbyggere.")
    count = len(inside)
    sheet.want(
        f"kommuner over {written(LARGE)} mellom LLML og HHMH, av {count}", sum(inside), count, inf
    )
    sheet.want(
        f"kommuner over {written(LARGE)}, største avvik 80+", max(off_old), -inf, PLACE_LIMIT, "%"
    )
    count = len(small_inside)
    sheet.want(f"mindre kommuner mellom LLML og HHMH, av {count}", sum(small_inside), count, inf)


def _played(n: National, people: Array, labour_market: int) -> Array:
    """Residents by age in the last year of the whole model, without measures and without luck."""
    state, p = begin(n, place(people, labour_market=labour_market), LEAST_LANES)
    for index in range(END - ROUND):
        state, _ = step(state, Levers(LEAST_LANES), no_luck(LEAST_LANES), p, index)
    return np.asarray(state.population[:, :, 0].sum(axis=0))


CHECKS: tuple[Check, ...] = (against_own_projections, forward, *RATE_CHECKS)
