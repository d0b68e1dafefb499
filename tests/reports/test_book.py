"""The book: all of the model, once each, on a page that is whole and opens anywhere."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from game.content.parameter_files import STATUSES, Record, records
from game.model.variables import VARIABLES
from game.reports.book import book, gather, words, write
from game.reports.chapters_equations import users_of
from game.reports.equations import equations
from game.reports.facts import Facts, anchor
from game.reports.origins import Origin
from game.reports.shares import Shares, shares_of
from game.text.translate import LANGUAGES, load_catalogue
from tests.reports.page import Page, read_page

TEXTS = Path(__file__).parents[2] / "game" / "reports" / "texts"


@cache
def facts(language: str = "nb") -> Facts:
    """Gathered once; the other languages tell the same facts."""
    return gather() if language == "nb" else replace(facts(), t=words(language))


@cache
def page(language: str = "nb") -> Page:
    return read_page(book(facts(language)))


def changed(id_: str, value: str) -> list[Record]:
    """The records with one number replaced."""
    return [
        replace(record, body={**record.body, "value": value}) if record.id == id_ else record
        for record in records()
    ]


def test_every_equation_of_the_model_has_its_place_exactly_once() -> None:
    places = {id_: page().ids[anchor("eq", id_)] for id_ in equations()}

    assert set(places.values()) == {1}, places


def test_every_number_of_the_model_has_its_place_exactly_once() -> None:
    places = {record.id: page().ids[anchor("p", record.id)] for record in records()}

    assert set(places.values()) == {1}, places


def test_every_variable_a_scenario_can_read_has_its_place_exactly_once() -> None:
    places = {name: page().ids[anchor("var", name)] for name in VARIABLES}

    assert set(places.values()) == {1}, places


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_whole_in_every_language(language: str) -> None:
    read = page(language)

    assert read.faults == []
    assert [id_ for id_, times in read.ids.items() if times > 1] == []
    assert read.language == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_place_on_the_page(language: str) -> None:
    read = page(language)

    lost = [link for link in read.links if not link.startswith("#") or link[1:] not in read.ids]
    assert lost == []
    assert len(read.links) > 500


def test_nothing_is_fetched_from_anywhere() -> None:
    markup = book(facts())

    assert page().fetched == []
    assert "url(" not in markup
    assert "@import" not in markup
    assert "<script" not in markup
    assert "<link" not in markup


def test_headings_never_skip_a_level() -> None:
    levels = page().headings

    assert levels[0] == 1
    assert levels.count(1) == 1
    skipped = [(a, b) for a, b in zip(levels, levels[1:], strict=False) if b > a + 1]
    assert skipped == []


def test_what_an_author_wrote_is_never_taken_for_markup() -> None:
    wicked = "<script>alert('&amp;')</script>"
    first, *others = facts().records
    told = replace(first, body={**first.body, "note": wicked, "unit": wicked})

    markup = book(replace(facts(), records=(told, *others)))

    assert "<script" not in markup
    assert wicked in read_page(markup).text


def test_changing_a_number_changes_the_page_its_mark_and_what_the_statements_gave() -> None:
    told = gather(given=changed("sick_leave_by_gap", "0,0773"))

    read = read_page(book(told))

    assert "0,0773" in read.text
    assert "0,0773" not in page().text
    assert told.mark != facts().mark
    assert [o.findings for o in told.outcomes] != [o.findings for o in facts().outcomes]


def test_a_record_that_is_missing_stops_the_book_in_words() -> None:
    with pytest.raises(ValueError, match="boys_share: posten mangler"):
        gather(given=[record for record in records() if record.id != "boys_share"])


def test_the_shares_of_what_we_know_add_up_to_a_hundred() -> None:
    shares = shares_of(records())

    assert sum(shares.percents()) == 100
    assert sum(shares.counts) == len(records())


def test_shares_that_do_not_divide_still_add_up_to_a_hundred() -> None:
    # 1/3 each is 33.3: the first gets the one that is left
    assert Shares((1, 1, 1, 0)).percents() == (34, 33, 33, 0)
    assert Shares((0, 0, 0, 0)).percents() == (0, 0, 0, 0)


def test_the_front_page_says_in_words_how_much_is_measured() -> None:
    counts = dict(zip(STATUSES, shares_of(records()).counts, strict=True))

    assert f"{counts['measured']} målt" in page().text
    assert f"{counts['assumed']} antatt" in page().text
    assert f"Av {len(records())} tall" in page().text


def test_a_statement_that_does_not_hold_is_told_as_such() -> None:
    first = facts().outcomes[0]
    wrong = replace(first, findings=tuple(replace(f, holds=False) for f in first.findings))

    told = replace(facts(), outcomes=(wrong, *facts().outcomes[1:]))

    assert "✗ stemmer ikke" in read_page(book(told)).text


def test_validation_of_other_numbers_is_told_as_out_of_date() -> None:
    check = {
        "id": "V4",
        "title": "Behov 2021–2031",
        "passed": True,
        "independence": "delvis stilt inn etter det samme",
        "reason": "Veksten følger MMMM.",
        "figures": [{"name": "vekst", "value": 11.2, "goal": "10–13", "unit": "%"}],
    }
    old = replace(facts(), validation={"mark": "deadbeef", "checks": [check]})
    told = {"mark": facts().mark, "made_on": "2026-11-24", "checks": [check]}
    same = replace(facts(), validation=told)

    assert "er endret siden" in read_page(book(old)).text
    assert "er endret siden" not in read_page(book(same)).text
    assert "11,2 %" in read_page(book(same)).text
    assert "Kjørt 24.11.2026" in read_page(book(same)).text
    assert "11,2\u00a0%</td><td>10–13\u00a0%" in book(same)
    assert (
        "✓ bestått · delvis stilt inn etter det samme : Veksten følger MMMM."
        in read_page(book(same)).text
    )


def test_the_backcasts_stand_in_the_book_with_the_word_of_warning() -> None:
    told = page().text

    assert "V1 Fra 2010 til 2020 i alle kommuner" in told
    assert "V2 Fra 2014 til 2024 i alle kommuner" in told
    assert "satt av folk som visste hva som kom etter" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_breaks_inside_a_number(language: str) -> None:
    broken = [text for text in page(language).texts if re.search(r"\d \d{3}(?!\d)|\d %", text)]

    assert broken == []


def test_a_plain_space_typed_in_a_note_holds_the_number_together() -> None:
    first, *others = facts().records
    told = replace(first, body={**first.body, "note": "Om lag 10 000 av 1 234 567, eller 12 %."})

    markup = book(replace(facts(), records=(told, *others)))

    assert "10\u00a0000 av 1\u00a0234\u00a0567, eller 12\u00a0%." in markup


def test_the_book_is_written_into_a_folder_under_its_own_name(tmp_path: Path) -> None:
    where = write(tmp_path)

    assert where == (tmp_path / "modellboka.html").resolve()
    assert where.read_text("utf-8").startswith("<!doctype html>")


def test_every_word_of_the_book_is_in_all_three_languages() -> None:
    absent = [
        f"{key}: {language}"
        for key, entry in load_catalogue(TEXTS).items()
        for language in LANGUAGES
        if not entry.get(language)
    ]

    assert absent == []


def test_the_titles_of_equations_are_titles_of_equations_that_exist() -> None:
    titled = {
        key.removeprefix("equation.")
        for key in load_catalogue(TEXTS)
        if key.startswith("equation.")
    }

    assert titled - set(equations()) == set()


def test_no_equation_is_told_to_use_itself() -> None:
    own = [id_ for id_ in equations() if Origin("equation", id_) in users_of(id_, facts())]

    assert own == []
