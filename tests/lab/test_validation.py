"""Checks against statistics: they tell the truth about made-up places, and about broken files."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from game.cli import main
from game.content.validation_results import validation_results, write_validation
from game.lab import statistics as s
from game.lab.backcast.errors import KEYS
from game.lab.backcast.report import backcast
from game.lab.validate_backcast import CHECKS as BACKCASTS
from game.lab.validate_command import as_data, printed
from game.lab.validate_money import FREE_INCOME, RESULT, economy
from game.lab.validate_services import (
    HEALTH_FTE,
    USERS_OVER_80,
    constant_use,
    national_need,
    need_index,
    services_and_cost,
)
from game.lab.validate_work import middle_ages, neutral_years, workforce
from game.lab.validation import (
    INDEPENDENT,
    PARTLY,
    TUNED,
    Figure,
    Result,
    Sheet,
    all_checks,
    in_order,
)
from tests.lab import made_up_statistics as made
from tests.lab.made_up_country import country, written

TEN_YEARS = 11


def test_a_country_that_grows_by_a_tenth_at_every_age_needs_a_tenth_more(tmp_path: Path) -> None:
    result = national_need(made.make(tmp_path, growth=1.115))

    assert [figure.value for figure in result.figures][::2] == pytest.approx([11.5, 11.5])
    assert result.passed


@pytest.mark.parametrize("growth", [1.0, 1.3])
def test_a_country_that_grows_too_little_or_too_much_does_not_hold(
    tmp_path: Path, growth: float
) -> None:
    assert national_need(made.make(tmp_path, growth=growth)).passed is False


def test_where_the_old_live_the_model_sees_need(tmp_path: Path) -> None:
    weight = {"0301": 1.0, "3205": 2.0, "3222": 4.0}
    folder = made.make(
        tmp_path,
        people=lambda knr, age: round(made.residents(age) / 100 * (weight[knr] if age > 79 else 1)),
    )
    made.need_index(folder, {"0301": 0.9, "3205": 1.0, "3222": 1.2})
    with_the_old = need_index(folder)
    made.need_index(folder, {"0301": 1.2, "3205": 1.0, "3222": 0.9})
    turned_round = need_index(folder)

    assert with_the_old.passed is True
    assert turned_round.passed is False
    assert turned_round.figures[0].value < 0


def test_a_country_that_reports_what_the_model_sees_is_spot_on(tmp_path: Path) -> None:
    folder = made.make(tmp_path)
    first = services_and_cost(folder).figures[0]
    seen = made.KEY[HEALTH_FTE] * (1 + first.value / 100)
    made.key_figures(folder, {(HEALTH_FTE, "Landet", 2025): seen})

    assert services_and_cost(folder).figures[0].value == pytest.approx(0.0, abs=1e-9)


def test_a_place_that_uses_less_care_is_seen_to_need_fewer(tmp_path: Path) -> None:
    folder = made.make(tmp_path)
    before = services_and_cost(folder).figures
    made.key_figures(
        folder, {(indicator, "Oslo", 2025): 3.0 for indicator in USERS_OVER_80.values()}
    )
    after = services_and_cost(folder).figures
    row = next(row for row, figure in enumerate(after) if figure.name_nb.startswith("Oslo"))

    assert after[row].value == pytest.approx(before[row].value)
    assert after[row + 1].value < before[row + 1].value - 20


def test_only_what_age_alone_says_has_a_goal(tmp_path: Path) -> None:
    folder = made.make(tmp_path)
    made.key_figures(
        folder, {(indicator, "Oslo", 2025): 3.0 for indicator in USERS_OVER_80.values()}
    )
    services = {figure.name_nb: figure.goal_nb for figure in services_and_cost(folder).figures}
    first, *others = need_index(folder).figures

    own_use = [goal for name, goal in services.items() if "med egen bruk" in name]
    assert own_use and not any(own_use)
    assert next(goal for name, goal in services.items() if name.startswith("Oslo")) == "±20"
    assert "hver teller likt" in first.name_nb and first.goal_nb == "minst 0,7"
    assert not any(figure.goal_nb for figure in others)


def test_use_of_care_does_not_fall_by_itself_in_these_checks(tmp_path: Path) -> None:
    _, p = constant_use(s.norway_by_sex(made.make(tmp_path), 2024))

    assert (p.work.need_rate[0] == p.work.need_rate[10]).all()


def test_ten_neutral_years_give_a_year_each_and_start_as_the_sector_is(tmp_path: Path) -> None:
    years = neutral_years(made.make(tmp_path))

    assert len(years) == TEN_YEARS
    assert years[0].turnover == pytest.approx(0.128)
    assert all(55 < year.exit_age < 70 for year in years)
    assert all(later.shift_position > one.shift_position for one, later in pairwise(years))


def test_the_middle_of_an_age_band_is_the_middle_of_its_years() -> None:
    middles = middle_ages()

    assert middles[0] == 21.5
    assert all(one < later for one, later in pairwise(middles))


def test_more_income_in_a_year_lifts_the_result_of_that_year(tmp_path: Path) -> None:
    folder = made.make(tmp_path)
    plain = economy(folder)
    made.key_figures(folder, {(FREE_INCOME, "Landet", 2023): 90_000.0})
    richer = economy(folder)
    changes = {
        figure.name_nb[:40]: (figure.value, other.value)
        for figure, other in zip(plain.figures, richer.figures, strict=True)
        if "2023" in figure.name_nb
    }

    ((before, after),) = changes.values()
    assert after > before + 5
    assert richer.passed is False


def test_a_country_without_its_result_is_said_in_one_sentence(tmp_path: Path) -> None:
    folder = made.make(tmp_path)
    path = folder / s.KEY_FIGURES
    kept = [line for line in path.read_text("utf-8").splitlines() if RESULT not in line]
    path.write_text("\n".join(kept), "utf-8")

    result = economy(folder)

    assert result.passed is None
    assert result.missing == (f"«{s.KEY_FIGURES}» har ikke «{RESULT}» for Landet 2020.",)


def test_a_folder_without_files_names_every_file_a_check_wants(tmp_path: Path) -> None:
    result = national_need(tmp_path)

    assert result.passed is None
    assert result.missing == (
        f"finner ikke «{s.NORWAY_BY_AGE}»",
        f"finner ikke «{s.NORWAY_PROJECTED}»",
        f"finner ikke «{s.PROJECTIONS}»",
    )


@pytest.fixture(scope="module")
def long_ago(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("land")
    rows = written(country(last=2024))
    (folder / s.PLACES_BY_AGE).write_text("\n".join(",".join(row) for row in rows), "utf-8")
    return folder


def test_the_backcasts_stand_beside_a_guess_and_only_the_promised_have_goals(
    long_ago: Path,
) -> None:
    figures = {figure.name_nb: figure for check in BACKCASTS for figure in check(long_ago).figures}
    goals = {name.partition(" (")[0]: f.goal_nb for name, f in figures.items() if f.goal_nb}

    assert goals == {
        "2010 til 2020, alle: feil i snitt": "høyst 3,9",
        "2010 til 2020, alle, der det bor minst 5\u00a0000: feil i snitt": "høyst 2,9",
        "2010 til 2020, 20–64 år: feil i snitt": "høyst 4,8",
        "2010 til 2020, 65–79 år: feil i snitt": "høyst 3",
        "2010 til 2020, 80+ år: feil i snitt": "høyst 5,5",
        "2010 til 2020, summen av kommunene": "±1,5",
        "2010 til 2020, kommuner der utfallet ligger i viften på 80\u00a0%": "70–90",
        "2014 til 2024, alle: feil i snitt": "høyst 4,4",
        "2014 til 2024, kommuner der utfallet ligger i viften på 80\u00a0%": "70–90",
    }
    for start in ("2010 til 2015", "2014 til 2019", "2016 til 2024", "2018 til 2024"):
        assert sum(name.startswith(start) and "Hamilton–Perry" in name for name in figures) == 7


def test_a_guess_that_was_nearer_is_told_as_such(long_ago: Path) -> None:
    result = backcast(s.population_file(long_ago), 2014, 2019)
    ours, theirs = result.municipalities, result.naive["hamilton_perry"]
    lost = {key for key in KEYS if (theirs[key] or 0.0) < (ours[key] or 0.0)}

    told = [
        f.name_nb for f in BACKCASTS[1](long_ago).figures if f.name_nb.startswith("2014 til 2019")
    ]

    assert sum("som var nærmere" in name for name in told) == len(lost)


def test_a_file_that_does_not_reach_the_year_is_said_in_one_sentence(tmp_path: Path) -> None:
    result = BACKCASTS[0](made.make(tmp_path))

    assert result.passed is None
    assert result.missing == (
        f"«{s.PLACES_BY_AGE}»: Fila har ikke året 2010, som står i «--from».",
    )


def test_every_check_says_whether_the_model_was_fitted_to_what_it_is_tried_on(
    tmp_path: Path,
) -> None:
    told = {result.id: result for result in (check(tmp_path) for check in all_checks())}

    assert [result.id for result in in_order(told.values())] == [f"V{n}" for n in range(1, 12)]
    assert {id_ for id_, result in told.items() if result.independence_nb == INDEPENDENT} == {
        *("V1", "V2", "V8", "V10", "V11")
    }
    assert {id_ for id_, result in told.items() if result.independence_nb == TUNED} == {"V5", "V9"}
    assert all(result.independence_nb in (INDEPENDENT, PARTLY, TUNED) for result in told.values())
    assert all(result.reason_nb.endswith(".") for result in told.values())


def _damaged(folder: Path, old: str, new: str) -> Result:
    path = made.make(folder) / s.NORWAY_BY_AGE
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return workforce(folder)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("\n7," + ",".join(["60000"] * 11), "", "mangler 1 av de 106 aldrene"),
        ("\n7,60000", "\n7,-5", "negativt folketall ved 7 år"),
        ("\n7,60000", "\n7,mange", "«mange» der det skal stå et tall"),
        ("\n7,60000", "\n7,", "en tom rute der det skal stå et tall"),
        ("\n7,60000", "\n7,nan", "«nan» der det skal stå et tall"),
        ("\n7,60000", "\n8,60000", "alderen «8» to ganger"),
        ("\n7,60000", "\n7,1,60000", "feil antall kolonner på linje 9"),
        ("y2014", "y1914", "mangler kolonnen «y2014»"),
    ],
)
def test_a_damaged_file_is_told_of_in_one_sentence(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    result = _damaged(tmp_path, old, new)

    assert result.passed is None
    (sentence,) = result.missing
    assert said in sentence
    assert s.NORWAY_BY_AGE in sentence


@pytest.mark.parametrize("impossible", ["0", "1e308"])
def test_a_number_no_municipality_can_have_is_told_of(tmp_path: Path, impossible: str) -> None:
    folder = made.make(tmp_path)
    made.key_figures(folder, {(HEALTH_FTE, "Oslo", 2025): float(impossible)})
    path = folder / s.NORWAY_PROJECTED
    path.write_text(path.read_text("utf-8").replace("\n7,60000.0", f"\n7,{impossible}"), "utf-8")
    services, growth = services_and_cost(folder), national_need(folder)

    assert services.passed is (None if impossible == "0" else False)
    assert growth.passed is (None if impossible != "0" else False)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00a", b"age,y2014\n"])
def test_a_file_that_is_no_table_is_told_of(tmp_path: Path, content: bytes) -> None:
    (made.make(tmp_path) / s.NORWAY_BY_AGE).write_bytes(content)

    assert workforce(tmp_path).passed is None


def test_excels_semicolons_decimal_commas_and_byte_order_mark_are_read(tmp_path: Path) -> None:
    path = made.make(tmp_path) / s.NORWAY_PROJECTED
    before = s.norway_projected(tmp_path, 2031)
    text = path.read_text("utf-8").replace(",", ";").replace(".0", ",0")
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    assert (s.norway_projected(tmp_path, 2031) == before).all()


def test_a_folder_that_is_not_there_is_bad_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lab", "validate", "--data", str(tmp_path / "borte")]) == 2
    assert "Finner ikke mappa" in capsys.readouterr().err


def test_an_empty_folder_is_no_failure_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(s.DATA_VARIABLE, str(tmp_path))
    assert main(["lab", "validate"]) == 0
    said = capsys.readouterr().out
    assert said.count("ikke kjørt: finner ikke") == said.count("\nV") + 1
    assert main(["lab", "validate", "--write"]) == 2
    assert "Skrev ikke noe" in capsys.readouterr().err


def test_the_command_says_what_fails_in_norwegian_and_in_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made.make(tmp_path, growth=1.3)

    assert main(["lab", "validate", "--data", str(tmp_path)]) == 1
    assert "30,0\u00a0%  (mål 10–13\u00a0%)" in capsys.readouterr().out
    assert main(["lab", "validate", "--data", str(tmp_path), "--json"]) == 1
    checks = {check["id"]: check for check in json.loads(capsys.readouterr().out)["checks"]}
    assert list(checks) == sorted(checks, key=lambda id_: int(id_[1:]))
    assert checks["V11"]["passed"] is False
    assert checks["V11"]["figures"][0]["value"] == pytest.approx(30.0)


def test_goals_are_written_as_people_write_them() -> None:
    sheet = Sheet()
    for low, high in [(12, 14), (-8, 8), (0.7, float("inf")), (-float("inf"), 0), (0, 0)]:
        sheet.want("", 13.0, low, high)

    assert [f.goal_nb for f in sheet.figures] == ["12–14", "±8", "minst 0,7", "høyst 0", "0"]
    assert not sheet.holds


def test_a_number_in_a_name_is_never_broken_in_two() -> None:
    sheet = Sheet()
    sheet.show("under 5 000, 12 % av 1 234 567", 1.0)
    sheet.want("KOSTRA i 2025, 1 2 og 20 3000", 1.0, 0, 2)

    assert [figure.name_nb for figure in sheet.figures] == [
        "under 5\u00a0000, 12\u00a0% av 1\u00a0234\u00a0567",
        "KOSTRA i 2025, 1 2 og 20 3000",
    ]


def test_what_is_printed_says_how_it_went_and_whether_that_says_much() -> None:
    figures = (Figure("Turnover", 12.84, "12–14", "%"),)

    lines = printed(Result("V9", "Heltid", figures, True, (), TUNED, "Stilt inn."))

    assert lines[:2] == ["V9  Heltid – stemmer", "      stilt inn etter det samme: Stilt inn."]


def test_results_that_are_kept_come_back_with_the_day_and_the_mark(tmp_path: Path) -> None:
    figures = (Figure("Turnover", 12.84, "12–14", "%"),)
    kept = Result("V9", "Heltid", figures, True, (), TUNED, "Stilt inn.")
    path = tmp_path / "validation.yaml"
    write_validation([as_data(kept)], date(2026, 12, 1), "a1b2", path)

    read = validation_results(path)
    assert read == {"made_on": "2026-12-01", "mark": "a1b2", "checks": [as_data(kept)]}
    assert as_data(kept, shown=True)["figures"][0]["value"] == 12.8
    assert validation_results(tmp_path / "borte.yaml") is None
    path.write_text("checks: 7", "utf-8")
    assert validation_results(path) is None


def test_the_results_in_the_model_are_of_every_check_and_say_how_independent_they_are() -> None:
    kept = {check["id"]: check for check in (validation_results() or {})["checks"]}

    assert list(kept) == [f"V{n}" for n in range(1, 12)]
    for check in all_checks():
        fresh = check(Path("ingen statistikk"))
        assert kept[fresh.id]["independence"] == fresh.independence_nb
        assert kept[fresh.id]["reason"] == fresh.reason_nb
    assert all(figure["goal"] == "høyst 1" for figure in kept["V3"]["figures"])


def test_a_check_that_was_not_run_says_why_on_the_line_below() -> None:
    missing = ("finner ikke «a.csv»", "Tom fil.")
    lines = printed(Result("V4", "Fram til 2045", (), None, missing, PARTLY, "Derfor."))

    assert lines == ["V4  Fram til 2045", "      ikke kjørt: finner ikke «a.csv»; Tom fil."]
