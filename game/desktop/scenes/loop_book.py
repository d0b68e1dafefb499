"""Sløyfeboka: twelve loops, drawn as they are found; and one loop as a row of steps."""

from __future__ import annotations

from typing import Any

from game.desktop import widgets as w
from game.desktop.scene import Dialog, Pop
from game.engine.loops_found import loops_found
from game.view.loop_book import LoopPage, loop_book


def loop_drawing(page: LoopPage) -> w.Widget:
    """The steps of a loop with arrows between them, and one that leads back to the first."""
    parts: list[w.Widget] = []
    for number, step in enumerate(page.chain):
        if number:
            parts.append(w.Icon("arrow-right", 16, "muted"))
        parts.append(w.Tag(step, "accent"))
    parts.append(w.Icon("repeat", 18, "accent"))
    return w.Flow(*parts, gap=6)


class LoopBookDialog(Dialog):
    """All twelve, the found ones first to be read."""

    width = 1064
    first_focus = "close"

    def __init__(self, game: Any) -> None:
        self.game = game

    def build(self, ui: Any) -> w.Widget:
        book = loop_book(loops_found(self.game.session), ui.t)
        self.title = book.title
        head = w.Row(
            w.Label(book.title, "heading"), w.Spacer(), w.Tag(book.count_text, "neutral"), gap=12
        )
        pages = w.Grid(*[self._page(page) for page in book.pages], least_width=300, gap=10)
        close = w.Button(ui.t("interface.close"), Pop(), "primary", name="close")
        foot = w.Row(w.Label(book.how, "caption", "muted"), close, weights=(1, 0), gap=16)
        return w.Column(head, pages, foot, gap=12)

    def _page(self, page: LoopPage) -> w.Widget:
        if not page.is_found:
            name = w.Row(
                w.Icon("circle-help", 18, "muted"), w.Label(page.name, "strong", "muted"), gap=8
            )
            words = w.Label(f"«{page.sentence}»", "caption", "muted")
            return w.Panel(w.Column(name, words, gap=4), "sunken", 12, shadow=False)
        name = w.Row(w.Icon("repeat", 18, "accent"), w.Label(page.name, "strong"), gap=8)
        return w.Panel(
            w.Column(
                name,
                w.Label(f"«{page.sentence}»", "small"),
                loop_drawing(page),
                w.Label(f"{page.kind_text}. {page.when}", "caption", "muted"),
                gap=6,
            ),
            pad=12,
        )
