"""YAML to plain data where every value is text and every key knows its line.

Stricter than YAML: no tabs, no anchors, no tags, no key twice, one document. So `no` stays a word,
0301 keeps its zero, and a fault can be pointed at. What is wrong comes back as problems; nothing
is raised.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from game.content.document import Document
from game.content.problem import Place, without_line
from game.content.yaml_trouble import Fault, explained
from game.text.numbers import number as spaced
from game.text.yaml_text import text_only_loader

DEEPEST = 20
MOST_VALUES = 50_000
_TAB_FIRST = re.compile(r"[ ]*(?:- *)?\t[\t ]*\S")
_HARD = "[\u00a0\u2007\u2009\u202f\u3000]"
_HARD_SPACE = re.compile(f"[ ]*(?:{_HARD}|(?:- +)?[\\w.-]+:[ ]*{_HARD})")
_INVISIBLE = re.compile(
    "[^\\x09\\x0a\\x0d\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]"
    "|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)


def parsed(text: str, file: str) -> Document:
    """Turns text into a document."""
    document = Document(file, source=tuple(text.splitlines()))
    if not _readable(document):
        return document
    try:
        _Builder(document).build(text)
    except _Stop as stop:
        document.add(stop.fault)
        document.data = None
    except yaml.YAMLError as error:
        document.add(explained(error, document.source))
        document.data = None
    if document.data is None and not document.problems:
        document.problems.append(
            without_line(file, "Fila er tom.", "Begynn med en kopi av et scenario som virker.")
        )
    return document


def _readable(document: Document) -> bool:
    """Whether the text is free of odd spaces and invisible signs, which YAML reports badly."""
    for number, line in enumerate(document.source, start=1):
        if _INVISIBLE.search(line):
            document.add(
                Fault(number, "Linja har et usynlig tegn.", "Slett linja og skriv den på nytt.")
            )
            return False
        if _HARD_SPACE.match(line):
            document.add(
                Fault(
                    number,
                    "Linja har et hardt mellomrom der det skal stå et vanlig.",
                    "Slett mellomrommene foran teksten, og skriv dem på nytt.",
                )
            )
            return False
    tabs = [n for n, line in enumerate(document.source, start=1) if _TAB_FIRST.match(line)]
    if tabs:
        others = f" Det samme gjelder {len(tabs) - 1} til." if len(tabs) > 1 else ""
        document.add(
            Fault(
                tabs[0],
                "Linja begynner med tabulator." + others,
                "Bruk mellomrom: to for hvert trinn innover.",
            )
        )
    return not tabs


class _Stop(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.what)
        self.fault = fault


@dataclass
class _Frame:
    """A list or mapping that is still open."""

    value: dict[str, Any] | list[Any]
    place: Place
    in_braces: bool = False
    key: str | None = None
    key_line: int = 0
    keep: bool = True
    comma_told: bool = False


class _Builder:
    """Follows the parser's events. Events, unlike nodes, still know of anchors and tags."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.open: list[_Frame] = []
        self.documents = 0
        self.values = 0
        self.refused_line = 0

    def build(self, text: str) -> None:
        """Reads it all; `document.data` is the result."""
        for event in yaml.parse(text, Loader=text_only_loader()):
            if self.document.is_full:
                self.document.data = None
                return
            if isinstance(event, yaml.ScalarEvent):
                self._plain_yaml_only(event)
                self._scalar(event.value, _line(event))
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                self._plain_yaml_only(event)
                self._start(event, _line(event))
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self.open.pop()
            elif isinstance(event, yaml.AliasEvent):
                self._alias(str(event.anchor), _line(event))
            elif isinstance(event, yaml.DocumentStartEvent):
                self._one_document(_line(event))

    def _one_more(self, line: int) -> None:
        self.values += 1
        if self.values > MOST_VALUES:
            raise _Stop(
                Fault(
                    line,
                    f"Fila har mer enn {spaced(MOST_VALUES)} felt og verdier.",
                    "Fjern det som ikke hører til, eller del den i flere filer.",
                )
            )

    def _one_document(self, line: int) -> None:
        self.documents += 1
        if self.documents > 1:
            raise _Stop(Fault(line, "Fila har mer enn én del.", "Fjern linja med «---»."))

    def _plain_yaml_only(self, event: Any) -> None:
        self._one_more(_line(event))
        if event.anchor is not None:
            self._refuse(f"«&{event.anchor}»", _line(event))
        if event.tag is not None:
            tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            self._refuse(f"«{tag}»", _line(event))

    def _refuse(self, sign: str, line: int) -> None:
        if line == self.refused_line:  # one message a line is enough
            return
        self.refused_line = line
        self.document.add(
            Fault(
                line,
                f"{sign} er et spesialtegn i YAML som spillet ikke bruker.",
                'Fjern det. Hører det til teksten, så sett "…" rundt hele teksten.',
            )
        )

    def _alias(self, name: str, line: int) -> None:
        self._one_more(line)
        self._refuse(f"«*{name}»", line)
        frame = self.open[-1] if self.open else None
        if frame is not None and isinstance(frame.value, dict) and frame.key is None:
            self._new_key(frame, f"*{name}", line)
            return
        self.document.faulty.add(self._next_place())
        self._put(None, line)

    def _scalar(self, text: str, line: int) -> None:
        frame = self.open[-1] if self.open else None
        if frame is not None and isinstance(frame.value, dict) and frame.key is None:
            self._new_key(frame, text, line)
        elif text.strip():
            self._put(text, line)
        else:
            self._empty(frame, line)

    def _new_key(self, frame: _Frame, key: str, line: int) -> None:
        frame.key, frame.key_line = key, line
        frame.keep = key not in frame.value
        if frame.keep:
            self.document.lines[(*frame.place, key)] = line

    def _empty(self, frame: _Frame | None, line: int) -> None:
        if frame is None:
            return
        self.document.faulty.add(self._next_place())
        if isinstance(frame.value, list):
            what = "Her er en strek uten noe bak."
        elif frame.in_braces:
            self._comma_in_text(frame, line)
            return
        else:
            what = f"«{frame.key}» står uten verdi."
        self.document.add(Fault(line, what, "Skriv en verdi, eller fjern linja."))
        self._put(None, line)

    def _comma_in_text(self, frame: _Frame, line: int) -> None:
        """In braces a comma ends the text, and what follows looks like a field without a value."""
        if not frame.comma_told:
            self.document.add(
                Fault(
                    line,
                    f"Et komma i teksten skiller ut «{frame.key}» som et eget felt.",
                    'Sett "…" rundt tekster med komma når de står mellom { og }.',
                )
            )
        frame.comma_told = True
        frame.key = None

    def _start(self, event: Any, line: int) -> None:
        frame = self.open[-1] if self.open else None
        if frame is not None and isinstance(frame.value, dict) and frame.key is None:
            raise _Stop(
                Fault(line, "Her mangler navnet på et felt.", "Skriv «navn: verdi» på linja.")
            )
        if len(self.open) >= DEEPEST:
            raise _Stop(
                Fault(line, "Her er det for mange trinn innover.", "Fjern noen av trinnene.")
            )
        place = self._next_place()
        value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._put(value, line)
        self.open.append(_Frame(value, place, in_braces=bool(event.flow_style)))

    def _next_place(self) -> Place:
        if not self.open:
            return ()
        frame = self.open[-1]
        if isinstance(frame.value, list):
            return (*frame.place, len(frame.value))
        # A key given twice is read to its end, but under a name nobody looks up.
        return (*frame.place, str(frame.key) if frame.keep else f"{frame.key}\x00")

    def _put(self, value: Any, line: int) -> None:
        if not self.open:
            self.document.data = value
            self.document.lines[()] = line
            return
        frame = self.open[-1]
        if isinstance(frame.value, list):
            self.document.lines[self._next_place()] = line
            frame.value.append(value)
            return
        if frame.keep:
            frame.value[str(frame.key)] = value
        else:
            self._refuse_second(frame)
        frame.key = None

    def _refuse_second(self, frame: _Frame) -> None:
        first = self.document.lines[(*frame.place, str(frame.key))]
        self.document.add(
            Fault(
                frame.key_line,
                f"«{frame.key}» står her for andre gang; første gang er på linje {first}.",
                "Behold bare én av dem.",
            )
        )


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
