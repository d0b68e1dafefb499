"""One file on disk to forms: the parts that could be read, and the problems with the rest."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from game.content.document import Document
from game.content.form import Form
from game.content.opening import read_document
from game.content.problem import Place, Problem
from game.content.scenario import Event, Measure, ScenarioHead
from game.content.wording import note_faults
from game.content.yaml_trouble import Fault

Item = TypeVar("Item", Measure, Event)
AnyForm = TypeVar("AnyForm", bound=Form)
_LIST_FIX = "Skriv «all», eller en liste med en strek foran hvert punkt."


class _ScenarioFile(ScenarioHead):
    """The top of a scenario file. What is in its lists is read piece by piece."""

    measures: Any
    events: Any


class _LibraryFile(Form):
    measures: Any = None
    events: Any = None


@dataclass(frozen=True)
class Part(Generic[Item]):
    """One measure or event, and where it stands."""

    item: Item
    place: Place


@dataclass
class Reading:
    """What one file gave. `named` are ids from the library: list, id and place; id may be «all»."""

    document: Document
    head: ScenarioHead | None = None
    measures: list[Part[Measure]] = field(default_factory=list)
    events: list[Part[Event]] = field(default_factory=list)
    named: list[tuple[str, str, Place]] = field(default_factory=list)

    @property
    def problems(self) -> list[Problem]:
        """All problems found so far in the file."""
        return self.document.problems


def read_library_file(path: Path, shown_as: str | None = None) -> Reading:
    """Reads a file of measures, events or both."""
    reading = Reading(read_document(path, shown_as))
    if _is_mapping(reading.document):
        _form(_LibraryFile, reading.document.data, (), reading.document, "nb")
        _read_lists(reading, "nb")
    return reading


def read_scenario_file(path: Path, shown_as: str | None = None, head_only: bool = False) -> Reading:
    """Reads a scenario file; with `head_only` without its measures and events."""
    reading = Reading(read_document(path, shown_as))
    document = reading.document
    if not _is_mapping(document) or not _looks_like_a_scenario(document):
        return reading
    language = _language(document.data)
    top = _form(_ScenarioFile, document.data, (), document, language)
    if top is not None:
        values = {name: getattr(top, name) for name in ScenarioHead.model_fields}
        reading.head = ScenarioHead.model_construct(**values)
    if not head_only:
        _read_lists(reading, language)
    return reading


def _is_mapping(document: Document) -> bool:
    if isinstance(document.data, dict):
        return True
    if document.data is not None:
        fault = Fault(1, "Fila er ikke bygd opp av felt.", "Skriv «navn: verdi» på hver linje.")
        document.add(fault)
    return False


def _looks_like_a_scenario(document: Document) -> bool:
    known = {*_ScenarioFile.model_fields} & set(document.data)
    if not known:
        document.add(
            Fault(
                1,
                "Fila ser ikke ut som et scenario.",
                "Et scenario har felt som «format», «id», «title» og «municipality».",
            )
        )
    return bool(known)


def _language(data: dict[str, Any]) -> str:
    written = str(data.get("language", "nb")).strip()
    return written if written in {"nb", "nn", "en"} else "nb"


def _form(
    form: type[AnyForm], data: Any, at: Place, document: Document, language: str
) -> AnyForm | None:
    context = {"language": language}
    try:
        return form.model_validate(data, context=context, by_alias=True, by_name=False)
    except ValidationError as error:
        note_faults(error, form, at, document)
        return None


def _read_lists(reading: Reading, language: str) -> None:
    data = reading.document.data
    reading.measures += _read_list(reading, "measures", data.get("measures"), Measure, language)
    reading.events += _read_list(reading, "events", data.get("events"), Event, language)


def _read_list(
    reading: Reading, name: str, written: Any, form: type[Item], language: str
) -> list[Part[Item]]:
    if isinstance(written, str) and written.strip() == "all":
        written = ["all"]
    if not isinstance(written, list):
        if written is not None:
            line = reading.document.line_of((name,))
            reading.document.add(Fault(line, f"«{name}» har feil oppsett.", _LIST_FIX))
        return []
    parts = []
    for position, item in enumerate(written):
        place: Place = (name, position)
        if isinstance(item, str):
            reading.named.append((name, item.strip(), place))
        elif item is not None:
            read = _form(form, item, place, reading.document, language)
            parts += [Part(read, place)] if read is not None else []
    return parts
