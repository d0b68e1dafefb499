"""The front of the book: the title, the preface, how sure the numbers are, and a year in order."""

from __future__ import annotations

from game.content.parameter_files import STATUSES, Record
from game.reports.bar import SIGNS, bar_of, status_mark, status_word
from game.reports.chapter import chapter
from game.reports.facts import Facts, anchor
from game.reports.markup import Html, join, link, table, tag, text
from game.reports.parts import Part, flow_of_a_year, part_name, parts_of_a_year
from game.reports.shares import shares_of
from game.reports.values import range_of, value_of, width_of
from game.text.numbers import number

PARAGRAPHS = ("what", "not", "read", "doubt", "made")
MOST_DOUBTFUL = 10


def title_page(facts: Facts, version: str) -> Html:
    """The name of the book, what it is in a sentence, and what we know in one."""
    t, shares = facts.t, shares_of(facts.records)
    holding = sum(outcome.holds for outcome in facts.outcomes)
    counted = t(
        "book.counted",
        equations=len(facts.equations),
        numbers=len(facts.records),
        checks=len(facts.outcomes),
        holding=holding,
    )
    return tag(
        "header",
        tag("p", "Kommunespillet", class_="overline"),
        tag("h1", t("book.title")),
        tag("p", t("book.subtitle"), class_="subtitle"),
        tag("p", counted),
        tag("p", shares_in_words(facts), class_="lead"),
        bar_of(shares, facts),
        tag("p", t("book.edition", version=version, mark=facts.mark), class_="small"),
        class_="title-page",
    )


def shares_in_words(facts: Facts) -> str:
    """«Av 79 tall er 2 målt (3 %), …»."""
    shares = shares_of(facts.records)
    parts = dict(zip(STATUSES, zip(shares.counts, shares.percents(), strict=True), strict=True))
    words = {
        f"{status.replace(' ', '_')}{end}": value
        for status, pair in parts.items()
        for end, value in zip(("", "_percent"), pair, strict=True)
    }
    return facts.t("book.shares", total=shares.total, **words)


def preface(facts: Facts) -> Html:
    """What the model is, what it is not, and how to read it."""
    paragraphs = [
        join(
            [
                tag("h3", facts.t(f"book.preface.{name}.title")),
                tag("p", facts.t(f"book.preface.{name}")),
            ]
        )
        for name in PARAGRAPHS
    ]
    return chapter("preface", facts.t("book.preface"), paragraphs)


def certainty(facts: Facts) -> Html:
    """The count of each status by part and in all, and the assumptions with the widest ranges."""
    t = facts.t
    head = [
        t("book.part"),
        *[f"{SIGNS[s]} {status_word(s, facts)}" for s in STATUSES],
        t("book.sum"),
    ]
    rows = [
        [link(anchor("file", file), file_name(file, facts)), *_counted(records)]
        for file, records in by_file(facts).items()
    ]
    rows.append([t("book.all"), *_counted(facts.records)])
    meanings = [
        tag(
            "li",
            status_mark(status, facts),
            " – ",
            t(f"book.status_means.{status.replace(' ', '_')}"),
        )
        for status in STATUSES
    ]
    return chapter(
        "certainty",
        t("book.certainty"),
        tag("ul", meanings, class_="plain"),
        table(head, rows, caption=t("book.certainty_caption"), class_="counts"),
        tag("h3", t("book.doubtful")),
        tag("p", t("book.doubtful_text")),
        table(
            [t("book.number"), t("book.value"), t("book.range_head"), t("book.width")],
            [_doubtful_row(record, facts) for record in most_doubtful(facts)],
            caption=t("book.doubtful"),
        ),
    )


def _counted(records: list[Record] | tuple[Record, ...]) -> list[str]:
    shares = shares_of(records)
    return [*[str(count) for count in shares.counts], str(shares.total)]


def by_file(facts: Facts) -> dict[str, list[Record]]:
    """The records by the file they stand in, in the order a year meets the parts of the model."""
    files: dict[str, list[Record]] = {}
    for record in facts.records:
        files.setdefault(record.file.removesuffix(".yaml"), []).append(record)
    met = [facts.equations[id_].module for id_ in facts.found.inputs]
    order = [name for name in dict.fromkeys([*met, *files]) if name in files]
    return {name: files[name] for name in order}


def file_name(file: str, facts: Facts) -> str:
    """The name of a file of records."""
    return facts.word(f"file.{file}", file.replace("_", " "))


def most_doubtful(facts: Facts) -> list[Record]:
    """The assumed numbers with the widest range against their value, widest first."""
    found = [
        (width, record)
        for record in facts.records
        if record.status == "assumed" and (width := width_of(record)) is not None
    ]
    return [record for _, record in sorted(found, key=lambda pair: -pair[0])][:MOST_DOUBTFUL]


def _doubtful_row(record: Record, facts: Facts) -> list[str]:
    name = link(anchor("p", record.id), facts.name_of(record))
    width = number(width_of(record) or 0.0, 1, facts.t.language)
    is_number = "value" in record.body
    value = value_of(record, facts) if is_number else facts.t("book.several")
    return [name, value, range_of(record, facts), facts.t("book.times", width=width)]


def _part_sentence(part: Part, facts: Facts) -> Html:
    """What a part does, in the language of the book where the book has it."""
    key = f"part.{part.name}.text"
    return text(facts.t(key)) if key in facts.t else tag("span", part.sentence, lang="en")


def year_in_order(facts: Facts) -> Html:
    """The order of a year, drawn, and each part in a sentence."""
    t = facts.t
    items = []
    for part in parts_of_a_year():
        reads = ", ".join(part_name(name, facts) for name in part.reads)
        items.append(
            tag(
                "li",
                tag("strong", part_name(part.name, facts)),
                " – ",
                _part_sentence(part, facts),
                f" {t('book.reads', parts=reads)}" if reads else None,
            )
        )
    return chapter(
        "year",
        t("book.year"),
        tag("p", t("book.year_text")),
        tag("figure", flow_of_a_year(facts)),
        tag("ol", items),
    )
