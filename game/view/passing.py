"""«Året går»: four seasons in a few seconds, with what lands on the way."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.scenario import Scenario
from game.engine.game_state import GameState
from game.text.translate import Translator
from game.view.meters import meters
from game.view.names import cause_name
from game.view.parts import MeterView, TownView
from game.view.town import town

SEASONS = ("spring", "summer", "autumn", "winter")
LINES_A_SEASON = 3


@dataclass(frozen=True)
class SeasonView:
    """One of the four pictures of the year."""

    id: str
    name: str
    line: str
    landed: tuple[str, ...]
    town: TownView


@dataclass(frozen=True)
class PassingView:
    """The year that passed."""

    year: int
    seasons: tuple[SeasonView, ...]
    meters: tuple[MeterView, ...]


def passing(state: GameState, scenario: Scenario, t: Translator) -> PassingView:
    """The four seasons of the year that was run last."""
    landed = [
        t("passing.landed", what=cause_name(happening.cause, scenario, t))
        for happening in state.happenings
        if happening.year == state.year and happening.what == "landed"
    ]
    unique = list(dict.fromkeys(landed))
    return PassingView(
        year=state.year,
        seasons=tuple(
            SeasonView(
                id=season,
                name=t(f"season.{season}"),
                line=t(f"passing.{season}.{1 + (state.seed + state.year) % LINES_A_SEASON}"),
                landed=tuple(unique[number::4]),
                town=town(state, t, season=number / 4.0),
            )
            for number, season in enumerate(SEASONS)
        ),
        meters=meters(state, t),
    )
