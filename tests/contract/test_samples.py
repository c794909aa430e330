"""The shipped workbooks through the command that a user types: every type and every document comes out."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest

import docgen
from docgen.cli.main import main
from docgen.meetingtypes.definition import Scope
from docgen.meetingtypes.loader import find_type
from docgen.model import MeetingStatus, Person, Role, Workbook
from docgen.planning import Plan, Window
from docgen.shelf import SAMPLE_DAY
from tests.commandline import SAMPLES
from tests.docx_text import text_of
from tests.pack_contents import contents
from tests.workbook.books import headings

WORKBOOKS = ("parkvaenget", "ledersamtaler", "jobcenter", "faellesmoeder")
TYPES = docgen.meeting_types()
CLOCK = ["--today", f"{SAMPLE_DAY:%Y-%m-%d}", "--lang", "da"]
Packs = dict[str, Path]


FOUND = {
    "parkvaenget": ["W-230", "W-081", "W-235"],  # too few meetings, a consent missing, another time asked for
    "ledersamtaler": ["W-081"],
    "jobcenter": [],
    "faellesmoeder": [],
}
"""What is wrong in each sample on purpose, so that it can be seen what is said of it."""
NUMBERS_TO_COME = re.compile(rb"\{\{(CPR:B\d{3}|CVR)\}\}")
"""What a message of Digital Post has in place of the numbers that docgen never knows."""


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    """A pack of each sample, built by the command from a copy whose letters all go out at once."""
    home = tmp_path_factory.mktemp("samples")
    for name in WORKBOOKS:
        _send_early(SAMPLES / f"{name}.xlsx", home / f"{name}.xlsx")
        assert main(["build", str(home / f"{name}.xlsx"), "-o", str(home / name), *CLOCK]) == 0, name
    return {name: home / name for name in WORKBOOKS}


def sample(name: str) -> Workbook:
    return docgen.load(SAMPLES / f"{name}.xlsx")


def planned(pack: Path) -> Plan:
    """What the command planned for this pack."""
    workbook = docgen.load(pack.parent / f"{pack.name}.xlsx")
    now = dt.datetime.combine(SAMPLE_DAY, dt.time(), ZoneInfo("Europe/Copenhagen"))
    window = Window(SAMPLE_DAY, SAMPLE_DAY + dt.timedelta(weeks=26))
    return docgen.plan(workbook, TYPES, now=now, window=window)


@pytest.mark.parametrize("name", WORKBOOKS)
def test_all_that_is_found_in_a_sample_is_there_on_purpose(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(SAMPLES / f"{name}.xlsx"), *CLOCK]) == 0
    assert re.findall(r"\b[EW]-\d{3}\b", "".join(capsys.readouterr())) == FOUND[name]


def test_every_document_of_every_type_comes_out_of_the_samples(packs: Packs) -> None:
    """But those about meetings that are called off, of which nothing has been sent yet, or that are over."""
    wanted = {
        f"{kind.name}/{rule.stem}" + (f" til {rule.audience}" if rule.audience.is_personal else "")
        for kind in TYPES
        for rule in kind.documents
        if rule.scope not in (Scope.CANCELLATION, Scope.MINUTES)
    }
    found = set()
    for pack in packs.values():
        plan = planned(pack)
        for meeting in plan.meetings:
            for document in meeting.documents:
                assert (pack / "moeder" / meeting.folder / document.file).is_file()
                personal = f" til {document.rule.audience}" if document.rule.audience.is_personal else ""
                found.add(f"{meeting.kind.name}/{document.rule.stem}{personal}")
        for sheet in plan.courses:
            assert (pack / "forloeb" / sheet.course.nr / sheet.file).is_file()
            found.add(f"{sheet.kind.name}/{sheet.rule.stem} til {sheet.rule.audience}")
    assert sorted(wanted - found) == []


def test_no_tag_is_left_in_any_of_them(packs: Packs) -> None:
    for pack in packs.values():
        for name, data in contents(pack):
            if name.endswith((".xml", ".ics", ".html", ".eml", ".txt")):
                whole = NUMBERS_TO_COME.sub(b"", data) if name.startswith("digitalpost/") else data
                assert not re.search(rb"\{\{|\}\}|\{%|%\}", whole), name


def test_every_letter_names_its_receiver_and_when_and_where(packs: Packs) -> None:
    for pack in packs.values():
        for meeting in planned(pack).meetings:
            for document in meeting.documents:
                if document.receiver and document.rule.stem == "invitation":
                    path = pack / "moeder" / meeting.folder / document.file
                    text = " ".join(text_of(path.read_bytes()).replace("~", " ").split())
                    assert document.receiver.name in text
                    assert f"{meeting.meeting.start:%-H.%M}" in text
                    assert meeting.meeting.place in text


def test_the_samples_hold_every_type(packs: Packs) -> None:
    used = {kind.name for name in packs for m in sample(name).meetings if (kind := find_type(TYPES, m.type))}
    assert used == {kind.name for kind in TYPES}
    assert any(m.status is MeetingStatus.CANCELLED for name in packs for m in sample(name).meetings)


with_consent = pytest.mark.parametrize("name", ["parkvaenget", "ledersamtaler", "jobcenter"])


@with_consent
def test_with_consent_withdrawn_neither_name_nor_number_is_left(
    name: str, packs: Packs, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    pack, copy, people = _copied(packs[name], tmp_path)
    _withdraw_all(packs[name].parent / f"{name}.xlsx", copy)
    _without_a_word(copy, pack, people, capfdbinary)
    assert _traces(pack, people) == []


@with_consent
def test_after_sending_it_is_left_in_the_cancellation_to_that_one_until_that_is_sent_too(
    name: str, packs: Packs, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    pack, copy, people = _copied(packs[name], tmp_path)
    assert main(["sent", str(pack), "--date", f"{SAMPLE_DAY}", "--lang", "da"]) == 0
    _withdraw_all(packs[name].parent / f"{name}.xlsx", copy)
    capfdbinary.readouterr()
    _without_a_word(copy, pack, people, capfdbinary)
    alone = {file for one in people for file in pack.glob(f"aflysninger/*_{one.nr}.ics")}
    was_sent = f"post/{SAMPLE_DAY}/"
    assert {file.stem.rpartition("_")[2] for file in alone} == {
        one.nr for one in people if one.role is not Role.GP
    }
    told = [f"mail/{file.stem}.eml" for file in alone]
    assert _beside_their_own_letters(pack, people) == []
    kept = (".docgen/", "aflysninger/", was_sent, *told, "post/breve.docx", "post/etiketter.docx")
    assert [file for file in _traces(pack, people) if not file.startswith(kept)] == []
    assert main(["sent", str(pack), "--date", f"{SAMPLE_DAY}", "--lang", "da"]) == 0
    assert main(["build", str(copy), "-o", str(pack), *CLOCK]) == 0
    assert [file for file in _traces(pack, people) if not file.startswith(was_sent)] == []


def _copied(pack: Path, folder: Path) -> tuple[Path, Path, list[Person]]:
    """A copy of the pack, where its next workbook will lie, and those whom it names by somebody's consent."""
    copy = folder / "pakke"
    shutil.copytree(pack, copy)
    people = _who_had_consent(planned(pack), docgen.load(pack.parent / f"{pack.name}.xlsx"))
    before = b"".join(data for _, data in contents(copy))
    assert all(person.name.encode() in before for person in people), "they were named while consent was there"
    return copy, folder / f"{pack.name}.xlsx", people


def _without_a_word(
    workbook: Path, pack: Path, people: list[Person], said: pytest.CaptureFixture[bytes]
) -> None:
    """Checks, plans and builds, and names none of these people meanwhile."""
    for command in (["check"], ["plan", "-v", "-o", str(pack)], ["build", "-o", str(pack)]):
        assert main([command[0], str(workbook), *command[1:], *CLOCK]) == 0
    told = b"".join(said.readouterr())
    assert [one.nr for one in people if one.name.encode() in told or one.nr.encode() in told] == []


def _traces(pack: Path, people: list[Person]) -> list[str]:
    """The files of the pack that say or are called something of these people."""
    markers = [marker for one in people for marker in (one.name, one.nr)]
    inside = {file for file, data in contents(pack) if any(marker.encode() in data for marker in markers)}
    paths = [path.relative_to(pack).as_posix() for path in pack.rglob("*")]
    return sorted(inside | {path for path in paths if any(marker in path for marker in markers)})


def _beside_their_own_letters(pack: Path, people: list[Person]) -> list[str]:
    """Who of these people is named in what is printed, but for the letters to them alone and their labels."""
    printed, labels = (_body(pack / "post" / name) for name in ("breve.docx", "etiketter.docx"))
    for one in people:
        for letter in pack.glob(f"aflysninger/*_{one.nr}.docx"):
            printed = printed.replace(_body(letter), "", 1)
        labels = labels.replace(f"(Adressefelt) {one.name}\n", "", 1)
    return [one.nr for one in people if any(mark in printed + labels for mark in (one.name, one.nr))]


def _body(file: Path) -> str:
    """The words of a document between its header and its footer; none where there is no such file."""
    words = text_of(file.read_bytes()) if file.is_file() else ""
    return words.partition("=== document\n")[2].partition("=== ")[0]


def _who_had_consent(plan: Plan, workbook: Workbook) -> list[Person]:
    """Those who stand in a letter of the pack because a resident said yes to it."""
    tables = [one.seating for one in plan.meetings]
    named = {who.nr for seating in tables for who in (*seating.participants, *seating.informed)}
    return [person for person in workbook.people if person.role.is_private and person.nr in named]


def _send_early(source: Path, target: Path) -> None:
    """A copy of the workbook whose letters go out a year before their meetings."""
    book = openpyxl.load_workbook(source)
    (value,) = (row[1] for row in book["Institution"].iter_rows() if row[0].value == "Udsend uger før")
    value.value = 52
    book.save(target)


def _withdraw_all(source: Path, target: Path) -> None:
    """A copy of the workbook in which nobody has consent any more."""
    book = openpyxl.load_workbook(source)
    sheet = book["Beboere"]
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, headings(sheet)["Samtykke til"]).value = None
    book.save(target)
