"""The widget tree as text, one line a widget, for tests and for people who look for a fault."""

from __future__ import annotations

from collections.abc import Iterable

from game.desktop.widgets.base import Widget

SILENT = ("group", "space", "stack")


def dump(root: Widget, focused: str | None = None, places: bool = False) -> str:
    """The tree in reading order. Boxes without a label are left out, their content is not.

    A line holds role, label, value, state, single key, and the rectangle when asked for.
    """
    return "\n".join(_lines(root, 0, focused, places))


def _lines(widget: Widget, depth: int, focused: str | None, places: bool) -> Iterable[str]:
    silent = widget.role in SILENT and not widget.label
    if not silent:
        yield "  " * depth + describe(widget, focused, places)
    for child in widget.children:
        yield from _lines(child, depth if silent else depth + 1, focused, places)


def describe(widget: Widget, focused: str | None = None, places: bool = False) -> str:
    """One widget as a line of text."""
    parts = [widget.role]
    if widget.label:
        parts.append(f"«{widget.label}»")
    if widget.value:
        parts.append(f"= {widget.value}")
    if widget.key:
        parts.append(f"key {widget.key}")
    states = widget.state()
    if focused is not None and widget.name == focused:
        states = [*states, "focused"]
    if states:
        parts.append(f"[{', '.join(states)}]")
    if places:
        parts.append("at {} {} {}x{}".format(*widget.rect))
    return " ".join(parts)


def matches(widget: Widget, role: str | None, label: str | None, name: str | None) -> bool:
    """Whether a widget is the one asked for; a label may be given by its beginning with «…»."""
    if role is not None and widget.role != role:
        return False
    if name is not None and widget.name != name:
        return False
    if label is None:
        return True
    if label.endswith("…"):
        return widget.label.startswith(label[:-1])
    return widget.label == label
