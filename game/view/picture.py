"""«Årets bilde»: where the municipality stands as a year begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.content.scenario import Scenario
from game.engine.game_state import GameState
from game.engine.later import effect_of, first_year
from game.engine.resources import effort_left, room_total_nok
from game.model.variables import VARIABLES
from game.text.numbers import number
from game.text.translate import Translator
from game.view.amounts import amount_text
from game.view.hours import hours
from game.view.meters import meters
from game.view.names import cause_icon, cause_name
from game.view.parts import HoursView, Meaning, MeterView, PipelineItem, TownView
from game.view.town import town
from game.view.turns import has_long_turns, years_text
from game.view.voices import paper_view

MOST_IN_PIPELINE = 4
MOST_NEWS = 3


@dataclass(frozen=True)
class PictureView:
    """All of the year's picture."""

    year: int
    municipality: str
    so_far: str
    """How far the game has come: «År 3 av 15», «Tur 2 av 5: 2029–2031» where turns have several
    years, or «Valg 2 av 5» when answers are all there is."""
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
    is_short = state.setup.preset.answers_only
    name = scenario.municipality.name
    return PictureView(
        year=state.year,
        municipality=name,
        so_far=_so_far(state, t),
        meters=meters(state, t),
        hours=hours(state, t),
        news=() if is_first and is_short else news(state, t),
        pipeline=pipeline(state, scenario, t),
        quote="" if is_first else paper_view(state, scenario, t, reports).aside,
        opening=_opening(state, name, t) if is_first else "",
        town=town(state, scenario, t),
        room_text=amount_text(room_total_nok(state), t.language),
        effort=effort_left(state, scenario),
    )


def _so_far(state: GameState, t: Translator) -> str:
    if state.setup.preset.answers_only:
        return t("opening.choice_of", n=state.turn + 1, total=len(state.turns))
    if has_long_turns(state):
        years = years_text(state.year, state.year + state.turn_years - 1, t)
        return t("scene.turn_of", n=state.turn + 1, total=len(state.turns), years=years)
    return t("scene.year_of", n=state.index + 1, total=state.last_year - state.first_year + 1)


def _opening(state: GameState, name: str, t: Translator) -> str:
    """What the players are there for. Where answers are all there is, it is told in few words."""
    if not state.setup.preset.answers_only:
        return t("opening.turns" if has_long_turns(state) else "opening.1", name=name)
    asked, years, last = len(state.turns), state.turn_years, state.last_year
    return t("opening.answers", name=name, n=asked, years=years, last=last)


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
