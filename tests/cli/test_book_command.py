"""The commands that tell of the model, run as a teacher or a researcher runs them."""

from __future__ import annotations

from pathlib import Path

from tests.cli.test_commands import kommunespillet


def test_book_writes_one_page_and_says_where_it_is(tmp_path: Path) -> None:
    page = tmp_path / "boka.html"

    written = kommunespillet("book", str(page), "--language", "nn")

    assert written.returncode == 0, written.stderr
    assert str(page.resolve()) in written.stdout
    assert '<html lang="nn">' in page.read_text("utf-8")


def test_book_in_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    refused = kommunespillet("book", str(tmp_path / "ikke_her" / "boka.html"))

    assert refused.returncode == 2
    assert refused.stderr.startswith("Fikk ikke skrevet «")
    assert refused.stderr.count("\n") == 1


def test_lab_checks_tells_how_many_statements_hold() -> None:
    tried = kommunespillet("lab", "checks", "--all")

    assert "utsagn om modellen stemmer" in tried.stdout
    assert "stemmer  Timeregnskapet: Høyere sykefravær gir færre på jobb" in tried.stdout
    assert tried.stderr == ""
