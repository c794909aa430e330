"""The whole way: minutes built, filled in as Word does, read back, sent on as PDF, and built again."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

import pytest

from docgen.documents.filling import Filler
from docgen.mailing.pdf import LibreOffice
from docgen.minutes.reading.reader import read_minutes
from docgen.minutes.sending.send import SentOn, ToSendOn, send_on
from docgen.planning.register import Register
from tests import making
from tests.docx_text import text_of
from tests.mailing.readers import by_python
from tests.minutes.filling import EVERYBODY, KINDS, TEAM, dated, world
from tests.minutes.wordlike import Paper
from tests.packs.building import built, drafts_of_minutes
from tests.tools import require_tool

FOLDER = "moeder/2026-02-03_1000_rehabiliteringsmoede_M001"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack that was built, and in which the leader has written."""
    built(world(*EVERYBODY, secure_email=True), [TEAM], tmp_path / "pakke")
    folder = tmp_path / "pakke" / FOLDER
    paper = Paper((folder / "referat.docx").read_bytes())
    paper.write(paper.control("indstilling"), "Vi indstiller til et forløb.\nBegynd med få timer.")
    paper.write(paper.in_row("beslutning", 0, "tekst"), "Ringe til gartneriet")
    paper.write(paper.in_row("beslutning", 0, "ansvarlig"), "Karl Slægtsen")
    paper.pick(paper.control("naeste.dato"), dt.date(2026, 2, 9))
    paper.tick(paper.control("faar_referat.P004"))
    paper.write(paper.control("faar_referat.andre"), "Mona Værksted (kontaktperson) og Xenia Hjulmager, læge")
    (folder / "referat.docx").write_bytes(paper.saved())
    letter = folder / "foelgebrev_P005.docx"
    letter.write_bytes(dated(letter.read_bytes()))
    return tmp_path / "pakke"


def sent_on(pack: Path) -> SentOn:
    book = world(*EVERYBODY, secure_email=True)
    file = pack / FOLDER / "referat.docx"
    filled = read_minutes(file.read_bytes(), file, list(KINDS.values())).minutes
    assert filled is not None
    ready = ToSendOn(filled, book.meetings[0], TEAM, pack / FOLDER)
    convert = LibreOffice(Path(require_tool("soffice")))
    filler = Filler(book.institution)
    return send_on([ready], Register.of(book), pack, now=making.NOW, convert=convert, filler=filler)


def printed(pack: Path, draft: str, file: str) -> str:
    """The words of a PDF that is attached to a draft."""
    message = by_python((pack / "mail" / draft).read_bytes())
    (data,) = (one.get_content() for one in message.iter_attachments() if one.get_filename() == file)
    (pack / "x.pdf").write_bytes(data)
    command = [require_tool("pdftotext"), "-layout", str(pack / "x.pdf"), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return " ".join(text.split())


def test_what_was_written_reaches_those_it_is_for_and_nobody_else(pack: Path) -> None:
    done = sent_on(pack)
    assert [found.code for found in done.findings] == ["W-283"]  # the GP was named in the minutes
    drafts = drafts_of_minutes(pack)
    assert drafts == ["M001_P003_referat.eml", "M001_P004_referat.eml", "M001_P005_laege.eml"]
    minutes = printed(pack, "M001_P003_referat.eml", "referat_M001.pdf")
    assert "Vi indstiller til et forløb. Begynd med få timer." in minutes
    assert "Karl Slægtsen" in minutes
    plan = printed(pack, "M001_P005_laege.eml", "indstilling_M001.pdf")
    assert "Vi indstiller til et forløb. Begynd med få timer." in plan
    assert "en, der kender Asta privat" in plan
    assert "Slægtsen" not in plan
    assert "Asta Eksempel" in printed(pack, "M001_P005_laege.eml", "foelgebrev_M001.pdf")


def test_done_again_nothing_is_written(pack: Path) -> None:
    sent_on(pack)
    before = {path: path.read_bytes() for path in pack.rglob("*") if path.is_file()}
    assert sent_on(pack).written == []
    assert {path: path.read_bytes() for path in pack.rglob("*") if path.is_file()} == before


def test_the_excerpt_is_not_taken_for_minutes_when_they_are_read(pack: Path) -> None:
    sent_on(pack)
    excerpt = pack / FOLDER / "indstilling.docx"
    assert "Vi indstiller" in text_of(excerpt.read_bytes())
    reading = read_minutes(excerpt.read_bytes(), excerpt, list(KINDS.values()))
    assert reading.minutes is None
    assert [found.code for found in reading.findings] == ["E-300"]
