"""Rekrutteringsmodellen: ten years of need and people, profession by profession."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.what_if.recruitment import FACTORS, RecruitmentAhead
from game.model.axes import PROFESSIONS
from game.text.numbers import number
from game.text.translate import Translator
from game.view.parts import Meaning, SeriesView

SHORT = 0.98
"""Fewer than this share of those needed is told as a shortage."""


@dataclass(frozen=True)
class ProfessionView:
    """One profession, now and in ten years."""

    id: str
    name: str
    need_text: str
    have_text: str
    """The middle of the futures, with the band that eight in ten lie in."""
    missing_text: str
    meaning: Meaning
    leavers_text: str
    """How many leave through the ten years."""
    wanted_text: str
    """How many new people there is use for."""
    series: tuple[SeriesView, SeriesView]
    """What is needed, and what there will be."""


@dataclass(frozen=True)
class RecruitmentView:
    """The whole forecast, the profession that lacks most first."""

    title: str
    sentence: str
    years: str
    rows: tuple[ProfessionView, ...]
    factors: tuple[tuple[str, str], ...]
    """What may be held otherwise, and what it is called."""
    note: str


def recruitment(ahead: RecruitmentAhead, t: Translator) -> RecruitmentView:
    """Ten years ahead in words and lines."""
    rows = sorted(range(len(PROFESSIONS)), key=lambda row: -_missing(ahead, row))
    views = tuple(_profession(ahead, row, t) for row in rows)
    first, last = ahead.years[0], ahead.years[-1]
    most = views[0]
    return RecruitmentView(
        title=t("recruitment.title", year=last),
        sentence=t(
            "recruitment.most" if most.meaning == "bad" else "recruitment.enough",
            who=most.name.lower(),
            year=last,
        ),
        years=t("report.years", first=first, last=last),
        rows=views,
        factors=tuple((factor, t(f"recruitment.factor.{factor}")) for factor in FACTORS),
        note=t("recruitment.note"),
    )


def _missing(ahead: RecruitmentAhead, row: int) -> float:
    """The share of the need that is not met in the last year, in the middle future."""
    need, have = (ahead.band(what, row)[1] for what in (ahead.need, ahead.have))
    return 1.0 - have / need if need else 0.0


def _profession(ahead: RecruitmentAhead, row: int, t: Translator) -> ProfessionView:
    need, (low, have, high) = ahead.band(ahead.need, row)[1], ahead.band(ahead.have, row)
    missing = round(need) - round(have)
    short = have < SHORT * need
    leavers, wanted = (float(what[:, row].sum(axis=0).mean()) for what in
                       (ahead.leavers, ahead.wanted))  # fmt: skip
    id_ = PROFESSIONS[row]
    return ProfessionView(
        id=id_,
        name=t(f"recruitment.profession.{id_}"),
        need_text=_whole(need, t),
        have_text=t(
            "recruitment.band", middle=_whole(have, t), low=_whole(low, t), high=_whole(high, t)
        ),  # fmt: skip
        missing_text=t("recruitment.missing", n=missing) if short else t("recruitment.met"),
        meaning="bad" if short else "good",
        leavers_text=_whole(leavers, t),
        wanted_text=_whole(wanted, t),
        series=(
            _line(ahead, row, "need", t),
            _line(ahead, row, "have", t),
        ),
    )


def _line(ahead: RecruitmentAhead, row: int, what: str, t: Translator) -> SeriesView:
    rows = ahead.need if what == "need" else ahead.have
    middle = tuple(ahead.band(rows, row, year)[1] for year in range(len(ahead.years)))
    style = "without" if what == "need" else "with"
    return SeriesView(t(f"recruitment.{what}"), ahead.years, middle, style)  # type: ignore[arg-type]


def _whole(value: float, t: Translator) -> str:
    return number(value, 0, t.language)
