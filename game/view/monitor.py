"""Arbeidsgivermonitoren: eight numbers every second year, against «uten dere» and others alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.content.common.monitor import Indicator, load_areas, load_monitor
from game.content.loops import load_loops
from game.engine.game_state import GameState, Phase, Record
from game.engine.similar import Similar
from game.engine.what_if.attribution import leave_one_out
from game.engine.what_if.links import what_loops_did
from game.engine.what_if.story import Story
from game.model.variables import VARIABLES
from game.text.numbers import number, percent, signed
from game.text.translate import Translator
from game.view.names import option_label
from game.view.parts import Arrow, Meaning, SeriesView

INTERVAL = 2
"""Years from one reading to the next; the first is after the second year."""
ONE_DECIMAL = {"sick_leave_rate", "vacancy_share"}
STILL = {"index": 0.5, "share": 0.0005, "relative": 0.005}
"""What moves less than this is told as standing still."""


@dataclass(frozen=True)
class IndicatorView:
    """One number, where it is going, and how others fare."""

    id: str
    variable: str
    area: str
    name: str
    question: str
    value_text: str
    arrow: Arrow
    meaning: Meaning
    change_text: str
    """Since the reading before."""
    without_text: str
    group_text: str
    """The mean of the group; empty while it is being worked out."""
    may_dive: bool


@dataclass(frozen=True)
class MonitorView:
    """One reading."""

    year: int
    title: str
    rows: tuple[IndicatorView, ...]
    compared: str
    """Who the others are."""
    dive_hint: str


@dataclass(frozen=True)
class DiveView:
    """The one deep dive of a game: a number through the years, and what did most to it."""

    title: str
    series: tuple[SeriesView, SeriesView]
    unit: str
    sentences: tuple[str, ...]


def readings(state: GameState) -> tuple[int, ...]:
    """The years that have been read so far."""
    last = state.records[-1].year
    return tuple(range(state.first_year + INTERVAL - 1, last + 1, INTERVAL))


def is_new(state: GameState) -> bool:
    """Whether a reading fell in the turn that has just passed."""
    first = state.records[-1].year - state.turn_years + 1
    return any(year >= first for year in readings(state))


def may_dive(state: GameState) -> bool:
    """Whether the deep dive is still to be made, and can be made now."""
    return state.deep_dive is None and state.phase in (Phase.PICTURE, Phase.REPORT)


def monitor(
    state: GameState, without: Sequence[Record], t: Translator, group: Sequence[Similar] = ()
) -> MonitorView | None:
    """The last reading; None before the first."""
    years = readings(state)
    if not years:
        return None
    areas = {area.id: t.pick(area.name) for area in load_areas()}
    names = [one.name for one in group]
    dive = may_dive(state)
    return MonitorView(
        year=years[-1],
        title=t("monitor.title", year=years[-1]),
        rows=tuple(
            _row(one, areas[one.area], state, without, years, t, group, dive)
            for one in load_monitor()
        ),
        compared=t("monitor.group", names=t("monitor.and").join(names)) if names else "",
        dive_hint=t("monitor.dive.hint" if dive else "monitor.dive.used"),
    )


def _row(
    indicator: Indicator,
    area: str,
    state: GameState,
    without: Sequence[Record],
    years: tuple[int, ...],
    t: Translator,
    group: Sequence[Similar],
    dive: bool,
) -> IndicatorView:
    name, year = indicator.variable, years[-1]
    before = years[-2] if len(years) > 1 else state.first_year - 1
    now = _in(state.records, year)[name]
    change = _as_shown(name, now) - _as_shown(name, _in(state.records, before)[name])
    others = [_in(one.records, year)[name] for one in group]
    arrow = _arrow(name, change)
    return IndicatorView(
        id=indicator.id,
        variable=name,
        area=area,
        name=t.pick(indicator.name),
        question=t.pick(indicator.question),
        value_text=shown(name, now, t),
        arrow=arrow,
        meaning=_meaning(name, arrow),
        change_text=_change_text(name, change, arrow, t),
        without_text=shown(name, _in(without, year)[name], t),
        group_text=shown(name, sum(others) / len(others), t) if others else "",
        may_dive=dive,
    )


def _in(records: Sequence[Record], year: int) -> Mapping[str, float]:
    return next(record.values for record in records if record.year == year)


def shown(name: str, value: float, t: Translator) -> str:
    """A number in its unit: points, or per cent."""
    if VARIABLES[name].unit == "index":
        return number(value, 0, t.language)
    return percent(value, 1 if name in ONE_DECIMAL else 0, t.language)


def _as_shown(name: str, value: float) -> float:
    """The value rounded as it is written, so that a change is that of the numbers shown."""
    if VARIABLES[name].unit == "index":
        return round(value)
    return round(value * 100.0, 1 if name in ONE_DECIMAL else 0) / 100.0


def _arrow(name: str, change: float) -> Arrow:
    if abs(change) < STILL[VARIABLES[name].unit]:
        return "flat"
    return "up" if change > 0 else "down"


def _meaning(name: str, arrow: Arrow) -> Meaning:
    if arrow == "flat" or VARIABLES[name].rising_is == "neutral":
        return "neutral"
    return "good" if (arrow == "up") == (VARIABLES[name].rising_is == "good") else "bad"


def _change_text(name: str, change: float, arrow: Arrow, t: Translator) -> str:
    if arrow == "flat":
        return t("change.same")
    points = change if VARIABLES[name].unit == "index" else change * 100.0
    return signed(points, 1 if name in ONE_DECIMAL else 0, t.language)


# --- the deep dive --------------------------------------------------------------------------------


def deep_dive(
    state: GameState, story: Story, without: Sequence[Record], t: Translator
) -> DiveView | None:
    """The number that was looked into; None when none was."""
    name = state.deep_dive
    if name is None:
        return None
    is_index = VARIABLES[name].unit == "index"
    scale = 1.0 if is_index else 100.0
    sentences = [_by_choice(name, state, story, t), _by_loop(name, story, t)]
    return DiveView(
        title=next(t.pick(one.name) for one in load_monitor() if one.variable == name),
        series=(
            _line("end.without", without, name, scale, state, t),
            _line("end.with", state.records, name, scale, state, t),
        ),
        unit="" if is_index else "%",
        sentences=tuple(filter(None, sentences)),
    )


def _line(
    key: str, records: Sequence[Record], name: str, scale: float, state: GameState, t: Translator
) -> SeriesView:
    last = state.records[-1].year
    known = [record for record in records if record.year <= last]
    return SeriesView(
        t(key),
        tuple(record.year for record in known),
        tuple(record.values[name] * scale for record in known),
        "with" if key == "end.with" else "without",
    )


def _by_choice(name: str, state: GameState, story: Story, t: Translator) -> str:
    """What the number would have been without the choice that did most to it."""
    if not story.decided:
        return t("monitor.dive.nothing")
    rows: dict[str, list[int]] = {}
    for row, entry in enumerate(story.decided):
        rows.setdefault(entry.what, []).append(row)
    found = leave_one_out(story, (name,), rows)
    did = found.difference[:, -1, 0]
    most = int(abs(did).argmax())
    value = shown(name, float(found.whole[-1, 0] - did[most]), t)
    now = shown(name, state.now[name], t)
    what = option_label(found.things[most], story.scenario, t)
    return t("monitor.dive.choice", what=what, value=value, now=now)


def _by_loop(name: str, story: Story, t: Translator) -> str:
    loops = load_loops()
    did = what_loops_did(story, (name,), loops).difference[:, -1, 0]
    loop = loops[int(abs(did).argmax())]
    return t("monitor.dive.loop", name=t.pick(loop.name), sentence=t.pick(loop.sentence))
