"""The limits of the form: all that lies within them can be played to the end, by nobody."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from pydantic import ValidationError

from game.content.fields import LAST_YEAR
from game.content.load import BrokenContent, load_scenario
from game.content.scenario import Condition, Effect, Scenario, Text
from game.content.words import NOT_MEASURED
from game.engine.session import new_session
from game.lab.players import PLAYERS, play
from game.model.variables import VARIABLES
from tests.kit import final_state

SOUND = (Path(__file__).parent.parent / "broken" / "nothing_wrong.yaml").read_text("utf-8")
WRITTEN = {
    "position_size": "78 %",
    "full_time_share": "36 %",
    "sick_leave_rate": "10,4 %",
    "turnover_rate": "9 %",
    "agency_share": "6 %",
    "vacancy_share": "5 %",
    "payroll_tax_share": "10,6 %",
    "net_operating_result_share": "0,5 %",
    "revenue_per_inhabitant": "108 000 nok",
    "reserve_fund": "24 mnok",
}
LIMITS = {
    "position_size": ("30 %", "100 %"),
    "full_time_share": ("5 %", "100 %"),
    "sick_leave_rate": ("1 %", "25 %"),
    "turnover_rate": ("5 %", "35 %"),
    "agency_share": ("0 %", "90 %"),
    "vacancy_share": ("0 %", "20 %"),
    "payroll_tax_share": ("0 %", "20 %"),
    "net_operating_result_share": ("-10 %", "10 %"),
    "revenue_per_inhabitant": ("40 000 nok", "400 000 nok"),
    # a fifth of 8070 · 108 000 = 871 560 000 below zero, and all of it above
    "reserve_fund": ("-174 mnok", "871 mnok"),
}
JUST_OUTSIDE = {
    "position_size": ("29,9 %", "100,1 %"),
    "full_time_share": ("4,9 %", "100,1 %"),
    "sick_leave_rate": ("0,9 %", "25,1 %"),
    "turnover_rate": ("4,9 %", "35,1 %"),
    "agency_share": ("-0,1 %", "90,1 %"),
    "vacancy_share": ("-0,1 %", "20,1 %"),
    "payroll_tax_share": ("-0,1 %", "20,1 %"),
    "net_operating_result_share": ("-10,1 %", "10,1 %"),
    "revenue_per_inhabitant": ("39 999 nok", "400 001 nok"),
    "reserve_fund": ("-175 mnok", "872 mnok"),
}
ROUNDING = 1e-9
FEWEST = """    {0-5: 1, 6-15: 1, 16-19: 1, 20-24: 1, 25-34: 1, 35-44: 1,
     45-54: 1, 55-66: 190, 67-79: 1, 80-89: 1, 90+: 1}
"""
MOST = """    {0-5: 40 000, 6-15: 80 000, 16-19: 50 000, 20-24: 80 000, 25-34: 150 000,
     35-44: 120 000, 45-54: 100 000, 55-66: 90 000, 67-79: 65 000, 80-89: 20 000, 90+: 5 000}
"""


def written(inhabitants: str = "", **values: str) -> str:
    """The sound scenario with other values."""
    text = SOUND
    for name, value in values.items():
        old = WRITTEN.get(name) or {"starts": "2026", "turns": "8"}[name]
        assert f"{name}: {old}\n" in text
        text = text.replace(f"{name}: {old}\n", f"{name}: {value}\n")
    if inhabitants:
        start, end = text.index("    {0-5"), text.index("  position_size")
        text = text[:start] + inhabitants + text[end:]
    return text


def loaded(folder: Path, text: str) -> Scenario:
    """The scenario in a text, with no library beside it."""
    (folder / "library").mkdir()
    (folder / "own").mkdir()
    (folder / "own" / "scenario.yaml").write_text(text, encoding="utf-8")
    return load_scenario(folder / "own")


def played_by_nobody(scenario: Scenario) -> list[str]:
    """Every value of a whole game that is not a number, or outside what its quantity can be."""
    state = play(new_session(scenario, 7), PLAYERS["nothing"]).state
    assert state.is_over
    return [
        f"{record.year} {name} {value}"
        for record in state.records
        for name, value in record.values.items()
        if not _can_be(name, value)
    ]


def _can_be(name: str, value: float) -> bool:
    if name == "reserve_fund_share":  # a debt nobody does anything with has no floor
        return math.isfinite(value)
    quantity = VARIABLES[name]
    return quantity.lowest - ROUNDING <= value <= quantity.highest + ROUNDING


@pytest.mark.parametrize("end", [0, 1], ids=["lowest", "highest"])
@pytest.mark.parametrize("name", sorted(LIMITS))
def test_a_value_at_its_limit_can_be_played_to_the_last_year(
    name: str, end: int, tmp_path: Path
) -> None:
    scenario = loaded(tmp_path, written(turns="35", **{name: LIMITS[name][end]}))

    assert played_by_nobody(scenario) == []


@pytest.mark.parametrize("end", [0, 1], ids=["lowest", "highest"])
def test_all_values_at_their_limits_can_be_played_to_the_last_year(
    end: int, tmp_path: Path
) -> None:
    values = {name: limits[end] for name, limits in LIMITS.items() if name != "reserve_fund"}

    assert played_by_nobody(loaded(tmp_path, written(turns="35", **values))) == []


@pytest.mark.parametrize("inhabitants", [FEWEST, MOST], ids=["fewest", "most"])
def test_the_smallest_and_the_largest_municipality_can_be_played(
    inhabitants: str, tmp_path: Path
) -> None:
    scenario = loaded(tmp_path, written(inhabitants, turns="35", reserve_fund="1 mnok"))

    assert played_by_nobody(scenario) == []


def test_a_game_may_be_the_last_year_alone(tmp_path: Path) -> None:
    scenario = loaded(tmp_path, written(starts=str(LAST_YEAR), turns="1"))

    assert scenario.last_year == LAST_YEAR
    assert played_by_nobody(scenario) == []


@pytest.mark.parametrize("end", [0, 1], ids=["below", "above"])
@pytest.mark.parametrize("name", sorted(JUST_OUTSIDE))
def test_a_value_just_outside_its_limits_is_refused(name: str, end: int, tmp_path: Path) -> None:
    with pytest.raises(BrokenContent) as caught:
        loaded(tmp_path, written(**{name: JUST_OUTSIDE[name][end]}))

    (problem,) = caught.value.problems
    assert "utenfor grensene" in problem.what
    assert problem.source_line.strip().startswith(f"{name}:")


@pytest.mark.parametrize(("starts", "turns"), [("2025", "1"), ("2027", "35"), ("2061", "1")])
def test_a_game_beyond_the_tables_is_refused(starts: str, turns: str, tmp_path: Path) -> None:
    with pytest.raises(BrokenContent):
        loaded(tmp_path, written(starts=starts, turns=turns))


def test_a_limit_for_the_fund_is_not_told_before_the_revenue_is_right(tmp_path: Path) -> None:
    with pytest.raises(BrokenContent) as caught:
        loaded(tmp_path, written(revenue_per_inhabitant="0 nok", reserve_fund="9 000 mnok"))

    assert [problem.what for problem in caught.value.problems] == [
        "«0 nok» er utenfor grensene i spillet."
    ]


def test_what_no_condition_may_ask_for_is_what_no_record_ever_changes() -> None:
    seen: dict[str, set[float]] = {}
    # what is rare is met by somebody in this many games
    games = [(player, seed) for player in ("ways", "G") for seed in range(1, 8)]
    games.append(("random", 18))  # who promises the council something, and forgets
    for player, seed in games:
        for record in final_state(player, seed).records:
            for name, value in record.values.items():
                seen.setdefault(name, set()).add(value)

    assert {name for name, values in seen.items() if len(values) == 1} == NOT_MEASURED


@pytest.mark.parametrize("name", sorted(NOT_MEASURED))
def test_what_is_not_measured_may_still_be_changed(name: str) -> None:
    because = Text(nb="Fordi.")

    assert Effect(change=name, by=0.05, because=because).change == name
    with pytest.raises(ValidationError):
        Condition.model_validate({name: "above 110 %"}, context={"language": "nb"})
