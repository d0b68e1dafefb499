"""Nytt, nyttig, nyttiggjort: which steps a card that is chosen can take next, and Pilotparken."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.scenario import PUT_TO_USE, Measure, Scenario
from game.engine.conditions import all_hold
from game.engine.decisions import LAB_DAY, card_of, find_measure, is_trial
from game.engine.game_state import GameState

EVALUATED, STOPPED = "evaluated", "stopped"
GAINS = ("gain_service", "gain_calm", "gain_savings")
"""Where the freed time goes: one of them, once a trial is put to use."""
CLOSING = (STOPPED, PUT_TO_USE)


def chosen_year(name: str, state: GameState) -> int | None:
    """The year something was last decided, if ever."""
    return max((entry.year for entry in state.chosen if entry.what == name), default=None)


def steps_open(state: GameState, scenario: Scenario) -> tuple[str, ...]:
    """The names of every step that can be taken this turn, in the order the cards were chosen."""
    cards = dict.fromkeys(entry.what for entry in state.chosen)
    found = []
    for name in cards:
        measure = find_measure(name, scenario)
        if measure is not None and measure.follow_ups:
            found += [f"{name}.{step}" for step in _steps(measure, state)]
    return tuple(found)


def open_trials(state: GameState, scenario: Scenario) -> tuple[str, ...]:
    """The statues of Pilotparken: trials neither put to use nor stopped."""
    names = dict.fromkeys(entry.what for entry in state.chosen)
    return tuple(
        name
        for name in names
        if is_trial(find_measure(name, scenario)) and not _closed(name, state)
    )


def is_closing(name: str) -> bool:
    """Whether a decision ends a trial, so that it no longer holds effort."""
    return name.partition(".")[2] in CLOSING


def excludes(name: str, other: str) -> bool:
    """Whether two steps of one card cannot be taken in the same turn, or one with the card.

    A trial that begins again, with the card or with a lab day, cannot end in the same turn.
    """
    (card, _, step), (other_card, _, other_step) = name.partition("."), other.partition(".")
    if card != other_card:
        return False
    if not {step, other_step}.isdisjoint(("", LAB_DAY)):
        return is_closing(name) or is_closing(other)
    stages = (EVALUATED, *CLOSING)
    return (step in stages and other_step in stages) or (step in GAINS and other_step in GAINS)


def evaluation(name: str, state: GameState) -> bool:
    """Whether a trial has been measured."""
    return chosen_year(f"{name}.{EVALUATED}", state) is not None


def _closed(name: str, state: GameState) -> bool:
    began = chosen_year(name, state)
    ends = [chosen_year(f"{name}.{step}", state) for step in CLOSING]
    return any(end is not None and began is not None and end >= began for end in ends)


def _steps(measure: Measure, state: GameState) -> Iterator[str]:
    began = chosen_year(measure.id, state)
    if began is None:
        return
    if is_trial(measure):
        yield from _stages(measure, state)
    chosen = frozenset(entry.what for entry in state.chosen if entry.year >= began)
    values = {**state.now, "year": float(state.year)}
    everything = frozenset(entry.what for entry in state.chosen)
    for step in measure.follow_ups:
        if f"{measure.id}.{step.id}" in chosen or state.year < began + step.ready_after:
            continue
        if step.id == PUT_TO_USE and _closed(measure.id, state):
            continue
        if all_hold(step.when, values, everything):
            yield step.id


def _stages(measure: Measure, state: GameState) -> Iterator[str]:
    if not _closed(measure.id, state):
        if not evaluation(measure.id, state):
            yield EVALUATED
        yield STOPPED
        return
    used = chosen_year(f"{measure.id}.{PUT_TO_USE}", state) is not None
    placed = any(chosen_year(f"{measure.id}.{gain}", state) is not None for gain in GAINS)
    if used and not placed:
        yield from GAINS


def pillar_of(name: str, scenario: Scenario) -> str:
    """The pillar a decision belongs to; empty for answers to events."""
    card = card_of(name, scenario)
    return card.pillar if card is not None else ""
