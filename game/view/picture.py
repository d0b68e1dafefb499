"""«Årets bilde»: where the municipality stands as a year begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.content.scenario import Scenario
from game.engine.game_state import GameState
from game.engine.later import effect_of, first_year
from game.engine.resources import effort_left, room_total_nok
from game.model.variables import VARIABLES
from game.text.numbers import nok_millions, number
from game.text.translate import Translator
from game.view.hours import hours
from game.view.meters import meters
from game.view.names import cause_icon, cause_name
from game.view.parts import HoursView, Meaning, MeterView, PipelineItem, TownView
from game.view.town import town
from game.view.voices import paper_view

MOST_IN_PIPELINE = 4
MOST_NEWS = 3


@dataclass(frozen=True)
class PictureView:
    """All of the year's picture."""

    year: int
    municipality: str
    meters: tuple[MeterView, ...]
    hours: HoursView
    news: tuple[str, ...]
    pipeline: tuple[PipelineItem, ...]
    quote: str
    opening: str
    town: TownView
    room_text: str
    effort: int


def picture(
    state: GameState, scenario: Scenario, t: Translator, reports: Sequence[int] | None = None
) -> PictureView:
    """The picture of the year that begins. `reports` are the years that end with a report."""
    is_first = state.year == state.first_year
    name = scenario.municipality.name
    return PictureView(
        year=state.year,
        municipality=name,
        meters=meters(state, t),
        hours=hours(state, t),
        news=news(state, t),
        pipeline=pipeline(state, scenario, t),
        quote="" if is_first else paper_view(state, scenario, t, reports).aside,
        opening=t("opening.1", name=name) if is_first else "",
        town=town(state, t),
        room_text=nok_millions(room_total_nok(state), t.language),
        effort=effort_left(state, scenario),
    )


def news(state: GameState, t: Translator) -> tuple[str, ...]:
    """What is new in who lives here; in the first year, what the years ahead look like."""
    if len(state.records) < 2:
        return _outlook(state, t)
    now, before = state.records[-1].values, state.records[-2].values
    lines = []
    for quantity in ("persons_80_plus", "children_0_5", "persons_20_66"):
        change = round(now[quantity]) - round(before[quantity])
        if change:
            way = "more" if change > 0 else "fewer"
            lines.append(t(f"news.{quantity}.{way}", n=number(abs(change), 0, t.language)))
    return tuple(lines[:MOST_NEWS])


def _outlook(state: GameState, t: Translator) -> tuple[str, ...]:
    now = state.now
    shown = {
        name: number(now[name], 0, t.language)
        for name in ("population", "persons_80_plus", "employees")
    }
    return (t("news.residents", **shown), t("news.employees", **shown))


def pipeline(state: GameState, scenario: Scenario, t: Translator) -> tuple[PipelineItem, ...]:
    """«I røret»: decisions whose effect is still to come, the soonest first."""
    soonest: dict[str, PipelineItem] = {}
    for promise in state.queue:
        effect = effect_of(promise, scenario)
        year = first_year(promise, effect)
        if year < state.year or (year == state.year and not effect.after):
            continue
        item = PipelineItem(
            year=year,
            text=cause_name(promise.cause, scenario, t),
            icon=cause_icon(promise.cause, scenario),
            meaning=_meaning(effect.change, effect.by),
        )
        known = soonest.get(promise.cause)
        if known is None or year < known.year:
            soonest[promise.cause] = item
    return tuple(sorted(soonest.values(), key=lambda item: item.year)[:MOST_IN_PIPELINE])


def _meaning(variable_id: str, by: float) -> Meaning:
    rising_is = VARIABLES[variable_id].rising_is
    if rising_is == "neutral":
        return "neutral"
    return "good" if (by > 0) == (rising_is == "good") else "bad"
