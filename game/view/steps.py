"""What can be done further with what is already chosen: steps of a card, and trials in stages."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.scenario import Measure, Scenario
from game.engine.action import ChooseMeasure
from game.engine.apply import Refused, apply
from game.engine.decisions import (
    card_of,
    costly_of,
    effects_of,
    find_measure,
    is_trial,
    strength,
    was_redrawn,
)
from game.engine.game_state import GameState
from game.engine.resources import chosen_names, effort_of
from game.engine.trials import chosen_year, evaluation, steps_open
from game.text.translate import Translator
from game.view.effects import cost_text, effect_views, effects_in_sight
from game.view.event_card import refusal_text
from game.view.innovation import lessons_sentence
from game.view.parts import EffectView

STAGES = ("new", "useful", "used")
"""Nytt, nyttig, nyttiggjort."""
PUT_TO_USE = "put_to_use"
BETTER, WEAKER = 1.05, 0.95
"""How far from what was hoped a measured trial is called better or weaker."""


@dataclass(frozen=True)
class StepView:
    """One step that can be taken this turn."""

    name: str
    label: str
    text: str
    icon: str
    pillar: str
    cost_text: str
    effort: int
    effects: tuple[EffectView, ...]
    selected: bool
    enabled: bool
    why_not: str


@dataclass(frozen=True)
class PathView:
    """A card with its open steps. `stage` is 1-3 for a trial, else 0.

    `result` is what a trial gave when it is measured, and what it has learnt from other kinds.
    """

    card: str
    title: str
    icon: str
    pillar: str
    stage: int
    stage_text: str
    result: str
    steps: tuple[StepView, ...]

    @property
    def picked(self) -> tuple[StepView, ...]:
        """The steps that are chosen this turn."""
        return tuple(step for step in self.steps if step.selected)


def paths(state: GameState, scenario: Scenario, t: Translator) -> tuple[PathView, ...]:
    """«Videre»: every chosen card that can be taken further, in the order they were chosen."""
    by_card: dict[str, list[str]] = {}
    names = (*steps_open(state, scenario), *(p for p in state.picked if "." in p))
    for name in dict.fromkeys(names):
        by_card.setdefault(name.partition(".")[0], []).append(name)
    return tuple(_path(card, tuple(steps), state, scenario, t) for card, steps in by_card.items())


def _path(
    card: str, names: tuple[str, ...], state: GameState, scenario: Scenario, t: Translator
) -> PathView:
    measure = find_measure(card, scenario)
    assert measure is not None  # only cards have steps
    stage = _stage(measure, state)
    return PathView(
        card=card,
        title=t.pick(measure.title),
        icon=measure.icon,
        pillar=measure.pillar,
        stage=stage,
        stage_text=t(f"rule.stage.{STAGES[stage - 1]}") if stage else "",
        result=_result(measure, stage, state, scenario, t),
        steps=tuple(_step(name, state, scenario, t) for name in names),
    )


def _result(
    measure: Measure, stage: int, state: GameState, scenario: Scenario, t: Translator
) -> str:
    """What a trial gave, and until it is in use, what the other kinds of trials have taught it."""
    given = trial_result(measure.id, state, scenario, t) if evaluation(measure.id, state) else ""
    lessons = lessons_sentence(measure, state, scenario, t) if stage in (1, 2) else ""
    return f"{given} {lessons}".strip()


def _stage(measure: Measure, state: GameState) -> int:
    """Where a trial is: 1 when it is tried, 2 when it is measured, 3 when it is in use."""
    if not is_trial(measure):
        return 0
    if chosen_year(f"{measure.id}.{PUT_TO_USE}", state) is not None:
        return 3
    return 2 if evaluation(measure.id, state) else 1


def trial_strength_of(card: str, state: GameState, scenario: Scenario) -> float:
    """The true effect of a trial against what was hoped; nought when it does nothing."""
    known = chosen_names(state)
    redrawn = was_redrawn(card, known)
    n = state.parameters.n
    return float(strength(f"{card}.{PUT_TO_USE}", state.year, state.seed, n, scenario, redrawn))


def trial_result(card: str, state: GameState, scenario: Scenario, t: Translator) -> str:
    """What a trial turned out to give, in words."""
    true = trial_strength_of(card, state, scenario)
    if true <= 0.0:
        return t("rule.trial.nothing")
    word = "better" if true >= BETTER else "weaker" if true <= WEAKER else "as_hoped"
    return t(f"rule.trial.{word}")


def step_label(name: str, scenario: Scenario, t: Translator) -> str:
    """What a step is called: its own label, or the title of the rule it follows."""
    costly = costly_of(name, scenario)
    words = getattr(costly, "label", None) or getattr(costly, "title", None)
    return t.pick(words) if words else name


def _step(name: str, state: GameState, scenario: Scenario, t: Translator) -> StepView:
    costly = costly_of(name, scenario)
    card = card_of(name, scenario)
    selected = name in state.picked
    result = None if selected else apply(state, ChooseMeasure(name), scenario)
    refused = result if isinstance(result, Refused) else None
    words = getattr(costly, "text", None)
    return StepView(
        name=name,
        label=step_label(name, scenario, t),
        text=t.pick(words) if words else "",
        icon=getattr(costly, "icon", None) or (card.icon if card else "continue"),
        pillar=card.pillar if card else "innovation",
        cost_text=cost_text(costly, state.now["population"], t),
        effort=effort_of(name, state, scenario),
        effects=effect_views(effects_in_sight(effects_of(name, scenario), state), t, scenario),
        selected=selected,
        enabled=refused is None,
        why_not=refusal_text(refused, t, state) if refused else "",
    )
