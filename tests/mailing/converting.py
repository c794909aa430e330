"""Word files to be converted, and programs that take the place of LibreOffice and of Word."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn

from docgen.mailing.pdf import LibreOffice

MAKES_PDF = 'out="$8"; shift 8; for f; do n="${f##*/}"; echo "%PDF-office" > "$out/${n%.docx}.pdf"; done'
"""What a stand-in for LibreOffice does if it does what it should."""
_MODULE = """\
import sys
from pathlib import Path

def convert(source, target, keep_active=False):
    print("100%|##########|", file=sys.stderr)
    print("busy")
    with Path({calls!r}).open("a") as calls:
        calls.write(f"{{keep_active}}\\n")
    for path in sorted(Path(source).glob("*.docx")):
        if path.read_bytes() == b"damaged":
            {fails}
        (Path(target) / f"{{path.stem}}.pdf").write_bytes(b"%PDF-word " + path.read_bytes())
"""


def office(folder: Path, does: str, seconds: float = 5.0) -> LibreOffice:
    """A program that takes LibreOffice's place, and does this."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{does}\n")
    program.chmod(0o755)
    return LibreOffice(program, seconds)


def pretend_docx2pdf(folder: Path, patch: pytest.MonkeyPatch, fails: str = "sys.exit(1)") -> Path:
    """A module of that name for this process and those it starts, which ``fails`` at a damaged file.

    Back comes the file in which it writes a line for each call.
    """
    calls = folder / "calls.txt"
    home = folder / "library"
    home.mkdir()
    (home / "docx2pdf.py").write_text(_MODULE.format(calls=str(calls), fails=fails))
    patch.setenv("PYTHONPATH", str(home))
    patch.syspath_prepend(str(home))
    return calls


def letters(*names: str, title: str = "Brev om møde") -> bytes:
    """A print file: a letter of one page to each, beginning on odd pages; with a title, in Danish."""
    document = docx.Document()
    document.core_properties.title = title
    language = document.styles.element.find(f".//{qn('w:lang')}")
    assert language is not None
    language.set(qn("w:val"), "da-DK")
    for number, name in enumerate(names):
        if number:
            document.add_section(WD_SECTION.ODD_PAGE)
        document.add_heading(f"Hej {name}", 1)
        document.add_paragraph("Vi mødes på tirsdag.")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
