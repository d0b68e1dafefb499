"""The turns of a game as spans of years: where each begins, and what stood before it."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.game_state import GameState, Record
from game.text.translate import Translator


def turns_of(state: GameState) -> Iterator[tuple[int, int]]:
    """The first and the last year of each turn, in order."""
    first = state.first_year
    for years in state.turns:
        yield first, first + years - 1
        first += years


def has_long_turns(state: GameState) -> bool:
    """Whether some turn of the game has several years, so that turns and years are not the same."""
    return max(state.turns) > 1


def years_text(first: int, last: int, t: Translator) -> str:
    """One year, or from and to."""
    return str(last) if first == last else t("report.years", first=first, last=last)


def before_last_turn(state: GameState) -> Record | None:
    """What stood when the turn of the last record began; None before anything has passed."""
    if len(state.records) < 2:
        return None
    year = state.records[-1].year
    start = next((first for first, last in turns_of(state) if first <= year <= last), year)
    return next((one for one in state.records if one.year == start - 1), state.records[-2])
