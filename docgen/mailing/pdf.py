"""Which program turns Word documents into PDF here: Word where it can be had, else LibreOffice, else none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from docgen.mailing.conversion import (
    Conversion,
    Converter,
    FilesConverter,
    PdfOptions,
    no_converter,
)
from docgen.mailing.libreoffice import LibreOffice, find_libreoffice
from docgen.mailing.word import Word, has_word

__all__ = [
    "Conversion",
    "Converter",
    "FilesConverter",
    "InTurn",
    "LibreOffice",
    "PdfOptions",
    "Word",
    "find_converter",
    "find_files_converter",
    "no_converter",
]

_PLAIN = PdfOptions()


@dataclass(frozen=True, slots=True)
class InTurn:
    """Two programs as one converter: what the first could not do is done by the second."""

    first: Word
    second: LibreOffice

    def __call__(self, documents: Mapping[str, bytes]) -> Conversion:
        done = self.first(documents)
        rest = self.second({name: data for name, data in documents.items() if name not in done.pdfs})
        return Conversion({**done.pdfs, **rest.pdfs}, rest.findings)

    def files(self, jobs: Mapping[Path, Path]) -> None:
        """As ``FilesConverter`` has it. No target should be there yet."""
        self.first.files(jobs)
        self.second.files({source: target for source, target in jobs.items() if not target.is_file()})


def find_converter(options: PdfOptions = _PLAIN) -> Converter:
    """The converter of this machine for drafts and letters; ``no_converter`` where there is none."""
    return _found(options) or no_converter


def find_files_converter(options: PdfOptions = _PLAIN) -> FilesConverter | None:
    """The converter of this machine for files; ``None`` where there is none."""
    found = _found(options)
    return FilesConverter(found.files, not isinstance(found, LibreOffice)) if found else None


def _found(options: PdfOptions) -> InTurn | Word | LibreOffice | None:
    """Word first, as it is what the letters are made for; but for PDF/A, which docx2pdf cannot ask it for."""
    program = find_libreoffice()
    libreoffice = LibreOffice(program, options=options) if program else None
    word = Word() if not options.archival and has_word() else None
    return InTurn(word, libreoffice) if word and libreoffice else word or libreoffice
