"""What if something the model takes for granted is otherwise: a game with another number ahead."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from game.content.parameter_files import records
from game.engine.game_state import GameState
from game.model.start_work import use_decline, with_use_decline

USE_DECLINE = "care_use_decline_rate"


def use_decline_of(state: GameState) -> float:
    """The yearly fall in the use of care per old person that a game reckons with."""
    return use_decline(state.parameters)


@cache
def use_decline_range() -> tuple[float, float]:
    """From and to what the record says it may be."""
    record = next(record for record in records() if record.id == USE_DECLINE)
    low, high = str(record.body["range"]).split(" to ")
    return float(low.replace(",", ".")), float(high.replace(",", "."))


def assuming_use_decline(state: GameState, decline: float) -> GameState:
    """The game if the use of care falls by this share a year from now on."""
    changed = with_use_decline(state.parameters, decline, state.index)
    return replace(state, parameters=changed)
