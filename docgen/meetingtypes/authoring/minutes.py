"""The decision minutes ("referat"): what was agreed, by whom and until when. Not what people said.

Every field can be read again by its tag; the sheet is as good printed and filled in by hand.
"""

from __future__ import annotations

from collections.abc import Callable

from docx.document import Document

from docgen.meetingtypes.authoring.aliases import Aliases
from docgen.meetingtypes.authoring.extensions import declare, qualified
from docgen.meetingtypes.authoring.masthead import add_masthead
from docgen.meetingtypes.authoring.minutesparts import (
    add_conclusions,
    add_field,
    add_next,
    add_people,
    add_points,
    add_theme,
)
from docgen.meetingtypes.authoring.minutestables import add_decisions, add_efforts, add_rows
from docgen.meetingtypes.authoring.page import add_title, new_document
from docgen.meetingtypes.authoring.prompts import keep_prompts
from docgen.meetingtypes.definition import DocumentRule, MeetingType
from docgen.meetingtypes.form import Part, PartKind

_PARTS: dict[PartKind, Callable[[Document, MeetingType, Part], None]] = {
    PartKind.THEME: add_theme,
    PartKind.PEOPLE: add_people,
    PartKind.CONCLUSION: add_conclusions,
    PartKind.POINTS: add_points,
    PartKind.FIELD: add_field,
    PartKind.TABLE: add_rows,
    PartKind.EFFORTS: add_efforts,
    PartKind.DECISIONS: add_decisions,
    PartKind.NEXT: add_next,
}
_ENDS_WITH_TEXT = (PartKind.PEOPLE, PartKind.NEXT)


def minutes(kind: MeetingType, _rule: DocumentRule) -> Document:
    """The minutes of ``kind``, part by part, as a Word template (layout "referat")."""
    document = new_document(kind.words)
    add_title(document)
    add_masthead(document, kind.words)
    for part in kind.minutes:
        _PARTS[part.kind](document, kind, part)
    if kind.minutes[-1].kind not in _ENDS_WITH_TEXT:
        document.add_paragraph(style="Lille")  # a document does not end with a table
    _tell_apart(document)
    return declare(keep_prompts(document))


def _tell_apart(document: Document) -> None:
    """Number the aliases that stand twice: they come from titles that people choose, tags do not.

    Those with tags in them name a participant or an effort, and so are told apart by what fills them.
    """
    aliases, value = Aliases(), qualified("w:val")
    for alias in document.element.iter(qualified("w:alias")):
        if "{" not in alias.get(value):
            alias.set(value, aliases.name(alias.get(value)))
