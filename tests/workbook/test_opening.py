"""The envelope's window and the label sheet, as people write them on the sheet Institution."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.findings import Place
from docgen.model import EnvelopeWindow, Institution, LabelSheetName
from docgen.workbook import read
from docgen.workbook.cells import BLANK, read_cell
from docgen.workbook.columns import Column, sheet
from docgen.workbook.grid import Value

from .books import INSTITUTION, written

HERE = Place(sheet="Institution", cell="B17", heading="Rudekuvert")
(RUDEKUVERT,) = (one for one in sheet("Institution").columns if one.heading == "Rudekuvert")
(ETIKETARK,) = (one for one in sheet("Institution").columns if one.heading == "Etiketark")


def outcome(value: Value, column: Column = RUDEKUVERT) -> tuple[object, list[str]]:
    read_as, findings = read_cell(value, column, HERE)
    assert all(finding.place == HERE for finding in findings)
    return read_as, [finding.code for finding in findings]


@pytest.mark.parametrize(
    "text",
    [
        "20; 50; 100; 40",
        "20;50;100;40",
        "20 50 100 40",
        "20 x 50 x 100 x 40",
        "20 X 50 × 100 x 40",
        "20, 50, 100, 40",
        "20 mm; 50 mm; 100 mm; 40 mm",
        "20mm 50mm 100mm 40mm",
        "  20,0 ; 50.0;100;40 ",
    ],
)
def test_a_window_may_be_written_in_many_ways(text: str) -> None:
    assert outcome(text) == (EnvelopeWindow(20.0, 50.0, 100.0, 40.0), [])


def test_decimals_have_a_comma_or_a_point() -> None:
    assert outcome("15,5; 44,25; 90.5; 32") == (EnvelopeWindow(15.5, 44.25, 90.5, 32.0), [])


def test_a_blank_cell_is_the_houses_usual_window_and_sheet() -> None:
    assert outcome("") == (BLANK, [])
    assert (Institution().window, str(Institution().window)) == (
        EnvelopeWindow(15, 44, 90, 32),
        "15; 44; 90; 32",
    )
    assert Institution().label_sheet == "3 x 8"


@pytest.mark.parametrize(
    "text",
    [
        "C5",
        "15",
        15.0,
        "15; 44; 90",
        "15; 44; 90; 32; 5",
        "15,44,90,32",
        "-15; 44; 90; 32",
        "1544 90 32",
        True,
    ],
)
def test_what_is_not_four_measures_is_an_error(text: Value) -> None:
    assert outcome(text) == (BLANK, ["E-405"])


@pytest.mark.parametrize(
    "text",
    [
        "121; 44; 90; 32",  # beyond the right edge
        "15; 24; 90; 32",  # in the letter's head
        "15; 117; 90; 32",  # across the fold
        "15; 270; 90; 32",  # beyond the lower edge
        "0; 25; 211; 32",
    ],
)
def test_a_window_where_no_address_can_stand_is_an_error(text: str) -> None:
    assert outcome(text) == (BLANK, ["E-406"])


@pytest.mark.parametrize("text", ["15; 44; 59,9; 32", "15; 44; 90; 19", "500; 500; 5; 5"])
def test_a_window_that_is_too_small_for_an_address_is_an_error(text: str) -> None:
    assert outcome(text) == (BLANK, ["E-407"])


@pytest.mark.parametrize("text", ["120; 44; 90; 32", "0; 25; 210; 123", "15; 44; 60; 20"])
def test_a_window_may_reach_the_limits(text: str) -> None:
    assert outcome(text)[1] == []


def test_the_findings_say_what_was_measured_and_what_would_do() -> None:
    _, (outside,) = read_cell("121; 44; 90; 32", RUDEKUVERT, HERE)
    assert "121; 44; 90; 32 mm" in outside.message()
    assert "25 to 148 mm" in outside.expected()
    _, (small,) = read_cell("15; 44; 50; 32", RUDEKUVERT, HERE)
    assert "60 mm wide and 20 mm high" in small.expected()


@given(st.text(max_size=40))
def test_no_text_does_any_harm(text: str) -> None:
    window, findings = outcome(text)
    assert isinstance(window, EnvelopeWindow) or findings or not text.strip()


def test_a_sheet_of_labels_is_chosen_from_a_list() -> None:
    assert ETIKETARK.allowed == ("3 x 8", "2 x 7")
    assert outcome("2 X 7", ETIKETARK) == (LabelSheetName.TWO_BY_SEVEN, [])
    assert outcome("4 x 10", ETIKETARK) == (BLANK, ["E-026"])


def test_both_are_read_from_a_workbook_and_a_fault_names_its_cell(tmp_path: Path) -> None:
    row = {**INSTITUTION, "Rudekuvert": "20 50 100 40,5", "Etiketark": "2 x 7"}
    house = read(written(tmp_path, {"Institution": [row]})).institution
    assert (house.window, house.label_sheet) == (
        EnvelopeWindow(20, 50, 100, 40.5),
        LabelSheetName.TWO_BY_SEVEN,
    )
    book = read(written(tmp_path, {"Institution": [row | {"Rudekuvert": "20 50"}]}))
    (fault,) = book.findings
    assert fault.code == "E-405"
    number = 2 + [column.heading for column in sheet("Institution").columns].index("Rudekuvert")
    assert str(fault.place) == f"Institution!B{number} (Rudekuvert)"
    assert book.institution.window == EnvelopeWindow()


def test_a_window_is_written_as_it_is_read() -> None:
    window = EnvelopeWindow(15.5, 44.25, 90, 32)
    assert str(window) == "15,5; 44,25; 90; 32"
    assert outcome(str(window)) == (window, [])
    assert dataclasses.astuple(window) == (15.5, 44.25, 90, 32)
