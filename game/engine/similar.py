"""The municipalities that are most like one, and how they fare with nobody at the wheel."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.content.load import BrokenContent, load_scenario
from game.content.scenario import Municipality, Scenario, ScenarioHead
from game.engine.game_state import GameState, Record
from game.engine.shadow import without_players

GROUP = 2


@dataclass(frozen=True)
class Similar:
    """A municipality of the group, without players."""

    name: str
    records: tuple[Record, ...]


def nearest(place: Municipality, heads: Iterable[ScenarioHead]) -> tuple[str, ...]:
    """The ids of the municipalities nearest in number of inhabitants, the nearest first."""
    size = residents(place)
    others = [head for head in heads if head.municipality.name != place.name]
    # nearest as a ratio: a village is less like a town than the town is like a city
    others.sort(key=lambda head: (_ratio(size, residents(head.municipality)), head.id))
    return tuple(head.id for head in others[:GROUP])


def similar_to(
    state: GameState, scenario: Scenario, heads: Iterable[ScenarioHead]
) -> tuple[Similar, ...]:
    """The group of similar municipalities, each through the same years with the same luck."""
    found = []
    for id_ in nearest(scenario.municipality, heads):
        try:
            other = load_scenario(id_)
        except BrokenContent:
            continue
        records = without_players(other, state.seed, state.setup)
        found.append(Similar(other.municipality.name, records))
    return tuple(found)


def residents(place: Municipality) -> int:
    """How many live there on the first day."""
    return sum(place.inhabitants.values())


def _ratio(a: int, b: int) -> float:
    return max(a, b) / max(1, min(a, b))
