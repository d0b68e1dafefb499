"""The year report: headline, five meters, and «Hvorfor?» as a waterfall for any of them."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.scenario import Scenario
from game.engine.explain import Contribution, contributions
from game.engine.game_state import GameState
from game.engine.turn import METERS
from game.text.numbers import signed
from game.text.translate import Translator
from game.view.meters import arrow, meters, points, value_text
from game.view.names import cause_name, option_label, why_text
from game.view.parts import BarView, MeterView, TownView, WaterfallView
from game.view.picture import pipeline
from game.view.town import AN_ELECTION, ELECTION_EVERY, town
from game.view.voices import headline_key, headline_meter, moved_most, quote_key

MOST_BARS = 6
REST_SHARE = 0.10
"""«Annet» may be at most this share of all that moved; more bars are shown until it is."""
LEAST_BAR = 0.05


@dataclass(frozen=True)
class ReportView:
    """The report of a year that has passed."""

    year: int
    headline: str
    quote: str
    meters: tuple[MeterView, ...]
    why: WaterfallView
    why_meter: str
    decisions: tuple[str, ...]
    hook: str
    town: TownView
    is_last: bool


def report(
    state: GameState, scenario: Scenario, t: Translator, meter: str | None = None
) -> ReportView:
    """The report, with «Hvorfor?» for `meter`, or else for the meter of the headline."""
    headline = headline_key(state.records)
    moved = moved_most(state.records[-2], state.records[-1])
    chosen = meter or headline_meter(headline) or moved[0]
    return ReportView(
        year=state.year,
        headline=t(headline),
        quote=t(quote_key(state.records)),
        meters=meters(state, t),
        why=waterfall(state, scenario, chosen, t),
        why_meter=chosen,
        decisions=_decisions(state, scenario, t),
        hook=hook(state, scenario, t),
        town=town(state, t, season=0.75),
        is_last=state.year >= state.last_year,
    )


def _change(state: GameState, meter: str) -> float:
    now, before = state.records[-1].values, state.records[-2].values
    return points(now, meter) - points(before, meter)


def waterfall(state: GameState, scenario: Scenario, meter: str, t: Translator) -> WaterfallView:
    """The causes of the year's change in one meter, largest first, «annet» last."""
    parts = [part for part in contributions(state, meter) if abs(part.amount) >= LEAST_BAR]
    shown = _shown(parts)
    whole = _change(state, meter)
    bars = [_bar(part, scenario, t) for part in shown]
    left = whole - sum(part.amount for part in shown)
    if abs(left) >= LEAST_BAR:
        bars.append(_bar(Contribution("rest", left), scenario, t))
    now, before = (points(state.records[i].values, meter) for i in (-1, -2))
    return WaterfallView(
        title=_title(meter, whole, t),
        unit=t("unit.percent") if meter == "staffing" else t("unit.points"),
        start=before,
        end=now,
        start_text=value_text(meter, before, t),
        end_text=value_text(meter, now, t),
        bars=tuple(bars),
        sentence=_sentence(shown, whole, scenario, t),
    )


def _shown(parts: list[Contribution]) -> list[Contribution]:
    named = sorted((p for p in parts if p.cause != "rest"), key=lambda p: -abs(p.amount))
    total = sum(abs(part.amount) for part in named)
    shown = named[:MOST_BARS]
    for part in named[MOST_BARS:]:
        left = total - sum(abs(p.amount) for p in shown)
        if left <= REST_SHARE * total:
            break
        shown.append(part)
    return shown


def _bar(part: Contribution, scenario: Scenario, t: Translator) -> BarView:
    rises = part.amount > 0
    if part.is_decision:
        label = cause_name(part.cause, scenario, t)
        because = why_text(part.cause, part.effect, scenario, t)
        since = t("why.since", year=part.since)
    else:
        label = t(f"cause.{part.cause}.{'up' if rises else 'down'}")
        because, since = "", ""
    return BarView(
        label=label,
        amount=part.amount,
        text=signed(part.amount, 1, t.language),
        meaning="good" if rises else "bad",
        since=since,
        cause=because,
    )


def _title(meter: str, change: float, t: Translator) -> str:
    return t(f"why.title.{arrow(change)}", name=t(f"variable.{meter}"))


def _sentence(shown: list[Contribution], change: float, scenario: Scenario, t: Translator) -> str:
    along = [part for part in shown if (part.amount > 0) == (change > 0)]
    if not along:
        return t("why.balanced")
    bar = _bar(along[0], scenario, t)
    return t("why.mostly", what=bar.label)


def _decisions(state: GameState, scenario: Scenario, t: Translator) -> tuple[str, ...]:
    return tuple(
        option_label(entry.what, scenario, t) for entry in state.chosen if entry.year == state.year
    )


def hook(state: GameState, scenario: Scenario, t: Translator) -> str:
    """One thing to be curious about next year; nothing when there is no next year."""
    if state.year >= state.last_year:
        return ""
    if (state.year + 1 - AN_ELECTION) % ELECTION_EVERY == 0:
        return t("hook.election")
    coming = [item for item in pipeline(state, scenario, t) if item.year > state.year]
    if coming:
        return t("hook.pipeline", what=coming[0].text, year=coming[0].year)
    worst = min(METERS, key=lambda meter: points(state.now, meter))
    return t(f"hook.{worst}.1")
