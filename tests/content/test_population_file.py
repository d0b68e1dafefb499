"""A file of residents: what can mean only one thing is read, and the rest is told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.content.population_file import FEWEST, MOST_SHOWN, read_population, too_small
from game.content.problem import BrokenContent, Problem
from game.model.axes import AGES

YEARS = (2010, 2011)
Rows = list[list[str]]


def rows(*codes: str) -> Rows:
    """A heading and two whole municipalities; `100 + age` persons at each age in 2010."""
    given = [["knr", "kommune", "age", *(f"y{year}" for year in YEARS)]]
    for code in codes or ("4014", "0301"):
        given += [[code, f"Sted {code}", str(age), str(100 + age), str(age)] for age in range(AGES)]
    return given


def saved(folder: Path, given: Rows, separator: str = ",", encoding: str = "utf-8") -> Path:
    path = folder / "folk.csv"
    path.write_text("\n".join(separator.join(row) for row in given) + "\n", encoding)
    return path


def faults(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(BrokenContent) as caught:
        read_population(path)
    return caught.value.problems


def test_a_plain_file_is_read_whole(tmp_path: Path) -> None:
    table = read_population(saved(tmp_path, rows()))

    assert table.codes == ("0301", "4014") and table.years == YEARS
    assert table.names == ("Sted 0301", "Sted 4014")
    np.testing.assert_array_equal(table.persons[1, :, 0], 100.0 + np.arange(AGES))
    assert table.lines == (2 + AGES, 2)


def test_semicolons_and_decimal_commas_are_read(tmp_path: Path) -> None:
    given = rows()
    given[1][3] = "12,5"
    given[2][3] = "1 234"
    given[3][3] = "1\u00a0234,5"

    table = read_population(saved(tmp_path, given, ";"))

    np.testing.assert_array_equal(table.persons[1, :3, 0], [12.5, 1234.0, 1234.5])


@pytest.mark.parametrize("told", ["sep=;", '"sep=;"', "SEP=;", "sep=;;;;;"])
def test_excels_own_line_about_the_separator_is_read(tmp_path: Path, told: str) -> None:
    given = rows()
    given[1][3], given[9][4] = "12,5", "x"

    (fault,) = faults(saved(tmp_path, [[told], *given], ";"))
    given[9][4] = "7"
    table = read_population(saved(tmp_path, [[told], *given], ";"))

    assert fault.line == 11
    assert table.persons[1, 0, 0] == 12.5 and table.lines[1] == 3


@pytest.mark.parametrize("encoding", ["utf-8-sig", "latin-1"])
def test_a_byte_order_mark_and_old_letters_are_read(tmp_path: Path, encoding: str) -> None:
    given = rows()
    given[1][1] = "Kragerø"

    table = read_population(saved(tmp_path, given, encoding=encoding))

    assert table.names[1] == "Kragerø"


def test_a_lost_nought_plain_years_and_105_plus_are_read(tmp_path: Path) -> None:
    given = [[cell.removeprefix("y") for cell in row] for row in rows("0301")]
    for row in given[1:]:
        row[0] = "301"
    given[-1][2] = "105+"

    table = read_population(saved(tmp_path, given))

    assert table.codes == ("0301",) and table.years == YEARS
    assert table.persons[0, 105, 0] == 205.0


def test_other_columns_other_orders_and_blank_lines_do_no_harm(tmp_path: Path) -> None:
    given = [["merknad", *reversed(row)] for row in rows()]
    given.insert(5, [""] * len(given[0]))

    table = read_population(saved(tmp_path, given))

    assert table.years == YEARS
    assert table.persons[1, 3, 0] == 103.0


@pytest.mark.parametrize("unknown", ["", "NA", "..", ":"])
def test_an_empty_cell_is_not_known_and_not_nought(tmp_path: Path, unknown: str) -> None:
    given = rows()
    given[7][4] = unknown

    table = read_population(saved(tmp_path, given))

    assert np.isnan(table.persons[1, 6, 1])
    assert np.isfinite(table.persons).sum() == table.persons.size - 1


@pytest.mark.parametrize(
    ("column", "written", "what"),
    [
        (3, "-4", "-4 personer går ikke an."),
        (4, "mange", "«mange» er ikke et tall."),
        (4, "1e5", "«1e5» er ikke et tall."),
        (4, "inf", "«inf» er ikke et tall."),
        (3, "1" + "0" * 23, f"«1{'0' * 23}» er flere enn noen kommune har av én alder."),
        (4, "1000001", "«1000001» er flere enn noen kommune har av én alder."),
        (0, "9999", "«9999» er ikke nummeret til en kommune."),
        (0, "4000", "«4000» er ikke nummeret til en kommune."),
        (0, "Kragerø", "«Kragerø» er ikke nummeret til en kommune."),
        (2, "106", "«106» er ikke en alder fra 0 til 105."),
        (2, "3-5", "«3-5» er ikke en alder fra 0 til 105."),
    ],
)
def test_a_bad_cell_is_told_with_line_and_column(
    tmp_path: Path, column: int, written: str, what: str
) -> None:
    given = rows()
    given[10][column] = written

    (fault,) = faults(saved(tmp_path, given))

    assert fault.line == 11
    assert fault.place == f"kolonne «{given[0][column]}»"
    assert fault.what == what and fault.fix


def test_all_faults_come_at_once_in_the_order_of_the_lines(tmp_path: Path) -> None:
    given = rows()
    given[40][4], given[10][3], given[90][2] = "x", "-1", "gammel"

    found = faults(saved(tmp_path, given))

    assert [fault.line for fault in found] == [11, 41, 91]


def test_missing_ages_are_named_together(tmp_path: Path) -> None:
    given = [row for row in rows() if row[2] not in {"17", "18", "19", "40"}]

    found = faults(saved(tmp_path, given))

    assert [fault.what for fault in found] == [
        "4014 mangler alder 17–19, 40.",
        "0301 mangler alder 17–19, 40.",
    ]


def test_a_row_written_twice_is_told_with_both_lines(tmp_path: Path) -> None:
    given = rows()
    given.append(list(given[4]))

    (fault,) = faults(saved(tmp_path, given))

    assert fault.what == "4014, 3 år står også på linje 5."
    assert fault.line == len(given)


def test_a_row_of_another_length_is_told(tmp_path: Path) -> None:
    short, long = rows(), rows()
    short[6] = short[6][:4]
    long[6][3] = "1,5"

    assert [fault.what for fault in faults(saved(tmp_path, short))] == [
        "Linja har 4 celler, og overskriften har 5."
    ]
    (fault,) = faults(saved(tmp_path, long))
    assert "semikolon" in fault.fix


@pytest.mark.parametrize(
    ("heading", "what"),
    [
        (["knr", "kommune", "alder", "y2010", "y2011"], "Overskriften mangler kolonnen «age»."),
        (["kode", "kommune", "age", "y2010", "y2011"], "Overskriften mangler kolonnen «knr»."),
        (["knr", "kommune", "age", "a", "b"], "Fila har ingen kolonner for år."),
        (["knr", "kommune", "age", "y2010", "2010"], "Året 2010 står to ganger."),
    ],
)
def test_a_heading_that_cannot_be_used_is_told(
    tmp_path: Path, heading: list[str], what: str
) -> None:
    found = faults(saved(tmp_path, [heading, *rows()[1:]]))

    assert what in [fault.what for fault in found]
    assert all(fault.line == 1 for fault in found)


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"", "Fila er tom."),
        (b" \n\n", "Fila er tom."),
        (b"PK\x03\x04\x00\x00", "Dette er ikke en tekstfil."),
        (b"knr,kommune,age,y2010\n", "Fila har ingen rader med tall."),
    ],
)
def test_a_file_without_a_table_is_refused_in_one_sentence(
    tmp_path: Path, raw: bytes, what: str
) -> None:
    path = tmp_path / "folk.csv"
    path.write_bytes(raw)

    (fault,) = faults(path)

    assert fault.what == what and fault.fix


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert faults(tmp_path / "borte.csv")[0].what == "Fant ikke fila."
    (fault,) = faults(tmp_path)
    assert fault.what == "Dette er en mappe, ikke en fil." and fault.fix


def test_a_file_of_nothing_but_faults_is_cut_short_and_counted(tmp_path: Path) -> None:
    given = rows()
    for row in given[1:]:
        row[3] = "?"

    found = faults(saved(tmp_path, given))

    assert len(found) == MOST_SHOWN + 1
    assert found[-1].what == f"Fila har {2 * AGES - MOST_SHOWN} feil til."


def test_a_place_with_too_few_people_is_told_only_for_years_that_matter(tmp_path: Path) -> None:
    given = rows("4014")
    for row in given[1:]:
        row[3] = "0"
    table = read_population(saved(tmp_path, given))

    (fault,) = too_small(table, [0], [2010, 2011])

    assert fault.what == "4014 har 0 innbyggere i 2010." and str(FEWEST) in fault.fix
    assert fault.place == "kolonne «y2010»"
    assert too_small(table, [0], [2011]) == []
