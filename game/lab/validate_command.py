"""`kommunespillet lab validate`: the model beside Norwegian statistics, V1 to V11.

Only light modules are imported before the command runs.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

FINE, OFF, BROKEN = 0, 1, 2
WORDS = "Prøv modellen mot norsk statistikk (V1 til V11)."
FINDING_DATA = (
    "Gi mappa med statistikk med «--data MAPPE», eller sett miljøvariabelen KOMMUNESPILLET_DATA."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--data", type=Path, metavar="MAPPE", help="mappa med statistikk")
    parser.add_argument("--json", action="store_true", help="skriv JSON")
    parser.add_argument(
        "--write", action="store_true", help="skriv resultatene til modellen, for boka"
    )


def work(chosen: argparse.Namespace) -> int:
    """Run the checks and print them. 1 when one of those that ran does not hold, 2 for bad use."""
    from game.lab.statistics import data_folder
    from game.lab.validation import all_checks, in_order

    folder = data_folder(chosen.data)
    if folder is not None and not folder.is_dir():
        return _complain(f"Finner ikke mappa «{folder}». {FINDING_DATA}")
    # without a folder every check says for itself which files it lacks
    results = in_order(check(folder or Path("ingen statistikk")) for check in all_checks())
    if chosen.json:
        print(json.dumps({"checks": [as_data(result) for result in results]}, ensure_ascii=False))
    else:
        print("\n".join(line for result in results for line in printed(result)))
        if folder is None:
            print(f"\nFinner ikke statistikken. {FINDING_DATA}")
    if chosen.write and (status := _write(results)):
        return status
    return OFF if any(result.passed is False for result in results) else FINE


def _write(results: list[Any]) -> int:
    from datetime import date

    from game.content.parameter_files import records
    from game.content.parameter_mark import parameters_mark
    from game.content.validation_results import write_validation

    skipped = [result.id for result in results if result.passed is None]
    if skipped:
        return _complain(f"Skrev ikke noe: {', '.join(skipped)} er ikke kjørt.")
    checks = [as_data(result, shown=True) for result in results]
    try:
        write_validation(checks, date.today(), parameters_mark(records()))
    except OSError as fault:
        return _complain(f"Kunne ikke skrive resultatene i «{fault.filename}».")
    return FINE


def as_data(result: Any, shown: bool = False) -> dict[str, Any]:
    """A result as plain data: the form of `--json` and of the file that `--write` makes.

    With `shown`, numbers have the decimals that people read.
    """
    return {
        "id": result.id,
        "title": result.title_nb,
        "passed": result.passed,
        "independence": result.independence_nb,
        "reason": result.reason_nb,
        "missing": list(result.missing),
        "figures": [
            {
                "name": figure.name_nb,
                "value": round(float(figure.value), _decimals(figure) if shown else 4),
                "goal": figure.goal_nb,
                "unit": figure.unit,
            }
            for figure in result.figures
        ],
    }


def printed(result: Any) -> list[str]:
    """A heading with how it went, whether that says much, and one line a figure."""
    if result.passed is None:
        reason = "; ".join(sentence.rstrip(".") for sentence in result.missing)
        return [f"{result.id:<4}{result.title_nb}", f"      ikke kjørt: {reason}."]
    went = "stemmer" if result.passed else "STEMMER IKKE"
    return [
        f"{result.id:<4}{result.title_nb} – {went}",
        f"      {result.independence_nb}: {result.reason_nb}",
        *(_line(figure) for figure in result.figures),
    ]


def _line(figure: Any) -> str:
    from game.text.numbers import SPACE, number

    unit = f"{SPACE}{figure.unit}" if figure.unit else ""
    goal = f"  (mål {figure.goal_nb}{unit})" if figure.goal_nb else ""
    return f"      {number(figure.value, _decimals(figure))}{unit}{goal}  {figure.name_nb}"


def _decimals(figure: Any) -> int:
    if abs(figure.value) >= 1_000 or float(figure.value).is_integer():
        return 0
    return 1 if figure.unit else 2


def _complain(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return BROKEN
