"""The texts all municipalities share: in three languages, easy to read, and none of them twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from game.content.common import Told, load_discussion_cards, load_terms
from game.content.common.discussion import DiscussionFile
from game.content.common.goals import GoalsFile
from game.content.common.monitor import MonitorFile
from game.content.common.occupations import OccupationsFile
from game.content.common.parties import PartiesFile
from game.content.common.reading import load_common
from game.content.common.roles import RolesFile
from game.content.common.terms import TermsFile
from game.content.common.titles import TitlesFile
from game.content.common.told import CommonFile
from tests.content.easy_words import lix, word_list

FILES: tuple[type[CommonFile], ...] = (
    DiscussionFile,
    GoalsFile,
    MonitorFile,
    OccupationsFile,
    PartiesFile,
    RolesFile,
    TermsFile,
    TitlesFile,
)
BOKMAL_ONLY = "ikke jeg hva hvor hvem hvordan hvorfor noe noen mer fra være gjøre ble fikk mye"
NYNORSK_ONLY = (
    "ikkje eg kva kvar kven korleis kvifor noko nokon meir frå vere gjere vart sjølv mykje"
)


def told_in(part: object) -> Iterator[Told]:
    """Every text in a form, however deep."""
    if isinstance(part, Told):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from told_in(getattr(part, name))
    elif isinstance(part, tuple):
        for inner in part:
            yield from told_in(inner)


def all_told() -> list[Told]:
    """Every text of the eight files."""
    return [told for form in FILES for told in told_in(load_common(form))]


def test_no_text_stands_twice_in_any_language() -> None:
    for language in ("nb", "nn", "en"):
        counted = Counter(getattr(told, language) for told in all_told())
        terms = Counter(
            getattr(line, language)
            for term in load_terms()
            for line in (term.what, term.in_game, term.in_reality)
        )

        assert [text for text, count in (counted + terms).items() if count > 1] == []


def test_no_text_is_empty_and_none_is_left_untranslated() -> None:
    left = [told.nb for told in all_told() if len(word_list(told.nb)) > 3 and told.nb == told.en]
    empty = [told for told in all_told() if not (told.nb and told.nn and told.en)]

    assert left == [] and empty == []


def test_bokmal_and_nynorsk_are_not_mixed() -> None:
    wrong = []
    terms = [line for t in load_terms() for line in (t.what, t.in_game, t.in_reality)]
    for told in [*all_told(), *terms]:
        wrong += [told.nn for word in word_list(told.nn.lower()) if word in BOKMAL_ONLY.split()]
        wrong += [told.nb for word in word_list(told.nb.lower()) if word in NYNORSK_ONLY.split()]

    assert wrong == []


def test_typography_is_norwegian() -> None:
    wrong = [
        text
        for told in all_told()
        for text in (told.nb, told.nn)
        if re.search(r'["“”]| - |\d\.\d|\d %', text)
    ]

    assert wrong == []


def test_no_sentence_has_more_than_twenty_words() -> None:
    terms = [line for t in load_terms() for line in (t.what, t.in_game, t.in_reality)]
    long = [
        sentence
        for told in [*all_told(), *terms]
        for text in (told.nb, told.nn, told.en)
        for sentence in re.split(r"[.!?]", text)
        if len(word_list(sentence)) > 20
    ]

    assert long == []


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_forty_words_are_explained_in_easy_language(language: str) -> None:
    texts = [
        getattr(line, language)
        for term in load_terms()
        for line in (term.what, term.in_game, term.in_reality)
    ]

    assert lix(texts) <= 36


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_discussion_cards_are_easy_to_read_aloud(language: str) -> None:
    assert lix([getattr(card.text, language) for card in load_discussion_cards()]) <= 34


def test_every_line_of_a_word_fits_a_small_box() -> None:
    long = [
        text
        for term in load_terms()
        for line in (term.what, term.in_game, term.in_reality)
        for text in (line.nb, line.nn, line.en)
        if len(text) > 130
    ]

    assert long == []
