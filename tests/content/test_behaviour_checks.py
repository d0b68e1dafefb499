"""Statements about the model as files: what is understood, and what is refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.behaviour_checks import Check, behaviour_checks

WHOLE = """
- describe: Folk
  checks:
    - it: Slutter flere, blir det færre på jobb
      vary: turnover_rate
      by: 3 points
      given: {sick_leave_rate: -2 points}
      expect: {staffing: falls}
      after: 6 years
"""


def read(folder: Path, text: str) -> tuple[Check, ...]:
    (folder / "a.yaml").write_text(text, "utf-8")
    return behaviour_checks(folder)


def test_a_statement_is_read_with_its_amounts_in_the_model_s_own_units(tmp_path: Path) -> None:
    (check,) = read(tmp_path, WHOLE)

    assert check.subject == "Folk"
    assert check.amount == 0.03
    assert check.given == (("sick_leave_rate", -0.02),)
    assert check.expect == (("staffing", "falls"),)
    assert check.after == 6


FAULTS = [
    ("turnover_rate", "turnover_rat", "«turnover_rat» kan ikke endres"),
    ("by: 3 points", "by: 3 %", "kan bety to ting for en andel"),
    ("staffing: falls", "staffing: drops", "«drops» er ingen retning"),
    ("staffing: falls", "stafing: falls", "«stafing» måles ikke"),
    ("after: 6 years", "after: 60 years", "fra 1 til 35 år"),
    ("after: 6 years", "after: soon", "er ikke et tall"),
    ("after: 6 years", "efter: 6 years", "skal ha «it», «expect» og «after»"),
    ("after: 6 years", "after: 6 years\n      start: nowhere", "ukjente nøkler: start"),
    (
        "vary: turnover_rate\n      by: 3 points",
        "without: no_number",
        "modellen har ingen post «no_number»",
    ),
    ("      vary: turnover_rate\n      by: 3 points\n", "", "enten «vary»"),
    ("describe: Folk", "subject: Folk", "«describe» og «checks»"),
    ("- describe: Folk\n  checks:", "checks:", "skal være en liste"),
    ("it: Slutter", "it: Nå: slutter", "linje 4: er ikke gyldig YAML"),
]


@pytest.mark.parametrize(("right", "wrong", "words"), FAULTS)
def test_a_fault_is_told_with_its_file_and_what_to_write(
    tmp_path: Path, right: str, wrong: str, words: str
) -> None:
    with pytest.raises(ValueError, match="a.yaml") as refused:
        read(tmp_path, WHOLE.replace(right, wrong, 1))

    assert words in str(refused.value)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = WHOLE.replace("turnover_rate", "nothing").replace("falls", "drops")

    with pytest.raises(ValueError) as refused:
        read(tmp_path, text)

    assert "«nothing»" in str(refused.value)
    assert "«drops»" in str(refused.value)
