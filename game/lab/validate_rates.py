"""V5 and V6: the model's death rates and rates of moving beside the register."""

from __future__ import annotations

from math import inf
from pathlib import Path

import numpy as np

from game.content.parameter_files import load_national
from game.lab.regions import labour_markets, telemark
from game.lab.statistics import NORWAY_BY_SEX, CannotRead, norway_by_sex, number, table
from game.lab.validation import PARTLY, TUNED, Check, Sheet, told
from game.model.axes import AGES, FIRST_YEAR, LABOUR_MARKETS
from game.model.lanes import Array
from game.model.parameter_set import National
from game.model.start_people import death_probabilities
from game.text.numbers import number as written
from game.text.unbroken import unbroken

EVERY_YEAR = "wpp2024_norge_aarlig.csv"
MOVES = "flytterater_alder_telemark.csv"
NET_MOVES = "avledet_netto_flytting_alder_ba_klasse.csv"
REGISTER = range(2020, 2024)
SEXES = {"kvinner": "e0F", "menn": "e0M"}
"""Name to its column in the UN table, in the order of the rows of the model."""
DEATH_AGES = (80, 85, 90, 95)
DEATH_LIMIT, LIFE_LIMIT = 5.0, 0.4
LEAST_CORRELATION = 0.9
PROFILE = slice(5, 61)
YOUNG = slice(19, 31)
CLASSES = ("<5k", "5-10k", "10-20k", "20-50k", "50-150k", "150-500k", ">500k")
"""What the file of net moves calls the rows of `axes.LABOUR_MARKETS`."""
PERIODS = ("2014-2019", "2019-2024")
PER_THOUSAND = 1000.0
FEWEST_PERSON_YEARS = 50_000.0
"""Under this the number of person-years is told beside the figure."""


@told(
    "V5",
    "Dødelighet mot registeret 2020–2024 og FN",
    (NORWAY_BY_SEX, EVERY_YEAR),
    TUNED,
    "Dødeligheten er hentet fra FN og fra 78 år justert etter det samme registeret.",
)
def mortality(folder: Path, sheet: Sheet) -> None:
    """Deaths in cohorts of 80 to 95, and life expectancy in the first year of the game."""
    n = load_national()
    before = death_probabilities(n, REGISTER[0] - FIRST_YEAR)
    people = [norway_by_sex(folder, year) for year in (*REGISTER, REGISTER[-1] + 1)]
    gone, foreseen = np.zeros((2, AGES - 1)), np.zeros((2, AGES - 1))
    for index in range(len(REGISTER)):
        gone += people[index][:, :-1] - people[index + 1][:, 1:]
        foreseen += people[index][:, :-1] * before[index][:, :-1, 0]
    lives = _life_expectancy(death_probabilities(n, 0)[0])
    expected = {
        row["year"]: row for row in table(folder, EVERY_YEAR, ("year", *SEXES.values()))
    }.get(str(FIRST_YEAR))
    if expected is None:
        raise CannotRead(f"«{EVERY_YEAR}» har ikke året {FIRST_YEAR}.")
    for sex, (name, column) in enumerate(SEXES.items()):
        first, last = DEATH_AGES[0], DEATH_AGES[-1] + 1
        off = _per_cent(foreseen[sex, first:last].sum(), gone[sex, first:last].sum())
        sheet.want(f"{name}, døde ved 80–95 år", off, -DEATH_LIMIT, DEATH_LIMIT, "%")
        for age, end in zip(DEATH_AGES, DEATH_AGES[1:], strict=False):
            off = _per_cent(foreseen[sex, age:end].sum(), gone[sex, age:end].sum())
            sheet.show(f"{name}, døde ved {age}–{end - 1} år", off, "%")
        off = lives[sex] - number(expected, column, EVERY_YEAR)
        name = f"{name}, forventet levealder {FIRST_YEAR} mot FN"
        sheet.want(name, off, -LIFE_LIMIT, LIFE_LIMIT, "år")


def _per_cent(seen: float, expected: float) -> float:
    return float(100.0 * (seen / max(expected, 1.0) - 1.0))


def _life_expectancy(probability: Array) -> Array:
    """By sex. Those aged nought on 1 January have lived half a year; few die before that."""
    alive, lived = np.ones(2), np.full(2, 0.5)
    for age in range(AGES):
        died = alive * probability[:, age, 0]
        lived += alive - died / 2.0
        alive = alive - died
    return lived


@told(
    "V6",
    "Flytting etter alder og arbeidsmarked",
    (NET_MOVES, MOVES),
    PARTLY,
    "Netto flytting er lest av 2014–2019 og utflytting av Telemark; bare 2019–2024 er uavhengig.",
)
def moving(folder: Path, sheet: Sheet) -> None:
    """Correlation of the age profiles at 5 to 60, and the sign of net moves at 19 to 30."""
    n = load_national()
    model = n.net_rate_by_age[:, :, 0]
    for period in PERIODS:
        seen = _net_moves(folder, period)
        fits = [_likeness(model[row, PROFILE], seen[row, PROFILE]) for row in range(len(seen))]
        span = period.replace("-", "–")
        name = f"netto etter alder {span}, svakeste av sju klasser, korrelasjon"
        sheet.want(name, min(fits), LEAST_CORRELATION, inf)
        signs = np.sign(model[:, YOUNG].mean(axis=1)) == np.sign(seen[:, YOUNG].mean(axis=1))
        name = f"klasser med rett fortegn ved 19–30 år {span}, av {len(seen)}"
        sheet.want(name, float(signs.sum()), len(seen), inf)
    _telemark(n, folder, sheet)


def _net_moves(folder: Path, period: str) -> Array:
    """Net moves a year by class and age at the end of the year, `(7, 106)`."""
    column = "netto_flytting_per_1000_per_aar"
    seen = np.zeros((len(LABOUR_MARKETS), AGES))
    names = ("periode", "ba_folketall_klasse", "alder_ved_slutt", column)
    for row in table(folder, NET_MOVES, names):
        if row["periode"] == period and row["ba_folketall_klasse"] in CLASSES:
            age = int(number(row, "alder_ved_slutt", NET_MOVES))
            rate = number(row, column, NET_MOVES) / PER_THOUSAND
            seen[CLASSES.index(row["ba_folketall_klasse"]), age] = rate
    if not seen.any(axis=1).all():
        raise CannotRead(f"«{NET_MOVES}» mangler en klasse i {period}.")
    return seen


def _telemark(n: National, folder: Path, sheet: Sheet) -> None:
    """Gross moves in Telemark, municipalities of one class put together."""
    markets, names = labour_markets(folder), telemark(folder)
    by_name = {name: markets[knr] for knr, name in names.items()}
    sums: dict[tuple[int, int, int], Array] = {}
    for row in table(folder, MOVES, ("kommune", "aldersgruppe", "ut", "inn", "personaar")):
        first, last = (int(age) for age in row["aldersgruppe"].split("-"))
        if row["kommune"] in by_name and PROFILE.start <= first and last < PROFILE.stop + 7:
            key = by_name[row["kommune"]], first, last
            values = [number(row, column, MOVES) for column in ("ut", "inn", "personaar")]
            sums[key] = sums.get(key, np.zeros(3)) + values
    lived = {kind: sum(sums[key][2] for key in sums if key[0] == kind) for kind in markets.values()}
    for kind in sorted({key[0] for key in sums}):
        groups = sorted(key for key in sums if key[0] == kind)
        seen = np.array([sums[key][:2] / sums[key][2] for key in groups])
        out = n.out_rate_by_age[0, :, 0]
        rates = np.stack([out, np.maximum(0.0, out + n.net_rate_by_age[kind, :, 0])], axis=1)
        model = np.array([rates[first : last + 1].mean(axis=0) for _, first, last in groups])
        for way, name in enumerate(("ut", "inn")):
            fit = _likeness(model[:, way], seen[:, way])
            size = unbroken(LABOUR_MARKETS[kind].replace("-", "–"))
            title = f"Telemark, {size}: flytting {name} etter alder, korrelasjon"
            # so few that chance moves the profile more than the kind of labour market does
            few = lived[kind] < FEWEST_PERSON_YEARS
            title += f", bare {written(round(lived[kind], -2))} personår" if few else ""
            sheet.want(title, fit, LEAST_CORRELATION, inf)


def _likeness(one: Array, other: Array) -> float:
    return float(np.corrcoef(one, other)[0, 1])


RATE_CHECKS: tuple[Check, ...] = (mortality, moving)
