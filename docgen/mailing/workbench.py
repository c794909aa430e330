"""The temporary folder in which a program turns Word files into PDF.

What counts is the file that lies there afterwards, and not how the program ended: LibreOffice exits 0 when a
conversion failed. Files are numbered, as names may be alike.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import re
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from docgen.files import write_whole
from docgen.findings import Finding, Place
from docgen.mailing.conversion import Conversion

Run = Callable[[Path, Sequence[Path]], None]
"""Turns the files in ``home/word`` into files of the same stem in ``home/pdf``, as many as it can."""

_MAGIC = b"%PDF-"
_STAMP = re.compile(
    rb"/(?:CreationDate|ModDate)\([^()]{1,40}\)"
    rb"|/DocChecksum /[0-9A-F]{32}"
    rb"|<xmp:(?:CreateDate|ModifyDate|MetadataDate)>[^<>]{1,40}</xmp:(?:CreateDate|ModifyDate|MetadataDate)>"
)
_ID = re.compile(rb"(/ID ?\[ ?<)[0-9A-Fa-f]{32}(>\s*<)[0-9A-Fa-f]{32}(?=> ?\])")
_SECONDS, _SECONDS_EACH, _SECONDS_MB = 60.0, 20.0, 100.0


def convert_all(documents: Mapping[str, bytes], run: Run) -> Conversion:
    """The PDFs of all that could be converted, and a finding (W-286) for each other document."""
    pdfs = {}
    with _bench() as home:
        sources = [_source(home, number) for number in range(len(documents))]
        for source, data in zip(sources, documents.values(), strict=True):
            source.write_bytes(data)
        run(home, sources)
        for name, source in zip(documents, sources, strict=True):
            if made := _made(home, source):
                pdfs[name] = made
    failed = (name for name in documents if name not in pdfs)
    return Conversion(pdfs, tuple(Finding.of("W-286", Place(file=name)) for name in failed))


def convert_files(jobs: Mapping[Path, Path], run: Run) -> None:
    """Makes the PDFs of files, source to target, as ``FilesConverter`` says.

    A Word file, which may be a hundred megabytes, is never read into memory. Its PDF is, once it is made:
    that of a thousand letters has 15 MB.
    """
    with _bench() as home:
        copies = {_source(home, number): job for number, job in enumerate(jobs.items())}
        ready = {copy: target for copy, (source, target) in copies.items() if _is_copied(source, copy)}
        run(home, list(ready))
        for copy, target in ready.items():
            if made := _made(home, copy):
                write_whole(target, made)


def timeless(pdf: bytes, identity: str) -> bytes:
    """The PDF without when it was made: the same source gives the same bytes, and a draft stays as it is.

    Dates, which may be missing (ISO 32000-1, 14.3.3), are written over with blanks, in PDF/A those of its
    metadata too; the file's identifier (14.4) with the first 32 hex digits of ``identity``. Nothing changes
    its place.
    """
    ours = identity[:32].upper().encode()
    return _ID.sub(rb"\g<1>%b\g<2>%b" % (ours, ours), _STAMP.sub(lambda found: b" " * len(found[0]), pdf))


def patience(sources: Sequence[Path]) -> float:
    """How many seconds a program may take over these files: a minute, and what each needs by its size.

    The size is that of the unpacked XML: a print file is one letter many times over, and packs well.
    """
    return _SECONDS + sum(_SECONDS_EACH + _SECONDS_MB * _unpacked(source) / 1e6 for source in sources)


def _unpacked(source: Path) -> int:
    try:
        with zipfile.ZipFile(source) as packed:
            return sum(member.file_size for member in packed.infolist())
    except (OSError, zipfile.BadZipFile):
        return 0


@contextlib.contextmanager
def _bench() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="docgen-", ignore_cleanup_errors=True) as scratch:
        for name in ("word", "pdf"):
            (Path(scratch) / name).mkdir()
        yield Path(scratch)


def _source(home: Path, number: int) -> Path:
    return home / "word" / f"{number}.docx"


def _is_copied(source: Path, copy: Path) -> bool:
    """Copies a file; one that cannot be read is none. Raises ``OSError`` when the disk is full."""
    try:
        shutil.copyfile(source, copy)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise
        return False
    return True


def _made(home: Path, source: Path) -> bytes:
    """The PDF that was made of a source, without its time; blank where there is none."""
    try:
        pdf = (home / "pdf" / f"{source.stem}.pdf").read_bytes()
    except OSError:
        return b""
    with source.open("rb") as file:
        identity = hashlib.file_digest(file, "sha256").hexdigest()
    return timeless(pdf, identity) if pdf.startswith(_MAGIC) else b""
