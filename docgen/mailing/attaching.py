"""The attachments of many drafts as PDF, in one call of the converter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from docgen.findings import Finding
from docgen.mailing.draft import Attachment, Draft
from docgen.mailing.pdf import Converter

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"


def word_file(name: str, data: bytes) -> Attachment:
    """A Word document as an attachment."""
    return Attachment(name, WORD, data)


def as_pdf(drafts: Sequence[Draft], convert: Converter) -> tuple[tuple[Draft, ...], tuple[Finding, ...]]:
    """The same drafts with PDF in place of each Word file that could be converted, and what is to be said.

    What several drafts attach is converted once. A file that could not be converted stays attached as it is.
    """
    files = dict.fromkeys(one for draft in drafts for one in draft.attachments if one.media_type == WORD)
    named = dict(zip(_told_apart(files), files, strict=True))
    done = convert({name: file.data for name, file in named.items()})
    pdfs = {file: done.pdfs[name] for name, file in named.items() if name in done.pdfs}
    return tuple(_with(draft, pdfs) for draft in drafts), done.findings


def _with(draft: Draft, pdfs: Mapping[Attachment, bytes]) -> Draft:
    attachments = (
        Attachment(PurePath(one.name).with_suffix(".pdf").name, PDF, pdfs[one]) if one in pdfs else one
        for one in draft.attachments
    )
    return replace(draft, attachments=tuple(attachments))


def _told_apart(files: Iterable[Attachment]) -> list[str]:
    """Their names; with a number before those that another file has already."""
    names: list[str] = []
    for number, file in enumerate(files, start=1):
        names.append(f"{number}_{file.name}" if file.name in names else file.name)
    return names
