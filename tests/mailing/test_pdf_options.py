"""What LibreOffice makes of print files: archival, on both sides, with title and language."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import page
import pytest

from docgen.mailing.pdf import LibreOffice, PdfOptions
from tests.mailing.converting import letters
from tests.tools import require_tool

NAMES = ("Bo", "Åse", "Ib")


@dataclass(frozen=True)
class Pdf:
    """A PDF at ``path``, looked at from outside."""

    path: Path

    @property
    def data(self) -> bytes:
        return self.path.read_bytes()

    @property
    def pages(self) -> list[str]:
        """The words of each page."""
        command = [require_tool("pdftotext"), str(self.path), "-"]
        text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return [" ".join(words.split()) for words in text.split("\f")[:-1]]

    @property
    def info(self) -> str:
        command = [require_tool("pdfinfo"), str(self.path)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a print file, and one that no program can read."""
    folder = tmp_path_factory.mktemp("sources")
    (folder / "breve på papir.docx").write_bytes(letters(*NAMES))
    (folder / "damaged.docx").write_bytes(b"PK no document")
    return folder


def made(sources: Path, folder: Path, options: PdfOptions) -> dict[str, Pdf]:
    jobs = {source: folder / f"{source.stem}.pdf" for source in sources.iterdir()}
    LibreOffice(Path(require_tool("soffice")), options=options).files(jobs)
    return {path.name: Pdf(path) for path in folder.iterdir()}


@pytest.fixture(scope="module")
def archived(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pdf]:
    folder = tmp_path_factory.mktemp("archived")
    return made(sources, folder, PdfOptions(archival=True, keep_blank_pages=True))


@pytest.fixture(scope="module")
def usual(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pdf]:
    return made(sources, tmp_path_factory.mktemp("usual"), PdfOptions())


def test_what_cannot_be_read_has_no_pdf_and_nothing_else_is_left(archived: dict[str, Pdf]) -> None:
    assert list(archived) == ["breve på papir.pdf"]


def test_on_both_sides_every_letter_begins_on_a_sheet_of_its_own(archived: dict[str, Pdf]) -> None:
    (pdf,) = archived.values()
    said = [f"Hej {name} Vi mødes på tirsdag." for name in NAMES]
    assert pdf.pages == [said[0], "", said[1], "", said[2]]


def test_otherwise_no_page_is_blank(usual: dict[str, Pdf]) -> None:
    (pdf,) = usual.values()
    assert pdf.pages == [f"Hej {name} Vi mødes på tirsdag." for name in NAMES]


def test_an_archival_pdf_is_what_it_says(archived: dict[str, Pdf]) -> None:
    """PDF/A-2b by its own metadata, and by the rules of an independent checker."""
    (pdf,) = archived.values()
    assert re.search(rb"<pdfaid:part>2</pdfaid:part>\s*<pdfaid:conformance>B</pdfaid:conformance>", pdf.data)
    report = page.validate_pdf(str(pdf.path), profile=page.ValidationProfile.PDF_A_2B)
    assert [failure.message for failure in report.failures] == []
    assert report.is_compliant


def test_the_usual_pdf_does_not_claim_to_be_archival(usual: dict[str, Pdf]) -> None:
    (pdf,) = usual.values()
    assert b"pdfaid" not in pdf.data
    assert not page.is_pdf_compliant(str(pdf.path), profile=page.ValidationProfile.PDF_A_2B)


@pytest.mark.parametrize("kind", ["archived", "usual"])
def test_title_language_and_tags_are_there(kind: str, request: pytest.FixtureRequest) -> None:
    (pdf,) = request.getfixturevalue(kind).values()
    assert re.search(r"^Title: +Brev om møde$", pdf.info, re.MULTILINE)
    assert re.search(r"^Tagged: +yes$", pdf.info, re.MULTILINE)
    assert b"/Lang(da-DK)" in pdf.data
    assert re.search(rb"/ViewerPreferences<<\s*/DisplayDocTitle true\s*>>", pdf.data)


@pytest.mark.parametrize("kind", ["archived", "usual"])
def test_nothing_tells_when_it_was_made(kind: str, request: pytest.FixtureRequest) -> None:
    (pdf,) = request.getfixturevalue(kind).values()
    assert re.findall(rb"D:\d{8}|\d{4}-\d\d-\d\dT", pdf.data) == []
    assert b"CreateDate" not in pdf.data
    assert b"CreationDate" not in pdf.data
