"""Saves: readable JSON lines, version first, then one line an action, then a snapshot.

The actions are the truth; the fingerprint at each year's end says whether a replay is the same
game. The snapshot opens a game whose rules or content have changed since. The file on disk is
always whole: it is written beside and moved into place.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from game import RULES_VERSION
from game.content.parameter_files import load_national
from game.content.scenario import Scenario
from game.engine.action import Action, from_words, to_words
from game.engine.game_state import GameState, Phase
from game.engine.session import Session, replayed, session_from
from game.engine.setup import USUAL_PRESET, Difficulty, Setup
from game.engine.snapshot import Plain, to_snapshot

FORMAT = 1
SEEDS = 2**63
REMEMBERED = 8
UNREADABLE = (
    ArithmeticError,
    AttributeError,
    LookupError,
    StopIteration,
    TypeError,
    ValueError,
)
"""What reading something that is not whole may raise."""


class CannotOpen(Exception):
    """The save cannot be opened. `key` is the sentence to show; `file` stays as it was."""

    def __init__(self, key: str, file: Path) -> None:
        """`key` is a key of the catalogue, such as «save.broken»."""
        super().__init__(key)
        self.key = key
        self.file = file


@dataclass(frozen=True)
class Saved:
    """What a save holds, read and found whole."""

    scenario_id: str
    content: str
    rules: str
    seed: int
    actions: tuple[Action, ...]
    fingerprints: dict[int, str]
    year: int
    phase: str
    end_fingerprint: str
    base: Plain | None
    snapshot: Plain
    """The start of the turn the game stood in."""
    setup: Setup


def fingerprint(state: GameState) -> str:
    """Eight signs that change with any digit of the municipality; the spare lane has no say."""
    played = state.municipality.flat.reshape(-1, state.municipality.lanes)[:, 0]
    return hashlib.blake2b(played.astype("<f8").tobytes(), digest_size=4).hexdigest()


def rules_mark() -> str:
    """The version of the rules, and eight signs that change with any number of the model."""
    national = load_national()
    numbers = hashlib.blake2b(digest_size=4)
    for entry in fields(national):
        numbers.update(getattr(national, entry.name).astype("<f8").tobytes())
    return f"{RULES_VERSION}-{numbers.hexdigest()}"


WORDS = frozenset(
    ("title", "summary", "strength", "knot", "text", "label", "because", "talk", "who")
    + ("liked_by", "disliked_by", "source", "icon", "name", "language")
)
"""Fields that only people read; mending a comma must not part a game from its save."""


def content_hash(scenario: Scenario) -> str:
    """Sixteen signs that change with anything in the scenario that can change a game."""
    return _content_hash(_TheVery(scenario))


class _TheVery:
    """One scenario and no other, however alike: to compare two takes as long as to read one."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario

    def __hash__(self) -> int:
        return id(self.scenario)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _TheVery) and other.scenario is self.scenario


@lru_cache(maxsize=REMEMBERED)
def _content_hash(held: _TheVery) -> str:
    """Remembered, for a game is saved after every action and its scenario never changes."""
    plain = held.scenario.model_dump(mode="json")
    rules = json.dumps(_without_words(plain), sort_keys=True)
    return hashlib.blake2b(rules.encode(), digest_size=8).hexdigest()


def _without_words(plain: Any) -> Any:
    if isinstance(plain, dict):
        kept = {key: value for key, value in plain.items() if key not in WORDS}
        return {key: _without_words(value) for key, value in kept.items()}
    return [_without_words(part) for part in plain] if isinstance(plain, list) else plain


def to_lines(session: Session) -> list[dict[str, Any]]:
    """The whole game as lines."""
    head = {
        "save": FORMAT,
        "rules": rules_mark(),
        "scenario": session.scenario.id,
        "content": content_hash(session.scenario),
        "seed": session.seed,
        "preset": session.setup.preset.id,
        "difficulty": session.setup.difficulty.value,
    }
    lines: list[dict[str, Any]] = [head]
    if session.base is not None:
        lines.append({"base": session.base})
    lines += [{"year": entry.year, **to_words(entry.action)} for entry in session.taken]
    lines += [
        {"year": year, "fingerprint": fingerprint(start)}
        for year, start in session.year_starts.items()
    ]
    state = session.state
    lines.append({"snapshot": to_snapshot(session.turn_start)})
    end = {"year": state.year, "phase": state.phase.value, "fingerprint": fingerprint(state)}
    return [*lines, {"end": end}]


def write(session: Session, path: Path) -> None:
    """Write the save so that the file on disk is whole at every moment."""
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in to_lines(session))
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    with beside.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)


def read(path: Path) -> Saved:
    """What the save says. Raises CannotOpen for one that is missing, broken or foreign."""
    try:
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
    except FileNotFoundError as fault:
        raise CannotOpen("save.missing", path) from fault
    except (OSError, ValueError, RecursionError) as fault:
        raise CannotOpen("save.broken", path) from fault
    return _understood(lines, path)


def _understood(lines: list[Any], path: Path) -> Saved:
    if not lines or not isinstance(lines[0], dict) or "save" not in lines[0]:
        raise CannotOpen("save.foreign", path)
    head = lines[0]
    if head["save"] != FORMAT:
        raise CannotOpen("save.newer", path)
    try:
        return _parts(head, lines[1:])
    except UNREADABLE as fault:
        raise CannotOpen("save.broken", path) from fault


def _seed(written: Any) -> int:
    seed = int(written)
    if not 0 <= seed < SEEDS:
        raise ValueError("frøet er utenfor")
    return seed


def _parts(head: dict[str, Any], lines: list[dict[str, Any]]) -> Saved:
    end = lines[-1]["end"]
    return Saved(
        scenario_id=str(head["scenario"]),
        content=str(head["content"]),
        rules=str(head["rules"]),
        seed=_seed(head["seed"]),
        actions=tuple(from_words(line) for line in lines if "do" in line),
        fingerprints={
            int(line["year"]): str(line["fingerprint"]) for line in lines if "fingerprint" in line
        },
        year=int(end["year"]),
        phase=Phase(end["phase"]).value,
        end_fingerprint=str(end["fingerprint"]),
        base=next((line["base"] for line in lines if "base" in line), None),
        snapshot=next(line["snapshot"] for line in lines if "snapshot" in line),
        setup=Setup.of(
            str(head.get("preset", USUAL_PRESET)),
            str(head.get("difficulty", Difficulty.USUAL.value)),
        ),
    )


@dataclass(frozen=True)
class Reopened:
    """A game opened from a save.

    `difference` is the key of what to tell when it is not the same game to the last digit: the
    rules have changed, or the save was not whole. Empty when all is as it was.
    """

    session: Session
    difference: str = ""

    @property
    def is_same(self) -> bool:
        """Whether it is the same game to the last digit."""
        return not self.difference


def reopen(saved: Saved, scenario: Scenario, path: Path) -> Reopened:
    """Play the save again; when it is not the same game any more, open its snapshot and say so.

    Old actions are never silently played by other rules than those they were taken by.
    Raises CannotOpen when neither can be done.
    """
    try:
        session = _played_again(saved, scenario)
        if session is not None:
            return Reopened(session)
        unchanged = saved.rules == rules_mark() and saved.content == content_hash(scenario)
        difference = "save.not_whole" if unchanged else "save.other_rules"
        return Reopened(session_from(scenario, saved.snapshot), difference)
    except UNREADABLE as fault:
        raise CannotOpen("save.broken", path) from fault


def _played_again(saved: Saved, scenario: Scenario) -> Session | None:
    """The game replayed, or None when it is not the same game any more."""
    if saved.rules != rules_mark() or saved.content != content_hash(scenario):
        return None
    try:
        session = replayed(scenario, saved.seed, list(saved.actions), saved.base, saved.setup)
    except UNREADABLE:
        return None
    return session if _matches(session, saved) else None


def _matches(session: Session, saved: Saved) -> bool:
    marks = {year: fingerprint(start) for year, start in session.year_starts.items()}
    state = session.state
    place = (state.year, state.phase.value, fingerprint(state))
    return marks == saved.fingerprints and place == (
        saved.year,
        saved.phase,
        saved.end_fingerprint,
    )
