"""From one common file on disk to its form, or every problem in it at once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from game import paths
from game.content.common.told import CommonFile
from game.content.document import Document
from game.content.opening import read_document
from game.content.problem import BrokenContent
from game.content.wording import in_words, note_faults
from game.content.yaml_trouble import Fault

AnyFile = TypeVar("AnyFile", bound=CommonFile)
FOLDER = "common"


def read_common(form: type[AnyFile], folder: Path | None = None) -> AnyFile:
    """The file of this form in a folder. Raises BrokenContent with all that is wrong in it."""
    home = folder or paths.scenarios_dir() / FOLDER
    document = read_document(home / form.name, f"{FOLDER}/{form.name}")
    read = _read(form, document)
    if read is None or document.problems:
        raise BrokenContent(sorted(document.problems, key=lambda problem: problem.line))
    return read


@cache
def load_common(form: type[AnyFile]) -> AnyFile:
    """The file of this form that comes with the game, read once."""
    return read_common(form)


def _read(form: type[AnyFile], document: Document) -> AnyFile | None:
    if not isinstance(document.data, dict):
        if not document.problems:
            fix = "Skriv «navn: verdi» på hver linje."
            document.add(Fault(1, "Fila er ikke bygd opp av felt.", fix))
        return None
    try:
        read = form.model_validate(
            document.data, context={"language": "nb"}, by_alias=True, by_name=False
        )
    except ValidationError as error:
        note_faults(error, form, (), document)
        return None
    for slip in read.slips():
        fault = Fault(document.line_of(slip.place), slip.what, slip.fix)
        document.add(fault, in_words(slip.place, document.data))
    return read
