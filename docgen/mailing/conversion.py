"""What turning Word documents into PDF comes to, whichever program does it.

Whoever calls says with what: a converter is a value that is passed on, and there is one for "none" too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from docgen.findings import Finding


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """What a PDF should be.

    ``archival`` asks for PDF/A (ISO 19005). ``keep_blank_pages`` keeps the empty pages before sections that
    begin on odd pages: printed on both sides, each letter then begins on a sheet of its own.
    """

    archival: bool = False
    keep_blank_pages: bool = False


@dataclass(frozen=True, slots=True)
class Conversion:
    """The PDFs by the name of the document each was made of, and what went wrong with others."""

    pdfs: Mapping[str, bytes] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


class Converter(Protocol):
    """Turns documents, file name to bytes, into PDF: as many as it can, and a finding for each other."""

    def __call__(self, documents: Mapping[str, bytes]) -> Conversion: ...


@dataclass(frozen=True, slots=True)
class FilesConverter:
    """Turns Word files, source to target, into PDFs: as many as it can, and large ones without reading them.

    Each target lies in a folder that is there. One that is not there afterwards could not be made, and none
    is there in part. ``counts_as_word`` says whether page numbers are worked out as Word does it. Raises
    ``OSError`` where a target cannot be written, or the disk is full.
    """

    convert: Callable[[Mapping[Path, Path]], None]
    counts_as_word: bool = False

    def __call__(self, jobs: Mapping[Path, Path]) -> None:
        self.convert(jobs)


def no_converter(documents: Mapping[str, bytes]) -> Conversion:
    """No PDF of anything, and one finding that says so; none where nothing was asked for."""
    return Conversion(findings=(Finding.of("W-287"),) if documents else ())
