"""What stands in a cell afterwards, and how it looks."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from docgen.workbook.editing import RowEdit, edited
from docgen.workbook.editing.values import escaped
from docgen.workbook.rows import CellValue
from docgen.workbook.writer import workbook_bytes
from tests.workbook.books import MEETING

from .making import MAIN, bytes_of, handmade, meetings, members, page, rich, rows, simple, xml

SHEET, STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"
DAY, HALF_PAST_TEN = dt.date(2026, 3, 10), dt.time(10, 30)
MOMENT = dt.datetime(2026, 3, 10, 10, 30)  # noqa: DTZ001 - a cell knows no time zone
HEADINGS = ("Nr", "Dato", "Start", "Varighed", "Sted")
CELLS = dict(zip(HEADINGS, "ABCDE", strict=True))


def put(data: bytes, *rows: int, **values: CellValue) -> bytes:
    """The values put into these rows of Møder, or into its row 2."""
    return edited(data, [RowEdit("Møder", values, row) for row in rows or (2,)])


def plain(*below: tuple[object, ...]) -> bytes:
    return bytes_of(simple({"Møder": [HEADINGS, *below]}))


def read(data: bytes, cell: str) -> object:
    row, column = coordinate_to_tuple(cell)
    return rows(data)[row - 1][column - 1]


@pytest.mark.parametrize(
    ("heading", "value", "theirs"),
    [
        ("Sted", "Salen", "Salen"),
        ("Sted", "=1+1", "=1+1"),
        ("Sted", "  Salen \n til højre ", "  Salen \n til højre "),
        ("Sted", "Salen\r\ntil højre\r", "Salen\ntil højre\n"),
        ("Sted", "<b>&amp;</b> \x07 _x0007_", "<b>&amp;</b> \x07 _x0007_"),
        ("Varighed", 45, 45),
        ("Varighed", 7.5, 7.5),
        ("Sted", True, "Ja"),
        ("Dato", DAY, DAY),
        ("Dato", MOMENT, MOMENT),
        ("Start", HALF_PAST_TEN, HALF_PAST_TEN),
        ("Dato", dt.date(1850, 1, 2), "1850-01-02"),
        ("Sted", None, ""),
        ("Sted", "", ""),
    ],
)
def test_a_value_is_read_back_as_it_was_put_in(heading: str, value: CellValue, theirs: object) -> None:
    after = put(plain(("M001", "x", "x", "x", "x")), **{heading: value})
    assert read(after, f"{CELLS[heading]}2") == theirs


def test_openpyxl_reads_the_same_values() -> None:
    after = put(rich(), 3, Dato=DAY, Start=HALF_PAST_TEN, Varighed=45, Sted="Haven & havnen")
    values = [page(after)[cell].value for cell in ("C3", "D3", "E3", "F3")]
    assert values == [dt.datetime.combine(DAY, dt.time()), HALF_PAST_TEN, 45, "Haven & havnen"]


def test_the_strings_that_sheets_share_are_left_alone() -> None:
    before = handmade(
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>0</v></c></row>',
        strings=f'<sst xmlns="{MAIN}" count="2" uniqueCount="1"><si><t>Sted</t></si></sst>',
    )
    after = put(before, Sted="Haven")
    assert rows(after) == [["Sted"], ["Haven"]]
    assert members(after)["xl/sharedStrings.xml"] == members(before)["xl/sharedStrings.xml"]


def test_a_cleared_row_stays_with_its_styles_its_notes_and_its_comment() -> None:
    after = put(rich(), Nr=None, Type=None, Dato=None, Start=None, Varighed=None, Sted=None)
    sheet = page(after)
    assert [cell.value for cell in sheet[2]] == [*[None] * 6, '=TEXT(C2,"ddd")', "husk kaffe"]
    assert sheet["C2"].number_format == "d. mmmm yyyy"
    assert sheet["A2"].comment.text == "Ring til Bo Eksempel"
    assert sheet["A3"].value == "M002"


def test_clearing_what_is_blank_changes_nothing() -> None:
    before = workbook_bytes({"Møder": [MEETING]}, dt.date(2026, 1, 5))
    assert put(before, Tema=None, Link="") is before


def test_the_link_of_a_value_goes_with_it_and_others_stay() -> None:
    book = simple({"Møder": [("Nr", "Link"), ("M001", "https://a.example"), ("M002", "https://b.example")]})
    for cell in ("A2", "B2", "B3"):
        book.worksheets[0][cell].hyperlink = "https://a.example"
    after = put(bytes_of(book), Link=None)
    assert [page(after)[cell].hyperlink is None for cell in ("A2", "B2", "B3")] == [False, True, False]
    last = put(put(after, Nr="M009"), 3, Link="https://c.example")
    assert xml(last, SHEET).find("{*}hyperlinks") is None


def test_what_was_known_of_the_old_value_goes_with_it() -> None:
    before = handmade(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Sted</t></is></c></row>'
        '<row r="2"><c r="A2" s="0" t="e" cm="1" vm="2"><v>#VALUE!</v></c></row>'
    )
    cell = xml(put(before, Sted="Haven"), SHEET).find(".//{*}c[@r='A2']")
    assert cell is not None
    assert dict(cell.items()) == {"r": "A2", "s": "0", "t": "inlineStr"}
    assert [etree.QName(each).localname for each in cell] == ["is"]


class TestTheLookOfADate:
    def test_the_cell_keeps_a_format_of_its_own_that_shows_it(self) -> None:
        after = put(bytes_of(meetings()), Dato=DAY, Start=HALF_PAST_TEN)
        assert [page(after)[cell].number_format for cell in ("C2", "D2")] == ["d. mmmm yyyy", "hh.mm"]
        assert members(after)[STYLES] == members(bytes_of(meetings()))[STYLES]

    def test_a_cell_that_would_show_a_number_takes_the_style_of_the_date_above(self) -> None:
        book = meetings()
        book.worksheets[0]["C3"].number_format = "General"
        after = put(bytes_of(book), 3, Dato=DAY)
        assert page(after)["C3"].number_format == "d. mmmm yyyy"

    def test_with_nothing_above_it_takes_the_style_of_the_column(self) -> None:
        book = simple({"Møder": [HEADINGS]})
        book.worksheets[0].column_dimensions["B"].number_format = "yyyy/mm/dd"
        after = put(bytes_of(book), Dato=DAY)
        assert page(after)["B2"].number_format == "yyyy/mm/dd"

    def test_else_it_gets_a_format_and_is_otherwise_like_the_cell_it_would_have_been(self) -> None:
        book = meetings()
        for cell in ("C2", "C3"):
            book.worksheets[0][cell].number_format = "0.00"
        after = put(bytes_of(book), 3, Dato=DAY)
        assert page(after)["C3"].number_format == "dd-mm-yyyy"
        assert page(after)["C3"].alignment.wrap_text
        assert page(after)["C2"].number_format == "0.00"

    @pytest.mark.parametrize(
        ("heading", "value", "code"),
        [
            ("Dato", DAY, "dd-mm-yyyy"),
            ("Start", HALF_PAST_TEN, "hh:mm"),
            ("Dato", MOMENT, "dd-mm-yyyy hh:mm"),
        ],
    )
    def test_each_kind_has_its_format(self, heading: str, value: CellValue, code: str) -> None:
        after = put(plain(), **{heading: value})
        assert page(after)[f"{CELLS[heading]}2"].number_format == code

    def test_a_number_is_not_shown_as_a_date(self) -> None:
        book = simple({"Møder": [HEADINGS, ("M001", None, None, DAY)]})
        after = put(bytes_of(book), Varighed=60)
        assert page(after)["D2"].number_format == "General"
        assert read(after, "D2") == 60

    def test_a_new_style_is_made_once(self) -> None:
        before = plain(("M001",), ("M002",), ("M003",))
        edits = [RowEdit("Møder", {"Dato": DAY}, row) for row in (2, 3, 4)]
        found = xml(edited(before, edits), STYLES).find("{*}cellXfs")
        assert found is not None
        assert found.get("count") == str(len(found)) == "2"

    def test_a_workbook_without_styles_gets_some(self) -> None:
        before = handmade('<row><c t="inlineStr"><is><t>Dato</t></is></c></row>')
        after = put(before, Dato=DAY)
        assert (read(after, "A2"), page(after)["A2"].number_format) == (DAY, "dd-mm-yyyy")

    def test_days_are_counted_from_1904_where_the_workbook_does(self) -> None:
        book = meetings()
        book.epoch = CALENDAR_MAC_1904
        before = bytes_of(book)
        after = put(before, Dato=DAY)
        assert (read(after, "C2"), page(after)["C2"].value) == (DAY, dt.datetime.combine(DAY, dt.time()))
        assert b"<v>44629</v>" in members(after)[SHEET]
        assert put(after, Dato=DAY) is after


class TestOddXml:
    @pytest.mark.parametrize("prefix", ["", "x"])
    def test_rows_and_cells_that_do_not_say_where_they_stand(self, prefix: str) -> None:
        p = f"{prefix}:" if prefix else ""
        text = f'<{p}c t="inlineStr"><{p}is><{p}t>%s</{p}t></{p}is></{p}c>'
        row = f"<{p}row>%s</{p}row>"
        before = handmade(
            row % "".join(text % heading for heading in HEADINGS)
            + row % (text % "M001" + f'<{p}c r="E2"/>')
            + f'<{p}row r="9">{text % "M009"}</{p}row>'
            + row % (text % "M010"),
            prefix=prefix,
        )
        after = edited(
            before,
            [
                RowEdit("Møder", {"Sted": "Haven", "Varighed": 60}, 2),
                RowEdit("Møder", {"Nr": "M005"}, 5),
                RowEdit("Møder", {"Nr": "M010a"}, 10),
                RowEdit("Møder", {"Nr": "M011"}),
            ],
        )
        found = rows(after)
        assert [row[0] for row in found] == [
            "Nr",
            "M001",
            "",
            "",
            "M005",
            "",
            "",
            "",
            "M009",
            "M010a",
            "M011",
        ]
        assert found[1] == ["M001", "", "", 60, "Haven"]
        sheet = page(after)
        assert [sheet["A5"].value, sheet["D2"].value, sheet["E2"].value, sheet["A11"].value] == [
            "M005", 60, "Haven", "M011",
        ]  # fmt: skip
        assert b"ns0" not in members(after)[SHEET]

    def test_cells_stand_in_the_order_of_their_columns(self) -> None:
        after = put(plain(("M001", None, None, None, "Salen")), Start=HALF_PAST_TEN, Dato=DAY, Varighed=1)
        (row,) = xml(after, SHEET).iterfind(".//{*}row[@r='2']")
        assert [cell.get("r") for cell in row] == ["A2", "B2", "C2", "D2", "E2"]

    def test_the_hint_where_a_row_s_cells_stand_and_the_used_area_follow(self) -> None:
        before = handmade(
            f'<worksheet xmlns="{MAIN}"><dimension ref="A1:B1"/><sheetData><row r="1" spans="1:2">'
            '<c r="A1" t="inlineStr"><is><t>Nr</t></is></c><c r="B1" t="inlineStr"><is><t>Sted</t></is></c>'
            '</row><row r="2" spans="1:1"><c r="A2" t="inlineStr"><is><t>M001</t></is></c></row></sheetData>'
            "</worksheet>"
        )
        after = put(before, Sted="Haven")
        root = xml(after, SHEET)
        assert [each.get("ref") for each in root.iterfind("{*}dimension")] == ["A1:B2"]
        assert [row.get("spans") for row in root.iter("{*}row")] == ["1:2", None]


@settings(max_examples=60)
@given(text=st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
def test_any_text_is_read_back(text: str) -> None:
    after = put(plain(), Sted=text)
    assert read(after, "E2") == text.replace("\r\n", "\n").replace("\r", "\n")
    assert put(after, Sted=text) is after


@given(text=st.text(max_size=40))
def test_any_text_becomes_sound_xml(text: str) -> None:
    cell = etree.Element("t")
    cell.text = escaped(text)
    assert etree.fromstring(etree.tostring(cell)).text == (cell.text or None)


@settings(max_examples=30)
@given(
    moment=st.datetimes(dt.datetime(1900, 3, 1), dt.datetime(2199, 12, 31)),  # noqa: DTZ001
    from_1904=st.booleans(),
)
def test_any_day_and_any_time_is_read_back(moment: dt.datetime, from_1904: bool) -> None:
    moment = moment.replace(microsecond=0, year=max(moment.year, 1905))
    setting = f'<workbookPr xmlns="{MAIN}" date1904="{int(from_1904)}"/>'
    headings = "".join(f'<c t="inlineStr"><is><t>{heading}</t></is></c>' for heading in ("Dato", "Start"))
    before = handmade(f"<row>{headings}</row>", book=setting)
    after = put(before, Dato=moment.date(), Start=moment.time())
    assert [read(after, "A2"), read(after, "B2")] == [moment.date(), moment.time()]
