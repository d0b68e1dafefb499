"""Everything that can be decided, by name, and how strong it turns out.

A decision is a name with costs and effects: a card, `card.step`, `event.option`, or something the
rules themselves do. Rules only say when it may be taken and how strongly it works, so replays,
«Hvorfor?» and saves need to know of nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from game.content.effects import Effect
from game.content.scenario import PUT_TO_USE, Costly, Measure, Scenario
from game.model.draws import chance
from game.model.lanes import Array
from game.model.parameter_set import National

Luck = TypeVar("Luck", float, Array)

LAB_DAY = "lab_day"
STRENGTH_SLOT, LAB_SLOT = 2, 6
"""Slots of a card's own stream: its strength, and the strength of a trial begun again."""
TRIAL_YEAR = 0
"""A trial turns out the same whenever it is put to use, so its luck has no year."""


def find_measure(name: str, scenario: Scenario) -> Measure | None:
    """The measure with this id, if the scenario has it."""
    found = scenario.decisions.get(name)
    return found if isinstance(found, Measure) and "." not in name else None


def card_of(name: str, scenario: Scenario) -> Measure | None:
    """The card that a name belongs to: its own, or that of the step it names."""
    return find_measure(name.partition(".")[0], scenario)


def costly_of(name: str, scenario: Scenario) -> Costly:
    """The costs of a decision. Raises KeyError when there is no such thing."""
    return scenario.decisions[name]


def effects_of(cause: str, scenario: Scenario) -> tuple[Effect, ...]:
    """The effects of a decision or of an event. Raises KeyError when there is no such thing."""
    return scenario.causes[cause]


def is_trial(measure: Measure | None) -> bool:
    """Whether a card is an innovation project in three stages."""
    return measure is not None and measure.put_to_use is not None


def is_put_to_use(name: str) -> bool:
    """Whether a name is the last stage of an innovation project."""
    return name.endswith("." + PUT_TO_USE)


def lab_day_of(name: str) -> str:
    """The decision that begins a trial again."""
    return f"{name.partition('.')[0]}.{LAB_DAY}"


def was_redrawn(name: str, decided: Iterable[str]) -> bool:
    """Whether a trial was begun again."""
    return lab_day_of(name) in decided


def strength(
    name: str, year: int, seed: int, n: National, scenario: Scenario, redrawn: bool = False
) -> float:
    """How strong a decision turns out in this game, around 1: drawn for cards and for trials."""
    if is_put_to_use(name):
        return trial_strength(n, chance(seed, TRIAL_YEAR, card_id(name), trial_slot(redrawn)))
    measure = find_measure(name, scenario)
    if measure is None or not measure.dealt:
        return 1.0
    return strength_from(measure, n, chance(seed, year, measure.id, STRENGTH_SLOT))


def card_id(name: str) -> str:
    """The id of the card in a name."""
    return name.partition(".")[0]


def trial_slot(redrawn: bool) -> int:
    """Where the luck of a trial lies."""
    return LAB_SLOT if redrawn else STRENGTH_SLOT


def strength_from(measure: Measure, n: National, luck: Luck) -> Luck:
    """The true effect that a fraction of luck gives: the more uncertain, the wider around 1."""
    spread = {
        "certain": n.certain_spread,
        "likely": n.likely_spread,
        "uncertain": n.uncertain_spread,
    }[measure.certainty]
    return 1.0 + float(spread[0, 0, 0]) * (2.0 * luck - 1.0)


def trial_strength(n: National, luck: Luck) -> Luck:
    """The true effect of a trial: nothing for the unlucky part, else around 1.

    About one in five changes in municipalities improves nothing (Meld. St. 30 (2019-2020)).
    """
    empty = float(n.empty_trial_share[0, 0, 0])
    spread = float(n.likely_spread[0, 0, 0])
    left = (luck - empty) / (1.0 - empty)
    return (luck >= empty) * (1.0 + spread * (2.0 * left - 1.0))


def chance_each_way(seed: int, year: int, name: str, slot: int) -> float:
    """Luck from -1 to 1, at an address."""
    return 2.0 * chance(seed, year, name, slot) - 1.0
