"""Statements of how the model behaves, read from game/model/checks: what is varied, what to expect.

Those who know the field are asked to mend them. A statement holds one lever, one number or the
size of the municipality against the same years without the change. How to write one is told in the
README beside the files.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import yaml

from game.content import units
from game.content.loops import Link, link_faults, load_loops
from game.content.parameter_files import load_national
from game.content.quantity import Unclear, quantity, tidy
from game.content.suggest import suggestion_line
from game.model.variables import CHANGEABLE, VARIABLES, Variable

FOLDER = Path(__file__).parent.parent / "model" / "checks"
EVERYTHING = "everything"
EVERY_LEVER = "every lever"
SIZE = "size"
PROJECTS = "running_projects"
LONGEST = 35
Words = Literal["rises", "falls", "holds", "not higher", "not lower", "within limits"]
WORDS: tuple[Words, ...] = ("rises", "falls", "holds", "not higher", "not lower", "within limits")
_KEYS = {"it", "vary", "by", "given", "without", "expect", "after"}


@dataclass(frozen=True)
class Check:
    """One statement. `vary` is a lever, «size», «every lever», or empty when `without` is given."""

    subject: str
    it: str
    vary: str
    by: str
    amount: float
    """In the unit of the lever; how many times as large when `vary` is «size»."""
    given: tuple[tuple[str, float], ...]
    """Levers that are held in both runs."""
    without: str
    """A number, a link or a loop of the model that is switched off in the varied run."""
    links: tuple[Link, ...]
    """What `without` stands for: the whole of a number, or some cells of one or more."""
    expect: tuple[tuple[str, Words], ...]
    after: int


@dataclass
class _Reader:
    file: str
    faults: list[str] = field(default_factory=list)

    def fault(self, where: str, what: str) -> None:
        self.faults.append(f"{self.file}, «{where}»: {what}")


def behaviour_checks(folder: Path = FOLDER) -> tuple[Check, ...]:
    """Every statement, in file order. Raises one ValueError with every fault, a line each."""
    found: list[Check] = []
    faults: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        reader = _Reader(path.name)
        for group in _groups(path, reader):
            found += _group(group, reader)
        faults += reader.faults
    if faults:
        raise ValueError("Utsagnene om modellen har feil:\n" + "\n".join(faults))
    return tuple(found)


def _groups(path: Path, reader: _Reader) -> list[Any]:
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        read = yaml.load(path.read_text("utf-8"), Loader=loader) or []
    except yaml.MarkedYAMLError as trouble:
        line = trouble.problem_mark.line + 1 if trouble.problem_mark else 1
        reader.faults.append(
            f"{path.name}, linje {line}: er ikke gyldig YAML. "
            'Sett teksten i anførselstegn ("…") hvis den har kolon'
        )
        return []
    if not isinstance(read, list):
        reader.faults.append(f"{path.name}: skal være en liste av grupper, med strek foran hver")
        return []
    return read


def _group(group: Any, reader: _Reader) -> list[Check]:
    if not isinstance(group, dict) or set(group) != {"describe", "checks"}:
        reader.fault(str(group)[:40], "en gruppe skal ha «describe» og «checks», og ikke noe mer")
        return []
    return [check for body in group["checks"] if (check := _check(group["describe"], body, reader))]


def _check(subject: str, body: Any, reader: _Reader) -> Check | None:
    where = str(body.get("it", body))[:60] if isinstance(body, dict) else str(body)[:60]
    if not isinstance(body, dict) or not {"it", "expect", "after"} <= set(body):
        reader.fault(where, "et utsagn skal ha «it», «expect» og «after»")
        return None
    if unknown := sorted(set(body) - _KEYS):
        reader.fault(where, f"ukjente nøkler: {', '.join(unknown)}")
    before = len(reader.faults)
    vary, without = tidy(body.get("vary", "")), tidy(body.get("without", ""))
    if bool(vary) == bool(without):
        reader.fault(
            where, "skriv enten «vary» (det som endres) eller «without» (et tall som tas bort)"
        )
    links = _links(without, where, reader) if without else ()
    check = Check(
        subject=subject,
        it=tidy(body["it"]),
        vary=vary,
        by=tidy(body.get("by", "")),
        amount=_amount(vary, body.get("by", ""), where, reader) if vary else 0.0,
        given=tuple(
            (name, _amount(name, text, where, reader))
            for name, text in dict(body.get("given", {})).items()
        ),
        without=without,
        links=links,
        expect=_expectations(body["expect"], where, reader),
        after=_years(body["after"], where, reader),
    )
    return check if len(reader.faults) == before else None


def _amount(name: str, text: str, where: str, reader: _Reader) -> float:
    if name == EVERY_LEVER:
        if text:
            reader.fault(where, "«every lever» prøves i begge ender og har ikke noe «by»")
        return 0.0
    if name not in (*CHANGEABLE, PROJECTS, SIZE):
        reader.fault(where, f"«{name}» kan ikke endres. {suggestion_line(name, CHANGEABLE)}")
        return 0.0
    try:
        if name == SIZE:
            return float(quantity(text.removesuffix("times")).value)
        if name == PROJECTS:
            return float(quantity(text).value)
        return _lever(VARIABLES[name], text)
    except Unclear as unclear:
        reader.fault(where, f"{unclear.what} {unclear.fix}")
        return 0.0


def _lever(variable: Variable, text: str) -> float:
    value, is_each = units.change(text, variable)
    if is_each:
        raise Unclear(f"«{text}» er et beløp per innbygger.", "Skriv hele summen, som «6 mnok».")
    return value


def _links(without: str, where: str, reader: _Reader) -> tuple[Link, ...]:
    """The links of a loop, or the one that `record` or `record.row.column` names."""
    for loop in load_loops():
        if loop.id == without:
            return loop.links
    link = Link(*without.split(".", 2))
    for fault in link_faults(link, load_national()):
        reader.fault(where, fault)
    return (link,)


def _expectations(given: Any, where: str, reader: _Reader) -> tuple[tuple[str, Words], ...]:
    if not isinstance(given, dict) or not given:
        reader.fault(where, "«expect» skal ha navn og retning, skrevet {staffing: rises}")
        return ()
    found: list[tuple[str, Words]] = []
    for name, written in given.items():
        word = next((word for word in WORDS if word == tidy(written)), None)
        if name not in VARIABLES and name != EVERYTHING:
            reader.fault(where, f"«{name}» måles ikke. {suggestion_line(name, tuple(VARIABLES))}")
        elif word is None:
            reader.fault(where, f"«{written}» er ingen retning. Bruk {', '.join(WORDS)}.")
        else:
            found.append((name, word))
    return tuple(found)


def _years(text: str, where: str, reader: _Reader) -> int:
    try:
        after = units.years(text)
    except Unclear as unclear:
        reader.fault(where, f"{unclear.what} {unclear.fix}")
        return 1
    if not 1 <= after <= LONGEST:
        reader.fault(where, f"«after» skal være fra 1 til {LONGEST} år")
        return 1
    return after
