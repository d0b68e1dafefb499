"""How hard a text is to read: game.md 6.3."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONG = 6
"""Words with more letters than this are long."""


def word_list(text: str) -> list[str]:
    """The words of a text; a word with a hyphen is one."""
    return re.findall(r"[^\W_]+(?:-[^\W_]+)*", text)


def sentences(text: str) -> list[str]:
    """Its sentences; the end of a line ends one too."""
    return [part for part in re.split(r"[.!?;\n]+", text) if re.search(r"\w", part)]


def lix(texts: Iterable[str]) -> float:
    """Words in a sentence, and the long words in a hundred: about 30 is easy to read."""
    text = "\n".join(texts)
    found = word_list(text)
    long = sum(len(word) > LONG for word in found)
    return len(found) / len(sentences(text)) + 100 * long / len(found)
