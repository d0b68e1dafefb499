"""From files to a scenario that can be played."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.content.check import check_file
from game.content.load import (
    BrokenContent,
    list_scenarios,
    load_library,
    load_scenario,
)
from game.content.scenario import Amount, Condition, Effect, Scenario, Text

SOUND = Path(__file__).parent.parent / "broken" / "nothing_wrong.yaml"
SOUND_TEXT = SOUND.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for scenarios with an empty library beside it."""
    home = tmp_path_factory.mktemp("scenarios")
    (home / "library").mkdir()
    (home / "own").mkdir()
    return home / "own"


def loaded(folder: Path, text: str) -> Scenario:
    """The scenario in a text."""
    path = folder / "scenario.yaml"
    path.write_text(text, encoding="utf-8")
    return load_scenario(path)


def told(folder: Path, content: bytes) -> list[str]:
    """What is wrong with a file of these bytes, said in words."""
    path = folder / "scenario.yaml"
    path.write_bytes(content)
    try:
        load_scenario(path)
    except BrokenContent as broken:
        return [problem.what for problem in broken.problems]
    return []


def test_numbers_come_out_in_base_units(folder: Path) -> None:
    scenario = loaded(folder, SOUND_TEXT)

    assert scenario.starts == 2026
    assert scenario.last_year == 2033  # 2026 + 8 - 1
    assert scenario.municipality.sick_leave_rate == 0.104
    assert scenario.municipality.reserve_fund == 24_000_000.0
    assert scenario.municipality.inhabitants["45-54"] == 1050
    # 410 + 905 + 400 + 420 + 900 + 950 + 1050 + 1400 + 1180 + 360 + 95
    assert scenario.municipality.total_inhabitants == 8070


def test_a_measure_keeps_all_that_was_written(folder: Path) -> None:
    (measure,) = loaded(folder, SOUND_TEXT).measures

    assert (measure.id, measure.pillar, measure.effort, measure.takes) == (
        "whole_jobs",
        "full_time",
        1,
        2,
    )
    assert measure.cost == Amount(value=2_000_000.0)
    assert measure.effects == (
        Effect(
            change="full_time_culture",
            by=6.0,
            after=1,
            over=2,
            because=Text(
                nb="Hele stillinger blir vanlig.",
                nn="Heile stillingar blir vanleg.",
                en="It becomes normal.",
            ),
        ),
    )


def test_conditions_are_told_apart_by_kind(folder: Path) -> None:
    event = loaded(folder, SOUND_TEXT).events[1]

    assert [condition.kind for condition in event.when] == ["chose", "any", "chance"]
    assert event.when[1].any == (
        Condition(variable="sick_leave_rate", test="above", value=0.1),
        Condition(variable="trust", test="below", value=40.0),
    )


def test_money_for_each_inhabitant_is_counted_by_inhabitants(folder: Path) -> None:
    option = loaded(folder, SOUND_TEXT).events[1].choices[0]

    assert option.yearly_cost.total(8070) == 2_421_000.0  # 300 * 8070


def test_a_plain_text_is_in_the_language_of_the_file(folder: Path) -> None:
    text = SOUND_TEXT.replace("language: nb", "language: nn").replace(
        "label: {nb: Vent, nn: Vent, en: Wait}", "label: Vent litt"
    )

    option = loaded(folder, text).events[0].choices[1]

    assert option.label == Text(nb="Vent litt", nn="Vent litt", en=None)


def test_what_repeats_is_not_once(folder: Path) -> None:
    text = SOUND_TEXT.replace("icon: alarm", "icon: alarm\n    repeat_after: 3 years")

    assert loaded(folder, text).events[1].once is False


def test_a_scenario_cannot_be_changed(folder: Path) -> None:
    scenario = loaded(folder, SOUND_TEXT)

    with pytest.raises(ValueError):
        scenario.turns = 99


def test_all_takes_the_library_and_own_measures_come_in_their_place(folder: Path) -> None:
    library = folder.parent / "library" / "measures.yaml"
    own = SOUND_TEXT[SOUND_TEXT.index("  - id: whole_jobs") : SOUND_TEXT.index("\nevents:")]
    library.write_text("measures:\n" + own.replace("whole_jobs", "shared"), encoding="utf-8")
    try:
        everything = loaded(folder, SOUND_TEXT.replace("measures:\n", "measures:\n  - all\n"))
        named = loaded(folder, SOUND_TEXT.replace("measures:\n", "measures:\n  - shared\n"))
    finally:
        library.unlink()

    assert [measure.id for measure in everything.measures] == ["shared", "whole_jobs"]
    assert named.measures == everything.measures


def test_a_scenario_is_read_again_when_its_file_or_its_library_has_changed(folder: Path) -> None:
    library = folder.parent / "library" / "measures.yaml"
    own = SOUND_TEXT[SOUND_TEXT.index("  - id: whole_jobs") : SOUND_TEXT.index("\nevents:")]
    shared = "measures:\n" + own.replace("whole_jobs", "shared")
    text = SOUND_TEXT.replace("measures:\n", "measures:\n  - shared\n")
    try:
        library.write_text(shared, encoding="utf-8")
        first, again = loaded(folder, text), loaded(folder, text)
        longer = loaded(folder, text.replace("turns: 8", "turns: 9"))
        # as many signs as before, and within the same tick of the disk's clock
        library.write_text(shared.replace("id: shared", "id: sharde"), encoding="utf-8")
        with pytest.raises(BrokenContent):
            loaded(folder, text)
    finally:
        library.unlink()

    assert again is first
    assert (first.turns, longer.turns) == (8, 9)


def test_a_changed_copy_of_a_scenario_forgets_what_the_first_one_had_looked_up(
    folder: Path,
) -> None:
    scenario = loaded(folder, SOUND_TEXT)
    (card, *_) = scenario.measures
    assert scenario.decisions[card.id] is card
    dearer = card.model_copy(update={"cost": Amount(value=1e9)})

    changed = scenario.model_copy(update={"measures": (dearer,)})

    assert changed.decisions[card.id] is dearer
    assert scenario.decisions[card.id] is card


def test_a_missing_file_is_told_in_one_sentence() -> None:
    with pytest.raises(BrokenContent) as caught:
        load_scenario(Path("no/such/place/scenario.yaml"))

    assert [problem.what for problem in caught.value.problems] == ["«scenario.yaml» finnes ikke."]


def test_an_unknown_id_is_answered_with_those_that_exist() -> None:
    with pytest.raises(BrokenContent) as caught:
        load_scenario("atlantis")

    (problem,) = caught.value.problems
    assert problem.what == "Spillet har ikke noe scenario som heter «atlantis»."
    assert "fjellvik" in problem.fix


def test_a_folder_without_a_scenario_is_told(tmp_path: Path) -> None:
    with pytest.raises(BrokenContent) as caught:
        load_scenario(tmp_path)

    assert "er en mappe, ikke en fil" in caught.value.problems[0].what
    assert "har ingen scenarioer" in check_file(tmp_path)[0].what


def test_a_picture_is_not_a_scenario(folder: Path) -> None:
    assert told(folder, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR") == [
        "«scenario.yaml» er ikke en tekstfil."
    ]


def test_a_file_from_an_old_editor_is_told_how_to_be_saved(folder: Path) -> None:
    assert told(folder, SOUND_TEXT.encode("latin-1")) == [
        "«scenario.yaml» er ikke lagret som UTF-8, så æ, ø og å kan ikke leses."
    ]


def test_a_file_with_a_byte_order_mark_is_read(folder: Path) -> None:
    assert told(folder, b"\xef\xbb\xbf" + SOUND_TEXT.encode()) == []


def test_a_huge_file_is_refused_before_it_is_read(folder: Path) -> None:
    assert told(folder, b"a" * 2_000_001) == ["«scenario.yaml» er for stor."]


def never_our_fault(folder: Path, content: bytes) -> None:
    """Whatever the file holds, the words are about the file and not about the reader."""
    assert not [what for what in told(folder, content) if "feil i spillet" in what]
    problems = check_file(folder / "scenario.yaml")
    assert not [problem for problem in problems if "feil i spillet" in problem.what]
    assert str(problems) is not None


_QUICK = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@_QUICK
@given(content=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_no_junk_makes_the_reader_fail(folder: Path, content: bytes) -> None:
    never_our_fault(folder, content)


_LINES = SOUND_TEXT.splitlines()
_BITS = ["", "-", "x", "[]", "{}", "a: b", "- a", "'", "{", "all", "0", "-1", "99999", "if: x"]


@_QUICK
@given(st.integers(0, len(_LINES) - 1), st.sampled_from(_BITS), st.integers(0, 12))
def test_no_broken_line_makes_the_reader_fail(
    folder: Path, line: int, bit: str, indent: int
) -> None:
    lines = [*_LINES[:line], " " * indent + bit, *_LINES[line + 1 :]]

    never_our_fault(folder, "\n".join(lines).encode())


@_QUICK
@given(st.integers(0, len(_LINES) - 1), st.sampled_from(["[]", "{}", "{a: b}", "[x]", "~", "0 %"]))
def test_no_wrong_value_makes_the_reader_fail(folder: Path, line: int, value: str) -> None:
    key, colon, _ = _LINES[line].partition(": ")
    lines = [*_LINES[:line], key + (colon or ": ") + value, *_LINES[line + 1 :]]

    never_our_fault(folder, "\n".join(lines).encode())


@_QUICK
@given(st.integers(0, len(SOUND_TEXT)))
def test_no_cut_file_makes_the_reader_fail(folder: Path, length: int) -> None:
    never_our_fault(folder, SOUND_TEXT[:length].encode())


def test_every_scenario_in_the_game_has_no_faults() -> None:
    problems = [p for listed in list_scenarios() for p in check_file(listed.path)]

    assert [str(problem) for problem in problems if problem.severity == "FEIL"] == []


def test_the_shared_library_is_read() -> None:
    library = load_library()

    assert len(library.measures) >= 15
    assert len(library.events) >= 12


def test_a_menu_lists_scenarios_even_when_one_is_broken(folder: Path) -> None:
    loaded(folder, SOUND_TEXT)
    broken = folder.parent / "ruined"
    broken.mkdir(exist_ok=True)
    (broken / "scenario.yaml").write_text("format: 1\n", encoding="utf-8")

    listed = list_scenarios(folder.parent)

    assert [(one.id, one.head is None) for one in listed] == [("granvik", False), ("ruined", True)]
    assert listed[0].title.nb == "Heltid i Granvik"


def test_reading_texts_does_not_need_pydantic() -> None:
    script = "import sys, game.text.translate, game.text.glossary, game.paths; print(*sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert not {"pydantic", "numpy", "platformdirs"} & set(done.stdout.split())
