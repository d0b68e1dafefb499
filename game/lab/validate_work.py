"""V9: ten years of neutral play, with the workforce beside what the sector reports."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game.content.parameter_files import load_national
from game.lab.norwegian_place import by_sex, place
from game.lab.statistics import NORWAY_BY_AGE, norway_by_age
from game.lab.validation import TUNED, Check, Sheet, told
from game.model.axes import BANDS, PROFESSIONS
from game.model.draws import no_luck
from game.model.lanes import Array, Levers
from game.model.start import begin
from game.model.step import step
from game.model.year import Year

FROM, TO = 2014, 2024
SHIFT_WORKERS = ("nurse", "social_educator", "care_worker", "assistant")
YEARS_AFTER_LAST = 3.0
"""How long those in the open band stay on average, so its middle is half of it on."""
FROM_55 = next(row for row, band in enumerate(BANDS) if band.startswith("55"))
FULL_TIME_2014, POSITION_2014 = 0.49, 0.80
"""Full time in the sector was just under half in 2014 (KS). The position is our estimate."""


@dataclass(frozen=True)
class OneYear:
    """What V9 reads off a year; ages in years, shares 0-1."""

    turnover: float
    mean_age: float
    exit_age: float
    shift_position: float
    vacancy: float


@told(
    "V9",
    "Arbeidsstokken gjennom ti år uten tiltak",
    (NORWAY_BY_AGE,),
    TUNED,
    "Søkertallet er stilt inn slik at turnover, snittalder og ubesatte timer blir som i landet.",
)
def workforce(folder: Path, sheet: Sheet) -> None:
    """V9: turnover, mean age, age at exit and full time, the country 2014 to 2024."""
    years = neutral_years(folder)
    turnover, age, leaving = (
        [getattr(year, name) for year in years] for name in ("turnover", "mean_age", "exit_age")
    )
    span = f"{FROM}–{TO}"
    low_turnover, high_turnover = 100.0 * min(turnover), 100.0 * max(turnover)
    sheet.want(f"Turnover, lavest i et år {span} (KS 2017–2022)", low_turnover, 12, 14, "%")
    sheet.want("Turnover, høyest i et år", high_turnover, 12, 14, "%")
    sheet.want(f"Snittalder i {FROM} (KS 44,4–44,6)", age[0], 44, 45, "år")
    sheet.want(f"Snittalder i {TO}", age[-1], 44, 45, "år")
    exit_words = "Snittalder ved avgang blant dem over 55 år"
    sheet.want(f"{exit_words}, lavest (KS 63,1–63,9)", min(leaving), 63.0, 63.9, "år")
    sheet.want(f"{exit_words}, høyest", max(leaving), 63.0, 63.9, "år")
    rise = years[-1].shift_position - years[0].shift_position
    per_year = 100.0 * rise / (TO - FROM) * _full_time_by_position()
    words = "Heltid blant turnusarbeidere, snitt i året (KS 20,8 til 36 % 2014–2024)"
    sheet.want(words, per_year, 1.2, 1.6, "poeng")
    sheet.show(f"Ubesatte stillinger i {TO}", 100.0 * years[-1].vacancy, "%")


def neutral_years(folder: Path) -> list[OneYear]:
    """The country with nothing done, the people replaced by those who came to live there.

    Raises CannotRead.
    """
    n = load_national()
    people = by_sex(norway_by_age(folder, FROM))
    start = place(people, full_time_share=FULL_TIME_2014, position_size=POSITION_2014)
    state, p = begin(n, start)
    levers, luck = Levers(state.lanes), no_luck(state.lanes)
    found = []
    for index, year_number in enumerate(range(FROM, TO + 1)):
        state.population[:] = by_sex(norway_by_age(folder, year_number))[:, :, None]
        after, year = step(state, levers, luck, p, index)
        found.append(_read(state.staff[:, :, 0], year))
        state = after
    return found


def _read(staff: Array, year: Year) -> OneYear:
    middles = middle_ages()
    leavers = year.leavers[:, :, 0].sum(axis=0)
    old = leavers[FROM_55:]
    rows = [PROFESSIONS.index(name) for name in SHIFT_WORKERS]
    employees = year.employees_by_profession[rows, 0, 0]
    position = year.position_by_profession[rows, 0, 0]
    needed = year.needed_fte[0, 0, 0]
    return OneYear(
        turnover=float(leavers.sum() / staff.sum()),
        mean_age=float((staff.sum(axis=0) * middles).sum() / staff.sum()),
        exit_age=float((old * middles[FROM_55:]).sum() / old.sum()),
        shift_position=float((employees * position).sum() / employees.sum()),
        vacancy=float(1.0 - year.present_fte[0, 0, 0] / needed),
    )


def middle_ages() -> Array:
    """The middle of each age band in years; the open one has a middle of its own. `(band,)`."""
    middles = []
    for band in BANDS:
        first, _, last = band.rstrip("+").partition("-")
        width = float(last) + 1.0 - float(first) if last else YEARS_AFTER_LAST
        middles.append(float(first) + width / 2.0)
    return np.array(middles)


def _full_time_by_position() -> float:
    return float(load_national().full_time_share_by_position[0, 0, 0])


CHECKS: tuple[Check, ...] = (workforce,)
