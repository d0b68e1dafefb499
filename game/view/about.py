"""«Om og kilder»: what the game is, what it keeps, and where its figures come from."""

from __future__ import annotations

from dataclasses import dataclass

from game import __version__
from game.content.parameter_files import sources
from game.text.translate import Translator

PARTS = ("what", "model", "invented", "privacy", "licence")
ICONS = {
    "what": "home",
    "model": "why",
    "invented": "megaphone",
    "privacy": "lock",
    "licence": "newspaper",
}
OWN = "definition"
"""Not a source but the model itself."""


@dataclass(frozen=True)
class AboutPart:
    """A few sentences under a heading."""

    icon: str
    heading: str
    text: str


@dataclass(frozen=True)
class SourceView:
    """Where figures are from, and on what terms."""

    title: str
    where: str


@dataclass(frozen=True)
class AboutView:
    """All of it, ready to be read."""

    title: str
    version: str
    parts: tuple[AboutPart, ...]
    heading: str
    sources: tuple[SourceView, ...]


def about(t: Translator) -> AboutView:
    """What is told about the game. The sources are those the numbers of the model name."""
    listed = [one for id_, one in sources().items() if id_ != OWN]
    told = (SourceView(one["title"], f"{one['where']} · {one['licence']}") for one in listed)
    return AboutView(
        title=t("about.title"),
        version=t("about.version", version=__version__),
        parts=tuple(
            AboutPart(ICONS[part], t(f"about.{part}.heading"), t(f"about.{part}.text"))
            for part in PARTS
        ),
        heading=t("about.sources", count=len(listed)),
        sources=tuple(sorted(told, key=lambda one: one.title.lower())),
    )
