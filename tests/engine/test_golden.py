"""One game of each release, kept as it was saved: it must open for ever, and replay to the digit.

Made by `python -m tests.engine.test_golden` when the rules change; such a change carries a line
under «Changes results» in CHANGELOG.md.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game import RULES_VERSION
from game.engine.save import fingerprint, read, reopen, rules_mark, write
from game.lab.players import PLAYERS, play
from tests.kit import a_game, fjellvik

FOLDER = Path(__file__).parents[1] / "saves"
TODAY = FOLDER / f"{RULES_VERSION}.jsonl"
FACTS = FOLDER / f"{RULES_VERSION}.json"


def test_the_game_of_this_release_replays_to_the_last_digit_on_this_machine() -> None:
    saved, facts = read(TODAY), json.loads(FACTS.read_text("utf-8"))

    opened = reopen(saved, fjellvik(), TODAY)

    assert saved.rules == rules_mark(), "numbers have changed: make the golden save anew"
    assert opened.is_same
    assert fingerprint(opened.session.state) == facts["fingerprint"]
    last = opened.session.state.records[-1].values
    assert {name: last[name] for name in facts["last_year"]} == facts["last_year"]


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.jsonl")), ids=lambda file: file.stem)
def test_every_game_ever_released_still_opens(file: Path) -> None:
    opened = reopen(read(file), fjellvik(), file)

    assert play(opened.session, PLAYERS["nothing"]).state.is_over


def make() -> None:
    """Write today's golden save and its facts."""
    FOLDER.mkdir(exist_ok=True)
    session = play(a_game(7), PLAYERS["balanced"])
    write(session, TODAY)
    last = session.state.records[-1].values
    names = ("staffing", "services", "wellbeing", "trust", "money", "population", "employees")
    facts = {
        "fingerprint": fingerprint(session.state),
        "last_year": {name: last[name] for name in names},
    }
    FACTS.write_text(json.dumps(facts, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    make()
