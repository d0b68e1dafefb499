"""«Ungdomsløpet»: from school through training to a job here, and what was chosen that moved it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.content.scenario import Scenario
from game.engine.game_state import GameState
from game.engine.what_if.youth import YouthAhead
from game.model.axes import PROFESSIONS, TRAINEES
from game.text.numbers import number, signed
from game.text.translate import Translator
from game.view.whole_people import shared_out, whole_through_years
from game.view.youth_cards import YouthCardView, cards_of, offers

SCHOOL_AGES = range(16, 20)
MOST_JOBS = 3
Counts = tuple[tuple[int, ...], ...]
"""Whole people by `(year, kind of trainee)`."""


@dataclass(frozen=True)
class AgeView:
    """Those of one age, and whether they have had an offer from the municipality."""

    label: str
    count: int
    text: str
    met: bool


@dataclass(frozen=True)
class SchoolView:
    """The young who may begin in the years to come."""

    title: str
    sentence: str
    ages: tuple[AgeView, ...]


@dataclass(frozen=True)
class StepView:
    """One step of the path in one year: people by kind of trainee."""

    counts: tuple[int, ...]
    """In the order of TRAINEES."""
    known: tuple[bool, ...]
    """Whether they are in training already."""
    text: str
    spoken: str
    more: str = ""
    """Against the usual, with its sign; empty when it is as usual."""


@dataclass(frozen=True)
class RowView:
    """One step of the path through the years."""

    id: str
    label: str
    years: tuple[StepView, ...]


@dataclass(frozen=True)
class RoadView:
    """The years ahead, step by step: `job`, `done` and `begin`."""

    title: str
    years: tuple[int, ...]
    rows: tuple[RowView, ...]
    jobs: str


@dataclass(frozen=True)
class YouthView:
    """The whole path."""

    title: str
    sentence: str
    detail: str
    school: SchoolView
    road: RoadView
    cards: tuple[YouthCardView, ...]
    cards_title: str
    note: str


def youth(state: GameState, scenario: Scenario, ahead: YouthAhead, t: Translator) -> YouthView:
    """The path as it stands; `ahead` is counted with what is chosen now, if anything is."""
    steps = _whole_people(ahead)
    cards = cards_of(state, scenario, ahead.years[0], t)
    apprentice, student = ahead.training_years
    return YouthView(
        title=t("youth.title"),
        sentence=_sentence(steps["job"], ahead, t),
        detail=_detail(steps, ahead, t),
        school=_school(state, scenario, ahead.years[0], t),
        road=_road(state, steps, ahead, t),
        cards=cards,
        cards_title=t("youth.cards" if cards else "youth.cards.none"),
        note=t("youth.note", apprentice=apprentice, student=student),
    )


# --- whole people ---------------------------------------------------------------------------------


def _whole_people(ahead: YouthAhead) -> Mapping[str, Counts]:
    """Counts of each step; nobody gets a job without having finished."""
    job, finish = whole_through_years(ahead.hired), whole_through_years(ahead.finish)
    done = tuple(
        tuple(max(one, other) for one, other in zip(*year, strict=True))
        for year in zip(job, finish, strict=True)
    )
    begin, usual = whole_through_years(ahead.begin), whole_through_years(ahead.usual)
    return {"job": job, "done": done, "begin": begin, "usual": usual}


def _all(counts: Counts) -> int:
    return sum(sum(year) for year in counts)


# --- what is said ---------------------------------------------------------------------------------


def _sentence(job: Counts, ahead: YouthAhead, t: Translator) -> str:
    total, last = _all(job), ahead.years[-1]
    if not total:
        return t("youth.sentence.none", year=last)
    return t("youth.sentence", n=total, year=last)


def _detail(steps: Mapping[str, Counts], ahead: YouthAhead, t: Translator) -> str:
    total = _all(steps["job"])
    known = sum(
        sum(year[kind] for year in steps["job"][:years])
        for kind, years in enumerate(ahead.training_years)
    )
    more = _all(steps["begin"]) - _all(steps["usual"])
    said = []
    if total:
        said.append(t("youth.known.all") if known == total else t("youth.known", n=known))
    if more:
        said.append(t("youth.more" if more > 0 else "youth.fewer", n=abs(more)))
    return " ".join(said)


def _school(state: GameState, scenario: Scenario, year: int, t: Translator) -> SchoolView:
    living = state.municipality.population[:, SCHOOL_AGES.start : SCHOOL_AGES.stop, 0]
    heads = [float(one) for one in living.sum(axis=0)]
    counts = shared_out(heads, round(sum(heads)))
    given = offers(state, scenario)
    met = [any(offer.reaches(age, year) for offer in given) for age in SCHOOL_AGES]
    reached = sum(count for count, is_met in zip(counts, met, strict=True) if is_met)
    key = "youth.met.all" if all(met) else "youth.met" if reached else "youth.met.none"
    return SchoolView(
        title=t("youth.school", n=_number(sum(counts), t)),
        sentence=t(key, n=_number(reached, t)),
        ages=tuple(
            AgeView(t("youth.age", age=age), count, _number(count, t), is_met)
            for age, count, is_met in zip(SCHOOL_AGES, counts, met, strict=True)
        ),
    )


def _road(
    state: GameState, steps: Mapping[str, Counts], ahead: YouthAhead, t: Translator
) -> RoadView:
    trainees = state.municipality.trainees[:, :, 0].sum(axis=1)
    more = [
        sum(begin) - sum(usual) for begin, usual in zip(steps["begin"], steps["usual"], strict=True)
    ]
    return RoadView(
        title=t("youth.road", n=_kinds([round(float(one)) for one in trainees], t)),
        years=ahead.years,
        rows=tuple(
            RowView(
                id_,
                t(f"youth.row.{id_}"),
                tuple(
                    _step(steps[id_], year, ahead, t, more[year], id_ == "begin")
                    for year in range(len(ahead.years))
                ),
            )
            for id_ in ("job", "done", "begin")
        ),
        jobs=_jobs(ahead, _all(steps["job"]), t),
    )


def _step(
    counts: Counts, year: int, ahead: YouthAhead, t: Translator, more: int, begins: bool
) -> StepView:
    people = counts[year]
    spoken = _kinds(people, t)
    shown = signed(more, 0, t.language) if begins and more else ""
    if shown:
        spoken = t("youth.begin.more", kinds=spoken, more=shown)
    if begins:
        # those who begin are done at the end of a later year
        ends = (str(ahead.years[year] + years) for years in ahead.training_years)
        spoken = t("youth.begin.done", kinds=spoken, **dict(zip(TRAINEES, ends, strict=True)))
    return StepView(
        counts=people,
        known=tuple(not begins and year < years for years in ahead.training_years),
        text=_number(sum(people), t),
        spoken=spoken,
        more=shown,
    )


def _jobs(ahead: YouthAhead, total: int, t: Translator) -> str:
    """What they become, the most common first."""
    counts = shared_out([float(one) for one in ahead.hired_as.sum(axis=0)], total)
    rows = sorted(range(len(counts)), key=lambda row: -counts[row])
    named = [
        t("youth.job", n=counts[row], who=t(f"recruitment.profession.{PROFESSIONS[row]}").lower())
        for row in rows
        if counts[row]
    ]
    return t("youth.jobs", what=_listed(named[:MOST_JOBS], t)) if named else ""


def _kinds(counts: Sequence[int], t: Translator) -> str:
    apprentices, students = counts
    return t(
        "youth.kinds",
        apprentices=t("youth.apprentices", n=apprentices),
        students=t("youth.students", n=students),
    )


def _listed(words: Sequence[str], t: Translator) -> str:
    """«a, b og c»."""
    return t("monitor.and").join(filter(None, (", ".join(words[:-1]), words[-1])))


def _number(value: float, t: Translator) -> str:
    return number(value, 0, t.language)
