"""From a workbook to a pack, as a user does it: through the commands, on real files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import docgen
from docgen.cli.main import main
from docgen.model import Person, Resident
from docgen.shelf import SAMPLE_DAY
from tests.docx_text import text_of
from tests.pack_contents import contents
from tests.workbook.books import headings

SAMPLE = Path(__file__).parent.parent / "sample_data" / "parkvaenget.xlsx"
Values = dict[str, str | int | dt.datetime]
WINDOW = ["--today", f"{SAMPLE_DAY:%Y-%m-%d}", "--lang", "en"]


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's pack, built by the command."""
    folder = tmp_path_factory.mktemp("sample") / "pakke"
    assert main(["build", str(SAMPLE), "-o", str(folder), *WINDOW]) == 0
    return folder


def everything_in(pack: Path) -> list[tuple[str, bytes]]:
    """What is in the files that people open; the ledger is the program's own."""
    return [(name, data) for name, data in contents(pack) if not name.startswith(".docgen/")]


def test_the_sample_becomes_a_whole_pack(pack: Path) -> None:
    first = pack / "moeder" / "2026-02-03_1000_opfoelgningsmoede_M001"
    assert sorted(path.name for path in first.iterdir()) == [
        "dagsorden.docx",
        "invitation_B001.docx",
        "invitation_P001.docx",
        "invitation_P002.docx",
        "invitation_P006.docx",
        "invitation_P011.docx",
        "moede.ics",
        "noteark.docx",
        "referat.docx",
    ]
    assert len(list((pack / "moeder").iterdir())) == 13, "14 meetings, one of them called off"
    letter = text_of((first / "invitation_B001.docx").read_bytes()).replace("~", " ")
    assert "Kære Alma" in letter
    assert "tirsdag den 3. februar 2026" in letter.casefold()


def test_an_easy_read_resident_gets_the_easy_read_letter(pack: Path) -> None:
    easy = {resident.nr: resident.easy_read for resident in docgen.load(SAMPLE).residents}
    headings = {}
    for letter in pack.glob("moeder/*/invitation_B*.docx"):
        text = text_of(letter.read_bytes())
        headings[letter.stem.rpartition("_")[2]] = "(Letlaest)" in text
    assert headings == {nr: easy[nr] for nr in headings}
    assert set(headings.values()) == {True, False}


def test_somebody_without_consent_is_named_nowhere(pack: Path) -> None:
    workbook = docgen.load(SAMPLE)
    agreed = {nr for resident in workbook.residents for nr in resident.consents}
    refused = [p for p in workbook.people if p.role.is_private and p.nr not in agreed]
    assert refused, "the sample has somebody without consent"
    for person in refused:
        for marker in (person.name, person.nr):
            assert [name for name, data in everything_in(pack) if marker.encode() in data] == []


def test_names_of_people_stand_in_no_file_name(pack: Path) -> None:
    workbook = docgen.load(SAMPLE)
    everybody: tuple[Resident | Person, ...] = (*workbook.residents, *workbook.people)
    names = [word for who in everybody for word in who.name.split()]
    paths = [path.relative_to(pack).as_posix() for path in pack.rglob("*")]
    assert [path for path in paths for name in names if name.casefold() in path.casefold()] == []
    assert all(path.isascii() for path in paths)


def test_the_same_workbook_and_clock_give_the_same_bytes(pack: Path, tmp_path: Path) -> None:
    assert main(["build", str(SAMPLE), "-o", str(tmp_path / "pakke"), *WINDOW]) == 0
    assert dict(everything_in(tmp_path / "pakke")) == dict(everything_in(pack))


def test_a_fresh_workbook_filled_in_by_its_headings_alone_builds(tmp_path: Path) -> None:
    path = tmp_path / "moeder.xlsx"
    assert main(["new", str(path), "--lang", "en"]) == 0
    book = openpyxl.load_workbook(path)
    date = dt.datetime(2026, 5, 12)  # noqa: DTZ001 - Excel's dates have no zone
    _fill(book["Institution"], {"Navn": "Bo & Arbejde", "E-mail": "post@bo.example", "Afsender": "Ane Prøve"})
    _replace(
        book["Beboere"],
        {
            "Nr": "B1",
            "Fornavn": "Åse",
            "Efternavn": "Æble",
            "Udviklingsleder": "P1",
            "Kontaktperson enhed": "P2",
            "Kontaktperson arbejdsplads": "P2",
            "I beskæftigelse": "Ja",
            "Adresse": "Vej 1",
            "Postnr": 9999,
            "By": "Prøveby",
        },
    )
    _replace(
        book["Personer"],
        {"Nr": "P1", "Navn": "Ane Prøve", "Rolle": "Udviklingsleder"},
        {"Nr": "P2", "Navn": "Ib Prøve", "Rolle": "Kontaktperson"},
    )
    _replace(
        book["Møder"],
        {
            "Nr": "M1",
            "Type": "Opfølgningsmøde",
            "Beboer": "B1",
            "Dato": date,
            "Start": "10.00",
            "Sted": "Stuen <1. sal>",
            "Anledning": "Beboerens eget ønske",
        },
    )
    book.save(path)
    pack = tmp_path / "moeder-pakke"
    assert main(["build", str(path), "--today", "2026-05-01", "--lang", "en"]) == 0
    folder = pack / "moeder" / "2026-05-12_1000_opfoelgningsmoede_M1"
    letter = text_of((folder / "invitation_B1.docx").read_bytes()).replace("~", " ")
    assert "Kære Åse" in letter
    assert "Stuen <1. sal>" in letter
    assert "Bo & Arbejde" in letter


def _fill(sheet: Worksheet, values: Values) -> None:
    """Writes the values of a sheet that has a field a row."""
    for row in sheet.iter_rows(min_row=2):
        name = str(row[0].value).rstrip("* ")
        if name in values:
            row[1].value = values[name]


def _replace(sheet: Worksheet, *rows: Values) -> None:
    """Empties the example rows and writes these, each value under its heading."""
    columns = headings(sheet)
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            cell.value = None
    for number, row in enumerate(rows, start=2):
        for heading, value in row.items():
            sheet.cell(number, columns[heading]).value = value
