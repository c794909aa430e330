import datetime as dt

import pytest

from docgen.findings import Place
from docgen.model import Channel
from docgen.workbook.cells import BLANK, read_cell
from docgen.workbook.column import Column, Form
from docgen.workbook.grid import ErrorCell, Value

HERE = Place(sheet="Møder", row=2, cell="F2", heading="Dato")
THIRD = dt.date(2026, 2, 3)


def column(form: Form, *, required: bool = False, high: int = 9999, low: int = 0) -> Column:
    choices = Channel if form is Form.CHOICE else None
    words = ("beboer",) if form is Form.PEOPLE else ()
    return Column(
        "Felt", "felt", form, "", required=required, choices=choices, low=low, high=high, words=words
    )


def outcome(value: Value, form: Form, *, from_1904: bool = False) -> tuple[object, list[str]]:
    read, findings = read_cell(value, column(form), HERE, from_1904=from_1904)
    assert all(finding.place == HERE for finding in findings)
    return read, [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        ("  Asta ", Form.TEXT, "Asta"),
        (4000.0, Form.TEXT, "4000"),
        (7.5, Form.TEXT, "7,5"),
        (True, Form.TEXT, "Ja"),
        (4000.0, Form.POSTCODE, "4000"),
        (800.0, Form.POSTCODE, "0800"),
        ("0800", Form.POSTCODE, "0800"),
        (70000010.0, Form.PHONE, "70000010"),
        (7.0, Form.NR, "7"),
        ("P001", Form.PERSON, "P001"),
        ("P001; P002 ;;P001", Form.PEOPLE, ("P001", "P002")),
        ("P001, P002\nP003", Form.PEOPLE, ("P001", "P002", "P003")),
        ("Beboer; P001", Form.PEOPLE, ("beboer", "P001")),
        (THIRD, Form.DATE, THIRD),
        (dt.datetime.combine(THIRD, dt.time(10)), Form.DATE, THIRD),
        ("3/2 2026", Form.DATE, THIRD),
        (dt.time(10), Form.TIME, dt.time(10)),
        (dt.time(9, 59, 59, 424000), Form.TIME, dt.time(10)),
        (dt.datetime.combine(THIRD, dt.time(10, 30)), Form.TIME, dt.time(10, 30)),
        (dt.timedelta(seconds=35999, microseconds=424000), Form.TIME, dt.time(10)),
        (0.4166666, Form.TIME, dt.time(10)),
        (10.0, Form.TIME, dt.time(10)),
        (1030.0, Form.TIME, dt.time(10, 30)),
        ("kl. 10", Form.TIME, dt.time(10)),
        (60.0, Form.MINUTES, 60),
        ("60 min.", Form.MINUTES, 60),
        ("45 minutter", Form.MINUTES, 45),
        (dt.time(1, 15), Form.MINUTES, 75),
        ("7", Form.WHOLE, 7),
        (0.6, Form.PERCENT, 60),
        ("60 %", Form.PERCENT, 60),
        (7.5, Form.DECIMAL, 7.5),
        ("7,5", Form.DECIMAL, 7.5),
        ("Ja", Form.YES_NO, True),
        ("x", Form.YES_NO, True),
        (True, Form.YES_NO, True),
        (1.0, Form.YES_NO, True),
        ("NEJ", Form.YES_NO, False),
        (" e-MAIL ", Form.CHOICE, Channel.EMAIL),
        ("", Form.TEXT, BLANK),
        ("   ", Form.DATE, BLANK),
    ],
)
def test_values_as_danish_users_write_them(value: Value, form: Form, expected: object) -> None:
    assert outcome(value, form) == (expected, [])


@pytest.mark.parametrize(
    ("value", "form", "code"),
    [
        ("30-02-2026", Form.DATE, "E-021"),
        (dt.date(1900, 1, 10), Form.DATE, "E-021"),
        (17.0, Form.DATE, "E-021"),
        (20260203.0, Form.DATE, "E-021"),
        (True, Form.DATE, "E-021"),
        (dt.time(0), Form.DATE, "E-021"),
        (dt.timedelta(hours=25), Form.TIME, "E-022"),
        (10.5, Form.TIME, "E-022"),
        ("25:00", Form.TIME, "E-022"),
        (0.99999, Form.TIME, "E-022"),
        (THIRD, Form.TIME, "E-022"),
        (60.5, Form.WHOLE, "E-023"),
        (10000.0, Form.WHOLE, "E-023"),
        (-1.0, Form.WHOLE, "E-023"),
        ("en time", Form.MINUTES, "E-023"),
        (True, Form.WHOLE, "E-023"),
        ("mange", Form.DECIMAL, "E-024"),
        ("måske", Form.YES_NO, "E-025"),
        ("Post", Form.CHOICE, "E-026"),
        (ErrorCell("#REF!"), Form.TEXT, "E-027"),
        (ErrorCell(), Form.DATE, "E-028"),
        ("se 010101-0000", Form.TEXT, "E-030"),
        ("010101-0000", Form.PERSON, "E-030"),
        ("010101-0000", Form.DATE, "E-030"),
        ("010101-0000", Form.CHOICE, "E-030"),
        ("0101010000", Form.NR, "E-030"),
        (101010000.0, Form.NR, "E-030"),
    ],
)
def test_what_cannot_be_understood_is_blank_and_one_finding(value: Value, form: Form, code: str) -> None:
    assert outcome(value, form) == (BLANK, [code])


@pytest.mark.parametrize(
    ("value", "form", "expected", "code"),
    [
        (46056.0, Form.DATE, THIRD, "W-033"),
        (THIRD, Form.TEXT, "03-02-2026", "W-032"),
        (dt.time(10), Form.TEXT, "10:00", "W-032"),
        ("a\x07b", Form.TEXT, "ab", "W-029"),
        ("0101010000", Form.PHONE, "0101010000", "W-031"),
        (101010000.0, Form.TEXT, "101010000", "W-031"),
    ],
)
def test_what_is_understood_although_it_is_odd_is_kept_with_a_warning(
    value: Value, form: Form, expected: object, code: str
) -> None:
    assert outcome(value, form) == (expected, [code])


def test_a_bare_number_is_a_date_in_the_workbook_s_own_date_system() -> None:
    assert outcome(44594.0, Form.DATE, from_1904=True) == (THIRD, ["W-033"])


def test_advice_is_given_once() -> None:
    for value, form in (("klokken ti", Form.TIME), ("måske", Form.YES_NO), ("i morgen", Form.DATE)):
        _, (finding,) = read_cell(value, column(form), HERE)
        said = finding.text().casefold()
        assert said.count("write") == 1
        assert said.count("ja or nej") <= 1


def test_a_field_of_institution_has_no_row_to_empty() -> None:
    place = Place(sheet="Institution", cell="B2", heading="Navn")
    _, (finding,) = read_cell("", column(Form.TEXT, required=True), place)
    assert "row" not in finding.text()


def test_a_required_cell_that_is_blank_is_a_finding_and_a_garbled_one_is_not_two() -> None:
    required = column(Form.DATE, required=True)
    assert [f.code for f in read_cell("", required, HERE)[1]] == ["E-020"]
    assert [f.code for f in read_cell("vrøvl", required, HERE)[1]] == ["E-021"]


def test_a_finding_shows_what_stands_there_shortened_and_the_bounds() -> None:
    _, (finding,) = read_cell("halvanden " * 9, column(Form.WHOLE, low=5, high=720), HERE)
    assert "“halvanden halvanden halvanden halvanden…”" in finding.text()
    assert "from 5 to 720" in finding.text()


@pytest.mark.parametrize("form", list(Form))
def test_no_finding_ever_repeats_a_cpr_number(form: Form) -> None:
    values: list[Value] = ["010101-0000", "Asta 0101010000 x", "0101010000", 101010000.0, 1111110000.0]
    for value in values:
        _, findings = read_cell(value, column(form), HERE)
        for finding in findings:
            assert "0000" not in finding.text()
            assert "0000" not in repr(finding)
