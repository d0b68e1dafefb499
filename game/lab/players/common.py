"""What all players without a window share: how a game is played, and what may be done now."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.content.scenario import Option, Scenario
from game.engine.action import Action, ChooseOption
from game.engine.apply import Applied, Refused, apply
from game.engine.deal import options_open
from game.engine.game_state import GameState, Phase, Vote
from game.engine.session import Session
from game.engine.shadow import passive

Player = Callable[[GameState, Scenario], Action]
"""What to do next. The same answer every time for the same state."""


class NotAllowed(ValueError):
    """A player tried something that the rules refuse."""


def play(session: Session, player: Player) -> Session:
    """Play the session to the end with this player. Raises NotAllowed at a refused action."""
    while not session.state.is_over:
        state = session.state
        action = player(state, session.scenario)
        result = session.do(action)
        if isinstance(result, Refused):
            raise NotAllowed(f"{state.year}: {action} går ikke ({result.reason.value})")
    return session


def nothing(state: GameState, scenario: Scenario) -> Action:
    """Leaves every event unanswered and takes no measure."""
    return passive(state)


def allowed(state: GameState, action: Action, scenario: Scenario) -> bool:
    """Whether the rules let this be done now."""
    return isinstance(apply(state, action, scenario), Applied)


def first_allowed(state: GameState, actions: Iterable[Action], scenario: Scenario) -> Action | None:
    """The first of some actions that can be done."""
    return next((action for action in actions if allowed(state, action, scenario)), None)


def offered(state: GameState) -> Vote | None:
    """The first case that waits for an answer to an offer."""
    return next((vote for vote in state.votes if vote.waits), None)


def must_answer(state: GameState) -> bool:
    """Whether an event lies there without an answer."""
    return state.phase is Phase.EVENT and state.option is None


def options_now(state: GameState, scenario: Scenario) -> tuple[Option, ...]:
    """The answers that lie open, whether they can be paid or not."""
    event = next((event for event in scenario.events if event.id == state.event), None)
    return options_open(event, state) if event else ()


def answer_in_order(state: GameState, order: Iterable[str], scenario: Scenario) -> Action:
    """The first answer that can be paid; none when none can."""
    found = first_allowed(state, (ChooseOption(option) for option in order), scenario)
    return found or passive(state)
