"""What kind of innovation a card is, and what trials of other kinds have taught it."""

from __future__ import annotations

from game.content.scenario import Measure, Scenario
from game.engine.decisions import find_measure
from game.engine.game_state import GameState
from game.engine.standing import number_of
from game.text.numbers import percent
from game.text.translate import Translator


def kind_sentence(measure: Measure, t: Translator) -> str:
    """The kind of innovation of a card; nothing for a card that is none."""
    kind = measure.innovation_kind
    return t("rule.kind.learns", kind=t(f"rule.kind.{kind}")) if kind else ""


def lessons_sentence(measure: Measure, state: GameState, scenario: Scenario, t: Translator) -> str:
    """How much stronger it becomes to put a trial to use by trials of other kinds, if any."""
    others = _kinds_tried(state, scenario) - {measure.innovation_kind}
    if measure.innovation_kind is None or not others:
        return ""
    share = number_of(state.parameters.n.spillover_by_kind) * len(others)
    return t("rule.kind.lessons", share=percent(share, 0, t.language))


def _kinds_tried(state: GameState, scenario: Scenario) -> set[str]:
    cards = (find_measure(entry.what, scenario) for entry in state.chosen)
    return {card.innovation_kind for card in cards if card and card.innovation_kind}
