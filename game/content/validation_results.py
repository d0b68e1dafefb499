"""How the model did against Norwegian statistics the last time it was tried, kept for the book.

The file is written by `kommunespillet lab validate --write`. It holds the figures that came out,
with table and year named, and none of the statistics themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parent.parent / "model" / "validation.yaml"
_HEAD = "# Written by `kommunespillet lab validate --write`. Do not edit by hand.\n"


def validation_results(path: Path = FILE) -> Mapping[str, Any] | None:
    """`{made_on, mark, checks}`, each check `{id, title, passed, missing, figures}`, and each
    figure `{name, value, goal, unit}`.

    `mark` is that of the parameters the figures hold for (`parameter_mark.py`). None when the model
    has not been tried yet, or when the file is not of that form.
    """
    try:
        read = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return None
    whole = isinstance(read, dict) and isinstance(read.get("checks"), list)
    return read if whole else None


def write_validation(
    checks: Sequence[Mapping[str, Any]], made_on: date, mark: str, path: Path = FILE
) -> None:
    """Keep the results of all checks. Raises OSError when the file cannot be written."""
    told = {
        "made_on": made_on.isoformat(),
        "mark": mark,
        "checks": [dict(check) for check in checks],
    }
    body = yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=100)
    path.write_text(_HEAD + body, "utf-8")
