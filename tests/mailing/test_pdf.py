"""Word documents turned into PDF: by LibreOffice where it is, and what is said where it is not."""

from __future__ import annotations

import _thread
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from docgen.mailing.attaching import as_pdf, word_file
from docgen.mailing.pdf import Conversion, LibreOffice, find_converter, no_converter
from tests.mailing.drafts import PDF, draft
from tests.packs.building import letter
from tests.tools import require_tool

WORD = letter("Hej Bo", "Vi mødes igen.")
needs_scripts = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


def stand_in(folder: Path, does: str) -> LibreOffice:
    """A program that takes LibreOffice's place, and does this."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{does}\n")
    program.chmod(0o755)
    return LibreOffice(program, seconds=2.0)


def test_libreoffice_makes_tagged_pdfs_and_names_what_it_could_not_read(tmp_path: Path) -> None:
    convert = LibreOffice(Path(require_tool("soffice")))
    done = convert({"referat_M001.docx": WORD, "itu.docx": b"PK no document", "referat_M002.docx": WORD})
    assert sorted(done.pdfs) == ["referat_M001.docx", "referat_M002.docx"]
    assert [(found.code, found.place.file) for found in done.findings] == [("W-286", "itu.docx")]
    (tmp_path / "a.pdf").write_bytes(done.pdfs["referat_M001.docx"])
    said = subprocess.run(
        [require_tool("pdfinfo"), str(tmp_path / "a.pdf")], check=True, capture_output=True, text=True
    )
    assert "Tagged:          yes" in said.stdout
    text = [require_tool("pdftotext"), str(tmp_path / "a.pdf"), "-"]
    assert "Vi mødes igen." in subprocess.run(text, check=True, capture_output=True, text=True).stdout


def test_the_same_document_gives_the_same_pdf_at_another_time(tmp_path: Path) -> None:
    convert = LibreOffice(Path(require_tool("soffice")))
    first = convert({"a.docx": WORD})
    time.sleep(1.1)
    assert convert({"a.docx": WORD}) == first
    (tmp_path / "a.pdf").write_bytes(first.pdfs["a.docx"])
    info = [require_tool("pdfinfo"), str(tmp_path / "a.pdf")]
    said = subprocess.run(info, check=True, capture_output=True, text=True)
    assert (said.stderr, "CreationDate" in said.stdout) == ("", False)


def test_without_a_program_there_is_one_finding_for_all() -> None:
    assert [found.code for found in no_converter({"a.docx": WORD, "b.docx": WORD}).findings] == ["W-287"]
    assert no_converter({}) == Conversion()


def test_it_is_found_on_the_path_and_else_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.delenv("DOCGEN_SOFFICE")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert find_converter() is no_converter
    program = tmp_path / "PF" / "LibreOffice" / "program" / "soffice.exe"
    program.parent.mkdir(parents=True)
    program.touch()
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path / "PF"))
    assert find_converter() == LibreOffice(program)


def test_where_it_is_may_be_said_and_that_it_is_not_to_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "andet-sted" / "soffice"
    program.parent.mkdir()
    program.touch()
    monkeypatch.setenv("DOCGEN_SOFFICE", str(program))
    assert find_converter() == LibreOffice(program)
    for nowhere in ("", str(tmp_path / "ingenting")):
        monkeypatch.setenv("DOCGEN_SOFFICE", nowhere)
        assert find_converter() is no_converter


@needs_scripts
@pytest.mark.parametrize("does", ["exit 0", "exit 1", 'mkdir "$8"; echo no > "$8/0.pdf"'])
def test_what_counts_is_the_file_and_not_how_the_program_ended(tmp_path: Path, does: str) -> None:
    done = stand_in(tmp_path, does)({"referat.docx": WORD})
    assert done.pdfs == {}
    assert [found.code for found in done.findings] == ["W-286"]


@needs_scripts
def test_a_program_that_hangs_is_ended_with_what_it_started(tmp_path: Path) -> None:
    mark = tmp_path / "alive"
    convert = stand_in(tmp_path, f"(sleep 4; touch '{mark}') & wait")
    began = time.monotonic()
    done = convert({"referat.docx": WORD})
    assert [found.code for found in done.findings] == ["W-286"]
    assert time.monotonic() - began < 4
    time.sleep(4.5 - (time.monotonic() - began))
    assert not mark.exists()


@needs_scripts
def test_whoever_interrupts_the_waiting_ends_the_program_too(tmp_path: Path) -> None:
    mark = tmp_path / "alive"
    convert = stand_in(tmp_path, f"sleep 1.5; touch '{mark}'")
    threading.Timer(0.5, _thread.interrupt_main).start()
    with pytest.raises(KeyboardInterrupt):
        convert({"referat.docx": WORD})
    time.sleep(1.6)
    assert not mark.exists()


def test_a_program_that_is_not_there_makes_nothing(tmp_path: Path) -> None:
    done = LibreOffice(tmp_path / "soffice")({"referat.docx": WORD})
    assert [found.code for found in done.findings] == ["W-286"]


def test_what_several_drafts_attach_is_converted_once_and_what_fails_stays_as_it_is() -> None:
    asked: list[list[str]] = []

    def convert(documents: Mapping[str, bytes]) -> Conversion:
        asked.append(list(documents))
        return Conversion({name: b"%PDF-" + data for name, data in documents.items() if data != b"bad"})

    good, bad = word_file("referat_M001.docx", b"good"), word_file("referat_M002.docx", b"bad")
    other = word_file("referat_M001.docx", b"other")
    drafts = [draft(attachments=(good,)), draft(attachments=(good, bad, PDF)), draft(attachments=(other,))]
    made, _ = as_pdf(drafts, convert)
    assert asked == [["referat_M001.docx", "referat_M002.docx", "3_referat_M001.docx"]]
    assert [[(one.name, one.data) for one in draft.attachments] for draft in made] == [
        [("referat_M001.pdf", b"%PDF-good")],
        [("referat_M001.pdf", b"%PDF-good"), ("referat_M002.docx", b"bad"), (PDF.name, PDF.data)],
        [("referat_M001.pdf", b"%PDF-other")],
    ]
