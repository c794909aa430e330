"""Word documents turned into PDF, where there is a program that does it.

Whoever calls says with what: a ``Converter`` is a value that is passed on, and ``NO_CONVERTER`` is one too.
LibreOffice's options are its own ("PDF Export Filter Options"); it exits 0 when a conversion failed, so what
counts is the file.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from docgen.findings import Finding, Place

_NAMES = ("soffice", "libreoffice")
_FILTER = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportFormFields":{"type":"boolean","value":"false"},'
    '"ExportNotes":{"type":"boolean","value":"false"}}'
)
"""Tagged, so that screen readers find headings and tables; what people filled in as text and no longer as
fields; no comments."""
_READ_AS = "--infilter=MS Word 2007 XML"
"""Without it a damaged file is taken for text, and printed as such."""
_MAGIC = b"%PDF-"
_STAMP = re.compile(rb"/CreationDate\([^()]{1,40}\)|/DocChecksum /[0-9A-F]{32}")
_ID = re.compile(rb"(?<=/ID \[ <)[0-9A-F]{32}(?=>\s<)|(?<=>\n<)[0-9A-F]{32}(?=> \])")
_SECONDS = 60.0
_SECONDS_EACH = 20.0


@dataclass(frozen=True, slots=True)
class Conversion:
    """The PDFs by the name of the document each was made of, and what went wrong with others."""

    pdfs: Mapping[str, bytes] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


class Converter(Protocol):
    """Turns documents, file name to bytes, into PDF: as many as it can, and a finding for each other."""

    def __call__(self, documents: Mapping[str, bytes]) -> Conversion: ...


def no_converter(documents: Mapping[str, bytes]) -> Conversion:
    """No PDF of anything, and one finding that says so; none where nothing was asked for."""
    return Conversion(findings=(Finding.of("W-287"),) if documents else ())


@dataclass(frozen=True, slots=True)
class LibreOffice:
    """LibreOffice as a converter: one process for all the documents of a call.

    It has a profile of its own in a temporary folder, so that it neither meets one that is open on the
    screen nor leaves anything behind. ``seconds`` is how long it may take; by default, a minute and 20
    seconds for each document.
    """

    program: Path
    seconds: float = 0.0

    def __call__(self, documents: Mapping[str, bytes]) -> Conversion:
        if not documents:  # it would wait for ever
            return Conversion()
        with tempfile.TemporaryDirectory(prefix="docgen-", ignore_cleanup_errors=True) as scratch:
            made = self._converted(Path(scratch), list(documents.values()))
        named = zip(documents, made, strict=True)
        pdfs = {name: timeless(data, documents[name]) for name, data in named if data.startswith(_MAGIC)}
        failed = (name for name in documents if name not in pdfs)
        return Conversion(pdfs, tuple(Finding.of("W-286", Place(file=name)) for name in failed))

    def _converted(self, home: Path, documents: Sequence[bytes]) -> list[bytes]:
        """The PDF of each document, blank where there is none. They are numbered: names may be alike."""
        sources = [home / f"{number}.docx" for number in range(len(documents))]
        for source, data in zip(sources, documents, strict=True):
            source.write_bytes(data)
        profile = (home / "profile").as_uri()
        options = ["--headless", "--norestore", _READ_AS, "--convert-to", _FILTER]
        folders = [f"-env:UserInstallation={profile}", "--outdir", str(home / "pdf")]
        command = [str(self.program), *options, *folders, *map(str, sources)]
        _run(command, self.seconds or _SECONDS + _SECONDS_EACH * len(documents))
        return [_content(home / "pdf" / f"{source.stem}.pdf") for source in sources]


def timeless(pdf: bytes, source: bytes) -> bytes:
    """The PDF without when it was made: the same ``source`` gives the same bytes, and a draft stays as it is.

    The date, which may be missing (ISO 32000-1, 14.3.3), is written over with blanks, the file's identifier
    (14.4) with the source's. Nothing changes its place.
    """
    identity = hashlib.sha256(source).hexdigest()[:32].upper().encode()
    return _ID.sub(identity, _STAMP.sub(lambda found: b" " * len(found[0]), pdf))


def find_converter() -> Converter:
    """LibreOffice, where it is on the PATH or where installers put it; else ``no_converter``."""
    found = next((path for path in _candidates() if path.is_file()), None)
    return LibreOffice(found) if found else no_converter


def _candidates() -> Iterator[Path]:
    for name in _NAMES:
        if path := shutil.which(name):
            yield Path(path)
    for variable in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)"):
        if programs := os.environ.get(variable):
            yield Path(programs) / "LibreOffice" / "program" / "soffice.exe"
    for applications in (Path("/Applications"), Path.home() / "Applications"):
        yield applications / "LibreOffice.app" / "Contents" / "MacOS" / "soffice"


def _run(command: Sequence[str], seconds: float) -> None:
    """Runs a program, without a shell, until it ends or the time is up; what it came to shows elsewhere."""
    with contextlib.suppress(OSError):  # a program that cannot be started makes no file either
        process = subprocess.Popen(  # noqa: S603 - the program we looked for, and paths of our own making
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        with contextlib.suppress(subprocess.TimeoutExpired), _stopping(process):
            process.wait(seconds)


@contextlib.contextmanager
def _stopping(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Whatever ends the waiting ends the program too, Ctrl-C among it: else it would go on writing, of what
    was said at meetings, in a folder that is being emptied.
    """
    try:
        yield
    finally:
        if process.poll() is None:
            _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ends the program with all that it has started: soffice is a script that starts another one."""
    with contextlib.suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
