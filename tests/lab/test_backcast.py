"""A backcast knows nothing after its start, says how sure it is, and beats a guess."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from game.content.population_file import PopulationFile, read_population
from game.content.problem import BrokenContent
from game.lab.backcast import history
from game.lab.backcast.errors import KEYS, of_municipalities, of_the_sum
from game.lab.backcast.fan import covered, fan
from game.lab.backcast.method import Method
from game.lab.backcast.naive import hamilton_perry, linear_trend, no_change
from game.lab.backcast.project import Projection, projected
from game.lab.backcast.rates import Past
from game.lab.backcast.report import as_json, as_table, backcast, past_of, rows_used
from game.lab.statistics import PLACES_BY_AGE, data_folder
from game.model.axes import AGES
from tests.lab.made_up_country import country

START, END = 2012, 2016
METHOD = Method()


def start_of(table: PopulationFile, start: int = START) -> Past:
    used, _ = rows_used(table, start)
    return past_of(table, used, start)


def seen(table: PopulationFile, start: int = START, end: int = END) -> Projection:
    known = history.history_before(start, METHOD)
    return projected(start_of(table, start), known, METHOD, end - start)


def test_nothing_after_the_start_can_change_the_projection_or_its_fan() -> None:
    table = country()
    garbage = table.persons.copy()
    garbage[:, :, table.years.index(START) + 1 :] = 7.0 * garbage[:, ::-1, -1:] + 13.0
    changed = replace(table, persons=garbage)

    np.testing.assert_array_equal(seen(changed).persons, seen(table).persons)
    fans = [fan(start_of(each), seen(each), METHOD, draws=20) for each in (table, changed)]
    np.testing.assert_array_equal(fans[0].low, fans[1].low)
    np.testing.assert_array_equal(fans[0].high, fans[1].high)


def test_national_tables_after_the_start_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("history_periods.csv", "history_years.csv"):
        shutil.copy(history.FOLDER / name, tmp_path / name)
    years = tmp_path / "history_years.csv"
    lines = years.read_text("utf-8").splitlines()
    later = [f"{line[:4]},9.9,999999,1" for line in lines[1:] if int(line[:4]) >= 2010]
    years.write_text("\n".join([*lines[: 1 + 2010 - 1990], *later]), "utf-8")
    periods = tmp_path / "history_periods.csv"
    rows = [line.split(",") for line in periods.read_text("utf-8").splitlines()]
    last = rows[0].index("2005-2010")
    garbled = [[*row[: last + 1], *["0.5"] * (len(row) - last - 1)] for row in rows[1:]]
    periods.write_text("\n".join(",".join(row) for row in [rows[0], *garbled]), "utf-8")
    before = history.history_before(2010, METHOD)

    monkeypatch.setattr(history, "FOLDER", tmp_path)
    history._periods.cache_clear()
    try:
        after = history.history_before(2010, METHOD)
    finally:
        history._periods.cache_clear()

    for name in ("death_rate", "death_decline", "births_share", "fertility", "immigration"):
        np.testing.assert_array_equal(getattr(after, name), getattr(before, name))
    assert len(after.fertility) == 2010 - 1990
    assert after.death_year < 2010


def test_women_live_longer_and_everyone_a_little_longer_each_year() -> None:
    known = history.history_before(2010, METHOD)

    assert np.all(known.death_rate[0, 40:100] < known.death_rate[1, 40:100])
    assert np.all((known.death_decline >= 0.0) & (known.death_decline < 0.1))
    assert 0.48 < known.women_share[20] < 0.50 < known.women_share[75] < known.women_share[95]


def test_the_model_beats_no_change_and_sees_where_the_young_go() -> None:
    table = country()

    result = backcast(table, START, END)

    assert result.count == len(table.codes)
    for key in ("total", "20-64"):
        ours, theirs = result.municipalities[key], result.naive["no_change"][key]
        assert ours is not None and theirs is not None and ours < theirs
    people = seen(table).persons
    young = people[:, 19:30].sum(axis=1)
    small, large = (
        int(f(start_of(table).persons[:, :, -1].sum(axis=1))) for f in (np.argmin, np.argmax)
    )
    assert young[-1, small] / young[0, small] < young[-1, large] / young[0, large]


def test_the_projection_is_the_games_own_demography_and_never_negative() -> None:
    result = seen(country(), START, START + 40)

    assert result.persons.shape == (41, AGES, len(country().codes))
    assert np.isfinite(result.persons).all() and (result.persons >= 0.0).all()
    assert len(result.people.keep_rate) == 40
    assert result.people.keep_rate[0].shape == (2, AGES, len(country().codes))


def test_the_fan_is_wider_for_small_places_and_further_ahead() -> None:
    table = country()
    projection = seen(table)

    spread = fan(start_of(table), projection, METHOD, draws=60)

    width = (spread.high - spread.low) / projection.persons.sum(axis=1)
    size = projection.persons[0].sum(axis=0)
    small, large = size < np.quantile(size, 0.3), size > np.quantile(size, 0.7)
    assert width[-1, small].mean() > 1.1 * width[-1, large].mean()
    assert np.all(width[0] == 0.0) and width[-1].mean() > width[1].mean() > 0.0


def test_coverage_counts_the_outcomes_inside_the_fan() -> None:
    table = country()
    spread = fan(start_of(table), seen(table), METHOD, draws=20)
    middle = (spread.low[-1] + spread.high[-1]) / 2.0
    outside = spread.high[-1] + 1.0

    assert covered(middle, spread) == 1.0
    assert covered(outside, spread) == 0.0
    half = np.where(np.arange(len(middle)) < len(middle) // 2, middle, outside)
    assert covered(half, spread) == pytest.approx(0.5)


def test_errors_are_those_one_gets_by_hand() -> None:
    outcome = np.zeros((2, AGES))
    outcome[0, 30], outcome[1, 30] = 100.0, 6_000.0
    outcome[1, 85] = 50.0
    guess = outcome.copy()
    guess[0, 30], guess[1, 30], guess[1, 85] = 110.0, 5_400.0, 40.0

    off = of_municipalities(guess, outcome, outcome)
    off_sum = of_the_sum(guess, outcome, outcome)

    assert off["20-64"] == pytest.approx(10.0)
    assert off["80+"] == pytest.approx(20.0)
    assert off["total_5000"] == pytest.approx(100.0 * 610.0 / 6_050.0)
    assert off_sum["20-64"] == pytest.approx(100.0 * (5_510.0 / 6_100.0 - 1.0))
    assert off["0-4"] is None and off_sum["5-14"] is None


def test_the_naive_methods_do_what_their_names_say() -> None:
    persons = np.zeros((1, AGES, 6))
    persons[0, 40], persons[0, 45] = np.arange(100.0, 160.0, 10.0), 80.0
    past = Past(persons, START, np.zeros(1, dtype=np.intp))

    assert no_change(past, 10)[0, 40] == 150.0
    assert linear_trend(past, 10)[0, 40] == 250.0
    # those who are 45 now were 40 five years ago: 80 of 100, and so it goes on for those of 40
    assert hamilton_perry(past, 5)[0, 45] == pytest.approx(150.0 * 0.8)
    assert hamilton_perry(past, 5)[0, 41:45].sum() == 0.0


def test_the_json_has_the_form_that_was_promised() -> None:
    answer = as_json(backcast(country(), START, END))

    assert set(answer) == {
        *("from", "to", "count", "municipalities", "national", "naive", "coverage_80")
    }
    methods = ("no_change", "linear_trend", "hamilton_perry")
    assert tuple(answer["naive"]) == (*KEYS, *methods)
    each = [answer["naive"][method] for method in methods]
    for errors in (answer["municipalities"], answer["national"], *each):
        assert tuple(errors) == KEYS
    # the best of them stands by itself as well
    assert {key: answer["naive"][key] for key in KEYS} == answer["naive"]["hamilton_perry"]
    assert 0.0 <= answer["coverage_80"] <= 1.0
    assert all(value >= 0.0 for value in answer["municipalities"].values())


def test_the_table_is_in_norwegian_with_decimal_commas() -> None:
    printed = as_table(backcast(country(), START, END))

    assert f"Fra {START} til {END}, 24 kommuner." in printed
    assert "minst 5\u00a0000 innb." in printed and "80+ år" in printed
    numbers = printed.split("modellen\n")[1].split("Utfallet")[0]
    assert "," in numbers and "." not in numbers.replace("innb.", "")


def test_one_single_municipality_is_projected_from_its_own_and_national_tables() -> None:
    table = country()
    row = len(table.codes) // 2
    alone = replace(
        table,
        codes=table.codes[row : row + 1],
        names=table.names[row : row + 1],
        lines=table.lines[:1],
        persons=table.persons[row : row + 1],
    )

    result = backcast(alone, START, END)

    assert result.count == 1
    assert result.municipalities["total"] is not None and result.municipalities["total"] < 15.0


KNOWS_TOO_MUCH = (
    "noen faste tall i metoden er lest av årene fram til 2010, og ville fortalt hva som kom etter."
)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (2014, 2012, "2014 er ikke før 2012."),
        (2012, 2012, "2012 er ikke før 2012."),
        (2012, 2020, "Fila har ikke året 2020, som står i «--to»."),
        (2001, 2012, "Fila har ikke året 2001, som står i «--from»."),
        (2009, 2014, f"Prøven kan ikke starte i 2009: {KNOWS_TOO_MUCH}"),
        (1980, 2012, f"Prøven kan ikke starte i 1980: {KNOWS_TOO_MUCH}"),
    ],
)
def test_years_that_cannot_be_used_are_told_in_a_sentence(start: int, end: int, said: str) -> None:
    with pytest.raises(BrokenContent) as caught:
        backcast(country(), start, end)

    assert said in [problem.what for problem in caught.value.problems]


def test_a_start_with_a_single_year_before_it_is_told_in_a_sentence() -> None:
    table = country()
    kept = [row for row, year in enumerate(table.years) if year > 2010]
    later = replace(
        table,
        years=table.years[kept[0] :],
        columns=table.columns[kept[0] :],
        persons=table.persons[:, :, kept],
    )

    with pytest.raises(BrokenContent) as caught:
        backcast(later, 2012, 2016)

    (problem,) = caught.value.problems
    assert problem.what == "Fila har 1 år på rad før 2012, og prøven trenger 2."


def test_an_outcome_nobody_knows_changes_no_other_places_projection() -> None:
    table = country()
    blank = [1, 5, 20]
    persons = table.persons.copy()
    persons[blank, :, table.years.index(END)] = np.nan

    whole, partly = (
        backcast(each, START, END) for each in (table, replace(table, persons=persons))
    )

    kept = [row for row in range(len(table.codes)) if row not in blank]
    assert partly.codes == tuple(whole.codes[row] for row in kept)
    np.testing.assert_array_equal(partly.guess, whole.guess[kept])
    assert partly.left_out[0].startswith(
        f"Regnet fram, men ikke målt, fordi {END} ikke er kjent: {table.codes[1]} "
    )


def test_a_place_that_is_empty_in_the_end_is_told_and_not_passed_over() -> None:
    table = country()
    persons = table.persons.copy()
    persons[4, :, table.years.index(END)] = 0.0

    with pytest.raises(BrokenContent) as caught:
        backcast(replace(table, persons=persons), START, END)

    (problem,) = caught.value.problems
    assert problem.what == f"{table.codes[4]} har 0 innbyggere i {END}."
    assert problem.place == f"kolonne «y{END}»"


def test_a_place_that_some_year_is_not_known_of_is_left_out_and_named() -> None:
    table = country()
    persons = table.persons.copy()
    persons[3, 50, 1] = np.nan

    result = backcast(replace(table, persons=persons), START, END)

    assert result.count == len(table.codes) - 1
    assert result.left_out == (
        f"Holdt utenfor fordi noen år ikke er kjent: {table.codes[3]} {table.names[3]}.",
    )


def test_municipalities_whose_borders_changed_are_left_out_and_named() -> None:
    table = country()
    codes = ("1160", *table.codes[1:])

    result = backcast(replace(table, codes=codes), START, END)

    assert result.count == len(codes) - 1
    assert result.left_out[0].startswith("Holdt utenfor fordi grensene er endret: 1160")


def test_too_few_inhabitants_are_told_with_line_and_column() -> None:
    table = country()
    persons = table.persons.copy()
    persons[2] = 0.5

    with pytest.raises(BrokenContent) as caught:
        backcast(replace(table, persons=persons), START, END)

    (problem,) = caught.value.problems
    assert problem.what == f"{table.codes[2]} har 53 innbyggere i 2005."
    assert problem.line == table.lines[2] and problem.place == "kolonne «y2005»"


FOLDER = data_folder()
REAL = FOLDER / PLACES_BY_AGE if FOLDER else None


@pytest.mark.skipif(not (REAL and REAL.is_file()), reason="the statistics are not at hand")
@pytest.mark.parametrize(
    ("start", "end", "goals"),
    [
        (2010, 2020, {"total": 3.9, "total_5000": 2.9, "20-64": 4.8, "65-79": 3.0, "80+": 5.5}),
        (2014, 2024, {"total": 4.4}),
    ],
)
def test_the_real_municipalities_are_foreseen_as_well_as_promised(
    start: int, end: int, goals: dict[str, float]
) -> None:
    assert REAL is not None
    answer = as_json(backcast(read_population(REAL), start, end))

    for key, goal in goals.items():
        assert answer["municipalities"][key] <= goal, key
    assert abs(answer["national"]["total"]) <= 1.5
    assert 0.70 <= answer["coverage_80"] <= 0.90
