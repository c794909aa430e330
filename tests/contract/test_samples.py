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
from docgen.model import MeetingStatus, Person, Workbook
from docgen.shelf import SAMPLE_DAY
from tests.commandline import SAMPLES
from tests.docx_text import text_of
from tests.pack_contents import contents
from tests.workbook.books import headings

WORKBOOKS = ("parkvaenget", "ledersamtaler", "jobcenter", "faellesmoeder")
TYPES = docgen.meeting_types()
CLOCK = ["--today", f"{SAMPLE_DAY:%Y-%m-%d}", "--lang", "da"]
Packs = dict[str, Path]


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    """A pack of each sample, built by the command."""
    home = tmp_path_factory.mktemp("samples")
    for name in WORKBOOKS:
        assert main(["build", str(SAMPLES / f"{name}.xlsx"), "-o", str(home / name), *CLOCK]) == 0, name
    return {name: home / name for name in WORKBOOKS}


def sample(name: str) -> Workbook:
    return docgen.load(SAMPLES / f"{name}.xlsx")


@pytest.mark.parametrize(
    ("name", "codes"), [(name, ["W-081"] * (name in ("parkvaenget", "ledersamtaler"))) for name in WORKBOOKS]
)
def test_all_that_is_found_in_a_sample_is_a_consent_that_is_missing_on_purpose(
    name: str, codes: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(SAMPLES / f"{name}.xlsx"), *CLOCK]) == 0
    assert re.findall(r"\b[EW]-\d{3}\b", "".join(capsys.readouterr())) == codes


def test_every_document_of_every_type_comes_out_of_the_samples(packs: Packs) -> None:
    wanted = {
        f"{kind.name}/{rule.stem}" + (f" til {rule.audience}" if rule.audience.is_personal else "")
        for kind in TYPES
        for rule in kind.documents
        if rule.scope is Scope.MEETING
    }
    found = set()
    for name, pack in packs.items():
        workbook = sample(name)
        plan = docgen.plan(workbook, TYPES, now=_clock())
        for planned in plan.meetings:
            for document in planned.documents:
                assert (pack / "moeder" / planned.folder / document.file).is_file()
                personal = f" til {document.rule.audience}" if document.rule.audience.is_personal else ""
                found.add(f"{planned.kind.name}/{document.rule.stem}{personal}")
    assert sorted(wanted - found) == []


def test_no_tag_is_left_in_any_of_them(packs: Packs) -> None:
    for pack in packs.values():
        for name, data in contents(pack):
            if name.endswith((".xml", ".ics", ".html")):
                assert not re.search(rb"\{\{|\}\}|\{%|%\}", data), name


def test_every_letter_names_its_receiver_and_when_and_where(packs: Packs) -> None:
    for name, pack in packs.items():
        for planned in docgen.plan(sample(name), TYPES, now=_clock()).meetings:
            for document in planned.documents:
                if document.receiver and document.rule.stem == "invitation":
                    path = pack / "moeder" / planned.folder / document.file
                    text = " ".join(text_of(path.read_bytes()).replace("~", " ").split())
                    assert document.receiver.name in text
                    assert f"{planned.meeting.start:%-H.%M}" in text
                    assert planned.meeting.place in text


def test_the_samples_hold_every_type(packs: Packs) -> None:
    used = {kind.name for name in packs for m in sample(name).meetings if (kind := find_type(TYPES, m.type))}
    assert used == {kind.name for kind in TYPES}
    assert any(m.status is MeetingStatus.CANCELLED for name in packs for m in sample(name).meetings)


@pytest.mark.parametrize("name", ["parkvaenget", "ledersamtaler", "jobcenter"])
def test_with_consent_withdrawn_neither_name_nor_number_is_left(
    name: str, packs: Packs, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    pack, copy = tmp_path / "pakke", tmp_path / f"{name}.xlsx"
    shutil.copytree(packs[name], pack)
    people = _who_had_consent(sample(name))
    before = b"".join(data for _, data in contents(pack))
    assert all(person.name.encode() in before for person in people), "they were named while consent was there"
    _withdraw_all(SAMPLES / f"{name}.xlsx", copy)
    for command in (["check"], ["plan", "-v", "-o", str(pack)], ["build", "-o", str(pack)]):
        assert main([command[0], str(copy), *command[1:], *CLOCK]) == 0
    said = b"".join(capfdbinary.readouterr())
    for person in people:
        for marker in (person.name.encode(), person.nr.encode()):
            assert [file for file, data in contents(pack) if marker in data] == []
            assert marker not in said
            assert [path.name for path in pack.rglob("*") if person.nr in path.name] == []


def _who_had_consent(workbook: Workbook) -> list[Person]:
    """Those who stand in a letter of the pack because a resident said yes to it."""
    planned = docgen.plan(workbook, TYPES, now=_clock()).meetings
    named = {
        one.nr for meeting in planned for one in (*meeting.seating.participants, *meeting.seating.informed)
    }
    return [person for person in workbook.people if person.role.is_private and person.nr in named]


def _withdraw_all(source: Path, target: Path) -> None:
    """A copy of the workbook in which nobody has consent any more."""
    book = openpyxl.load_workbook(source)
    sheet = book["Beboere"]
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, headings(sheet)["Samtykke til"]).value = None
    book.save(target)


def _clock() -> dt.datetime:
    return dt.datetime.combine(SAMPLE_DAY, dt.time(), ZoneInfo("Europe/Copenhagen"))
