"""The end: five meters «uten dere → med dere», a title, and the lines through the years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.content.common.goals import load_goals
from game.content.common.roles import Role, load_roles
from game.content.common.titles import (
    Badge,
    load_badges,
    load_results,
    load_stand_endings,
    load_titles,
)
from game.content.scenario import Scenario
from game.engine.endings import goals_reached, role_results, stand_ending, title_of
from game.engine.game_state import GameState, Record
from game.engine.later_years import Later, test_2045
from game.engine.loops_found import Found
from game.engine.turn import METERS
from game.text.numbers import number, signed
from game.text.translate import Translator
from game.view.discussion import DiscussionView, dealt_cards
from game.view.guess import asks_at_all
from game.view.jobs import JobsView, jobs_met
from game.view.loop_book import LoopBook, loop_book
from game.view.meters import band, meter_view, points, shown_change, value_text
from game.view.names import option_label
from game.view.parts import Band, MeterView, SeriesView, TownView
from game.view.role_cards import letter_of
from game.view.town import town
from game.view.turns import turns_of, years_text

TURNING_POINTS = 3
NAMED = 2
"""Decisions that are named of a turning point."""


@dataclass(frozen=True)
class EndRow:
    """One meter, without and with the players."""

    meter: str
    name: str
    without_text: str
    without_band: Band
    with_text: str
    with_band: Band
    better_text: str
    is_better: bool


@dataclass(frozen=True)
class TurningPoint:
    """A turn in which much happened, by its first year, and what was decided in it."""

    year: int
    text: str
    amount: float
    """How much the distance to «uten dere» grew or shrank."""


@dataclass(frozen=True)
class Named:
    """What the municipality is known for."""

    id: str
    icon: str
    name: str
    sentence: str


@dataclass(frozen=True)
class TestView:
    """How the municipality stood five years on its own."""

    __test__ = False

    result: str
    heading: str
    sentence: str
    how: str
    """What was done, and how it went in points."""


@dataclass(frozen=True)
class BadgeView:
    """A role and its badge, won or not."""

    role: str
    letter: str
    role_name: str
    icon: str
    name: str
    sentence: str
    """What it was given for, or the goal that was not met."""
    is_won: bool


@dataclass(frozen=True)
class GoalView:
    """A goal of the strategy."""

    name: str
    is_reached: bool
    text: str


@dataclass(frozen=True)
class EndView:
    """The end screen. There is no total."""

    municipality: str
    title: Named
    test: TestView
    rows: tuple[EndRow, ...]
    series: dict[str, tuple[SeriesView, SeriesView]]
    """For each meter, the line without and the line with."""
    meters: tuple[MeterView, ...]
    turning_points: tuple[TurningPoint, ...]
    sentence: str
    badges: tuple[BadgeView, ...]
    goals: tuple[GoalView, ...]
    loops: LoopBook | None
    """None where no report asked, so that none could be found."""
    jobs: JobsView
    cards: tuple[DiscussionView, ...]
    town: TownView


def ending(
    state: GameState,
    without: tuple[Record, ...],
    scenario: Scenario,
    t: Translator,
    found: Sequence[Found] = (),
    later: Later | None = None,
) -> EndView:
    """The end of a game, against the records of the same municipality without players.

    `found` are the loops, and `later` the 2045 test where it has been run already.
    """
    last, alone = state.records[-1].values, without[-1].values
    return EndView(
        municipality=scenario.municipality.name,
        title=_title(state, without, scenario, t),
        test=_test(later or test_2045(state, scenario), t),
        rows=tuple(_row(meter, points(alone, meter), points(last, meter), t) for meter in METERS),
        series={meter: _series(meter, state.records, without, t) for meter in METERS},
        meters=tuple(meter_view(meter, last, alone, t) for meter in METERS),
        turning_points=_turning_points(state, without, scenario, t),
        sentence=_sentence(state.year, points(alone, "staffing"), points(last, "staffing"), t),
        badges=_badges(role_results(state, scenario), t),
        goals=_goals(state, t),
        loops=loop_book(found, t) if asks_at_all(state) else None,
        jobs=jobs_met(state, scenario, t),
        cards=dealt_cards(state, without, scenario, t, [one.loop for one in found]),
        town=town(state, scenario, t, season=0.25),
    )


def _row(meter: str, without: float, with_you: float, t: Translator) -> EndRow:
    change = shown_change(without, with_you)
    return EndRow(
        meter=meter,
        name=t(f"meter.{meter}"),
        without_text=value_text(meter, without, t),
        without_band=band(meter, without),
        with_text=value_text(meter, with_you, t),
        with_band=band(meter, with_you),
        better_text=signed(change, 0, t.language),
        is_better=change >= 0,
    )


def _series(
    meter: str, records: tuple[Record, ...], without: tuple[Record, ...], t: Translator
) -> tuple[SeriesView, SeriesView]:
    def line(label: str, rows: tuple[Record, ...], style: str) -> SeriesView:
        years = tuple(record.year for record in rows)
        values = tuple(points(record.values, meter) for record in rows)
        return SeriesView(t(label), years, values, style)  # type: ignore[arg-type]

    return line("end.without", without, "without"), line("end.with", records, "with")


def _sentence(year: int, without: float, with_you: float, t: Translator) -> str:
    key = "end.sentence.better" if shown_change(without, with_you) > 1 else "end.sentence.same"
    return t(
        key,
        year=year,
        without=value_text("staffing", without, t),
        with_you=value_text("staffing", with_you, t),
    )


def _title(state: GameState, without: Sequence[Record], scenario: Scenario, t: Translator) -> Named:
    """The title; on the stand one line is all there is."""
    if state.setup.preset.answers_only:
        id_ = stand_ending(state, scenario, without)
        line = next(one.line for one in load_stand_endings() if one.id == id_)
        return Named(id_, "trophy", t.pick(line), "")
    id_ = title_of(state, scenario, without)
    title = next(one for one in load_titles() if one.id == id_)
    return Named(id_, title.icon, t.pick(title.name), t.pick(title.sentence))


def _test(found: Later, t: Translator) -> TestView:
    result = next(one for one in load_results() if one.id == found.result)
    ahead = round(found.lead_after)
    way = "level" if not ahead else "how" if ahead > 0 else "behind"
    return TestView(
        result=found.result,
        heading=t("end.test", name=t.pick(result.name)),
        sentence=t.pick(result.sentence),
        how=t(f"end.test.{way}", n=abs(ahead), points=number(abs(ahead), 0, t.language)),
    )


def _badges(met: Mapping[str, bool], t: Translator) -> tuple[BadgeView, ...]:
    """A badge for each role at the table; one that is not won says what the goal was."""
    badges = {badge.id: badge for badge in load_badges()}
    return tuple(
        BadgeView(
            role=role.id,
            letter=letter_of(role.id, t),
            role_name=t.pick(role.name),
            icon=badges[role.id].icon,
            name=t.pick(badges[role.id].name) if met[role.id] else t("end.badge.missed"),
            sentence=_said_of(role, badges[role.id], met[role.id], t),
            is_won=met[role.id],
        )
        for role in load_roles()
        if role.id in met
    )


def _said_of(role: Role, badge: Badge, is_won: bool, t: Translator) -> str:
    """What the badge was given for; else the goal, said to be one."""
    return t.pick(badge.sentence) if is_won else t("end.badge.goal", goal=t.pick(role.goal))


def _goals(state: GameState, t: Translator) -> tuple[GoalView, ...]:
    reached = goals_reached(state)
    names = {goal.id: t.pick(goal.name) for goal in load_goals()}
    return tuple(
        GoalView(names[id_], is_reached, t(f"end.goal.{'reached' if is_reached else 'missed'}"))
        for id_, is_reached in reached.items()
    )


def _turning_points(
    state: GameState, without: tuple[Record, ...], scenario: Scenario, t: Translator
) -> tuple[TurningPoint, ...]:
    """The turns in which the distance to «uten dere» grew or shrank most, with what was decided.

    Effects take time, so what was decided the turn before is told when the turn itself was quiet;
    nothing is told of twice. The year is the first of the turn: from there it can be played again.
    """
    lead = {
        mine.year: points(mine.values, "staffing") - points(alone.values, "staffing")
        for mine, alone in zip(state.records, without, strict=False)
    }
    moves = []
    earlier: tuple[str, ...] = ()
    for year, last in turns_of(state):
        if year - 1 not in lead or last not in lead:
            continue
        own = _decided(state, year, last)
        if decided := own or earlier:
            change = lead[last] - lead[year - 1]
            told = t(
                "end.turning" if own else "end.turning.before",
                change=signed(change, 1, t.language),
                years=years_text(year, last, t),
                what=", ".join(option_label(what, scenario, t) for what in decided),
            )
            moves.append((decided, TurningPoint(year, told, change)))
        earlier = own
    moves.sort(key=lambda move: abs(move[1].amount))
    most = dict(moves)  # of two that tell of the same, the larger
    return largest_points(tuple(most.values()), TURNING_POINTS)


def largest_points(points: Sequence[TurningPoint], most: int) -> tuple[TurningPoint, ...]:
    """So many turning points as there is room for: the largest, in the order of the years."""
    ranked = sorted(points, key=lambda point: -abs(point.amount))
    return tuple(sorted(ranked[:most], key=lambda point: point.year))


def _decided(state: GameState, first: int, last: int) -> tuple[str, ...]:
    """The first decisions of a turn; measures first, they are what a plan is made of."""
    named = [one.what for one in state.chosen if first <= one.year <= last]
    return tuple(sorted(named, key=lambda what: "." in what)[:NAMED])
