"""Word as a converter. It cannot be run here: a module takes the place of docx2pdf, and what is tested is
what docgen makes of it. Whether Word itself does as it should is not tested anywhere.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from docgen.mailing.pdf import (
    InTurn,
    LibreOffice,
    PdfOptions,
    Word,
    find_converter,
    find_files_converter,
    no_converter,
)
from tests.mailing.converting import MAKES_PDF, office, pretend_docx2pdf

DOCUMENTS = {"a.docx": b"one", "b.docx": b"damaged", "c.docx": b"three"}
needs_scripts = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


def test_one_call_of_the_library_converts_all_and_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    calls = pretend_docx2pdf(tmp_path, monkeypatch)
    done = Word()({"a.docx": b"one", "å.docx": b"two"})
    assert done.pdfs == {"a.docx": b"%PDF-word one", "å.docx": b"%PDF-word two"}
    assert done.findings == ()
    assert calls.read_text() == "True\n", "Word must stay open: people may be at work in it"
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("fails", ["sys.exit(1)", "raise OSError('no Word')", "continue"])
def test_what_word_could_not_do_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str) -> None:
    pretend_docx2pdf(tmp_path, monkeypatch, fails)
    done = Word()(DOCUMENTS)
    assert done.pdfs["a.docx"] == b"%PDF-word one"
    assert next((one.code, one.place.file) for one in done.findings) == ("W-286", "b.docx")


@needs_scripts
def test_libreoffice_takes_over_what_word_could_not_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_docx2pdf(tmp_path, monkeypatch)
    convert = InTurn(Word(), office(tmp_path, MAKES_PDF))
    done = convert(DOCUMENTS)
    assert done.findings == ()
    assert done.pdfs == {
        "a.docx": b"%PDF-word one",
        "b.docx": b"%PDF-office\n",
        "c.docx": b"%PDF-office\n",
    }


@needs_scripts
def test_so_it_does_with_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = pretend_docx2pdf(tmp_path, monkeypatch)
    jobs = {}
    for name, data in DOCUMENTS.items():
        (tmp_path / name).write_bytes(data)
        jobs[tmp_path / name] = tmp_path / f"{name}.pdf"
    InTurn(Word(), office(tmp_path, MAKES_PDF)).files(jobs)
    made = [target.read_bytes() for target in jobs.values()]
    assert made == [b"%PDF-word one", b"%PDF-office\n", b"%PDF-office\n"]
    assert calls.read_text().count("\n") == 1


def test_a_library_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_docx2pdf(tmp_path, monkeypatch, "import time; time.sleep(60)")
    done = Word(seconds=2.0)({"b.docx": b"damaged"})
    assert [one.code for one in done.findings] == ["W-286"]


def test_where_nothing_is_asked_for_word_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = pretend_docx2pdf(tmp_path, monkeypatch)
    assert Word()({}).findings == ()
    assert not calls.exists()


class TestFinding:
    """Which converter a machine has."""

    @pytest.fixture(autouse=True)
    def machine(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A Mac with nothing installed, whose home and PATH are an empty folder."""
        monkeypatch.setattr(sys, "platform", "darwin")
        for variable in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)"):
            monkeypatch.delenv(variable, raising=False)
        monkeypatch.delenv("DOCGEN_SOFFICE")
        for variable in ("PATH", "HOME"):
            monkeypatch.setenv(variable, str(tmp_path))

    def install_word(self, home: Path) -> None:
        (home / "Applications" / "Microsoft Word.app").mkdir(parents=True)

    def test_word_needs_the_library_and_the_program(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pretend_docx2pdf(tmp_path, monkeypatch)
        assert find_converter() is no_converter
        assert find_files_converter() is None
        self.install_word(tmp_path)
        assert find_converter() == Word()
        convert = find_files_converter()
        assert convert is not None
        (tmp_path / "a.docx").write_bytes(b"one")
        convert({tmp_path / "a.docx": tmp_path / "a.pdf"})
        assert (tmp_path / "a.pdf").read_bytes() == b"%PDF-word one"

    def test_word_without_the_library_is_none(self, tmp_path: Path) -> None:
        self.install_word(tmp_path)
        assert find_converter() is no_converter

    def test_word_comes_first_and_libreoffice_after_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pretend_docx2pdf(tmp_path, monkeypatch)
        self.install_word(tmp_path)
        program = office(tmp_path, "").program
        duplex = PdfOptions(keep_blank_pages=True)
        assert find_converter(duplex) == InTurn(Word(), LibreOffice(program, options=duplex))

    def test_archival_files_are_made_by_libreoffice_alone(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pretend_docx2pdf(tmp_path, monkeypatch)
        self.install_word(tmp_path)
        archival = PdfOptions(archival=True)
        assert find_converter(archival) is no_converter
        program = office(tmp_path, "").program
        assert find_converter(archival) == LibreOffice(program, options=archival)

    def test_on_other_systems_there_is_no_word(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        pretend_docx2pdf(tmp_path, monkeypatch)
        self.install_word(tmp_path)
        monkeypatch.setattr(sys, "platform", "linux")
        assert find_converter() is no_converter
