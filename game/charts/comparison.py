"""«Uten dere» against «med dere»: two lines through the years, and the difference between them.

The line without is dashed and grey, the line with is solid and thick, and both are named where they
end. Bands for crisis, ok and good carry their word at the left edge.
"""

from __future__ import annotations

from itertools import pairwise

from game.charts.axes import ticks
from game.charts.comparison_plot import Bands, Figures, Plot, band_words, lay_out, levels_of
from game.charts.display_list import Box, Circle, DisplayList, Item, Line, Polygon, Polyline, Rect
from game.charts.paper import Paper, TextWidth, heading
from game.text.translate import Translator
from game.view.parts import SeriesView

TONES = {"with": "accent", "without": "muted"}


def comparison(
    series: tuple[SeriesView, ...],
    width: float,
    height: float,
    text_width: TextWidth,
    *,
    t: Translator,
    title: str = "",
    sentence: str = "",
    bands: Bands | None = None,
    figures: Figures | None = None,
    scale: float = 1.0,
    titled: bool = True,
) -> DisplayList:
    """The line chart. Without a sentence it describes its own ends and the difference."""
    paper = Paper(width, height, text_width, t, scale)
    head = heading(paper, title, sentence, titled and bool(title))
    plot = lay_out(paper, series, head.bottom, bands, figures or Figures())
    lines = sorted(series, key=lambda line: line.style == "with")  # «with» is drawn on top
    items = [*head.items, *backdrop(plot), *year_marks(plot), *_difference(plot, lines)]
    for line in lines:
        items += _line(plot, line)
    items += _ends(plot, lines)
    points, places = _points(plot, series)
    description = sentence or _describe(plot, series)
    return DisplayList(width, height, tuple(items), title, description, points, places)


def backdrop(plot: Plot) -> list[Item]:
    """Tinted bands with their words, and a line at every number of the scale."""
    paper, items = plot.paper, list[Item]()
    levels = levels_of(plot.up.low, plot.up.high, plot.bands)
    if plot.bands:
        looks = zip(pairwise(levels), ("crisis", "ok", "good"), (0.10, 0.16, 0.10), strict=True)
        for ((low, high), tone, share), word in zip(looks, band_words(paper), strict=True):
            items += _band(plot, (low, high), tone, share)
            items += _band_word(plot, (low, high), word)
    items += _upright(plot)
    for value in levels:
        y = plot.up.place(value)
        items.append(Line(plot.left, y, plot.right, y, "border", paper.dp(1), (1.0, paper.dp(3))))
    for value in _written(plot, levels):
        spot = (plot.left - paper.dp(8), plot.up.place(value))
        items.append(paper.write(spot, plot.write(value), "caption", "muted", "right"))
    return items


def _written(plot: Plot, levels: tuple[float, ...]) -> list[float]:
    """The numbers of the scale that have room; borders of bands before the ends of the scale."""
    order = (*levels[1:-1], levels[0], levels[-1]) if plot.bands else levels
    apart = plot.paper.line("caption")
    written: list[float] = []
    for value in order:
        y = plot.up.place(value)
        if all(abs(y - plot.up.place(other)) >= apart for other in written):
            written.append(value)
    return written


def _upright(plot: Plot) -> list[Item]:
    """The left axis; torn near its foot when the scale does not begin at 0."""
    paper, x, foot = plot.paper, plot.left, plot.up.start
    line = Line(x, plot.up.stop, x, foot, "border", paper.dp(1.5))
    if plot.up.low == 0:
        return [line]
    swing, step, top = paper.dp(5), paper.dp(4), foot - paper.dp(26)
    tear = tuple((x + swing * (0, 1, -1, 0)[i], top + i * step) for i in range(4))
    hidden = Line(x, top, x, top + 3 * step, "surface", paper.dp(4))
    return [line, hidden, Polyline(tear, "ink", paper.dp(1.75))]


def _band(plot: Plot, ends: tuple[float, float], tone: str, share: float) -> list[Item]:
    bottom, top = plot.up.place(ends[0]), plot.up.place(ends[1])
    width = plot.right - plot.left
    return [Rect(plot.left, top, width, bottom - top, tone, opacity=share, part="band")]


def _band_word(plot: Plot, ends: tuple[float, float], word: str) -> list[Item]:
    """The word of a band between its two numbers, when there is room between them."""
    paper = plot.paper
    bottom, top = plot.up.place(ends[0]), plot.up.place(ends[1])
    if bottom - top < paper.line("note") + paper.line("caption"):
        return []
    spot = (plot.left - paper.dp(8), (top + bottom) / 2)
    return [paper.write(spot, word, "note", "ink", "right")]


def year_marks(plot: Plot) -> list[Item]:
    """The first and the last year below the axis, and round ones between that have room."""
    paper = plot.paper
    first, last = int(plot.across.low), int(plot.across.high)
    wide = paper.measure("2040", "caption") * 1.5
    most = max(1, int((plot.right - plot.left) / wide))
    rounds = [int(year) for year in ticks(first, last, most) if year == int(year)]
    apart = [
        year
        for year in rounds
        if min(plot.across.place(year) - plot.left, plot.right - plot.across.place(year)) > wide
    ]
    y = plot.up.start + paper.dp(6) + paper.line("caption") / 2
    chosen = dict.fromkeys((first, *apart, last))
    return [
        paper.write((plot.across.place(year), y), str(year), "caption", "muted", "middle")
        for year in chosen
    ]


def _difference(plot: Plot, lines: list[SeriesView]) -> list[Item]:
    """A light veil between two lines of the same years: what the players have meant."""
    if len(lines) != 2 or lines[0].years != lines[1].years:
        return []
    back = tuple(reversed(plot.spots(lines[1])))
    return [Polygon(plot.spots(lines[0]) + back, "accent", 0.16)]


def _line(plot: Plot, line: SeriesView) -> list[Item]:
    paper, spots = plot.paper, plot.spots(line)
    ours = line.style == "with"
    thick = paper.dp(4 if ours else 2.5)
    dash = () if ours else (paper.dp(7), paper.dp(6))
    tone = TONES[line.style]
    end = Circle(*spots[-1], paper.dp(6), tone if ours else "surface", tone, paper.dp(2.5))
    return [Polyline(spots, tone, thick, dash), end]


def _ends(plot: Plot, lines: list[SeriesView]) -> list[Item]:
    """Name and value at the end of each line, moved apart when the ends are close."""
    paper, left = plot.paper, plot.right + plot.paper.dp(13)
    high, low = paper.line("number"), paper.line("note")
    order = sorted(lines, key=lambda line: -line.values[-1])
    wished = [plot.up.place(line.values[-1]) for line in order]
    # not below the axis, where the years stand
    bottom = plot.up.start + paper.dp(2)
    middles = spread(wished, high + low, plot.up.stop - paper.line("caption") / 2, bottom)
    items: list[Item] = []
    for line, middle in zip(order, middles, strict=True):
        top, room = middle - (high + low) / 2, paper.width - left
        value = plot.write(line.values[-1])
        tone = "ink" if line.style == "with" else "muted"
        name = paper.shorten(line.label, "note", room)
        items.append(paper.write((left, top + high / 2), value, "number", tone))
        items.append(paper.write((left, top + high + low / 2), name, "note", tone))
    return items


def spread(wished: list[float], size: float, top: float, bottom: float) -> list[float]:
    """Middles of labels as near as possible to where they should be, without overlap.

    >>> spread([50.0, 55.0], 20.0, 0.0, 100.0)
    [42.5, 62.5]
    """
    if not wished:
        return []
    placed = [wished[0]]
    for middle in wished[1:]:
        placed.append(max(middle, placed[-1] + size))
    shift = sum(wish - place for wish, place in zip(wished, placed, strict=True)) / len(wished)
    placed = [place + shift for place in placed]
    over = max(0.0, placed[-1] + size / 2 - bottom)
    under = max(0.0, top + size / 2 - (placed[0] - over))
    return [place - over + under for place in placed]


def _points(
    plot: Plot, series: tuple[SeriesView, ...]
) -> tuple[tuple[tuple[str, str], ...], tuple[Box, ...]]:
    years = sorted({year for line in series for year in line.years})
    step = (plot.right - plot.left) / max(1, len(years) - 1)
    points, places = [], []
    for year in years:
        values = [
            f"{line.label} {plot.write(line.values[line.years.index(year)])}"
            for line in series
            if year in line.years
        ]
        points.append((str(year), ", ".join(values)))
        left = max(0.0, plot.across.place(year) - step / 2)
        width = min(step, plot.paper.width - left)
        places.append(Box(left, plot.up.stop, width, plot.up.start - plot.up.stop))
    return tuple(points), tuple(places)


def _describe(plot: Plot, series: tuple[SeriesView, ...]) -> str:
    t, year = plot.paper.t, max(year for line in series for year in line.years)
    ends = [(line.label, line.values[-1]) for line in series]
    if len(ends) == 2:
        (first, first_value), (second, second_value) = ends
        return t(
            "charts.compared",
            first=first,
            first_value=plot.write(first_value),
            second=second,
            second_value=plot.write(second_value),
            gap=plot.figures.gap_text(first_value, second_value, t),
            year=year,
        )
    sentences = (
        t("charts.ends_at", label=name, value=plot.write(end), year=year) for name, end in ends
    )
    return " ".join(sentences)
