"""The game's sentences, and the choice of language."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from game.text.translate import LANGUAGES, Catalogue, Entry, Translator, load_catalogue

CATALOGUE: Catalogue = {
    "menu.play": {"nb": "Spill", "nn": "Spel", "en": "Play"},
    "menu.only_nb": {"nb": "Bare her"},
    "event.votes": {"nb": {"one": "{n} stemme", "other": "{n} stemmer"}, "en": "{n} votes"},
}


def test_a_sentence_is_given_in_the_players_language() -> None:
    assert Translator("nn", CATALOGUE)("menu.play") == "Spel"


def test_a_missing_language_falls_back_to_bokmaal() -> None:
    assert Translator("nn", CATALOGUE)("menu.only_nb") == "Bare her"
    assert Translator("en", CATALOGUE)("menu.only_nb") == "Bare her"


def test_a_number_chooses_between_one_and_many() -> None:
    t = Translator("nb", CATALOGUE)

    assert t("event.votes", n=1) == "1 stemme"
    assert t("event.votes", n=3) == "3 stemmer"


def test_a_missing_key_is_never_silent() -> None:
    with pytest.raises(KeyError):
        Translator("nb", CATALOGUE)("menu.quit")


def test_a_missing_value_is_never_silent() -> None:
    with pytest.raises(KeyError):
        Translator("nb", CATALOGUE)("event.votes")


def test_a_text_of_a_scenario_is_picked_in_the_players_language() -> None:
    t = Translator("en", CATALOGUE)

    assert t.pick({"nb": "Dal", "en": "Valley"}) == "Valley"
    assert t.pick({"nb": "Dal", "nn": None}) == "Dal"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError):
        Translator("de", CATALOGUE)


def test_yes_and_no_stay_words(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a.yes: {nb: Ja, nn: Ja, en: Yes}\n", encoding="utf-8")

    assert Translator("en", load_catalogue(tmp_path))("a.yes") == "Yes"


def test_a_key_in_two_files_is_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text("x.y: {nb: Z}\n", encoding="utf-8")

    with pytest.raises(ValueError, match="b.yaml"):
        load_catalogue(tmp_path)


def test_every_sentence_of_the_game_is_in_all_three_languages() -> None:
    absent = [
        f"{key}: {language}"
        for key, entry in load_catalogue().items()
        for language in LANGUAGES
        if not entry.get(language)
    ]

    assert absent == []


def test_every_sentence_asks_for_the_same_values_in_all_languages() -> None:
    uneven = [key for key, entry in load_catalogue().items() if not _same_placeholders(entry)]

    assert uneven == []


def _same_placeholders(entry: Entry) -> bool:
    asked = []
    for forms in entry.values():
        sentence = forms if isinstance(forms, str) else forms["other"]
        asked.append({name for _, name, _, _ in string.Formatter().parse(sentence) if name})
    return all(names == asked[0] for names in asked)
