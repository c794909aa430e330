"""What was made of filled minutes, in later builds: left alone, until a consent it rests on is withdrawn."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.documents.filling import Filler
from docgen.mailing.seal import sealed
from docgen.minutes.sending.send import send_on
from docgen.model import MeetingStatus, Workbook
from docgen.packs.build import BuildResult
from docgen.planning.register import Register
from tests import making
from tests.documents.word import zipped
from tests.docx_text import parts
from tests.minutes.filling import EVERYBODY, TEAM, collected, dated, filled, printed, world
from tests.packs.building import built, drafts_of_minutes

FOLDER = "moeder/2026-02-03_1000_rehabiliteringsmoede_M001"
EXCERPT = f"{FOLDER}/indstilling.docx"
DRAFT = "mail/M001_P004_referat.eml"


def build(pack: Path, workbook: Workbook, days: int = 0) -> BuildResult:
    return built(workbook, [TEAM], pack, now=making.NOW + dt.timedelta(days=days))


@pytest.fixture
def sent(pack: Path) -> Path:
    """A pack that was built, and whose minutes have been collected."""
    book = world(*EVERYBODY, secure_email=True)
    build(pack, book)
    letter = pack / FOLDER / "foelgebrev_P005.docx"
    letter.write_bytes(dated(letter.read_bytes()))
    minutes = collected(filled(pack / FOLDER / "referat.docx"), book, pack / FOLDER)
    filler = Filler(book.institution)
    send_on([minutes], Register.of(book), pack, now=making.NOW, convert=printed, filler=filler)
    assert (pack / EXCERPT).is_file()
    assert (pack / DRAFT).is_file()
    return pack


def test_the_build_itself_makes_none(pack: Path) -> None:
    build(pack, world(*EVERYBODY))
    assert not (pack / EXCERPT).exists()
    assert drafts_of_minutes(pack) == []


def test_later_builds_leave_excerpt_and_drafts_alone(sent: Path) -> None:
    before = {path: (sent / path).read_bytes() for path in (EXCERPT, DRAFT)}
    moved = world(*EVERYBODY)
    again = making.book(
        making.meeting(type=TEAM.name, place="Et andet sted"),
        residents=moved.residents,
        people=moved.people,
        institution=moved.institution,
    )
    build(sent, again, days=1)
    assert {path: (sent / path).read_bytes() for path in before} == before


def test_with_a_consent_they_go_and_numbers_are_not_said(sent: Path) -> None:
    assert drafts_of_minutes(sent) != []
    result = build(sent, world("P005", "P006"), days=1)
    assert not (sent / EXCERPT).exists()
    assert drafts_of_minutes(sent) == []
    assert (sent / "mail").is_dir(), "those that invite"
    assert "mail/M001_…_referat.eml" in result.removed
    assert not any("P004" in said for said in (*result.removed, *map(str, result.findings)))


def test_edited_ones_stay_and_are_named_at_every_build_until_they_are_gone(sent: Path) -> None:
    members = parts((sent / EXCERPT).read_bytes())
    members["word/document.xml"] = members["word/document.xml"].replace(b"Gartner", b"Gartneri")
    (sent / EXCERPT).write_bytes(zipped(members.items()))
    (sent / DRAFT).write_bytes((sent / DRAFT).read_bytes() + b"PS\r\n")
    named = {("W-167", EXCERPT), ("W-167", "mail/M001_…_referat.eml")}
    for days in (1, 2, 3):
        result = build(sent, world("P005", "P006"), days=days)
        assert named <= {(found.code, found.place.file) for found in result.findings}, days
        assert "P004" not in "".join(map(str, result.findings))
    (sent / EXCERPT).unlink()
    (sent / DRAFT).unlink()
    found = {(one.code, one.place.file) for one in build(sent, world("P005", "P006"), days=4).findings}
    assert not named & found


def held(*consents: str) -> Workbook:
    """The same house, once the minutes have been collected."""
    book = world(*consents)
    return replace(book, meetings=(replace(book.meetings[0], status=MeetingStatus.HELD),))


def test_they_go_after_the_meeting_too_and_its_letters_stay_as_they_went_out(sent: Path) -> None:
    letters = sorted(path.name for path in (sent / FOLDER).glob("*.docx") if path.name != "indstilling.docx")
    result = build(sent, held("P005", "P006"), days=20)
    assert not (sent / EXCERPT).exists()
    assert not (sent / "mail").exists()
    assert {EXCERPT, "mail/M001_…_referat.eml"} <= set(result.removed)
    assert not any("P004" in said for said in (*result.removed, *map(str, result.findings)))
    assert sorted(path.name for path in (sent / FOLDER).glob("*.docx")) == letters


def test_drafts_that_are_made_anew_after_that_stay(sent: Path) -> None:
    build(sent, held("P005", "P006"), days=20)
    (sent / "mail").mkdir()
    (sent / "mail" / "M001_P002_referat.eml").write_bytes(sealed(b"Subject: Referat\r\n\r\n"))
    build(sent, held("P005", "P006"), days=21)
    assert [path.name for path in (sent / "mail").iterdir()] == ["M001_P002_referat.eml"]


def test_an_edited_excerpt_is_named_after_the_meeting_until_it_is_gone(sent: Path) -> None:
    members = parts((sent / EXCERPT).read_bytes())
    members["word/document.xml"] = members["word/document.xml"].replace(b"Gartner", b"Gartneri")
    (sent / EXCERPT).write_bytes(zipped(members.items()))
    for days in (20, 21):
        found = {(one.code, one.place.file) for one in build(sent, held("P005", "P006"), days=days).findings}
        assert ("W-167", EXCERPT) in found
