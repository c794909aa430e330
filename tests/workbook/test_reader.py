import datetime as dt
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from docgen.findings import in_order
from docgen.model import BrokenRow, Channel, Institution, MeetingStatus, Workbook
from docgen.workbook import read
from docgen.workbook.rows import AsIs, Row

from .books import INSTITUTION, MEETING, PERSON, RESIDENT, places, raw, written
from .editing.making import handmade

FIELDS = [["Felt", "Værdi"], *INSTITUTION.items()]
EMPTY = {"Beboere": [["Nr", "Fornavn", "Efternavn"]], "Personer": [["Nr", "Navn", "Rolle"]]}
HEADINGS = ["Nr", "Type", "Dato", "Start", "Sted"]
ROW = ["M001", "dialogmoede", dt.date(2026, 2, 3), dt.time(10), "Mødelokalet"]


def book(folder: Path, **sheets: Sequence[Sequence[object]]) -> Workbook:
    return read(raw(folder, {"Institution": FIELDS, "Møder": [HEADINGS], **EMPTY, **sheets}))


def meetings(folder: Path, *rows: Row) -> Workbook:
    return read(written(folder, {"Møder": [{**MEETING, **row} for row in rows]}))


def test_a_row_becomes_what_the_model_says(tmp_path: Path) -> None:
    workbook = meetings(tmp_path, {"Varighed": 45, "Deltagere": "P001; P002", "Status": "aflyst"})
    (meeting,) = workbook.meetings
    assert (meeting.nr, meeting.date, meeting.start) == ("M001", dt.date(2026, 2, 3), dt.time(10))
    assert (meeting.length, meeting.extra, meeting.status) == (45, ("P001", "P002"), MeetingStatus.CANCELLED)
    assert workbook.name == "bog"
    assert workbook.findings == ()


def test_blank_cells_mean_the_model_s_defaults(tmp_path: Path) -> None:
    workbook = read(written(tmp_path, {"Beboere": [RESIDENT], "Personer": [{**PERSON, "Kanal": None}]}))
    assert workbook.residents[0].active is True
    assert workbook.residents[0].consent_date is None
    assert workbook.people[0].channel is Channel.EMAIL
    assert workbook.institution.reply_days == 7


def test_a_row_knows_its_cells(tmp_path: Path) -> None:
    (meeting,) = meetings(tmp_path, {}).meetings
    assert str(meeting.at.place("Dato")) == "Møder!F2 (Dato)"
    assert meeting.at.place("Dato").row == 2


def test_a_field_of_institution_knows_its_cell(tmp_path: Path) -> None:
    institution = read(written(tmp_path, {})).institution
    assert str(institution.at.place("E-mail")) == "Institution!B7 (E-mail)"
    assert institution.name == "Botilbuddet Eksempelgården"


def test_empty_rows_are_skipped_and_the_others_keep_their_numbers(tmp_path: Path) -> None:
    workbook = book(tmp_path, Møder=[HEADINGS, [], ["", " ", None], ROW])
    assert [meeting.at.number for meeting in workbook.meetings] == [4]
    assert workbook.findings == ()


def test_neither_case_nor_space_nor_unicode_form_of_names_matters(tmp_path: Path) -> None:
    sheets: dict[str, Sequence[Sequence[object]]] = {
        " INSTITUTION": FIELDS,
        **EMPTY,
        unicodedata.normalize("NFD", "møder ") + "*": [["nr *", "TYPE", " dato", "Start*", "STED  *"], ROW],
    }
    path = raw(tmp_path, {name.replace("*", ""): rows for name, rows in sheets.items()})
    workbook = read(path)
    assert [meeting.place for meeting in workbook.meetings] == ["Mødelokalet"]
    assert workbook.findings == ()


def test_other_sheets_and_columns_are_left_alone(tmp_path: Path) -> None:
    workbook = book(tmp_path, Noter=[["Husk kage"]], Møder=[["Kage", *HEADINGS], ["Nødder", *ROW]])
    assert [meeting.nr for meeting in workbook.meetings] == ["M001"]
    assert workbook.findings == ()


def test_a_misspelt_sheet_is_pointed_out_beside_the_missing_one(tmp_path: Path) -> None:
    path = raw(tmp_path, {"Institution": FIELDS, **EMPTY, "Mader": [HEADINGS, ROW]})
    findings = read(path).findings
    assert places(findings) == [("W-012", "Mader"), ("E-008", "Møder")]
    assert "Did you mean Møder?" in findings[0].text()


def test_a_missing_sheet_that_may_be_missing_is_nothing(tmp_path: Path) -> None:
    assert book(tmp_path).courses == ()
    assert book(tmp_path).findings == ()


def test_whole_sheets_come_first_then_headings_then_rows(tmp_path: Path) -> None:
    beboere = [["Nr", "Fornavn", "Efternavnn"], ["B001", "Asta", "x"]]
    path = raw(tmp_path, {"Institution": [*FIELDS[:1], *FIELDS[2:]], "Beboere": beboere, "Møder": [HEADINGS]})
    assert places(read(path).findings) == [
        ("E-008", "Personer"), ("E-009", "Beboere!1"), ("W-013", "Beboere!C1"), ("E-039", "Institution"),
    ]  # fmt: skip


@pytest.mark.parametrize("role", ["Pårørende", "Netværksperson", "Bisidder", "Læge", "Pårørend", None])
@pytest.mark.parametrize("heading", ["Kanal", "Kan være jobformidler"])
def test_no_finding_repeats_what_stands_on_a_private_person_s_row(
    tmp_path: Path, role: str | None, heading: str
) -> None:
    row = {**PERSON, "Rolle": role, heading: "Ring til Zacharias"}
    findings = read(written(tmp_path, {"Personer": [row]})).findings
    assert findings
    for finding in findings:
        assert "Zacharias" not in repr(finding)
        assert "Pårørend" not in str(dict(finding.data).get("value"))


def test_but_a_colleague_s_row_is_quoted(tmp_path: Path) -> None:
    row = {**PERSON, "Kanal": "Ring til Bo"}
    (finding,) = read(written(tmp_path, {"Personer": [row]})).findings
    assert "“Ring til Bo”" in finding.text()


def test_nor_does_any_repeat_what_stands_about_consent(tmp_path: Path) -> None:
    row = {**RESIDENT, "Samtykke dato": "Zacharias sagde ja"}
    (finding,) = read(written(tmp_path, {"Beboere": [row]})).findings
    assert places([finding]) == [("E-021", "Beboere!AD2")]
    assert "Zacharias" not in repr(finding)


def test_two_sheets_of_one_name_are_an_error_and_the_first_is_read(tmp_path: Path) -> None:
    twice: dict[str, Sequence[Sequence[object]]] = {"MØDER ": [HEADINGS, ROW]}
    workbook = book(tmp_path, **twice)
    assert places(workbook.findings) == [("E-011", "MØDER")]
    assert workbook.meetings == ()


def test_a_missing_required_column_breaks_every_row_with_one_finding(tmp_path: Path) -> None:
    workbook = book(tmp_path, Møder=[["Nr", "Type", "Dato", "Start", "Stedd"], ROW, ROW])
    assert places(workbook.findings) == [("E-009", "Møder!1"), ("W-013", "Møder!E1")]
    assert [row.nr for row in workbook.broken] == ["M001", "M001"]


def test_a_heading_that_stands_twice_is_an_error_and_the_first_is_read(tmp_path: Path) -> None:
    workbook = book(tmp_path, Møder=[[*HEADINGS, "sted *"], [*ROW, "Et andet sted"]])
    assert places(workbook.findings) == [("E-010", "Møder!F1")]
    assert workbook.meetings[0].place == "Mødelokalet"


def test_fields_of_institution_are_found_like_headings(tmp_path: Path) -> None:
    fields = [["Egen note", "Værdi", "FELT "], ["", "Hus", "navn *"], ["", "x@y.example", "E-mail"],
              ["", "", "Afsender"], ["", "70 00 00 00", "Telefonn"], ["", "Hus 2", "Navn"]]  # fmt: skip
    workbook = book(tmp_path, Institution=fields)
    assert workbook.institution.name == "Hus"
    assert places(workbook.findings) == [
        ("E-039", "Institution!B4"), ("W-013", "Institution!C5"), ("E-010", "Institution!C6"),
    ]  # fmt: skip


def test_institution_without_its_two_columns_says_which_is_missing(tmp_path: Path) -> None:
    workbook = book(tmp_path, Institution=[["Felt", "Noget"]])
    assert places(workbook.findings) == [("E-009", "Institution!1")]
    assert workbook.institution == Institution()


def test_a_row_with_a_fault_in_a_required_cell_is_broken_but_keeps_its_number(tmp_path: Path) -> None:
    workbook = meetings(tmp_path, {"Dato": "30-02-2026"}, {"Nr": "M002"}, {"Nr": None})
    assert [meeting.nr for meeting in workbook.meetings] == ["M002"]
    assert [(row.at.number, row.nr) for row in workbook.broken] == [(2, "M001"), (4, "")]
    assert places(workbook.findings) == [("E-021", "Møder!F2"), ("E-020", "Møder!A4")]


def test_a_broken_row_keeps_the_name_of_somebody_who_may_be_of_a_residents_own_life(tmp_path: Path) -> None:
    roles = {"P002": "Pårørende", "P003": "Pårørnde", " ": "Pårørende", "  ": "Kontaktperson"}
    rows: list[Row] = [
        {**PERSON, "Nr": nr.strip(), "Navn": f"Karen {nr}", "Rolle": role} for nr, role in roles.items()
    ]
    workbook = read(written(tmp_path, {"Personer": rows}))
    assert [row.name for row in workbook.broken] == ["Karen P003", "Karen", ""]
    assert "Karen" not in repr(workbook.broken)


def test_a_broken_row_knows_whose_it_is_where_that_can_be_read(tmp_path: Path) -> None:
    effort = {"Beboer": "B001", "Indsats": "Praktik", "Start": "30-02-2026"}
    rows: list[Row] = [effort, {**effort, "Beboer": None}]
    workbook = read(written(tmp_path, {"Indsatser": rows}))
    assert [(row.at.number, row.resident) for row in workbook.broken] == [(2, "B001"), (3, "")]


def test_a_fault_in_an_optional_cell_keeps_the_row_and_names_it(tmp_path: Path) -> None:
    workbook = meetings(tmp_path, {"Varighed": "en time"})
    assert workbook.meetings[0].length is None
    (finding,) = workbook.findings
    assert (finding.code, finding.place.sheet, finding.place.row) == ("E-023", "Møder", 2)


def test_error_cells_and_uncalculated_formulas_do_not_pass_for_blanks(tmp_path: Path) -> None:
    workbook = meetings(
        tmp_path,
        {"Tema": AsIs("#REF!")},
        {"Nr": "M002", "Tema": AsIs("=A1&A2")},
        {"Nr": "M003", "Sted": AsIs("#N/A")},
    )
    assert places(workbook.findings) == [("E-027", "Møder!L2"), ("E-028", "Møder!L3"), ("E-027", "Møder!I4")]
    assert [row.nr for row in workbook.broken] == ["M003"]


def test_an_error_cell_beyond_everything_else_is_seen(tmp_path: Path) -> None:
    workbook = book(tmp_path, Møder=[[*HEADINGS, "Tema"], ROW, [None] * 5 + ["#REF!"]])
    assert ("E-027", "Møder!F3") in places(workbook.findings)


def test_dates_count_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, {"Møder": [{**MEETING, "Dato": 44594}]})
    data = path.with_name("mac.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(data, "w") as new:
        for name in old.namelist():
            xml = old.read(name)
            new.writestr(name, xml.replace(b"<workbookPr", b'<workbookPr date1904="1"', 1))
    workbook = read(data)
    assert workbook.meetings[0].date == dt.date(2026, 2, 3)
    assert places(workbook.findings) == [("W-033", "Møder!F2")]


def test_a_control_character_is_left_out_and_reported(tmp_path: Path) -> None:
    workbook = meetings(tmp_path, {"Bemærkning": AsIs("Ring_x0007_ først")})
    assert workbook.meetings[0].remark == "Ring først"
    assert places(workbook.findings) == [("W-029", "Møder!U2")]


def test_a_cpr_number_reaches_neither_the_model_nor_any_finding(tmp_path: Path) -> None:
    workbook = meetings(
        tmp_path,
        {"Bemærkning": "Asta 010101-0000"},
        {"Nr": "010101-0000"},
        {"Nr": "M003", "Beboer": "010101-0000", "Dato": "010101-0000", "Varighed": "0101010000"},
    )
    assert "0000" not in repr(workbook)
    assert {("E-030", "Møder!U2"), ("E-030", "Møder!A3"), ("E-030", "Møder!C4")} <= set(
        places(workbook.findings)
    )
    assert BrokenRow(workbook.broken[0].at, "") in workbook.broken


def test_findings_come_in_the_order_in_which_people_read(tmp_path: Path) -> None:
    workbook = meetings(tmp_path, {"Status": "?", "Dato": "?"}, {"Nr": "M002", "Start": "?"})
    assert workbook.findings == in_order(workbook.findings)
    assert [finding.place.cell for finding in workbook.findings] == ["F2", "S2", "G3"]


@pytest.mark.parametrize("module", ["openpyxl", "docgen.workbook.writer"])
def test_reading_does_not_import_what_only_writing_needs(module: str) -> None:
    code = f"import docgen.workbook, sys; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_error_in_a_cell_that_does_not_say_where_it_stands_is_found(tmp_path: Path) -> None:
    path = tmp_path / "bog.xlsx"
    cells = "".join(f'<c t="inlineStr"><is><t>{heading}</t></is></c>' for heading in HEADINGS)
    path.write_bytes(handmade(f'<row>{cells}</row><row><c><v>1</v></c><c t="e"><v>#REF!</v></c></row>'))
    assert ("E-027", "Møder!B2") in places(read(path).findings)
