"""`kommunespillet lab checks`: are the statements about the model so?

Only light modules are imported before the command runs.
"""

from __future__ import annotations

import argparse

WORDS = "Prøv utsagnene om hvordan modellen skal oppføre seg."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--all", action="store_true", help="vis også utsagnene som stemmer")


def work(chosen: argparse.Namespace) -> int:
    """Try the statements: 0 when all are so, 1 when some are not, 2 when they can't be read."""
    from game.lab.checks import run

    return run(chosen.all)
