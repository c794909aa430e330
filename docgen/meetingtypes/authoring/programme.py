"""The programme of a day: clock times, phases and breaks ("program")."""

from __future__ import annotations

from docx.document import Document

from docgen.meetingtypes.definition import DocumentRule, MeetingType


def programme(kind: MeetingType, rule: DocumentRule) -> Document:
    """To come."""
    raise NotImplementedError(kind.name, rule.file)
