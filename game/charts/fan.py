"""«Slik kan det gå»: the years so far as one line, and the years ahead as a fan of futures.

Half of the futures lie in the dark band with a drawn edge, eight in ten within the light one with a
dashed edge: shade and edge say the same as the colour. The numbers at the end are said in words.
"""

from __future__ import annotations

from collections.abc import Callable

from game.charts.comparison import backdrop, year_marks
from game.charts.display_list import (
    Box,
    Circle,
    DisplayList,
    Item,
    Line,
    Polygon,
    Polyline,
    Rect,
)
from game.charts.fan_plot import BANDS, ENDS, FanPlot, Others, end_words, lay_out
from game.charts.paper import Paper, TextWidth, heading
from game.text.translate import Translator
from game.view.forecast import MIDDLE, VERY_HIGH, VERY_LOW, FanView

OUTER, INNER = 0.16, 0.30
SWATCH, APART = 24, 14  # dp
DOT, DOT_STEP = 6.5, 20  # dp
NOTHING = Others()
Drawn = Callable[[Paper, float, float], list[Item]]


def fan(
    view: FanView,
    width: float,
    height: float,
    text_width: TextWidth,
    *,
    t: Translator,
    scale: float = 1.0,
    titled: bool = True,
    others: Others = NOTHING,
) -> DisplayList:
    """The fan of one meter; without years ahead only the line so far."""
    paper = Paper(width, height, text_width, t, scale)
    title = f"{view.title}: {view.meter}"
    head = heading(paper, title, view.sentence, titled)
    key = _flow(paper, _entries(view, others, paper))
    futures = head.bottom + paper.dp(2 * DOT + 10)
    at = lay_out(paper, view, others, (head.bottom, futures), len(key))
    items = [*head.items, *backdrop(at.plot), *year_marks(at.plot)]
    if view.years:
        items += [*_bands(at), *_ahead(at), *_numbers(at)]
        items += _row_of_futures(at, head.bottom) if at.roomy else []
    items += [*_alone(at), *_so_far(at)]
    items += _key(paper, key, at.key_top) if at.roomy else []
    points, places = _points(at)
    texts = (view.sentence, view.band_sentence, view.doubt_sentence)
    described = " ".join(text for text in texts if text)
    return DisplayList(width, height, tuple(items), title, described, points, places)


# The fan


def _bands(at: FanPlot) -> list[Item]:
    items: list[Item] = []
    dash = (at.paper.dp(4), at.paper.dp(4))
    for (low, high), share, edge in zip(BANDS, (OUTER, INNER), (dash, ()), strict=True):
        below = at.spots(at.years, at.level(low))
        above = at.spots(at.years, at.level(high))
        items.append(Polygon((*above, *reversed(below)), "accent", share))
        items += [Polyline(line, "accent", at.paper.dp(1.25), edge, 0.8) for line in (below, above)]
    return items


def _ahead(at: FanPlot) -> list[Item]:
    """The middle of the futures, and what it would be without what is tried."""
    paper, items = at.paper, list[Item]()
    if at.others.before:
        before = (*at.view.past[-1:], *at.others.before)
        dash = (paper.dp(2), paper.dp(5))
        items.append(Polyline(at.spots(at.years, before), "ink", paper.dp(2.5), dash))
    middle = at.spots(at.years, at.level(MIDDLE))
    end = Circle(*middle[-1], paper.dp(5.5), "accent", "surface", paper.dp(2))
    return [*items, Polyline(middle, "accent", paper.dp(3.5)), end]


def _so_far(at: FanPlot) -> list[Item]:
    """What has happened, with a line where the known ends."""
    paper, spots = at.paper, at.spots(at.view.past_years, at.view.past)
    here = Circle(*spots[-1], paper.dp(5.5), "ink", "surface", paper.dp(2))
    x, plot = spots[-1][0], at.plot
    now = Line(x, plot.up.stop, x, plot.up.start, "border", paper.dp(1.5))
    line = [Polyline(spots, "ink", paper.dp(3.5))] if len(spots) > 1 else []
    return [now, *line, here]


def _alone(at: FanPlot) -> list[Item]:
    others, paper = at.others, at.paper
    if len(others.alone) < 2:
        return []
    spots = at.spots(others.alone_years, others.alone)
    return [Polyline(spots, "muted", paper.dp(2), (paper.dp(7), paper.dp(5)))]


def _numbers(at: FanPlot) -> list[Item]:
    """The three numbers at the end, each with its words, moved apart when they are close."""
    paper, left = at.paper, at.plot.right + at.paper.dp(13)
    words = end_words(paper)
    values = [at.view.bands[level][-1] for level, _ in ENDS]
    styles = ("strong", "number", "strong")
    low = paper.line("note") if words else 0.0
    high = paper.line("number")
    wished = [at.plot.up.place(value) for value in values]
    bottom = at.plot.up.start + paper.dp(2)
    room = bottom - at.plot.up.stop + paper.line("caption") / 2
    if room < 3 * (high + low):
        low, words = 0.0, ()
    size = min(high + low + paper.dp(5), max(high + low, room / 3))
    shown = range(3) if room >= 3 * size else range(1, 2)
    highest = at.plot.up.stop - paper.line("caption") / 2
    middles = _apart([wished[i] for i in shown], size, highest, bottom)
    items: list[Item] = []
    for i, middle in zip(shown, middles, strict=True):
        top = middle - (high + low) / 2
        text = at.plot.write(values[i])
        items.append(paper.write((left, top + high / 2), text, styles[i]))
        if words:
            word = paper.shorten(words[i], "note", paper.width - left)
            items.append(paper.write((left, top + high + low / 2), word, "note", "muted"))
    return items


def _apart(wished: list[float], size: float, top: float, bottom: float) -> list[float]:
    """Middles near where they should be, downwards, none over another and all from top to bottom.

    >>> _apart([0.0, 5.0, 90.0], 20.0, 0.0, 100.0)
    [10.0, 30.0, 90.0]
    """
    placed: list[float] = []
    for wish in wished:
        least = placed[-1] + size if placed else top + size / 2
        placed.append(max(wish, least))
    limit = bottom - size / 2
    for i in reversed(range(len(placed))):
        placed[i] = min(placed[i], limit)
        limit = placed[i] - size
    return placed


def _row_of_futures(at: FanPlot, top: float) -> list[Item]:
    """One disc for each future that is told apart: filled where it ends well, else a ring."""
    paper, of = at.paper, len(at.view.lines)
    step = min(paper.dp(DOT_STEP), (at.plot.right - at.plot.left) / max(1, of))
    radius = min(paper.dp(DOT), step * 0.36)
    y = top + paper.dp(DOT + 1.5)  # with room for the ring
    items: list[Item] = []
    for i in range(of):
        x = at.plot.left + radius + i * step
        good = i < at.view.in_good
        fill = "accent" if good else "surface"
        items.append(Circle(x, y, radius, fill, "accent", paper.dp(1.75)))
    return items


# The key


def _entries(view: FanView, others: Others, paper: Paper) -> tuple[tuple[Drawn, str], ...]:
    t = paper.t
    entries: list[tuple[Drawn, str]] = []
    if len(view.past_years) > 1:
        entries.append((_stroke("ink", 3.5, ()), t("fan.so_far")))
    if len(others.alone) > 1:
        entries.append((_stroke("muted", 2, (7, 5)), t("fan.alone")))
    if view.years:
        entries.append((_plate(INNER + OUTER, ()), t("fan.half")))
        entries.append((_plate(OUTER, (4, 4)), t("fan.eight")))
    if others.before:
        entries.append((_stroke("ink", 2.5, (2, 5)), t("fan.before")))
    return tuple(entries)


def _stroke(tone: str, thick: float, dash: tuple[float, ...]) -> Drawn:
    def draw(paper: Paper, left: float, y: float) -> list[Item]:
        dashes = tuple(paper.dp(part) for part in dash)
        return [Line(left, y, left + paper.dp(SWATCH), y, tone, paper.dp(thick), dashes)]

    return draw


def _plate(share: float, dash: tuple[float, ...]) -> Drawn:
    def draw(paper: Paper, left: float, y: float) -> list[Item]:
        wide, high = paper.dp(SWATCH), paper.dp(13)
        dashes = tuple(paper.dp(part) for part in dash)
        top, bottom = y - high / 2, y + high / 2
        edges = [Line(left, at, left + wide, at, "accent", paper.dp(1.25), dashes)
                 for at in (top, bottom)]  # fmt: skip
        return [Rect(left, top, wide, high, "accent", opacity=share), *edges]

    return draw


Rows = list[list[tuple[Drawn, str, float]]]


def _flow(paper: Paper, entries: tuple[tuple[Drawn, str], ...]) -> Rows:
    """The key in lines no wider than the paper, each entry with where it begins."""
    rows: Rows = []
    left = 0.0
    for draw, words in entries:
        needed = paper.dp(SWATCH + 8) + paper.measure(words, "caption")
        if not rows or left + needed > paper.width:
            rows.append([])
            left = 0.0
        rows[-1].append((draw, words, left))
        left += needed + paper.dp(APART)
    return rows


def _key(paper: Paper, rows: Rows, top: float) -> list[Item]:
    items: list[Item] = []
    for number, row in enumerate(rows):
        y = top + (number + 0.5) * paper.line("caption")
        for draw, words, left in row:
            start = left + paper.dp(SWATCH + 8)
            items += draw(paper, left, y)
            shown = paper.shorten(words, "caption", paper.width - start)
            items.append(paper.write((start, y), shown, "caption", "muted"))
    return items


# For keys and screen readers


def _points(at: FanPlot) -> tuple[tuple[tuple[str, str], ...], tuple[Box, ...]]:
    view, t = at.view, at.paper.t
    told: dict[int, str] = {
        year: at.plot.write(value) for year, value in zip(view.past_years, view.past, strict=True)
    }
    for row, year in enumerate(view.years):
        told[year] = t(
            "fan.point",
            middle=at.plot.write(view.bands[MIDDLE][row]),
            low=at.plot.write(view.bands[VERY_LOW][row]),
            high=at.plot.write(view.bands[VERY_HIGH][row]),
        )
    step = (at.plot.right - at.plot.left) / max(1, len(told) - 1)
    places = [_place(at, year, step) for year in told]
    return tuple((str(year), text) for year, text in told.items()), tuple(places)


def _place(at: FanPlot, year: int, step: float) -> Box:
    left = max(0.0, at.plot.across.place(year) - step / 2)
    width = min(step, at.paper.width - left)
    return Box(left, at.plot.up.stop, width, at.plot.up.start - at.plot.up.stop)
