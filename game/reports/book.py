"""The whole model as one page: gathered, told chapter by chapter, and written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from game import __version__
from game.content.behaviour_checks import behaviour_checks
from game.content.loops import load_loops
from game.content.parameter_files import Record, national_from, records, sources
from game.content.parameter_mark import parameters_mark
from game.content.validation_results import validation_results
from game.engine.behaviour import try_checks
from game.reports.chapters_back import (
    luck_chapter,
    quantities_chapter,
    stocks_chapter,
    variables_chapter,
)
from game.reports.chapters_equations import equations_chapter, in_order, module_name
from game.reports.chapters_front import (
    by_file,
    certainty,
    file_name,
    preface,
    title_page,
    year_in_order,
)
from game.reports.chapters_loops import loops_chapter
from game.reports.chapters_numbers import numbers_chapter, sources_chapter
from game.reports.chapters_trust import behaviour_chapter, validation_chapter
from game.reports.facts import Facts, anchor
from game.reports.markup import Html, join, link, tag
from game.text.translate import Translator, load_catalogue

FILE = "modellboka.html"
HERE = Path(__file__).parent
CHAPTERS = (
    ("preface", preface),
    ("certainty", certainty),
    ("year", year_in_order),
    ("equations", equations_chapter),
    ("numbers", numbers_chapter),
    ("stocks", stocks_chapter),
    ("quantities", quantities_chapter),
    ("variables", variables_chapter),
    ("luck", luck_chapter),
    ("loops", loops_chapter),
    ("behaviour", behaviour_chapter),
    ("validation", validation_chapter),
    ("sources", sources_chapter),
)


def gather(
    language: str = "nb",
    given: Sequence[Record] | None = None,
    validation: Mapping[str, Any] | None = None,
) -> Facts:
    """Everything the book tells. Raises ValueError when records or statements have faults.

    `given` are records to tell instead of those in the files; the statements are tried with them.
    """
    told = tuple(records() if given is None else given)
    national = national_from(told)
    return Facts(
        t=words(language),
        records=told,
        sources=sources(),
        outcomes=try_checks(behaviour_checks(), national),
        validation=validation or validation_results(),
        loops=load_loops(),
        national=national,
        mark=parameters_mark(told),
    )


def words(language: str) -> Translator:
    """The words of the book in one language."""
    return Translator(language, load_catalogue(HERE / "texts"))


def book(facts: Facts) -> str:
    """The page."""
    t = facts.t
    body = tag(
        "body",
        link("preface", t("book.skip"), class_="skip"),
        title_page(facts, __version__),
        tag(
            "div",
            contents(facts),
            tag("main", [chapter(facts) for _, chapter in CHAPTERS]),
            class_="pages",
        ),
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", f"{t('book.title')} – Kommunespillet"),
        tag("meta", name="description", content=t("book.subtitle")),
        tag("style", Html(style(facts))),
    )
    return f"<!doctype html>\n{tag('html', head, body, lang=t.language)}\n"


def style(facts: Facts) -> str:
    """The style sheet, with a running head in print for each chapter."""
    plain = (HERE / "book.css").read_text("utf-8")
    heads = [
        f"@page {id_} {{ @top-right {{ content: {_quoted(facts.t(f'book.{id_}'))} }} }}\n"
        f"#{id_} {{ page: {id_} }}"
        for id_, _ in CHAPTERS
    ]
    running = f"@page {{ @top-left {{ content: {_quoted(facts.t('book.running'))} }} }}"
    return "\n".join([plain, running, *heads])


def _quoted(written: str) -> str:
    escaped = written.replace("\\", "\\\\").replace('"', '\\"').replace("<", "\\3c ")
    return f'"{escaped}"'


def contents(facts: Facts) -> Html:
    """The table of contents; parts of the model and files of numbers are told under theirs."""
    below = {
        "equations": [(anchor("part", m), module_name(m, facts)) for m in in_order(facts)],
        "numbers": [(anchor("file", f), file_name(f, facts)) for f in by_file(facts)],
    }
    entries = []
    for id_, _ in CHAPTERS:
        inner = [tag("li", link(place, name)) for place, name in below.get(id_, ())]
        entries.append(
            tag("li", link(id_, facts.t(f"book.{id_}")), tag("ol", inner) if inner else None)
        )
    heading = tag("h2", facts.t("book.contents"), id="contents-title")
    return tag(
        "nav", join([heading, tag("ol", entries)]), id="contents", aria_labelledby="contents-title"
    )


def write(path: Path, language: str = "nb") -> Path:
    """Write the book and return where it is: in the file, or in a folder under its own name.

    Raises OSError when it cannot be written there, ValueError when the numbers have faults.
    """
    path = path / FILE if path.is_dir() else path
    page = book(gather(language))
    path.write_text(page, "utf-8")
    return path.resolve()
