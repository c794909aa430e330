"""What editing leaves alone: everything but the cells that it was told to fill."""

import datetime as dt
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.workbook.editing import RowEdit, edited
from docgen.workbook.rows import CellValue
from docgen.workbook.writer import workbook_bytes
from tests.workbook.books import DAY, INSTITUTION, MEETING

from .making import (
    MAIN,
    bytes_of,
    changed,
    handmade,
    meetings,
    members,
    opened,
    page,
    rich,
    rows,
    strict,
    xml,
)

SHEET, BOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
MOVED = RowEdit("Møder", {"Dato": dt.date(2026, 3, 10), "Sted": "Haven"}, 3)
ADDED = RowEdit("Møder", {"Nr": "M003", "Type": "dialogmoede", "Dato": dt.date(2026, 3, 11), "Sted": "Haven"})


def packed(data: bytes) -> dict[str, bytes]:
    """Each member as it lies in the zip, not unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        found = {}
        for info in package.infolist():
            start = info.header_offset + 30
            start += sum(int.from_bytes(data[at : at + 2], "little") for at in (start - 4, start - 2))
            found[info.filename] = data[start : start + info.compress_size]
        return found


def facts(data: bytes) -> list[tuple[object, ...]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [
            (info.filename, info.date_time, info.compress_type, info.external_attr)
            for info in package.infolist()
        ] + [(package.comment,)]


def test_every_other_member_is_the_same_packed_bytes_in_the_same_order() -> None:
    before = rich()
    after = edited(before, [MOVED])
    assert facts(after) == facts(before)
    ours, theirs = packed(after), packed(before)
    assert {name for name in ours if ours[name] != theirs[name]} == {SHEET}


def test_a_workbook_without_formulas_changes_in_its_sheet_only() -> None:
    book = meetings()
    for row in (2, 3):
        book.worksheets[0].cell(row, 7).value = "tirsdag"
    before = bytes_of(book)
    after = edited(before, [MOVED])
    assert [name for name, content in members(after).items() if content != members(before)[name]] == [SHEET]


def test_with_formulas_excel_is_told_to_work_them_out_anew() -> None:
    plain = changed(rich(), {BOOK: lambda book: book.replace(b' fullCalcOnLoad="1"', b"")})
    (calculation,) = xml(edited(plain, [MOVED]), BOOK).iterfind("{*}calcPr")
    assert dict(calculation.items()) == {"calcId": "124519", "fullCalcOnLoad": "1"}


def test_the_order_to_calculate_goes_in_its_place_where_there_was_none() -> None:
    def without(book: bytes) -> bytes:
        root = etree.fromstring(book)
        for each in root.findall("{*}calcPr"):
            root.remove(each)
        return etree.tostring(root)

    after = edited(changed(rich(), {BOOK: without}), [MOVED])
    names = [etree.QName(each).localname for each in xml(after, BOOK)]
    assert names[-2:] == ["definedNames", "calcPr"]


def test_all_of_the_sheet_but_its_edited_cells_is_as_it_was() -> None:
    def others(data: bytes) -> list[bytes]:
        root = xml(data, SHEET)
        for cell in root.findall(".//{*}c"):
            if cell.get("r") in ("C3", "F3"):
                cell.clear()
        return [etree.tostring(each, method="c14n") for each in root.iter("{*}*")]

    before = rich()
    assert others(edited(before, [MOVED])) == others(before)


def test_what_people_put_around_their_meetings_is_still_there_for_openpyxl() -> None:
    after = edited(rich(), [MOVED, ADDED])
    sheet = page(after)
    assert sheet["A2"].comment.text == "Ring til Bo Eksempel"
    assert [str(each.sqref) for each in sheet.conditional_formatting] == ["E2:E99"]
    assert [str(each.sqref) for each in sheet.data_validations.dataValidation] == ["B2:B99"]
    assert (sheet["G3"].value, sheet["H2"].value) == ('=TEXT(C3,"ddd")', "husk kaffe")
    assert (sheet.column_dimensions["H"].width, sheet.freeze_panes) == (33, "B2")
    book = opened(after)
    assert book.defined_names["Laengder"].attr_text == "Møder!$E$2:$E$3"
    assert {"xl/charts/chart1.xml", "xl/media/image1.png", "xl/vbaProject.bin"} <= members(after).keys()
    assert b"Billede" in members(after)["xl/drawings/drawing1.xml"]


def test_the_text_of_a_cell_that_says_so_already_keeps_its_two_colours() -> None:
    strings = (
        f'<sst xmlns="{MAIN}"><si><t>Sted</t></si>'
        "<si><r><rPr><b/></rPr><t>Sal</t></r><r><t>en</t></r></si></sst>"
    )
    before = handmade(
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>',
        strings=strings,
    )
    assert edited(before, [RowEdit("Møder", {"Sted": "Salen"}, 2)]) == before


def test_when_nothing_has_to_change_the_bytes_are_the_same() -> None:
    before = rich()
    same = RowEdit(
        "Møder",
        {"Nr": "M001", "Dato": dt.date(2026, 2, 3), "Start": dt.time(10), "Varighed": 60, "Bemærkning": None},
        2,
    )
    assert edited(before, [same]) is before
    assert edited(before, []) is before


def test_the_same_edits_again_give_the_same_bytes() -> None:
    before = rich()
    edits = [
        MOVED,
        RowEdit("Møder", {"Beregnet": "10-03-2026 10:00", "Varighed": 7.5, "Start": None}, 2),
        RowEdit("Svar", {"Møde": "M001", "Person": "P001", "Svar": "Kommer", "Dato": DAY}, 2),
    ]
    after = edited(before, edits)
    assert edited(after, edits) is after
    assert edited(before, edits) == after


def test_a_workbook_of_our_own_is_edited_too() -> None:
    before = workbook_bytes({"Institution": [INSTITUTION], "Møder": [MEETING]}, DAY)
    after = edited(before, [RowEdit("Møder", {"Beregnet": "03-02-2026 10:00"}, 2)])
    found, kept = members(after), members(before)
    assert len([name for name in found if found[name] != kept[name]]) == 1
    assert page(after)["T2"].value == "03-02-2026 10:00"
    assert len(page(after).data_validations.dataValidation) == 6


def test_a_protected_sheet_is_written_to_and_stays_protected() -> None:
    book = meetings()
    book.worksheets[0].protection.enable()
    after = edited(bytes_of(book), [MOVED])
    assert page(after)["F3"].value == "Haven"
    assert page(after).protection.sheet


@pytest.mark.parametrize("sheet", ["Møder", "Svar"])
def test_a_strict_workbook_stays_strict(sheet: str) -> None:
    edit = {"Møder": ADDED, "Svar": RowEdit("Svar", {"Møde": "M001", "Dato": DAY})}[sheet]
    after = edited(strict(rich()), [edit])
    assert rows(after, sheet)[-1][0] == next(iter(edit.values.values()))
    assert not [name for name, content in members(after).items() if MAIN.encode() in content]


VALUES = (
    st.none() | st.text(max_size=9) | st.integers(0, 999) | st.dates(DAY, dt.date(2099, 12, 31)) | st.times()
)
FILLABLE = ("Nr", "Type", "Dato", "Start", "Varighed", "Sted")


@settings(max_examples=40)
@given(
    edits=st.dictionaries(
        st.integers(2, 8),
        st.dictionaries(st.sampled_from(FILLABLE), VALUES, min_size=1),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_is_put_in_all_other_cells_read_as_before(edits: dict[int, dict[str, CellValue]]) -> None:
    def others(data: bytes) -> dict[tuple[int, int], object]:
        return {
            (row, column): value
            for row, cells in enumerate(rows(data), 1)
            for column, value in enumerate(cells)
            if value != "" and not (column < 6 and FILLABLE[column] in edits.get(row, {}))
        }

    before = bytes_of(meetings())
    after = edited(before, [RowEdit("Møder", values, row) for row, values in edits.items()])
    assert others(after) == others(before)
    assert rows(after, "Noter") == rows(before, "Noter")
