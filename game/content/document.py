"""One file as plain data that still knows its lines, and the problems found in it so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from game.content.problem import Place, Problem, Severity
from game.content.yaml_trouble import Fault

MOST_TOLD = 200
"""Faults, warnings and notes of one file, each: more is a file that was never a scenario."""
_LONGEST_QUOTE = 60
_QUOTED = re.compile(f"«([^«»]{{{_LONGEST_QUOTE + 1},}})»")


@dataclass
class Document:
    """One file as data. `faulty` are the places where a problem is told already."""

    file: str
    data: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    source: tuple[str, ...] = ()
    faulty: set[Place] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    told: dict[Severity, int] = field(default_factory=dict)

    def line_of(self, place: Place) -> int:
        """The line of a place, or of the nearest thing around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    @property
    def is_full(self) -> bool:
        """Whether so many faults are told that there is no use in looking for more."""
        return self.told.get("FEIL", 0) >= MOST_TOLD

    def add(self, fault: Fault, place_words: str = "") -> None:
        """Notes a fault on a line."""
        self.note("FEIL", fault, place_words)

    def note(self, severity: Severity, fault: Fault, place_words: str = "") -> None:
        """Notes a fault, a warning or a note on a line, until there are `MOST_TOLD` of its kind."""
        told = self.told[severity] = self.told.get(severity, 0) + 1
        if told == MOST_TOLD + 1:
            self.problems.append(_there_are_more(self.file))
        if told > MOST_TOLD:
            return
        source = self.source[fault.line - 1] if 0 < fault.line <= len(self.source) else ""
        what, fix, place = (_short_quotes(text) for text in (fault.what, fault.fix, place_words))
        self.problems.append(Problem(severity, self.file, fault.line, place, source, what, fix))


def _there_are_more(file: str) -> Problem:
    what = f"Det er mer å rette i fila enn det som står her; kontrollen viser høyst {MOST_TOLD}."
    fix = "Rett dette først, og kontroller fila på nytt."
    return Problem("MERKNAD", file, 0, "", "", what, fix)


def _short_quotes(text: str) -> str:
    """The text with what an author wrote cut to a readable length."""
    return _QUOTED.sub(lambda found: f"«{found[1][: _LONGEST_QUOTE - 1]}…»", text)
