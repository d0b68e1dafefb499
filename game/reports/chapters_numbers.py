"""Every record of numbers: value, range, status, source, how, and which equations use it."""

from __future__ import annotations

from game.content.parameter_files import Record
from game.reports.bar import status_mark
from game.reports.chapter import chapter, facts_list, section
from game.reports.chapters_front import by_file, file_name
from game.reports.facts import Facts, anchor, readers_outside_the_model
from game.reports.markup import Html, join, link, table, tag, text
from game.reports.origins import Origin
from game.reports.refs import references
from game.reports.values import range_of, value_of


def numbers_chapter(facts: Facts) -> Html:
    """All records, file by file."""
    files = [
        section(
            file_name(file, facts),
            anchor("file", file),
            [one_record(record, facts) for record in records],
        )
        for file, records in by_file(facts).items()
    ]
    introduction = tag("p", facts.t("book.numbers_text"))
    return chapter("numbers", facts.t("book.numbers"), introduction, files)


def one_record(record: Record, facts: Facts) -> Html:
    """One record on its own card."""
    t, body = facts.t, record.body
    symbol = tag("span", str(body["symbol"]), class_="symbol") if "symbol" in body else None
    return tag(
        "article",
        tag("h4", symbol, " " if symbol else None, facts.name_of(record)),
        tag("p", status_mark(record.status, facts), " · ", tag("code", record.id), class_="marks"),
        value_of(record, facts),
        facts_list(
            [
                (t("book.range_head"), range_of(record, facts)),
                (t("book.source"), _source(record, facts)),
                (t("book.how"), _told(record, "how", facts)),
                (t("book.note"), _told(record, "note", facts)),
                (t("book.used_by"), _used_by(record, facts)),
            ]
        ),
        id=anchor("p", record.id),
        class_="card record",
    )


def _told(record: Record, key: str, facts: Facts) -> Html | None:
    """A sentence of the record, which is written in bokmål."""
    written = record.body.get(key)
    lang = None if facts.t.language == "nb" else "nb"
    return tag("span", str(written), lang=lang) if written else None


def _source_id(record: Record) -> str:
    source = record.body.get("source")
    return str(source.get("id", "")) if isinstance(source, dict) else ""


def _source(record: Record, facts: Facts) -> Html | None:
    id_ = _source_id(record)
    if id_ not in facts.sources:
        return None
    source = record.body["source"]
    title = link(anchor("src", id_), facts.sources[id_]["title"])
    page = f", s. {source['page']}" if "page" in source else ""
    return join([title, page])


def _users(origin: Origin, facts: Facts) -> set[Origin]:
    """Who uses a number, and who uses what it became when the municipality started."""
    found: set[Origin] = set()
    waiting = [origin]
    while waiting:
        for user in facts.users.get(waiting.pop(), ()):
            if user not in found:
                found.add(user)
                waiting += [user] if user.kind == "derived" else []
    return found


def _used_by(record: Record, facts: Facts) -> Html:
    used = _users(Origin("parameter", record.id), facts)
    shown = [references(used, facts)] if used else []
    readers = readers_outside_the_model().get(record.id, ())
    if readers:
        places = join([tag("code", f"game/{place}") for place in readers], ", ")
        shown.append(join([facts.t("book.read_by"), " ", places]))
    return join(shown, "; ") if shown else text("–")


def sources_chapter(facts: Facts) -> Html:
    """Every source, its licence, and the numbers that come from it."""
    t = facts.t
    rows = []
    for id_, source in facts.sources.items():
        users = [
            Origin("parameter", record.id) for record in facts.records if _source_id(record) == id_
        ]
        title = tag("span", source["title"], id=anchor("src", id_))
        where = source.get("where", "")
        rows.append([title, where, source.get("licence", ""), references(users, facts)])
    head = [t("book.source"), t("book.where"), t("book.licence"), t("book.numbers")]
    return chapter(
        "sources", t("book.sources"), table(head, rows, caption=t("book.sources"), class_="sources")
    )
