"""The leadership wheel: six areas, what each carries, and which one is practised this turn."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.game_state import GameState
from game.engine.weight import COUNCIL_SPOKE, SPOKE_OF_PILLAR
from game.model.axes import LEADERSHIP
from game.text.numbers import number
from game.text.translate import Translator

SEEN = 0.5
"""Points; an area is only called the weakest when the difference can be seen."""


@dataclass(frozen=True)
class SpokeView:
    """One area of leadership. `value` is 0-100; `carries` is what works better with it."""

    id: str
    name: str
    value: float
    value_text: str
    carries: str
    selected: bool
    is_weakest: bool


@dataclass(frozen=True)
class WheelView:
    """The six areas, and whether one may be chosen in this game."""

    may_choose: bool
    spokes: tuple[SpokeView, ...]


def wheel(state: GameState, t: Translator) -> WheelView:
    """The wheel as it stands this turn."""
    order = sorted(LEADERSHIP, key=lambda area: state.now[area])
    weakest = order[0] if state.now[order[1]] - state.now[order[0]] >= SEEN else ""
    return WheelView(
        may_choose=state.setup.preset.leading,
        spokes=tuple(
            SpokeView(
                id=area,
                name=t(f"variable.{area}"),
                value=state.now[area],
                value_text=number(state.now[area], 0, t.language),
                carries=_carries(area, t),
                selected=state.lead == area,
                is_weakest=area == weakest,
            )
            for area in LEADERSHIP
        ),
    )


def _carries(area: str, t: Translator) -> str:
    if area == COUNCIL_SPOKE:
        return t("rule.lead.council")
    pillar = next(pillar for pillar, spoke in SPOKE_OF_PILLAR.items() if spoke == area)
    return t(f"pillar.{pillar}")
