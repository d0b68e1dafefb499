"""`kommunespillet lab trace`: the same games give the same numbers, to the last bit, everywhere."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

WORDS = "Spill de samme spillene på mange måter, og se at hvert tall er likt til siste bit."
FINE, DIFFERENT, BROKEN = 0, 1, 2
SHOWN = 16
"""How much of a mark is shown."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--json", action="store_true", help="skriv JSON")
    parser.add_argument(
        "--python",
        action="append",
        default=[],
        type=Path,
        metavar="PYTHON",
        help="prøv også med denne tolken, som kan ha en annen numpy (kan gis flere ganger)",
    )


def work(chosen: argparse.Namespace) -> int:
    """Make every mark and say whether they are one; 1 when they are not."""
    unknown = [path for path in chosen.python if not path.is_file()]
    if unknown:
        names = ", ".join(f"«{path}»" for path in unknown)
        print(f"Fant ikke {names}. Skriv stien til et Python-program.", file=sys.stderr)
        return BROKEN
    from game.lab.trace_marks import Mark, all_marks

    marks: list[Mark] = []
    for mark in all_marks(tuple(chosen.python)):
        marks.append(mark)
        if not chosen.json:
            print(_line(mark.mark, mark.circumstances, mark.numpy, mark.instructions, mark.trouble))
    found = {mark.mark for mark in marks}
    same = len(found) == 1 and None not in found
    if chosen.json:
        print(json.dumps({"same": same, "marks": [asdict(mark) for mark in marks]}))
    else:
        print(_verdict([mark.mark for mark in marks]))
    return FINE if same else DIFFERENT


def _line(
    mark: str | None, circumstances: str, numpy: str, instructions: tuple[str, ...], trouble: str
) -> str:
    if not mark:
        return f"{'ikke kjørt':{SHOWN}}  {circumstances}: {trouble}"
    with_ = ", ".join(instructions) or "ingen"
    return f"{mark[:SHOWN]}  {circumstances} (numpy {numpy}, hurtiginstrukser: {with_})"


def _verdict(marks: list[str | None]) -> str:
    found = {mark for mark in marks if mark}
    if None in marks:
        return f"{marks.count(None)} av {len(marks)} kjøringer ga ikke noe merke. Se over."
    if len(found) > 1:
        return f"{len(found)} ulike merker av {len(marks)} kjøringer. Modellen regner ikke likt."
    return f"Ett merke av {len(marks)} kjøringer: hvert tall er likt til siste bit."
