"""All that is wrong with a file, a scenario or a folder of them, in the order it stands.

The command `check` calls this. Nothing is raised: even a missing file comes back as a problem.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game.content import advice, proportion
from game.content.circles import note_circles
from game.content.crossing import ids_in, note_cross_faults
from game.content.document import Document
from game.content.load import (
    LIBRARY_FOLDER,
    SCENARIO_FILE,
    Files,
    find_scenario,
    own_fault,
    read_files,
    read_library,
    shown_name,
)
from game.content.problem import BrokenContent, Problem, without_line
from game.content.quantity import tidy
from game.content.reach import note_unreachable
from game.content.reading import Reading
from game.content.yaml_trouble import Fault


def check_file(path: Path | str) -> list[Problem]:
    """Every problem in a scenario file, a library file, or a folder of either."""
    try:
        return _checked(find_scenario(path))
    except BrokenContent as broken:
        return list(broken.problems)
    except Exception as error:  # the author must never meet a traceback
        return [own_fault(str(path), error)]


def _checked(path: Path) -> list[Problem]:
    if path.is_dir():
        return _checked_folder(path)
    library = _library_around(path)
    if library is not None:
        return _checked_library(library, only=shown_name(path))
    return _checked_scenario(read_files(path), {})


def _checked_folder(folder: Path) -> list[Problem]:
    scenarios = sorted(folder.rglob(SCENARIO_FILE))
    library = folder if folder.name == LIBRARY_FOLDER else folder / LIBRARY_FOLDER
    found: list[Problem] = []
    named: dict[str, Document] = {}
    for path in scenarios:
        reading = read_files(path, _shown_in(folder, path))
        found += _checked_scenario(reading, named)
    if library.is_dir():
        found += _checked_library(library)
    elif not scenarios:
        name = folder.name
        fix = f"Et scenario er en mappe med fila «{SCENARIO_FILE}» i."
        return [without_line(name, f"Mappa «{name}» har ingen scenarioer.", fix)]
    return list(dict.fromkeys(found))


def _library_around(path: Path) -> Path | None:
    """The library a file belongs to, if it is a library file."""
    for parent in path.resolve().parents:
        if parent.name == LIBRARY_FOLDER:
            return parent
    return None


def _checked_library(folder: Path, only: str | None = None) -> list[Problem]:
    files = Files(None, read_library(folder))
    note_cross_faults(files.readings)
    for reading in files.library:
        advice.note_texts(reading)
        proportion.note_sizes(reading, None)
        note_unreachable(reading, None, frozenset())
    note_circles(files.library, frozenset())
    return [problem for problem in files.problems if only in (None, problem.file)]


def _shown_in(folder: Path, path: Path) -> str:
    """A scenario file's name where there are many with the same: its folder goes before it."""
    shown = shown_name(path)
    return shown if "/" in shown else path.relative_to(folder).as_posix()


def _note_scenario_twice(document: Document, named: dict[str, Document]) -> None:
    """Two scenarios with one id: only the first can be chosen by it."""
    id_ = document.data.get("id") if isinstance(document.data, dict) else None
    if not isinstance(id_, str):
        return
    first = named.setdefault(tidy(id_), document)
    if first is not document:
        what = f"«{tidy(id_)}» er brukt før, i {first.file}, linje {first.line_of(('id',))}."
        fix = "Gi det ene scenarioet et annet navn."
        document.add(Fault(document.line_of(("id",)), what, fix))


def _checked_scenario(files: Files, named: dict[str, Document]) -> list[Problem]:
    """Every problem of a scenario and its library. `named` are the scenarios seen before it."""
    scenario = files.scenario
    if scenario is not None:
        _note_scenario_twice(scenario.document, named)
    if scenario is not None and scenario.head is not None:
        advice.note_texts(scenario)
        proportion.note_municipality(scenario)
        left_out = frozenset(_left_out(scenario, files.library))
        for reading in files.readings:
            proportion.note_sizes(reading, scenario.head)
            note_unreachable(reading, scenario.head, left_out)
        note_circles(files.readings, left_out)
    return files.problems


def _left_out(scenario: Reading, library: Iterable[Reading]) -> set[str]:
    """The ids of every measure and event in the library the scenario does not take in."""
    named = {(name, id_) for name, id_, _ in scenario.named}
    return {
        id_
        for reading in library
        for id_, found in ids_in(reading.document)
        if not {(found.list_name, "all"), (found.list_name, id_)} & named
    }
