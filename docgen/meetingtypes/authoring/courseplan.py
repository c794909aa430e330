"""All dates of a course on one sheet, for the wall ("moedeplan")."""

from __future__ import annotations

from docx.document import Document

from docgen.meetingtypes.definition import DocumentRule, MeetingType


def course_plan(kind: MeetingType, rule: DocumentRule) -> Document:
    """To come."""
    raise NotImplementedError(kind.name, rule.file)
