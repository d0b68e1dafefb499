"""One file as plain data that still knows its lines, and the problems found in it so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from game.content.problem import Place, Problem
from game.content.yaml_trouble import Fault


@dataclass
class Document:
    """One file as data. `faulty` are the places where a problem is told already."""

    file: str
    data: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    source: tuple[str, ...] = ()
    faulty: set[Place] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def line_of(self, place: Place) -> int:
        """The line of a place, or of the nearest thing around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def add(self, fault: Fault, place_words: str = "") -> None:
        """Notes a fault on a line."""
        source = self.source[fault.line - 1] if 0 < fault.line <= len(self.source) else ""
        self.problems.append(
            Problem("FEIL", self.file, fault.line, place_words, source, fault.what, fault.fix)
        )
