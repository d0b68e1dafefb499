"""The same as a Vensim model with subscripts, translated and run by PySD."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks import ccm25
from benchmarks.ccm25 import AGES, MOVING_AGES, SEXES, YEARS, Result

WORKING_AGES = (
    ccm25.WORKING_BANDS.start * ccm25.BAND,
    ccm25.WORKING_BANDS.stop * ccm25.BAND - 1,
)

MODEL = """{{UTF-8}}
Sex: women, men ~~|
Age: (A0-A{last}) ~~|
Young: (A0-A{before_last}) -> Older ~~|
Older: (A1-A{last}) -> Young ~~|
Working: (A{work_from}-A{work_to}) ~~|

{tables}
pull = {pull} ~~|
people[Age] = population[women, Age] + population[men, Age] ~~|
need = SUM(use[Age!] * people[Age!]) ~~|
births = SUM(fertility[Age!] * population[women, Age!]) ~~|
load = need / staff ~~|
sick = MIN({most_sick}, MAX({least_sick}, {sick} + {sick_by_load} * (load - 1))) ~~|
quits = staff * MIN({most_quit}, MAX(0, {quit} + {quit_by_load} * (load - 1))) ~~|
applicants = {applicants} * SUM(people[Working!]) * reputation ~~|
hires = MIN(MAX(0, need - staff + quits), applicants) ~~|
attraction = MAX(0, 1 + pull * (reputation - 1) - {tired} * (sick - {sick})) ~~|
remaining[Sex, Age] = population[Sex, Age] * stay[Sex, Age] + moving in[Sex, Age] * attraction ~~|
growing older[Sex, A0] = births * by sex[Sex] ~~|
growing older[Sex, Older] = remaining[Sex, Young] ~~|
kept[Sex, Young] = 0 ~~|
kept[Sex, A{last}] = remaining[Sex, A{last}] ~~|
population[Sex, Age] = INTEG(
    growing older[Sex, Age] + kept[Sex, Age] - population[Sex, Age], start[Sex, Age]) ~~|
residents = SUM(population[Sex!, Age!]) ~~|
staff = INTEG(hires - quits, {staff}) ~~|
reputation = INTEG(
    {speed} * ((1 - sick) / load / {cover} - reputation), {reputation}) ~~|
INITIAL TIME = 0 ~~|
FINAL TIME = {years} ~~|
TIME STEP = 1 ~~|
SAVEPER = {years} ~~|
"""


def text(pull: float) -> str:
    """The model file of one run."""
    fill = [0.0] * (AGES - MOVING_AGES)
    tables = [
        *_by_sex("stay", ccm25.stay()),
        *_by_sex("moving in", [row + fill for row in ccm25.moving_in()]),
        *_by_sex("start", ccm25.start_population()),
        _table("use[Age]", ccm25.use_by_age()),
        _table("fertility[Age]", ccm25.fertility_by_age()),
        _table("by sex[Sex]", (1.0 - ccm25.BOYS, ccm25.BOYS)),
    ]
    return MODEL.format(
        tables="\n".join(tables),
        pull=repr(pull),
        last=AGES - 1,
        before_last=AGES - 2,
        work_from=WORKING_AGES[0],
        work_to=WORKING_AGES[1],
        most_sick=ccm25.MOST_SICK,
        least_sick=ccm25.LEAST_SICK,
        sick=ccm25.SICK,
        sick_by_load=ccm25.SICK_BY_LOAD,
        most_quit=ccm25.MOST_QUIT,
        quit=ccm25.QUIT,
        quit_by_load=ccm25.QUIT_BY_LOAD,
        applicants=ccm25.APPLICANTS,
        tired=ccm25.TIRED,
        staff=ccm25.START_STAFF,
        reputation=ccm25.START_REPUTATION,
        speed=ccm25.REPUTATION_SPEED,
        cover=ccm25.START_COVER,
        years=YEARS,
    )


def translated(pull: float) -> Callable[[], Result]:
    """One run of the model, translated once; PySD is asked for the last year only.

    Raises ImportError when PySD is not installed.
    """
    import pysd

    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        path = Path(folder) / "ccm25.mdl"
        path.write_text(text(pull), "utf-8")
        model = pysd.read_vensim(str(path))
    wanted = ["residents", "staff", "reputation"]

    def run() -> Result:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            table = model.run(return_columns=wanted, return_timestamps=[YEARS], cache_output=False)
        return Result(*(float(table[name].iloc[-1]) for name in wanted))

    return run


def _by_sex(name: str, rows: list[list[float]]) -> list[str]:
    names = ("women", "men")
    return [_table(f"{name}[{names[sex]}, Age]", rows[sex]) for sex in range(SEXES)]


def _table(name: str, values: Iterable[float]) -> str:
    return f"{name} = {', '.join(map(repr, values))} ~~|"
