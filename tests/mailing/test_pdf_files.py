"""Many files at once, large ones, and such as are not there: what a program is given, and what it leaves."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

from docgen.mailing.workbench import patience, timeless
from tests.mailing.converting import MAKES_PDF, office

needs_scripts = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


@needs_scripts
def test_hundreds_of_files_are_more_than_one_command_can_name(tmp_path: Path) -> None:
    calls = tmp_path / "calls.txt"
    convert = office(tmp_path, f'echo $# >> "{calls}"; {MAKES_PDF}')
    done = convert({f"{number}.docx": b"PK" for number in range(401)})
    assert len(done.pdfs) == 401
    assert calls.read_text().split() == ["208", "208", "9"]


@needs_scripts
def test_a_file_that_is_not_there_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "here.docx").write_bytes(b"PK")
    jobs = {tmp_path / f"{name}.docx": tmp_path / f"{name}.pdf" for name in ("gone", "here")}
    office(tmp_path, MAKES_PDF).files(jobs)
    assert (tmp_path / "here.pdf").read_bytes() == b"%PDF-office\n"
    assert not (tmp_path / "gone.pdf").exists()


@needs_scripts
@pytest.mark.parametrize("does", ["exit 0", 'echo no > "$8/0.pdf"'])
def test_what_could_not_be_made_leaves_what_there_was(tmp_path: Path, does: str) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK")
    (tmp_path / "a.pdf").write_bytes(b"old")
    before = {path.name for path in tmp_path.iterdir()} | {"soffice"}
    office(tmp_path, does).files({tmp_path / "a.docx": tmp_path / "a.pdf"})
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert {path.name for path in tmp_path.iterdir()} == before


def test_a_large_file_may_take_longer_however_well_it_packs(tmp_path: Path) -> None:
    large = tmp_path / "large.docx"
    with zipfile.ZipFile(large, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b" " * 13_000_000)
    damaged = tmp_path / "damaged.docx"
    damaged.write_bytes(b"PK")
    assert patience([damaged]) == 80
    assert patience([damaged, large]) == 80 + 20 + 1300


def test_every_form_of_date_and_identifier_is_written_over_in_its_place() -> None:
    pdf = (
        b"%PDF-1.7\n<</CreationDate(D:20260112093000+01'00')/ModDate(D:20260112093000+01'00')>>\n"
        b"<xmp:CreateDate>2026-01-12T09:30:00Z</xmp:CreateDate><xmp:Title>12</xmp:Title>"
        b"/ID[<0123456789abcdef0123456789abcdef><0123456789ABCDEF0123456789ABCDEF>]\n"
        b"/ID [ <0123456789ABCDEF0123456789ABCDEF>\n<0123456789ABCDEF0123456789ABCDEF> ]"
    )
    made = timeless(pdf, "c" * 64)
    assert len(made) == len(pdf)
    assert made.split() == [
        b"%PDF-1.7",
        b"<<",
        b">>",
        b"<xmp:Title>12</xmp:Title>/ID[<" + b"C" * 32 + b"><" + b"C" * 32 + b">]",
        *(b"/ID", b"[", b"<" + b"C" * 32 + b">", b"<" + b"C" * 32 + b">", b"]"),
    ]
