import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from docgen.workbook.addresses import Area, address, cells_in, column_of, letters, rows_in, split_cell


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (16_383, "XFD")])
def test_a_column_has_letters(column: int, name: str) -> None:
    assert (letters(column), column_of(name)) == (name, column)


@given(row=st.integers(1, 1_048_576), column=st.integers(0, 16_383))
def test_an_address_says_row_and_column(row: int, column: int) -> None:
    assert split_cell(address(row, column)) == (row, column)


@pytest.mark.parametrize("cell", ["", "A", "7", "a1", "A1:B2", "None", "AAAA1"])
def test_what_is_no_address_is_none(cell: str) -> None:
    with pytest.raises(ValueError, match=f"^{cell}$"):
        split_cell(cell)


@pytest.mark.parametrize("ref", ["A1:T9", "$A$1:$T$9"])
def test_an_area_is_read_and_written(ref: str) -> None:
    area = Area.of(ref)
    assert area == Area(1, 0, 9, 19)
    assert (area.ref, area.fixed) == ("A1:T9", "$A$1:$T$9")
    assert area.holds(9, 19)
    assert not area.holds(10, 0)


def test_a_single_cell_is_an_area_and_grows() -> None:
    assert Area.of("B2").ref == "B2"
    assert Area.of("B2").reaching(5, 0).ref == "A2:B5"


def test_rows_and_cells_that_do_not_say_where_they_stand_follow_the_one_before() -> None:
    sheet = etree.fromstring(
        '<x:worksheet xmlns:x="x"><x:sheetData><x:row/><x:row r="5"><x:c/><x:c r="D5"/><x:c/></x:row><x:row/>'
        "</x:sheetData></x:worksheet>"
    )
    found = [(number, [column for column, _ in cells_in(row)]) for number, row in rows_in(sheet)]
    assert found == [(1, []), (5, [0, 3, 4]), (6, [])]
