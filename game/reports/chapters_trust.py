"""Is it so? The loops, the statements about behaviour as they came out, and the validation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from game.content.behaviour_checks import EVERY_LEVER, EVERYTHING, SIZE, Check
from game.engine.behaviour import Finding, Outcome
from game.model.variables import VARIABLES
from game.reports.chapter import chapter
from game.reports.chapters_loops import link_name
from game.reports.facts import Facts, anchor
from game.reports.markup import Html, join, link, table, tag, text
from game.text.numbers import number


def behaviour_chapter(facts: Facts) -> Html:
    """Every statement, what was done, what it gave, and whether it is so."""
    t = facts.t
    groups: dict[str, list[Outcome]] = {}
    for outcome in facts.outcomes:
        groups.setdefault(outcome.check.subject, []).append(outcome)
    head = [t("book.statement"), t("book.outcome"), t("book.tried"), t("book.gave")]
    parts: list[Html] = []
    for subject, outcomes in groups.items():
        rows = [_outcome_row(outcome, facts) for outcome in outcomes]
        parts.append(tag("h3", subject, lang=_written(facts)))
        parts.append(table(head, rows, caption=subject, class_="behaviour"))
    holding = sum(outcome.holds for outcome in facts.outcomes)
    summary = t("book.behaviour_summary", holding=holding, total=len(facts.outcomes))
    return chapter(
        "behaviour",
        t("book.behaviour"),
        tag("p", t("book.behaviour_text")),
        tag("p", tag("strong", summary)),
        parts,
    )


def _written(facts: Facts) -> str | None:
    """The statements are written in bokmål."""
    return None if facts.t.language == "nb" else "nb"


def _outcome_row(outcome: Outcome, facts: Facts) -> list[str]:
    gave = [_gave(finding, facts) for finding in outcome.findings]
    if outcome.broken:
        gave.append(text(outcome.broken))
    elif any(name == EVERYTHING for name, _ in outcome.check.expect):
        gave.append(text(facts.t("book.within")))
    key, sign = ("book.holds", "✓") if outcome.holds else ("book.fails", "✗")
    class_ = "outcome yes" if outcome.holds else "outcome no"
    verdict = tag("span", tag("span", sign, aria_hidden="true"), " ", facts.t(key), class_=class_)
    statement = tag("span", outcome.check.it, lang=_written(facts))
    return [statement, verdict, _tried(outcome.check, facts), join(gave, "; ")]


def _tried(check: Check, facts: Facts) -> Html:
    t = facts.t
    pieces: list[Html | str] = []
    if check.without:
        pieces.append(join([t("book.without"), " ", _switched_off(check, facts)]))
    elif check.vary == EVERY_LEVER:
        pieces.append(t("book.every_lever"))
    elif check.vary == SIZE:
        pieces.append(t("book.size", times=check.by.removesuffix("times").strip()))
    else:
        pieces.append(join([_variable_link(check.vary, facts), " ", _signed(check.by, facts)]))
    for name, amount in check.given:
        pieces.append(
            join(
                [
                    t("book.given"),
                    " ",
                    _variable_link(name, facts),
                    " ",
                    _amount(name, amount, facts),
                ]
            )
        )
    return join([*pieces, t("book.years", n=check.after)], ", ")


def _switched_off(check: Check, facts: Facts) -> Html:
    for loop in facts.loops:
        if loop.id == check.without:
            return link(anchor("loop", loop.id), str(getattr(loop.name, facts.t.language)))
    return link_name(check.links[0], facts)


def _variable_link(name: str, facts: Facts) -> Html:
    if name not in VARIABLES:
        return text(facts.concept(name))
    return link(anchor("var", name), facts.concept(name))


def _signed(written: str, facts: Facts) -> str:
    value, _, unit = written.partition(" ")
    signed = value.replace("-", "\u2212") if value.startswith("-") else f"+{value}"
    return f"{signed}\u00a0{facts.word(f'by.{unit}', unit)}".strip("\u00a0")


def _amount(name: str, amount: float, facts: Facts) -> str:
    variable = VARIABLES.get(name)
    if variable is None or variable.unit in ("index", "nok", "persons", "fte"):
        return f"{number(amount, 0, facts.t.language)}"
    unit = "points" if variable.unit == "share" else "%"
    shown = number(100 * amount, 0, facts.t.language)
    return f"+{shown}\u00a0{facts.word(f'by.{unit}', unit)}"


def _gave(finding: Finding, facts: Facts) -> Html:
    unit = VARIABLES[finding.variable].unit
    numbers = (_shown(value, unit, facts) for value in (finding.plain, finding.changed))
    words = facts.t(f"book.direction.{finding.words.replace(' ', '_')}")
    name = facts.concept(finding.variable)
    return text(f"{name} {words} ({' → '.join(numbers)})")


def _shown(value: float, unit: str, facts: Facts) -> str:
    language = facts.t.language
    if unit in ("share", "relative"):
        return f"{number(100 * value, 2, language)}\u00a0%"
    if unit == "nok":
        return f"{number(value / 1e6, 1, language)}\u00a0{facts.word('by.mnok', 'mnok')}"
    return number(value, 1, language)


def validation_chapter(facts: Facts) -> Html:
    """The checks against statistics as they were written down, and whether they still count."""
    t, told = facts.t, facts.validation
    if not told:
        return chapter("validation", t("book.validation"), tag("p", t("book.validation_none")))
    mark = str(told.get("mark", ""))
    age = "same" if mark == facts.mark else "old" if mark else "unknown"
    checks: Sequence[Mapping[str, Any]] = told.get("checks", ())
    return chapter(
        "validation",
        t("book.validation"),
        tag("p", t("book.validation_text")),
        tag("p", t("book.validation_independence")),
        tag("p", t("book.validation_hindsight")),
        tag("p", t("book.validation_made", day=_day(str(told["made_on"]), facts)))
        if "made_on" in told
        else None,
        tag("p", t(f"book.validation_{age}"), class_="warning" if age != "same" else None),
        [_validation(check, facts) for check in checks],
    )


def _validation(check: Mapping[str, Any], facts: Facts) -> Html:
    t = facts.t
    passed = str(check.get("passed", "")).lower()
    key = {"true": "book.passed", "false": "book.failed"}.get(passed, "book.not_run")
    sign = {"true": "✓", "false": "✗"}.get(passed, "–")
    title = f"{check.get('id', '')} {_nb(check, 'title')}".strip()
    rows = [_figure_row(figure, facts) for figure in check.get("figures") or ()]
    head = [t("book.figure"), t("book.value"), t("book.goal")]
    return tag(
        "section",
        tag("h3", title, lang=_written(facts)),
        tag("p", tag("strong", f"{sign} {t(key)}"), _independence(check, facts)),
        table(head, rows, caption=title, class_="validation") if rows else None,
        [tag("p", str(line), class_="small") for line in check.get("missing") or ()],
    )


def _independence(check: Mapping[str, Any], facts: Facts) -> Html | None:
    """Whether the model was fitted to what it is tried on, so that holding says less."""
    kind, reason = _nb(check, "independence"), _nb(check, "reason")
    if not kind:
        return None
    return join([" · ", tag("span", tag("em", kind), f": {reason}", lang=_written(facts))])


def _figure_row(figure: Mapping[str, Any], facts: Facts) -> list[str]:
    value = figure.get("value")
    shown = _decimals(value, facts) if isinstance(value, int | float) else str(value or "–")
    unit = str(figure.get("unit") or "")
    return [_nb(figure, "name"), *(_with(unit, words) for words in (shown, _nb(figure, "goal")))]


def _with(unit: str, words: str) -> str:
    return f"{words}\u00a0{unit}" if words and unit else words


def _decimals(value: float, facts: Facts) -> str:
    """Two decimals at most, and none that are nought."""
    digits = f"{value:.2f}".rstrip("0").partition(".")[2]
    return number(value, len(digits), facts.t.language)


def _day(written: str, facts: Facts) -> str:
    """24.11.2026, or as it was written where it is no date."""
    found = re.match(r"(\d{4})-(\d{2})-(\d{2})\Z", written)
    if found is None or facts.t.language == "en":
        return written
    return f"{int(found[3])}.{int(found[2])}.{found[1]}"


def _nb(told: Mapping[str, Any], key: str) -> str:
    """A text that is only in bokmål, under its plain name or with the language behind it."""
    return str(told.get(key, told.get(f"{key}_nb", "")))
