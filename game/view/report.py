"""The year report in three depths: the front page, «Hvorfor?» for a meter, and each cause told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.content.loops import Loop, load_loops
from game.content.scenario import Event, Scenario
from game.engine.council import needs_council
from game.engine.decisions import card_of
from game.engine.explain import Contribution
from game.engine.game_state import GameState
from game.engine.turn import METERS
from game.engine.turn_causes import Without
from game.text.translate import Translator
from game.view.loop_book import LoopPage, loop_page
from game.view.meters import meters_of, points, value_text
from game.view.names import option_label
from game.view.parts import BarView, MeterView, TownView, WaterfallView
from game.view.picture import pipeline
from game.view.town import AN_ELECTION, ELECTION_EVERY, town
from game.view.turns import years_text
from game.view.voices import moved_most, paper_view
from game.view.waterfall import REST_SHARE as REST_SHARE
from game.view.waterfall import bar, shown_causes
from game.view.waterfall import waterfall as waterfall

FACTOR_LINKS: dict[str, tuple[str, ...]] = {
    "employees": ("applicants_by", "quits_by"),
    "sick_leave": ("sick_leave_by",),
    "smart_ways": ("need_by_innovation", "prevention_by"),
    "continuity": ("continuity_by",),
    "gap_cost": ("continuity_by",),
    "agency": ("continuity_by",),
    "coverage": ("quits_by_gap",),
}
"""The records whose links work through a factor of a meter that is not moved by drivers."""
BACKLASH = "backlash"
CONSEQUENCES = (BACKLASH, "pledge_kept", "pledge_broken")
"""What the rules add to what was chosen: nobody can have played without it."""
HOOKS_OF_A_KIND, ELECTION_HOOKS = 8, 4
"""How many curiosity hooks there are to choose among, see `hooks.yaml`."""
LOOKS_AT_WHAT_COMES = (1, 2)
"""The turns of four whose hook is about a decision on its way; an election may take the others."""


@dataclass(frozen=True)
class ReportView:
    """The report of a turn that has passed."""

    year: int
    years_text: str
    """«2026», or «2026–2028» where the turn had several years."""
    headline: str
    lead: str
    """The bold opening sentence of the article."""
    article: str
    quotes: tuple[str, ...]
    """None in the first report."""
    letter: str
    meters: tuple[MeterView, ...]
    why: WaterfallView
    why_meter: str
    without: str
    """«Uten …»: where the meter would have been, from a game played again without that choice."""
    decisions: tuple[str, ...]
    hook: str
    town: TownView
    is_last: bool

    @property
    def quote(self) -> str:
        """The quote that is most to the point; empty in the first report."""
        return self.quotes[0] if self.quotes else ""


def report(
    state: GameState,
    scenario: Scenario,
    t: Translator,
    meter: str | None = None,
    reports: Sequence[int] | None = None,
    years: Sequence[GameState] = (),
    without: Without | None = None,
) -> ReportView:
    """The report, with «Hvorfor?» for `meter`, or else for the meter of the headline.

    `reports` are the years that end with a report; `years` the state at the end of each year of
    the turn; `without` is what the game played again without a choice came to for the meter.
    """
    years = years or (state,)
    paper = paper_view(state, scenario, t, reports)
    before = years[0].records[-2]
    chosen = meter or paper.about or moved_most(before, state.records[-1])[0]
    first = years[0].records[-1].year
    return ReportView(
        year=state.year,
        years_text=years_text(first, state.year, t),
        headline=paper.headline,
        lead=paper.lead,
        article=paper.article,
        quotes=paper.quotes,
        letter=paper.letter,
        meters=meters_of((before, state.records[-1]), t),
        why=waterfall(state, scenario, chosen, t, years),
        why_meter=chosen,
        without=_without(without, chosen, state, scenario, t),
        decisions=tuple(_decisions(state, scenario, t, first)),
        hook=hook(state, scenario, t),
        town=town(state, scenario, t, season=0.75),
        is_last=state.year >= state.last_year,
    )


def asked_about(state: GameState, years: Sequence[GameState]) -> str:
    """The meter the report is about and asks about: the one that moved most through the turn."""
    before = (years or (state,))[0].records[-2]
    return moved_most(before, state.records[-1])[0]


def _without(
    found: Without | None, meter: str, state: GameState, scenario: Scenario, t: Translator
) -> str:
    if found is None:
        return ""
    value = value_text(meter, points({meter: found.value}, meter), t)
    now = value_text(meter, points(state.now, meter), t)
    if value == now:
        return ""
    what, key = found.what, "report.without.card"
    if what in CONSEQUENCES:
        what, key = _rushed(found, state, scenario), "report.without.rushed"
    elif "." in what:
        key = "report.without.answer"
    if not what:
        return ""
    name = option_label(what, scenario, t)
    return t(key, what=name, meter=t(f"variable.{meter}"), value=value, now=now)


def _rushed(found: Without, state: GameState, scenario: Scenario) -> str:
    """The case that a backlash came of; empty when it could be several, or is no backlash."""
    cases = [
        entry.what
        for entry in state.chosen
        if entry.year == found.year
        and not entry.involved
        and needs_council(entry.what, state, scenario)
    ]
    return cases[0] if len(cases) == 1 and found.what == BACKLASH else ""


def _decisions(state: GameState, scenario: Scenario, t: Translator, first: int) -> Iterator[str]:
    """What the players decided; not what the rules added to it."""
    for entry in state.chosen:
        if not first <= entry.year <= state.year:
            continue
        card = card_of(entry.what, scenario)
        if card is None or card.dealt:
            yield option_label(entry.what, scenario, t)


def hook(state: GameState, scenario: Scenario, t: Translator) -> str:
    """One thing to be curious about in the next turn; nothing when there is none.

    What it says goes by the turn, so that no text comes twice in a game; where it begins goes by
    the luck of the game, so that two games are not told the same.
    """
    if state.year >= state.last_year:
        return ""
    ahead = state.year + 1 - AN_ELECTION
    if ahead % ELECTION_EVERY == 0:
        return t(f"hook.election.{1 + ahead // ELECTION_EVERY % ELECTION_HOOKS}")
    years = range(state.year + 1, state.last_year + 1)
    coming = [item for item in pipeline(state, scenario, t) if item.year in years]
    if coming and state.turn % 4 in LOOKS_AT_WHAT_COMES:
        number = _hook_number(state.turn // 2, state)
        return t(f"hook.pipeline.{number}", what=coming[0].text, year=coming[0].year)
    worst = min(METERS, key=lambda meter: points(state.now, meter))
    about = worst if state.turn < HOOKS_OF_A_KIND else "late"
    return t(f"hook.{about}.{_hook_number(state.turn, state)}")


def _hook_number(count: int, state: GameState) -> int:
    return 1 + (count + state.seed) % HOOKS_OF_A_KIND


# --- the third depth ------------------------------------------------------------------------------


@dataclass(frozen=True)
class CauseView:
    """One bar told: when it began and with what, the loop it is part of, and whom it met."""

    bar: BarView
    when: str
    loop: LoopPage | None
    quote: str


def causes_told(
    state: GameState,
    scenario: Scenario,
    meter: str,
    t: Translator,
    years: Sequence[GameState] = (),
) -> tuple[CauseView, ...]:
    """Every bar of the waterfall, told; someone's own words go with the largest."""
    shown = shown_causes(years or (state,), meter)
    quotes = paper_view(state, scenario, t).quotes[:1]
    return tuple(
        CauseView(
            bar=bar(part, scenario, t),
            when=_when(part, scenario, t),
            loop=_loop_of(part, meter, t),
            quote=quotes[number] if number < len(quotes) else "",
        )
        for number, part in enumerate(shown)
    )


def _when(part: Contribution, scenario: Scenario, t: Translator) -> str:
    if not part.is_decision:
        return ""
    what = option_label(part.cause, scenario, t)
    is_event = any(isinstance(one, Event) and one.id == part.cause for one in scenario.events)
    return t(
        "report.cause.event" if is_event else "report.cause.choice", year=part.since, what=what
    )


def _loop_of(part: Contribution, meter: str, t: Translator) -> LoopPage | None:
    """The loop that a factor is a step of, where there is one."""
    if part.is_decision:
        return None
    for loop in load_loops():
        if _goes_through(loop, part.cause, meter):
            return loop_page(loop.id, t)
    return None


def _goes_through(loop: Loop, factor: str, meter: str) -> bool:
    starts = FACTOR_LINKS.get(factor, ())
    return any(
        (link.row == meter and link.column == factor) or link.record.startswith(starts or ("\0",))
        for link in loop.links
    )
