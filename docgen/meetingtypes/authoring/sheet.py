"""A sheet that goes with a letter or stays with whoever runs the meeting: sections as data ("ark")."""

from __future__ import annotations

from docx.document import Document

from docgen.meetingtypes.definition import DocumentRule, MeetingType


def sheet(kind: MeetingType, rule: DocumentRule) -> Document:
    """To come."""
    raise NotImplementedError(kind.name, rule.file)


def easy_sheet(kind: MeetingType, rule: DocumentRule) -> Document:
    """To come."""
    raise NotImplementedError(kind.name, rule.file)
