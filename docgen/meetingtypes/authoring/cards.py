"""Cards to print and cut, one a phase ("kort")."""

from __future__ import annotations

from docx.document import Document

from docgen.meetingtypes.definition import DocumentRule, MeetingType


def cards(kind: MeetingType, rule: DocumentRule) -> Document:
    """To come."""
    raise NotImplementedError(kind.name, rule.file)
