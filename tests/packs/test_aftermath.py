"""What was made of filled minutes, in later builds: left alone, until a consent it rests on is withdrawn."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from docgen.documents.filling import Filler
from docgen.minutes.sending.send import send_on
from docgen.model import Workbook
from docgen.packs.build import BuildResult
from docgen.planning.register import Register
from tests import making
from tests.documents.word import zipped
from tests.docx_text import parts
from tests.minutes.filling import EVERYBODY, TEAM, collected, dated, filled, printed, world
from tests.packs.building import built

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
    assert not (pack / "mail").exists()


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
    result = build(sent, world("P005", "P006"), days=1)
    assert not (sent / EXCERPT).exists()
    assert not (sent / "mail").exists()
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
