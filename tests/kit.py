"""Small words for tests: a municipality, a scenario, a game played by someone."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from game.content.load import load_scenario
from game.content.parameter_files import load_national
from game.content.scenario import Scenario
from game.engine.action import GoOn
from game.engine.apply import Applied
from game.engine.game_state import GameState, Phase
from game.engine.session import Session, new_session
from game.engine.setup import Setup
from game.engine.start import starting_point
from game.lab.players import ALL_PLAYERS, PLAYERS, play
from game.model.lanes import State
from game.model.parameter_set import Parameters
from game.model.start import begin


@cache
def fjellvik() -> Scenario:
    """The scenario that comes with the game."""
    return load_scenario("fjellvik")


def a_municipality(lanes: int = 2) -> tuple[State, Parameters]:
    """Fjellvik's first state and its parameters."""
    national = load_national()
    return begin(national, starting_point(fjellvik().municipality, national), lanes)


def a_game(seed: int = 7, preset: str = "free", difficulty: str = "usual") -> Session:
    """Fjellvik at its first picture."""
    return new_session(fjellvik(), seed, Setup.of(preset, difficulty))


@cache
def final_state(player: str, seed: int) -> GameState:
    """The end of a game played by one of the players."""
    return play(a_game(seed), ALL_PLAYERS[player]).state


def go_to(session: Session, phase: Phase) -> Session:
    """Answer with the first option that can be paid, take no cards, until `phase` is reached."""
    while session.state.phase is not phase and not session.state.is_over:
        if session.state.phase is Phase.EVENT and session.state.option is None:
            session.do(PLAYERS["balanced"](session.state, session.scenario))
        result = session.do(GoOn())
        assert isinstance(result, Applied)
    return session


def with_cards(session: Session, *cards: str) -> Session:
    """The same game with these cards on the table, whatever luck would have dealt."""
    others = [card for card in session.state.table if card not in cards]
    table = (*cards, *others[: 6 - len(cards)])
    session.state = replace(session.state, table=table)
    return session
