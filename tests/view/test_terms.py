"""Ordlista as players see it: forty words in the alphabet of their language."""

from __future__ import annotations

import pytest

from game.content.common.terms import COUNT
from game.text.translate import LANGUAGES, Translator, load_catalogue
from game.view.terms import next_with_letter, term_ids, term_views

CATALOGUE = load_catalogue()


def words(language: str = "nb"):
    return term_views(Translator(language, CATALOGUE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_forty_words_are_told_three_ways(language) -> None:
    views = words(language)
    assert {view.id for view in views} == term_ids()
    assert len(views) == COUNT
    for view in views:
        told = {view.what, view.in_game, view.in_reality}
        assert len(told) == 3 and all(len(text) > 10 for text in told), view.id


def test_norwegian_letters_come_last_and_in_their_own_order() -> None:
    names = [view.name for view in words()]
    assert names[0] == "Arbeidsgiverstrategi"
    assert names[-2:] == ["Økonomiplan", "Årsverk"]


def test_each_language_has_its_own_order() -> None:
    first = {language: words(language)[0].id for language in LANGUAGES}
    assert first == {"nb": "employer_strategy", "nn": "employer_strategy", "en": "applicants"}
    assert words("nn") != words("nb")


def test_the_same_letter_again_leads_to_the_next_word_and_around() -> None:
    views = words()
    seen, current = [], None
    for _ in range(5):
        found = next_with_letter(views, "f", current)
        assert found is not None
        seen.append(found.name)
        current = found.id
    assert seen[:3] == ["Folk på jobb", "Forebygging", "Frivillige"]
    assert seen[3:] == seen[:2]


def test_a_letter_without_words_finds_nothing() -> None:
    assert next_with_letter(words(), "x") is None
    assert next_with_letter((), "a") is None


def test_a_word_that_is_the_same_in_nynorsk_is_told_once_more_in_english_only() -> None:
    by_id = {view.id: view for view in words()}
    assert by_id["trust"].elsewhere == (("en", "trust"),)
    assert by_id["competence_match"].elsewhere == (
        ("nn", "rett kompetanse"),
        ("en", "competence match"),
    )
    assert by_id["robek"].elsewhere == ()
