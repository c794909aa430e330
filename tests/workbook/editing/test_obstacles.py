"""What editing refuses, all at once and with the cell's name, rather than lose anything."""

import zipfile
from io import BytesIO

import pytest
from openpyxl.worksheet.formula import ArrayFormula

from docgen.errors import WorkbookError
from docgen.findings import Finding
from docgen.workbook.editing import RowEdit, edited
from docgen.workbook.editing.sheetxml import LAST_ROW
from tests.workbook.books import places

from .making import bytes_of, changed, handmade, meetings, page, rich


def refused(data: bytes, *edits: RowEdit) -> tuple[Finding, ...]:
    with pytest.raises(WorkbookError) as caught:
        edited(data, edits, name="bog.xlsx")
    return caught.value.findings


def test_a_formula_is_people_s_own_and_so_is_every_other_one() -> None:
    book = meetings()
    book.worksheets[0]["C2"], book.worksheets[0]["E3"] = "=TODAY()", "=E2"
    edits = (
        RowEdit("Møder", {"Dato": None, "Sted": "Haven"}, 2),
        RowEdit("Møder", {"Varighed": 60}, 3),
    )
    found = refused(bytes_of(book), *edits)
    assert places(found) == [("E-018", "Møder!C2"), ("E-018", "Møder!E3")]
    assert str(found[0].place) == "Møder!C2 (Dato)"
    assert "a formula stands in it" in str(found[0])


def test_a_cell_that_an_array_formula_fills_is_one_too() -> None:
    book = meetings()
    book.worksheets[0]["E2"] = ArrayFormula("E2:E3", "=A2:A3")
    assert places(refused(bytes_of(book), RowEdit("Møder", {"Varighed": 60}, 3))) == [("E-018", "Møder!E3")]


def test_a_cell_that_shares_its_formula_is_one_too() -> None:
    shared = '<row r="{0}"><c r="A{0}"><f t="shared" si="0"{1}</c></row>'
    before = handmade(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Varighed</t></is></c></row>'
        + shared.format(2, ' ref="A2:A3">B2</f><v>1</v>')
        + shared.format(3, "/><v>1</v>")
    )
    edits = [RowEdit("Møder", {"Varighed": 60}, row) for row in (2, 3, 4)]
    assert places(refused(before, *edits)) == [("E-018", "Møder!A2"), ("E-018", "Møder!A3")]


def test_a_cell_under_a_merged_one_is_in_the_way_but_the_one_that_shows_is_not() -> None:
    book = meetings()
    book.worksheets[0].merge_cells("E2:F3")
    found = refused(bytes_of(book), RowEdit("Møder", {"Varighed": 60, "Sted": "Haven"}, 2))
    assert places(found) == [("E-018", "Møder!F2")]
    assert "merged" in str(found[0])
    after = edited(bytes_of(book), [RowEdit("Møder", {"Varighed": 90, "Sted": None}, 2)])
    assert page(after)["E2"].value == 90


def test_a_merged_cell_where_a_heading_should_be_is_in_the_way() -> None:
    book = meetings()
    book.worksheets[0].merge_cells("H1:J1")
    assert places(refused(bytes_of(book), RowEdit("Møder", {"Beregnet": "x"}, 2))) == [("E-018", "Møder!I1")]


def test_a_text_that_no_cell_can_hold() -> None:
    found = refused(bytes_of(meetings()), RowEdit("Møder", {"Sted": "x" * 32_768}, 2))
    assert places(found) == [("E-018", "Møder!F2")]
    assert edited(bytes_of(meetings()), [RowEdit("Møder", {"Sted": "x" * 32_767}, 2)])


def test_a_sheet_that_is_filled_to_its_last_row() -> None:
    nr = '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>Nr</t></is></c></row>'
    full = handmade(nr.format(1) + nr.format(LAST_ROW))
    assert places(refused(full, RowEdit("Møder", {"Nr": "M003"}))) == [("E-018", f"Møder!A{LAST_ROW}")]


def test_a_sheet_that_is_filled_to_its_last_column() -> None:
    book = meetings()
    book.worksheets[0]["XFD9"] = "yderst"
    assert places(refused(bytes_of(book), RowEdit("Møder", {"Beregnet": "x"}))) == [("E-018", "Møder!XFD1")]


def test_a_digital_signature_would_be_broken() -> None:
    signed = changed(rich(), {"_xmlsignatures/origin.sigs": lambda _: b""})
    (found,) = refused(signed, RowEdit("Møder", {"Nr": "M009"}, 2))
    assert (found.code, found.place.file) == ("E-019", "bog.xlsx")


@pytest.mark.parametrize("member", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_a_damaged_file_is_called_so(member: str) -> None:
    broken = changed(bytes_of(meetings()), {member: lambda xml: xml[: len(xml) // 2]})
    assert [each.code for each in refused(broken, RowEdit("Møder", {"Varighed": 7.5, "Dato": 5}, 2))] == [
        "E-005"
    ]


def test_so_is_half_a_file() -> None:
    data = bytes_of(meetings())
    assert [each.code for each in refused(data[: len(data) // 2], RowEdit("Møder", {"Nr": "x"}, 2))] == [
        "E-005"
    ]


@pytest.mark.parametrize(
    ("edit", "error"),
    [
        (RowEdit("Møder", {"Egne noter": "x"}, 2), KeyError),
        (RowEdit("Noter", {"Hvad": "x"}, 2), KeyError),
        (RowEdit("Møder", {"Nr": "x"}, 1), ValueError),
        (RowEdit("Møder", {"Nr": "x"}, LAST_ROW + 1), ValueError),
        (RowEdit("Møder", {"Varighed": float("nan")}, 2), ValueError),
        (RowEdit("Institution", {"Navn": "x"}, 2), ValueError),
    ],
)
def test_edits_that_fit_no_workbook_are_the_caller_s_mistake(edit: RowEdit, error: type[Exception]) -> None:
    with pytest.raises(error):
        edited(bytes_of(meetings()), [edit])


def test_of_two_values_for_one_cell_the_last_one_counts() -> None:
    edits = [RowEdit("Møder", {"Sted": "Haven"}, 2), RowEdit("Møder", {"Varighed": 5, "Sted": "Salen"}, 2)]
    sheet = page(edited(bytes_of(meetings()), edits))
    assert (sheet["E2"].value, sheet["F2"].value) == (5, "Salen")


def test_of_two_members_with_one_name_the_last_one_is_edited_as_it_is_the_one_that_is_read() -> None:
    data = bytes_of(meetings())
    name = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(BytesIO(data)) as package:
        sheet = package.read(name)
    out = BytesIO(data)
    with zipfile.ZipFile(out, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr(name, sheet.replace(b"M001", b"M007"))
    with zipfile.ZipFile(BytesIO(edited(out.getvalue(), [RowEdit("Møder", {"Varighed": 5}, 2)]))) as package:
        first, last = (package.read(info) for info in package.infolist() if info.filename == name)
    assert first == sheet
    assert b"M007" in last
    assert b"<v>5</v>" in last
