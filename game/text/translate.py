"""The game's own sentences in three languages, and the choice of one of them.

A catalogue file holds flat keys: `menu.play: {nb: Spill, nn: Spel, en: Play}`. A language may hold
`{one: …, other: …}` instead of a sentence; `n` then decides which.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Protocol

from game.text.yaml_text import read_text_values

LANGUAGES: tuple[str, ...] = ("nb", "nn", "en")
FALLBACKS: dict[str, tuple[str, ...]] = {
    "nb": ("nb", "nn", "en"),
    "nn": ("nn", "nb", "en"),
    "en": ("en", "nb", "nn"),
}

Forms = str | dict[str, str]
Entry = dict[str, Forms]
Catalogue = dict[str, Entry]


class HasLanguages(Protocol):
    """Anything with a text in each language, such as the texts of a scenario."""

    @property
    def nb(self) -> str: ...
    @property
    def nn(self) -> str | None: ...
    @property
    def en(self) -> str | None: ...


def catalogue_folder() -> Path:
    """Where the catalogue files lie, both in the repository and in an installed game."""
    return Path(__file__).parent / "catalogue"


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """All sentences of all areas in one table. A key in two files is an error."""
    return _read(folder) if folder else _own_catalogue()


@cache
def _own_catalogue() -> Catalogue:
    """The game's own, which do not change while it runs."""
    return _read(catalogue_folder())


def _read(folder: Path) -> Catalogue:
    catalogue: Catalogue = {}
    for path in sorted(folder.glob("*.yaml")):
        entries = read_text_values(path)
        twice = sorted(set(entries) & set(catalogue))
        if twice:
            raise ValueError(f"{path.name}: already in another file: {', '.join(twice)}")
        for key, entry in entries.items():
            catalogue[key] = _checked(key, entry, path.name)
    return catalogue


def _checked(key: str, entry: object, file: str) -> Entry:
    if not isinstance(entry, dict) or not entry or set(entry) - set(LANGUAGES):
        raise ValueError(f"{file}: {key} must be a map of nb, nn and en")
    for forms in entry.values():
        if isinstance(forms, dict) and set(forms) != {"one", "other"}:
            raise ValueError(f"{file}: {key} must have both «one» and «other»")
    return entry


class Translator:
    """Looks up sentences in one language. Call it: `t("menu.play")`, `t("event.votes", n=3)`."""

    def __init__(self, language: str, catalogue: Catalogue) -> None:
        if language not in FALLBACKS:
            raise ValueError(f"unknown language {language!r}")
        self.language = language
        self._catalogue = catalogue

    def __call__(self, key: str, **values: object) -> str:
        """The sentence for a key, with the values put in. An unknown key is a KeyError."""
        forms = self._first(self._catalogue[key])
        sentence = forms if isinstance(forms, str) else _plural(forms, values["n"])
        return sentence.format_map(values)

    def __contains__(self, key: object) -> bool:
        """Whether the catalogue has the key."""
        return key in self._catalogue

    def pick(self, text: HasLanguages | Mapping[str, str | None]) -> str:
        """The player's language out of a text that has several; another language when it lacks."""
        for language in FALLBACKS[self.language]:
            found = (
                text.get(language) if isinstance(text, Mapping) else getattr(text, language, None)
            )
            if found:
                return str(found)
        return ""

    def _first(self, entry: Entry) -> Forms:
        for language in FALLBACKS[self.language]:
            if language in entry:
                return entry[language]
        raise KeyError(self.language)


def _plural(forms: dict[str, str], n: object) -> str:
    return forms["one"] if n == 1 or n == "1" else forms["other"]
