"""What the book tells, gathered before a word is written: records, equations, and who uses what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import game
from game.content.loops import Loop
from game.content.parameter_files import Record
from game.engine.behaviour import Outcome
from game.model.parameter_set import National, shapes
from game.reports.equations import Equation, equations
from game.reports.following import found_in_model
from game.reports.origins import Found, Origin, Origins, levers_behind
from game.text.glossary import load_glossary
from game.text.translate import Translator


@dataclass(frozen=True)
class Facts:
    """Everything a chapter may ask for. `t` holds the words of the book."""

    t: Translator
    records: tuple[Record, ...]
    sources: Mapping[str, Mapping[str, str]]
    outcomes: tuple[Outcome, ...]
    validation: Mapping[str, Any] | None
    loops: tuple[Loop, ...]
    national: National
    """The records as arrays."""
    mark: str
    """The mark of this set of parameters."""

    @property
    def equations(self) -> dict[str, Equation]:
        """Every labelled equation by id."""
        return equations()

    @property
    def found(self) -> Found:
        """What meets what in the code of the model."""
        return found_in_model()

    @cached_property
    def by_id(self) -> dict[str, Record]:
        """The records by id."""
        return {record.id: record for record in self.records}

    @cached_property
    def users(self) -> dict[Origin, tuple[Origin, ...]]:
        """Who uses a thing: the equations and the kept things it goes into."""
        users: dict[Origin, dict[Origin, None]] = {}
        for id_, inputs in self.found.inputs.items():
            for origins in inputs.values():
                for origin in _each(origins):
                    users.setdefault(origin, {})[Origin("equation", id_)] = None
        for made, origins in self.found.made.items():
            for origin in _each(origins):
                users.setdefault(origin, {})[made] = None
        return {origin: tuple(found) for origin, found in users.items()}

    def word(self, key: str, otherwise: str) -> str:
        """A word of the book, or what the code calls it when the book has no word for it."""
        return self.t(key) if key in self.t else otherwise

    def name_of(self, record: Record) -> str:
        """The name of a record in the language of the book."""
        return self.t.pick(record.body["name"])

    def concept(self, name: str) -> str:
        """The glossary's word for a variable; its name in the code when there is none."""
        found = load_glossary().get(name)
        return (
            str(getattr(found.name, self.t.language))
            if found
            else self.word(f"variable.{name}", name)
        )

    def unit(self, unit: str) -> str:
        """A unit in the language of the book."""
        return self.word(f"unit.{unit}", unit)


def _each(origins: Origins) -> Iterator[Origin]:
    """A group of levers is also each of the levers in it."""
    for origin in origins:
        yield origin
        if origin.kind == "lever":
            yield from (Origin("lever", name) for name in levers_behind(origin.name))


@cache
def readers_outside_the_model() -> dict[str, tuple[str, ...]]:
    """Id of a parameter or name of an equation to the files outside the model that read it."""
    wanted = {*shapes(), *(equation.name for equation in equations().values())}
    home = Path(game.__file__).parent
    readers: dict[str, list[str]] = {}
    for path in sorted(home.rglob("*.py")):
        place = path.relative_to(home).as_posix()
        if place.startswith(("model/", "reports/")):
            continue
        read = set(re.findall(r"\.([a-z_0-9]+)\b", path.read_text("utf-8"))) & wanted
        for name in read:
            readers.setdefault(name, []).append(place)
    return {name: tuple(places) for name, places in readers.items()}


def anchor(prefix: str, name: str) -> str:
    """The id of a place on the page."""
    return f"{prefix}-{re.sub(r'[^A-Za-z0-9_-]+', '-', name)}"
