"""The facilitator's guide: every prompt with a box to tick, and room for notes ("guide")."""

from __future__ import annotations

from docx.document import Document

from docgen.meetingtypes.definition import DocumentRule, MeetingType


def guide(kind: MeetingType, rule: DocumentRule) -> Document:
    """To come."""
    raise NotImplementedError(kind.name, rule.file)
