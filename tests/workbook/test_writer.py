import datetime as dt
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from docgen.errors import UsageError
from docgen.findings import errors_in
from docgen.model import Institution
from docgen.model import Workbook as Model
from docgen.workbook import check, read
from docgen.workbook.columns import SHEETS, Form, Sheet
from docgen.workbook.writer import new, workbook_bytes

from .books import DAY, MEETING, written


def sheets(path: Path) -> dict[str, Worksheet]:
    return {page.title: page for page in openpyxl.load_workbook(path).worksheets}


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ny") / "moeder.xlsx"
    new(path, "abc-123", DAY)
    return path


def test_a_fresh_workbook_has_no_findings_and_carries_its_calendar_id(fresh: Path) -> None:
    workbook = read(fresh)
    assert workbook.findings + check(workbook) == ()
    assert workbook.institution.calendar_id == "abc-123"


def test_its_examples_lie_some_weeks_ahead_on_a_working_day(fresh: Path) -> None:
    dates = [meeting.date for meeting in read(fresh).meetings]
    assert dates == [dt.date(2026, 1, 27), dt.date(2026, 2, 24)]


@pytest.mark.parametrize("today", [dt.date(2026, 12, 1), dt.date(2028, 5, 9), dt.date(2029, 4, 10)])
def test_examples_avoid_christmas_and_the_fixed_days_off(tmp_path: Path, today: dt.date) -> None:
    new(tmp_path / "ny.xlsx", "k", today)
    for meeting in read(tmp_path / "ny.xlsx").meetings:
        day = (meeting.date.month, meeting.date.day)
        assert day not in ((5, 1), (6, 5))
        assert (1, 5) < day < (12, 20)


def test_every_example_says_so_and_is_coloured(fresh: Path) -> None:
    pages = sheets(fresh)
    for name, column in (("Beboere", "C"), ("Personer", "B"), ("Møder", "L")):
        cell = pages[name][f"{column}2"]
        assert "Eksempel" in str(cell.value)
        assert cell.fill.start_color.rgb == "00FFF4CC"


def test_without_examples_the_sheets_hold_headings_and_the_calendar_id_only(tmp_path: Path) -> None:
    new(tmp_path / "ny.xlsx", "abc-123", DAY, example=False)
    workbook = read(tmp_path / "ny.xlsx")
    assert [*workbook.residents, *workbook.people, *workbook.meetings] == []
    assert workbook.institution.calendar_id == "abc-123"


def test_content_is_written_instead_of_examples(tmp_path: Path) -> None:
    content = Model(name="x", institution=Institution(name="Hus", email="a@hus.example", sender="Inge"))
    new(tmp_path / "ny.xlsx", "k-9", DAY, content=content)
    institution = read(tmp_path / "ny.xlsx").institution
    assert (institution.name, institution.calendar_id) == ("Hus", "k-9")


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "ny.xlsx"
    path.write_bytes(b"mit")
    with pytest.raises(UsageError) as caught:
        new(path, "k", DAY)
    assert [finding.code for finding in caught.value.findings] == ["E-014"]
    assert path.read_bytes() == b"mit"


def test_a_folder_that_is_not_there_is_a_finding_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        new(tmp_path / "borte" / "ny.xlsx", "k", DAY)
    assert [finding.code for finding in caught.value.findings] == ["E-015"]
    assert list(tmp_path.iterdir()) == []


def test_the_same_call_makes_the_same_bytes_with_the_day_it_was_given() -> None:
    data = workbook_bytes({}, DAY)
    assert data == workbook_bytes({}, DAY)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {member.date_time for member in package.infolist()} == {(2026, 1, 5, 0, 0, 0)}
        assert package.read("docProps/core.xml").count(b"2026-01-05T00:00:00Z") == 2


def test_the_guide_comes_first_and_the_sheets_follow_in_the_table_s_order(fresh: Path) -> None:
    assert list(sheets(fresh)) == ["Vejledning", *(sheet.name for sheet in SHEETS)]


@pytest.mark.parametrize("sheet", [s for s in SHEETS if not s.fields], ids=lambda sheet: sheet.name)
def test_headings_are_marked_noted_frozen_filtered_and_printed_on_every_page(
    fresh: Path, sheet: Sheet
) -> None:
    page = sheets(fresh)[sheet.name]
    for cell, column in zip(page[1], sheet.columns, strict=True):
        assert cell.value == column.heading + (" *" if column.required else "")
        assert cell.comment is not None
        assert column.note in cell.comment.text
    assert str(page.freeze_panes).endswith("2")
    assert str(page.auto_filter.ref).startswith("A1:")
    assert page.print_title_rows == "$1:$1"
    assert page.page_setup.orientation == "landscape"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_choice_has_a_drop_down_and_so_has_every_single_reference(fresh: Path, sheet: Sheet) -> None:
    lists = {rule.formula1 for rule in sheets(fresh)[sheet.name].data_validations.dataValidation}
    for column in sheet.columns:
        if column.allowed:
            assert f'"{",".join(column.allowed)}"' in lists
        if column.form in (Form.PERSON, Form.RESIDENT, Form.COURSE, Form.MEETING):
            assert f"'{column.form.refers[0]}'!$A$2:$A$1000" in lists


def test_the_words_of_every_drop_down_are_as_short_as_excel_demands(fresh: Path) -> None:
    for page in sheets(fresh).values():
        for rule in page.data_validations.dataValidation:
            assert len(rule.errorTitle or "") <= 32
            assert len(rule.error or "") <= 255


def test_suggestions_become_drop_downs_that_advise(tmp_path: Path) -> None:
    suggestions = {"Type": ("Dialogmøde", "Refleksionsdag"), "Anledning": ("et, to",), "Sted": ("x" * 256,)}
    new(tmp_path / "ny.xlsx", "k", DAY, suggestions=suggestions)
    rules = sheets(tmp_path / "ny.xlsx")["Møder"].data_validations.dataValidation
    (rule,) = [rule for rule in rules if rule.formula1 == '"Dialogmøde,Refleksionsdag"']
    assert rule.errorStyle == "warning"
    assert str(rule.sqref) == "B2:B1000"
    assert not any("M2" in str(rule.sqref) or "I2" in str(rule.sqref) for rule in rules)


def test_dates_times_and_numbers_typed_in_later_are_formatted(fresh: Path) -> None:
    columns = sheets(fresh)["Møder"].column_dimensions
    assert columns["F"].number_format == "dd-mm-yyyy"
    assert columns["G"].number_format == "hh:mm"
    assert sheets(fresh)["Beboere"].column_dimensions["E"].number_format == "@"


def test_one_typeface_throughout(fresh: Path) -> None:
    fonts = {cell.font.name for page in sheets(fresh).values() for row in page.rows for cell in row}
    assert fonts == {"Calibri"}


@pytest.mark.parametrize("text", ["=1+1", "#REF!", "_x0041_", "+45 70 00 00 10", "'citat", "007", "en\nto"])
def test_text_stays_text_whatever_it_looks_like(tmp_path: Path, text: str) -> None:
    workbook = read(written(tmp_path, {"Møder": [{**MEETING, "Tema": text}]}))
    assert workbook.meetings[0].theme == text
    assert errors_in(workbook.findings) == ()
