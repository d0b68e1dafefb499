"""«Slik kan det gå»: a fan of futures, how sure one can be, and what a choice is likely to do."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.parameter_files import records
from game.engine.crisis import good_from
from game.engine.game_state import GameState
from game.engine.what_if.doubt import left_after_analysis
from game.engine.what_if.forecast import LEVELS, Fan, LargestDoubts, WhatIf
from game.model.lanes import Array
from game.model.variables import VARIABLES
from game.text.numbers import number
from game.text.translate import Translator
from game.view.meters import points, value_text
from game.view.parts import Meaning

LINES = 20
"""Futures that are drawn one by one: «i 14 av 20 framtider»."""
VERY_LOW, LOW, MIDDLE, HIGH, VERY_HIGH = range(len(LEVELS))
SHOWN_AS = {"index": "points", "share": "percent", "relative": "percent"}
NOK_MILLION = 1e6
ANALYSED = ("staffing", "services", "wellbeing")
"""The meters whose futures lie nearer each other for an analysis of the staff."""
ALIKE = 1.0
"""Points; when eight in ten futures end nearer each other, nothing is much in doubt."""


@dataclass(frozen=True)
class FanView:
    """One meter ahead. All rows are by year, in the meter's own points."""

    title: str
    meter: str
    meter_id: str
    years: tuple[int, ...]
    bands: tuple[tuple[float, ...], ...]
    """Lowest tenth, lower quarter, middle, upper quarter, highest tenth."""
    lines: tuple[tuple[float, ...], ...]
    """A few single futures."""
    past_years: tuple[int, ...]
    past: tuple[float, ...]
    good_from: float
    in_good: int
    sentence: str
    band_sentence: str
    doubt_sentence: str
    note: str


@dataclass(frozen=True)
class WhatIfView:
    """What a choice is likely to do to one quantity in the last year one looks at."""

    name: str
    year: int
    difference: str
    sentence: str
    meaning: Meaning
    low: float
    middle: float
    high: float


def forecast(
    state: GameState,
    fan: Fan,
    meter: str,
    t: Translator,
    doubts: LargestDoubts | None = None,
) -> FanView:
    """The fan of one of the five meters. Without `doubts`, as while a control is dragged, the
    largest doubt is not named."""
    scale = _scale(meter)
    bands = tuple(_rows(fan.band(meter), scale))
    futures = fan.of(meter).T[:LINES] if fan.years else ()
    lines = tuple(tuple(float(value) * scale for value in line) for line in futures)
    limit = good_from(meter)
    in_good = sum(line[-1] >= limit for line in lines)
    return FanView(
        title=t("forecast.title"),
        meter=t(f"meter.{meter}"),
        meter_id=meter,
        years=fan.years,
        bands=bands,
        lines=lines,
        past_years=tuple(record.year for record in state.records),
        past=tuple(points(record.values, meter) for record in state.records),
        good_from=limit,
        in_good=in_good,
        sentence=_sentence(meter, fan, in_good, len(lines), t),
        band_sentence=_band_sentence(meter, fan, bands, state, t),
        doubt_sentence=_doubt_sentence(meter, fan, doubts, t),
        note=t("forecast.events"),
    )


def _rows(values: Array, scale: float) -> list[tuple[float, ...]]:
    return [tuple(float(value) * scale for value in row) for row in values]


def _sentence(meter: str, fan: Fan, in_good: int, of: int, t: Translator) -> str:
    if not fan.years:
        return t("forecast.over")
    key = "forecast.enough" if meter == "staffing" else "forecast.good"
    return t(key, n=in_good, all_=of, year=fan.years[-1], meter=t(f"meter.{meter}"))


def _band_sentence(
    meter: str, fan: Fan, bands: tuple[tuple[float, ...], ...], state: GameState, t: Translator
) -> str:
    if not fan.years:
        return ""
    low, high = _ends(meter, bands, t)
    if low == high:
        return t("forecast.band.same", value=low, year=fan.years[-1])
    words = t("forecast.band", low=low, high=high, year=fan.years[-1])
    analysed = meter in ANALYSED and left_after_analysis(state) < 1.0
    return f"{words} {t('forecast.band.analysed')}" if analysed else words


def _ends(meter: str, bands: tuple[tuple[float, ...], ...], t: Translator) -> tuple[str, str]:
    """The lowest and the highest tenth in the last year, as they are read."""
    low, high = (value_text(meter, bands[level][-1], t) for level in (VERY_LOW, VERY_HIGH))
    return low, high


def _doubt_sentence(meter: str, fan: Fan, doubts: LargestDoubts | None, t: Translator) -> str:
    if doubts is None or not doubts.years or not fan.years:
        return ""
    source, share = doubts.largest(meter)
    low, high = (fan.band(meter)[level, -1] for level in (VERY_LOW, VERY_HIGH))
    # among futures that end alike, a few far out say nothing of what one is unsure of
    if not share or (high - low) * _scale(meter) < ALIKE:
        return t("forecast.alike")
    return t("forecast.doubt", what=_in_doubt(source, t))


def _scale(meter: str) -> float:
    return 100.0 if meter == "staffing" else 1.0


def _in_doubt(source: str, t: Translator) -> str:
    """A kind of luck or a file of numbers in our own words; a single number by its name."""
    if f"doubt.{source}" in t:
        return t(f"doubt.{source}")
    name = next(record.body["name"] for record in records() if record.id == source)
    return f"«{t.pick(name)}»"


def what_if(found: WhatIf, name: str, t: Translator) -> WhatIfView | None:
    """What the choice does to one variable by the last year; None when no year is left.

    Eight in ten futures lie between `low` and `high`, which are in the unit that is shown.
    """
    years = found.difference.years
    if not years:
        return None
    unit, scale = _unit(name)
    bands = [float(row[-1]) * scale for row in found.difference.band(name)]
    low, middle, high = (bands[level] for level in (VERY_LOW, MIDDLE, VERY_HIGH))
    words = _in_words(unit, low, high, t)
    return WhatIfView(
        name=t(f"variable.{name}"),
        year=years[-1],
        difference=words,
        sentence=t("whatif.sentence", name=t(f"variable.{name}"), year=years[-1], difference=words),
        meaning=_meaning(name, low, high),
        low=low,
        middle=middle,
        high=high,
    )


def _unit(name: str) -> tuple[str, float]:
    """How a difference of a variable is counted in words, and how many there are to a base unit."""
    unit = VARIABLES[name].unit
    if unit == "nok":
        return "nok", 1.0 / NOK_MILLION
    shown = SHOWN_AS.get(unit, unit)
    return shown, 100.0 if shown == "percent" else 1.0


def _in_words(unit: str, low: float, high: float, t: Translator) -> str:
    """«trolig 2–5 flere»; both ways when it may help or harm; nothing when it rounds to nothing."""
    decimals = 0 if max(abs(low), abs(high)) >= 2.0 or unit == "persons" else 1
    least, most = (float(f"{value:.{decimals}f}") for value in (low, high))
    shown = [number(abs(value), decimals, t.language) for value in (least, most)]
    if least == most == 0.0:
        return t("whatif.none")
    if least < 0.0 < most:
        return t(f"whatif.{unit}.either", low=shown[0], high=shown[1])
    more = most > 0.0
    span = "–".join(dict.fromkeys(shown if more else reversed(shown)))
    return t(f"whatif.{unit}.{'more' if more else 'less'}", span=span)


def _meaning(name: str, low: float, high: float) -> Meaning:
    rising = VARIABLES[name].rising_is
    if rising == "neutral" or low < 0.0 < high or low == high == 0.0:
        return "neutral"
    return "good" if (low >= 0.0) == (rising == "good") else "bad"
