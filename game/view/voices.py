"""What the town says of a report: headline, article, two quotes and a letter, each only once.

The choice is worked out again from the game each time, so nothing has to be remembered. What may
be said is in `scenarios/common/voices`; here is what holds, and what is most to the point.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from game.content.effects import Condition
from game.content.scenario import Scenario
from game.content.voices import (
    LEAD,
    Kind,
    Voice,
    Voices,
    Way,
    load_voices,
    placeholders,
    split_placeholder,
)
from game.engine.conditions import all_hold
from game.engine.game_state import GameState, Record
from game.engine.turn import METERS
from game.model.draws import chance
from game.model.variables import VARIABLES
from game.text.numbers import number, percent
from game.text.translate import Translator
from game.view.amounts import amount_text
from game.view.meters import FLAT_WITHIN, band, points

FLAT = {"index": FLAT_WITHIN, "share": FLAT_WITHIN / 100.0}
FLAT_PART = 0.01
"""What is neither points nor a share is flat when it moves less than this part of itself."""
QUOTES = 2
ONE_DECIMAL = {"sick_leave_rate", "net_operating_result_share"}
INNER_QUOTES = str.maketrans("«»“”", "‘’‘’")
"""Quotation marks inside what is quoted already."""
TOLD_METERS = 2
"""How many of the meters that moved most are told of before how things are."""
HAPPENED, MOVED, STATE, QUIET = range(4)


@dataclass(frozen=True)
class Span:
    """The years of one report: how it was before them, how it is now, and what happened."""

    before: Record
    now: Record
    happened: frozenset[str]
    chosen: frozenset[str]
    """All that is decided so far."""


@dataclass(frozen=True)
class Paper:
    """What is said of one report, not yet in any language."""

    span: Span
    headline: Voice | None
    article: Voice | None
    quotes: tuple[Voice, ...]
    letter: Voice | None
    aside: Voice | None
    """What is said over the next picture; never what stood in the paper."""


@dataclass(frozen=True)
class PaperView:
    """What is said of one report, ready to be shown. What is empty is not said."""

    headline: str
    about: str
    """The meter the headline is about; empty when it is about something else."""
    lead: str
    """The bold opening of the article."""
    article: str
    quotes: tuple[str, ...]
    letter: str
    aside: str


def moved_most(before: Record, now: Record) -> list[str]:
    """The meters, the one that moved most first."""
    return sorted(METERS, key=lambda m: -abs(points(now.values, m) - points(before.values, m)))


def paper_view(
    state: GameState, scenario: Scenario, t: Translator, reports: Sequence[int] | None = None
) -> PaperView:
    """The paper of the last report that has been written."""
    paper = papers(state, reports)[-1]

    def said(voice: Voice | None) -> str:
        return filled(voice, paper.span, scenario, t) if voice else ""

    lead, article = _opened(said(paper.article))
    about = paper.headline.about if paper.headline else None
    return PaperView(
        headline=said(paper.headline),
        about=about if about in METERS else "",
        lead=lead,
        article=article,
        quotes=tuple(said(quote) for quote in paper.quotes),
        letter=said(paper.letter),
        aside=said(paper.aside),
    )


def papers(
    state: GameState, reports: Sequence[int] | None = None, voices: Voices | None = None
) -> tuple[Paper, ...]:
    """The paper of each report so far.

    `reports` are the years that end with one; otherwise the last year of each turn.
    """
    voices = voices or load_voices()
    used: set[str] = set()
    found: list[Paper] = []
    for span in _spans(state, report_years(state) if reports is None else reports):
        found.append(_paper(span, _ranked(span, voices, used, state.seed), not found))
        used |= {voice.id for voice in _all_of(found[-1])}
    return tuple(found)


def filled(voice: Voice, span: Span, scenario: Scenario, t: Translator) -> str:
    """What is said, with its numbers, and with the name of the one who says it."""
    sentence = t.pick(voice.text)
    values = {name: _shown(name, span, scenario, t) for name in placeholders(sentence)}
    words = sentence.format_map(values)
    if voice.who is None:
        return words
    person = load_voices().people[voice.who]
    words = words.translate(INNER_QUOTES) if voice.kind == "quote" else words
    return t(f"voices.{voice.kind}", words=words, name=person.name, role=t.pick(person.role))


def _opened(article: str) -> tuple[str, str]:
    parts = LEAD.match(article)
    return (parts[1], parts[2]) if parts else ("", article)


# --- the years of a report -----------------------------------------------------------------------


def report_years(state: GameState) -> tuple[int, ...]:
    """The last year of each turn: those that end with a report."""
    return tuple(state.first_year - 1 + played for played in accumulate(state.turns))


def _spans(state: GameState, reports: Sequence[int]) -> Iterator[Span]:
    records = [record for record in state.records[1:] if record.year in reports]
    for before, now in zip([state.records[0], *records], records, strict=False):
        within = [entry.what for entry in state.chosen if before.year < entry.year <= now.year]
        within += [event.what for event in state.seen if before.year < event.year <= now.year]
        chosen = frozenset(entry.what for entry in state.chosen if entry.year <= now.year)
        yield Span(before, now, frozenset(within), chosen)


def _moved(name: str, span: Span) -> Way:
    before, now = span.before.values[name], span.now.values[name]
    variable = VARIABLES[name]
    if abs(now - before) < FLAT.get(variable.unit, FLAT_PART * abs(before)):
        return "flat"
    return "better" if (now > before) == (variable.rising_is == "good") else "worse"


# --- what holds, and what is most to the point ---------------------------------------------------


def _ranked(span: Span, voices: Voices, used: set[str], seed: int) -> list[Voice]:
    moved = moved_most(span.before, span.now)
    values = {**span.now.values, "year": float(span.now.year)}
    fitting = (voice for voice in voices.fitting(span.happened) if voice.id not in used)
    possible = [voice for voice in fitting if _holds(voice, span, values)]
    return sorted(
        possible, key=lambda voice: (*_rank(voice, span, moved), _luck(voice, span, seed))
    )


def _holds(voice: Voice, span: Span, values: Mapping[str, float]) -> bool:
    if voice.about and voice.way and _moved(voice.about, span) != voice.way:
        return False
    if _cheers_in_a_crisis(voice, span):
        return False
    return all_hold(voice.when, values, span.chosen)


def _cheers_in_a_crisis(voice: Voice, span: Span) -> bool:
    """Better is no news to cheer while the meter is deep down, unless the words know that it is."""
    if voice.way != "better" or voice.about not in METERS:
        return False
    if band(voice.about, points(span.now.values, voice.about)) != "crisis":
        return False
    return not any(voice.about in _read_by(condition) for condition in voice.when)


def _read_by(condition: Condition) -> frozenset[str]:
    return frozenset(part.variable for part in (condition, *condition.any))


def _rank(voice: Voice, span: Span, moved: list[str]) -> tuple[int, int]:
    """Lower is more to the point: what happened, what moved most, how things are, anything."""
    if voice.about and not voice.is_about_a_quantity:
        return HAPPENED, -voice.about.count(".")
    if voice.about and voice.way in {"better", "worse"}:
        # a loop of the game is as much to the point as the meter that moved next most
        place = moved.index(voice.about) if voice.about in METERS else 1
        if place < TOLD_METERS:
            return MOVED, place
    if voice.about or voice.when:
        return STATE, 0 if _is_a_crisis(voice, span) else 1
    return QUIET, 0


def _is_a_crisis(voice: Voice, span: Span) -> bool:
    about = voice.about
    return about in METERS and band(about, points(span.now.values, about)) == "crisis"


def _luck(voice: Voice, span: Span, seed: int) -> float:
    return _fraction(seed, span.now.year, voice.id)


@lru_cache(maxsize=8192)
def _fraction(seed: int, year: int, voice_id: str) -> float:
    """The page is built anew many times a second; the luck of an address never changes."""
    return chance(seed, year, f"voice.{voice_id}")


def _paper(span: Span, ranked: list[Voice], is_first: bool) -> Paper:
    """In the first report the newspaper writes, and the town waits and sees."""

    def first(kind: Kind) -> Voice | None:
        return next((voice for voice in ranked if voice.kind == kind), None)

    quotes = _two_people([voice for voice in ranked if voice.kind == "quote"])
    return Paper(
        span=span,
        headline=first("headline"),
        article=first("article"),
        quotes=() if is_first else quotes,
        letter=None if is_first else first("letter"),
        aside=_aside([voice for voice in ranked if voice.kind == "quote"], quotes, is_first),
    )


def _two_people(quotes: list[Voice]) -> tuple[Voice, ...]:
    """The most fitting quote, and the next one by someone else, about something else if it can."""
    if not quotes:
        return ()
    one = quotes[0]
    others = [quote for quote in quotes if quote.who != one.who]
    apart = [quote for quote in others if quote.about != one.about]
    return (one, *(apart or others)[: QUOTES - 1])


def _aside(ranked: list[Voice], quotes: tuple[Voice, ...], is_first: bool) -> Voice | None:
    """Over the next picture someone says what did not stand in the paper, if possible a third."""
    if is_first:
        return quotes[-1] if quotes else None
    unsaid = [quote for quote in ranked if quote not in quotes]
    spoke = {quote.who for quote in quotes}
    return next((quote for quote in unsaid if quote.who not in spoke), next(iter(unsaid), None))


def _all_of(paper: Paper) -> Iterator[Voice]:
    single = (paper.headline, paper.article, paper.letter, paper.aside)
    yield from (voice for voice in (*single, *paper.quotes) if voice is not None)


# --- numbers -------------------------------------------------------------------------------------


def _shown(name: str, span: Span, scenario: Scenario, t: Translator) -> str:
    if name == "name":
        return scenario.municipality.name
    if name == "nursing_home":
        return scenario.names.nursing_home
    if name == "year":
        return str(span.now.year)
    quantity, shape = split_placeholder(name)
    now, before = span.now.values[quantity], span.before.values[quantity]
    share = VARIABLES[quantity].unit == "share"
    decimals = 1 if quantity in ONE_DECIMAL else 0
    if shape == "change":
        return number(abs(now - before) * (100.0 if share else 1.0), decimals, t.language)
    if shape == "of_100":
        return number(now * 100.0, 0, t.language)
    return _in_its_unit(quantity, before if shape == "before" else now, decimals, t)


def _in_its_unit(quantity: str, value: float, decimals: int, t: Translator) -> str:
    unit = VARIABLES[quantity].unit
    if unit in {"share", "relative"}:
        return percent(value, decimals, t.language)
    if unit == "nok":
        return amount_text(value, t.language)
    return number(value, decimals, t.language)
