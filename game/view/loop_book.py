"""Sløyfeboka: the twelve loops, each drawn when the players have found it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.content.loops import Loop, load_loops
from game.engine.loops_found import Found
from game.text.translate import Translator


@dataclass(frozen=True)
class LoopPage:
    """A page of the book. A loop that is not found shows its number and where to look."""

    id: str
    number: int
    kind: str
    """R strengthens itself, B holds back, RB does both."""
    kind_text: str
    name: str
    sentence: str
    chain: tuple[str, ...]
    """How it goes round; empty while it is not found."""
    is_found: bool
    when: str
    """When it was found, and what it was moving."""


@dataclass(frozen=True)
class LoopBook:
    """All twelve pages."""

    title: str
    count_text: str
    how: str
    """What it takes to find one."""
    pages: tuple[LoopPage, ...]


def loop_book(found: Sequence[Found], t: Translator) -> LoopBook:
    """The book as it is filled in so far."""
    by_id = {one.loop: one for one in found}
    pages = tuple(_page(loop, by_id.get(loop.id), t) for loop in load_loops())
    return LoopBook(
        title=t("loops.title"),
        count_text=t("loops.count", n=len(by_id), total=len(pages)),
        how=t("loops.how"),
        pages=pages,
    )


def loop_page(id_: str, t: Translator, found: Found | None = None) -> LoopPage:
    """One loop as it stands in the book when it is found. Raises KeyError for an unknown one."""
    for loop in load_loops():
        if loop.id == id_:
            return _whole(loop, found, t)
    raise KeyError(id_)


def _page(loop: Loop, found: Found | None, t: Translator) -> LoopPage:
    if found is not None:
        return _whole(loop, found, t)
    return LoopPage(
        id=loop.id,
        number=loop.number,
        kind=loop.kind,
        kind_text="",
        name=t("loops.hidden", n=loop.number),
        sentence=t.pick(loop.sentence),
        chain=(),
        is_found=False,
        when="",
    )


def _whole(loop: Loop, found: Found | None, t: Translator) -> LoopPage:
    when = t("loops.found", year=found.year, what=t(f"variable.{found.what}")) if found else ""
    return LoopPage(
        id=loop.id,
        number=loop.number,
        kind=loop.kind,
        kind_text=t(f"loops.kind.{loop.kind}"),
        name=t.pick(loop.name),
        sentence=t.pick(loop.sentence),
        chain=loop.chain[t.language],
        is_found=True,
        when=when,
    )
