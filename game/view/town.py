"""Which reactions the picture of the town shows, each from a quantity of the model."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.scenario import Scenario
from game.engine.game_state import GameState, Phase
from game.engine.resources import effort_total, running
from game.text.translate import Translator
from game.view.meters import band, points
from game.view.parts import ReactionView, TownView

ELECTION_EVERY, AN_ELECTION = 4, 2027
CHILDREN_MANY, CHILDREN_FEW = 0.95, 0.75
"""Against the start: above, the playground is full; below, it is quiet."""
SHOWN_FROM = 0.05


def town(state: GameState, scenario: Scenario, t: Translator, season: float = 0.25) -> TownView:
    """The town as it looks now. `season`: 0 spring, 0,25 summer, 0,5 autumn, 0,75 winter."""
    names = scenario.names.model_dump()
    levels = reaction_levels(state, season)
    shown = [
        ReactionView(id_, level, _line(id_, level, names, t))
        for id_, level in levels.items()
        if level >= SHOWN_FROM or id_ in GRADED
    ]
    return TownView(tuple(shown))


GRADED = ("piggy_bank", "playground", "season", "benches", "evening")
"""Reactions that are always in the picture; their level says how."""


def reaction_levels(state: GameState, season: float) -> dict[str, float]:
    """Reaction id to level 0-1, by the table of visible reactions."""
    now, start = state.now, state.records[0].values
    staffing = points(now, "staffing")
    return {
        "season": season,
        "evening": 0.0,
        **_work(now, start, staffing),
        **_people(now, start),
        **_society(state, now, start),
        "snow": 1.0 if season >= 0.75 and staffing < 90.0 else 0.0,
    }


def _ramp(value: float, zero: float, one: float) -> float:
    """0 at `zero`, 1 at `one`, a straight line between, whichever is larger."""
    return max(0.0, min(1.0, (value - zero) / (one - zero)))


def _work(
    now: Mapping[str, float], start: Mapping[str, float], staffing: float
) -> dict[str, float]:
    hours = now["present_fte"] + now["agency_fte"]
    return {
        "dark_windows": _ramp(staffing, 94.0, 78.0),
        "bicycles": _ramp(staffing, 93.0, 100.0),
        "rota_board": _ramp(now["position_size"] - start["position_size"], 0.005, 0.06),
        "empty_pegs": _ramp(now["sick_leave_rate"] - start["sick_leave_rate"], 0.002, 0.035),
        "suitcases": _ramp(now["agency_fte"] / hours, 0.006, 0.035),
        "lunch_on_steps": _ramp(now["wellbeing"], 50.0, 66.0),
        "umbrella": _ramp(now["wellbeing"], 44.0, 28.0),
        "piggy_bank": _ramp(now["money"], 15.0, 85.0),
    }


def _people(now: Mapping[str, float], start: Mapping[str, float]) -> dict[str, float]:
    children = now["children_0_5"] / start["children_0_5"]
    old = now["persons_80_plus"] / start["persons_80_plus"]
    leaving = start["persons_20_66"] / now["persons_20_66"] - 1.0
    return {
        "playground": _ramp(children, CHILDREN_FEW, CHILDREN_MANY),
        "benches": _ramp(old, 1.02, 1.40),
        "removal_van": _ramp(leaving, 0.03, 0.09),
    }


def _society(
    state: GameState, now: Mapping[str, float], start: Mapping[str, float]
) -> dict[str, float]:
    chosen = {entry.what for entry in state.chosen}
    held = sum(project.effort for project in running(state))
    good = sum(band(m, points(now, m)) == "good" for m in ("staffing", "services", "trust"))
    return {
        "scaffolding": min(1.0, held / max(1, effort_total(state))),
        "roof_star": _ramp(now["innovation"] - start["innovation"], 4.0, 16.0),
        "statues": _ramp(float(held), 3.0, 6.0),
        "notice_board": _ramp(now["trust"], 55.0, 70.0),
        "torches": _ramp(now["trust"], 44.0, 30.0),
        "waffles": _ramp(now["volunteers"] - start["volunteers"], 2.0, 15.0),
        "who_takes_the_shift": _ramp(start["volunteers"] - now["volunteers"], 2.0, 15.0),
        "apprentice_vests": 1.0 if "apprentices" in chosen else 0.0,
        "election": 1.0 if _election_year(state) else 0.0,
        "northern_light": 1.0 if good == 3 else 0.0,
    }


def _election_year(state: GameState) -> bool:
    before_report = state.phase not in (Phase.REPORT, Phase.OVER)
    return before_report and (state.year - AN_ELECTION) % ELECTION_EVERY == 0


def _line(id_: str, level: float, names: Mapping[str, str], t: Translator) -> str:
    graded = f"town.{id_}.{'high' if level >= 0.5 else 'low'}"
    if graded in t:
        return t(graded, **names)
    return t(f"town.{id_}", **names) if f"town.{id_}" in t else ""
