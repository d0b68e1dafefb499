"""A fault in a file an author wrote: where it is, what is wrong, and how to mend it.

Written for teachers. What the author wrote stands in «guillemets»; the fix is a line they can type.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Severity = Literal["FEIL", "ADVARSEL", "MERKNAD"]
Place = tuple[str | int, ...]
"""The way from the top of a file to a value: keys, and positions in lists."""

_LINE_WIDTH = 100


@dataclass(frozen=True)
class Problem:
    """One thing to mend. `line` is 0 when the fault is not on any one line.

    FEIL: the scenario will not start. ADVARSEL: it runs, but likely not as meant. MERKNAD: style
    and translation.
    """

    severity: Severity
    file: str
    line: int
    place: str
    source_line: str
    what: str
    fix: str

    def __str__(self) -> str:
        """The problem as it is printed."""
        head = f"{self.file}, linje {self.line}" if self.line else self.file
        head += f"  {self.severity}" + (f"  (i {self.place})" if self.place else "")
        lines = [head]
        if self.source_line.strip():
            lines.append(f"{self.line:>7} | {_shortened(self.source_line.strip())}")
        return "\n".join([*lines, f"  {self.what}", *([f"  {self.fix}"] if self.fix else [])])


class BrokenContent(Exception):
    """Files that cannot be played, with every problem found in them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(printed(self.problems))


def printed(problems: Sequence[Problem]) -> str:
    """All problems as text, with an empty line between them and a count at the end."""
    if not problems:
        return "Ingen feil funnet."
    return "\n\n".join([*(str(problem) for problem in problems), _count(problems)])


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems keeps the scenario from starting."""
    return any(problem.severity == "FEIL" for problem in problems)


def without_line(file: str, what: str, fix: str) -> Problem:
    """A fault with a whole file."""
    return Problem("FEIL", file, 0, "", "", what, fix)


def _count(problems: Sequence[Problem]) -> str:
    kinds = (("FEIL", "feil", "feil"), ("ADVARSEL", "advarsel", "advarsler"))
    counts = []
    for severity, one, many in (*kinds, ("MERKNAD", "merknad", "merknader")):
        found = sum(problem.severity == severity for problem in problems)
        if found:
            counts.append(f"{found} {one if found == 1 else many}")
    return ", ".join(counts) + "."


def _shortened(line: str) -> str:
    return line if len(line) <= _LINE_WIDTH else line[: _LINE_WIDTH - 1] + "…"
