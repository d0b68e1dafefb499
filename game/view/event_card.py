"""The event of the year, with what each answer is expected to do."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.scenario import Event, Option, Scenario
from game.engine.action import ChooseOption, Reason
from game.engine.apply import Refused, apply
from game.engine.deal import options_open
from game.engine.game_state import GameState, Phase
from game.text.translate import Translator
from game.view.amounts import amount_text
from game.view.effects import cost_text, effect_views, effects_in_sight
from game.view.meters import meters
from game.view.parts import EffectView, MeterView, TownView
from game.view.town import town

LETTERS = "ABC"


@dataclass(frozen=True)
class OptionView:
    """One answer. When it is not `enabled`, `why_not` says what is missing."""

    letter: str
    id: str
    label: str
    effects: tuple[EffectView, ...]
    cost_text: str
    effort: int
    selected: bool
    enabled: bool
    why_not: str


@dataclass(frozen=True)
class EventView:
    """The event, its answers, and whether one is chosen."""

    year: int
    icon: str
    title: str
    text: str
    talk: str
    who: str
    options: tuple[OptionView, ...]
    is_answered: bool
    ends_turn: bool
    """Whether the answer is all there is to choose, so that the years pass next."""
    meters: tuple[MeterView, ...]
    town: TownView


def event_card(state: GameState, scenario: Scenario, t: Translator) -> EventView:
    """The event of the year. Raises LookupError in a quiet year."""
    event = _event(state, scenario)
    return EventView(
        year=state.year,
        icon=event.icon,
        title=t.pick(event.title),
        text=t.pick(event.text),
        talk=t.pick(event.talk) if event.talk else "",
        who=t.pick(event.who) if event.who else "",
        options=tuple(
            _option(letter, option, state, scenario, t)
            for letter, option in zip(LETTERS, options_open(event, state), strict=False)
        ),
        is_answered=bool(state.option),
        ends_turn=state.setup.preset.answers_only,
        meters=meters(state, t),
        town=town(state, scenario, t, season=0.5),
    )


def _event(state: GameState, scenario: Scenario) -> Event:
    for event in scenario.events:
        if event.id == state.event:
            return event
    raise LookupError(f"no event in {state.year}")


def _option(
    letter: str, option: Option, state: GameState, scenario: Scenario, t: Translator
) -> OptionView:
    result = apply(state, ChooseOption(option.id), scenario)
    refused = result if isinstance(result, Refused) and state.phase is Phase.EVENT else None
    return OptionView(
        letter=letter,
        id=option.id,
        label=t.pick(option.label),
        effects=effect_views(effects_in_sight(option.effects, state), t, scenario),
        cost_text=cost_text(option, state.now["population"], t),
        effort=option.effort,
        selected=option.id == state.option,
        enabled=refused is None,
        why_not=refusal_text(refused, t, state) if refused else "",
    )


def refusal_text(refused: Refused, t: Translator, state: GameState) -> str:
    """Why an action was refused, in words a player can act on as things stand."""
    missing, key = refused.missing, refused.reason.text_key
    if refused.reason is Reason.TOO_EXPENSIVE:
        if missing <= 0:
            return t("refused.too_expensive.more")
        if not state.picked:
            # there is nothing to put back
            key = "refused.too_expensive.alone"
        return t(key, missing=amount_text(missing, t.language))
    return t(key, missing=int(missing))
