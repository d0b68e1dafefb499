"""Reads the twelve loops of game/model/loops.yaml, and tells which links the model lacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from game.content.parameter_files import load_national
from game.model import axes
from game.model.parameter_set import National, shapes
from game.text.glossary import Words
from game.text.translate import LANGUAGES
from game.text.yaml_text import read_text_values

FILE = Path(__file__).parent.parent / "model" / "loops.yaml"
KINDS = ("R", "B", "RB")
AXES: dict[str, tuple[str, ...]] = {
    "service": axes.SERVICES,
    "profession": axes.PROFESSIONS,
    "soft": axes.SOFT,
    "driver": axes.DRIVERS,
    "age_group": axes.AGE_GROUPS,
}
"""The names along each side of the records that a link can be a part of."""


@dataclass(frozen=True)
class Link:
    """One coefficient: a record, or one row of it, or one cell."""

    record: str
    row: str = ""
    column: str = ""

    @property
    def name(self) -> str:
        """`record`, `record.row` or `record.row.column`."""
        return ".".join(part for part in (self.record, self.row, self.column) if part)

    def cell(self) -> tuple[slice | int, slice | int]:
        """Where in the record it is; everything where no row or column is named."""
        sides = shapes()[self.record].split("_", 1)
        row = _place(self.row, sides[0])
        return row, _place(self.column, sides[-1])


@dataclass(frozen=True)
class Loop:
    """One loop: what it is called, how it goes round, and what to switch off to break it."""

    id: str
    number: int
    kind: str
    name: Words
    sentence: Words
    chain: dict[str, tuple[str, ...]]
    links: tuple[Link, ...]


def _place(name: str, side: str) -> slice | int:
    return AXES[side].index(name) if name else slice(None)


@cache
def load_loops() -> tuple[Loop, ...]:
    """All loops in the order of their numbers.

    Raises one ValueError with every fault in every loop, a line each.
    """
    return loops_from(read_text_values(FILE), load_national())


def loops_from(written: dict[str, Any], n: National) -> tuple[Loop, ...]:
    """The loops of a file as read. Raises ValueError with every fault, a line each."""
    faults = [
        f"{FILE.name}, {id_}: {fault}" for id_, body in written.items() for fault in _faults(body)
    ]
    if not faults:
        loops = sorted((_loop(id_, body) for id_, body in written.items()), key=lambda x: x.number)
        faults = [
            f"{FILE.name}, {loop.id}: {fault}"
            for loop in loops
            for link in loop.links
            for fault in link_faults(link, n)
        ]
        if not faults:
            return tuple(loops)
    raise ValueError("Sløyfene har feil:\n" + "\n".join(faults))


def _loop(id_: str, body: dict[str, Any]) -> Loop:
    return Loop(
        id=id_,
        number=int(body["number"]),
        kind=body["kind"],
        name=Words(**body["name"]),
        sentence=Words(**body["sentence"]),
        chain={language: tuple(steps) for language, steps in body["chain"].items()},
        links=tuple(Link(**link) for link in body["links"]),
    )


def _faults(body: Any) -> Iterator[str]:
    """What is wrong with the form of a loop."""
    wanted = {entry.name for entry in fields(Loop)} - {"id"}
    if not isinstance(body, dict) or set(body) != wanted:
        yield f"sløyfa skal ha {', '.join(sorted(wanted))}, og ikke noe annet"
        return
    if not str(body["number"]).isdecimal():
        yield f"«{body['number']}» er ikke et nummer"
    if body["kind"] not in KINDS:
        yield f"«{body['kind']}» er ikke et slag; skriv {', '.join(KINDS)}"
    for part in ("name", "sentence", "chain"):
        if not isinstance(body[part], dict) or set(body[part]) != set(LANGUAGES):
            yield f"{part} skal stå på {', '.join(LANGUAGES)}"
    if not isinstance(body["links"], list) or not body["links"]:
        yield "links skal ha minst én lenke"
        return
    for link in body["links"]:
        known = {entry.name for entry in fields(Link)}
        if not isinstance(link, dict) or "record" not in link or set(link) - known:
            yield f"«{link}» er ikke en lenke; skriv {{record: …}}, med row og column der de trengs"


def link_faults(link: Link, n: National) -> Iterator[str]:
    """Why a link cannot be switched off; nothing when it can."""
    shape = shapes().get(link.record)
    if shape is None:
        yield f"modellen har ingen post «{link.record}»"
        return
    sides = shape.split("_", 1)
    missing = [
        f"{link.record} har ingen {what} «{name}»"
        for what, name, side in (
            ("rad", link.row, sides[0]),
            ("kolonne", link.column, sides[1] if len(sides) > 1 else ""),
        )
        if name and name not in AXES.get(side, ())
    ]
    yield from missing
    if not missing and not getattr(n, link.record)[link.cell()].any():
        yield f"{link.name} er null fra før, så det er ingenting å slå av"
