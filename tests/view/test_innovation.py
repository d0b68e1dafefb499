"""What the screen says of kinds of innovation is what the rules do with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.scenario import Measure
from game.engine.game_state import Chosen, GameState, Phase
from game.engine.weight import weight_of
from game.text.numbers import percent
from game.text.translate import LANGUAGES, Translator, load_catalogue
from game.view.innovation import kind_sentence, lessons_sentence
from game.view.measures import measures
from game.view.steps import paths
from tests.kit import a_game, fjellvik, go_to


def t(language: str = "nb") -> Translator:
    return Translator(language, load_catalogue())


def trials_by_kind() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for measure in fjellvik().measures:
        if measure.innovation_kind:
            found.setdefault(measure.innovation_kind, []).append(measure.id)
    return found


def having_tried(*cards: str) -> GameState:
    state = go_to(a_game(), Phase.MEASURES).state
    return replace(state, chosen=tuple(Chosen(2024, card) for card in cards))


def own_and_others() -> tuple[Measure, list[str], list[str]]:
    """A trial, one more of its kind, and one of each other kind."""
    kinds = trials_by_kind()
    own, twin, *_ = kinds.pop("task_solving")
    measure = fjellvik().decisions[own]
    assert isinstance(measure, Measure)
    return measure, [twin], [cards[0] for cards in kinds.values()]


@pytest.mark.parametrize("others", [0, 1, 2])
def test_the_lessons_told_are_what_the_rules_add_when_it_is_put_to_use(others: int) -> None:
    trial, twins, rest = own_and_others()
    step = f"{trial.id}.put_to_use"
    alone, taught = having_tried(trial.id, *twins), having_tried(trial.id, *twins, *rest[:others])
    more = weight_of(step, taught, fjellvik()) / weight_of(step, alone, fjellvik()) - 1.0
    told = lessons_sentence(trial, taught, fjellvik(), t())

    assert bool(told) == bool(others)
    assert not told or percent(more) in told


def test_a_trial_tells_what_it_has_learnt_until_it_is_in_use() -> None:
    trial, _, rest = own_and_others()
    tried = having_tried(trial.id, rest[0])
    used = replace(tried, chosen=(*tried.chosen, Chosen(2025, f"{trial.id}.put_to_use")))
    told = [
        path.result
        for state in (having_tried(trial.id), tried, used)
        for path in paths(state, fjellvik(), t())
        if path.card == trial.id
    ]

    assert told[:2] == ["", "Lærdom fra andre slags prøver gir 5\u00a0% mer."]
    assert not any(told[2:])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_of_each_kind_says_which_kind_it_is_and_other_cards_do_not(language: str) -> None:
    first = [cards[0] for cards in trials_by_kind().values()]
    state = replace(having_tried(), table=(*first, "apprentices"))
    *trials, plain = measures(state, fjellvik(), t(language)).cards
    kinds = [
        kind_sentence(measure, t(language))
        for measure in (fjellvik().decisions[card] for card in first)
        if isinstance(measure, Measure)
    ]

    assert len(set(kinds)) == 4
    for card, kind in zip(trials, kinds, strict=True):
        assert card.text.endswith(kind) and len(kind.split()) <= 20
    assert not any(kind in plain.text for kind in kinds)
