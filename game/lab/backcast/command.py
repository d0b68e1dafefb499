"""`kommunespillet lab backcast`: what one types, and what is printed."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

FINE, BROKEN = 0, 2
WORDS = "Start modellen i et år som var, og se hvor langt den bommet."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, the two years, and the form of the answer."""
    parser.add_argument("file", type=Path, metavar="FIL", help="folketall etter alder, CSV")
    parser.add_argument(
        "--from", type=int, required=True, dest="start", metavar="ÅR", help="året prøven starter"
    )
    parser.add_argument(
        "--to", type=int, required=True, dest="end", metavar="ÅR", help="året den måles"
    )
    parser.add_argument("--json", action="store_true", help="skriv JSON")


def work(chosen: argparse.Namespace) -> int:
    """Print the backcast; 2 and sentences on stderr when the file cannot bear it."""
    from game.content.population_file import read_population
    from game.content.problem import BrokenContent, printed
    from game.lab.backcast.report import as_json, as_table, backcast

    try:
        result = backcast(read_population(chosen.file), chosen.start, chosen.end)
    except BrokenContent as broken:
        print(printed(broken.problems), file=sys.stderr)
        return BROKEN
    print(json.dumps(as_json(result), ensure_ascii=False) if chosen.json else as_table(result))
    return FINE
