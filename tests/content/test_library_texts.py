"""What the shared texts may say: a place by its own name, and no amount the state does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from game.content.form import Form, Text
from game.content.load import list_scenarios, load_scenario
from game.content.scenario import Scenario
from tests.content.easy_words import lix, word_list

EASY = 32.0
"""The highest LIX of events and cards, and the most words of one: game.md 6.3 and 3.9."""
MOST_WORDS = 60
PLACES = tuple(listed.id for listed in list_scenarios())
NOT_AMOUNTS = {
    "60", "100",  # per cent of one person's position
    "15", "62", "80", "85",  # ages
    "8",  # a week of the year
    "06.15", "7.12", "110",  # a clock, a train, a number to call
    "1987", "2014", "2040",
}  # fmt: skip


def texts_of(form: object) -> Iterator[str]:
    """Every sentence in a form, in every language and at every depth."""
    if isinstance(form, Text):
        yield from (s for s in (form.nb, form.nn, form.en) if s)
    elif isinstance(form, Form):
        for name in type(form).model_fields:
            yield from texts_of(getattr(form, name))
    elif isinstance(form, tuple):
        for part in form:
            yield from texts_of(part)


def said_in(scenario: Scenario) -> list[str]:
    return [*texts_of(scenario.measures), *texts_of(scenario.events)]


def test_each_municipality_has_a_nursing_home_of_its_own() -> None:
    homes = {load_scenario(place).names.nursing_home for place in PLACES}

    assert len(homes) == len(PLACES)


@pytest.mark.parametrize("place", PLACES)
def test_the_shared_texts_speak_of_the_nursing_home_of_the_place(place: str) -> None:
    scenario = load_scenario(place)
    own = scenario.names.nursing_home
    others = {load_scenario(other).names.nursing_home for other in PLACES} - {own}
    said = said_in(scenario)

    assert sum(own in text for text in said) >= 3 * 10
    assert [text for text in said if any(other in text for other in others)] == []
    assert [text for text in said if "{" in text] == []


@pytest.mark.parametrize("place", PLACES)
def test_no_text_claims_an_amount_that_is_the_same_in_every_municipality(place: str) -> None:
    claimed = [
        text
        for text in said_in(load_scenario(place))
        for number in re.findall(r"\d+(?:[.,]\d+)?", text)
        if number not in NOT_AMOUNTS
    ]

    assert claimed == []


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("place", PLACES)
def test_events_and_cards_are_easy_to_read(place: str, language: str) -> None:
    scenario = load_scenario(place)
    events = [getattr(event.text, language) for event in scenario.events]
    cards = [getattr(card.text, language) for card in scenario.measures if card.dealt]

    assert lix(events) <= EASY
    assert lix(cards) <= EASY


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("place", PLACES)
def test_an_event_with_its_answers_is_at_most_sixty_words(place: str, language: str) -> None:
    scenario = load_scenario(place)
    events = {
        event.id: [event.text, *(choice.label for choice in event.choices)]
        for event in scenario.events
    }
    cards = {card.id: [card.text] for card in scenario.measures if card.dealt}
    words = {
        id_: sum(len(word_list(getattr(text, language))) for text in texts)
        for id_, texts in {**events, **cards}.items()
    }

    assert {id_: count for id_, count in words.items() if count > MOST_WORDS} == {}
