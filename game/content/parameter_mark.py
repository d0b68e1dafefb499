"""A short mark of a set of parameters: the same as long as no record has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from game.content.parameter_files import Record


def parameters_mark(records: Iterable[Record]) -> str:
    """Eight letters and digits from the numbers of the records.

    Names, notes and sources may change without the mark changing: they move no result.
    """
    kinds = ("value", "by", "by_row", "interpolate", "rest")
    numbers = {r.id: {kind: r.body[kind] for kind in kinds if kind in r.body} for r in records}
    told = json.dumps(numbers, sort_keys=True, ensure_ascii=False)
    return hashlib.blake2b(told.encode(), digest_size=4).hexdigest()
