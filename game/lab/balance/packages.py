"""Cards as a lane can have them: a card in a year, with the steps that make something of it.

A trial is measured the year after and put to use the year after that; its time goes where the year
says, in turn. Every other step is taken as soon as it can be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.content.scenario import PUT_TO_USE, Measure, Scenario
from game.engine.game_state import Chosen
from game.engine.session import Session
from game.engine.trials import EVALUATED, GAINS
from game.engine.what_if.story import Has, Story, story_of
from game.model.lanes import Array


@dataclass(frozen=True)
class Taken:
    """A card taken in a year. The same card may be there once for each year it could be taken."""

    card: str
    year: int


@dataclass(frozen=True)
class Packed:
    """A story that holds every card in every year asked for, and every answer to its events.

    `owner` tells for each decision which package it belongs to, or below zero which answer.
    """

    story: Story
    packages: tuple[Taken, ...]
    owner: tuple[int, ...]
    answers: tuple[tuple[int, ...], ...]
    """For each event, its answers, numbered -1, -2, … as in `owner`."""

    def lanes(self, packages: Has, answers: Has) -> Has:
        """What each lane has of the story: `packages` and `answers` are `(thing, lane)`."""
        both = np.concatenate([packages, answers[::-1]])
        # owner -1 is the first answer and the last row
        return self.story.with_choices(both[list(self.owner)])


def cards_of(scenario: Scenario) -> tuple[Measure, ...]:
    """The cards that are dealt."""
    return tuple(measure for measure in scenario.measures if measure.dealt)


def packed(session: Session, years: Sequence[int], extra_years: int = 0) -> Packed:
    """The events of a played game, with all that could have been decided in it.

    `extra_years` go by after the last, with nothing decided and no events.
    """
    told = story_of(session)
    cards = cards_of(session.scenario)
    packages = tuple(Taken(card.id, year) for card in cards for year in years)
    by_id = {card.id: card for card in cards}
    rows: list[tuple[Chosen, int]] = []
    for place, taken in enumerate(packages):
        steps = _steps(by_id[taken.card], taken.year, told.last_year)
        rows += [(step, place) for step in steps]
    answers, numbers = _answers(told)
    rows += answers
    rows.sort(key=lambda row: row[0].year)
    story = replace(
        told, decided=tuple(row for row, _ in rows), last_year=told.last_year + extra_years
    )
    return Packed(story, packages, tuple(owner for _, owner in rows), numbers)


def _steps(card: Measure, year: int, last_year: int) -> Iterator[Chosen]:
    """A card and its steps, in the years they come."""
    yield Chosen(year, card.id)
    is_trial = card.put_to_use is not None
    if is_trial and year + 1 <= last_year:
        yield Chosen(year + 1, f"{card.id}.{EVALUATED}")
    for step in card.follow_ups:
        later = max(step.ready_after, 2 if step.id == PUT_TO_USE else 1)
        if year + later <= last_year:
            yield Chosen(year + later, f"{card.id}.{step.id}")
    if is_trial and year + 3 <= last_year:
        yield Chosen(year + 3, f"{card.id}.{GAINS[year % len(GAINS)]}")


def _answers(told: Story) -> tuple[list[tuple[Chosen, int]], tuple[tuple[int, ...], ...]]:
    rows: list[tuple[Chosen, int]] = []
    numbers: list[tuple[int, ...]] = []
    events = {event.id: event for event in told.scenario.events}
    for event in told.happened:
        first = -len(rows) - 1
        options = events[event.what].choices
        rows += [
            (Chosen(event.year, f"{event.what}.{option.id}"), first - place)
            for place, option in enumerate(options)
        ]
        numbers.append(tuple(range(first, first - len(options), -1)))
    return rows, tuple(numbers)


def random_answers(packed_: Packed, lanes: int, luck: np.random.Generator) -> Has:
    """One answer to each event in each lane, or none, as often as each other."""
    count = sum(len(numbers) for numbers in packed_.answers)
    found = np.zeros((count, lanes), dtype=bool)
    for numbers in packed_.answers:
        drawn = luck.integers(0, len(numbers) + 1, lanes)
        for place, number in enumerate(numbers):
            found[-number - 1] = drawn == place
    return found


def random_cards(
    packed_: Packed, contexts: int, share: Array, luck: np.random.Generator
) -> tuple[Has, np.ndarray]:
    """Cards by luck, each in one of its years: `(package, context)`, and the year's place drawn."""
    cards, years = cards_and_years(packed_)
    drawn = luck.integers(0, years, (cards, contexts))
    takes = luck.random((cards, contexts)) < share
    found = np.zeros((cards, years, contexts), dtype=bool)
    np.put_along_axis(found, drawn[:, None, :], takes[:, None, :], axis=1)
    return found.reshape(cards * years, contexts), drawn


def cards_and_years(packed_: Packed) -> tuple[int, int]:
    """How many cards, and how many years each may be taken in."""
    cards = len(dict.fromkeys(taken.card for taken in packed_.packages))
    return cards, len(packed_.packages) // cards
