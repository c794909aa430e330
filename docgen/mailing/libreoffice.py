"""LibreOffice as a converter. The options are its own ("PDF Export Filter Options").

Of itself it writes the document's title and language into the PDF, and that the title is to be shown (looked
at in 7.4: ``/Title``, ``/Lang``, ``DisplayDocTitle``).
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.mailing.conversion import Conversion, PdfOptions
from docgen.mailing.processes import run
from docgen.mailing.workbench import convert_all, convert_files, patience

_NAMES = ("soffice", "libreoffice")
_READ_AS = "--infilter=MS Word 2007 XML"
"""Without it a damaged file is taken for text, and printed as such."""
_AT_ONCE = 200  # Windows takes 32,767 signs of a command
_PLAIN = PdfOptions()
WHERE = "DOCGEN_SOFFICE"
"""The environment variable that says where the program is, or by being blank that it is not to be used."""


@dataclass(frozen=True, slots=True)
class LibreOffice:
    """LibreOffice as a converter: one process for all the documents of a call, or each two hundred of them.

    It has a profile of its own in a temporary folder, so that it neither meets one that is open on the
    screen nor leaves anything behind. ``seconds`` is how long it may take; by default as long as
    ``workbench.patience`` says.
    """

    program: Path
    seconds: float = 0.0
    options: PdfOptions = _PLAIN

    def __call__(self, documents: Mapping[str, bytes]) -> Conversion:
        return convert_all(documents, self._run)

    def files(self, jobs: Mapping[Path, Path]) -> None:
        """As ``FilesConverter`` has it."""
        convert_files(jobs, self._run)

    def _run(self, home: Path, sources: Sequence[Path]) -> None:
        profile = (home / "profile").as_uri()
        options = ["--headless", "--norestore", _READ_AS, "--convert-to", _filter(self.options)]
        folders = [f"-env:UserInstallation={profile}", "--outdir", str(home / "pdf")]
        for start in range(0, len(sources), _AT_ONCE):  # and none without a file: it would wait for ever
            some = sources[start : start + _AT_ONCE]
            run([str(self.program), *options, *folders, *map(str, some)], self.seconds or patience(some))


def find_libreoffice() -> Path | None:
    """The program: where ``DOCGEN_SOFFICE`` says (blank: nowhere), else on the PATH or where installers
    put it.
    """
    return next((path for path in _candidates() if path.is_file()), None)


def _filter(options: PdfOptions) -> str:
    """Tagged, so that screen readers find headings and tables; what people filled in as text and no longer as
    fields; no comments.

    PDF/A is part 2, level B: part 1 knows no transparency, part 3 only adds attachments, and both are claimed
    no better by LibreOffice 7.4. It is tagged all the same.
    """
    flags = {
        "UseTaggedPDF": True,
        "ExportFormFields": False,
        "ExportNotes": False,
        "DisplayPDFDocumentTitle": True,
        "IsSkipEmptyPages": not options.keep_blank_pages,
    }
    said = {name: {"type": "boolean", "value": json.dumps(flag)} for name, flag in flags.items()}
    if options.archival:
        said["SelectPdfVersion"] = {"type": "long", "value": "2"}
    return f"pdf:writer_pdf_Export:{json.dumps(said, separators=(',', ':'))}"


def _candidates() -> Iterator[Path]:
    if (own := os.environ.get(WHERE)) is not None:
        yield from [Path(own)] if own else []
        return
    for name in _NAMES:
        if path := shutil.which(name):
            yield Path(path)
    for variable in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)"):
        if programs := os.environ.get(variable):
            yield Path(programs) / "LibreOffice" / "program" / "soffice.exe"
    for applications in (Path("/Applications"), Path.home() / "Applications"):
        yield applications / "LibreOffice.app" / "Contents" / "MacOS" / "soffice"
