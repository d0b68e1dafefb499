"""The area of a fan of futures: its scale, its years, and what stands beside and below it.

No shapes are made here; fan.py does that.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from game.charts.axes import Span
from game.charts.comparison_plot import Bands, Figures, Plot, band_words, levels_of
from game.charts.paper import Paper
from game.engine.crisis import crisis_below
from game.view.forecast import HIGH, LOW, MIDDLE, VERY_HIGH, VERY_LOW, FanView

NARROW = 430  # dp; below this only the numbers stand at the end of the fan
LOWER = 210  # dp; below this there is no room for the key and the row of futures
STEP = 10.0  # the scale ends at a multiple of this
STAFFING_FROM = 60.0
ENDS = ((VERY_HIGH, "forecast.level.very_high"), (MIDDLE, "forecast.level.middle"),
        (VERY_LOW, "forecast.level.very_low"))  # fmt: skip
BANDS = ((VERY_LOW, VERY_HIGH), (LOW, HIGH))


@dataclass(frozen=True)
class Others:
    """Lines beside the fan, by year: «uten dere» so far, and the middle without what is tried."""

    alone_years: tuple[int, ...] = ()
    alone: tuple[float, ...] = ()
    before: tuple[float, ...] = ()
    """One value for each year of the fan."""


@dataclass(frozen=True)
class FanPlot:
    """Where a fan lies: the plot, and whether key and futures have room above and below it."""

    plot: Plot
    view: FanView
    others: Others
    roomy: bool
    key_top: float

    @property
    def paper(self) -> Paper:
        """The sheet."""
        return self.plot.paper

    @property
    def years(self) -> tuple[int, ...]:
        """From the last year that has passed to the last one ahead."""
        return (*self.view.past_years[-1:], *self.view.years)

    def level(self, which: int) -> tuple[float, ...]:
        """The values of a level for `years`: all levels begin at where one stands now."""
        return (*self.view.past[-1:], *self.view.bands[which])

    def spots(
        self, years: tuple[int, ...], values: tuple[float, ...]
    ) -> tuple[tuple[float, float], ...]:
        """The places of the values of some years."""
        pairs = zip(years, values, strict=True)
        return tuple((self.plot.across.place(y), self.plot.up.place(v)) for y, v in pairs)


def lay_out(
    paper: Paper, view: FanView, others: Others, tops: tuple[float, float], key_rows: int
) -> FanPlot:
    """The fan below `tops`: where the heading ends, and where the row of futures would.

    `key_rows` lines of a key stand below the years where there is room.
    """
    meter = view.meter_id
    figures = Figures(0, "%" if meter == "staffing" else "")
    low, high = _ends(view, others)
    bands = Bands(crisis_below(meter), view.good_from, low, high)
    roomy = paper.height >= paper.dp(LOWER)
    key = key_rows * paper.line("caption") + paper.dp(6) if roomy else 0.0
    years_high = paper.line("caption") + paper.dp(6)
    language = paper.t.language
    numbers = tuple(figures.text(v, language) for v in levels_of(low, high, bands))
    left = max(paper.widest(numbers, "caption"), paper.widest(band_words(paper), "note"))
    bottom = paper.height - key - years_high
    span_years = (*view.past_years, *view.years)
    right = _right(paper, view, figures)
    across = Span(span_years[0], span_years[-1], left + paper.dp(10), paper.width - right)
    up = Span(low, high, bottom, tops[1 if roomy else 0] + paper.line("caption") / 2)
    plot = Plot(paper, across, up, figures, bands)
    return FanPlot(plot, view, others, roomy, paper.height - key + paper.dp(6))


def end_words(paper: Paper) -> tuple[str, ...]:
    """What the three numbers at the end of the fan stand for; nothing on a narrow sheet."""
    if paper.width < paper.dp(NARROW):
        return ()
    return tuple(paper.t(key) for _, key in ENDS)


def _right(paper: Paper, view: FanView, figures: Figures) -> float:
    if not view.years:
        return paper.dp(24)
    texts = tuple(figures.text(view.bands[level][-1], paper.t.language) for level, _ in ENDS)
    wide = max(paper.widest(texts, "number"), paper.widest(end_words(paper), "note"))
    return min(wide, paper.width * 0.4) + paper.dp(16)


def _ends(view: FanView, others: Others) -> tuple[float, float]:
    """The whole scale of the meter, and more where the futures go beyond it."""
    usual = STAFFING_FROM if view.meter_id == "staffing" else 0.0
    seen = (*view.past, *view.bands[VERY_LOW], *view.bands[VERY_HIGH], *others.alone)
    low, high = min(usual, *seen), max(100.0, *seen)
    return floor(low / STEP) * STEP, ceil(high / STEP) * STEP
