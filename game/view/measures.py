"""The table of six cards, and what there is to spend on them."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.scenario import Measure, Scenario
from game.engine.action import ChooseMeasure, PrepareCase
from game.engine.apply import Refused, apply
from game.engine.council import anchoring, needs_council
from game.engine.deal import joker_of
from game.engine.game_state import GameState
from game.engine.resources import (
    cost_nok,
    effort_left,
    effort_total,
    prepared,
    room_left_nok,
    room_total_nok,
    running,
)
from game.engine.standing import number_of
from game.text.numbers import percent
from game.text.translate import Translator
from game.view.amounts import amount_text
from game.view.effects import cost_text, effect_views, effects_in_sight
from game.view.event_card import refusal_text
from game.view.innovation import kind_sentence
from game.view.meters import meters
from game.view.names import cause_name
from game.view.parts import EffectView, MeterView
from game.view.pledges import open_pledges
from game.view.standing import StandingView, bound_before, standing_views
from game.view.steps import PathView, paths

STRONG_FROM = 70.0
"""From here a case is well anchored; below the rules' own limit it may meet resistance."""


@dataclass(frozen=True)
class CaseView:
    """How a chosen case for the council is made ready, and what that is worth.

    `factor` is how many times as strong it works for its anchoring alone, as text.
    """

    id: str
    title: str
    involved: bool
    heard: bool
    may_involve: bool
    may_hear: bool
    why_not: str
    anchoring: float
    word: str
    band: str
    sentence: str


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
    is_case: bool
    is_trial: bool
    is_parked: bool


@dataclass(frozen=True)
class MeasuresView:
    """The cards and the purse. `year` is all the years of the turn: «2026», «2026–2028».

    The total is all the money of the turn; what earlier choices hold of it is told beside it.
    """

    year: str
    years: int
    cards: tuple[CardView, ...]
    room_left_text: str
    room_total_text: str
    room_bound_text: str
    """Empty when nothing is held."""
    room_left_share: float
    effort_left: int
    effort_total: int
    effort_held: int
    running: tuple[str, ...]
    chosen_count: int
    summary: str
    paths: tuple[PathView, ...]
    cases: tuple[CaseView, ...]
    standings: tuple[StandingView, ...]
    pledges: tuple[str, ...]
    """Open promises to the council, each with its year."""
    may_park: bool
    meters: tuple[MeterView, ...]


def measures(state: GameState, scenario: Scenario, t: Translator) -> MeasuresView:
    """The table of the year."""
    by_id = {measure.id: measure for measure in scenario.measures}
    joker = joker_of(state.table, state, scenario)
    bound, left = bound_before(state, scenario), room_left_nok(state, scenario)
    total = room_total_nok(state) + bound
    return MeasuresView(
        year=period(state),
        years=state.turn_years,
        cards=tuple(card(by_id[id_], state, scenario, t, id_ == joker) for id_ in state.table),
        room_left_text=amount_text(left, t.language),
        room_total_text=amount_text(total, t.language),
        room_bound_text=(
            t("measures.bound", amount=amount_text(bound, t.language)) if bound > 0 else ""
        ),
        room_left_share=max(0.0, left / total) if total else 0.0,
        effort_left=effort_left(state, scenario),
        effort_total=effort_total(state),
        effort_held=sum(project.effort for project in running(state)),
        running=tuple(cause_name(project.what, scenario, t) for project in running(state)),
        chosen_count=len(state.picked),
        summary=t("measures.chosen", n=len(state.picked)),
        paths=paths(state, scenario, t),
        cases=cases(state, scenario, t),
        standings=standing_views(state, t),
        pledges=open_pledges(state, t),
        may_park=not state.setup.preset.answers_only,
        meters=meters(state, t),
    )


def period(state: GameState) -> str:
    """The years of the turn as players read them."""
    last = state.year + state.turn_years - 1
    return str(state.year) if last == state.year else f"{state.year}–{last}"


def cases(state: GameState, scenario: Scenario, t: Translator) -> tuple[CaseView, ...]:
    """The cases for the council that are chosen this turn."""
    chosen = [name for name in state.picked if needs_council(name, state, scenario)]
    return tuple(_case(name, state, scenario, t) for name in chosen)


def _case(name: str, state: GameState, scenario: Scenario, t: Translator) -> CaseView:
    measure = scenario.decisions[name]
    assert isinstance(measure, Measure)  # only cards are cases
    now, level = prepared(name, state), anchoring(name, state)
    involve = PrepareCase(name, not now.involve, now.hearing)
    hear = PrepareCase(name, now.involve, not now.hearing)
    refused = [
        result
        for action in (involve, hear)
        if isinstance(result := apply(state, action, scenario), Refused)
    ]
    return CaseView(
        id=name,
        title=t.pick(measure.title),
        involved=now.involve,
        heard=now.hearing,
        may_involve=not isinstance(apply(state, involve, scenario), Refused),
        may_hear=not isinstance(apply(state, hear, scenario), Refused),
        why_not=refusal_text(refused[0], t, state) if refused else "",
        anchoring=level,
        word=anchoring_word(level, state, t),
        band=anchoring_band(level, state),
        sentence=t("rule.case.works", share=anchored_text(level, state, t)),
    )


def anchoring_band(level: float, state: GameState) -> str:
    """«crisis» where resistance may come, «good» where people stand behind it, else «ok»."""
    if level < number_of(state.parameters.n.backlash_below):
        return "crisis"
    return "good" if level >= STRONG_FROM else "ok"


def anchoring_word(level: float, state: GameState, t: Translator) -> str:
    """How well a case is anchored, in a word."""
    return t(f"rule.anchoring.{anchoring_band(level, state)}")


def anchored_text(level: float, state: GameState, t: Translator) -> str:
    """How strongly a case works for its anchoring, in per cent."""
    n = state.parameters.n
    least, most = number_of(n.anchored_least), number_of(n.anchored_most)
    return percent(least + (most - least) * level / 100.0, 0, t.language)


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
        text=f"{t.pick(measure.text)} {kind_sentence(measure, t)}".strip(),
        cost_text=turn_cost_text(measure, state, scenario, t),
        effort=measure.effort,
        takes_text=t("measures.takes", n=measure.takes) if measure.takes else "",
        effects=effect_views(effects_in_sight(measure.effects, state), t, scenario),
        certainty_text=t(f"certainty.{measure.certainty}"),
        liked_by=t.pick(measure.liked_by) if measure.liked_by else "",
        disliked_by=t.pick(measure.disliked_by) if measure.disliked_by else "",
        source=measure.source or "",
        selected=selected,
        enabled=refused is None,
        why_not=refusal_text(refused, t, state) if refused else "",
        is_case=needs_council(measure.id, state, scenario),
        is_trial=measure.put_to_use is not None,
        is_parked=measure.id == state.parked,
    )


def turn_cost_text(measure: Measure, state: GameState, scenario: Scenario, t: Translator) -> str:
    """What a card costs: once and yearly; in a turn of several years, all that leaves the purse."""
    if state.turn_years == 1 or not measure.yearly_cost.value:
        return cost_text(measure, state.now["population"], t)
    amount = amount_text(cost_nok(measure.id, state, scenario), t.language)
    return t("rule.cost.turn", amount=amount, n=state.turn_years)
