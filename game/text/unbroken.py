"""Spaces inside a number that no line may break at, in texts where somebody typed a plain one."""

from __future__ import annotations

import re

from game.text.numbers import SPACE

_INSIDE = re.compile(r"(?<=\d) (?=\d{3}(?!\d)|%)")


def unbroken(text: str) -> str:
    """«10 000» and «12 %» held together; other spaces are as they were."""
    return _INSIDE.sub(SPACE, text)
