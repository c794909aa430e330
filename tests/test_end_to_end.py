"""From a workbook to a pack, as a user does it: through the commands, on real files."""

from __future__ import annotations

import base64
import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from lxml import etree
from openpyxl.worksheet.worksheet import Worksheet

import docgen
from docgen.cli.main import main
from docgen.model import MeetingStatus, Person, Resident
from docgen.planning import Plan, Window
from docgen.planning.entry import Origin
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


def planned() -> Plan:
    """What the command plans: 26 weeks from the sample's day."""
    window = Window(SAMPLE_DAY, SAMPLE_DAY + dt.timedelta(weeks=26))
    now = dt.datetime.combine(SAMPLE_DAY, dt.time(), ZoneInfo("Europe/Copenhagen"))
    return docgen.plan(docgen.load(SAMPLE), docgen.meeting_types(), now=now, window=window)


def computed() -> set[str]:
    """The numbers of the meetings that courses have in that time."""
    return {one.nr for one in planned().meetings if one.origin is Origin.COURSE}


def letters_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("invitation_*.docx"))


def test_letters_wait_for_the_weeks_before_their_meeting_and_the_rest_does_not(
    pack: Path, tmp_path: Path
) -> None:
    """Four weeks before the meeting on 3 March is 3 February."""
    early = pack / "moeder" / "2026-03-03_1230_opfoelgningsmoede_M010"
    assert letters_in(early) == []
    assert sorted(path.name for path in early.iterdir()) == [
        "dagsorden.docx",
        "moede.ics",
        "noteark.docx",
        "referat.docx",
    ]
    for day, are_there in (("2026-02-02", False), ("2026-02-03", True)):
        later = tmp_path / day
        assert main(["build", str(SAMPLE), "-o", str(later), "--today", day, "--lang", "en"]) == 0
        assert bool(letters_in(later / "moeder" / early.name)) is are_there


def test_a_meeting_that_is_named_has_its_letters_at_once(tmp_path: Path) -> None:
    assert main(["build", str(SAMPLE), "-o", str(tmp_path), "--meeting", "M010", *WINDOW]) == 0
    assert letters_in(tmp_path / "moeder" / "2026-03-03_1230_opfoelgningsmoede_M010")


@pytest.mark.usefixtures("with_libreoffice")
def test_a_letter_for_digital_post_is_a_pdf_in_a_message(tmp_path: Path) -> None:
    assert main(["build", str(SAMPLE), "-o", str(tmp_path), "--meeting", "M003", *WINDOW]) == 0
    (message,) = (tmp_path / "digitalpost").iterdir()
    assert message.name == "M003_B003.xml"
    files = list(etree.parse(message).iter("{*}File"))
    assert [one.findtext("{*}filename") for one in files] == ["invitation_B003.pdf"]
    assert base64.b64decode(files[0].findtext("{*}content", "")).startswith(b"%PDF-")


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
    numbers = {path.name.rpartition("_")[2] for path in (pack / "moeder").iterdir()}
    rows = {row.nr: row.status for row in docgen.load(SAMPLE).meetings}
    assert sorted(rows.values()) == [MeetingStatus.CANCELLED, *[MeetingStatus.PLANNED] * 13]
    assert numbers & rows.keys() == {nr for nr, status in rows.items() if status is MeetingStatus.PLANNED}
    assert numbers - rows.keys() == {nr for nr in computed() if nr not in rows} != set()
    everybody = {one.nr for meeting in planned().calendar for one in meeting.seating.participants}
    assert {path.name for path in (pack / "kalendere").iterdir()} == {f"{nr}.ics" for nr in everybody}
    courses = {course.nr for course in docgen.load(SAMPLE).courses}
    assert {path.name for path in (pack / "forloeb").iterdir()} == courses
    assert sorted(path.name for path in pack.iterdir()) == [
        ".docgen",
        "forloeb",
        "kalendere",
        "mail",
        "moeder",
        "oversigt.html",
        "post",
    ]
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
        {"Nr": "P1", "Navn": "Ane Prøve", "Rolle": "Udviklingsleder", "E-mail": "ane@bo.example"},
        {"Nr": "P2", "Navn": "Ib Prøve", "Rolle": "Kontaktperson", "E-mail": "ib@bo.example"},
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
