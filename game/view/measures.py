"""The table of six cards, and what there is to spend on them."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.scenario import Measure, Scenario
from game.engine.action import ChooseMeasure
from game.engine.apply import Refused, apply
from game.engine.deal import joker_of
from game.engine.game_state import GameState
from game.engine.resources import (
    effort_left,
    effort_total,
    room_left_nok,
    room_total_nok,
    running,
)
from game.text.numbers import nok_millions
from game.text.translate import Translator
from game.view.effects import cost_text, effect_views, effects_in_sight
from game.view.event_card import refusal_text
from game.view.meters import meters
from game.view.names import cause_name
from game.view.parts import EffectView, MeterView


@dataclass(frozen=True)
class CardView:
    """One card on the table."""

    id: str
    pillar: str
    pillar_name: str
    is_joker: bool
    icon: str
    title: str
    text: str
    cost_text: str
    effort: int
    takes_text: str
    effects: tuple[EffectView, ...]
    certainty_text: str
    liked_by: str
    disliked_by: str
    source: str
    selected: bool
    enabled: bool
    why_not: str


@dataclass(frozen=True)
class MeasuresView:
    """The cards and the purse."""

    year: int
    cards: tuple[CardView, ...]
    room_left_text: str
    room_total_text: str
    room_left_share: float
    effort_left: int
    effort_total: int
    effort_held: int
    running: tuple[str, ...]
    chosen_count: int
    summary: str
    meters: tuple[MeterView, ...]


def measures(state: GameState, scenario: Scenario, t: Translator) -> MeasuresView:
    """The table of the year."""
    by_id = {measure.id: measure for measure in scenario.measures}
    joker = joker_of(state.table, state, scenario)
    total, left = room_total_nok(state), room_left_nok(state, scenario)
    return MeasuresView(
        year=state.year,
        cards=tuple(card(by_id[id_], state, scenario, t, id_ == joker) for id_ in state.table),
        room_left_text=nok_millions(left, t.language),
        room_total_text=nok_millions(total, t.language),
        room_left_share=max(0.0, left / total) if total else 0.0,
        effort_left=effort_left(state, scenario),
        effort_total=effort_total(state),
        effort_held=sum(project.effort for project in running(state)),
        running=tuple(cause_name(project.what, scenario, t) for project in running(state)),
        chosen_count=len(state.picked),
        summary=t("measures.chosen", n=len(state.picked)),
        meters=meters(state, t),
    )


def card(
    measure: Measure, state: GameState, scenario: Scenario, t: Translator, is_joker: bool
) -> CardView:
    """One measure as a card."""
    selected = measure.id in state.picked
    result = apply(state, ChooseMeasure(measure.id), scenario)
    refused = result if isinstance(result, Refused) and not selected else None
    return CardView(
        id=measure.id,
        pillar=measure.pillar,
        pillar_name=t(f"pillar.{measure.pillar}"),
        is_joker=is_joker,
        icon=measure.icon,
        title=t.pick(measure.title),
        text=t.pick(measure.text),
        cost_text=cost_text(measure, state.now["population"], t),
        effort=measure.effort,
        takes_text=t("measures.takes", n=measure.takes) if measure.takes else "",
        effects=effect_views(effects_in_sight(measure.effects, state), t),
        certainty_text=t(f"certainty.{measure.certainty}"),
        liked_by=t.pick(measure.liked_by) if measure.liked_by else "",
        disliked_by=t.pick(measure.disliked_by) if measure.disliked_by else "",
        source=measure.source or "",
        selected=selected,
        enabled=refused is None,
        why_not=refusal_text(refused, t) if refused else "",
    )
