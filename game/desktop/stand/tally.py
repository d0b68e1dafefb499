"""How many played on the stand each day, and how it ended for them. Nothing about anyone."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

FILE = "stand.json"
KEPT_DAYS = 60
"""Older days are forgotten, so the file never grows."""
BEGUN, FINISHED, ENDINGS = "begun", "finished", "endings"


class Tally:
    """Counts in memory, and writes after each game; a disk that fails stops nothing."""

    def __init__(self, folder: Path, today: Callable[[], date] = date.today) -> None:
        self.file = folder / FILE
        self._today = today
        self.days: dict[str, dict[str, Any]] = read(self.file)

    @property
    def begun(self) -> int:
        """How many games were begun in the days that are kept."""
        return sum(day[BEGUN] for day in self.days.values())

    def begin(self) -> None:
        """A game was begun."""
        self._day()[BEGUN] += 1
        self._write()

    def finish(self, ending: str) -> None:
        """A game was played to its end."""
        day = self._day()
        day[FINISHED] += 1
        day[ENDINGS][ending] = day[ENDINGS].get(ending, 0) + 1
        self._write()

    def _day(self) -> dict[str, Any]:
        found = self.days.setdefault(self._today().isoformat(), _empty())
        for old in sorted(self.days)[:-KEPT_DAYS]:
            del self.days[old]
        return found

    def _write(self) -> None:
        with contextlib.suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            beside = self.file.with_suffix(".new")
            beside.write_text(json.dumps(self.days, indent=1), encoding="utf-8")
            os.replace(beside, self.file)


def read(file: Path) -> dict[str, dict[str, Any]]:
    """The days in a file; what is not a count is left out, and a broken file is no days."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    days = found.items() if isinstance(found, dict) else ()
    return {day: _whole(counts) for day, counts in days if isinstance(counts, dict)}


def _whole(counts: dict[str, Any]) -> dict[str, Any]:
    endings = counts.get(ENDINGS)
    named = endings.items() if isinstance(endings, dict) else ()
    return {
        BEGUN: _count(counts.get(BEGUN)),
        FINISHED: _count(counts.get(FINISHED)),
        ENDINGS: {name: _count(number) for name, number in named},
    }


def _count(found: Any) -> int:
    return found if isinstance(found, int) and not isinstance(found, bool) and found > 0 else 0


def _empty() -> dict[str, Any]:
    return {BEGUN: 0, FINISHED: 0, ENDINGS: {}}
