"""Rows behind the last one, columns behind the last one, and sheets behind the last one."""

import datetime as dt

import pytest
from openpyxl import Workbook as Book
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.table import Table

from docgen.errors import WorkbookError
from docgen.workbook.columns import sheet
from docgen.workbook.editing import RowEdit, edited
from docgen.workbook.rows import Row
from docgen.workbook.writer import workbook_bytes
from tests.workbook.books import DAY, MEETING

from .making import bytes_of, changed, handmade, meetings, members, opened, page, rich, rows, simple, xml

SHEET, TABLE = "xl/worksheets/sheet1.xml", "xl/tables/table1.xml"
NEW: Row = {"Nr": "M003", "Type": "dialogmoede", "Dato": dt.date(2026, 3, 11), "Start": dt.time(9, 15)}


def added(book: Book | bytes, *values: Row) -> bytes:
    """The book with these rows behind the last one of Møder, or with the row NEW."""
    data = book if isinstance(book, bytes) else bytes_of(book)
    return edited(data, [RowEdit("Møder", each) for each in values or (NEW,)])


def cells(data: bytes, row: int, name: str = "Møder") -> list[object]:
    return [cell.value for cell in page(data, name)[row]]


class TestARowThatIsAdded:
    def test_it_stands_behind_the_last_filled_one_and_looks_like_it(self) -> None:
        after = added(meetings(), NEW, {"Nr": "M004"})
        assert [row[0] for row in rows(after)] == ["Nr *", "M001", "M002", "M003", "M004"]
        sheet = page(after)
        assert [sheet[f"{letter}4"].number_format for letter in "CD"] == ["d. mmmm yyyy", "hh.mm"]
        assert all(sheet[f"{letter}4"].alignment.wrap_text for letter in "ABCDEFGH")

    def test_in_a_sheet_of_headings_it_does_not_look_like_them(self) -> None:
        book = meetings()
        book.worksheets[0].delete_rows(2, 2)
        after = added(book)
        assert cells(after, 2)[:2] == ["M003", "dialogmoede"]
        assert not page(after)["A2"].font.bold
        assert page(after)["C2"].number_format == "dd-mm-yyyy"

    def test_rows_that_are_only_formatted_are_filled_first(self) -> None:
        book = meetings()
        for row in range(4, 9):
            book.worksheets[0].cell(row, 1).font = Font(italic=True)
        after = added(book)
        assert page(after)["A4"].value == "M003"
        assert page(after)["A4"].font.italic

    def test_formulas_of_people_s_own_that_are_pulled_down_in_advance_do_not_count(self) -> None:
        book = meetings()
        for row in range(4, 50):
            book.worksheets[0].cell(row, 7).value = f'=TEXT(C{row},"ddd")'
        after = added(book)
        assert cells(after, 4)[0] == "M003"
        assert cells(after, 4)[6] == '=TEXT(C4,"ddd")'

    def test_notes_and_formulas_in_known_columns_count(self) -> None:
        book = meetings()
        book.worksheets[0]["H5"] = "aftales senere"
        book.worksheets[0]["A7"] = '="M"&ROW()'
        assert page(added(book))["A8"].value == "M003"

    def test_it_does_not_stand_under_the_comment_of_a_row_that_is_gone(self) -> None:
        book = meetings()
        book.worksheets[0]["A4"].comment = Comment("Om et gammelt møde", "Inge Eksempel")
        assert page(added(book))["A5"].value == "M003"

    def test_it_stands_behind_a_row_that_was_filled_just_before(self) -> None:
        edits = [RowEdit("Møder", {"Nr": "M009"}, 9), RowEdit("Møder", {"Nr": "M010"})]
        assert page(edited(bytes_of(meetings()), edits))["A10"].value == "M010"

    def test_a_row_that_is_cleared_in_the_same_breath_is_not_filled_again(self) -> None:
        edits = [
            RowEdit("Møder", dict.fromkeys(NEW), 3),
            RowEdit("Møder", NEW),
        ]
        after = edited(bytes_of(meetings()), edits)
        assert [row[0] for row in rows(after)] == ["Nr *", "M001", "", "M003"]

    def test_a_row_of_nothing_is_none(self) -> None:
        before = bytes_of(meetings(table=True))
        assert edited(before, [RowEdit("Møder", {"Nr": None, "Sted": ""})]) is before

    def test_it_takes_the_height_and_the_style_that_somebody_gave_the_last_row(self) -> None:
        before = handmade(
            '<row r="1"><c r="A1" t="inlineStr"><is><t>Sted</t></is></c></row>'
            '<row r="2" s="3" customFormat="1" ht="40" customHeight="1" hidden="1">'
            '<c r="A2" t="inlineStr"><is><t>Salen</t></is></c></row>'
        )
        after = edited(before, [RowEdit("Møder", {"Sted": "Haven"})])
        (row,) = xml(after, SHEET).iterfind(".//{*}row[@r='3']")
        assert dict(row.items()) == {"r": "3", "s": "3", "customFormat": "1", "ht": "40", "customHeight": "1"}

    def test_it_is_as_high_as_its_own_text_needs_not_as_that_of_the_last_row(self) -> None:
        long: Row = {**MEETING, "Tema": "Lang snak " * 20}
        short: Row = {**MEETING, "Tema": "Kort"}
        after = edited(
            workbook_bytes({"Møder": [long]}, DAY), [RowEdit("Møder", short), RowEdit("Møder", long)]
        )
        sheet = page(after)
        heights = [sheet.row_dimensions[row].height for row in (2, 3, 4)]
        assert heights == [75, None, 75]


class TestTablesAndFilters:
    def test_a_table_that_ends_above_takes_the_row_in(self) -> None:
        after = added(rich())
        table = page(after).tables["Moeder"]
        assert (table.ref, table.autoFilter.ref) == ("A1:H4", "A1:H4")

    def test_a_table_with_room_stays_as_it_is(self) -> None:
        book = meetings()
        book.worksheets[0].add_table(Table(displayName="Moeder", ref="A1:H30"))
        before = bytes_of(book)
        assert members(added(before))[TABLE] == members(before)[TABLE]

    def test_a_table_with_totals_is_left_alone_and_the_row_stands_below_them(self) -> None:
        book = meetings(table=True)
        table = book.worksheets[0].tables["Moeder"]
        book.worksheets[0].append(["I alt", None, None, None, 105])
        table.ref, table.totalsRowCount = "A1:H4", 1
        before = bytes_of(book)
        after = added(before)
        assert members(after)[TABLE] == members(before)[TABLE]
        assert page(after)["A5"].value == "M003"

    def test_a_table_beside_the_meetings_is_left_alone(self) -> None:
        book = simple({"Møder": [("Nr", "Sted", None, "Rum"), ("M001", "Salen", None, "Salen")]})
        book.worksheets[0].add_table(Table(displayName="Rum", ref="D1:D2"))
        before = bytes_of(book)
        after = edited(before, [RowEdit("Møder", {"Nr": "M002"})])
        assert members(after)[TABLE] == members(before)[TABLE]

    def test_the_blank_row_of_an_empty_table_is_no_blank_row_once_it_is_filled(self) -> None:
        book = meetings(table=True)
        book.worksheets[0].delete_rows(2, 2)
        book.worksheets[0].tables["Moeder"].ref = "A1:H2"
        book.worksheets[0].tables["Moeder"].insertRow = True
        after = added(book)
        assert xml(after, TABLE).get("insertRow") is None
        assert xml(after, TABLE).get("ref") == "A1:H2"

    def test_the_sheet_s_filter_reaches_the_row_and_so_does_its_hidden_name(self) -> None:
        after = added(meetings())
        assert page(after).auto_filter.ref == "A1:H4"
        (name,) = xml(after, "xl/workbook.xml").iter("{*}definedName")
        assert (name.get("name"), name.text) == ("_xlnm._FilterDatabase", "'Møder'!$A$1:$H$4")

    def test_a_filter_with_room_and_one_elsewhere_stay_as_they_are(self) -> None:
        for area in ("A1:H1000", "J1:K3", "A2:H3"):
            book = meetings()
            book.worksheets[0].auto_filter.ref = area
            assert page(added(book)).auto_filter.ref == area


class TestAColumnThatIsMissing:
    COMPUTED = RowEdit("Møder", {"Beregnet": "03-02-2026 10:00"}, 2)

    def test_it_is_added_behind_the_last_one_in_the_look_of_its_neighbour(self) -> None:
        after = edited(bytes_of(meetings()), [self.COMPUTED])
        sheet = page(after)
        assert [sheet[cell].value for cell in ("H1", "I1", "I2")] == [
            "Egne noter",
            "Beregnet",
            "03-02-2026 10:00",
        ]
        assert sheet["I1"].fill.start_color.rgb == "FF1F3B4D"
        assert sheet.column_dimensions["I"].width == 20

    def test_it_is_found_the_next_time(self) -> None:
        after = edited(bytes_of(meetings()), [self.COMPUTED])
        assert edited(after, [self.COMPUTED]) is after

    def test_a_column_that_is_filled_without_a_heading_is_not_taken_for_it(self) -> None:
        book = meetings()
        book.worksheets[0]["J3"] = "løs note"
        sheet = page(edited(bytes_of(book), [self.COMPUTED]))
        assert (sheet["I1"].value, sheet["K1"].value, sheet["K2"].value) == (
            None,
            "Beregnet",
            "03-02-2026 10:00",
        )

    def test_a_heading_that_must_be_filled_has_its_star(self) -> None:
        book = simple({"Møder": [("Nr",), ("M001",)]})
        assert cells(edited(bytes_of(book), [RowEdit("Møder", {"Sted": "Salen"}, 2)]), 1) == ["Nr", "Sted *"]

    def test_nothing_is_added_where_nothing_is_put(self) -> None:
        before = bytes_of(meetings())
        assert edited(before, [RowEdit("Møder", {"Beregnet": None, "Status": ""}, 2)]) is before

    def test_the_table_takes_it_in_so_that_sorting_takes_it_along(self) -> None:
        after = edited(rich(), [self.COMPUTED])
        table = page(after).tables["Moeder"]
        assert (table.ref, table.autoFilter.ref) == ("A1:I3", "A1:I3")
        assert [(column.id, column.name) for column in table.tableColumns][-1] == (9, "Beregnet")
        assert xml(after, TABLE).find("{*}tableColumns").get("count") == "9"  # type: ignore[union-attr]

    def test_so_does_the_filter(self) -> None:
        after = edited(bytes_of(meetings()), [self.COMPUTED])
        assert page(after).auto_filter.ref == "A1:I3"

    def test_a_width_that_libreoffice_gave_to_all_the_rest_is_parted(self) -> None:
        before = changed(
            bytes_of(simple({"Møder": [("Nr",), ("M001",)]})),
            {
                SHEET: lambda xml: xml.replace(
                    b"<sheetData>", b'<cols><col min="2" max="9" width="5"/></cols><sheetData>'
                )
            },
        )
        edits = [RowEdit("Møder", {"Sted": "Salen", "Tema": "Job"}, 2)]
        found = xml(edited(before, edits), SHEET).iterfind("{*}cols/{*}col")
        assert [(col.get("min"), col.get("max"), col.get("width")) for col in found] == [
            ("2", "2", "26"), ("3", "3", "40"), ("4", "9", "5"),
        ]  # fmt: skip


class TestASheetThatIsMissing:
    ANSWER = RowEdit(
        "Svar", {"Møde": "M001", "Person": "P001", "Svar": "Kommer", "Dato": dt.date(2026, 1, 26)}
    )

    def test_it_is_added_behind_the_others_with_all_its_headings(self) -> None:
        after = edited(rich(), [self.ANSWER])
        assert opened(after).sheetnames == ["Møder", "Noter", "Svar"]
        assert rows(after, "Svar") == [
            ["Møde *", "Person *", "Svar *", "Dato", "Bemærkning"],
            ["M001", "P001", "Kommer", dt.date(2026, 1, 26), ""],
        ]

    def test_it_looks_like_the_meetings(self) -> None:
        book = meetings()
        book.worksheets[0].row_dimensions[1].height = 34
        book.worksheets[0].column_dimensions["C"].number_format = "d. mmmm yyyy"
        after = edited(bytes_of(book), [self.ANSWER])
        added = page(after, "Svar")
        assert added["A1"].fill.start_color.rgb == "FF1F3B4D"
        assert (added.row_dimensions[1].height, added.freeze_panes) == (34, "C2")
        assert added.column_dimensions["E"].width == 40
        assert added["D2"].number_format == "d. mmmm yyyy"
        assert not added["A2"].font.bold

    def test_its_part_has_a_name_a_number_and_a_relationship_that_nobody_else_has(self) -> None:
        edits = [self.ANSWER, RowEdit("Lukkedage", {"Fra": dt.date(2026, 2, 16)})]
        after = edited(rich(), edits)
        assert [name for name in members(after) if name not in members(rich())] == [
            "xl/worksheets/sheet3.xml", "xl/worksheets/sheet4.xml",
        ]  # fmt: skip
        sheets = xml(after, "xl/workbook.xml").findall("{*}sheets/{*}sheet")
        assert [each.get("sheetId") for each in sheets] == ["1", "2", "3", "4"]
        links = [link.get("Id") for link in xml(after, "xl/_rels/workbook.xml.rels")]
        assert len(links) == len(set(links))

    def test_a_workbook_without_a_look_to_borrow_gets_it_plain(self) -> None:
        after = edited(bytes_of(simple({"Noter": [("Hvad",)]})), [self.ANSWER])
        assert cells(after, 2, "Svar")[:2] == ["M001", "P001"]

    def test_clearing_cells_of_a_sheet_that_is_missing_adds_none(self) -> None:
        before = bytes_of(meetings())
        assert edited(before, [RowEdit("Svar", {"Svar": None}, 2)]) is before

    def test_a_chart_that_has_its_name_is_in_the_way(self) -> None:
        book = meetings()
        book.create_chartsheet("SVAR")
        with pytest.raises(WorkbookError) as caught:
            edited(bytes_of(book), [self.ANSWER])
        assert [finding.code for finding in caught.value.findings] == ["E-011"]

    @pytest.mark.parametrize("name", ["Svar", "Arkiv", "Beslutninger"])
    def test_any_sheet_of_the_table_can_be_added(self, name: str) -> None:
        heading = sheet(name).columns[0].heading
        after = edited(bytes_of(meetings()), [RowEdit(name, {heading: "M001"})])
        assert rows(after, name)[1][0] == "M001"


def test_headings_are_found_as_the_reader_finds_them() -> None:
    book = simple({" møder ": [("STED *", "nr", "Egne noter", "Sted"), ("Salen", "M001", "x", "y")]})
    after = edited(bytes_of(book), [RowEdit("Møder", {"Nr": "M002", "Sted": "Haven"}, 2)])
    assert cells(after, 2, " møder ") == ["Haven", "M002", "x", "y"]
