"""Saves: whole at every moment, exact on replay, polite when broken, open under new rules."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game import RULES_VERSION
from game.content.scenario import Measure
from game.engine.action import GoOn
from game.engine.game_state import Phase
from game.engine.save import CannotOpen, fingerprint, read, reopen, to_lines, write
from game.engine.session import Session
from game.lab.players import PLAYERS, play
from tests.kit import a_game, fjellvik, go_to

ROOT = Path(__file__).parents[2]


def halfway() -> Session:
    session = a_game()
    while session.state.year < 2031:
        session.do(PLAYERS["random"](session.state, session.scenario))
    return go_to(session, Phase.MEASURES)


def test_a_saved_game_opens_where_it_stood_and_ends_the_same(tmp_path: Path) -> None:
    session = halfway()
    write(session, tmp_path / "game.jsonl")

    opened = reopen(read(tmp_path / "game.jsonl"), fjellvik(), tmp_path)

    assert opened.is_same
    assert opened.session.state.phase is Phase.MEASURES
    assert opened.session.taken == session.taken
    assert fingerprint(play(opened.session, PLAYERS["balanced"]).state) == fingerprint(
        play(session, PLAYERS["balanced"]).state
    )


def test_undo_still_works_after_a_game_is_opened_again(tmp_path: Path) -> None:
    write(halfway(), tmp_path / "game.jsonl")
    session = reopen(read(tmp_path / "game.jsonl"), fjellvik(), tmp_path).session

    assert session.undo()
    assert session.state.phase in (Phase.EVENT, Phase.PICTURE)


def test_the_first_line_says_format_rules_scenario_and_seed(tmp_path: Path) -> None:
    head = to_lines(a_game(7))[0]

    assert head["save"] == 1
    assert head["rules"].startswith(f"{RULES_VERSION}-")
    assert (head["scenario"], head["seed"]) == ("fjellvik", 7)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "save.foreign"),
        ("{}", "save.foreign"),
        ('{"save": 99}', "save.newer"),
        ('{"save": 1}', "save.broken"),
        ("hei på deg", "save.broken"),
        ("[1, 2, 3]\n", "save.foreign"),
        ('"bare tekst"', "save.foreign"),
    ],
)
def test_a_file_that_is_no_save_is_told_in_one_sentence_and_kept(
    tmp_path: Path, text: str, key: str
) -> None:
    file = tmp_path / "game.jsonl"
    file.write_text(text, "utf-8")

    with pytest.raises(CannotOpen) as fault:
        reopen(read(file), fjellvik(), file)

    assert fault.value.key == key
    assert file.read_text("utf-8") == text


def test_a_missing_save_is_told_as_missing(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen) as fault:
        read(tmp_path / "nothing.jsonl")

    assert fault.value.key == "save.missing"


JUNK = [b"-", b"9e999", b"null", b'"x"', b"{}", b"[]", b"NaN", b"\xff"]


@given(st.data())
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_save_cut_or_changed_anywhere_never_gives_anything_but_cannot_open(
    tmp_path: Path, data: st.DataObject
) -> None:
    file = tmp_path / "game.jsonl"
    if not file.exists():
        write(go_to(a_game(), Phase.MEASURES), tmp_path / "whole.jsonl")
    whole = (tmp_path / "whole.jsonl").read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    cut = data.draw(st.one_of(st.just(len(whole)), st.integers(0, 12)))
    junk = data.draw(st.one_of(st.binary(max_size=8), st.sampled_from(JUNK)))
    file.write_bytes(whole[:at] + junk + whole[at + cut :])

    try:
        opened = reopen(read(file), fjellvik(), file)
    except CannotOpen as fault:
        assert fault.key.startswith("save.")
    else:
        assert opened.session.state.year >= 2026


def without_last(lines: list[str], word: str) -> list[str]:
    last = max(number for number, line in enumerate(lines) if word in line)
    return lines[:last] + lines[last + 1 :]


@pytest.mark.parametrize("word", ['"choose_measure"', '"choose_option"', '"go_on"'])
def test_an_action_taken_out_is_found_even_in_the_last_year(tmp_path: Path, word: str) -> None:
    file, session = tmp_path / "game.jsonl", play(a_game(7), PLAYERS["balanced"])
    write(session, file)
    lines = file.read_text("utf-8").splitlines()
    file.write_text("\n".join(without_last(lines, word)) + "\n", "utf-8")

    assert not reopen(read(file), fjellvik(), file).is_same


def test_a_changed_seed_or_fingerprint_is_found(tmp_path: Path) -> None:
    file = tmp_path / "game.jsonl"
    write(halfway(), file)
    whole = file.read_text("utf-8")
    last = json.loads(whole.splitlines()[-1])["end"]["fingerprint"]

    for old, new in (('"seed": 7', '"seed": 8'), (last, "deadbeef")):
        file.write_text(whole.replace(old, new), "utf-8")
        assert not reopen(read(file), fjellvik(), file).is_same


@pytest.mark.parametrize("seed", ["-1", str(2**70), "Infinity", "1e400", '"x"', "9" * 5000])
def test_a_seed_that_is_no_seed_is_a_broken_save(tmp_path: Path, seed: str) -> None:
    file = tmp_path / "game.jsonl"
    write(halfway(), file)
    text = file.read_text("utf-8").replace('"seed": 7', f'"seed": {seed}')
    file.write_text(text, "utf-8")

    with pytest.raises(CannotOpen):
        reopen(read(file), fjellvik(), file)


def test_a_mended_comma_in_a_text_does_not_part_a_game_from_its_save(tmp_path: Path) -> None:
    file, scenario = tmp_path / "game.jsonl", fjellvik()
    write(halfway(), file)
    first = scenario.measures[0]
    mended = first.model_copy(update={"text": first.text.model_copy(update={"nb": "Bedre ord."})})
    dearer = first.model_copy(update={"effort": first.effort + 1})

    def opened_with(measure: Measure) -> bool:
        others = (measure, *scenario.measures[1:])
        return reopen(read(file), scenario.model_copy(update={"measures": others}), file).is_same

    assert opened_with(mended)
    assert not opened_with(dearer)


def changed_rules(file: Path) -> None:
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    lines[0]["rules"] = "2025.9"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")


def test_under_changed_rules_the_game_opens_at_the_turn_of_the_year_and_says_so(
    tmp_path: Path,
) -> None:
    session, file = halfway(), tmp_path / "game.jsonl"
    write(session, file)
    changed_rules(file)

    opened = reopen(read(file), fjellvik(), file)

    start = session.year_starts[session.state.year]
    assert not opened.is_same
    assert opened.session.state.phase is Phase.PICTURE
    assert opened.session.state.records == start.records
    assert fingerprint(opened.session.state) == fingerprint(start)


def test_a_snapshot_whose_years_do_not_hang_together_is_a_broken_save(tmp_path: Path) -> None:
    file = tmp_path / "game.jsonl"
    write(halfway(), file)
    text = file.read_text("utf-8").replace('"records": [{"year": 2025', '"records": [{"year": 2031')
    file.write_text(text.replace('"year": 2026, "do"', '"year": 2027, "do"'), "utf-8")
    changed_rules(file)

    with pytest.raises(CannotOpen):
        reopen(read(file), fjellvik(), file)


def test_a_game_opened_from_a_snapshot_can_itself_be_saved_and_opened(tmp_path: Path) -> None:
    file = tmp_path / "game.jsonl"
    write(halfway(), file)
    changed_rules(file)
    session = reopen(read(file), fjellvik(), file).session
    session.do(GoOn())
    write(session, file)

    again = reopen(read(file), fjellvik(), file)

    assert again.is_same
    ended = play(again.session, PLAYERS["random"])
    assert fingerprint(ended.state) == fingerprint(play(session, PLAYERS["random"]).state)


SAVING_FOR_EVER = """
import sys
from pathlib import Path
from tests.kit import a_game
from game.lab.players import PLAYERS
from game.engine.save import write
file = Path(sys.argv[1])
while True:
    session = a_game()
    while not session.state.is_over:
        session.do(PLAYERS["balanced"](session.state, session.scenario))
        write(session, file)
        print("saved", flush=True)
"""


def test_a_process_killed_while_saving_leaves_a_whole_save(tmp_path: Path) -> None:
    file = tmp_path / "game.jsonl"
    for saves in (1, 9, 23):
        process = subprocess.Popen(
            [sys.executable, "-c", SAVING_FOR_EVER, str(file)],
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        assert process.stdout is not None
        for _ in range(saves):
            process.stdout.readline()
        time.sleep(0.003 * saves)
        process.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
        process.wait()
        process.stdout.close()

        assert reopen(read(file), fjellvik(), file).is_same


def test_a_save_of_older_rules_keeps_its_people_and_says_that_the_rules_have_changed() -> None:
    old = Path(__file__).parents[1] / "saves" / "2026.1.jsonl"
    written = next(
        json.loads(line)["snapshot"]
        for line in old.read_text("utf-8").splitlines()
        if "snapshot" in line
    )

    opened = reopen(read(old), fjellvik(), old)

    assert opened.difference == "save.other_rules"
    now = opened.session.state.municipality
    # the old save wrote 2 x 106 ages, then 10 x 10 bands, in one long row
    assert now.population[:, :, 0].ravel().tolist() == written["stocks"][:212]
    assert now.staff[:, :, 0].sum() == pytest.approx(sum(written["stocks"][212:312]))
    assert now.reserve_fund_nok[0, 0, 0] == written["stocks"][-1]
