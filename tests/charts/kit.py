"""Views and measures for the chart tests; numbers are invented and round."""

from __future__ import annotations

from itertools import combinations

from game.charts.display_list import Box, DisplayList, TextItem
from game.charts.fan_plot import Others
from game.text.translate import Translator, load_catalogue
from game.view.forecast import FanView
from game.view.parts import BarView, HoursPart, HoursView, PyramidView, SeriesView, WaterfallView

LONG_LABELS = (
    "Flere eldre trenger hjelp hjemme",
    "Sykepleiere sluttet",
    "Oppgavedeling på Solbakken sykehjem",
    "Heltid",
    "Ferieavvikling og opplæring av nyansatte",
    "Lærlinger ble ferdige",
    "Velferdsteknologi om natta",
    "Uforutsett",
)
AMOUNTS = (-3.1, -2.4, 1.6, 1.2, -1.1, 0.5, 0.4, -2.1)


def text_width(text: str, size: int, weight: str) -> float:
    """A ruler without fonts: every letter a little wider than in the real typeface."""
    return len(text) * size * (0.56 if weight == "Bold" else 0.53)


def translator(language: str = "nb") -> Translator:
    """The words of the charts."""
    return Translator(language, load_catalogue())


def bar(label: str, amount: float) -> BarView:
    """A cause that is good when it adds."""
    text = f"{amount:+.1f}".replace(".", ",").replace("-", "\u2212")
    meaning = "good" if amount > 0 else "bad"
    return BarView(label, amount, text, meaning, "siden 2027", "Lederløft")


def waterfall_view(bars: int = 5, start: float = 96.0) -> WaterfallView:
    """A waterfall whose bars lead exactly from start to end."""
    chosen = tuple(bar(LONG_LABELS[i], AMOUNTS[i]) for i in range(bars))
    end = start + sum(one.amount for one in chosen)
    texts = (f"{start:.0f} %", f"{end:.0f} %")
    return WaterfallView("Hvorfor gikk det ned?", "%", start, end, *texts, chosen, "Mest behov.")


def hours_view(own: float = 600, hired: float = 30, need: float = 700) -> HoursView:
    """An hours account with everything in it."""
    have = (part("own", "Egne ansatte", own), part("hired", "Innleide", hired))
    wanted = (
        part("need", "Pleie og omsorg", need * 0.5),
        part("need", "Skole og barnehage", need * 0.5),
        part("saved", "Spart med smarte måter", 20),
    )
    formula = ("Timer vi har = ansatte × stilling × nærvær",)
    return HoursView(have, wanted, own + hired, need, "Vi mangler noen.", formula)


def part(kind: str, label: str, fte: float) -> HoursPart:
    """A part of a bar."""
    return HoursPart(label, label, fte, f"{fte:.0f}", kind)


def lines_view(end_with: float = 94.0, end_without: float = 78.0) -> tuple[SeriesView, SeriesView]:
    """Two lines from 2026 to 2029 that begin together."""
    years = (2026, 2027, 2028, 2029)
    ours = SeriesView("med dere", years, (96.0, 94.0, 95.0, end_with), "with")
    return ours, SeriesView("uten dere", years, (96.0, 90.0, 84.0, end_without), "without")


def pyramid_view() -> PyramidView:
    """Four age groups."""
    labels = ("0–19", "20–39", "40–64", "65+")
    return PyramidView("Fjellvik", (80, 100, 90, 60), (70, 95, 92, 75), labels, 2027)


LAST_YEAR, FIRST_YEAR = 2040, 2025


def fan_view(meter: str = "trust", past: int = 4) -> FanView:
    """A fan that opens by a point a year to each side of 80; `past` years are behind it."""
    before = tuple(range(FIRST_YEAR, FIRST_YEAR + past))
    ahead = tuple(range(before[-1] + 1, LAST_YEAR + 1))
    spread = (-2.0, -1.0, 0.0, 1.0, 2.0)
    bands = tuple(tuple(80.0 + by * (i + 1) for i in range(len(ahead))) for by in spread)
    lines = tuple(tuple(80.0 + i / 10 for _ in ahead) for i in range(20))
    return FanView(
        title="Slik kan det gå",
        meter="Tillit",
        meter_id=meter,
        years=ahead,
        bands=bands,
        lines=lines,
        past_years=before,
        past=tuple(80.0 for _ in before),
        good_from=95.0 if meter == "staffing" else 70.0,
        in_good=14,
        sentence="I 14 av 20 framtider står Tillit på BRA i 2040.",
        band_sentence="Åtte av ti framtider ligger mellom 65 og 95 i 2040.",
        doubt_sentence="Det vi er mest usikre på, er hvor mange som slutter.",
        note="Nye hendelser er ikke regnet med.",
    )


def fan_others(past: int = 4, tried: bool = False) -> Others:
    """«Uten dere» so far, and the middle without what is tried."""
    years = tuple(range(FIRST_YEAR, FIRST_YEAR + past))
    before = tuple(78.0 for _ in range(years[-1] + 1, LAST_YEAR + 1)) if tried else ()
    return Others(years, tuple(79.0 for _ in years), before)


def box_of(item: TextItem) -> Box:
    """The box that the letters of a text fill."""
    width, height = text_width(item.text, item.size, item.weight), item.size * 1.02
    left = item.x - {"left": 0.0, "middle": 0.5, "right": 1.0}[item.anchor] * width
    return Box(left, item.y - height / 2, width, height)


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes overlap by more than a hair."""
    hair = 0.5
    return (
        one.x + hair < other.x + other.width
        and other.x + hair < one.x + one.width
        and one.y + hair < other.y + other.height
        and other.y + hair < one.y + one.height
    )


def overlaps(chart: DisplayList) -> list[tuple[str, str]]:
    """Pairs of texts that are written over each other."""
    pairs = combinations(chart.texts(), 2)
    return [(a.text, b.text) for a, b in pairs if meet(box_of(a), box_of(b))]


def outside(chart: DisplayList) -> list[str]:
    """Texts that stick out of the canvas."""
    boxes = ((item.text, box_of(item)) for item in chart.texts())
    return [text for text, box in boxes if not _inside(box, chart)]


def lost_places(chart: DisplayList) -> list[Box]:
    """Places of points that stick out of the canvas."""
    return [place for place in chart.places if not _inside(place, chart)]


def _inside(box: Box, chart: DisplayList) -> bool:
    hair = 1.0
    return (
        box.x >= -hair
        and box.y >= -hair
        and box.x + box.width <= chart.width + hair
        and box.y + box.height <= chart.height + hair
    )
