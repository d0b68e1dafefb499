"""YAML read as text with line numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.content.yaml_lines import parsed


def test_every_value_stays_as_it_was_written() -> None:
    document = parsed("a: no\nb: 0301\nc: 2026\nd: 10,4 %\ne: [yes, ~]\n", "x.yaml")

    expected = {"a": "no", "b": "0301", "c": "2026", "d": "10,4 %", "e": ["yes", "~"]}
    assert document.data == expected
    assert document.problems == []


def test_every_key_and_item_knows_its_line() -> None:
    document = parsed("a: 1\nb:\n  - c: 2\n    d: 3\n  - e\n", "x.yaml")

    assert document.line_of(("b", 0, "d")) == 4
    assert document.line_of(("b", 1)) == 5
    assert document.line_of(("b", 0, "missing")) == 3


def test_a_folded_text_is_one_text() -> None:
    document = parsed("text: >\n  En linje\n  og en til.\nafter: x\n", "x.yaml")

    assert document.data == {"text": "En linje og en til.\n", "after": "x"}
    assert document.line_of(("after",)) == 4


def test_a_windows_file_is_read_like_any_other() -> None:
    assert parsed("a: 1\r\nb: 2\r\n", "x.yaml").data == {"a": "1", "b": "2"}


def test_the_first_of_two_equal_keys_is_kept() -> None:
    document = parsed("a: {b: 1}\na: {b: 2}\nc: 3\n", "x.yaml")

    assert document.data == {"a": {"b": "1"}, "c": "3"}
    assert len(document.problems) == 1


def test_an_exclamation_mark_in_a_text_is_no_tag() -> None:
    assert parsed("title: Kom hjem!\nicon: a&b * c\n", "x.yaml").problems == []


def test_too_many_levels_are_refused() -> None:
    document = parsed("a: " + "[" * 3000 + "]" * 3000, "x.yaml")

    assert document.data is None
    assert [problem.severity for problem in document.problems] == ["FEIL"]


_YAML_LIKE = st.text(alphabet="ab:-[]{}&*!'\"#|> \n\t,%@?~é", max_size=60)


@given(st.one_of(st.text(max_size=80), _YAML_LIKE))
def test_any_text_gives_data_or_a_problem(text: str) -> None:
    document = parsed(text, "x.yaml")

    assert document.data is not None or document.problems
