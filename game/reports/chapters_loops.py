"""The twelve loops: how each goes round, what it teaches, and how strong its links are now."""

from __future__ import annotations

from game.content.loops import Link, Loop
from game.reports.bar import status_mark
from game.reports.chapter import chapter
from game.reports.column import column
from game.reports.facts import Facts, anchor
from game.reports.markup import Html, join, link, table, tag, text
from game.reports.values import axis_word
from game.text.numbers import number


def loops_chapter(facts: Facts) -> Html:
    """All loops in the order of their numbers."""
    loops = [_loop(loop, facts) for loop in facts.loops]
    return chapter("loops", facts.t("book.loops"), tag("p", facts.t("book.loops_text")), loops)


def _loop(loop: Loop, facts: Facts) -> Html:
    t, language = facts.t, facts.t.language
    name = str(getattr(loop.name, language))
    labels = _round(loop.chain[language])
    head = [t("book.link"), t("book.strength"), t("book.status")]
    return tag(
        "article",
        tag("h3", f"{loop.number}. {name}"),
        tag("p", t(f"book.loop_kind.{loop.kind}"), class_="marks"),
        tag("p", f"«{str(getattr(loop.sentence, language)).strip('«»')}»", class_="saying"),
        tag("figure", column(labels, ((len(labels) - 1, 0),), name)),
        table(head, [_link_row(one, facts) for one in loop.links], caption=name, class_="links"),
        id=anchor("loop", loop.id),
        class_="card loop",
    )


def _round(chain: tuple[str, ...]) -> tuple[str, ...]:
    """A chain that ends where it began is drawn as one round."""
    return chain[:-1] if len(chain) > 2 and chain[0] == chain[-1] else chain


def _link_row(one: Link, facts: Facts) -> list[str]:
    status = status_mark(facts.by_id[one.record].status, facts)
    return [link_name(one, facts), _strength(one, facts), status]


def link_name(one: Link, facts: Facts) -> Html:
    """The number a link is, and which row and column of it."""
    rows = [axis_word(name, facts) for name in (one.row, one.column) if name]
    name = link(anchor("p", one.record), facts.name_of(facts.by_id[one.record]))
    return join([name, f": {' ← '.join(rows)}" if rows else None])


def _strength(one: Link, facts: Facts) -> Html:
    """The coefficient as it is; the smallest and largest where a link is several."""
    values = getattr(facts.national, one.record)[one.cell()].ravel().tolist()
    ends = dict.fromkeys((min(values), max(values)))
    shown = [_short(value, facts.t.language) for value in ends]
    unit = facts.unit(str(facts.by_id[one.record].body["unit"]))
    return join([tag("strong", " – ".join(shown)), " ", tag("span", text(unit), class_="unit")])


def _short(value: float, language: str) -> str:
    """As many decimals as the number has, up to four."""
    digits = f"{value:.4f}".rstrip("0").partition(".")[2]
    return number(value, len(digits), language)
