"""HTML where every text is escaped because of how it is built, not because someone remembered.

`tag("p", "a < b")` escapes; only what is already `Html` goes in as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from game.text.unbroken import unbroken

VOID = frozenset({"meta", "br", "wbr"})
SCROLLING = frozenset({"grid", "variables", "kept", "behaviour", "sources"})
_NAMES = {"class_": "class", "for_": "for"}


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


Child = str | None | Iterable["str | None"]


def text(written: str) -> Html:
    """Plain text as markup, with numbers that no line breaks in two."""
    if isinstance(written, Html):
        return written
    return Html(escape(unbroken(written), quote=False))


def join(children: Iterable[str | None], between: str = "") -> Html:
    """Several pieces in a row; None is nothing."""
    return Html(text(between).join(text(child) for child in children if child is not None))


def tag(name: str, /, *children: Child, **attributes: str | bool | None) -> Html:
    """One element. An attribute that is None or False is left out; True stands alone."""
    opening = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    if name in VOID:
        return Html(opening)
    inside = join(piece for child in children for piece in _pieces(child))
    return Html(f"{opening}{inside}</{name}>")


def _pieces(child: Child) -> Iterable[str | None]:
    return (child,) if child is None or isinstance(child, str) else child


def _attribute(key: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = _NAMES.get(key, key.replace("_", "-"))
    return f" {name}" if value is True else f' {name}="{escape(value, quote=True)}"'


def code_name(name: str, **attributes: str | None) -> Html:
    """A name from the code, which may be broken after an underscore or a dot."""
    parts = [piece for part in name.split("_") for piece in (part + "_", tag("wbr"))][:-1]
    return tag("code", [*parts[:-1], parts[-1][:-1]], **attributes)


def link(anchor: str, *children: Child, **attributes: str | None) -> Html:
    """A link to a place on the same page."""
    return tag("a", *children, href=f"#{anchor}", **attributes)


def table(
    head: Iterable[str] | None,
    rows: Iterable[Iterable[str]],
    *,
    caption: str | None = None,
    class_: str | None = None,
) -> Html:
    """A table whose first column names its rows. Wide ones scroll in a box of their own."""
    body = [tag("tr", [_row_cell(number, cell) for number, cell in enumerate(row)]) for row in rows]
    inside = tag(
        "table",
        tag("caption", caption) if caption else None,
        tag("thead", tag("tr", [tag("th", name, scope="col") for name in head])) if head else None,
        tag("tbody", body),
        class_=class_,
    )
    if class_ not in SCROLLING:
        return tag("div", inside, class_="wide")
    # what is wider than the page must be reachable with the arrow keys
    return tag("div", inside, class_="wide", role="region", aria_label=caption, tabindex="0")


def _row_cell(number: int, cell: str) -> Html:
    return tag("th", cell, scope="row") if number == 0 else tag("td", cell)
