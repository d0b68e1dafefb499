"""The states one climbs out of again, and the money that is bound in the years ahead."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.content.scenario import Scenario
from game.engine.game_state import GameState
from game.engine.resources import bound_ahead, room_total_nok
from game.engine.standing import Standing, number_of, standings
from game.text.numbers import number, percent
from game.text.translate import Translator
from game.view.amounts import amount_text

ICONS = {
    Standing.RED_LIST: "money-bag",
    Standing.MISTRUST: "trust",
    Standing.EMERGENCY: "staffing",
    Standing.MINORITY: "election",
}


@dataclass(frozen=True)
class StandingView:
    """A state the municipality is in: what it does, and one sentence on how to climb out."""

    id: str
    icon: str
    name: str
    effect: str
    way_out: str


@dataclass(frozen=True)
class BoundView:
    """One year ahead: how much of the money to use that is promised away."""

    year: int
    share: float
    text: str


def standing_views(state: GameState, t: Translator) -> tuple[StandingView, ...]:
    """The states of this turn."""
    return tuple(_standing(one, state, t) for one in standings(state))


def _standing(standing: Standing, state: GameState, t: Translator) -> StandingView:
    key = f"rule.standing.{standing.value}"
    return StandingView(
        id=standing.value,
        icon=ICONS[standing],
        name=t(key),
        effect=t(f"{key}.effect"),
        way_out=t(f"{key}.way_out", **_limits(standing, state, t)),
    )


def _limits(standing: Standing, state: GameState, t: Translator) -> dict[str, object]:
    """The numbers of the sentence, from the rules and from the state."""
    n, now, language = state.parameters.n, state.now, t.language
    match standing:
        case Standing.RED_LIST:
            limit = -number_of(n.robek_deficit_share)
            return {
                "limit": percent(limit, 0, language),
                "now": percent(now["reserve_fund_share"], 0, language),
            }
        case Standing.MISTRUST:
            limit = number_of(n.mistrust_below)
            return {"limit": number(limit, 0, language), "now": number(now["trust"], 0, language)}
        case Standing.EMERGENCY:
            limit = number_of(n.emergency_below)
            return {
                "limit": percent(limit, 0, language),
                "now": percent(now["staffing"], 0, language),
            }
        case _:
            return {"n": int(now["friendly_seats"])}


def bound_views(state: GameState, scenario: Scenario, t: Translator) -> tuple[BoundView, ...]:
    """The four years an økonomiplan reaches, as shares of the money there is in a year now."""
    bound = bound_ahead(state, scenario)
    already = bound_before(state, scenario)
    in_a_year = max(1.0, (room_total_nok(state) + already) / state.turn_years)
    return tuple(
        BoundView(
            year=state.year + ahead,
            share=min(1.0, max(0.0, nok / in_a_year)),
            text=t(
                "rule.bound.year",
                amount=amount_text(nok, t.language),
                total=amount_text(in_a_year, t.language),
            ),
        )
        for ahead, nok in enumerate(bound)
    )


def bound_before(state: GameState, scenario: Scenario) -> float:
    """What earlier choices hold of the money of this turn, in kroner."""
    return sum(bound_ahead(_nothing_chosen(state), scenario)[: state.turn_years])


def _nothing_chosen(state: GameState) -> GameState:
    """The same turn before anything was chosen."""
    return replace(state, picked=(), option=None, prepared=())
