"""«Året går»: four seasons in a few seconds; where a turn has several years, a picture a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.content.scenario import Scenario
from game.engine.game_state import GameState
from game.text.translate import Translator
from game.view.meters import meters_of
from game.view.names import cause_name
from game.view.parts import MeterView, TownView
from game.view.pledges import settled_pledges
from game.view.town import town
from game.view.turns import years_text

SEASONS = ("spring", "summer", "autumn", "winter")
LINES_A_SEASON = 15
"""As many as there are years in the longest game, so that none is met twice."""


@dataclass(frozen=True)
class SeasonView:
    """One of the pictures of the time that passes: a season, or a whole year."""

    id: str
    name: str
    line: str
    landed: tuple[str, ...]
    town: TownView


@dataclass(frozen=True)
class PassingView:
    """The turn that passed."""

    year: int
    years_text: str
    seasons: tuple[SeasonView, ...]
    meters: tuple[MeterView, ...]


def passing(
    state: GameState, scenario: Scenario, t: Translator, years: Sequence[GameState] = ()
) -> PassingView:
    """The pictures of the turn that was run last; `years` are the states at the end of each."""
    years = years or (state,)
    first = years[0].records[-1].year
    pictures = _seasons(state, scenario, t) if len(years) == 1 else _years(years, scenario, t)
    return PassingView(
        year=state.year,
        years_text=years_text(first, state.year, t),
        seasons=tuple(pictures),
        meters=meters_of((years[0].records[-2], state.records[-1]), t),
    )


def _seasons(state: GameState, scenario: Scenario, t: Translator) -> Iterator[SeasonView]:
    landed = _landed(state, state.year, scenario, t)
    for number, season in enumerate(SEASONS):
        yield SeasonView(
            id=season,
            name=t(f"season.{season}"),
            line=_line(state, season, t),
            landed=landed[number::4],
            town=town(state, scenario, t, season=number / 4.0),
        )


def _years(years: Sequence[GameState], scenario: Scenario, t: Translator) -> Iterator[SeasonView]:
    for number, state in enumerate(years):
        year = state.records[-1].year
        season = SEASONS[number % len(SEASONS)]
        yield SeasonView(
            id=str(year),
            name=str(year),
            line=_line(state, season, t),
            landed=_landed(years[-1], year, scenario, t),
            town=town(state, scenario, t, season=(number % len(SEASONS)) / 4.0),
        )


def _line(state: GameState, season: str, t: Translator) -> str:
    year = state.records[-1].year
    return t(f"passing.{season}.{1 + (state.seed + year) % LINES_A_SEASON}")


def _landed(state: GameState, year: int, scenario: Scenario, t: Translator) -> tuple[str, ...]:
    landed = (
        t("passing.landed", what=cause_name(happening.cause, scenario, t))
        for happening in state.happenings
        if happening.year == year and happening.what == "landed"
    )
    return tuple(dict.fromkeys((*settled_pledges(state, year, t), *landed)))
