"""The end: five meters «uten dere → med dere», a title, and the lines through the years."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.scenario import Scenario
from game.engine.game_state import GameState, Record
from game.engine.turn import METERS
from game.text.numbers import signed
from game.text.translate import Translator
from game.view.meters import band, meter_view, points, value_text
from game.view.names import option_label
from game.view.parts import Band, MeterView, SeriesView, TownView
from game.view.town import town

TURNING_POINTS = 3


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
    """A year in which much happened, and what was decided in it."""

    year: int
    text: str


@dataclass(frozen=True)
class EndView:
    """The end screen."""

    municipality: str
    title: str
    title_text: str
    rows: tuple[EndRow, ...]
    series: dict[str, tuple[SeriesView, SeriesView]]
    """For each meter, the line without and the line with."""
    meters: tuple[MeterView, ...]
    turning_points: tuple[TurningPoint, ...]
    sentence: str
    town: TownView


def ending(
    state: GameState, without: tuple[Record, ...], scenario: Scenario, t: Translator
) -> EndView:
    """The end of a game, against the records of the same municipality without players."""
    last, alone = state.records[-1].values, without[-1].values
    title = title_of(state, without)
    return EndView(
        municipality=scenario.municipality.name,
        title=t(f"title.{title}"),
        title_text=t(f"title.{title}.text"),
        rows=tuple(_row(meter, points(alone, meter), points(last, meter), t) for meter in METERS),
        series={meter: _series(meter, state.records, without, t) for meter in METERS},
        meters=tuple(meter_view(meter, last, alone, t) for meter in METERS),
        turning_points=_turning_points(state, without, scenario, t),
        sentence=_sentence(state.year, points(alone, "staffing"), points(last, "staffing"), t),
        town=town(state, t, season=0.25),
    )


def _row(meter: str, without: float, with_you: float, t: Translator) -> EndRow:
    # the difference of what is shown, so that the sum on the screen is right
    change = round(with_you) - round(without)
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
    key = "end.sentence.better" if with_you > without + 1.0 else "end.sentence.same"
    return t(
        key,
        year=year,
        without=value_text("staffing", without, t),
        with_you=value_text("staffing", with_you, t),
    )


def title_of(state: GameState, without: tuple[Record, ...]) -> str:
    """The title whose profile fits best, each score counted in points of a meter."""
    scores = title_scores(state, without)
    return max(scores, key=lambda title: scores[title])


def title_scores(state: GameState, without: tuple[Record, ...]) -> dict[str, float]:
    """How well each title fits. A profile is what stands out against the start and «uten dere»."""
    now, start, alone = state.now, state.records[0].values, without[-1].values
    gain = {meter: points(now, meter) - points(alone, meter) for meter in METERS}
    lowest = min(points(record.values, "staffing") for record in state.records[1:])
    soft = {
        name: now[name] - start[name]
        for name in ("full_time_culture", "innovation", "volunteers", "trust", "leadership")
    }
    bands = [band(meter, points(now, meter)) for meter in METERS]
    crises = bands.count("crisis")
    return {
        "full_time_workshop": 1.2 * soft["full_time_culture"],
        "attendance_town": 700.0 * (alone["sick_leave_rate"] - now["sick_leave_rate"]) - 8.0,
        "recruit_magnet": 45.0 * (now["applicants"] - alone["applicants"]) - 6.0,
        "everyday_innovation": 1.3 * (soft["innovation"] - 4.0),
        "community_builders": 0.5 * (now["volunteers"] - alone["volunteers"]) + soft["trust"] / 4,
        "open_town": 0.9 * soft["trust"],
        "learning_team": 0.8 * soft["leadership"],
        "steady_course": 22.0 if crises == 0 and points(now, "staffing") >= 93.0 else -50.0,
        "turnaround": 1.5 * (points(now, "staffing") - lowest),
        "penny_pinchers": (now["money"] - 70.0) if crises >= 2 else -50.0,
        "agency_favourite": 900.0 * (now["agency_fte"] / now["needed_fte"]) - 22.0,
        "fire_fighters": 6.0 + 4.0 * crises if gain["staffing"] < 6.0 or crises >= 3 else 0.0,
    }


def _turning_points(
    state: GameState, without: tuple[Record, ...], scenario: Scenario, t: Translator
) -> tuple[TurningPoint, ...]:
    """The years in which the distance to «uten dere» grew or shrank most, with what was decided.

    Effects take time, so what was decided the year before is told when the year itself was quiet.
    """
    lead = {
        mine.year: points(mine.values, "staffing") - points(alone.values, "staffing")
        for mine, alone in zip(state.records, without, strict=False)
    }
    moves = []
    for year in list(lead)[1:]:
        decided = [c.what for c in state.chosen if c.year in (year - 1, year)]
        # measures first: they are what a plan is made of
        decided.sort(key=lambda what: "." in what)
        if decided:
            moves.append((abs(lead[year] - lead[year - 1]), year, decided))
    moves.sort(key=lambda move: -move[0])
    chosen = sorted(moves[:TURNING_POINTS], key=lambda move: move[1])
    return tuple(
        TurningPoint(
            year,
            t(
                "end.turning",
                change=signed(lead[year] - lead[year - 1], 1, t.language),
                what=", ".join(option_label(what, scenario, t) for what in decided[:2]),
            ),
        )
        for _, year, decided in chosen
    )
