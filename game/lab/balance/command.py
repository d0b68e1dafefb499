"""`kommunespillet lab balance`: is the game in balance?

Only light modules are imported before the command runs.
"""

from __future__ import annotations

import argparse
import sys

WORDS = "Spill mange spill og prøv kravene til balanse."
FINE, OFF, BROKEN = 0, 1, 2
WORKERS = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--json", action="store_true", help="skriv JSON")
    parser.add_argument(
        "--games", type=int, metavar="TALL", help="spill for hver spiller i hver kommune"
    )
    parser.add_argument(
        "--workers", type=int, default=WORKERS, metavar="TALL", help="så mange prosesser"
    )
    parser.add_argument("--table", action="store_true", help="vis også tabellen for hver kommune")
    parser.add_argument("--quick", action="store_true", help="et lite utvalg, for en rask titt")
    parser.add_argument("--dask", action="store_true", help="bruk dask i stedet for egne prosesser")


def work(chosen: argparse.Namespace) -> int:
    """Judge the balance: 0 when every gate holds, 1 when some do not, 2 for bad use."""
    if chosen.workers < 1 or (chosen.games is not None and chosen.games < 1):
        print("Skriv minst 1 prosess og minst 1 spill.", file=sys.stderr)
        return BROKEN
    from game.lab.balance import report
    from game.lab.balance.plan import FULL, SEEDS, judge, size_for
    from game.lab.balance.pool import Progress
    from game.lab.balance.spread import NoDask, spread_over

    size, progress = size_for(chosen.quick, chosen.games), Progress()
    try:
        with spread_over(chosen.workers, chosen.dask) as spread:
            found = judge(size, spread, progress)
    except NoDask as fault:
        print(fault, file=sys.stderr)
        return BROKEN
    finally:
        progress.end()
    if size.seeds < SEEDS or chosen.quick:
        print("Utvalget er for lite til å dømme balansen. Kjør uten valg for det.", file=sys.stderr)
    if chosen.json:
        print(report.as_json(found.gates))
    else:
        lines = report.tables_by_place if chosen.table else report.table
        print("\n".join(lines(found.games, FULL)), end="\n\n")
        print("\n".join(report.gate_lines(found.gates)))
    return FINE if all(gate.holds for gate in found.gates) else OFF
