"""Players without a window, each a source of the same actions as a pupil's.

`nothing` and `random` are the ends of the scale, `balanced` and `greedy` weigh what lies on the
table, and the rest follow a strategy: the eight typical ones A to H, and three sound lines.
"""

from __future__ import annotations

from game.lab.players.balanced import balanced
from game.lab.players.by_luck import random
from game.lab.players.common import NotAllowed, Player, nothing, offered, play
from game.lab.players.greedy import greedy
from game.lab.players.sound import SOUND
from game.lab.players.strategy import Strategy, player_of
from game.lab.players.typical import PATIENT_AND_CLOSED, TYPICAL
from game.lab.players.worth import worth

__all__ = [
    "ALL_PLAYERS",
    "NAMES",
    "PLAYERS",
    "STRATEGIES",
    "NotAllowed",
    "Player",
    "Strategy",
    "balanced",
    "greedy",
    "nothing",
    "offered",
    "play",
    "player_of",
    "random",
    "worth",
]

PLAYERS: dict[str, Player] = {"nothing": nothing, "random": random, "balanced": balanced}
"""The plain ones, for the command line and for tests."""
STRATEGIES: dict[str, Strategy] = {s.id: s for s in (*TYPICAL, PATIENT_AND_CLOSED, *SOUND)}
"""By id: A to H, H-, people, ways, together."""
ALL_PLAYERS: dict[str, Player] = {
    **PLAYERS,
    "greedy": greedy,
    **{id_: player_of(strategy) for id_, strategy in STRATEGIES.items()},
}
NAMES: dict[str, str] = {
    "nothing": "Uten dere",
    "random": "Tilfeldig",
    "balanced": "Avveid",
    "greedy": "Grådig",
    **{id_: strategy.name for id_, strategy in STRATEGIES.items()},
}
"""What a table calls each player."""
