import dataclasses

import pytest

from docgen.workbook import columns
from docgen.workbook.columns import SHEETS, Form, Sheet
from docgen.workbook.headings import normal


def attributes(sheet: Sheet) -> list[str]:
    return [field.name for field in dataclasses.fields(sheet.row) if field.name != "at"]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_the_table_and_the_model_have_the_same_columns(sheet: Sheet) -> None:
    assert sorted(column.attribute for column in sheet.columns) == sorted(attributes(sheet))


@pytest.mark.parametrize("sheet", [s for s in SHEETS if not s.fields], ids=lambda sheet: sheet.name)
def test_a_column_is_required_where_the_model_has_no_default(sheet: Sheet) -> None:
    without = {
        field.name for field in dataclasses.fields(sheet.row) if field.default is dataclasses.MISSING
    } - {"at"}
    assert {column.attribute for column in sheet.columns if column.required} == without


def test_the_sheets_are_those_of_the_model_in_a_readable_order() -> None:
    assert [sheet.name for sheet in SHEETS] == [
        "Institution", "Beboere", "Personer", "Møder", "Forløb", "Svar", "Indsatser", "Lukkedage",
        "Beslutninger", "Arkiv",
    ]  # fmt: skip


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_two_headings_can_be_taken_for_each_other(sheet: Sheet) -> None:
    headings = [normal(column.heading) for column in sheet.columns]
    assert len(set(headings)) == len(headings)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_column_says_in_danish_what_it_is_for(sheet: Sheet) -> None:
    assert all(column.note.endswith(".") for column in sheet.columns)


def test_every_drop_down_fits_into_what_excel_allows() -> None:
    lists = [",".join(column.allowed) for sheet in SHEETS for column in sheet.columns]
    assert max(map(len, lists)) <= 255


def test_choices_belong_to_choice_columns_and_every_choice_column_has_some() -> None:
    for sheet in SHEETS:
        for column in sheet.columns:
            assert bool(column.choices) == (column.form is Form.CHOICE), column.heading


def test_a_default_comes_from_the_model() -> None:
    sheet = columns.sheet("Institution")
    defaults = {column.heading: sheet.default(column) for column in sheet.columns}
    assert defaults["Svarfrist"] == 7
    assert defaults["Logo"] == ""
    meetings = columns.sheet("Møder")
    assert meetings.default(meetings.columns[0]) is None


def test_an_unknown_sheet_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        columns.sheet("Ukendt")
