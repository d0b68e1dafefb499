"""A memory of drawn pictures that forgets the least used ones above a limit in bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any


class ByteCache:
    """Keeps results by key; the oldest unused go first when the sum of their sizes is too large."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.used = 0
        self._kept: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable, make: Callable[[], Any], size_of: Callable[[Any], int]) -> Any:
        """The kept result for the key, made now when there is none."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found[0]
        made = make()
        self._keep(key, made, size_of(made))
        return made

    def _keep(self, key: Hashable, made: Any, size: int) -> None:
        self._kept[key] = (made, size)
        self.used += size
        # The newest stays even when it alone is above the limit: it is about to be drawn.
        while self.used > self.limit and len(self._kept) > 1:
            _, (_, freed) = self._kept.popitem(last=False)
            self.used -= freed

    def clear(self) -> None:
        """Forgets everything."""
        self._kept.clear()
        self.used = 0
