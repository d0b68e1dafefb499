"""The area of a line chart: its limits, its bands, and from years and values to places.

No shapes are made here; comparison.py does that.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from game.charts.axes import Span, round_step, ticks
from game.charts.paper import Paper
from game.text.numbers import number, percent
from game.text.translate import Translator
from game.view.parts import SeriesView


@dataclass(frozen=True)
class Bands:
    """Where «ok» and «good» begin on a scale from `low` to `high`."""

    ok: float
    good: float
    low: float = 0.0
    high: float = 100.0


@dataclass(frozen=True)
class Figures:
    """How values are written: decimals and the unit behind them."""

    decimals: int = 0
    unit: str = ""

    def text(self, value: float, language: str) -> str:
        """«92 %»."""
        if self.unit == "%":
            return percent(round(value, self.decimals) / 100.0, self.decimals, language)
        return f"{number(value, self.decimals, language)}\u00a0{self.unit}".rstrip("\u00a0")

    def gap_text(self, one: float, other: float, t: Translator) -> str:
        """How far it is between two numbers as they are written: per cent differ in points."""
        gap = abs(round(one, self.decimals) - round(other, self.decimals))
        if self.unit != "%":
            return self.text(gap, t.language)
        whole = round(gap, self.decimals)
        shown = number(whole, self.decimals, t.language)
        return t("charts.gap.percent", n=1 if whole == 1 else 2, value=shown)


@dataclass(frozen=True)
class Plot:
    """The area of the lines, and from years and values to places in it."""

    paper: Paper
    across: Span
    up: Span
    figures: Figures
    bands: Bands | None

    @property
    def left(self) -> float:
        """The left edge of the area."""
        return self.across.start

    @property
    def right(self) -> float:
        """The right edge of the area, where the last year is."""
        return self.across.stop

    def spots(self, series: SeriesView) -> tuple[tuple[float, float], ...]:
        """The places of all values of a line."""
        pairs = zip(series.years, series.values, strict=True)
        return tuple((self.across.place(year), self.up.place(value)) for year, value in pairs)

    def write(self, value: float) -> str:
        """A value in words."""
        return self.figures.text(value, self.paper.t.language)


def lay_out(
    paper: Paper,
    series: tuple[SeriesView, ...],
    top: float,
    bands: Bands | None,
    figures: Figures,
) -> Plot:
    """The plot below a heading that ends at `top`; names and values of the ends stand beside it."""
    language = paper.t.language
    low, high = _limits(series, bands)
    years = [year for line in series for year in line.years]
    scale_texts = tuple(figures.text(value, language) for value in levels_of(low, high, bands))
    left = paper.widest(scale_texts, "caption")
    if bands:
        left = max(left, paper.widest(band_words(paper), "note"))
    ends = tuple(figures.text(line.values[-1], language) for line in series)
    labels = tuple(line.label for line in series)
    right = max(paper.widest(ends, "number"), paper.widest(labels, "note"))
    right = min(right, paper.width * 0.4) + paper.dp(16)
    bottom = paper.height - paper.line("caption") - paper.dp(6)
    across = Span(min(years), max(years), left + paper.dp(10), paper.width - right)
    up = Span(low, high, bottom, top + paper.line("caption") / 2)
    return Plot(paper, across, up, figures, bands)


def _limits(series: tuple[SeriesView, ...], bands: Bands | None) -> tuple[float, float]:
    if bands:
        return bands.low, bands.high
    values = [value for line in series for value in line.values]
    low, high = min(0.0, *values), max(0.0, *values)
    step = round_step(high - low, 4)
    return floor(low / step) * step, max(ceil(high / step), floor(low / step) + 1) * step


def levels_of(low: float, high: float, bands: Bands | None) -> tuple[float, ...]:
    """The values with a line and a number: borders of bands, or round numbers."""
    return (bands.low, bands.ok, bands.good, bands.high) if bands else ticks(low, high, 4)


def band_words(paper: Paper) -> tuple[str, str, str]:
    """The words of the bands, from below."""
    return paper.t("charts.crisis"), paper.t("charts.ok"), paper.t("charts.good")
