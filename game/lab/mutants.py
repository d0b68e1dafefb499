"""`kommunespillet lab mutants`: do the properties notice when an equation is wrong?

Every single fault that could be made in the equations is made, one at a time, and the properties
are tried on each. What they do not notice is printed, so that one can see where they are weak.
"""

from __future__ import annotations

import argparse
import os
import sys

WORDS = "Gjør én feil om gangen i likningene, og se om egenskapsprøvene oppdager den."
FINE, TOO_FEW, BROKEN = 0, 1, 2
MOST_FAULTS_TOLD = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "--quick", action="store_true", help="prøv bare et utvalg, alltid det samme"
    )
    parser.add_argument("--json", action="store_true", help="skriv JSON")
    parser.add_argument(
        "--processes", type=int, metavar="TALL", help="så mange prosesser (ellers én per kjerne)"
    )


def work(chosen: argparse.Namespace) -> int:
    """Try the mutants and print what survived; 1 when too few were noticed."""
    processes = chosen.processes if chosen.processes is not None else os.cpu_count() or 1
    if processes < 1:
        print("Tallet på prosesser må være minst 1.", file=sys.stderr)
        return BROKEN
    from game.lab import mutation_report as report

    faults = report.faults_of_the_model()
    if faults:
        print(
            "Modellen består ikke sine egne prøver, så mutanter sier ingenting ennå. "
            "Rett dette først:",
            *faults[:MOST_FAULTS_TOLD],
            sep="\n  ",
            file=sys.stderr,
        )
        return BROKEN
    found = report.tried(processes, quick=chosen.quick)
    print(report.as_json(found) if chosen.json else "\n".join(report.printed(found)))
    return FINE if found.reaches_the_goal else TOO_FEW
