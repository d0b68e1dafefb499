"""Timeregnskapet: the two bars, taken from the model's own identity."""

from __future__ import annotations

from game.engine.game_state import GameState
from game.model.year import Year
from game.text.numbers import number, percent
from game.text.translate import Translator
from game.view.parts import HoursPart, HoursView

LEAST_SHOWN_FTE = 0.5


def _first(rows: object) -> float:
    return float(rows[0, 0, 0])  # type: ignore[index]


def hours(state: GameState, t: Translator) -> HoursView:
    """The hours we have and the hours we need, in the year that was run last.

    The parts are whole, so that the numbers that stand together add up.
    """
    year = state.latest
    exact = [_first(rows) for rows in (year.present_fte, year.agency_fte, year.needed_fte)]
    own, hired, needed = (float(round(fte)) for fte in exact)
    base = float(round(float(year.base_need[:, 0, 0].sum())))
    missing = max(0.0, needed - own - hired)
    have = [_part("own", own, t), _part("hired", hired, t)]
    if missing >= LEAST_SHOWN_FTE:
        have.append(_part("missing", missing, t))
    need = [_part("need", needed, t)]
    if base - needed >= LEAST_SHOWN_FTE:
        need.append(_part("saved", base - needed, t))
    return HoursView(
        have=tuple(have),
        need=tuple(need),
        total_have=own + hired,
        total_need=needed,
        sentence=_sentence(exact[0] + exact[1], exact[2], t),
        formula=_formula(year, t),
    )


def _part(kind: str, fte: float, t: Translator) -> HoursPart:
    text = t("hours.fte", fte=number(fte, 0, t.language))
    return HoursPart(kind, t(f"hours.{kind}"), fte, text, kind)  # type: ignore[arg-type]


def _sentence(have: float, needed: float, t: Translator) -> str:
    missing = 1.0 - have / needed
    if missing * needed < LEAST_SHOWN_FTE:
        return t("hours.enough")
    return t("hours.missing_sentence", share=percent(missing, 0, t.language))


def _formula(year: Year, t: Translator) -> tuple[str, ...]:
    employees, employed = _first(year.employees), _first(year.employed_fte)
    presence = _first(year.present_fte) / employed
    return (
        t("hours.employees", n=number(employees, 0, t.language)),
        t("hours.position", share=percent(employed / employees, 1, t.language)),
        t("hours.presence", share=percent(presence, 1, t.language)),
    )
