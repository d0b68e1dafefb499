"""The shape that every chapter and section of the book has."""

from __future__ import annotations

from game.reports.markup import Child, Html, tag, text


def chapter(id_: str, title: str, *children: Child) -> Html:
    """A chapter that starts on a new page, with its running head."""
    heading = tag("h2", text(title), id=f"{id_}-title")
    return tag(
        "section", heading, *children, id=id_, class_="chapter", aria_labelledby=f"{id_}-title"
    )


def section(title: str, id_: str, inside: Child) -> Html:
    """A part of a chapter, under a heading of its own."""
    return tag("section", tag("h3", title), inside, id=id_)


def facts_list(pairs: list[tuple[str, Html | str | None]], class_: str = "facts") -> Html:
    """Names and what they are; a pair with nothing in it is left out."""
    rows: list[Html] = []
    for name, shown in pairs:
        if shown:
            rows.append(tag("div", tag("dt", name), tag("dd", shown)))
    return tag("dl", rows, class_=class_)
