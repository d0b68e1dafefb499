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


@dataclass(frozen=True)
class ParkMeasure:
    """Keep a card for the next turn. Without a name, keep none."""

    measure: str = ""


@dataclass(frozen=True)
class PrepareCase:
    """How a chosen case is made ready for the council."""

    measure: str
    involve: bool = False
    hearing: bool = False


@dataclass(frozen=True)
class AnswerCouncil:
    """Answer a group's offer: `accept`, `fight` or `withdraw`."""

    measure: str
    answer: str


@dataclass(frozen=True)
class SetStrategy:
    """Choose three goals, each with the role that owns it."""

    goals: tuple[str, ...]
    owners: tuple[str, ...]


@dataclass(frozen=True)
class Lead:
    """Which area of leadership is practised this turn. Without a name, none."""

    area: str = ""


@dataclass(frozen=True)
class UseSpecial:
    """Use a role's own card, on a decision where it needs one. Without one it is taken back."""

    role: str
    measure: str = ""


@dataclass(frozen=True)
class DeepDive:
    """Look closer at one indicator of the monitor, once a game."""

    area: str


@dataclass(frozen=True)
class GuessCause:
    """Say what moved a meter most, before the report tells."""

    meter: str
    cause: str


Action = (
    GoOn
    | GoBack
    | ChooseOption
    | LeaveUnanswered
    | ChooseMeasure
    | DropMeasure
    | ParkMeasure
    | PrepareCase
    | AnswerCouncil
    | SetStrategy
    | Lead
    | UseSpecial
    | DeepDive
    | GuessCause
)

_WORDS: dict[str, type[Action]] = {
    "go_on": GoOn,
    "go_back": GoBack,
    "choose_option": ChooseOption,
    "leave_unanswered": LeaveUnanswered,
    "choose_measure": ChooseMeasure,
    "drop_measure": DropMeasure,
    "park_measure": ParkMeasure,
    "prepare_case": PrepareCase,
    "answer_council": AnswerCouncil,
    "set_strategy": SetStrategy,
    "lead": Lead,
    "use_special": UseSpecial,
    "deep_dive": DeepDive,
    "guess_cause": GuessCause,
}
NOT_FIELDS = ("do", "year", "fingerprint")
"""What a line of a save holds besides the action's own fields."""


def to_words(action: Action) -> dict[str, Any]:
    """The action as a line of a save: `{"do": "choose_measure", "measure": "rota"}`."""
    word = next(word for word, kind in _WORDS.items() if kind is type(action))
    return {"do": word, **asdict(action)}


def from_words(line: dict[str, Any]) -> Action:
    """The action of a line. Raises ValueError for words that mean nothing."""
    fields: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in line.items()
        if key not in NOT_FIELDS
    }
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
    NEEDS_ANSWER = "needs_answer"
    NOT_IN_THIS_GAME = "not_in_this_game"
    USED_UP = "used_up"
    BEGINS_AGAIN = "begins_again"
    UNKNOWN_ANSWER = "unknown_answer"
    GAME_OVER = "game_over"

    @property
    def text_key(self) -> str:
        """The key of the sentence in the catalogue."""
        return f"refused.{self.value}"
