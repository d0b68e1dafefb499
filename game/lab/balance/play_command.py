"""`kommunespillet lab play`: random games everywhere, to see that none breaks.

Only light modules are imported before the command runs.
"""

from __future__ import annotations

import argparse
import sys

WORDS = "Spill tilfeldige spill i alle kommuner og lengder, og se at ingen bryter sammen."
FINE, BROKE, BROKEN = 0, 1, 2
GAMES, WORKERS = 500, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "--games", type=int, default=GAMES, metavar="TALL", help="spill i hver kommune og lengde"
    )
    parser.add_argument("--player", default="random", metavar="SPILLER", help="hvem som spiller")
    parser.add_argument("--preset", action="append", metavar="ID", help="bare denne lengden")
    parser.add_argument("--place", action="append", metavar="ID", help="bare denne kommunen")
    parser.add_argument(
        "--difficulty", default="usual", choices=("calm", "usual", "tough"), help="hvor vanskelig"
    )
    parser.add_argument("--first", type=int, default=1, metavar="TALL", help="det første frøet")
    parser.add_argument(
        "--workers", type=int, default=WORKERS, metavar="TALL", help="så mange prosesser"
    )


def work(chosen: argparse.Namespace) -> int:
    """Play them: 1 when a game broke or an action was refused, 2 for bad use."""
    if chosen.workers < 1 or chosen.games < 1 or chosen.first < 0:
        return _complain("Skriv minst 1 prosess og minst 1 spill, og et frø fra 0 og oppover.")
    from game.lab.balance.games import PLACES, PRESETS
    from game.lab.balance.many_games import broken_in, games_in
    from game.lab.balance.pool import Progress, run
    from game.lab.balance.spread import spread_over
    from game.lab.players import ALL_PLAYERS

    places, presets = chosen.place or PLACES, chosen.preset or PRESETS
    for what, names, known in (
        ("spiller", [chosen.player], tuple(ALL_PLAYERS)),
        ("kommune", places, PLACES),
        ("lengde", presets, PRESETS),
    ):
        unknown = [name for name in names if name not in known]
        if unknown:
            return _complain(f"«{unknown[0]}» er ingen {what}. Velg en av {', '.join(known)}.")
    tasks = games_in(places, presets, chosen.games, chosen.first, chosen.player, chosen.difficulty)
    progress = Progress()
    try:
        with spread_over(chosen.workers, dask=False) as spread:
            counts = run(tasks, spread, progress)
    finally:
        progress.end()
    faults = broken_in(tasks, counts)
    for fault in faults[:3]:
        print(fault, file=sys.stderr)
    played = chosen.games * len(places) * len(presets)
    print(f"{played} spill, {len(faults)} brøt sammen.")
    return BROKE if faults else FINE


def _complain(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return BROKEN
