"""All that a player can do. Bots, teachers and pupils are sources of the same actions."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any


@dataclass(frozen=True)
class GoOn:
    """Leave the phase one is in; leaving the measures locks them and lets the year pass."""


@dataclass(frozen=True)
class GoBack:
    """Look again at the step before in the same year. Nothing that is chosen is let go."""


@dataclass(frozen=True)
class ChooseOption:
    """Answer the event of the year. May be changed until the year is locked."""

    option: str


@dataclass(frozen=True)
class LeaveUnanswered:
    """Let the event pass without an answer, as a municipality without planners would."""


@dataclass(frozen=True)
class ChooseMeasure:
    """Take a card from the table."""

    measure: str


@dataclass(frozen=True)
class DropMeasure:
    """Put a card back."""

    measure: str


Action = GoOn | GoBack | ChooseOption | LeaveUnanswered | ChooseMeasure | DropMeasure

_WORDS: dict[str, type[Action]] = {
    "go_on": GoOn,
    "go_back": GoBack,
    "choose_option": ChooseOption,
    "leave_unanswered": LeaveUnanswered,
    "choose_measure": ChooseMeasure,
    "drop_measure": DropMeasure,
}


def to_words(action: Action) -> dict[str, Any]:
    """The action as a line of a save: `{"do": "choose_measure", "measure": "rota"}`."""
    word = next(word for word, kind in _WORDS.items() if kind is type(action))
    return {"do": word, **asdict(action)}


def from_words(line: dict[str, Any]) -> Action:
    """The action of a line. Raises ValueError for words that mean nothing."""
    fields = {key: value for key, value in line.items() if key in ("option", "measure")}
    try:
        return _WORDS[line["do"]](**fields)
    except (KeyError, TypeError) as fault:
        raise ValueError(f"ukjent handling: {line}") from fault


class Reason(Enum):
    """Why an action is refused; `text_key` is what the player reads."""

    NOT_NOW = "not_now"
    UNANSWERED = "unanswered"
    UNKNOWN = "unknown"
    ALREADY_CHOSEN = "already_chosen"
    NOT_CHOSEN = "not_chosen"
    TOO_EXPENSIVE = "too_expensive"
    TOO_MUCH_AT_ONCE = "too_much_at_once"
    GAME_OVER = "game_over"

    @property
    def text_key(self) -> str:
        """The key of the sentence in the catalogue."""
        return f"refused.{self.value}"
