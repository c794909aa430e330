"""Findings: every code that is raised is declared, and every declared one is raised."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import docgen
from docgen.findings import KINDS, Finding, Kind, Place, Severity, errors_in, in_order
from docgen.i18n import language

SOURCE = Path(docgen.__file__).parent
CODE = re.compile(r'"([EW]-\d{3})"')


def raised() -> set[str]:
    modules = [path for path in SOURCE.rglob("*.py") if path.parent.name != "findings"]
    return {code for path in modules for code in CODE.findall(path.read_text("utf-8"))}


def test_every_code_that_is_raised_is_declared_and_the_other_way_round() -> None:
    assert raised() - set(KINDS) == set()
    assert set(KINDS) - raised() == set()


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.code)
def test_a_finding_says_what_is_there_and_how_to_mend_it(kind: Kind) -> None:
    assert kind.message.endswith((".", "?", "}"))
    assert kind.remedy.endswith((".", "?", "”", "}"))


def test_a_letter_of_the_code_tells_errors_from_warnings() -> None:
    found = (Finding.of("E-080", value="x", known="y"), Finding.of("W-088", date="z"))
    assert [finding.severity for finding in found] == [Severity.ERROR, Severity.WARNING]
    assert errors_in(found) == found[:1]


def test_an_undeclared_code_is_a_slip_of_ours() -> None:
    with pytest.raises(KeyError):
        Finding.of("E-000")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(sheet="Møder", row=12, cell="F12", heading="Dato"), "Møder!F12 (Dato)"),
        (Place(sheet="Møder", row=12), "Møder!12"),
        (Place(sheet="Møder"), "Møder"),
        (Place(file="type.toml", key="fase 2"), "type.toml: fase 2"),
        (
            Place(file="brev.docx", part="header1", tag="{{ x }}", near="Kære"),
            "brev.docx (header1): {{ x }} “Kære”",
        ),
        (Place(), ""),
    ],
)
def test_a_place_reads_as_people_write_it(place: Place, words: str) -> None:
    assert str(place) == words


def test_an_excerpt_stands_in_the_quotes_of_the_language() -> None:
    assert Place(file="brev.docx", near="Kære").text(language("da")) == "brev.docx »Kære«"


def test_a_finding_in_one_line_has_code_place_fault_expectation_and_remedy() -> None:
    finding = Finding.of("W-088", Place(sheet="Møder", row=2, cell="F2", heading="Dato"), date="07-02-2026")
    assert str(finding) == (
        "W-088 Møder!F2 (Dato): 07-02-2026 is in a weekend. Meetings are held on working days. "
        "Correct the date, or write the reason under Undtagelse."
    )


def test_a_reason_of_the_system_is_put_into_the_readers_language() -> None:
    finding = Finding.of("E-160", Place(file="pakke"), reason="Permission denied")
    assert "Permission denied" in finding.text()
    assert "Permission denied" not in finding.text(language("da"))


def test_a_number_with_decimals_is_written_in_the_readers_way() -> None:
    finding = Finding.of("W-151", Place(file="brev.docx"), lix=35.2, limit=34, sentence="Kom")
    assert "35.2" in finding.text()
    assert "35,2" in finding.text(language("da"))


def test_a_finding_gains_its_file_as_it_climbs_and_keeps_what_it_has() -> None:
    finding = Finding.of("W-088", Place(sheet="Møder"), date="x").within(file="bog.xlsx", sheet="Andet")
    assert (finding.place.file, finding.place.sheet) == ("bog.xlsx", "Møder")


def test_findings_stand_in_reading_order_and_once_each() -> None:
    def at(cell: str, row: int) -> Finding:
        return Finding.of("W-088", Place(sheet="Møder", row=row, cell=cell), date="x")

    shuffled = [at("AA2", 2), at("F10", 10), at("F2", 2), at("F2", 2), at("B10", 10)]
    assert [finding.place.cell for finding in in_order(shuffled)] == ["F2", "AA2", "B10", "F10"]


def test_whole_sheets_come_first_then_headings_then_the_rest() -> None:
    places = [
        Place(sheet="Beboere", row=2, cell="A2"),
        Place(sheet="Institution", cell="B10", heading="Kalender-id"),
        Place(sheet="Institution", cell="B9", heading="Titel"),
        Place(sheet="Møder", row=1, cell="C1"),
        Place(sheet="Personer"),
    ]
    found = in_order(Finding.of("W-088", place, date="x") for place in places)
    assert [str(finding.place) for finding in found] == [
        "Personer",
        "Møder!C1",
        "Beboere!A2",
        "Institution!B9 (Titel)",
        "Institution!B10 (Kalender-id)",
    ]
