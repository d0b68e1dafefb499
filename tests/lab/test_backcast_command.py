"""`kommunespillet lab backcast` answers in words or JSON, and refuses in sentences."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from game.cli import main
from game.lab.backcast.command import add_arguments, work
from tests.lab.made_up_country import country, written


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("land") / "land.csv"
    path.write_text("\n".join(",".join(row) for row in written(country())), "utf-8")
    return path


def ran(*typed: str) -> int:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return work(parser.parse_args(typed))


def test_json_goes_to_standard_output_alone(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["lab", "backcast", str(file), "--from", "2012", "--to", "2016", "--json"])

    out, err = capsys.readouterr()
    assert status == 0 and err == ""
    assert json.loads(out)["count"] == len(country().codes)


def test_without_json_a_table_is_printed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(str(file), "--from", "2012", "--to", "2016") == 0

    assert "Utfallet ligger i viften" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--from", "2016", "--to", "2012"), "2016 er ikke før 2012."),
        (("--from", "2012", "--to", "2031"), "Fila har ikke året 2031"),
    ],
)
def test_bad_years_end_with_status_2_and_a_sentence(
    file: Path, typed: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ran(str(file), *typed) == 2

    out, err = capsys.readouterr()
    assert out == "" and said in err and "Traceback" not in err


def test_a_file_that_is_not_there_ends_with_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ran(str(tmp_path / "borte.csv"), "--from", "2012", "--to", "2016") == 2

    assert "Fant ikke fila." in capsys.readouterr().err
