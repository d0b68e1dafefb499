"""From a path to a document. A file that cannot be opened or decoded is told in one sentence."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path

from game.content.document import Document
from game.content.problem import without_line
from game.content.yaml_lines import parsed

MOST_BYTES = 500_000
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DOCUMENT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%PDF")
"""How the files of word processors and spreadsheets begin."""


def read_document(path: Path, shown_as: str | None = None) -> Document:
    """Reads a file. Its `data` is None when nothing could be made of it."""
    document = Document(shown_as or path.name)
    try:
        if path.is_dir():
            return _gave_up(document, "er en mappe, ikke en fil.", "Oppgi fila i mappa i stedet.")
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe or a device may never end
            return _gave_up(document, "er ikke en vanlig fil.", "Oppgi en fil med tekst.")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return _gave_up(document, "finnes ikke.", "Se etter skrivefeil i navnet på fila.")
    except (OSError, ValueError):
        return _gave_up(
            document, "kan ikke leses.", "Se om fila er åpen i et annet program, eller låst."
        )
    return _decoded(document, content)


def _gave_up(document: Document, what: str, fix: str) -> Document:
    document.problems.append(without_line(document.file, f"«{document.file}» {what}", fix))
    return document


def _decoded(document: Document, content: bytes) -> Document:
    if len(content) > MOST_BYTES:
        return _gave_up(
            document,
            "er for stor.",
            "En fil er høyst 500 kB. Fjern det som ikke hører til, eller del den i flere filer.",
        )
    if content.startswith(_DOCUMENT):
        return _gave_up(
            document,
            "er et dokument fra et skrive- eller regneprogram, ikke ren tekst.",
            "Velg «Lagre som» i programmet, og velg ren tekst med koding UTF-8.",
        )
    if content.startswith(_UTF_16):
        return _gave_up(
            document,
            "er lagret som UTF-16, og spillet leser UTF-8.",
            "Velg «Lagre som» i teksteditoren, og sett koding til UTF-8.",
        )
    if b"\x00" in content:
        return _gave_up(document, "er ikke en tekstfil.", "Lagre scenarioet som ren tekst (UTF-8).")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _gave_up(
            document,
            "er ikke lagret som UTF-8, så æ, ø og å kan ikke leses.",
            "Velg «Lagre som» i teksteditoren, og sett koding til UTF-8.",
        )
    return parsed(text, document.file)
