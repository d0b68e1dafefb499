"""The voices of the town as files: what is understood, what is refused, and how it reads."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from game.content.load import list_scenarios, load_scenario
from game.content.problem import BrokenContent
from game.content.voices import (
    LANGUAGES,
    MOST_WORDS,
    Voice,
    load_voices,
    placeholders,
    subject_faults,
)
from tests.content.easy_words import lix

METERS = ("staffing", "services", "wellbeing", "trust", "money")
LEAST = {"headline": 170, "quote": 280, "article": 80, "letter": 75}
HIGHEST_LIX = {"article": 34.0, "letter": 32.0}
LONGEST_SENTENCE = 20
CAST = "cast:\n- id: nina\n  name: Nina\n  role: {nb: turnus, nn: turnus, en: rota}\n"
VOICE = """voices:
- id: a_quote
  kind: quote
  who: nina
  about: trust
  way: worse
  when:
    - trust: below 40 points
  text:
    nb: "Tilliten er {trust}."
    nn: "Tilliten er {trust}."
    en: "Trust is {trust}."
"""


def read(folder: Path, voices: str, cast: str = CAST) -> tuple[Voice, ...]:
    (folder / "voices").mkdir()
    (folder / "cast.yaml").write_text(cast, "utf-8")
    (folder / "voices" / "a.yaml").write_text(voices, "utf-8")
    return load_voices(folder).entries


def test_a_quote_is_read_with_its_speaker_its_cause_and_its_conditions(tmp_path: Path) -> None:
    (voice,) = read(tmp_path, VOICE)

    assert (voice.who, voice.about, voice.way) == ("nina", "trust", "worse")
    assert (voice.when[0].variable, voice.when[0].value) == ("trust", 40.0)


FAULTS = [
    ("kind: quote", "kind: qoute", "«qoute» kan ikke stå i «kind»"),
    ("who: nina", "who: nima", "Ingen av dem vi kjenner, heter «nima»"),
    ("  who: nina\n", "", "Et sitat må ha noen som sier det"),
    ("kind: quote", "kind: headline", "Avisa skriver dette selv"),
    ("way: worse", "way: down", "«down» kan ikke stå i «way»"),
    ("about: trust", "about: water_park", "«way» sier hvordan en størrelse har beveget seg"),
    ("about: trust", "about: population", "er verken god eller dårlig"),
    ("below 40", "under 40", "Spillet forstår ikke «under»"),
    ("Trust is {trust}.", "Trust is 40.", "ikke de samme plassholderne|Det står et tall"),
    ("{trust}", "{trusst}", "Spillet kan ikke fylle inn «trusst»"),
    ('    nn: "Tilliten er {trust}."\n', "", "Teksten mangler på nn"),
    ("Tilliten er", "ord " * 30 + "er", "Skriv høyst 24 ord"),
    ("id: a_quote", "id: a_quote\n  mood: good", "Ukjent felt «mood»"),
]


@pytest.mark.parametrize(("right", "wrong", "words"), FAULTS)
def test_a_fault_is_told_with_its_file_and_what_to_write(
    tmp_path: Path, right: str, wrong: str, words: str
) -> None:
    assert right in VOICE
    with pytest.raises(BrokenContent) as refused:
        read(tmp_path, VOICE.replace(right, wrong))

    assert "a.yaml, linje" in str(refused.value)
    assert re.search(words, str(refused.value))


def test_an_id_is_used_once_in_all_the_files(tmp_path: Path) -> None:
    with pytest.raises(BrokenContent, match="«a_quote» er brukt før"):
        read(tmp_path, VOICE + VOICE.removeprefix("voices:\n"))


def test_an_article_opens_with_a_sentence_that_can_be_printed_bold(tmp_path: Path) -> None:
    article = VOICE.replace("kind: quote", "kind: article").replace("  who: nina\n", "")

    with pytest.raises(BrokenContent, match="mangler åpningen"):
        read(tmp_path, article)


# --- what the game comes with --------------------------------------------------------------------


def of_kind(kind: str) -> list[Voice]:
    return [voice for voice in load_voices().entries if voice.kind == kind]


def test_the_town_has_twelve_people_and_all_of_them_have_something_to_say() -> None:
    speaking = Counter(voice.who for voice in of_kind("quote"))

    assert len(load_voices().cast) == 12
    assert all(speaking[person.id] >= 12 for person in load_voices().cast)


@pytest.mark.parametrize(("kind", "least"), LEAST.items())
def test_there_is_enough_to_say(kind: str, least: int) -> None:
    assert len(of_kind(kind)) >= least


def test_every_text_is_written_in_three_languages_within_its_words() -> None:
    for voice in load_voices().entries:
        for language in LANGUAGES:
            sentence = getattr(voice.text, language)
            assert sentence, f"{voice.id}: {language}"
            assert len(sentence.split()) <= MOST_WORDS[voice.kind] + sentence.count("–")


def test_no_text_is_there_twice() -> None:
    for language in LANGUAGES:
        times = Counter(getattr(voice.text, language) for voice in load_voices().entries)

        assert [sentence for sentence, count in times.items() if count > 1] == []


def test_everything_that_is_talked_about_can_happen_in_a_scenario() -> None:
    known: set[str] = set()
    for listed in list_scenarios():
        scenario = load_scenario(listed.path)
        known |= {event.id for event in scenario.events} | set(scenario.decisions)

    assert subject_faults(load_voices(), known) == ()


def test_something_no_scenario_has_is_told_with_what_may_have_been_meant(tmp_path: Path) -> None:
    voice = VOICE.replace("about: trust", "about: water_prak").replace("  way: worse\n", "")
    read(tmp_path, voice)

    (fault,) = subject_faults(load_voices(tmp_path), {"water_park"})

    assert "«water_prak»" in fault
    assert "water_park" in fault


def test_every_meter_is_spoken_of_at_every_level_and_in_every_direction() -> None:
    for kind in LEAST:
        about = Counter(voice.about for voice in of_kind(kind))
        assert all(about[meter] >= 4 for meter in METERS), kind
    ways = {(voice.about, voice.way) for voice in of_kind("headline")}
    assert {(m, w) for m in METERS for w in ("better", "worse", "flat")} <= ways


TEMPLATES_OF_TRIALS = "trial_"
"""What a trial may come to is decided under the trial's own name, such as `sensors.stopped`."""


def test_every_event_measure_and_further_step_has_a_voice_of_its_own() -> None:
    happens: set[str] = set()
    for listed in list_scenarios():
        scenario = load_scenario(listed.path)
        cards = {measure.id for measure in scenario.measures}
        steps = {name for name in scenario.decisions if name.partition(".")[0] in cards}
        happens |= {event.id for event in scenario.events} | cards | steps
    spoken_of = {voice.about for voice in load_voices().entries if voice.about}
    spoken_of |= {name.partition(".")[0] for name in spoken_of}

    silent = {name for name in happens - spoken_of if not name.startswith(TEMPLATES_OF_TRIALS)}

    assert silent == set()


def plain(sentence: str) -> str:
    """As it is read: a number where there is a placeholder."""
    for name in placeholders(sentence):
        sentence = sentence.replace("{" + name + "}", "12")
    return sentence.replace("**", "")


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize(("kind", "highest"), HIGHEST_LIX.items())
def test_the_texts_are_easy_to_read(kind: str, highest: float, language: str) -> None:
    texts = [plain(getattr(voice.text, language)) for voice in of_kind(kind)]

    assert lix(texts) <= highest


def test_no_sentence_is_long() -> None:
    for voice in load_voices().entries:
        for language in LANGUAGES:
            for sentence in re.split(r"[.!?]+\s", plain(getattr(voice.text, language))):
                assert len(sentence.split()) <= LONGEST_SENTENCE, voice.id
