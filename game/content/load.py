"""From a path or an id to a scenario that can be played, or every problem at once.

Nothing leaves here but a whole `Scenario` or `BrokenContent`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from game import paths
from game.content.crossing import note_cross_faults
from game.content.opening import MOST_BYTES
from game.content.place_names import PlaceNames, with_names
from game.content.problem import BrokenContent, Problem, has_errors, without_line
from game.content.reading import Part, Reading, read_library_file, read_scenario_file
from game.content.scenario import Event, Measure, Scenario, ScenarioHead, Text

__all__ = ["BrokenContent", "Library", "Listed", "list_scenarios", "load_library", "load_scenario"]

SCENARIO_FILE = "scenario.yaml"
LIBRARY_FOLDER = "library"
REMEMBERED = 16
Mark = tuple[str, bytes]
"""A file, and signs that change with anything in it."""
Item = TypeVar("Item", Measure, Event)
Result = TypeVar("Result")


@dataclass(frozen=True)
class Library:
    """The measures and events that scenarios share."""

    measures: tuple[Measure, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True)
class Listed:
    """A scenario as a menu shows it. A broken one has no head, only its problems."""

    id: str
    path: Path
    head: ScenarioHead | None
    problems: tuple[Problem, ...] = ()

    @property
    def title(self) -> Text:
        """Its title, or its folder's name when the file is broken."""
        return self.head.title if self.head else Text(nb=self.id)


@dataclass
class Files:
    """A scenario file and the library files it may draw on, as read."""

    scenario: Reading | None
    library: list[Reading] = field(default_factory=list)

    @property
    def readings(self) -> list[Reading]:
        """All files, the scenario first."""
        return [*([self.scenario] if self.scenario else []), *self.library]

    @property
    def problems(self) -> list[Problem]:
        """All problems, file by file and line by line."""
        found = [sorted(reading.problems, key=lambda p: p.line) for reading in self.readings]
        return [problem for problems in found for problem in problems]


def load_scenario(path_or_id: Path | str) -> Scenario:
    """The scenario in a file or folder, or the one with this id among those in the game."""
    shown = str(path_or_id)
    return _never_a_traceback(lambda: _load_scenario(find_scenario(path_or_id)), shown)


def _load_scenario(path: Path) -> Scenario:
    marks = _marks(path)
    return _remembered(path, marks) if marks else _read_scenario(path)


def _marks(path: Path) -> tuple[Mark, ...]:
    """What changes when a scenario or its library does; nothing when a file is out of order."""
    try:
        files = (path, *_library_files(library_for(path)))
        # a pipe may never end; the reader has a sentence for whatever is wrong
        if not all(file.is_file() and file.stat().st_size <= MOST_BYTES for file in files):
            return ()
        return tuple((str(file.resolve()), blake2b(file.read_bytes()).digest()) for file in files)
    except (OSError, ValueError):
        return ()


@lru_cache(maxsize=REMEMBERED)
def _remembered(path: Path, marks: tuple[Mark, ...]) -> Scenario:
    """Read once for as long as the files are as they were; a broken one is read every time."""
    return _read_scenario(path)


def _read_scenario(path: Path) -> Scenario:
    files = read_files(path)
    problems = files.problems
    reading = files.scenario
    if has_errors(problems) or reading is None or reading.head is None:
        raise BrokenContent(problems)
    head = {name: getattr(reading.head, name) for name in ScenarioHead.model_fields}
    library = _in_library(files)
    measures = _chosen(reading, "measures", reading.measures, library.measures)
    events = _chosen(reading, "events", reading.events, library.events)
    return Scenario.model_construct(
        **head,
        measures=_in_place(measures, reading.head.names),
        events=_in_place(events, reading.head.names),
    )


def _in_place(items: tuple[Item, ...], names: PlaceNames) -> tuple[Item, ...]:
    return tuple(with_names(item, names) for item in items)


def load_library(folder: Path | None = None) -> Library:
    """All shared measures and events."""
    return _never_a_traceback(lambda: _load_library(folder), LIBRARY_FOLDER)


def _load_library(folder: Path | None) -> Library:
    files = Files(None, read_library(folder or paths.scenarios_dir() / LIBRARY_FOLDER))
    note_cross_faults(files.readings)
    if has_errors(files.problems):
        raise BrokenContent(files.problems)
    return _in_library(files)


def list_scenarios(folder: Path | None = None) -> tuple[Listed, ...]:
    """The scenarios that come with the game, for a menu. Reads no library, so it is quick."""
    found = sorted((folder or paths.scenarios_dir()).glob(f"*/{SCENARIO_FILE}"))
    return tuple(_listed(path) for path in found)


def _listed(path: Path) -> Listed:
    reading = read_scenario_file(path, shown_name(path), head_only=True)
    problems = tuple(reading.problems)
    head = None if has_errors(problems) else reading.head
    return Listed(head.id if head else path.parent.name, path, head, problems)


def find_scenario(path_or_id: Path | str) -> Path:
    """Where a scenario lies: a file, a folder with a scenario in it, or an id."""
    path = Path(path_or_id)
    for candidate in (path, paths.scenarios_dir() / path_or_id):
        if _is_there(candidate / SCENARIO_FILE):
            return candidate / SCENARIO_FILE
    is_id = isinstance(path_or_id, str) and path.name == path_or_id and not path.suffix
    if is_id and not _is_there(path):
        raise BrokenContent([_unknown_id(path.name)])
    return path


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name no disk could hold
        return False


def _unknown_id(id_: str) -> Problem:
    known = ", ".join(path.parent.name for path in _scenario_files()) or "ingen"
    what = f"Spillet har ikke noe scenario som heter «{id_}»."
    return without_line(id_, what, f"Disse finnes: {known}.")


def _scenario_files() -> list[Path]:
    return sorted(paths.scenarios_dir().glob(f"*/{SCENARIO_FILE}"))


def read_files(path: Path, shown_as: str | None = None) -> Files:
    """Reads a scenario and its library, and notes what is wrong in and between them."""
    scenario = read_scenario_file(path, shown_as or shown_name(path))
    files = Files(scenario, read_library(library_for(path)))
    note_cross_faults(files.readings)
    return files


def library_for(scenario: Path) -> Path:
    """The library beside a scenario's folder, else the one that comes with the game."""
    beside = scenario.parent.parent / LIBRARY_FOLDER
    return beside if beside.is_dir() else paths.scenarios_dir() / LIBRARY_FOLDER


def read_library(folder: Path) -> list[Reading]:
    """Reads every file of a library, in the order of their names."""
    return [read_library_file(path, shown_name(path)) for path in _library_files(folder)]


def _library_files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.yaml"))


def shown_name(path: Path) -> str:
    """A file's name as an author knows it: from `scenarios` on, else as given."""
    try:
        return path.resolve().relative_to(paths.scenarios_dir().resolve()).as_posix()
    except (ValueError, OSError):
        return path.name


def _in_library(files: Files) -> Library:
    return Library(
        measures=tuple(part.item for reading in files.library for part in reading.measures),
        events=tuple(part.item for reading in files.library for part in reading.events),
    )


def _chosen(
    reading: Reading, name: str, own: list[Part[Item]], shared: tuple[Item, ...]
) -> tuple[Item, ...]:
    """The items of a scenario's list, in the order they are written there."""
    by_id = {item.id: item for item in shared}
    by_place: dict[int, tuple[Item, ...]] = {int(part.place[1]): (part.item,) for part in own}
    for list_name, id_, place in reading.named:
        if list_name == name:
            by_place[int(place[1])] = shared if id_ == "all" else (by_id[id_],)
    items = [item for position in sorted(by_place) for item in by_place[position]]
    # what the rules themselves decide is there whatever the scenario lists
    items += [item for item in shared if not getattr(item, "dealt", True)]
    return tuple({item.id: item for item in items}.values())


def _never_a_traceback(read: Callable[[], Result], shown: str) -> Result:
    """Runs a reader; a fault in the reader itself is told as ours, not the author's."""
    try:
        return read()
    except BrokenContent:
        raise
    except Exception as error:
        raise BrokenContent([own_fault(shown, error)]) from error


def own_fault(shown: str, error: Exception) -> Problem:
    """What to say when the reader itself fails."""
    return without_line(
        shown,
        f"Dette er en feil i spillet, ikke i fila din ({type(error).__name__}).",
        "Send oss gjerne fila, så retter vi spillet.",
    )
