"""What came of trying every mutant: how many were noticed, by what, and which were not."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from game.lab.mutation import Mutant, all_mutants, sample
from game.lab.mutation_excuses import excuse
from game.lab.mutation_pool import TIMED_OUT, Verdict, judge_all
from game.lab.properties.catalogue import PROPERTIES
from game.text.numbers import number, percent

GOAL = 0.95
QUICK_COUNT, QUICK_SEED = 250, "quick"
WIDEST = 110


@dataclass(frozen=True)
class Report:
    """What came of trying them: those that count, and those proven to be no fault at all."""

    verdicts: tuple[Verdict, ...]
    equivalent: tuple[tuple[Verdict, str], ...]
    all_count: int
    """How many there are, of which these may be a sample."""

    @property
    def survivors(self) -> list[Verdict]:
        """Those that no property noticed."""
        return [verdict for verdict in self.verdicts if verdict.killer is None]

    @property
    def share(self) -> float:
        """Share noticed, 0-1."""
        return 1.0 - len(self.survivors) / max(1, len(self.verdicts))

    @property
    def reaches_the_goal(self) -> bool:
        """Enough are noticed, and none is excused that should not be."""
        return self.share >= GOAL and not self.wrongly_excused

    @property
    def wrongly_excused(self) -> list[Verdict]:
        """Listed as no fault, and yet a property tells them from the model."""
        return [verdict for verdict, _ in self.equivalent if verdict.killer is not None]


def faults_of_the_model() -> list[str]:
    """What the right model itself does not hold. Until it is empty, mutants say nothing."""
    return [fault for one in PROPERTIES for fault in one.faults()]


def tried(processes: int, quick: bool = False) -> Report:
    """Every mutant, or a sample, tried on all properties."""
    mutants = all_mutants()
    chosen = sample(mutants, QUICK_COUNT, QUICK_SEED) if quick else mutants
    verdicts = judge_all(chosen, processes)
    return Report(
        tuple(verdict for verdict in verdicts if not excuse(verdict.mutant)),
        tuple((v, why) for v in verdicts if (why := excuse(v.mutant))),
        len(mutants),
    )


def printed(report: Report) -> Iterator[str]:
    """The report as lines to read."""
    noticed = len(report.verdicts) - len(report.survivors)
    tried_count = len(report.verdicts) + len(report.equivalent)
    if tried_count < report.all_count:
        yield f"Et utvalg på {number(tried_count)} av {number(report.all_count)} mutanter."
    yield (
        f"{number(noticed)} av {number(len(report.verdicts))} mutanter ble avslørt: "
        f"{percent(report.share, 1)}. Målet er {percent(GOAL)}."
    )
    yield from _counts(report.verdicts)
    if report.survivors:
        yield "Overlevde:"
        yield from (f"  {told(verdict.mutant)}" for verdict in report.survivors)
    if report.equivalent:
        yield f"Regnes ikke med, for de endrer ingenting: {number(len(report.equivalent))}."
        yield from (f"  {told(v.mutant)} – {reason}" for v, reason in report.equivalent)
    if report.wrongly_excused:
        yield "Står som likeverdige, men ble avslørt:"
        yield from (
            f"  {told(verdict.mutant)}: {verdict.why}" for verdict in report.wrongly_excused
        )


def _counts(verdicts: Sequence[Verdict]) -> Iterator[str]:
    killers = Counter(verdict.killer for verdict in verdicts)
    titles = {one.id: one.title_nb for one in PROPERTIES} | {TIMED_OUT: "ble aldri ferdig"}
    yield "Først avslørt av:"
    for id_, title in titles.items():
        if killers[id_]:
            yield f"  {number(killers[id_]):>7}  {title}"


def told(mutant: Mutant) -> str:
    """Where the fault is and what it is, short enough for a line."""
    before, after = _differing(mutant.before, mutant.after)
    change = f"«{before}» ble «{after}»" if mutant.after else f"«{before}» er borte"
    return f"{mutant.module}.py:{mutant.line} {mutant.function}, {mutant.what}: {change}"


def _differing(before: str, after: str) -> tuple[str, str]:
    """The two with what is alike at both ends left out, when they are long."""
    if len(before) + len(after) <= WIDEST:
        return before, after
    start = len(os.path.commonprefix([before, after]))
    end = len(os.path.commonprefix([before[start:][::-1], after[start:][::-1]]))
    return _cut(before, start, end), _cut(after, start, end)


def _cut(words: str, start: int, end: int) -> str:
    around = 12
    first, last = max(0, start - around), len(words) - max(0, end - around)
    middle = words[first:last]
    if len(middle) > WIDEST:
        middle = f"{middle[: WIDEST // 2]} … {middle[-WIDEST // 2 :]}"
    return f"{'…' if first else ''}{middle}{'…' if last < len(words) else ''}"


def as_json(report: Report) -> str:
    """The report for programs."""
    body: dict[str, Any] = {
        "mutants": len(report.verdicts),
        "of": report.all_count,
        "killed": len(report.verdicts) - len(report.survivors),
        "share": report.share,
        "goal": GOAL,
        "killed_by": Counter(v.killer for v in report.verdicts if v.killer),
        "survivors": [_row(verdict.mutant) for verdict in report.survivors],
        "equivalent": [{**_row(v.mutant), "reason": why} for v, why in report.equivalent],
        "wrongly_excused": [_row(verdict.mutant) for verdict in report.wrongly_excused],
    }
    return json.dumps(body, ensure_ascii=False)


def _row(mutant: Mutant) -> dict[str, Any]:
    return {
        "file": f"{mutant.module}.py",
        "line": mutant.line,
        "function": mutant.function,
        "what": mutant.what,
        "before": mutant.before,
        "after": mutant.after,
        "key": mutant.key,
    }
